"""Manages a person's labels: Gmail's system labels, and those that the person made."""

from typing import Any

from sandbox.store import Store

SYSTEM = ("INBOX", "SENT", "DRAFT", "UNREAD", "STARRED", "IMPORTANT", "SPAM", "TRASH", "SCHEDULED", "CHAT")


class Labels:
    """The label resources of the Gmail API."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def all(self, owner: str) -> list[dict[str, Any]]:
        """Return the system labels, then the labels that the person made, by name."""
        return [_label(name, name, "system") for name in SYSTEM] + self.own(owner)

    def own(self, owner: str) -> list[dict[str, Any]]:
        """Return the labels that the person made, by name."""
        rows = self._store.rows("SELECT id, name FROM labels WHERE owner = ? ORDER BY name", owner)
        return [_label(row["id"], row["name"], "user") for row in rows]

    def create(self, owner: str, name: str) -> dict[str, Any] | None:
        """Create a label; None if the name is taken (case is ignored)."""
        taken = [label for label in self.all(owner) if label["name"].lower() == name.lower()]
        if taken:
            return None
        number = max((int(one["id"].removeprefix("Label_")) for one in self.own(owner)), default=0) + 1
        with self._store.change() as db:
            db.execute("INSERT INTO labels VALUES (?, ?, ?)", (owner, name, f"Label_{number}"))
        return _label(f"Label_{number}", name, "user")

    def delete(self, owner: str, label_id: str) -> bool:
        """Delete a label that the person made; False if none of them has this id."""
        with self._store.change() as db:
            sql = "DELETE FROM labels WHERE owner = ? AND id = ?"
            return db.execute(sql, (owner, label_id)).rowcount > 0


def _label(label_id: str, name: str, kind: str) -> dict[str, Any]:
    return {
        "id": label_id,
        "name": name,
        "type": kind,
        "messageListVisibility": "show",
        "labelListVisibility": "labelShow",
    }
