"""Asks flufl.bounce, which knows many mail servers' texts, for the recipients that a mail did not reach.

The library was written for the mails of a list's own server, not for hostile ones: it lets errors through,
and some of its patterns take time that grows with the square of a word's length. Therefore, it gets a mail
that is built anew, and small.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable
from email.message import Message

from flufl.bounce import all_failures

from server.inbound.mail_parts import Mail
from server.inbound.reported import ADDRESS, MOST_RECIPIENTS
from server.mail.fields import first

log = logging.getLogger(__name__)
logging.getLogger("flufl.bounce").setLevel(
    logging.CRITICAL
)  # it logs each error, and the name of each detector

_MOST_LINES = 100
_LONGEST_LINE = 250
_LONGEST_WORD = 80
_MOST_TEXTS = 3
_FIELDS = ("From", "Subject", "X-Failed-Recipients", "X-Mailer")
_OVERLONG = re.compile(rf"(\S{{{_LONGEST_WORD}}})\S+")


def recipients_by_library(mail: Mail, texts: Iterable[str]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the addresses that have not been reached yet, and those that will not be, in lower case.

    `texts`: the mail's texts, without what it returns. Never raises.
    """
    try:
        waiting, lost = all_failures(_small(mail, texts))
    except Exception:
        log.info("flufl.bounce cannot read a mail", exc_info=True)
        return (), ()
    return _addresses(waiting), _addresses(lost)


def _small(mail: Mail, texts: Iterable[str]) -> Message:
    whole = Message()
    for name in _FIELDS:
        value = first(mail.fields, name.lower())
        if value:
            whole[name] = _cut(value)
    whole["Content-Type"] = "multipart/mixed"
    described = [first(part.fields, "content-description")[:100] for part in mail.parts]
    for number, text in enumerate([*texts][:_MOST_TEXTS]):
        part = Message()
        part["Content-Type"] = "text/plain"
        part["Content-Description"] = described[number] if number < len(described) else ""
        lines = text.split("\n", _MOST_LINES)[:_MOST_LINES]
        part.set_payload("\n".join(map(_cut, lines)))
        whole.attach(part)
    return whole


def _cut(line: str) -> str:
    ascii_only = line[:_LONGEST_LINE].encode("ascii", "replace").decode()
    return _OVERLONG.sub(r"\1", ascii_only)


def _addresses(found: Iterable[bytes]) -> tuple[str, ...]:
    texts = sorted(each.decode("ascii", "replace").strip("<>").lower() for each in found)
    return tuple(each for each in texts if ADDRESS.fullmatch(each))[:MOST_RECIPIENTS]
