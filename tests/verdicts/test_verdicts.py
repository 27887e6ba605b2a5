"""The accuracy of the rules on the corpus, and properties of the verdicts on any hits."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.events.evidence_wording import evidence_sentence
from server.messages.kinds import Cause, EventKind, VerdictKind
from server.verdicts.classify import RULES, classify
from server.verdicts.context import Context
from server.verdicts.correlate import judge
from server.verdicts.evidence import pack, unpack
from server.verdicts.hits import DECOY_URL, Hit
from server.verdicts.observed import MailContext, ObservedHit
from tests.verdicts.corpus import SENT, Case, cases
from tests.verdicts.score import scores, too_low, who

CORPUS = cases()
HARD = [
    case
    for case in CORPUS
    if [who(wanted) for wanted in case.wanted]
    != [who(each.kind) for each in judge(case.observed, case.about)]
]
SURER = {  # what a reply makes of a verdict, if it changes the kind
    (VerdictKind.LIKELY_PERSON, VerdictKind.PERSON),
    (VerdictKind.PREFETCH, VerdictKind.LIKELY_PERSON),  # a proxy that came so soon that it seemed ahead
}
START = int(SENT.timestamp() * 1_000_000)

agents = st.sampled_from(sorted({observed.hit.user_agent for case in CORPUS for observed in case.observed}))
addresses = st.sampled_from(
    sorted({observed.hit.address for case in CORPUS for observed in case.observed})[:40]
)
headers = st.sampled_from([observed.hit.headers for case in CORPUS[::7] for observed in case.observed])
moments = st.integers(-60_000_000, 400_000_000)
hits = st.builds(
    Hit,
    id=st.uuids(),
    at=moments.map(lambda after: START + after),
    kind=st.sampled_from(["open", "click"]),
    account=st.just(1),
    message=st.just(UUID(int=1)),
    recipient=st.just(0),
    url=st.sampled_from(
        ["", "https://example.com/1", "https://example.com/2", "https://example.com/3", DECOY_URL]
    ),
    address=addresses | st.text(max_size=8),
    user_agent=agents | st.text(max_size=20),
    referer=st.just(""),
    method=st.just("GET"),
    headers=headers | st.dictionaries(st.text(max_size=8), st.text(max_size=8), max_size=3),
)
observed = st.builds(
    ObservedHit,
    hits,
    mails=st.integers(0, 20),
    hosting=st.sampled_from(["", "HETZNER-AS"]),
    correction=st.just(""),
)
trails = st.lists(observed, max_size=12, unique_by=lambda each: each.hit.id)
backgrounds = st.sampled_from([MailContext(), *(case.about for case in CORPUS[::25])])


def test_no_accuracy_figure_is_lower_than_the_committed_one() -> None:
    assert too_low(scores(CORPUS)) == []


def test_the_corpus_has_400_sequences_with_sources_and_covers_every_verdict_and_nearly_every_rule() -> None:
    assert len(CORPUS) >= 400
    assert all(case.source and case.wanted for case in CORPUS)
    assert {wanted for case in CORPUS for wanted in case.wanted} == set(VerdictKind)
    rules = {verdict.rule for case in CORPUS for verdict in judge(case.observed, case.about)}
    assert {name for name, _ in RULES} - rules <= {"headless"}


@pytest.mark.parametrize("case", HARD, ids=lambda case: case.name)
def test_only_known_hard_cases_are_judged_wrongly(case: Case) -> None:
    assert any(word in case.name for word in ("patient", "eager", "strips", "says no", "beside"))


@given(trails, backgrounds)
@settings(max_examples=150)
def test_the_verdicts_on_any_hits_do_not_depend_on_their_order(
    trail: list[ObservedHit], about: MailContext
) -> None:
    verdicts = judge(trail, about)
    assert verdicts == judge(trail, about)
    by_hit = {each.hit.id: verdict for each, verdict in zip(trail, verdicts, strict=True)}
    mixed = random.Random(len(trail)).sample(trail, len(trail))
    assert {each.hit.id: v for each, v in zip(mixed, judge(mixed, about), strict=True)} == by_hit
    for verdict in verdicts:
        assert verdict.kind in tuple(VerdictKind)
        assert 0 <= verdict.score <= 100
        assert all(map(evidence_sentence, verdict.evidence))
        assert unpack(json.loads(json.dumps(pack(verdict.evidence)))) == verdict.evidence


@given(trails, backgrounds, hits)
@settings(max_examples=150)
def test_a_filters_hit_makes_no_other_hit_look_more_like_a_person(
    trail: list[ObservedHit], about: MailContext, more: Hit
) -> None:
    scanner = ObservedHit(replace(more, id=UUID(int=7), user_agent="Mimecast-URL-Protect/2"))
    before = judge(trail, replace(about, learned={}))
    after = judge([*trail, scanner], replace(about, learned={}))
    for was, now in zip(before, after, strict=False):
        assert now.score <= was.score


@given(trails.filter(bool), st.integers(2, 4))
@settings(max_examples=60)
def test_a_filter_known_only_by_its_speed_makes_no_hit_look_more_like_a_person(
    trail: list[ObservedHit], links: int
) -> None:
    at = max(each.hit.at for each in trail) + 200_000_000
    burst = [
        ObservedHit(
            replace(
                trail[0].hit,
                id=UUID(int=number),
                at=at + number,
                kind=EventKind.CLICK,
                url=f"https://example.com/b{number}",
            )
        )
        for number in range(1, links + 1)
    ]
    before, after = (
        judge(trail, MailContext(sent_at=SENT)),
        judge([*trail, *burst], MailContext(sent_at=SENT)),
    )
    for was, now in zip(before, after, strict=False):
        assert now.score <= was.score


@given(trails, backgrounds, hits, st.sampled_from(["", *tuple(Cause)]), st.integers(-70, 70) | st.none())
@settings(max_examples=300)
def test_a_decoy_never_counts_and_makes_no_hit_look_more_like_a_person(
    trail: list[ObservedHit], about: MailContext, more: Hit, cause: str, apart: int | None
) -> None:
    if trail and apart is not None:  # by the client of another hit, that many seconds apart
        other = trail[0].hit
        more = replace(more, address=other.address, at=other.at + apart * 1_000_000)
    decoy = ObservedHit(replace(more, id=UUID(int=7), kind=EventKind.CLICK, url=DECOY_URL), correction=cause)
    before, after = judge(trail, about), judge([*trail, decoy], about)
    assert not after[-1].counts
    for was, now in zip(before, after, strict=False):
        assert now.score <= was.score


@given(trails, backgrounds, moments)
@settings(max_examples=150)
def test_a_reply_lowers_no_score_and_turns_no_machine_into_a_person(
    trail: list[ObservedHit], about: MailContext, after: int
) -> None:
    replied = SENT + timedelta(microseconds=after)
    before = judge(trail, replace(about, replied_at=None))
    for was, now in zip(before, judge(trail, replace(about, replied_at=replied)), strict=True):
        assert now.rule == was.rule
        assert now.score >= was.score
        assert now.kind == was.kind or (was.kind, now.kind) in SURER


@given(trails, backgrounds, moments)
@settings(max_examples=150)
def test_a_bounce_makes_no_uncounted_hit_count(
    trail: list[ObservedHit], about: MailContext, after: int
) -> None:
    bounced = SENT + timedelta(microseconds=after)
    before = judge(trail, replace(about, bounced_at=None))
    now = judge(trail, replace(about, bounced_at=bounced))
    for observed, was, is_now in zip(trail, before, now, strict=True):
        assert was.counts or not is_now.counts
        if observed.hit.moment < bounced and was.kind == "scanner":
            assert is_now == was


def test_a_single_hit_gets_a_verdict_without_context() -> None:
    for case in CORPUS[:50]:
        for each in case.observed:
            assert classify(each.hit, Context()).kind in tuple(VerdictKind)
