"""A permission that Sightline no longer stores is no longer valid at Google, unless it is in use again.

Somebody who has a copy of the data folder could otherwise read a mailbox that its owner took away.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from datetime import timedelta
from typing import Any

import httpx
import pytest

from server.failures.codes import FailureCode
from server.google import labels
from server.google.access import probes
from server.google.access.grant_keeper import StoredGrantKeeper
from server.google.access.revocation import GMAIL_LEFT
from server.google.consent import oauth
from server.google.failures import Disconnected, GoogleFailure
from server.google.models import GmailGrant, GmailLabels
from server.google.settings import GoogleSettings
from server.lib import clock, outbox
from server.lib.failure import Failure
from server.lib.keys.vault import Vault
from server.lib.outbox import OutboxRow, Transient
from tests.accounts.walker import Page, Walker
from tests.faults import table
from tests.google.conftest import alice, google, google_process, grant_of, signs_in, world
from tests.sandbox.driving import CLIENT, RunningSandbox, consent
from tests.world import World

__all__ = ["alice", "google", "google_process", "world"]

OUTAGE = {"path_prefix": "/revoke", "status": 503, "times": 100}


async def connects(browser: Walker, person: str, refuse: Collection[str] = (), query: str = "") -> Page:
    """Connect the Gmail of `person`, who is chosen on Google's page in place of the one that we suggest."""
    sent = await browser.get(f"/settings/gmail/connect{query}")
    place = re.sub(r"&login_hint=[^&]*", "", sent.place)
    return await browser.follow(await consent(place, person, refuse))


async def token_of(world: World, name: str = "alice") -> str:
    """The refresh token that a copy of the data folder and of the keys contains."""
    account = world.people[name]
    grant = await grant_of(account)
    assert grant
    assert grant.sealed_refresh_token
    return world.runtime[Vault].open(grant.sealed_refresh_token, f"gmail-grant:{account.id}")


async def works(world: World, token: str) -> bool:
    """Whether Google still gives access for a refresh token."""
    found = world.runtime[GoogleSettings].google
    assert found
    form = {"grant_type": "refresh_token", "refresh_token": token, **CLIENT}
    async with httpx.AsyncClient(trust_env=False) as client:
        return (await client.post(found.token_url, data=form)).is_success


async def settle(world: World) -> None:
    """Deliver all that is to be delivered, however long the waits are; what fails has failed for days."""
    long_ago = clock.now() - outbox.GIVE_UP - timedelta(days=1)
    async with world.app.app_context():
        for _ in range(3):
            await OutboxRow.filter(done_at=None).update(due_at=clock.now() - timedelta(seconds=1))
            await outbox.deliver()
            await OutboxRow.filter(failures__gt=0).update(failing_since=long_ago, failures=outbox.FEWEST)


async def test_after_another_google_account_is_connected_the_first_permission_is_void(
    world: World, alice: Walker
) -> None:
    stolen = []
    for person in ("bob", "charlie", "alice"):
        await connects(alice, person)
        stolen.append(await token_of(world))
    await settle(world)
    valid = [await works(world, token) for token in stolen]
    table.record(
        "11.11 earlier permissions of an account, used by a thief", "2 tokens", f"{sum(valid[:2])} valid"
    )
    assert valid == [False, False, True]


async def test_connecting_the_same_google_account_again_does_not_end_the_new_permission(
    world: World, alice: Walker
) -> None:
    await connects(alice, "alice", query="?send=yes")
    await connects(alice, "alice")
    await settle(world)
    assert await works(world, await token_of(world))


async def test_going_back_to_the_first_account_before_it_is_revoked_keeps_its_permission(
    world: World, alice: Walker
) -> None:
    for person in ("bob", "alice", "bob"):
        await connects(alice, person)
    await settle(world)
    assert await works(world, await token_of(world))


