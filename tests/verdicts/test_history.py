"""The history of a verdict, and its evidence, as they are stored."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.messages.kinds import VerdictKind
from server.verdicts.evidence import Code, Evidence, pack, tenths, unpack
from server.verdicts.history import ChangedVerdict, change_of
from server.verdicts.verdict import Verdict

RELEASED = """
    corrected_sender corrected_automated corrected_recipient learned_sender learned_automated
    learned_recipient before_sending viewed_same_browser viewed_in_gmail after_bounce before_bounce
    own_client own_network no_user_agent gmail_prefetch announced_prefetch headless apple_privacy
    apple_network apple_name later_sign later_click later_open later_reply scanner_name scanner_network
    crawler_name unknown_program proxy proxy_hides proxy_network direct_click direct_open head
    links_at_once beside_burst decoy beside_decoy mails_at_once soon came_back too_soon together
    repeated_click repeated_open no_language no_encoding no_page by_script old_browser hosting unseen
    verbatim
"""


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


def test_each_evidence_code_is_stored_under_its_lower_case_name_and_none_that_was_released_is_gone() -> None:
    assert all(code.value == code.name.lower() for code in Code)
    assert set(Code) >= set(RELEASED.split())
