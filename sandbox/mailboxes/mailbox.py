"""Manages the mailboxes: writes, sends, delivers and labels mails, and holds those that wait to be sent."""

import json
import sqlite3
from collections.abc import Iterable
from dataclasses import replace

from sandbox.clock import now_ms
from sandbox.ids import new_legacy_id, received_id
from sandbox.mailboxes.bounce import Trouble, bounce_bytes, trouble_with
from sandbox.mailboxes.letter import Letter, letter_bytes, letter_from, without_bcc
from sandbox.mailboxes.mail import Draft, Mail, Thread
from sandbox.people import person_named
from sandbox.store import Store

FIRST = 1000  # the history number of an unused mailbox
FOREVER = 1 << 62


class Mailbox:
    """The mails of all people. All changes are recorded in the history that `users.history` returns."""

    def __init__(self, store: Store) -> None:
        self._store = store

    # Reading

    def mails(self, owner: str) -> list[Mail]:
        """Return all mails of a person, newest first."""
        sql = "SELECT * FROM mails WHERE owner = ? ORDER BY date_ms DESC, id DESC"
        return [Mail.from_row(row) for row in self._store.rows(sql, owner)]

    def mail(self, owner: str, legacy_id: str) -> Mail | None:
        """Return the mail with this legacy id."""
        row = self._store.row("SELECT * FROM mails WHERE owner = ? AND id = ?", owner, legacy_id.lower())
        return Mail.from_row(row) if row else None

    def written(self, owner: str, gid: str) -> Mail | None:
        """Return the mail or draft with this perm id."""
        row = self._store.row("SELECT * FROM mails WHERE owner = ? AND gid = ?", owner, gid)
        return Mail.from_row(row) if row else None

    def thread(self, owner: str, thread_id: str) -> list[Mail]:
        """Return the mails of a thread (legacy id or perm id), oldest first."""
        sql = "SELECT * FROM mails WHERE owner = ? AND (thread_id = ? OR thread_gid = ?) ORDER BY date_ms, id"
        return [Mail.from_row(row) for row in self._store.rows(sql, owner, thread_id, thread_id)]

    def history_id(self, owner: str) -> int:
        """Return the number of the newest change; it grows with every change of the mailbox."""
        row = self._store.row("SELECT max(id) AS newest FROM history WHERE owner = ?", owner)
        return int(row["newest"] or FIRST) if row else FIRST

    # Writing

    def write(self, draft: Draft, letter: Letter) -> Mail:
        """Save, send or schedule a mail that the page wrote.

        Each save gives the mail a new legacy id, as in Gmail; the thread keeps the ids of its first mail. A
        mail that was already sent is returned unchanged.
        """
        known = self.written(draft.owner, draft.gid)
        if known and known.due_ms is None and "DRAFT" not in known.labels:
            return known
        begun = self.thread(draft.owner, known.thread_gid if known else draft.thread_gid)
        legacy = new_legacy_id()
        thread = begun[0].thread if begun else Thread(draft.thread_gid, legacy)
        ids = (draft.owner, draft.gid, legacy, thread.gid, thread.id, letter.message_id)
        mail = Mail(*ids, letter_bytes(letter), (draft.label,), now_ms(), due_ms=draft.due_ms)
        with self._store.change() as db:
            if known:
                self._remove(db, known)
            return self._add(db, mail)

    def deliver(self, owner: str, raw: bytes) -> Mail:
        """Put a mail into a person's inbox, in the thread of the mail that it answers."""
        with self._store.change() as db:
            return self._add(db, self._arriving(owner, raw, ("INBOX", "UNREAD")))

    def send(self, owner: str, raw: bytes, thread: Thread | None = None) -> Mail:
        """Send a finished mail immediately, as `users.messages.send` does."""
        with self._store.change() as db:
            mail = self._arriving(owner, raw, ("SENT",))
            if thread:
                mail = replace(mail, thread_gid=thread.gid, thread_id=thread.id)
            self._add(db, mail)
            self._hand_out(db, mail)
        return self.mail(owner, mail.id) or mail

    def put(self, owner: str, raws: Iterable[bytes], label: str) -> list[Mail]:
        """Put finished mails into a mailbox unchanged, each at the time in its Date header."""
        with self._store.change() as db:
            found = (self._arriving(owner, raw, (label,)) for raw in raws)
            return [self._add(db, replace(mail, date_ms=mail.letter.date_ms)) for mail in found]

    def draft(self, owner: str, raw: bytes, gid: str) -> Mail:
        """Save a draft unchanged, under a new legacy id, in place of the draft with the same perm id."""
        known = self.written(owner, gid)
        with self._store.change() as db:
            if known:
                self._remove(db, known)
            return self._add(db, replace(self._arriving(owner, raw, ("DRAFT",)), gid=gid))

    def release(self, until_ms: int = FOREVER) -> int:
        """Send the mails that are due by `until_ms` (by default, all that wait). Returns their number."""
        rows = self._store.rows("SELECT * FROM mails WHERE due_ms <= ? ORDER BY due_ms", until_ms)
        for mail in map(Mail.from_row, rows):
            with self._store.change() as db:
                self._leave(db, mail)
        return len(rows)

    def relabel(self, mail: Mail, add: Iterable[str], remove: Iterable[str]) -> Mail:
        """Add and remove labels; record nothing if nothing changes."""
        with self._store.change() as db:
            self._relabel(db, mail, set(add), set(remove))
        return self.written(mail.owner, mail.gid) or mail

    def discard(self, mail: Mail) -> None:
        """Delete a mail permanently."""
        with self._store.change() as db:
            self._remove(db, mail)

    # Helpers that run inside a transaction

    def _leave(self, db: sqlite3.Connection, mail: Mail) -> None:
        db.execute("UPDATE mails SET due_ms = NULL WHERE owner = ? AND gid = ?", (mail.owner, mail.gid))
        if "SCHEDULED" in mail.labels:
            self._relabel(db, mail, {"SENT"}, {"SCHEDULED"})
            db.execute(
                "UPDATE mails SET date_ms = ? WHERE owner = ? AND gid = ?", (now_ms(), mail.owner, mail.gid)
            )
        self._hand_out(db, mail)

    def _hand_out(self, db: sqlite3.Connection, mail: Mail) -> None:
        raw = without_bcc(mail.raw)
        keys = {p.key for address, _ in mail.letter.recipients if (p := person_named(address))}
        troubles = tuple(found for address, _ in mail.letter.recipients if (found := _trouble(address)))
        if troubles:
            self._add(db, self._arriving(mail.owner, bounce_bytes(raw, troubles), ("INBOX", "UNREAD")))
        for key in sorted(keys):
            if key == mail.owner:
                self._relabel(db, mail, {"INBOX", "UNREAD"}, set())
            else:
                self._add(db, self._arriving(key, raw, ("INBOX", "UNREAD")))

    def _arriving(self, owner: str, raw: bytes, labels: tuple[str, ...]) -> Mail:
        letter, legacy = letter_from(raw), new_legacy_id()
        thread = self._answered(owner, letter) or Thread.begun_by(legacy)
        gid = received_id("msg", legacy)
        return Mail(owner, gid, legacy, thread.gid, thread.id, letter.message_id, raw, labels, now_ms())

    def _answered(self, owner: str, letter: Letter) -> Thread | None:
        for message_id in (letter.in_reply_to, *reversed(letter.references)):
            sql = "SELECT * FROM mails WHERE owner = ? AND message_id = ?"
            if row := self._store.row(sql, owner, message_id):
                return Mail.from_row(row).thread
        return None

    def _add(self, db: sqlite3.Connection, mail: Mail) -> Mail:
        db.execute("INSERT INTO mails VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", mail.row)
        self._note(db, mail, "messagesAdded")
        return mail

    def _remove(self, db: sqlite3.Connection, mail: Mail) -> None:
        self._note(db, mail, "messagesDeleted")
        db.execute("DELETE FROM mails WHERE owner = ? AND gid = ?", (mail.owner, mail.gid))

    def _relabel(self, db: sqlite3.Connection, mail: Mail, add: set[str], remove: set[str]) -> None:
        place = (mail.owner, mail.gid)
        found = db.execute("SELECT labels FROM mails WHERE owner = ? AND gid = ?", place).fetchone()
        before = set(json.loads(found["labels"]))
        after = (before | add) - remove
        values = (json.dumps(sorted(after)), *place)
        db.execute("UPDATE mails SET labels = ? WHERE owner = ? AND gid = ?", values)
        now = replace(mail, labels=tuple(sorted(after)))
        if after - before:
            self._note(db, now, "labelsAdded", after - before)
        if before - after:
            self._note(db, now, "labelsRemoved", before - after)

    def _note(self, db: sqlite3.Connection, mail: Mail, kind: str, changed: Iterable[str] = ()) -> None:
        labels = json.dumps(mail.labels)
        values = (mail.owner, kind, mail.id, mail.thread_id, labels, json.dumps(sorted(changed)))
        sql = (
            "INSERT INTO history (owner, kind, mail_id, thread_id, labels, changed) VALUES (?, ?, ?, ?, ?, ?)"
        )
        place = (db.execute(sql, values).lastrowid, mail.owner, mail.gid)
        db.execute("UPDATE mails SET history_id = ? WHERE owner = ? AND gid = ?", place)


def _trouble(address: str) -> Trouble | None:
    return None if person_named(address) else trouble_with(address)
