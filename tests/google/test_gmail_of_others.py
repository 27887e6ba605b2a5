"""The owner sees whose Gmail does not work; everybody has only their own asked again."""

from __future__ import annotations

from datetime import timedelta

from server.google.access import grant_state, probes
from server.google.models import GmailGrant
from server.lib import clock
from tests.accounts.walker import Walker
from tests.google.conftest import connects, signs_in
from tests.google.test_gmail_status import DISABLED
from tests.google.test_grant_life import breaks, connected
from tests.sandbox.driving import RunningSandbox
from tests.world import World

__all__ = ["breaks", "connected"]


async def test_the_owner_reads_what_keeps_bobs_gmail_from_working_and_has_google_asked_again(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    bob = Walker(world)
    await signs_in(bob, "bob")
    await connects(bob, "bob")
    earlier = clock.now() - timedelta(minutes=5)
    refused = {"refusal": DISABLED, "refused_since": earlier, "refusals": 6}
    await GmailGrant.all().update(**refused, probe_at=earlier + grant_state.PROBES[-1])
    page = (await alice.get("/")).text
    assert "Google refuses this server for now" in page
    assert "1 connected Gmail account waits for you" in page
    assert "Google refuses this server" not in (await bob.get("/")).text
    await alice.submit("/", "/settings/gmail/probe")
    async with world.app.app_context():
        await probes.ask_again()
    assert "Google refuses this server" not in (await alice.get("/")).text
    assert (await GmailGrant.get(account_id=world.bob.id)).refusal is None


async def test_bob_has_only_his_own_gmail_asked_again(world: World, alice: Walker) -> None:
    await connects(alice, "alice")
    later = clock.now() + timedelta(minutes=20)
    await GmailGrant.all().update(refusal=DISABLED, refused_since=clock.now(), refusals=6, probe_at=later)
    bob = Walker(world)
    await signs_in(bob, "bob")
    token = (await bob.get("/settings")).forms["/logout"].values
    assert "asking" in (await bob.post("/settings/gmail/probe", token)).place
    assert (await GmailGrant.get()).probe_at == later
