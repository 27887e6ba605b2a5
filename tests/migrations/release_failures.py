"""Failures as release 0.1.0 stored them, in words, and their texts in the current version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from tortoise import connections
from tortoise.backends.base.client import BaseDBAsyncClient
from tortoise.transactions import in_transaction

from server.alerts.models import Alert
from server.copies.models import Copy
from server.failures.wording import failure_text
from server.google.models import GmailGrant, ReplyWatch
from server.lib.database import sql
from server.lib.database.connection import connected
from server.lib.settings import ServerSettings, Settings
from server.tables import MODELS

AT = datetime(2026, 1, 2, 3, 4, 5, tzinfo=UTC)
SET = str(UUID(int=7))  # ids are text in the release, except on PostgreSQL
KEY_MISSING = (
    "The key to Sightline’s saved Gmail access is missing or has changed (vault.key in the data folder)."
)
DOUBT = "Whether this copy has left is not known."
CAN_NOT_TELL = "Sightline can’t tell whether this copy was sent."
ADVICE = "Connect Gmail in the settings, then try again."
ADVICE_NOW = "Connect Gmail in Settings, then try again."
LONG = "x" * 500
TABLES = {"gmail_grant": "failure", "return_watch": "trouble", "alert": "error", "copy": "error"}
SENTENCES: Mapping[str, tuple[tuple[str, str], ...]] = {  # the sentence then, and what is said now
    "gmail_grant": (
        (
            "Google says that the permission was taken back or has run out.",
            "Google says that Sightline’s access was withdrawn or has expired.",
        ),
        (
            "The key that opens the saved permission is missing (vault.key in the data folder).",
            KEY_MISSING,
        ),
        ("", ""),
    ),
    "return_watch": (
        ("Google is busy (503).", "Google was busy (503)."),
        ("Gmail took too long.", "Gmail took too long to answer."),
        (
            "Gmail is not connected for this.",
            "Sightline isn’t connected to Gmail, or may not read messages.",
        ),
    ),
    "alert": (
        ("", ""),
        ("A sentence of nobody’s.", "A sentence of nobody’s."),
        (LONG, LONG),
        (
            "The mail server mail.example said 451 busy (later)\nplease",
            "The mail server mail.example answered: “451 busy (later)\nplease”.",
        ),
        (
            "No answer within 90 seconds. Given up after a day.",
            "The email couldn’t be sent within 90 seconds. Sightline stopped trying after a day.",
        ),
        (
            "The mail server mail.example:25 cannot be reached: [Errno 111] Connect call failed",
            "The mail server mail.example:25 couldn’t be reached ([Errno 111] Connect call failed).",
        ),
        (
            "There is no way to send mail: set SMTP_SERVER, or connect Gmail and allow it to send.",
            "Sightline has no way to send email.",
        ),
    ),
    "copy": (
        ("", ""),
        (
            "Gmail refused (400 invalidArgument).",
            "Gmail refused the request (400 invalidArgument).",
        ),
        (
            f"{DOUBT} Your server was interrupted each time it tried.",
            f"{CAN_NOT_TELL} The server was interrupted each time it tried to send the copy.",
        ),
        (
            f"Gmail is not connected, or may not send copies. {ADVICE}",
            f"Sightline isn’t connected to Gmail, or may not send copies. {ADVICE_NOW}",
        ),
        (
            f"{DOUBT} Google could not be reached (TimeoutError). {ADVICE}",
            f"{CAN_NOT_TELL} Google couldn’t be reached (TimeoutError). {ADVICE_NOW}",
        ),
        (f"{DOUBT} Nobody knows why.", f"{DOUBT} Nobody knows why."),
    ),
}
BEFORE = {table: [before for before, _ in pairs] for table, pairs in SENTENCES.items()}
NOW = {table: [now for _, now in pairs] for table, pairs in SENTENCES.items()}


async def add(settings: Settings) -> None:
    """Add rows with failures to a database of the release that has its other rows."""
    async with connected(settings[ServerSettings].database_url, MODELS), in_transaction() as db:
        accounts = [row["id"] for row in await sql.select(db, "SELECT id FROM account ORDER BY id")]
        [message, *_] = await sql.select(db, "SELECT id FROM message ORDER BY id")
        await _insert(db, "copy_set", [_copy_set(accounts[0])])
        await sql.run(db, "DELETE FROM alert")
        for table, sentences in BEFORE.items():
            rows = [
                _ROWS[table](number, accounts[number % len(accounts)], message["id"]) | {TABLES[table]: said}
                for number, said in enumerate(sentences)
            ]
            await _insert(db, table, rows)


async def texts() -> dict[str, list[str]]:
    """Return the text of each failure now, by table."""
    grants, watches = await GmailGrant.all().order_by("id"), await ReplyWatch.all().order_by("id")
    alerts, copies = await Alert.all().order_by("id"), await Copy.all().order_by("id")
    return {
        "gmail_grant": [failure_text(each.failure) for each in grants],
        "return_watch": [failure_text(each.trouble) for each in watches],
        "alert": [failure_text(each.error) for each in alerts],
        "copy": [failure_text(each.error) for each in copies],
    }


async def stored() -> dict[str, list[str]]:
    """Return the stored value of each failure, by table."""
    db = connections.get("default")
    found = {}
    for table, column in TABLES.items():
        rows = await sql.select(db, f"SELECT {column} FROM {sql.quoted(db, table)} ORDER BY id")
        found[table] = [row[column] for row in rows]
    return found


def _copy_set(account: int) -> dict[str, Any]:
    texts = dict.fromkeys(("draft_id", "revision", "subject", "from_address", "from_name", "mailbox"), "x")
    return {"id": SET, **texts, "thread_id": "", "wishes": "{}", "created_at": AT, "account_id": account}


def _grant(number: int, account: int, _message: Any) -> dict[str, Any]:
    person = {"email": "a@example.com", "google_sub": str(number), "account_id": account}
    return person | {"scopes": "[]", "connected_at": AT, "disconnected_at": AT}


def _watch(number: int, account: int, _message: Any) -> dict[str, Any]:
    times = {"started_at": AT, "due_at": AT}
    return times | {"history_id": "", "failures": number, "account_id": account}


def _alert(number: int, account: int, message: Any) -> dict[str, Any]:
    names = {"kind": f"kind {number}", "rfc822_message_id": f"<{number}@example.com>", "channel": "smtp"}
    return names | {"created_at": AT, "failed_at": AT, "account_id": account, "message_id": message}


def _copy(number: int, account: int, _message: Any) -> dict[str, Any]:
    who = {"message_id": str(UUID(int=number)), "number": number, "address": "b@example.com", "name": ""}
    return who | {"state": "failed", "tries": 1, "failed_at": AT, "account_id": account, "copy_set_id": SET}


_ROWS = {"gmail_grant": _grant, "return_watch": _watch, "alert": _alert, "copy": _copy}


async def _insert(db: BaseDBAsyncClient, table: str, rows: list[dict[str, Any]]) -> None:
    columns = list(rows[0])
    values = [[sql.value_for(db, row[column]) for column in columns] for row in rows]
    await sql.insert(db, table, columns, values)
