"""The history of a verdict, and the evidence it rests on, as they are stored."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from server.messages.kinds import VerdictKind
from server.verdicts.evidence import Code, Evidence, pack, tenths, unpack
from server.verdicts.history import MOST, changed
from server.verdicts.verdict import Verdict

WHEN = datetime(2026, 11, 3, 9, tzinfo=UTC)


def verdict(kind: VerdictKind, score: int, *codes: Code) -> Verdict:
    return Verdict(kind, score, "a rule", tuple(map(Evidence, codes)))


def test_a_change_of_less_than_ten_points_is_no_history() -> None:
    before = verdict(VerdictKind.PERSON, 80, Code.DIRECT_OPEN)
    for score, noted in ((89, False), (90, True), (71, False), (70, True)):
        found = changed(before, replace(before, score=score), None, WHEN)
        assert bool(found) == noted
    assert changed(before, before, [], WHEN) is None
    old = [{"at": "before"}]
    assert changed(before, before, old, WHEN) == old


def test_a_change_is_kept_with_its_reason() -> None:
    before = verdict(VerdictKind.PERSON, 90, Code.DIRECT_OPEN)
    after = verdict(VerdictKind.SCANNER, 90, Code.DIRECT_OPEN, Code.BESIDE_BURST)
    entry = {
        "at": "2026-11-03T09:00:00.000+00:00",
        "was": "person",
        "was_score": 90,
        "now": "scanner",
        "now_score": 90,
        "because": "beside_burst",
    }
    assert changed(before, after, None, WHEN) == [entry]
    assert changed(before, replace(after, evidence=before.evidence), None, WHEN) == [
        {**entry, "because": "direct_open"}
    ]
    long = [{"at": str(number)} for number in range(MOST)]
    found = changed(before, after, long, WHEN)
    assert found is not None
    assert (MOST, len(found), found[0], found[-1]) == (20, 20, {"at": "1"}, entry)


def test_evidence_is_stored_as_codes_with_their_values() -> None:
    found = (Evidence(Code.SOON, {"seconds": 1.0}), Evidence(Code.TOO_SOON))
    assert pack(found) == [["soon", {"seconds": 1.0}], "too_soon"]
    assert unpack(pack(found)) == found
    with pytest.raises(ValueError, match="never_there"):
        unpack(["never_there"])
    assert [tenths(each) for each in (0.04, 0.06, 12.34)] == [0.0, 0.1, 12.3]


def test_a_code_is_stored_under_its_own_name_for_ever() -> None:
    assert all(code.value == code.name.lower() for code in Code)
    assert len(Code) == 53
