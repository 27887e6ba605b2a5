"""Creates a history of any length with a few SQL statements: mails with EACH events each.  The newest mail is
sent now, and each other mail a minute before the next. Every fifth mail was never opened.
"""

from __future__ import annotations

from datetime import timedelta

from tortoise import Tortoise

from server.accounts.models import Account
from server.lib import clock
from tests.events.stored import shared

EACH = 10
_AGENT = "Mozilla/5.0 (Windows NT 10.0; rv:153.0) Firefox/153.0"
_MESSAGE = """
INSERT INTO message (id, source, state, subject, from_address, from_name, search_text, sent_at, listed_at,
    reported_at, opens, clicks, raw_opens, raw_clicks, first_open_at, last_open_at, certainty,
    last_activity_at, updated_at, account_id, overflow_opens, overflow_clicks, bounces)
SELECT {id}, 'gmail', 'sent', 'Offer ' || n, '', '', 'offer ' || n || ' bob', {at}, {at}, {at},
    CASE WHEN n % 5 = 0 THEN 0 ELSE {each} END, 0, {each}, 0, {opened}, {opened}, NULL, {opened},
    {at}, {account}, 0, 0, 0
FROM {numbers}
"""
_GMAIL = """
INSERT INTO gmail_message (message_id, report) SELECT {id}, '{{}}' FROM {numbers}
"""
_RECIPIENT = """
INSERT INTO recipient (number, kind, address, domain, name, message_id)
SELECT 1, 'to', 'bob' || n || '@example.com', 'example.com', 'Bob', {id} FROM {numbers}
"""
_EVENT = """
INSERT INTO event (id, kind, at, url, address, agent_id, referer, header_set_id, location_id, verdict,
    score, finding_id, rules_version, counts, account_id, message_id, recipient_id)
SELECT {event}, 'open', {at}, '', '198.51.100.7', {agent_id}, '',
    {header_set_id}, {location_id}, CASE WHEN n % 5 = 0 THEN 'scanner' ELSE 'person' END,
    90, {finding_id}, 1, {counts}, {account}, {id}, NULL
FROM {numbers} CROSS JOIN {each_number}
"""
_SQLITE = {
    "id": "CAST(printf('%08x%08x', n, n) AS BLOB)",
    "event": "CAST(printf('%08x%08x', n, k) AS BLOB)",
    "at": "strftime('%Y-%m-%d %H:%M:%f', {start}, '-' || n || ' minutes') || '000+00:00'",
    "counts": "n % 5 <> 0",
    "numbers": (
        "(WITH RECURSIVE s(n) AS (SELECT {begin} UNION ALL SELECT n + 1 FROM s WHERE n < {last})"
        " SELECT n FROM s)"
    ),
    "each_number": (
        "(WITH RECURSIVE e(k) AS (SELECT 1 UNION ALL SELECT k + 1 FROM e WHERE k < {each}) SELECT k FROM e)"
    ),
}
_POSTGRES = {
    "id": "(lpad(to_hex(n), 8, '0') || '-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid",
    "event": "(lpad(to_hex(n), 8, '0') || '-0000-7000-9000-' || lpad(to_hex(k), 12, '0'))::uuid",
    "at": "{start}::timestamptz - n * interval '1 minute'",
    "counts": "n % 5 <> 0",
    "numbers": "generate_series({begin}, {last}) n",
    "each_number": "generate_series(1, {each}) k",
}


async def seed(account: Account, events: int, already: int = 0) -> None:
    """Extend the history of `account` from `already` to `events` events. SQLite or PostgreSQL."""
    db = Tortoise.get_connection("default")
    is_sqlite = db.capabilities.dialect == "sqlite"
    start = f"'{clock.now() - timedelta(seconds=1):%Y-%m-%d %H:%M:%S}'"
    numbers = {"begin": already // EACH, "last": events // EACH - 1, "each": EACH}
    words = _SQLITE if is_sqlite else _POSTGRES
    values = {name: text.format(start=start, **numbers) for name, text in words.items()}
    common = await shared(_AGENT, "Firefox 153 on Windows")
    values |= {"account": str(account.id), "each": str(EACH)} | {
        name: str(row) for name, row in common.items()
    }
    values["opened"] = f"CASE WHEN n % 5 = 0 THEN NULL ELSE {values['at']} END"
    if is_sqlite:  # it does not matter if this data is lost
        for setting in ("synchronous=OFF", "cache_size=-200000"):
            await db.execute_query(f"PRAGMA {setting}")
    for statement in (_MESSAGE, _GMAIL, _RECIPIENT, _EVENT):
        await db.execute_query(statement.format(**values).strip())
    await db.execute_query("ANALYZE")
