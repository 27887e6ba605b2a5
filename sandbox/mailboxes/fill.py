"""Fills a mailbox with many mails at once, to show or test long lists."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from sandbox.clock import now_ms
from sandbox.ids import new_message_id
from sandbox.mailboxes.letter import Letter, letter_bytes
from sandbox.mailboxes.mailbox import Mailbox
from sandbox.people import Person, people, person_named

MOST = 2000
MINUTE_MS = 60_000
SUBJECTS = ("Lunch on Friday", "Minutes of the meeting", "Your question", "Offer for the roof", "Photographs")


def read_order(values: Any) -> tuple[Person, str, int]:
    """Read the person, INBOX or SENT, and the number of threads. Raises ValueError, which says why."""
    if not isinstance(values, dict):
        raise ValueError("needs person and count; may have label")
    person, label, count = (
        person_named(str(values.get("person"))),
        values.get("label", "SENT"),
        values.get("count"),
    )
    if person is None:
        raise ValueError("nobody here has that name")
    if label not in ("INBOX", "SENT"):
        raise ValueError("label must be INBOX or SENT")
    if not isinstance(count, int) or not 1 <= count <= MOST:
        raise ValueError(f"count must be between 1 and {MOST}")
    return person, label, count


def fill(mailbox: Mailbox, person: Person, label: str, count: int) -> list[str]:
    """Put `count` threads of one mail each into a mailbox, one minute apart.

    Returns their legacy ids, newest first.
    """
    letters = list(_letters(person, label, count))
    put = mailbox.put(person.key, [letter_bytes(one) for one in letters], label)
    return [mail.thread_id for mail in put]


def _letters(person: Person, label: str, count: int) -> Iterator[Letter]:
    others = [other for other in people() if other != person]
    for number in range(count):
        other = others[number % len(others)]
        me, them = (person.address, person.name), (other.address, other.name)
        letter = Letter(
            sender=them,
            to=(me,),
            subject=f"{SUBJECTS[number % len(SUBJECTS)]} ({number + 1})",
            html=f'<div dir="ltr">Dear {other.name.split()[0]}, this is number {number + 1}.</div>',
            message_id=new_message_id(),
            date_ms=now_ms() - (number + 1) * MINUTE_MS,
        )
        yield replace(letter, sender=me, to=(them,)) if label == "SENT" else letter
