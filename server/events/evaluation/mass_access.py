"""Counts the mails of one account that a client accesses within seconds, as filters do with incoming mail."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import timedelta
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from server.events.rows.event_rows import microseconds
from server.events.rows.interned import AGENTS
from server.lib.database import sql
from server.verdicts.hits import Hit
from server.verdicts.networks import neighbourhood
from server.verdicts.signatures import program_of

SECONDS = 10
NOTABLE = 3  # mails; fewer are no sign of a filter
_STORED = (  # reads at most the newest 500 events
    "SELECT account_id, kind, address, agent_id, at, message_id FROM event"
    " WHERE account_id {these} AND at BETWEEN {1} AND {2} ORDER BY at DESC LIMIT 500"
)
_NEAR = timedelta(seconds=SECONDS)
_MICRO = 1_000_000

Client = tuple[int, str, str, str]  # account, kind of hit, address, user agent
Touch = tuple[int, UUID]  # time in unix microseconds, mail


async def around(hits: Sequence[tuple[Hit, int]], db: BaseDBAsyncClient) -> dict[UUID, int]:
    """Return hit id -> number of mails its client accessed within SECONDS, where that is at least NOTABLE."""
    direct = [(hit, account) for hit, account in hits if _identifies_a_client(hit)]
    if not direct:
        return {}
    touches: dict[Client, list[Touch]] = defaultdict(list)
    for hit, account in direct:
        touches[_client(hit, account)].append((hit.at, hit.message))
    rows = await _stored(direct, db)
    agents = await AGENTS.contents(db, {row["agent_id"] for row in rows})
    for row in rows:
        agent = agents[row["agent_id"]]["user_agent"]
        client = row["account_id"], row["kind"], row["address"], agent
        if client in touches:
            touches[client].append((microseconds(row["at"]), sql.identity(row["message_id"])))
    numbers = {client: _numbers(each) for client, each in touches.items() if len(each) >= NOTABLE}
    found = {hit.id: numbers.get(_client(hit, account), {}).get(hit.at, 0) for hit, account in direct}
    return {hit: mails for hit, mails in found.items() if mails >= NOTABLE}


def _identifies_a_client(hit: Hit) -> bool:
    """Return whether address and user agent identify one program.

    They do not if the user agent belongs to a proxy that serves many people, or if the address belongs to
    this machine. All clients seem to have such an address if a reverse proxy does not pass on theirs.
    """
    return bool(hit.user_agent and neighbourhood(hit.address)) and not program_of(hit.user_agent).proxy


async def _stored(hits: Sequence[tuple[Hit, int]], db: BaseDBAsyncClient) -> list[sql.Row]:
    moments = [hit.moment for hit, _ in hits]
    accounts = {account for _, account in hits}
    return await sql.among(db, _STORED, accounts, min(moments) - _NEAR, max(moments))


def _numbers(touches: Sequence[Touch]) -> dict[int, int]:
    """Count, for each moment, the different mails that were accessed within SECONDS of that moment."""
    ordered, span, start, end = sorted(touches), SECONDS * _MICRO, 0, 0
    mails: Counter[UUID] = Counter()
    found = {}
    for at, _ in ordered:
        while end < len(ordered) and ordered[end][0] <= at + span:
            mails[ordered[end][1]] += 1
            end += 1
        while ordered[start][0] < at - span:
            mails[ordered[start][1]] -= 1
            if not mails[ordered[start][1]]:
                del mails[ordered[start][1]]
            start += 1
        found[at] = len(mails)
    return found


def _client(hit: Hit, account: int) -> Client:
    return account, hit.kind, hit.address, hit.user_agent
