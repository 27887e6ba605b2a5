"""Defines what a delivery report says: about which mail, and what became of it for each recipient."""

from __future__ import annotations

import re
from dataclasses import dataclass

FAILED, DELAYED = "failed", "delayed"
MOST_RECIPIENTS = 100
MOST_IDS = 20
MOST_WORDS = 300  # characters of a server's words that are kept

# A status code must not be part of a longer number, because the texts also contain IP addresses.
_STATUS = re.compile(r"(?<![\w.])([245])\.(\d{1,3})\.(\d{1,3})(?!\.?\w)", re.ASCII)
# An SMTP reply stands at the start of a line, after a stop, or after a server's word for it: texts also
# contain phone numbers and streets. Digits follow only as a code of their own, or as an IP address.
REPLY = re.compile(
    r"(?:^[\W_]{0,40}|[:;='\"(\[<>|#][ \t]{0,3}|[-.]{3}[ \t]{0,3}"
    r"|\b(?:said|says|e?smtp|code|error|status|reply|replied|response|responded|returned|reason|with|got"
    r"|received|because|failed|failure|rejected|diagnostic|server|message)[ \t]{1,3})"
    r"([45])[0-5]\d"
    r"(?=[ -]{1,4}(?:#?[245]\.\d{1,3}\.\d|\d{1,3}\.\d{1,3}\.\d|[^\d\s-])|[ -]{0,4}$)"
    r"(?! (?:days|hours|minutes|bytes|kb|recipients)\b)",
    re.ASCII | re.IGNORECASE | re.MULTILINE,
)
# Only printable ASCII, because databases compare other characters differently.
ADDRESS = re.compile(r"[!#-'*+\--9=?A-~]{1,64}@[A-Za-z0-9_](?:[A-Za-z0-9._-]{0,186}[A-Za-z0-9_])?")


@dataclass(frozen=True, slots=True)
class RecipientStatus:
    """The status of one recipient. `addresses`: the original and the final address, in lower case.

    `action`: failed | delayed | delivered | relayed | expanded, or another word from the report. `status`: a
    code of RFC 3463 ("5.1.1"), or "" if the report gives none. `permanent`: whether another try would be
    pointless; None if the report does not say. `words`: what the server said, at most MOST_WORDS characters.
    """

    addresses: tuple[str, ...]
    action: str
    status: str
    permanent: bool | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class DeliveryReport:
    """A report. `message_ids`: the reported mail's Message-IDs, at most MOST_IDS, with brackets.

    `evidence`: codes of the readers and signs by which it was recognised.
    """

    recipients: tuple[RecipientStatus, ...]
    message_ids: tuple[str, ...]
    evidence: tuple[str, ...] = ()

    @property
    def action(self) -> str:
        """FAILED if any recipient was not reached, else DELAYED if any waits, else ""."""
        actions = {each.action for each in self.recipients}
        return next((each for each in (FAILED, DELAYED) if each in actions), "")


def status_in(text: str) -> str:
    """Return the first status code in a text, else the class of the first SMTP reply ("5.0.0"), else ""."""
    if found := _STATUS.search(text):
        return ".".join(found.groups())
    reply = REPLY.search(text)
    return f"{reply[1]}.0.0" if reply else ""


def class_of(status: str) -> bool | None:
    """Return whether a status code is permanent: True for 5.x.x, False for 4.x.x, None for others."""
    return {"5": True, "4": False}.get(status[:1])


def shortened(words: str) -> str:
    """Return a server's words on one line, with an end after MOST_WORDS characters."""
    line = " ".join("".join(one if one.isprintable() else " " for one in words[: 3 * MOST_WORDS]).split())
    return line if len(line) <= MOST_WORDS else f"{line[: MOST_WORDS - 1]}…"
