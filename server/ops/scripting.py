"""`sightline mark` and `sightline show` make and show messages, for use in scripts."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any
from uuid import UUID

from server import reactions
from server.accounts import people
from server.accounts.models import Account
from server.events.models import Event
from server.events.storing import catch_up
from server.events.storing.view_time_rows import seconds_on_screen
from server.events.wording import kind_of
from server.lib import outbox
from server.lib.net.resolver import SystemResolver
from server.lib.settings import Settings
from server.lib.user_error import UserError
from server.marks import manual
from server.marks.key_file import read_ring
from server.marks.marks import Marks
from server.marks.settings import MarksSettings
from server.messages.models import Message
from server.ops import lost_keys
from server.ops.people import database
from server.ops.served import served_url

Emit = Callable[[dict[str, Any]], None]


async def mark(
    settings: Settings,
    emit: Emit,
    to: str,
    subject: str,
    links: Sequence[str],
    count: int,
    account: str | None,
) -> None:
    """Make `count` tracked messages. Each is stored before its id, pixel_url and links are emitted."""
    wanted = manual.ManualMessage(to, subject, links)
    async with database(settings):
        sender = await _sender(account)
        await manual.check_names(links, SystemResolver())
        await lost_keys.make_missing(settings)
        ring, url = read_ring(settings[MarksSettings]), served_url(settings)
        for start in range(0, count, manual.BATCH):
            for made in await manual.make(sender, wanted, min(manual.BATCH, count - start), ring, url):
                emit(_marked(made, links))


async def show(settings: Settings, ids: Sequence[str], emit: Emit) -> list[str]:
    """Store the hits in the spool, then emit each message with all its events. Return the ids not found."""
    outbox.install(reactions.TABLE, reactions.ENDS, reactions.PATIENCE)
    async with database(settings):
        await catch_up.catch_up(settings)
        return [wanted for wanted in ids if not await _shown(wanted, emit)]


async def _shown(wanted: str, emit: Emit) -> bool:
    message = await Message.get_or_none(id=_uuid(wanted))
    if message is None:
        return False
    events = await Event.filter(message_id=message.id).order_by("at", "id").select_related("link")
    seconds = await seconds_on_screen(events)
    emit(
        {
            "id": str(message.id),
            "opens": message.opens,
            "clicks": message.clicks,
            "events": [_event(event, seconds.get(event.id)) for event in events],
        }
    )
    return True


def _marked(made: Marks, links: Sequence[str]) -> dict[str, Any]:
    tracked = [{"url": url, "tracked_url": made.tracked(url)} for url in links]
    return {"id": str(made.message), "pixel_url": made.pixel_url, "links": tracked}


def _event(event: Event, seconds: int | None) -> dict[str, Any]:
    return {
        "id": str(event.id),
        "kind": kind_of(event),
        "at": event.at.isoformat(timespec="milliseconds"),
        "verdict": event.verdict,
        "rule": event.rule,
        "address": event.address,
        "user_agent": event.user_agent,
        "link": None if event.is_decoy else event.url or None,
        "seconds_on_screen": seconds,
    }


async def _sender(email: str | None) -> Account:
    if email is None:
        return await people.owner_or_unclaimed()
    found = await Account.get_or_none(email=email.lower())
    if found is None:
        raise UserError(f"Nobody here has the address {email}. To see everyone, run: sightline user list")
    return found


def _uuid(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError:
        raise UserError(
            f"{text} is not a message id. An id looks like 018f3f2e-7b1a-4c3d-9e5f-0123456789ab."
        ) from None
