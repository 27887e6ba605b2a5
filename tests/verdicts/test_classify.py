"""The verdict on a single hit."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from server.events.evidence_wording import evidence_sentence
from server.messages.kinds import VerdictKind
from server.verdicts.classify import RULES, classify
from server.verdicts.clients import client_name, is_stand_in
from server.verdicts.context import Context
from server.verdicts.hits import Hit
from tests import agents
from tests.pipeline import GMAIL, READER
from tests.verdicts.test_hits import hits

HIT = Hit(
    UUID(int=1), 1_790_000_000_000_000, "open", 1, UUID(int=2), 0, "", READER, agents.FIREFOX, "", "GET", {}
)
BEFORE = Context(HIT.moment - timedelta(minutes=1))
APPLE_RELAY = "17.58.1.2"

CASES = [
    # kind of hit, user agent, address, verdict, rule
    ("open", agents.FIREFOX, READER, "likely_person", "direct_client"),
    ("click", agents.CHROME, READER, "likely_person", "direct_client"),
    ("open", agents.THUNDERBIRD, READER, "likely_person", "direct_client"),
    ("open", agents.OUTLOOK, READER, "likely_person", "direct_client"),
    ("open", "Mail/3731.500.231 CFNetwork/1408.0.4 Darwin/22.5.0", READER, "likely_person", "direct_client"),
    ("open", agents.GMAIL_PROXY, GMAIL, "likely_person", "proxy_on_display"),
    ("open", agents.GMAIL_PROXY, READER, "likely_person", "proxy_on_display"),
    ("open", agents.YAHOO_PROXY, READER, "likely_person", "proxy_on_display"),
    ("open", "FastmailUA/1.0", READER, "likely_person", "proxy_on_display"),
    ("click", agents.GMAIL_PROXY, GMAIL, "crawler", "crawler_by_name"),
    ("open", agents.GMAIL_PREFETCH, GMAIL, "prefetch", "gmail_prefetch"),
    ("open", agents.APPLE, APPLE_RELAY, "unknown_time", "apple_privacy"),
    ("open", agents.APPLE, READER, "unknown_time", "apple_privacy"),
    ("open", agents.FIREFOX, APPLE_RELAY, "likely_person", "direct_client"),
    ("click", agents.APPLE, APPLE_RELAY, "crawler", "unknown_program"),
    ("click", "Mozilla/5.0 (compatible; BarracudaCentral)", READER, "scanner", "scanner_by_name"),
    ("click", "Mimecast-URL-Protect/2", READER, "scanner", "scanner_by_name"),
    ("click", "curl/8.5.0", READER, "crawler", "crawler_by_name"),
    ("open", "python-requests/2.32", READER, "crawler", "crawler_by_name"),
    ("open", "Googlebot-Image/1.0", GMAIL, "crawler", "crawler_by_name"),
    ("click", agents.CHROME.replace("Chrome/", "HeadlessChrome/"), READER, "crawler", "crawler_by_name"),
    ("click", "Java/17.0.1", READER, "crawler", "crawler_by_name"),
    ("open", "something", READER, "crawler", "unknown_program"),
    ("open", "", READER, "crawler", "no_user_agent"),
    ("click", "  ", READER, "crawler", "no_user_agent"),
]


@pytest.mark.parametrize(("kind", "agent", "address", "verdict", "rule"), CASES)
def test_a_hit_gets_the_verdict_that_its_kind_program_and_address_require(
    kind: str, agent: str, address: str, verdict: str, rule: str
) -> None:
    hit = replace(HIT, kind=kind, user_agent=agent, address=address)
    found = classify(hit, BEFORE)
    assert (found.kind, found.rule) == (verdict, rule)
    assert found.counts == (verdict in {"person", "likely_person"})
    assert all(evidence_sentence(each).endswith(".") for each in found.evidence)


@pytest.mark.parametrize("agent", [agents.FIREFOX, agents.GMAIL_PROXY, "", agents.APPLE])
def test_a_hit_before_the_send_is_attributed_to_the_sender(agent: str) -> None:
    hit = replace(HIT, user_agent=agent)
    assert classify(hit, Context(HIT.moment + timedelta(microseconds=1))).kind == "before_sending"
    assert classify(hit, Context(HIT.moment)).kind != "before_sending"
    assert classify(hit, Context(None)).kind != "before_sending"


@pytest.mark.parametrize(
    ("span", "words"), [(0.84, "0.8 s"), (100, "100.0 s"), (600, "10 minutes"), (9000, "2 hours")]
)
def test_the_time_before_the_send_is_given_in_words(span: float, words: str) -> None:
    verdict = classify(HIT, Context(HIT.moment + timedelta(seconds=span)))
    assert f"The request came {words} before" in evidence_sentence(verdict.evidence[0])


@pytest.mark.parametrize(
    ("name", "value"),
    [("sec-purpose", "prefetch;prerender"), ("x-moz", "prefetch"), ("x-purpose", "preview")],
)
def test_a_prefetch_that_a_browser_announces_is_recognised_by_its_header(name: str, value: str) -> None:
    assert classify(replace(HIT, headers={name: value}), BEFORE).rule == "announced_prefetch"


def test_an_open_by_gmails_proxy_from_an_unknown_network_is_less_certain() -> None:
    at_home, elsewhere = (
        classify(replace(HIT, user_agent=agents.GMAIL_PROXY, address=address), BEFORE)
        for address in (GMAIL, READER)
    )
    assert elsewhere.score < at_home.score


@given(
    hits,
    st.none() | st.datetimes(datetime(2, 1, 1)).map(lambda moment: moment.replace(tzinfo=UTC)),  # noqa: DTZ001
)
@settings(max_examples=500)
def test_every_hit_gets_a_verdict_and_always_the_same_one(hit: Hit, sent_at: datetime | None) -> None:
    context = Context(sent_at)
    verdict = classify(hit, context)
    assert verdict == classify(hit, context)
    assert verdict.kind in tuple(VerdictKind)
    assert verdict.rule in dict(RULES)
    assert 0 <= verdict.score <= 100
    assert verdict.evidence


@pytest.mark.parametrize(
    ("agent", "name"),
    [
        (agents.FIREFOX, "Firefox 153 on Windows"),
        (agents.CHROME, "Chrome 156 on Linux"),
        (agents.THUNDERBIRD, "Thunderbird 140 on Linux"),
        (agents.OUTLOOK, "Outlook 2016"),
        (agents.GMAIL_PROXY, "Gmail’s image proxy"),
        (agents.GMAIL_PREFETCH, "Gmail, ahead of the reader"),
        (agents.APPLE, "Apple’s privacy protection"),
        ("something", ""),
        ("", ""),
    ],
)
def test_a_known_client_gets_a_familiar_name_and_an_unknown_client_none(agent: str, name: str) -> None:
    assert client_name(agent) == name


def test_proxies_and_prefetchers_are_recognised_as_stand_ins_for_a_reader() -> None:
    stand_ins = [agents.GMAIL_PROXY, agents.YAHOO_PROXY, agents.APPLE, agents.GMAIL_PREFETCH]
    assert all(is_stand_in(agent, READER) for agent in stand_ins)
    assert not is_stand_in(agents.FIREFOX, READER)
