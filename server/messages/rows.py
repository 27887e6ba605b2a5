"""Writes a report's recipients and links. Reuses existing rows, because events refer to them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from tortoise.backends.base.client import BaseDBAsyncClient

from server.lib.keys.secret import lookup
from server.messages.image_blocking import domain_of
from server.messages.models import Link, Message, Recipient
from server.messages.report import ReportedLink, ReportedRecipient

Row = Recipient | Link
Values = Mapping[str, Any]


async def write_recipients(
    message: Message, recipients: Sequence[ReportedRecipient], db: BaseDBAsyncClient
) -> None:
    """Set the message's recipients to these, in this order."""
    rows = await Recipient.filter(message_id=message.id).using_db(db).order_by("number")
    places = align(
        [(row.kind, row.address.lower()) for row in rows],
        [(one.kind, one.address.lower()) for one in recipients],
    )
    values = [
        {"kind": one.kind, "address": one.address, "domain": domain_of(one.address), "name": one.name}
        for one in recipients
    ]
    await _write(Recipient, message, rows, places, values, db)


async def write_links(message: Message, links: Sequence[ReportedLink], db: BaseDBAsyncClient) -> None:
    """Set the message's links to these, in this order."""
    rows = await Link.filter(message_id=message.id).using_db(db).order_by("number")
    places = align([row.url for row in rows], [link.url for link in links])
    values = [{"url": link.url, "url_hash": lookup(link.url), "text": link.text} for link in links]
    await _write(Link, message, rows, places, values, db)


def align(old: Sequence[Hashable], new: Sequence[Hashable]) -> list[int | None]:
    """Return, for each item of `new`, the index of an equal item of `old`, or None.

    No index is returned twice.
    """
    places: dict[Hashable, deque[int]] = defaultdict(deque)
    for place, thing in enumerate(old):
        places[thing].append(place)
    return [places[thing].popleft() if places[thing] else None for thing in new]


async def _write(
    model: type[Row],
    message: Message,
    rows: Sequence[Row],
    places: Sequence[int | None],
    values: Sequence[Values],
    db: BaseDBAsyncClient,
) -> None:
    kept = {place for place in places if place is not None}
    gone = [row.id for place, row in enumerate(rows) if place not in kept]
    if gone:
        await model.filter(id__in=gone).using_db(db).delete()
    await _make_way(model, rows, places, db)
    new = []
    for number, (place, what) in enumerate(zip(places, values, strict=True), 1):
        if place is None:
            new.append(model(message_id=message.id, number=number, **what))
        else:
            await _keep(model, rows[place], {"number": number, **what}, db)
    if new:
        await model.bulk_create(new, batch_size=200, using_db=db)  # type: ignore[arg-type]


async def _make_way(
    model: type[Row], rows: Sequence[Row], places: Sequence[int | None], db: BaseDBAsyncClient
) -> None:
    """Give each row that moves a negative number first, because numbers must be unique in a message."""
    for number, place in enumerate(places, 1):
        if place is not None and rows[place].number != number:
            await model.filter(id=rows[place].id).using_db(db).update(number=-number)


async def _keep(model: type[Row], row: Row, values: Values, db: BaseDBAsyncClient) -> None:
    if any(getattr(row, name) != value for name, value in values.items()):
        await model.filter(id=row.id).using_db(db).update(**values)
