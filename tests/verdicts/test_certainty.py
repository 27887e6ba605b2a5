"""It is certain that a person was there only if something confirms it; until then, a person is likely."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from server.accounts.threshold import NAMES as THRESHOLDS
from server.messages.kinds import VerdictKind
from server.verdicts.classify import classify
from server.verdicts.context import Context, LaterSign
from server.verdicts.correlate import judge
from server.verdicts.evidence import Code
from server.verdicts.hits import Hit
from server.verdicts.later_signs import LaterSigns
from server.verdicts.observed import MailContext
from server.verdicts.verdict import Verdict
from tests import agents
from tests.verdicts.cases import CLICK, GMAIL_OPEN, OPEN, after
from tests.verdicts.test_nearby_hits import NEIGHBOUR, SECOND, STRANGER, hits

TEN_MINUTES = 600.0
SENT = OPEN.moment - timedelta(minutes=20)
MAIL = MailContext(sent_at=SENT)


def same(what: str, seconds: float, until: float | None = None) -> LaterSign:
    """Something that the same client does after a hit, for the first time and for the last."""
    return LaterSign(what, seconds, same=True, until=seconds if until is None else until)


def certain(hit: Hit, context: Context) -> tuple[bool, Code]:
    """Whether it is certain that a person caused the hit, and the last piece of evidence."""
    found = classify(hit, context)
    assert found.counts
    assert found.unsettled
    return found.kind == VerdictKind.PERSON, found.evidence[-1].code


@pytest.mark.parametrize(
    ("hit", "known", "code"),
    [
        (OPEN, {"later": same("click", 20.0)}, Code.SAME_LATER),
        (OPEN, {"later": same("open", TEN_MINUTES)}, Code.SAME_LATER),
        (OPEN, {"later": same("open", 5.0, TEN_MINUTES)}, Code.SAME_LATER),
        (CLICK, {"opened": True, "later": same("click", TEN_MINUTES)}, Code.SAME_LATER),
        (CLICK, {"opened": True, "later": same("open", TEN_MINUTES)}, Code.SAME_LATER),
        (OPEN, {"returned": True}, Code.SAME_BEFORE),
        (CLICK, {"opened": True, "returned": True}, Code.SAME_BEFORE),
    ],
)
def test_the_same_client_at_a_persons_pace_makes_a_person_certain(
    hit: Hit, known: dict[str, Any], code: Code
) -> None:
    assert certain(hit, after(1200, **known)) == (True, code)


@pytest.mark.parametrize(
    ("hit", "known"),
    [
        (OPEN, {}),
        (OPEN, {"later": same("click", 19.999999)}),
        (OPEN, {"later": same("open", 599.999999)}),
        (CLICK, {"opened": True, "later": same("click", 599.999999)}),
        (CLICK, {"opened": True, "later": same("open", 599.999999)}),
    ],
)
def test_a_program_could_be_as_fast_so_a_person_is_only_likely(hit: Hit, known: dict[str, Any]) -> None:
    assert not certain(hit, after(1200, **known))[0]


@pytest.mark.parametrize("what", ["open", "click", "reply"])
def test_what_another_client_does_later_makes_a_person_likelier_but_not_certain(what: str) -> None:
    alone, later = (classify(OPEN, after(1200, **each)) for each in ({}, {"later": LaterSign(what, 3600.0)}))
    assert (alone.kind, later.kind) == ("likely_person", "likely_person")
    assert (alone.score, later.score) == (75, 87)


@pytest.mark.parametrize(
    ("seconds", "wanted"), [(3600, (True, Code.LONG_AFTER)), (3599.999999, (False, Code.UNCONFIRMED))]
)
def test_an_hour_after_sending_delivery_is_over(seconds: float, wanted: tuple[bool, Code]) -> None:
    assert certain(OPEN, after(seconds)) == wanted


@pytest.mark.parametrize(("weighs", "is_certain"), [(1, True), (2, False), (3, False)])
def test_two_small_signs_of_a_machine_leave_doubt_even_if_the_client_comes_back(
    weighs: int, is_certain: bool
) -> None:
    left_out = {1: ["accept-encoding"], 2: ["accept-language"], 3: ["accept-language", "accept-encoding"]}
    headers = {name: value for name, value in OPEN.headers.items() if name not in left_out[weighs]}
    found = classify(replace(OPEN, headers=headers), after(7200, later=same("open", 3600.0)))
    assert found.counts
    assert (found.kind == VerdictKind.PERSON) is is_certain


def test_a_client_in_alices_network_is_never_certainly_the_recipient() -> None:
    for own in ("network", "address"):
        assert certain(CLICK, after(7200, own=own, opened=True, returned=True)) == (False, Code.OWN_NETWORK)


def test_an_unconfirmed_open_does_not_count_at_the_threshold_certain_and_a_confirmed_one_does() -> None:
    unconfirmed, confirmed = classify(OPEN, after(1200)), classify(OPEN, after(1200, returned=True))
    assert "certain" in THRESHOLDS
    assert (unconfirmed.kind, confirmed.kind) == ("likely_person", "person")


def kinds(*wanted: Hit, apart: int, about: MailContext = MAIL) -> list[str]:
    return [verdict.kind for verdict in judge(hits(*wanted, apart=apart), about)]


@pytest.mark.parametrize(("apart", "kind"), [(600 * SECOND, "person"), (600 * SECOND - 1, "likely_person")])
def test_two_opens_by_one_client_confirm_each_other_if_they_are_ten_minutes_apart(
    apart: int, kind: str
) -> None:
    assert kinds(OPEN, OPEN, apart=apart) == [kind, kind]


@pytest.mark.parametrize(("apart", "kind"), [(20 * SECOND, "person"), (20 * SECOND - 1, "likely_person")])
def test_an_open_and_a_click_confirm_each_other_if_there_is_time_to_read(apart: int, kind: str) -> None:
    assert kinds(OPEN, CLICK, apart=apart, about=MAIL)[0] == kind


def test_the_last_sign_of_a_client_counts_not_only_the_first_after_a_hit() -> None:
    assert kinds(OPEN, OPEN, OPEN, apart=300 * SECOND) == ["person", "likely_person", "person"]


def test_a_homes_address_may_change_between_two_signs_but_not_its_program() -> None:
    for other, kind in (
        (replace(OPEN, address=NEIGHBOUR), "person"),
        (replace(OPEN, address=STRANGER), "likely_person"),
        (replace(OPEN, user_agent=agents.THUNDERBIRD), "likely_person"),
    ):
        assert kinds(OPEN, other, apart=600 * SECOND) == [kind, kind]


@pytest.mark.parametrize("machine", ["curl/8.5.0", "Mimecast-URL-Protect/2"])
def test_a_machine_confirms_nobody(machine: str) -> None:
    assert kinds(OPEN, replace(CLICK, user_agent=machine), apart=600 * SECOND)[0] == "likely_person"


def test_a_hit_before_the_mail_was_sent_confirms_nobody() -> None:
    about = MailContext(sent_at=OPEN.moment)
    early = replace(OPEN, at=OPEN.at - 600 * SECOND)
    late = replace(OPEN, at=OPEN.at + 600 * SECOND)
    assert [each.kind for each in judge(hits(early, late), about)] == ["before_sending", "likely_person"]


def test_an_alert_at_the_threshold_certain_comes_when_bob_comes_back() -> None:
    [first] = judge(hits(OPEN), MAIL)
    again = judge(hits(OPEN, OPEN, apart=600 * SECOND), MAIL)
    assert (first.kind, again[0].kind) == ("likely_person", "person")
    assert again[0].evidence[-1].code == Code.SAME_LATER
    assert again[1].evidence[-1].code == Code.SAME_BEFORE


@pytest.mark.parametrize(("seconds", "kind"), [(5.0, "prefetch"), (5.000001, "likely_person")])
def test_gmails_proxy_within_five_seconds_loads_ahead_of_the_reader(seconds: float, kind: str) -> None:
    about = MailContext(sent_at=GMAIL_OPEN.moment - timedelta(seconds=seconds))
    assert [each.kind for each in judge(hits(GMAIL_OPEN), about)] == [kind]


@pytest.mark.parametrize(
    ("later", "kind"),
    [
        (CLICK, "likely_person"),
        (OPEN, "likely_person"),
        (replace(CLICK, user_agent="curl/8.5.0"), "prefetch"),
        (replace(OPEN, user_agent=agents.APPLE), "prefetch"),
        (GMAIL_OPEN, "prefetch"),
    ],
    ids=["a click", "a certain open", "a crawler", "Apple", "Gmail's proxy again"],
)
def test_a_person_later_shows_that_gmails_early_load_was_for_a_reader(later: Hit, kind: str) -> None:
    """The proxy serves many people, so that it comes again says nothing about its first load."""
    about = MailContext(sent_at=GMAIL_OPEN.moment - timedelta(seconds=4))
    late = replace(later, at=later.at + 7200 * SECOND)
    assert judge(hits(GMAIL_OPEN, late), about)[0].kind == kind


def test_an_open_soon_after_gmail_has_loaded_ahead_is_no_repeat() -> None:
    about = MailContext(sent_at=GMAIL_OPEN.moment - timedelta(seconds=4))
    ahead, seen, again = judge(hits(GMAIL_OPEN, GMAIL_OPEN, GMAIL_OPEN, apart=4 * SECOND), about)
    assert (ahead.kind, seen.kind, again.kind) == ("prefetch", "likely_person", "repeat")


def test_a_reply_shows_that_gmails_early_load_was_for_a_reader() -> None:
    about = MailContext(
        sent_at=GMAIL_OPEN.moment - timedelta(seconds=4), replied_at=GMAIL_OPEN.moment + timedelta(hours=1)
    )
    [found] = judge(hits(GMAIL_OPEN), about)
    assert (found.kind, found.score) == ("likely_person", 82)


@pytest.mark.parametrize(("hit", "noted"), [(GMAIL_OPEN, 0), (OPEN, 1)])
def test_a_likely_open_is_a_sign_for_the_same_client_only_and_not_for_a_proxy(hit: Hit, noted: int) -> None:
    signs = LaterSigns()
    signs.note(hit, Verdict(VerdictKind.LIKELY_PERSON, 80, "", ()))
    assert (signs.anybody, len(signs.same)) == (None, noted)


AZURE = {"hosting": "Microsoft Azure"}
OLD = agents.CHROME.replace("Chrome/156", "Chrome/120")


@pytest.mark.parametrize(
    ("hit", "seconds", "known", "rule"),
    [
        (OPEN, 120, AZURE, "microsoft_display"),
        (OPEN, 120, {"filter": "Microsoft Defender"}, "microsoft_display"),
        (OPEN, 119.999999, AZURE, "data_centre"),
        (OPEN, 119.999999, {"filter": "Microsoft Defender"}, "scanner_by_network"),
        (OPEN, 300_000, AZURE | {"picture_and_link": 3.0}, "data_centre"),
        (OPEN, 300_000, AZURE | {"beside_scanner": True}, "data_centre"),
        (OPEN, 300_000, AZURE | {"caught": True}, "data_centre"),
        (OPEN, 300_000, {"hosting": "Amazon Web Services"}, "data_centre"),
        (CLICK, 300_000, AZURE | {"opened": True}, "data_centre"),
        (replace(OPEN, user_agent=OLD), 300_000, AZURE, "data_centre"),
        (GMAIL_OPEN, 300_000, AZURE, "proxy_on_display"),
    ],
)
def test_microsoft_shows_images_to_people_two_minutes_after_sending_and_follows_no_link_for_them(
    hit: Hit, seconds: float, known: dict[str, Any], rule: str
) -> None:
    assert classify(hit, after(seconds, **known)).rule == rule


def test_an_image_that_microsoft_loads_is_likely_for_a_person_and_never_certainly() -> None:
    alone = classify(OPEN, after(120, **AZURE))
    later = classify(OPEN, after(120, **AZURE, later=same("click", 600.0), returned=True))
    assert [(each.kind, each.score, each.unsettled) for each in (alone, later)] == [
        ("likely_person", 50, True),
        ("likely_person", 62, True),
    ]
    assert classify(OPEN, Context(hosting="Microsoft Azure")).rule == "data_centre", (
        "nobody knows when it was sent"
    )
    assert classify(OPEN, after(600, **AZURE, since_same=5.0)).kind == "repeat"
    assert (
        classify(OPEN, after(600, **AZURE, bounced_at=OPEN.moment + timedelta(hours=1))).kind == "maybe_you"
    )


def test_an_unfamiliar_program_is_only_likely_a_persons_however_late_it_comes() -> None:
    hit = replace(OPEN, user_agent="Zippymail/3.1", headers={"accept-language": "de"})
    found = classify(hit, after(2 * 3600.0))
    assert found.kind == VerdictKind.LIKELY_PERSON
    assert Code.UNFAMILIAR in {each.code for each in found.evidence}
