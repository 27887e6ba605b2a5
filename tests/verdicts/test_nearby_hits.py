"""Hits of one mail that are close together, at the limits to the microsecond."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any
from uuid import UUID

import pytest

from server.messages.kinds import Cause, VerdictKind
from server.verdicts import surroundings
from server.verdicts.correlate import judge
from server.verdicts.evidence import Code
from server.verdicts.hits import DECOY_URL, Hit
from server.verdicts.later_signs import MOST_CLIENTS, LaterSigns
from server.verdicts.observed import MailContext, ObservedHit, OwnView
from server.verdicts.verdict import Verdict
from server.verdicts.vicinity import like_of
from tests import agents
from tests.pipeline import GMAIL, READER
from tests.verdicts.cases import CLICK, GMAIL_OPEN, OPEN

SENT = OPEN.moment - timedelta(hours=1)
MAIL = MailContext(sent_at=SENT)
SECOND = 1_000_000
NEIGHBOUR = READER.rsplit(".", 1)[0] + ".200"
STRANGER = "203.0.113.5"


def hits(*wanted: Hit, apart: int = 0) -> list[ObservedHit]:
    """These hits, with this many microseconds between them."""
    return [
        ObservedHit(replace(hit, id=UUID(int=number), at=hit.at + (number - 1) * apart))
        for number, hit in enumerate(wanted, 1)
    ]


def link(number: int, **changed: Any) -> Hit:
    return replace(CLICK, url=f"https://example.com/{number}", **changed)


def rules(seen: list[ObservedHit], about: MailContext = MAIL, **more: Any) -> list[str]:
    return [verdict.rule for verdict in judge(seen, about, **more)]


@pytest.mark.parametrize(("apart", "rule"), [(SECOND, "links_at_once"), (SECOND + 1, "direct_client")])
def test_two_links_within_a_second_are_a_burst(apart: int, rule: str) -> None:
    assert rules(hits(link(1), link(2), apart=apart)) == [rule] * 2


@pytest.mark.parametrize(
    ("apart", "rule"), [(3 * SECOND // 2, "links_at_once"), (1_500_001, "direct_client")]
)
def test_three_links_within_three_seconds_are_a_burst(apart: int, rule: str) -> None:
    assert rules(hits(link(1), link(2), link(3), apart=apart)) == [rule] * 3


def test_a_fourth_link_in_the_minute_after_a_burst_is_beside_it() -> None:
    late = link(4, at=CLICK.at + 5 * SECOND)
    assert rules(hits(*(link(1), link(2), link(3), late), apart=SECOND))[3] == "beside_a_burst"


def test_the_same_link_again_does_not_make_a_burst() -> None:
    assert rules(hits(link(1), link(1), apart=SECOND)) == ["direct_client", "repeat"]


@pytest.mark.parametrize(
    ("after", "address", "rule"),
    [
        (60 * SECOND, READER, "beside_a_burst"),
        (60 * SECOND, NEIGHBOUR, "beside_a_burst"),
        (60 * SECOND + 1, READER, "direct_client"),
        (-60 * SECOND, READER, "beside_a_burst"),
        (-60 * SECOND - 1, READER, "direct_client"),
        (SECOND, STRANGER, "direct_client"),
    ],
)
def test_a_hit_within_a_minute_of_a_burst_from_its_network_is_by_the_same_machine(
    after: int, address: str, rule: str
) -> None:
    one, two = link(1), link(2)
    beside = replace(OPEN, at=OPEN.at + after, address=address)
    assert rules(hits(one, two, beside))[2] == rule


@pytest.mark.parametrize(
    ("after", "address", "rule"),
    [
        (60 * SECOND, NEIGHBOUR, "beside_a_decoy"),
        (60 * SECOND + 1, NEIGHBOUR, "direct_client"),
        (-60 * SECOND, NEIGHBOUR, "beside_a_decoy"),
        (-60 * SECOND - 1, NEIGHBOUR, "direct_client"),
        (0, STRANGER, "direct_client"),
    ],
)
def test_a_hit_within_a_minute_of_a_decoy_click_is_by_the_same_machine(
    after: int, address: str, rule: str
) -> None:
    decoy = replace(CLICK, url=DECOY_URL)
    beside = replace(OPEN, at=OPEN.at + after, address=address, user_agent=agents.THUNDERBIRD)
    assert rules(hits(decoy, beside)) == ["decoy", rule]


@pytest.mark.parametrize("after", [60 * SECOND + 1, -60 * SECOND - 1, 86_400 * SECOND])
def test_a_client_that_followed_the_decoy_is_never_believed_again(after: int) -> None:
    same = replace(OPEN, at=OPEN.at + after, address=NEIGHBOUR)
    [_, verdict] = judge(hits(replace(CLICK, url=DECOY_URL), same), MailContext())
    assert (verdict.rule, [each.code for each in verdict.evidence]) == ("beside_a_scanner", [Code.CAUGHT])


def test_after_alice_follows_a_decoy_other_hits_from_her_network_are_not_attributed_to_a_machine() -> None:
    decoy, beside = hits(replace(CLICK, url=DECOY_URL), OPEN)
    assert rules([replace(decoy, correction=Cause.SENDER), beside]) == ["corrected", "direct_client"]
    early = replace(CLICK, url=DECOY_URL, at=int(SENT.timestamp() * SECOND) - 1)
    assert rules(hits(early, replace(OPEN, at=early.at + 20 * SECOND))) == ["before_sending", "direct_client"]


@pytest.mark.parametrize(("apart", "kind"), [(5 * SECOND, "repeat"), (5 * SECOND + 1, "person")])
def test_the_same_client_again_within_five_seconds_is_a_repeat(apart: int, kind: str) -> None:
    verdicts = judge(hits(OPEN, OPEN, apart=apart), MAIL)
    assert [verdict.kind for verdict in verdicts] == ["person", kind]


def test_a_hit_by_another_client_or_on_another_link_is_no_repeat() -> None:
    for other in (
        replace(OPEN, address=STRANGER),
        replace(OPEN, user_agent=agents.CHROME),
        link(1),
    ):
        assert "repeat" not in rules(hits(OPEN, other))
    assert rules(hits(link(1), link(2), apart=2 * SECOND)) == ["direct_client"] * 2
    elsewhere = replace(GMAIL_OPEN, address="66.249.84.77")
    assert [each.kind for each in judge(hits(GMAIL_OPEN, elsewhere), MAIL)] == ["likely_person", "repeat"]


def test_the_first_open_after_a_view_before_sending_is_no_repeat() -> None:
    about = MailContext(sent_at=OPEN.moment - timedelta(seconds=3))
    before = replace(OPEN, at=OPEN.at - 3 * SECOND - 1)
    assert rules(hits(before, OPEN), about) == ["before_sending", "direct_client"]
    assert rules(hits(OPEN, replace(OPEN, at=OPEN.at + 1)), about)[1] == "repeat"


def test_hits_that_were_already_judged_affect_new_hits_but_get_no_new_verdict() -> None:
    beside = [replace(link(1), id=UUID(int=9), at=CLICK.at - SECOND)]
    assert rules(hits(link(2)), nearby=beside) == ["links_at_once"]
    assert judge([], MAIL, nearby=beside) == []


def test_a_click_supports_an_earlier_open_and_an_open_supports_a_later_click() -> None:
    earlier = replace(GMAIL_OPEN, at=GMAIL_OPEN.at - 600 * SECOND)
    opened, clicked = judge(hits(earlier, CLICK), MAIL)
    assert (opened.score, opened.evidence[-1].code) == (92, Code.LATER_CLICK)
    assert (clicked.score, Code.UNSEEN in {each.code for each in clicked.evidence}) == (90, False)
    [alone] = judge(hits(CLICK), MAIL)
    assert (alone.score, alone.evidence[1].code) == (70, Code.UNSEEN)
    before = MailContext(sent_at=SENT, opened_at=CLICK.moment)
    assert judge(hits(CLICK), before)[0].score == 90
    after = MailContext(sent_at=SENT, opened_at=CLICK.moment + timedelta(microseconds=1))
    assert judge(hits(CLICK), after)[0].score == 70


def test_an_open_at_the_same_time_as_a_click_counts_as_earlier_than_the_click() -> None:
    assert judge(hits(GMAIL_OPEN, CLICK), MAIL)[1].score == 90


def test_apples_prefetching_supports_a_click_but_a_filters_load_does_not() -> None:
    apple = replace(OPEN, user_agent=agents.APPLE, at=OPEN.at - 60 * SECOND)
    assert judge(hits(apple, CLICK), MAIL)[1].score == 90
    scanner = replace(OPEN, user_agent="Mimecast-URL-Protect/2", at=OPEN.at - 60 * SECOND)
    assert judge(hits(scanner, CLICK), MAIL)[1].score == 70


def test_a_reply_supports_only_the_opens_before_it() -> None:
    for replied, score in (
        (GMAIL_OPEN.moment + timedelta(microseconds=1), 92),
        (GMAIL_OPEN.moment, 80),
        (None, 80),
    ):
        [opened] = judge(hits(GMAIL_OPEN), MailContext(sent_at=SENT, replied_at=replied))
        assert opened.score == score


def test_a_persons_later_action_supports_hits_although_it_is_not_judged_with_them() -> None:
    beyond = LaterSigns()
    [person] = judge(hits(OPEN), MAIL)
    beyond.note(OPEN, person)
    [opened] = judge(hits(GMAIL_OPEN), MAIL, beyond)
    assert (opened.score, opened.evidence[-1].code) == (92, Code.LATER_OPEN)
    assert beyond.anybody == ("open", OPEN.at)
    assert len(beyond.same) == 1, "judging notes its own signs in a copy"


def test_only_peoples_clicks_and_certain_opens_support_the_hits_of_others() -> None:
    for hit, kind, for_anybody, for_the_same in (
        (OPEN, VerdictKind.PERSON, True, True),
        (OPEN, VerdictKind.LIKELY_PERSON, False, True),
        (CLICK, VerdictKind.LIKELY_PERSON, True, True),
        (CLICK, VerdictKind.SCANNER, False, False),
        (OPEN, VerdictKind.UNKNOWN_TIME, False, False),
    ):
        signs = LaterSigns()
        signs.note(hit, Verdict(kind, 50, "", ()))
        assert (bool(signs.anybody), bool(signs.same)) == (for_anybody, for_the_same)


def test_later_signs_are_remembered_separately_for_at_most_a_thousand_clients() -> None:
    signs, person = LaterSigns(), Verdict(VerdictKind.PERSON, 90, "", ())
    for number in range(MOST_CLIENTS + 1):
        signs.note(replace(OPEN, user_agent=f"{agents.FIREFOX} {number}", at=number), person)
    assert MOST_CLIENTS == len(signs.same) == 1000
    signs.note(replace(OPEN, user_agent=f"{agents.FIREFOX} 0", at=-7), person)
    assert signs.same[f"198.51.100.0/24 {agents.FIREFOX} 0"] == ("open", -7, 0), "the first and the last time"
    assert signs.anybody == ("open", -7)


@pytest.mark.parametrize(("after", "kind"), [(10.0, "you"), (-10.0, "you"), (10.001, "person")])
def test_an_open_within_ten_seconds_of_alices_own_view_is_hers(after: float, kind: str) -> None:
    view = OwnView(OPEN.moment - timedelta(seconds=after), READER, OPEN.user_agent)
    [verdict] = judge(hits(OPEN), MailContext(sent_at=SENT, viewings=(view,)))
    assert verdict.kind == kind


def test_an_open_is_alices_if_one_of_her_own_views_was_in_the_same_browser() -> None:
    same = OwnView(OPEN.moment, READER, OPEN.user_agent)
    others = (OwnView(OPEN.moment, STRANGER, OPEN.user_agent), OwnView(OPEN.moment, READER, agents.CHROME))
    for viewings in ((same, *others), (*others, same)):
        [verdict] = judge(hits(OPEN), MailContext(sent_at=SENT, viewings=viewings))
        assert verdict.rule == "own_view"
    [verdict] = judge(hits(OPEN), MailContext(sent_at=SENT, viewings=others))
    assert verdict.rule == "direct_client"


def test_alices_open_is_recognised_by_her_own_clients_and_by_her_earlier_corrections() -> None:
    like = like_of(OPEN)
    assert like == ("198.51.100.0/24", agents.FIREFOX)
    assert rules(hits(OPEN), MailContext(sent_at=SENT, own=frozenset({like}))) == ["own_client"]
    [neighbour] = judge(hits(OPEN), MailContext(sent_at=SENT, own=frozenset({(like[0], agents.CHROME)})))
    assert neighbour.evidence[-1].code == Code.OWN_NETWORK
    learned = MailContext(sent_at=SENT, learned={like: Cause.SENDER})
    assert rules(hits(OPEN, replace(OPEN, address=STRANGER)), learned) == [
        "corrected_alike",
        "direct_client",
    ]


def test_a_proxy_or_this_machine_is_not_remembered_as_a_persons_client() -> None:
    for hit in (
        GMAIL_OPEN,
        replace(OPEN, user_agent=agents.APPLE),
        replace(OPEN, user_agent=agents.GMAIL_PREFETCH),
        replace(OPEN, user_agent=""),
        replace(OPEN, address="127.0.0.1"),
    ):
        assert like_of(hit) is None


@pytest.mark.parametrize(
    ("mark", "rule"),
    [
        ("12.3", "head_before_get"),
        ("60.0", "head_before_get"),
        ("60.1", "direct_client"),
        ("x", "direct_client"),
    ],
)
def test_an_earlier_head_request_is_read_from_the_header_that_notes_it(mark: str, rule: str) -> None:
    hit = replace(OPEN, headers={**OPEN.headers, surroundings.HEAD_MARK: mark})
    assert rules(hits(hit)) == [rule]
    assert surroundings.HEAD_MARK == "sightline-head"


def test_verdicts_are_in_the_order_of_the_hits_given() -> None:
    early, late = replace(OPEN, at=OPEN.at - 600 * SECOND, user_agent=""), CLICK
    assert rules(hits(late, early)) == ["direct_client", "no_user_agent"]
    assert rules(hits(early, late)) == ["no_user_agent", "direct_client"]


def test_gmails_proxy_is_one_client_at_any_address() -> None:
    later = replace(GMAIL_OPEN, at=GMAIL_OPEN.at + 600 * SECOND, address=GMAIL)
    assert [each.kind for each in judge(hits(GMAIL_OPEN, later), MAIL)] == ["likely_person"] * 2
