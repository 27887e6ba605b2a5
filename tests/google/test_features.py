"""Each Gmail feature is requested separately, and kept when another is added."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from server.google import features as in_force
from server.google import labels, reply_watch
from server.google.access.grants import gmail_for
from server.google.consent import oauth
from server.google.gmail_api.gmail import Gmail
from server.google.models import GmailLabels, ReplyWatch
from server.lib import clock, outbox
from tests.accounts.walker import Page, Walker
from tests.google.conftest import connects, grant_of
from tests.sandbox.driving import RunningSandbox, consent
from tests.world import World


async def asks_for(browser: Walker, query: str, refuse: tuple[str, ...] = ()) -> Page:
    """Alice follows a link of the Gmail settings, allows it at Google and returns."""
    sent = await browser.get(f"/settings/gmail/connect{query}")
    return await browser.follow(await consent(sent.place, "alice", refuse))


async def asked(browser: Walker, query: str) -> list[str]:
    """The permissions that the link requests from Google, apart from Alice's identity."""
    sent = await browser.get(f"/settings/gmail/connect{query}")
    return parse_qs(urlsplit(sent.place).query)["scope"][0].split()[2:]


async def test_the_permission_to_check_sent_mails_replaces_the_permission_to_read_only_headers(
    world: World, alice: Walker
) -> None:
    """With a headers-only permission, Google forbids reading more."""
    await connects(alice, "alice", send=True)
    assert await asked(alice, "?check=yes") == [oauth.SEND, oauth.READONLY]
    await asks_for(alice, "?check=yes")
    grant = await grant_of(world.alice)
    assert grant
    assert {oauth.SEND, oauth.READONLY} <= set(grant.scopes)
    assert oauth.METADATA not in grant.scopes
    async with world.app.app_context():
        gmail = await gmail_for(world.alice.id)
        assert isinstance(gmail, Gmail)
        assert gmail.can_read_bodies
        assert gmail.can_read_headers
        assert not gmail.can_label
    page = (await alice.get("/settings")).text
    assert "Stop checking" in page
    assert await asked(alice, "?check=no") == [oauth.METADATA, oauth.SEND]
    assert await asked(alice, "") == [oauth.SEND, oauth.READONLY]


async def test_reply_tracking_and_the_check_of_sent_mails_are_turned_on_separately(
    world: World, alice: Walker
) -> None:
    """The permission is the same as for checking, but turning one on does not turn on the other."""
    await connects(alice, "alice")
    assert await asked(alice, "?replies=yes") == [oauth.READONLY]
    await asks_for(alice, "?replies=yes")
    assert await reply_watch.of(world.alice.id)
    assert not await in_force.wants_check(world.alice.id)
    page = (await alice.get("/settings")).text
    assert "Stop watching" in page
    assert "Let Sightline check" in page
    await asks_for(alice, "?check=yes")
    assert await in_force.of(world.alice.id) == {"check", "replies"}
    assert await asked(alice, "?check=no") == [oauth.READONLY]
    await asks_for(alice, "?check=no")
    assert await in_force.of(world.alice.id) == {"replies"}


async def test_reply_tracking_is_turned_off_and_on_without_asking_google(world: World, alice: Walker) -> None:
    await asks_for(alice, "?replies=yes&check=yes")
    await ReplyWatch.all().update(history_id="1234")
    answer = await alice.submit("/settings", "/settings/gmail/replies/removal")
    assert "gmail=replies-off" in answer.place
    assert await ReplyWatch.all().count() == 0
    assert "gmail=replies-on" in (await alice.submit("/settings", "/settings/gmail/replies")).place
    assert (await ReplyWatch.get()).history_id == ""
    assert await in_force.wants_check(world.alice.id)