async def test_reconnecting_after_an_outage_while_disconnecting_keeps_the_new_permission(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    await connects(alice, "alice")
    await google.post("/sandbox/faults", json={**OUTAGE, "times": 1})
    await alice.submit("/settings", "/settings/gmail/disconnect")
    await connects(alice, "alice")
    await settle(world)
    assert await works(world, await token_of(world))


async def test_a_permission_that_another_account_uses_as_well_stays(world: World, alice: Walker) -> None:
    bob = Walker(world)
    await signs_in(bob, "bob")
    await connects(bob, "bob")
    await connects(alice, "bob")
    await connects(alice, "alice")
    await settle(world)
    assert await works(world, await token_of(world, "bob"))


async def test_disconnecting_does_not_end_a_permission_that_another_account_uses(
    world: World, alice: Walker
) -> None:
    bob = Walker(world)
    await signs_in(bob, "bob")
    await connects(bob, "bob")
    await connects(alice, "bob")
    page = await alice.submit("/settings", "/settings/gmail/disconnect")
    await settle(world)
    assert "another account on this server uses it" in (await alice.get(page.place)).text
    assert await grant_of(world.alice) is None
    assert await works(world, await token_of(world, "bob"))


async def test_a_failed_revocation_is_retried_and_then_shown_until_alice_has_dealt_with_it(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    await connects(alice, "bob")
    stolen = await token_of(world)
    await google.post("/sandbox/faults", json=OUTAGE)
    await connects(alice, "alice")
    assert "The earlier permission for bob@sandbox.example is being revoked" in (await settings_of(alice))
    await settle(world)
    page = await settings_of(alice)
    assert "A permission is still valid at Google" in page
    assert "bob@sandbox.example" in page
    assert "https://myaccount.google.com/connections" in page
    row = await OutboxRow.get(fact=GMAIL_LEFT)
    assert row.failed_at
    assert stolen not in str(row.payload)
    await google.delete("/sandbox/faults")
    await connects(alice, "bob")
    await alice.submit("/settings", "/settings/gmail/disconnect")
    assert not await works(world, stolen)
    assert "A permission is still valid at Google" not in await settings_of(alice)


async def settings_of(browser: Walker) -> str:
    return (await browser.get("/settings")).text


async def test_tokens_for_a_permission_that_alice_did_not_give_after_all_are_void(
    world: World, alice: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, redeem = [], oauth.redeem

    async def noted(*given: object) -> oauth.Tokens:
        tokens = await redeem(*given)  # type: ignore[arg-type]
        assert isinstance(tokens, oauth.Tokens)
        seen.append(tokens.refresh_token)
        return tokens

    monkeypatch.setattr(oauth, "redeem", noted)
    answer = await connects(alice, "bob", refuse=[oauth.METADATA])
    assert "nothing-allowed" in answer.place
    [token] = seen
    assert token
    assert await works(world, token)
    await settle(world)
    assert not await works(world, token)


async def test_refusing_everything_the_second_time_leaves_the_first_permission_in_force(
    world: World, alice: Walker
) -> None:
    await connects(alice, "alice")
    await connects(alice, "alice", refuse=[oauth.METADATA])
    await settle(world)
    assert await works(world, await token_of(world))


@pytest.mark.parametrize(
    ("failure", "revoked"),
    [(Transient(Failure(FailureCode.GRANT_REFUSED)), 1), (Disconnected(Failure(FailureCode.GRANT_ENDED)), 0)],
)
async def test_a_permission_that_only_gmail_refused_is_revoked_and_one_that_google_ended_is_not_asked_for(
    world: World, alice: Walker, failure: GoogleFailure, revoked: int
) -> None:
    await connects(alice, "alice")
    stolen, long_ago = await token_of(world), clock.now() - timedelta(hours=2)
    over = {"disconnected_at": long_ago, "second_look_at": long_ago, "failure": [failure.reason.code]}
    await GmailGrant.all().update(**over)
    async with world.app.app_context():
        await StoredGrantKeeper(await GmailGrant.get()).failed(failure)
    assert (await GmailGrant.get()).sealed_refresh_token is None
    assert await OutboxRow.filter(fact=GMAIL_LEFT).count() == revoked
    await settle(world)
    assert await works(world, stolen) is not bool(revoked)


async def test_a_late_revocation_waits_while_alice_is_on_the_way_to_connecting_the_same_gmail_again(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    """Google has given the new permission already, but Sightline only learns of it when Alice returns."""
    await connects(alice, "alice")
    await google.post("/sandbox/faults", json={**OUTAGE, "times": 1})
    await alice.submit("/settings", "/settings/gmail/disconnect")
    sent = await alice.get("/settings/gmail/connect")
    back = await consent(sent.place, "alice")
    await settle(world)
    assert "gmail=connected" in (await alice.follow(back)).place
    await settle(world)
    assert await works(world, await token_of(world))
    assert (await OutboxRow.get(fact=GMAIL_LEFT)).payload == {}


async def test_a_revocation_under_way_while_alice_connects_again_makes_google_be_asked_at_once(
    world: World, alice: Walker, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What remains of the race: the request to revoke was on its way to Google when she came back."""
    await connects(alice, "alice")
    revoke = oauth.revoke

    async def overtaken(*given: Any) -> bool:
        monkeypatch.setattr(oauth, "revoke", revoke)
        await connects(alice, "alice")
        return await revoke(*given)

    monkeypatch.setattr(oauth, "revoke", overtaken)
    await alice.submit("/settings", "/settings/gmail/disconnect")
    async with world.app.app_context():
        await probes.ask_again()
    assert "Gmail disconnected" in await settings_of(alice)


async def test_disconnecting_does_not_end_a_permission_of_another_account_that_google_seems_to_have_ended(
    world: World, alice: Walker
) -> None:
    """Google calls a permission ended by mistake at times; it is the same one for both accounts."""
    bob = Walker(world)
    await signs_in(bob, "bob")
    await connects(bob, "bob")
    await connects(alice, "bob")
    theirs = GmailGrant.filter(account_id=world.bob.id)
    soon = clock.now() + timedelta(minutes=1)
    await theirs.update(disconnected_at=clock.now(), failure=["grant_ended"], second_look_at=soon)
    page = await alice.submit("/settings", "/settings/gmail/disconnect")
    assert "gmail=disconnected-shared" in page.place
    await settle(world)
    assert await works(world, await token_of(world, "bob"))


@pytest.mark.parametrize(
    "page",
    [{"status": 200, "body": "<html>Anmeldung n\u00f6tig</html>"}, {"status": 400, "body": "<html></html>"}],
)
async def test_a_page_in_googles_place_does_not_count_as_a_revocation(
    world: World, alice: Walker, google: RunningSandbox, page: dict[str, object]
) -> None:
    await connects(alice, "alice")
    stolen = await token_of(world)
    await google.post("/sandbox/faults", json={"path_prefix": "/revoke", "times": 1, **page})
    assert "disconnected-later" in (await alice.submit("/settings", "/settings/gmail/disconnect")).place
    assert await works(world, stolen)
    await settle(world)
    assert not await works(world, stolen)


async def test_labels_of_the_first_mailbox_are_not_put_on_mails_in_the_second(
    world: World, alice: Walker
) -> None:
    await connects(alice, "alice", query="?labels=yes")
    await GmailLabels.filter(account_id=world.alice.id).update(opened_id="Label_7", clicked_id="Label_8")
    await connects(alice, "bob")
    row = await labels.of(world.alice.id)
    assert row
    assert (row.opened_id, row.clicked_id) == ("", "")
    assert await GmailGrant.filter(email="bob@sandbox.example").exists()
