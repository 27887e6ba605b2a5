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

    def since(self, owner: str, start: int, kinds: list[str], label: str | None) -> list[dict[str, Any]]:
        """Return the records after `start`, oldest first; `kinds` are the API's historyTypes (none: all)."""
        wanted = {KINDS.get(kind, kind) for kind in kinds}
        rows = self._store.rows("SELECT * FROM history WHERE owner = ? AND id > ? ORDER BY id", owner, start)
        return [
            _record(row)
            for row in rows
            if (not wanted or row["kind"] in wanted) and (not label or label in json.loads(row["labels"]))
        ]

    def is_too_old(self, owner: str, start: int) -> bool:
        """Return whether changes after `start` are no longer available."""
        row = self._store.row("SELECT until FROM too_old WHERE owner = ?", owner)
        return row is not None and start <= row["until"]

    def forget(self, owner: str, until: int) -> None:
        """Make requests for changes since `until` or earlier fail, as they do in Gmail after a week."""
        with self._store.change() as db:
            db.execute("INSERT OR REPLACE INTO too_old VALUES (?, ?)", (owner, until))


def _record(row: sqlite3.Row) -> dict[str, Any]:
    ids = {"id": row["mail_id"], "threadId": row["thread_id"]}
    change: dict[str, Any] = {"message": {**ids, "labelIds": json.loads(row["labels"])}}
    if row["kind"].startswith("labels"):
        change["labelIds"] = json.loads(row["changed"])
    return {"id": str(row["id"]), "messages": [ids], row["kind"]: [change]}
