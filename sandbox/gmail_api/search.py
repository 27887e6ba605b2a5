"""Implements the Gmail search operators that programs use.

These are `rfc822msgid:`, `from:`, `to:`, `cc:`, `bcc:`, `subject:`, `in:`, `label:`, `is:`, `after:`,
`before:`, `newer_than:`, `-word`, plain words, and `{… …}`, of which one term has to fit.
"""

import re
from collections.abc import Callable
from datetime import UTC, datetime

from sandbox.clock import now_ms
from sandbox.mailboxes.letter import Address, Letter
from sandbox.mailboxes.mail import Mail

DAY_MS = 86_400_000
CHOICE = re.compile(r"\{([^{}]*)\}")
UNITS = {"d": DAY_MS, "m": 30 * DAY_MS, "y": 365 * DAY_MS}
TERM = re.compile(r'(-?)(?:(\w+):)?(?:"([^"]*)"|\(([^)]*)\)|(\S+))')


def matches(mail: Mail, query: str) -> bool:
    """Return whether the mail matches every term of the query, and one term of each choice."""
    choices = (_found(mail, choice) for choice in CHOICE.findall(query))
    return all(map(any, choices)) and all(_found(mail, CHOICE.sub(" ", query)))


def _found(mail: Mail, terms: str) -> list[bool]:
    return [
        _fits(mail, mail.letter, operator.lower(), (quoted or grouped or bare).lower()) != bool(minus)
        for minus, operator, quoted, grouped, bare in TERM.findall(terms)
    ]


def _fits(mail: Mail, letter: Letter, operator: str, value: str) -> bool:
    rule = RULES.get(operator)
    if rule is None:
        value = f"{operator}:{value}" if operator else value
        return (
            value in f"{letter.subject} {letter.text} {_people((letter.sender, *letter.recipients))}".lower()
        )
    return rule(mail, letter, value)


def _people(addresses: tuple[Address, ...]) -> str:
    return " ".join(f"{name} {address}" for address, name in addresses).lower()


def _moment_ms(value: str) -> int:
    if value.isdigit():
        return int(value) * 1000
    day = datetime.strptime(value.replace("-", "/"), "%Y/%m/%d").replace(tzinfo=UTC)
    return int(day.timestamp() * 1000)


def _newer(mail: Mail, value: str) -> bool:
    return mail.date_ms >= now_ms() - int(value[:-1]) * UNITS[value[-1]]


def _in_folder(mail: Mail, value: str) -> bool:
    return value == "anywhere" or {"drafts": "draft"}.get(value, value).upper() in mail.labels


def _state(mail: Mail, value: str) -> bool:
    return "UNREAD" not in mail.labels if value == "read" else value.upper() in mail.labels


RULES: dict[str, Callable[[Mail, Letter, str], bool]] = {
    "rfc822msgid": lambda m, _, v: m.message_id.strip("<>").lower() == v.strip("<>"),
    "from": lambda m, letter, v: v in _people((letter.sender,)) or (v == "me" and "SENT" in m.labels),
    "to": lambda _, letter, v: v in _people(letter.to + letter.cc + letter.bcc),
    "cc": lambda _, letter, v: v in _people(letter.cc),
    "bcc": lambda _, letter, v: v in _people(letter.bcc),
    "subject": lambda _, letter, v: v in letter.subject.lower(),
    "in": lambda m, _, v: _in_folder(m, v),
    "label": lambda m, _, v: _in_folder(m, v),
    "is": lambda m, _, v: _state(m, v),
    "after": lambda m, _, v: m.date_ms >= _moment_ms(v),
    "before": lambda m, _, v: m.date_ms < _moment_ms(v),
    "newer_than": lambda m, _, v: _newer(m, v),
}
