"""Loads what is known about senders: their own programs, own views, and corrections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TypeVar
from uuid import UUID

from tortoise.backends.base.client import BaseDBAsyncClient

from server.lib.database import sql
from server.verdicts.networks import neighbourhood
from server.verdicts.observed import OwnView
from server.verdicts.vicinity import Like

# Reads the newest rows of each account, so that an account with many rows does not crowd out others.
_OWN = (
    "SELECT account_id, address, user_agent FROM (SELECT account_id, address, user_agent,"
    " ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY id DESC) AS place"
    " FROM session WHERE account_id {these}) AS newest WHERE place <= 100"
)
_EVERYBODYS = "SELECT account_id, address, user_agent FROM session ORDER BY id DESC LIMIT 2000"
_LEARNED = (
    "SELECT account_id, network, user_agent, cause FROM (SELECT account_id, network, user_agent, cause,"
    " ROW_NUMBER() OVER (PARTITION BY account_id ORDER BY at DESC, id DESC) AS place"
    " FROM correction WHERE account_id {these} AND network <> '') AS newest"
    " WHERE place <= 1000 ORDER BY place"
)
_VIEWINGS = (
    "SELECT message_id, at, address, user_agent FROM (SELECT message_id, at, address, user_agent,"
    " ROW_NUMBER() OVER (PARTITION BY message_id ORDER BY at DESC) AS place"
    " FROM viewing WHERE message_id {these} AND at BETWEEN {1} AND {2}) AS newest"
    " WHERE place <= 50 ORDER BY at"
)
_AROUND = timedelta(seconds=15)
Used = TypeVar("Used", str, Like)


@dataclass(frozen=True, slots=True)
class SenderHistory:
    """What is known about one account.

    `own`: the clients with which nobody else signs in, `own_addresses`: the addresses from which nobody else
    does. `learned`: client -> cause, as learned from corrections.
    """

    own: frozenset[Like] = frozenset()
    own_addresses: frozenset[str] = frozenset()
    learned: Mapping[Like, str] = field(default_factory=dict)


async def sender_histories(db: BaseDBAsyncClient, accounts: Collection[int]) -> dict[int, SenderHistory]:
    """Return account -> sender history."""
    rows = await _sign_ins(db, accounts)
    own = _alone([(each, (neighbourhood(address), agent)) for each, address, agent in rows])
    addresses = _alone([(each, address) for each, address, _ in rows])
    learned = await _learned(db, accounts)
    return {
        account: SenderHistory(
            frozenset(own.get(account, ())), frozenset(addresses.get(account, ())), learned.get(account, {})
        )
        for account in accounts
    }


async def viewings(
    db: BaseDBAsyncClient, messages: Collection[UUID], since: datetime, until: datetime
) -> dict[UUID, tuple[OwnView, ...]]:
    """Return the own views of these mails, from shortly before `since` until shortly after `until`."""
    found: dict[UUID, list[OwnView]] = defaultdict(list)
    for row in await sql.among(db, _VIEWINGS, messages, since - _AROUND, until + _AROUND):
        at = sql.moment(row["at"])
        assert at
        found[sql.identity(row["message_id"])].append(OwnView(at, row["address"], row["user_agent"]))
    return {message: tuple(views) for message, views in found.items()}


async def _sign_ins(db: BaseDBAsyncClient, accounts: Collection[int]) -> list[tuple[int, str, str]]:
    """Return with which program and from where these accounts, and lately all others, signed in."""
    rows = [*await sql.among(db, _OWN, accounts), *await sql.select(db, _EVERYBODYS)]
    return [
        (row["account_id"], row["address"], row["user_agent"])
        for row in rows
        if neighbourhood(row["address"]) and row["user_agent"]
    ]


def _alone(used: Iterable[tuple[int, Used]]) -> dict[int, set[Used]]:
    """Return what each account uses and no other does: what two accounts use identifies neither."""
    users: dict[Used, set[int]] = defaultdict(set)
    for account, what in used:
        users[what].add(account)
    own: dict[int, set[Used]] = defaultdict(set)
    for what, found in users.items():
        if len(found) == 1:
            own[next(iter(found))].add(what)
    return own


async def _learned(db: BaseDBAsyncClient, accounts: Collection[int]) -> dict[int, dict[Like, str]]:
    """Return account -> client -> cause, as learned from corrections.

    If several corrections are about the same client, the newest one decides.
    """
    found: dict[int, dict[Like, str]] = defaultdict(dict)
    for row in await sql.among(db, _LEARNED, accounts):
        found[row["account_id"]].setdefault((row["network"], row["user_agent"]), row["cause"])
    return found
