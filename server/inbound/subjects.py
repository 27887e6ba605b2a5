"""Tells by a mail's subject whether a program wrote it, in about fifty languages. Pure."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

from server.inbound import away_subjects, other_subjects
from server.mail.addresses import decoded

_LONGEST = 300  # characters that are read
_MOST_PREFIXES = 6
_TAG = re.compile(
    r"\s*(?:\[([^\]]{1,60})\]|\*{1,4}([^*]{1,60})\*{1,4}|\{([^}]{1,60})\}|【([^】]{1,60})】|<([^>]{1,60})>)\s*"
)
_EXTERNAL = re.compile(
    r"\s*\(?(?:external|externe?|ext|extern|caution|warning|spam)\)?(?: e-?mail| sender)?\s*[:|\])-]+\s*"
)
_STOP = r"(?=\s*$|\s*[;(（\[【「|!.,、。/]|\s+[-–—~]|[–—]|\s+(?:re|aw|fw|fwd|antw|wg)\b)"


@dataclass(frozen=True, slots=True)
class Subject:
    """A folded subject. `text`: what remains without `tags` in brackets. `answers`: "Re:" stood before it."""

    text: str
    tags: tuple[str, ...]
    answers: bool


def read(value: str) -> Subject:
    """Read a Subject field."""
    text, tags, answers = folded(decoded(value[: 4 * _LONGEST]))[:_LONGEST], [], False
    for _ in range(_MOST_PREFIXES):
        if found := _TAG.match(text):
            tags.append(next(each for each in found.groups() if each).strip())
        elif not (found := _EXTERNAL.match(text)):
            found = _REPLY.match(text)
            answers = answers or found is not None
        if found is None:
            break
        text = text[found.end() :]
    return Subject(text.strip(), tuple(tags), answers)


def without(subject: Subject, ours: Subject) -> Subject:
    """Return what a mail's subject says beside ours, which it may repeat after any prefix ("Svar: Lunch")."""
    before = subject.text.removesuffix(ours.text).rstrip()
    if before and not before.endswith((":", "：")):
        return subject
    return replace(subject, text=before, tags=tuple(each for each in subject.tags if each not in ours.tags))


def folded(text: str) -> str:
    """Return `text` in lower case without accents, with plain quotes and hyphens."""
    plain = unicodedata.normalize("NFKD", text.translate(_PLAIN)).casefold()
    return "".join(each for each in plain if not unicodedata.combining(each))


def is_automatic(subject: Subject) -> bool:
    """Return whether an automatic reply has such a subject, and no person's mail.

    After "Re:", more than the bare words is a person's answer to an automatic reply.
    """
    if any(_AUTOMATIC.fullmatch(tag) or _ABSENT_TAG.fullmatch(tag) for tag in subject.tags):
        return not subject.answers
    if subject.answers:
        return bool(_AUTOMATIC.fullmatch(subject.text))
    away = (_ABSENT, _ABSENCE, _OFFICE, _SAYS_AWAY)
    return any(each.search(subject.text) for each in (_BEGINS, _AUTO, _ENDS, _NAMES, *away))


def acknowledges(subject: Subject) -> bool:
    """Return whether a desk tells with such a subject that a mail has come in."""
    told = (_ACKNOWLEDGED, _THANKING, _TAKEN, _AWAITS)
    texts = (subject.text, *subject.tags)  # "[Request received] Lunch"
    known = any(each.match(text) for each in told for text in texts) or _RECEIVED.search(subject.text)
    return not subject.answers and bool(known)


def reports_spam(subject: Subject) -> bool:
    """Return whether a mail provider gives such a subject to a report of spam."""
    return not subject.answers and bool(_COMPLAINED.match(subject.text))


def answers_invitation(subject: Subject) -> bool:
    """Return whether a calendar gives such a subject to the answer to an invitation."""
    return not subject.answers and bool(_INVITED.match(subject.text))


def tells_display(subject: Subject) -> bool:
    """Return whether a mail program gives such a subject to a receipt."""
    return not subject.answers and bool(_DISPLAYED.match(subject.text))


_PLAIN: Final = str.maketrans(
    {"’": "'", "‘": "'", "´": "'", "`": "'", "‐": "-", "‑": "-", "ı": "i", "\u200b": None, "\ufeff": None}
)


def _any_of(*tables: str) -> str:
    words = {
        folded(word.strip()) for table in tables for line in table.split("\n") for word in line.split("|")
    }
    return "(?:" + "|".join(re.escape(each) for each in sorted(words - {""}, key=len, reverse=True)) + ")"


def _beginning(tables: Iterable[str], after: str) -> re.Pattern[str]:
    return re.compile("^" + _any_of(*tables) + after)


