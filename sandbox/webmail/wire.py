"""Reads the page's sync requests and writes the answers; both are nested arrays. Keeps no state.

Places in a message array `m` (seen in captured traffic): m[0] id, m[1] from, m[2..4] to/cc/bcc, m[7] subject,
m[8][1] body parts, m[10] labels, m[13] Message-ID, m[15] the Message-ID that it answers, m[17] the time,
m[55] legacy id. Guesses: m[8][6] is 0 for plain text, m[17] of a scheduled send is when it is due.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sandbox.mailboxes.letter import Address
from sandbox.mailboxes.mail import Mail
from sandbox.mailboxes.plain import snippet

SHOWN = {"SENT": ("^f", "^f_bt", "^f_cl"), "DRAFT": ("^r", "^r_bt"), "SCHEDULED": ("^scheduled", "^f_bt"),
         "INBOX": ("^i",), "UNREAD": ("^u",), "STARRED": ("^t",)}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Written:
    """A message in a request that saves, sends or schedules it. `parts` are pairs (type, HTML)."""

    gid: str
    thread_gid: str
    sender: Address
    to: tuple[Address, ...]
    cc: tuple[Address, ...]
    bcc: tuple[Address, ...]
    subject: str
    parts: tuple[tuple[int, str], ...]
    labels: frozenset[str]
    in_reply_to: str | None
    due_ms: int
    plain: bool

    @property
    def html(self) -> str:
        """Return the whole body: the typed part, then the quoted part."""
        return "".join(html for _, html in self.parts)

    @property
    def label(self) -> str:
        """Return the mailbox label of this message."""
        return "SENT" if "^pfg" in self.labels else "SCHEDULED" if "^scheduled" in self.labels else "DRAFT"


@dataclass(frozen=True, slots=True)
class Relabelling:
    """The labels to add to and remove from the mails with these perm ids."""

    add: frozenset[str]
    remove: frozenset[str]
    gids: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Request:
    """A sync request: the numbers of its operations, and their messages and label changes, in order."""

    operations: tuple[int, ...]
    messages: tuple[Written, ...]
    relabellings: tuple[Relabelling, ...]


def read_request(body: str) -> Request:
    """Read a request. Raises ValueError if it does not have the captured form."""
    try:
        operations = json.loads(body)[1][0]
        messages = [_written(op[1][0], m) for op in operations for m in _messages(op[1][1])]
        relabellings = [found for op in operations if (found := _relabelling(op[1][1]))]
        return Request(tuple(int(op[0]) for op in operations), tuple(messages), tuple(relabellings))
    except (TypeError, IndexError, KeyError) as error:
        raise ValueError(f"not a sync request: {error}") from error


def _relabelling(change: Sequence[Any]) -> Relabelling | None:
    """Read a change of labels, which is at [6]: labels to add, labels to remove, and the mails' perm ids."""
    if len(change) != 7 or not change[6]:
        return None
    add, remove, gids = change[6]
    return Relabelling(frozenset(add), frozenset(remove), tuple(gids))


def _messages(tree: Any) -> Iterator[list[Any]]:
    if not isinstance(tree, list):
        return
    if len(tree) > 10 and isinstance(tree[0], str) and tree[0].startswith("msg-a:"):
        yield tree
        return
    for branch in tree:
        yield from _messages(branch)


def _written(thread_gid: str, m: list[Any]) -> Written:
    return Written(
        gid=m[0],
        thread_gid=thread_gid,
        sender=_address(m[1]),
        to=_people(m[2]),
        cc=_people(m[3]),
        bcc=_people(m[4]),
        subject=m[7] or "",
        parts=tuple((int(part[0]), str(part[1])) for part in m[8][1]),
        labels=frozenset(m[10]),
        in_reply_to=m[15] if len(m) > 15 else None,
        due_ms=int((m[17] if len(m) > 17 else None) or m[6]),
        plain=len(m[8]) > 6 and m[8][6] == 0,
    )


def _address(value: Sequence[Any]) -> Address:
    return str(value[1]), str((value[2] if len(value) > 2 else "") or "")


def _people(values: Sequence[Any] | None) -> tuple[Address, ...]:
    return tuple(_address(value) for value in values or ())


def answer(operations: Sequence[int], threads: Sequence[Sequence[Mail]], history_id: int) -> str:
    """Return the answer: all changed threads with all their mails.

    `<`, `>` and `=` are escaped, as by Gmail.
    """
    data = [
        [[[number, 0, None, history_id] for number in operations]],
        [
            0,
            None,
            None,
            None,
            None,
            [_thread(mails, history_id) for mails in threads if mails],
            0,
            history_id,
        ],
        [[["^all", 0, 0], ["^f", 0, 0], ["^i", 0, 0], ["^r", 0, 0], ["^scheduled", 0, 0]]],
        [history_id],
    ]
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("=", "\\u003d")


def _row(length: int, values: dict[int, Any]) -> list[Any]:
    return [values.get(place) for place in range(length)]


def _thread(mails: Sequence[Mail], history_id: int) -> list[Any]:
    first, newest = mails[0], mails[-1]
    inner = {0: first.letter.subject, 2: newest.date_ms, 3: first.thread_gid, 4: [_message(m) for m in mails],
             8: f"msg-a:bump-{first.gid.partition(':')[2]}", 16: 0, 19: first.thread_id}  # fmt: skip
    return [[first.thread_gid, None, _row(7, {6: [_row(20, inner), history_id]})]]


def _message(mail: Mail) -> list[Any]:
    letter = mail.letter
    answered = [letter.in_reply_to] if letter.in_reply_to else None
    values = {0: mail.gid, 1: _person(letter.sender), 2: _listed(letter.to), 3: _listed(letter.cc),
              4: _listed(letter.bcc), 6: letter.date_ms, 7: letter.subject, 9: snippet(letter.text),
              10: _labels(mail), 13: mail.message_id, 14: answered, 15: letter.in_reply_to, 17: mail.date_ms,
              30: mail.date_ms, 43: 0, 55: mail.id}  # fmt: skip
    return _row(56, values)


def _person(address: Address) -> list[Any]:
    return [1, address[0], address[1]] if address[1] else [1, address[0]]


def _listed(addresses: Sequence[Address]) -> list[list[Any]] | None:
    return [_person(address) for address in addresses] or None


def _labels(mail: Mail) -> list[str]:
    shown = {"^all", *(label for name in mail.labels for label in SHOWN.get(name, ()))}
    return sorted(shown | ({"^pfg"} if mail.due_ms and "SENT" in mail.labels else set()))