async def test_turning_on_reply_tracking_without_the_permission_to_read_mails_leads_to_google(
    world: World, alice: Walker
) -> None:
    await asks_for(alice, "?labels=yes")
    form = (await alice.get("/settings")).forms["/settings/gmail/disconnect"]
    answer = await alice.post("/settings/gmail/replies", form.values)
    assert answer.place == "/settings/gmail/connect?replies=yes"
    assert await reply_watch.of(world.alice.id) is None


async def test_reconnecting_the_same_gmail_goes_on_where_it_stopped_and_disconnecting_forgets_it(
    world: World, alice: Walker
) -> None:
    await asks_for(alice, "?replies=yes")
    later = clock.now() + timedelta(hours=1)
    await ReplyWatch.all().update(history_id="1234", failures=3, trouble=["google_busy"], due_at=later)
    await asks_for(alice, "?send=yes")
    watch = await ReplyWatch.get()
    assert (watch.history_id, watch.failures, watch.trouble) == ("1234", 0, None)
    assert watch.due_at <= clock.now()
    await alice.submit("/settings", "/settings/gmail/disconnect")
    assert await ReplyWatch.all().count() == 0
    assert await in_force.of(world.alice.id) == set()


async def test_labels_are_on_as_soon_as_alice_allows_them(world: World, alice: Walker) -> None:
    await connects(alice, "alice")
    page = (await alice.get("/settings")).text
    assert "Label opened messages" in page
    assert "Let Sightline check" in page
    assert (await asks_for(alice, "?labels=yes")).place == "/settings?gmail=connected#gmail"
    assert await labels.of(world.alice.id)
    page = (await alice.get("/settings")).text
    assert "Stop and keep the labels" in page
    assert "Headers" in page
    assert "Can be read by Sightline" in page
    assert await asked(alice, "?send=yes") == [oauth.SEND, oauth.MODIFY]


async def test_a_feature_that_alice_unticks_at_google_is_not_turned_on(world: World, alice: Walker) -> None:
    await connects(alice, "alice", send=True)
    answer = await asks_for(alice, "?labels=yes", refuse=(oauth.MODIFY,))
    assert "gmail=partly" in answer.place
    assert await labels.of(world.alice.id) is None


@pytest.mark.parametrize("remove", ["yes", "no"])
async def test_alice_turns_labels_off_and_on(
    world: World, alice: Walker, google: RunningSandbox, remove: str
) -> None:
    await asks_for(alice, "?labels=yes")
    async with world.app.app_context():
        gmail, gmail_labels = await gmail_for(world.alice.id), await labels.of(world.alice.id)
        assert isinstance(gmail, Gmail)
        assert gmail_labels
        made = await labels.label_id(gmail, gmail_labels, labels.OPENED)
        assert await gmail.find_label("Sightline/Opened") == made
        answer = await alice.submit("/settings", "/settings/gmail/labels/removal", remove=remove)
        assert "gmail=labels-" in answer.place
        assert await labels.of(world.alice.id) is None
        await outbox.deliver()
        left = await gmail.find_label("Sightline/Opened")
    assert left == (None if remove == "yes" else made)
    assert await asked(alice, "?send=yes") == [oauth.METADATA, oauth.SEND]
    assert "gmail=labels-on" in (await alice.submit("/settings", "/settings/gmail/labels")).place
    assert await labels.of(world.alice.id)


async def test_turning_on_labels_without_the_permission_for_them_leads_to_google(
    world: World, alice: Walker
) -> None:
    await connects(alice, "alice")
    form = (await alice.get("/settings")).forms["/settings/gmail/disconnect"]
    answer = await alice.post("/settings/gmail/labels", form.values)
    assert answer.place == "/settings/gmail/connect?labels=yes"
    assert await labels.of(world.alice.id) is None


async def test_disconnecting_gmail_turns_labels_off(world: World, alice: Walker) -> None:
    await asks_for(alice, "?labels=yes")
    await alice.submit("/settings", "/settings/gmail/disconnect")
    assert await GmailLabels.all().count() == 0
