"""An alert is written in the language of the person who receives it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.accounts.models import Account
from server.lib import i18n
from tests.alerts.delivery import deliver
from tests.alerts.mail_server import MailServer, mail_server
from tests.extension_api.reading import GMAIL_PROXY, opens
from tests.world import World, opened_world


@pytest.fixture
async def mail() -> AsyncIterator[MailServer]:
    """A mail server that takes everything."""
    async with mail_server() as server:
        yield server


@pytest.fixture
async def world(tmp_path: Path, mail: MailServer) -> AsyncIterator[World]:
    """A server whose settings name that mail server."""
    async with opened_world(tmp_path, **mail.env(MAIL_FROM="sightline@track.example.com")) as made:
        yield made


async def test_alice_who_chose_french_gets_her_alert_in_french(world: World, mail: MailServer) -> None:
    values = {"language": "fr", "asked_language": "de", "time_zone": "Europe/Paris"}
    await Account.filter(id=world.alice.id).update(**values)
    message = await world.sends(world.alice, sent_at=datetime(2026, 1, 15, 11, 0, tzinfo=UTC))
    await opens(world.alice, message.id, at=datetime(2026, 1, 15, 12, 4, tzinfo=UTC), agent=GMAIL_PROXY)
    await deliver(world)
    (sent,) = mail.taken
    assert (
        sent["Subject"]
        == "Bob a très probablement ouvert «\N{NO-BREAK SPACE}Lunch on Friday?\N{NO-BREAK SPACE}»"
    )
    for part in ("plain", "html"):
        body = sent.get_body((part,))
        assert body is not None
        text = body.get_content()
        assert "jeudi 15 janvier 2026, 13:04 (Europe/Paris)" in text
        assert "Une personne a très probablement ouvert le message." in text
        assert "Voir le message" in text
        assert "email" not in text, "nothing of it is left in English"
    assert '<html lang="fr">' in text
    assert i18n.language() == i18n.ENGLISH, "the next mail is somebody else's"


async def test_bob_who_chose_no_language_gets_mail_in_his_browsers_language(
    world: World, mail: MailServer
) -> None:
    await (await world.browser_of(world.bob)).get("/", headers={"Accept-Language": "de"})
    message = await world.sends(world.bob, to="charlie@sandbox.example,alice@sandbox.example")
    await opens(world.bob, message.id)
    await deliver(world)
    (sent,) = mail.taken
    assert sent["Subject"] == "Einer der 2 Empfänger hat „Lunch on Friday?“ höchstwahrscheinlich geöffnet"
