"""Returns the changes in a mailbox in the form of `users.history.list`."""

import json
import sqlite3
from typing import Any

from sandbox.store import Store

KINDS = {"messageAdded": "messagesAdded", "messageDeleted": "messagesDeleted",
         "labelAdded": "labelsAdded", "labelRemoved": "labelsRemoved"}  # fmt: skip


class History:
    """The changes that were recorded in the mailboxes."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def page(self, owner: str, start: int, size: int) -> tuple[list[sqlite3.Row], int | None]:
        """Return `size` changes after `start`, oldest first, and the next page's start (None: no more)."""
        sql = "SELECT * FROM history WHERE owner = ? AND id > ? ORDER BY id LIMIT ?"
        rows = self._store.rows(sql, owner, start, size + 1)
        return rows[:size], rows[size - 1]["id"] if len(rows) > size else None

    def fill(self, owner: str, count: int) -> None:
        """Record changes of a label on a mail that does not exist any more, as a busy mailbox has them."""
        row = (owner, "labelsAdded", "1", "1", '["STARRED"]', '["STARRED"]')
        sql = (
            "INSERT INTO history (owner, kind, mail_id, thread_id, labels, changed) VALUES (?, ?, ?, ?, ?, ?)"
        )
        with self._store.change() as db:
            db.executemany(sql, [row] * count)

    def is_too_old(self, owner: str, start: int) -> bool:
        """Return whether changes after `start` are no longer available."""
        row = self._store.row("SELECT until FROM too_old WHERE owner = ?", owner)
        return row is not None and start <= row["until"]

    def forget(self, owner: str, until: int) -> None:
        """Make requests for changes since `until` or earlier fail, as they do in Gmail after a week."""
        with self._store.change() as db:
            db.execute("INSERT OR REPLACE INTO too_old VALUES (?, ?)", (owner, until))


def records(rows: list[sqlite3.Row], kinds: list[str], label: str | None) -> list[dict[str, Any]]:
    """Return the changes of these historyTypes (none: all) on mails with the label (None: any)."""
    wanted = {KINDS.get(kind, kind) for kind in kinds}
    return [
        _record(row)
        for row in rows
        if (not wanted or row["kind"] in wanted) and (not label or label in json.loads(row["labels"]))
    ]


def _record(row: sqlite3.Row) -> dict[str, Any]:
    ids = {"id": row["mail_id"], "threadId": row["thread_id"]}
    change: dict[str, Any] = {"message": {**ids, "labelIds": json.loads(row["labels"])}}
    if row["kind"].startswith("labels"):
        change["labelIds"] = json.loads(row["changed"])
    return {"id": str(row["id"]), "messages": [ids], row["kind"]: [change]}
