"""Alice connects her Gmail with all, some or none of the requested scopes, and disconnects it."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

from server.accounts.models import Account
from server.failures.codes import FailureCode
from server.google.access.grant_keeper import StoredGrantKeeper
from server.google.access.grants import gmail_for
from server.google.access.revocation import GMAIL_LEFT
from server.google.consent import oauth
from server.google.failures import Disconnected, Refused
from server.google.gmail_api.gmail import Gmail
from server.lib import outbox
from server.lib.failure import Failure
from server.lib.keys.vault import Vault
from server.lib.outbox import OutboxRow
from tests.accounts.walker import Walker
from tests.google.conftest import GmailOf, connects, grant_of, signs_in
from tests.sandbox.driving import RunningSandbox
from tests.world import World


async def test_alice_connects_her_gmail(world: World, alice: Walker) -> None:
    """Covers 3, 104."""
    assert "Connect Gmail" in (await alice.get("/settings")).text
    answer = await connects(alice, "alice")
    assert answer.place == "/settings?gmail=connected#gmail"
    page = (await alice.get(answer.place)).text
    assert "Gmail connected" in page
    assert "Send alerts through Gmail" in page
    grant = await grant_of(world.alice)
    assert grant
    assert grant.email == "alice@sandbox.example"
    assert oauth.METADATA in grant.scopes
    assert oauth.SEND not in grant.scopes


async def test_alice_connects_gmail_first_and_allows_sending_afterwards(world: World, alice: Walker) -> None:
    await connects(alice, "alice")
    await connects(alice, "alice", send=True)
    grant = await grant_of(world.alice)
    assert grant
    assert {oauth.METADATA, oauth.SEND} <= set(grant.scopes)


async def test_google_is_asked_for_lasting_permission_to_read_only_headers(alice: Walker) -> None:
    sent = await alice.get("/settings/gmail/connect")
    asked = {name: values[0] for name, values in parse_qs(urlsplit(sent.place).query).items()}
    assert asked["scope"].split() == ["openid", "email", oauth.METADATA]
    assert (asked["access_type"], asked["prompt"]) == ("offline", "consent")
    assert asked["login_hint"] == "alice@sandbox.example"


async def test_alice_unticks_sending_and_sees_what_is_missing(world: World, alice: Walker) -> None:
    answer = await connects(alice, "alice", refuse=[oauth.SEND], send=True)
    assert "gmail=partly" in answer.place
    page = (await alice.get(answer.place)).text
    assert "You didn’t tick one of the permissions" in page
    assert "Send alerts through Gmail" in page
    grant = await grant_of(world.alice)
    assert grant
    assert oauth.METADATA in grant.scopes


async def test_alice_unticks_everything_and_nothing_is_stored(world: World, alice: Walker) -> None:
    answer = await connects(alice, "alice", refuse=[oauth.METADATA])
    assert "Gmail not connected" in (await alice.get(answer.place)).text
    assert await grant_of(world.alice) is None


async def test_alice_cancels_and_nothing_changes(world: World, alice: Walker) -> None:
    await connects(alice, "alice")
    before = await grant_of(world.alice)
    answer = await connects(alice, "alice", allow=False)
    assert "You cancelled at Google." in (await alice.get(answer.place)).text
    after = await grant_of(world.alice)
    assert before
    assert after
    assert after.connected_at == before.connected_at


async def test_alices_mailbox_and_her_account_may_have_different_addresses(world: World) -> None:
    browser = Walker(world)
    await signs_in(browser, "alice")
    await Account.filter(id=world.alice.id).update(email="a.arnold@work.example")
    await connects(browser, "bob")
    assert "you sign in as a.arnold@work.example" in (await browser.get("/settings")).text


async def test_the_refresh_token_is_not_readable_in_the_data_folder(
    world: World, alice: Walker, google: RunningSandbox, tmp_path: Path
) -> None:
    """Covers 25, S14: no file contains the refresh token or a long part of it."""
    await connects(alice, "alice")
    grant = await grant_of(world.alice)
    assert grant
    assert grant.sealed_refresh_token
    token = world.runtime[Vault].open(grant.sealed_refresh_token, f"gmail-grant:{world.alice.id}")
    assert token.startswith("1//")
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.name == "sightline.db" for file in files)
    stored = b"".join(file.read_bytes() for file in files)
    assert token.encode() not in stored
    assert token[10:40].encode() not in stored


async def test_a_grant_moved_to_another_account_cannot_be_decrypted(world: World, alice: Walker) -> None:
    await connects(alice, "alice")
    grant = await grant_of(world.alice)
    assert grant
    grant.account_id = world.bob.id
    await grant.save()
    async with world.app.app_context():
        refused = await gmail_for(world.bob.id)
    assert isinstance(refused, Refused)
    assert refused.reason == Failure(FailureCode.KEY_MISSING)


async def test_disconnecting_revokes_the_permission_and_deletes_it(
    world: World, gmail_of: GmailOf, alice: Walker
) -> None:
    gmail = await gmail_of()
    answer = await alice.submit("/settings", "/settings/gmail/disconnect")
    assert answer.place == "/settings?gmail=disconnected#gmail"
    assert "The permission was revoked at Google" in (await alice.get(answer.place)).text
    assert await grant_of(world.alice) is None
    assert await gmail_for(world.alice.id) is None
    assert type(await gmail.send(b"Subject: x")).__name__ == "Disconnected"


async def test_disconnecting_while_google_is_unreachable_revokes_the_permission_later(
    world: World, gmail_of: GmailOf, alice: Walker, google: RunningSandbox
) -> None:
    gmail = await gmail_of()
    await google.post("/sandbox/faults", json={"path_prefix": "/revoke", "status": 503, "times": 1})
    answer = await alice.submit("/settings", "/settings/gmail/disconnect")
    page = (await alice.get(answer.place)).text
    assert "Google couldn’t be reached" in page
    assert await grant_of(world.alice) is None
    row = await OutboxRow.get(fact=GMAIL_LEFT)
    assert "1//" not in str(row.payload)
    await outbox.deliver()
    await row.refresh_from_db()
    assert row.done_at
    assert type(await gmail.send(b"Subject: x")).__name__ == "Disconnected"


async def test_disconnecting_twice_causes_no_error(world: World, alice: Walker) -> None:
    await connects(alice, "alice")
    form = (await alice.get("/settings")).forms["/settings/gmail/disconnect"].values
    for _ in range(2):
        assert (await alice.post("/settings/gmail/disconnect", form)).status == 303


async def test_a_late_failure_of_an_old_grant_does_not_end_the_new_one(world: World, alice: Walker) -> None:
    await connects(alice, "alice")
    old = await grant_of(world.alice)
    await connects(alice, "alice")
    assert old
    async with world.app.app_context():
        await StoredGrantKeeper(old).failed(Disconnected(Failure(FailureCode.GRANT_ENDED)))
        assert isinstance(await gmail_for(world.alice.id), Gmail)


async def test_bob_does_not_see_alices_connection(world: World, alice: Walker) -> None:
    """Covers 193."""
    await connects(alice, "alice")
    bob = Walker(world)
    await signs_in(bob, "bob")
    page = await bob.get("/settings")
    assert "alice@" not in page.text
    async with world.app.app_context():
        assert await gmail_for(world.bob.id) is None
