"""The settings and the list say whether Alice's Gmail works, why not, who can repair it, and what to do."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from server.failures.codes import FailureCode
from server.google.access import grants, probes
from server.google.consent import oauth
from server.google.failures import Who
from server.google.gmail_api.gmail import Gmail
from server.google.models import GmailGrant
from server.google.web.gmail_status import State, status_of
from server.lib import clock
from server.messages.confirmation import ABSENT
from server.messages.report import stamp
from server.messages.wrong_gmail import SEVERAL
from tests.accounts.walker import Walker
from tests.google.conftest import connects, grant_of, signs_in
from tests.google.test_grant_life import Breaks, breaks, connected, something_waits
from tests.sandbox.driving import RunningSandbox
from tests.world import World

__all__ = ["breaks", "connected"]

NOW = datetime(2026, 11, 30, 12, tzinfo=UTC)
WEEK = timedelta(days=7)
ENDED: list[Any] = [FailureCode.GRANT_ENDED]
API = "https://console.developers.google.com/apis/api/gmail.googleapis.com/overview?project=7"
DISABLED: list[Any] = [[FailureCode.API_DISABLED, {"link": API}]]


def a_grant(**values: Any) -> GmailGrant:
    return GmailGrant(account_id=1, email="a@b.example", scopes=[], **{"connected_at": NOW - WEEK, **values})


@pytest.mark.parametrize(
    ("lasted", "announced", "failure", "testing"),
    [
        (WEEK, None, FailureCode.GRANT_ENDED, True),
        (WEEK - timedelta(hours=5), None, FailureCode.GRANT_ENDED, True),
        (WEEK + timedelta(hours=20), None, FailureCode.GRANT_ENDED, True),
        (timedelta(days=3), None, FailureCode.GRANT_ENDED, False),
        (timedelta(days=60), None, FailureCode.GRANT_ENDED, False),
        (timedelta(days=60), WEEK, FailureCode.GRANT_ENDED, True),  # noticed late
        (timedelta(days=3), WEEK, FailureCode.GRANT_ENDED, False),  # withdrawn before its end
        (timedelta(days=2), timedelta(days=2), FailureCode.GRANT_ENDED, False),  # another limit
        (WEEK, None, FailureCode.SESSION_CONTROL, False),
    ],
)
def test_a_permission_that_ended_after_a_week_probably_ended_because_of_testing(
    lasted: timedelta, announced: timedelta | None, failure: FailureCode, testing: bool
) -> None:
    began = NOW - lasted
    ends = began + announced if announced else None
    grant = a_grant(connected_at=began, access_ends_at=ends, disconnected_at=NOW, failure=[failure])
    status = status_of(grant, NOW)
    assert (status.state, status.testing) == (State.ENDED, testing)


@pytest.mark.parametrize(
    ("values", "state", "who"),
    [
        ({}, State.WORKS, Who.NOBODY),
        ({"access_ends_at": NOW + timedelta(hours=49)}, State.WORKS, Who.NOBODY),
        ({"access_ends_at": NOW + timedelta(hours=47)}, State.ENDS_SOON, Who.NOBODY),
        ({"access_ends_at": NOW - timedelta(hours=1)}, State.WORKS, Who.NOBODY),
        ({"refusal": DISABLED}, State.REFUSED, Who.OWNER),
        ({"refusal": [FailureCode.DOMAIN_POLICY]}, State.REFUSED, Who.ADMIN),
        ({"refusal": [FailureCode.NO_GMAIL]}, State.REFUSED, Who.PERSON),
        ({"refusal": [FailureCode.GRANT_REFUSED]}, State.DOUBTED, Who.NOBODY),
        ({"disconnected_at": NOW, "failure": ENDED, "second_look_at": NOW}, State.SEEMS_ENDED, Who.PERSON),
        ({"disconnected_at": NOW, "failure": ENDED}, State.ENDED, Who.PERSON),
    ],
)
def test_the_state_of_a_grant(values: dict[str, Any], state: State, who: Who) -> None:
    status = status_of(a_grant(**values), NOW)
    assert (status.state, status.who) == (state, who)


async def changes(world: World, **values: Any) -> None:
    await GmailGrant.filter(account_id=world.alice.id).update(**values)


async def pages(browser: Walker) -> tuple[str, str]:
    return (await browser.get("/settings")).text, (await browser.get("/")).text


async def test_a_repairable_refusal_is_shown_with_googles_link_and_a_button_to_check_now(
    connected: World, alice: Walker, google: RunningSandbox, breaks: Breaks
) -> None:
    await breaks({"path_prefix": "/gmail", "status": 403, "reason": "accessNotConfigured", "times": 10_000})
    gmail = await grants.gmail_for(connected.alice.id)
    assert isinstance(gmail, Gmail)
    await gmail.find_label("x")
    await something_waits(connected)
    for page in await pages(alice):
        assert "Gmail can’t be used for now" in page
        assert "The Gmail API isn’t enabled" in page
        assert "Reconnect Gmail" not in page
    assert "1 thing waits for Gmail." in (await pages(alice))[0]
    assert "just-now" in (await alice.submit("/settings", "/settings/gmail/probe")).place
    await changes(connected, probe_at=clock.now())
    assert "still-refused" in (await alice.submit("/settings", "/settings/gmail/probe")).place
    await changes(connected, probe_at=clock.now())
    await google.delete("/sandbox/faults")
    answer = await alice.submit("/", "/settings/gmail/probe")
    page = (await alice.get(answer.place)).text
    assert "Gmail works again" in page
    assert "can’t be used for now" not in page


async def test_connecting_says_at_once_what_google_refuses_and_keeps_the_connection(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    fault = {"path_prefix": "/gmail", "status": 403, "reason": "accessNotConfigured", "times": 10}
    await google.post("/sandbox/faults", json=fault)
    answer = await connects(alice, "alice")
    page = (await alice.get(answer.place)).text
    assert "Gmail connected, but it can’t be used yet" in page
    assert "The Gmail API isn’t enabled" in page
    grant = await grant_of(world.alice)
    assert grant
    assert grant.sealed_refresh_token
    await google.delete("/sandbox/faults")
    async with world.app.app_context():
        await probes.hasten()
        await probes.ask_again()
    assert "can’t be used" not in (await alice.get("/settings")).text


@pytest.mark.parametrize(
    "error",
    [
        {"code": 400, "message": "Precondition check failed.", "status": "FAILED_PRECONDITION"},
        {"code": 403, "message": "Not today.", "errors": [{"reason": "aReasonThatNobodyKnows"}]},
    ],
    ids=["no Gmail, in the usual words", "a reason that nobody knows"],
)
async def test_connecting_believes_no_refusal_of_the_profile_to_concern_this_request_only(
    world: World, alice: Walker, google: RunningSandbox, error: dict[str, Any]
) -> None:
    body = {"error": error}
    fault = {"path_prefix": "/gmail", "status": error["code"], "body": body, "times": 10}
    await google.post("/sandbox/faults", json=fault)
    answer = await connects(alice, "alice")
    assert "Gmail connected, but it can’t be used yet" in (await alice.get(answer.place)).text
    await google.delete("/sandbox/faults")
    async with world.app.app_context():
        await probes.hasten()
        await probes.ask_again()
    assert "can’t be used" not in (await alice.get("/settings")).text


async def test_connecting_again_forgets_the_end_that_google_named_before(world: World, alice: Walker) -> None:
    await connects(alice, "alice")
    await changes(world, access_ends_at=clock.now() + timedelta(hours=1))
    await connects(alice, "alice")
    grant = await grant_of(world.alice)
    assert grant
    assert grant.access_ends_at is None


async def test_session_control_is_named_with_what_an_administrator_can_set(
    world: World, alice: Walker
) -> None:
    await connects(alice, "alice")
    await changes(world, disconnected_at=clock.now(), failure=[FailureCode.SESSION_CONTROL])
    for page in await pages(alice):
        assert "session control" in page
        assert "administrator" in page
        assert "change your password" not in page


async def test_hours_of_refused_tokens_are_not_called_googles_word_that_access_was_withdrawn(
    world: World, alice: Walker
) -> None:
    await connects(alice, "alice")
    await changes(world, disconnected_at=clock.now(), failure=[FailureCode.GRANT_REFUSED])
    for page in await pages(alice):
        assert "Gmail disconnected" in page
        assert "Google doesn’t accept Sightline’s access token." in page
        assert "was withdrawn" not in page


async def test_the_wrong_gmail_is_told_in_the_settings_and_above_the_list(
    world: World, alice: Walker
) -> None:
    await connects(alice, "alice")
    await changes(world, connected_at=clock.now() - timedelta(days=1))
    for number in range(SEVERAL):
        at = clock.now() - timedelta(minutes=60 + number)
        report = {ABSENT: stamp(clock.now())}
        await world.sends(world.alice, sent_at=at, gmail_id=f"a{number}", report=report)
    for page in await pages(alice):
        assert "Your messages aren’t in the connected Gmail" in page
        assert "Choose another Gmail" in page


async def test_the_end_that_google_names_is_kept_and_told_two_days_before(
    world: World, alice: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    redeem = oauth.redeem

    async def in_testing(*given: Any) -> Any:
        tokens = await redeem(*given)
        assert isinstance(tokens, oauth.Tokens)
        return oauth.Tokens(tokens.id_token, tokens.refresh_token, tokens.scopes, 604799)

    monkeypatch.setattr(oauth, "redeem", in_testing)
    await connects(alice, "alice")
    grant = await grant_of(world.alice)
    assert grant
    assert grant.access_ends_at == grant.connected_at + timedelta(seconds=604799)
    settings, above_list = await pages(alice)
    assert "Access ends" in settings
    assert "ends soon" not in settings + above_list
    soon = timedelta(hours=47)
    await changes(world, access_ends_at=clock.now() + soon, connected_at=clock.now() + soon - WEEK)
    for page in await pages(alice):
        assert "Access to Gmail ends soon" in page
        assert "in Testing" in page
        assert "Publish app" in page
        assert "Reconnect now" in page


async def test_an_end_after_a_week_names_testing_to_the_owner_and_tells_others_whom_to_ask(
    world: World, alice: Walker
) -> None:
    await connects(alice, "alice")
    over = {"disconnected_at": clock.now(), "failure": ENDED, "connected_at": clock.now() - WEEK}
    await changes(world, **over)
    for page in await pages(alice):
        assert "Google ended Sightline’s access a week after you connected Gmail." in page
        assert "choose Publish app" in page
    bob = Walker(world)
    await signs_in(bob, "bob")
    await connects(bob, "bob")
    await GmailGrant.all().update(**over)
    assert "ask the owner of this server to publish the app" in (await bob.get("/")).text


async def test_a_doubtful_end_says_that_google_is_asked_once_more(connected: World, alice: Walker) -> None:
    over = {"disconnected_at": clock.now(), "failure": ENDED, "second_look_at": clock.now()}
    await changes(connected, **over)
    for page in await pages(alice):
        assert "asks once more by itself" in page
        assert "change your password" in page
        assert "Reconnect Gmail" in page


async def test_a_doubt_is_told_in_the_settings_at_once_and_above_the_list_after_an_hour(
    connected: World, alice: Walker
) -> None:
    doubt = {"refusal": [FailureCode.GRANT_REFUSED], "refused_since": clock.now(), "probe_at": clock.now()}
    await changes(connected, **doubt)
    settings, above_list = await pages(alice)
    assert "doesn’t accept Sightline’s access at the moment" in settings
    assert "at the moment" not in above_list
    await changes(connected, refused_since=clock.now() - timedelta(minutes=61))
    assert "doesn’t accept Sightline’s access at the moment" in (await pages(alice))[1]


async def test_the_limit_of_sent_mails_is_told_with_its_end(connected: World, alice: Walker) -> None:
    await changes(connected, may_send_at=clock.now() + timedelta(hours=20))
    assert "Gmail’s limit for sent messages is reached." in (await pages(alice))[0]
    await changes(connected, may_send_at=clock.now() - timedelta(hours=20))
    assert "limit for sent messages" not in (await pages(alice))[0]