_REPLY: Final = re.compile(rf"\s*{_any_of(other_subjects.REPLY)}(?:\[\d+\]|\(\d+\)|\^\d+)?\s*[:：]\s*")
_AFTER: Final = rf"(?:{_STOP}|\s*[:：]$|\s+(?:{_any_of(away_subjects.UNTIL)}|\d)(?![^\W\d_]))"
_AUTOMATIC: Final = re.compile(_any_of(*away_subjects.AUTOMATIC.values()))
_ABSENT_TAG: Final = re.compile(_any_of(*away_subjects.ABSENT.values(), *away_subjects.ABSENCES.values()))
_BEGINS: Final = _beginning(away_subjects.AUTOMATIC.values(), rf"(?:\s*[:：?]|{_AFTER})")
_ABSENT: Final = _beginning(away_subjects.ABSENT.values(), _AFTER)
_ABSENCE: Final = _beginning(away_subjects.ABSENCES.values(), r"\s*[:：.!]*\s*$")
_OFFICE: Final = _beginning(away_subjects.OFFICE.values(), r"\s*[:：]")
_NAMES: Final = re.compile(rf"^[^:?]{{1,60}}[\s-]{_AUTOMATIC.pattern}\s*:")  # "Town Hall Autoreply: Lunch"
_NUMBER: Final = r"(?:(?:case|ticket|request|ref|incident|anfrage|vorgang)\W{0,3})?[#\d/.-]{0,20}\d\W{1,3}"
_ACKNOWLEDGED: Final = re.compile(rf"^(?:{_NUMBER})?{_any_of(other_subjects.ACKNOWLEDGED)}(?![^\W\d_])")
_ENDS_HERE: Final = r"(?=\s*(?:$|[^\w\s?]|\d|(?:re|to|about|regarding|concerning|from|an)\b))"
_THANKING: Final = re.compile(rf"^(?:{_NUMBER})?{_any_of(other_subjects.THANKING)}{_ENDS_HERE}")
_ASKED: Final = (
    r"(?:support )?(?:request|ticket|case|inquiry|enquiry|query|question|message|e-?mail|submission)"
)
_TAKEN: Final = re.compile(
    rf"^we(?: have|'ve)? received your (?:{_ASKED}|application|feedback|letter|support|mail)\b"
    rf"|^your {_ASKED}\b.{{0,60}} (?:has been|was) (?:received|created|opened|registered|logged|updated"
    r"|closed|submitted|accepted|forwarded|held|rejected|assigned|resolved|solved|escalated|approved)\b"
    r"|^a (?:new )?(?:support )?ticket has been\b"
    r"|^your order (?:#|no\b|number|confirmation|has been|was|is (?:confirmed|on its way)|\d)"
    r"|^reference number\W{1,3}\w*\d|^please rate (?:your|our|the|us)\b|^your support request\b"
    r"|^moderation (?:response|request|decision|notice|notification|required|pending)\b"
    r"|^please confirm (?:your|that you)\b|^your subscription (?:to|has|is|was|request)\b"
)
_AWAITS: Final = re.compile(
    r"^your (?:mail|message|post) to \S.{0,100} (?:awaits?|requires|needs|has|is|was|cannot|could not)\b"
    r"|^your (?:mail|message|post) to \S{1,100}@\S"
)
_RECEIVED: Final = re.compile(
    r"\b(?:request|ticket|case|enquiry|inquiry|message|e-?mail|anfrage|nachricht)\b[^:?]{0,40}"
    r"\b(?:has been|was|wurde|ist) (?:received|created|opened|registered|logged|eingegangen|erstellt)\b"
)
_COMPLAINED: Final = _beginning([other_subjects.COMPLAINED], r"(?![^\W\d_])")
_INVITED: Final = _beginning([other_subjects.INVITED], r"\s*[:：]")
_DISPLAYED: Final = _beginning([other_subjects.DISPLAYED], r"\s*[:：]")
_AUTO: Final = re.compile(r"^auto\s*:")  # Domino's agents
_ENDS: Final = re.compile(
    r"^(?:[^\s:?]+\s+){1,3}(?:auto[- ]?(?:reply|response|responder)|automatic (?:reply|response))\s*$"
)
_SAYS_AWAY: Final = re.compile(
    r"(?:\bis (?:currently )?(?:out of (?:the )?office|on vacation|on holiday|on leave|away)"
    r"|\bist (?:derzeit |zurzeit |momentan )?(?:nicht im buro|nicht im haus|ausser haus|abwesend|im urlaub)"
    r"|\best (?:actuellement )?(?:absente?(?:\(e\))?|en conges?|en vacances)"
    r"|\besta (?:fuera de la oficina|ausente|de vacaciones)"
    r"|\be (?:assente|fuori ufficio|fuori sede))"
    r"(?=\s*$|\s*[.:(!,]|\s+[-–—]|\s+(?:until|till|from|bis|vom|ab|jusqu|du|au|hasta|fino|dal|and|und|et)\b)"
)
