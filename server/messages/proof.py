"""Stores which marks were found in a sent mail: by the server in Gmail or, before that, by a browser.

GmailMessage.proof = {"by": "browser" | "gmail", "pixel": bool, "links": found, "of": expected, "at": moment}.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.lib import clock
from server.messages.gmail import gmail_of
from server.messages.lock import locked
from server.messages.models import GmailMessage, Message
from server.messages.report import stamp

BROWSER, GMAIL = "browser", "gmail"


@dataclass(frozen=True, slots=True)
class MarksFound:
    """The marks found in the sent copy.

    `pixel`: whether it is there; `links`: how many tracked links; `of`: how many there should be.
    """

    pixel: bool
    links: int
    of: int


async def take_from_browser(account_id: int, message_id: UUID, found: MarksFound) -> Message | None:
    """Store which marks a browser found, unless the server has read Gmail's copy itself.

    Returns None if the account has not reported this mail.
    """
    async with in_transaction() as db:
        message = await locked(message_id, db)
        gmail = await gmail_of(message_id, db)
        if message is None or message.account_id != account_id or gmail is None:
            return None
        if (gmail.proof or {}).get("by") != GMAIL:
            await write(message, gmail, BROWSER, found, db)
    return message


async def write(
    message: Message, gmail: GmailMessage, by: str, found: MarksFound, db: BaseDBAsyncClient
) -> bool:
    """Store a proof in the Gmail row, which `db` has locked. Returns False if the same proof was stored."""
    now = clock.now()
    if gmail.proof and _same(gmail.proof, by, found):
        return False
    gmail.proof = as_json(by, found, now)
    message.updated_at = now
    await gmail.save(using_db=db, update_fields=["proof"])
    await message.save(using_db=db, update_fields=["updated_at"])
    return True


def as_json(by: str, found: MarksFound, at: datetime) -> dict[str, Any]:
    """Return the proof as it is stored in the Gmail row."""
    return {"by": by, "pixel": found.pixel, "links": found.links, "of": found.of, "at": stamp(at)}


def _same(proof: dict[str, Any], by: str, found: MarksFound) -> bool:
    known = (proof["by"], proof["pixel"], proof["links"], proof["of"])
    return known == (by, found.pixel, found.links, found.of)
