"""A message keeps the Gmail account that it was sent from, so that a notification opens the right mailbox."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.lib import clock
from server.messages.models import GmailMessage
from tests.extension_api.paired import Extension, pair, report_of
from tests.extension_api.reading import opens
from tests.extension_api.test_notifications import ask
from tests.world import World


@pytest.fixture
async def extension(world: World) -> Extension:
    """Alice's browser."""
    return await pair(world, world.alice)


async def test_a_notification_names_the_mailbox_and_not_the_alias(world: World, extension: Extension) -> None:
    (lease,) = await extension.leases()
    _, cursor = await ask(extension)
    alias: dict[str, Any] = {"address": "sales@example.org", "name": ""}
    sent = report_of(lease, **{"from": alias, "mailbox": "alice.second@example.org"})
    assert await extension.reports(sent) == ["stored"]
    await opens(world.alice, lease["id"], clock.now() + timedelta(minutes=1))
    (notification,), _ = await ask(extension, cursor)
    assert notification["mailbox"] == "alice.second@example.org"


@pytest.mark.parametrize("mailbox", [None, "", "no address", "a@b\nc", "x" * 250 + "@example.org"])
async def test_a_mailbox_that_is_not_known_costs_no_report(extension: Extension, mailbox: str | None) -> None:
    (lease,) = await extension.leases()
    assert await extension.reports(report_of(lease, mailbox=mailbox)) == ["stored"]
    assert (await GmailMessage.get()).mailbox is None


async def test_a_later_report_without_the_mailbox_keeps_it(extension: Extension) -> None:
    (lease,) = await extension.leases()
    await extension.reports(report_of(lease, mailbox="alice@example.org"))
    await extension.reports(report_of(lease, gmail_message_id="18c0ffee"))
    assert (await GmailMessage.get()).mailbox == "alice@example.org"
