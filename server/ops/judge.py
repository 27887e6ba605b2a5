"""`sightline judge` judges sequences of requests from a file, without a database: see docs/judge.md."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

import msgspec

from server.events.evidence_wording import evidence_sentence
from server.messages.kinds import VerdictKind
from server.messages.opened import is_sign
from server.verdicts import sequences
from server.verdicts.sequences import HEAD, BadSequence, JudgedEvent, RecordedMail

_NOT_RECORDED = {
    HEAD: "The request asked only for the headers, as only machines do, so it is not recorded.",
}
_REFUSED = "Only GET is answered with the image or the link, so this request is not recorded."
_BOM = b"\xef\xbb\xbf"
_to_json = msgspec.json.Encoder().encode


def judge_lines(
    lines: Iterable[bytes], threshold: str, emit: Callable[[bytes], None], complain: Callable[[str], None]
) -> int:
    """Emit one JSON object for each line, in order. Returns how many lines were no sequences.

    `complain` gets a sentence about each of those.
    """
    bad = 0
    for number, line in enumerate(lines, 1):
        text = line.removeprefix(_BOM) if number == 1 else line
        if not text.strip():
            continue
        try:
            emit(_to_json(judged(sequences.read(text), threshold)))
        except BadSequence as error:
            bad += 1
            complain(f"Line {number} is no sequence: {error}")
    return bad


def judged(sequence: RecordedMail, threshold: str) -> dict[str, Any]:
    """Return the verdicts on a sequence, and whether its mail is shown as opened. Raises BadSequence.

    A click by a person shows that the mail was opened, too.
    """
    events = [_event(each, threshold) for each in sequences.judged(sequence)]
    identity = None if sequence.id is msgspec.UNSET else sequence.id
    return {"id": identity, "opened": any(each["counts"] for each in events), "events": events}


def _event(event: JudgedEvent, threshold: str) -> dict[str, Any]:
    verdict = event.verdict
    if verdict is None:
        reason = _NOT_RECORDED.get(event.method, _REFUSED)
        return _line(VerdictKind.SCANNER, 0, "not_recorded", False, [reason])
    counts = is_sign(event.kind, verdict.kind, verdict.counts, threshold)
    sentences = [evidence_sentence(each) for each in verdict.evidence]
    return _line(verdict.kind, verdict.score, verdict.rule, counts, sentences)


def _line(verdict: str, score: int, rule: str, counts: bool, evidence: list[str]) -> dict[str, Any]:
    return {"verdict": verdict, "score": score, "rule": rule, "counts": counts, "evidence": evidence}
