"""A public server without Google's credentials: every page and task works, and says what is missing."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path
from uuid import uuid4

import pytest

from server import reactions
from server.alerts.waiting import waiting_alerts
from server.failures.codes import FailureCode
from server.google import labels, reply_watch
from server.google.access import grants
from server.google.failures import Refused
from server.google.models import GmailGrant
from server.lib import clock, outbox
from server.lib.keys.vault import Vault
from server.messages.inbox_poll import look_for_returns
from server.messages.models import Message
from server.schedule import TABLE as TASKS
from tests.alerts.delivery import deliver
from tests.extension_api.reading import opens
from tests.google.conftest import grant_of
from tests.world import Visitor, World, opened_world

GONE = re.compile(r"/login/google|/gmail/connect|/setup/\w+/google|127\.0\.0\.1:(?!8000)|andbox(?!\.example)")
EVERY_SCOPE = [f"https://www.googleapis.com/auth/gmail.{name}" for name in ("send", "readonly", "modify")]


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A server that others can reach, whose Gmail permissions stem from a time with Google's credentials."""
    async with opened_world(tmp_path, PUBLIC_URL="http://track.example") as made:
        await GmailGrant.create(
            account_id=made.alice.id,
            email="alice@gmail.example",
            google_sub="1",
            scopes=EVERY_SCOPE,
            sealed_refresh_token=made.runtime[Vault].seal("1//x", f"gmail-grant:{made.alice.id}"),
            connected_at=clock.now(),
        )
        await labels.start(made.alice.id)
        await reply_watch.start(made.alice.id)
        yield made


async def pages_of(world: World, message: Message, visitor: Visitor) -> dict[str, str]:
    """Ask for everything that can be asked for without a body; return the texts by path."""
    values = {
        "message_id": message.id,
        "verdict": "person",
        "token": "x" * 27,
        "filename": "css/tokens.css",
        "event_id": uuid4(),
        "set_id": uuid4(),
        "code": "AAAA-AAAA",
    }
    texts = {}
    for rule in world.app.url_map.iter_rules():
        if "GET" in rule.methods and rule.rule != "/live":
            _, path = rule.build({name: values[name] for name in rule.arguments}, append_unknown=False)
            answer = await visitor.get(path.partition("|")[2] or path)
            assert answer.status_code < 500, path
            if answer.status_code == 200:
                texts[rule.rule] = await answer.get_data(as_text=True)
    return texts


async def test_no_page_fails_or_leads_to_google_for_the_owner_a_member_and_strangers(world: World) -> None:
    message = await world.sends(world.alice)
    await opens(world.alice, message.id)
    people = [(await world.browser_of(world.alice), 12), (await world.browser_of(world.bob), 7)]
    for visitor, at_least in (*people, (world.visitor(), 3)):
        texts = await pages_of(world, message, visitor)
        assert len(texts) >= at_least, texts.keys()
        assert {path: GONE.findall(text) for path, text in texts.items() if GONE.search(text)} == {}


async def test_the_pages_say_what_is_missing_to_those_who_can_change_it(world: World) -> None:
    alice = await (await (await world.browser_of(world.alice)).get("/settings")).get_data(as_text=True)
    bob = await (await (await world.browser_of(world.bob)).get("/settings")).get_data(as_text=True)
    login = await (await world.visitor().get("/login")).get_data(as_text=True)
    assert "Gmail can’t be connected" in alice
    assert "GOOGLE_CLIENT_ID" in alice
    assert "Gmail can’t be connected" in bob
    assert "The owner of this server can change this." in bob
    assert "GOOGLE_CLIENT_ID" not in bob
    assert "Sign-in with Google isn’t set up on this server." in login


async def test_old_links_to_google_lead_to_the_page_that_explains(world: World) -> None:
    alice, stranger = await world.browser_of(world.alice), world.visitor()
    assert (await alice.get("/settings/gmail/connect?send=yes")).location == "/settings#gmail"
    assert (await stranger.get("/login/google")).location == "/login"
    assert (await stranger.get("/oauth/google/callback?state=x&code=y")).status_code == 400


async def test_alice_can_still_turn_her_features_off_and_remove_her_permission(world: World) -> None:
    browser = await world.browser_of(world.alice)
    page = await (await browser.get("/settings")).get_data(as_text=True)
    assert "alice@gmail.example" in page
    for path in ("replies/removal", "labels/removal", "replies", "labels", "disconnect"):
        assert (await browser.post(f"/settings/gmail/{path}")).status_code == 303
    assert await grant_of(world.alice) is None
    assert await reply_watch.of(world.alice.id) is None


async def test_every_task_and_every_listener_copes_and_the_permission_is_not_taken_for_ended(
    world: World,
) -> None:
    message = await world.sends(world.alice, gmail_id="18c0ffee", thread_id="18c0ffee")
    fact = {"message": str(message.id), "account": world.alice.id, "due": clock.now().isoformat()}
    async with world.app.app_context():
        for _, task, _ in TASKS:
            await task()
        await look_for_returns()
        for name in ("reported", "reconciled", "first_click", labels.LABELS_DROPPED):
            for listener in reactions.TABLE[name].values():
                outcome = await listener(fact)
                assert isinstance(outcome, outbox.Done | outbox.Transient | outbox.Permanent | outbox.Waiting)
        assert isinstance(await grants.gmail_for(world.alice.id), Refused)
    grant = await grant_of(world.alice)
    assert grant
    assert grant.disconnected_at is None


async def test_an_alert_without_a_way_out_asks_for_a_mail_server_and_not_for_gmail(world: World) -> None:
    await GmailGrant.all().delete()
    message = await world.sends(world.alice, sent_at=clock.now() - timedelta(hours=1))
    await opens(world.alice, message.id)
    await deliver(world)
    async with world.app.app_context():
        [waiting] = await waiting_alerts(world.alice)
    assert waiting.advice == "Set SMTP_SERVER for the server, and restart it."


async def test_a_permission_that_google_ended_is_not_offered_for_renewal(world: World) -> None:
    await GmailGrant.all().update(disconnected_at=clock.now(), failure=[FailureCode.GRANT_ENDED])
    browser = await world.browser_of(world.alice)
    for path in ("/", "/problems", "/settings"):
        assert "Reconnect Gmail" not in await (await browser.get(path)).get_data(as_text=True)
