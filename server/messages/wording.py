"""What we say about a message, in few words: the same on the dashboard, in the extension and in alerts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from server.accounts.threshold import LIKELY
from server.lib.language import ENGLISH, Language
from server.messages.models import Message, Recipient
from server.messages.opened import Loaded, is_opened

NOT_SENT = "Not sent (undone)"


class Counted(Loaded, Protocol):
    """What the words need to know of a message; Message has it."""

    state: str
    clicks: int
    replied_at: datetime | None
    bounced_at: datetime | None
    bounces: int


class Addressed(Protocol):
    """What the words need to know of a recipient; Recipient has it."""

    name: str
    address: str


def plural(count: int, one: str, many: str = "") -> str:
    """ "1 open", "3 opens"; `many` where an s is not enough."""
    return f"{count} {one if count == 1 else many or one + 's'}"


def times(count: int) -> str:
    """ "once", "twice", "3 times"."""
    return {1: "once", 2: "twice"}.get(count, f"{count} times")


def called(recipient: Addressed) -> str:
    """A recipient's name, or the address where no name is known."""
    return recipient.name or recipient.address


def recipients_of(message: Message) -> list[Recipient]:
    """The recipients that were loaded with `message`. For templates: there `message.recipients` is awaited,
    which asks the database once more for each, and in no order."""
    return list(message.recipients.related_objects)


def recipients_line(recipients: Sequence[Addressed]) -> str:
    """ "Bob", "Bob and 2 more"; "Recipient not known yet" before the report."""
    return first_and_more(called(recipients[0]) if recipients else "", len(recipients))


def first_and_more(first: str, count: int, language: Language = ENGLISH) -> str:
    """The same where only the first recipient is at hand, and how many there are."""
    if not count:
        return language.say("Recipient not known yet")
    if count == 2:
        return language.say("{name} and 1 more", name=first)
    return language.say("{name} and {count} more", name=first, count=count - 1) if count > 1 else first


def reader(recipients: Sequence[Addressed]) -> str:
    """Who may have opened: the only recipient by name, else "someone of 3", since all share one pixel."""
    if not recipients:
        return "someone"
    return called(recipients[0]) if len(recipients) == 1 else f"someone of {len(recipients)}"


def subject_line(subject: str, language: Language = ENGLISH) -> str:
    """The subject, or words for a mail that has none."""
    return subject.strip() or language.say("(no subject)")


def state_words(message: Counted, threshold: str = LIKELY, readers: int = 1) -> str:
    """What became of the mail: "No sign yet", "Opened 3 times", "Link clicked", "Answered" and so on."""
    if message.state == "undone":
        return NOT_SENT
    if message.bounced_at:
        return "Not delivered"
    lost = f"; not delivered to {message.bounces} of {readers}" if message.bounces else ""
    return _signs_words(message, threshold, readers) + lost


def _signs_words(message: Counted, threshold: str, readers: int) -> str:
    if message.replied_at:
        return "Answered"
    if message.clicks:
        clicked = "Link clicked" if message.clicks == 1 else f"Links clicked {times(message.clicks)}"
        return clicked + by_whom(readers)
    if is_opened(message, threshold):
        return opened_words(message) + (by_whom(readers) if message.opens else "")
    if message.opens:
        return "Perhaps opened"
    return {"scheduled": "Scheduled", "unreported": "Unreported"}.get(message.state, "No sign yet")


def by_whom(readers: int) -> str:
    """ " by someone of 3", since all readers of a mail share one picture; "" for a single one."""
    return f" by someone of {readers}" if readers > 1 else ""


def opened_words(message: Loaded) -> str:
    """How often, of a mail that is called opened; by machines only, that its picture was loaded."""
    if not message.opens:
        return "Picture loaded"
    return "Opened" if message.opens == 1 else f"Opened {times(message.opens)}"


def is_taken_for_sent(message: Message) -> bool:
    """Whether it was scheduled, somebody has read it, and nobody has looked whether Gmail has sent it."""
    known = (message.report or {}).get("fields", {}).get("state", ["", ""])[1]
    return message.state == "sent" and known == "scheduled" and message.verified_at is None


def state_kind(message: Counted, threshold: str = LIKELY) -> str:
    """The same in one word, for looks: undone | returned | answered | clicked | opened | scheduled |
    unreported | waiting."""
    if message.state == "undone":
        return "undone"
    if message.bounced_at or message.replied_at:
        return "returned" if message.bounced_at else "answered"
    if message.clicks or is_opened(message, threshold):
        return "clicked" if message.clicks else "opened"
    return message.state if message.state in {"scheduled", "unreported"} else "waiting"
