"""Makes stored events directly, without the spool."""

from __future__ import annotations

from typing import Any, TypedDict
from uuid import uuid4

from tortoise.transactions import in_transaction

from server.events.models import Event, VerdictChange
from server.events.rows.interned import AGENTS, FINDINGS, HEADER_SETS, LOCATIONS
from server.lib.database import sql
from server.messages.models import Message
from tests.agents import FIREFOX
from tests.ingest.test_view_time import NOW
from tests.pipeline import READER

DIRECT = ("direct_open",)


class SharedRows(TypedDict):
    """The ids of the rows that an event shares with similar ones."""

    agent_id: int
    header_set_id: int
    finding_id: int
    location_id: int


async def shared(
    user_agent: str = "",
    client: str = "",
    rule: str = "direct_client",
    evidence: Any = DIRECT,
    country: str = "",
    city: str = "",
) -> SharedRows:
    """The rows that an event shares with similar ones, by column name."""
    async with in_transaction() as db:
        [agent] = (await AGENTS.ids(db, [(user_agent, client)])).values()
        [headers] = (await HEADER_SETS.ids(db, [("{}",)])).values()
        [found] = (await FINDINGS.ids(db, [(rule, sql.as_json(evidence))])).values()
        [location] = (await LOCATIONS.ids(db, [(country, city)])).values()
    return SharedRows(agent_id=agent, header_set_id=headers, finding_id=found, location_id=location)


async def history_of(event: Event) -> list[VerdictChange]:
    """The changes of the verdict on an event, oldest first."""
    return await VerdictChange.filter(event_id=event.id).order_by("id")


async def finding(rule: str) -> int:
    """Return the id of the row for a finding of this rule."""
    return (await shared(rule=rule))["finding_id"]


async def stored_event(**values: Any) -> Event:
    """Store an event."""
    common = {
        name: values.pop(name)
        for name in ("user_agent", "client", "rule", "evidence", "country", "city")
        if name in values
    }
    event = await Event.create(**values, **await shared(**common))
    return await Event.get(id=event.id)


async def happened(mail: Message, **values: Any) -> Event:
    """Store an open by Bob, changed by `values`."""
    usual = {
        "id": uuid4(), "account_id": mail.account_id, "message_id": mail.id, "kind": "open", "at": NOW,
        "address": READER, "user_agent": FIREFOX, "verdict": "person", "score": 90, "counts": True,
        "rules_version": 1,
    }  # fmt: skip
    return await stored_event(**{**usual, **values})
