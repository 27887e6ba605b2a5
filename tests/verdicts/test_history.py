"""The history of a verdict, and its evidence, as they are stored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.messages.kinds import VerdictKind
from server.verdicts.evidence import Code, Evidence, pack, tenths, unpack
from server.verdicts.history import ChangedVerdict, change_of
from server.verdicts.verdict import Verdict


def verdict(kind: VerdictKind, score: int, *codes: Code) -> Verdict:
    return Verdict(kind, score, "a rule", tuple(map(Evidence, codes)))


def test_a_change_of_the_score_by_less_than_ten_points_is_not_kept() -> None:
    before = verdict(VerdictKind.PERSON, 80, Code.DIRECT_OPEN)
    for score, noted in ((89, False), (90, True), (71, False), (70, True)):
        assert (change_of(before, replace(before, score=score)) is not None) == noted
    assert change_of(before, before) is None


def test_a_change_of_the_verdict_is_kept_with_its_reason() -> None:
    before = verdict(VerdictKind.PERSON, 90, Code.DIRECT_OPEN)
    after = verdict(VerdictKind.SCANNER, 90, Code.DIRECT_OPEN, Code.BESIDE_BURST)
    assert change_of(before, after) == ChangedVerdict("person", 90, "scanner", 90, "beside_burst")
    same = replace(after, evidence=before.evidence)
    assert change_of(before, same) == ChangedVerdict("person", 90, "scanner", 90, "direct_open")


def test_evidence_is_stored_as_codes_with_their_values() -> None:
    found = (Evidence(Code.SOON, {"seconds": 1.0}), Evidence(Code.TOO_SOON))
    assert pack(found) == [["soon", {"seconds": 1.0}], "too_soon"]
    assert unpack(pack(found)) == found
    with pytest.raises(ValueError, match="never_there"):
        unpack(["never_there"])
    assert [tenths(each) for each in (0.04, 0.06, 12.34)] == [0.0, 0.1, 12.3]


def test_each_of_the_74_evidence_codes_is_stored_under_its_lower_case_name() -> None:
    assert all(code.value == code.name.lower() for code in Code)
    assert len(Code) == 74
