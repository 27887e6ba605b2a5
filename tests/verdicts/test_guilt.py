"""What a scanner gives away about itself taints its network for a minute, and sometimes its client."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from server.messages.kinds import VerdictKind
from server.verdicts.classify import RULES
from server.verdicts.correlate import judge
from server.verdicts.evidence import Code
from server.verdicts.guilt import GUILTY, guilt_of, is_guilty
from server.verdicts.hits import DECOY_URL, Hit
from server.verdicts.observed import MailContext, ObservedHit
from server.verdicts.verdict import Verdict
from server.verdicts.vicinity import like_of
from tests import agents
from tests.pipeline import READER
from tests.verdicts.cases import CLICK, GMAIL_OPEN, OPEN
from tests.verdicts.test_nearby_hits import NEIGHBOUR, SECOND, STRANGER, hits, link

LATE = MailContext(sent_at=OPEN.moment - timedelta(hours=3))
ON_DELIVERY = MailContext(sent_at=OPEN.moment - timedelta(minutes=5))
SCRIPT = replace(OPEN, headers={"accept": "*/*"})  # small signs: a browser that names no language, …
BESIDE = replace(OPEN, user_agent=agents.THUNDERBIRD)
DECOY = replace(CLICK, url=DECOY_URL)


def verdict(rule: str, kind: VerdictKind = VerdictKind.SCANNER) -> Verdict:
    return Verdict(kind, 5, rule, ())


def last(*wanted: Hit, about: MailContext = LATE, **known: Any) -> tuple[str, Code]:
    """The rule and the evidence for the last of these hits; `known` is about all others."""
    seen = hits(*wanted)
    seen = [*(replace(each, **known) for each in seen[:-1]), seen[-1]]
    found = judge(seen, about)[-1]
    return found.rule, found.evidence[0].code


def after(hit: Hit, microseconds: int) -> Hit:
    return replace(hit, at=hit.at + microseconds)


@pytest.mark.parametrize(
    ("apart", "address", "tainted"),
    [
        (60 * SECOND, READER, True),
        (60 * SECOND, NEIGHBOUR, True),
        (60 * SECOND + 1, READER, False),
        (-60 * SECOND, NEIGHBOUR, True),
        (-60 * SECOND - 1, NEIGHBOUR, False),
        (0, STRANGER, False),
    ],
)
def test_a_scanners_network_is_tainted_for_a_minute_before_and_after(
    apart: int, address: str, tainted: bool
) -> None:
    beside = after(replace(BESIDE, address=address), apart)
    rule, code = last(SCRIPT, beside)
    assert (rule == "beside_a_scanner") is tainted
    assert (code == Code.BESIDE_SCANNER) is tainted


@pytest.mark.parametrize(
    ("apart", "address", "tainted"),
    [(60 * SECOND, STRANGER, True), (60 * SECOND + 1, STRANGER, False)],
)
def test_a_scanner_in_a_data_centre_taints_the_whole_of_it(apart: int, address: str, tainted: bool) -> None:
    """Its sandboxes have addresses all over the place. Mail programs there are otherwise people's."""
    scanner, other = hits(OPEN, after(replace(BESIDE, address=address), apart))
    found = judge([replace(scanner, hosting="Hetzner"), replace(other, hosting="Hetzner")], LATE)
    assert [each.rule for each in found] == [
        "data_centre",
        "beside_a_scanner" if tainted else "direct_client",
    ]
    found = judge([replace(scanner, hosting="Hetzner"), replace(other, hosting="Contabo")], LATE)
    assert found[1].rule == "direct_client"


def test_nothing_spreads_to_or_from_an_exit_that_many_people_share() -> None:
    scanner, other = hits(SCRIPT, after(BESIDE, SECOND))
    assert judge([scanner, replace(other, exit="Zscaler")], LATE)[1].rule == "direct_client"
    assert judge([replace(scanner, exit="Zscaler"), other], LATE)[1].rule == "direct_client"


@pytest.mark.parametrize("hit", [GMAIL_OPEN, replace(OPEN, user_agent=agents.APPLE)])
def test_nothing_spreads_to_a_proxy(hit: Hit) -> None:
    assert last(SCRIPT, after(replace(hit, address=READER), SECOND))[0] != "beside_a_scanner"


def test_guilt_does_not_spread_further_from_what_was_only_beside_a_scanner() -> None:
    """Otherwise it would spread from minute to minute through a whole office."""
    beside, later = after(BESIDE, 50 * SECOND), after(BESIDE, 100 * SECOND)
    rules = [each.rule for each in judge(hits(SCRIPT, beside, later), LATE)]
    assert rules == ["small_signs", "beside_a_scanner", "direct_client"]


def test_a_tainted_open_does_not_show_the_mail_to_the_one_who_clicks() -> None:
    scanner, beside, click = hits(SCRIPT, after(BESIDE, SECOND), after(CLICK, 300 * SECOND))
    assert Code.UNSEEN in {each.code for each in judge([scanner, beside, click], LATE)[2].evidence}
    assert Code.UNSEEN not in {each.code for each in judge([beside, click], LATE)[1].evidence}


@pytest.mark.parametrize("far", [-300_000 * SECOND // 100, 300 * SECOND, 86_400 * SECOND])
def test_a_client_caught_by_the_decoy_is_caught_for_good(far: int) -> None:
    assert last(DECOY, after(replace(OPEN, address=NEIGHBOUR), far), about=MailContext()) == (
        *("beside_a_scanner", Code.CAUGHT),
    )
    assert last(DECOY, after(BESIDE, far), about=MailContext())[0] == "direct_client"


@pytest.mark.parametrize(
    ("minutes", "microseconds", "caught"), [(10, 0, True), (10, 1, False), (0.1, 0, True), (3000, 0, False)]
)
def test_whoever_follows_several_links_at_once_within_ten_minutes_of_sending_is_caught(
    minutes: float, microseconds: int, caught: bool
) -> None:
    """Later, an eager person may do so."""
    sent_at = OPEN.moment - timedelta(minutes=minutes, microseconds=microseconds)
    late = after(OPEN, 7200 * SECOND)
    assert (last(link(1), link(2), late, about=MailContext(sent_at=sent_at))[1] == Code.CAUGHT) is caught
    assert last(link(1), link(2), late, about=MailContext())[1] == Code.DIRECT_OPEN


@pytest.mark.parametrize(
    ("rule", "hit", "known"),
    [
        ("head_before_get", replace(CLICK, headers=CLICK.headers | {"sightline-head": "1.0"}), {}),
        ("mails_at_once", CLICK, {"mails": 3}),
        ("data_centre", CLICK, {"hosting": "Hetzner"}),
        ("scanner_by_network", CLICK, {"filter": "Mimecast"}),
        ("small_signs", SCRIPT, {}),
    ],
)
def test_what_a_scanner_did_taints_what_is_beside_it(rule: str, hit: Hit, known: dict[str, Any]) -> None:
    scanner, other = hits(hit, after(BESIDE, SECOND))
    found = judge([replace(scanner, **known), other], LATE)
    assert [each.rule for each in found] == [rule, "beside_a_scanner"]


def test_what_came_too_soon_taints_what_is_beside_it() -> None:
    about = MailContext(sent_at=OPEN.moment - timedelta(seconds=2))
    assert last(OPEN, after(BESIDE, 20 * SECOND), about=about)[0] == "beside_a_scanner"


@pytest.mark.parametrize("agent", ["Mimecast-URL-Protect/2", "curl/8.5.0", ""])
def test_what_a_program_calls_itself_taints_nobody_else(agent: str) -> None:
    """A tool in an office says nothing about the people there."""
    assert last(replace(CLICK, user_agent=agent), after(BESIDE, SECOND))[0] == "direct_client"


def test_alices_correction_and_a_prefetch_taint_nobody() -> None:
    ahead = replace(DECOY, headers={"purpose": "prefetch"})
    assert last(ahead, after(OPEN, 300 * SECOND))[0] == "direct_client"
    assert last(DECOY, after(OPEN, 300 * SECOND), correction="sender")[0] == "direct_client"


def test_the_rules_by_which_scanners_give_themselves_away_exist_and_concern_only_scanners() -> None:
    assert {name for name, _ in RULES} >= GUILTY
    assert GUILTY.isdisjoint({"beside_a_scanner", "beside_a_burst", "beside_a_decoy"})
    for kind in VerdictKind:
        assert is_guilty(verdict("too_soon", kind)) == (kind == VerdictKind.SCANNER)
    assert not is_guilty(verdict("scanner_by_name"))


def test_the_moments_of_a_network_are_kept_in_order_and_clients_once() -> None:
    seen = [ObservedHit(after(DECOY, number * SECOND), hosting="Hetzner") for number in range(3)]
    found = guilt_of([(each, verdict("decoy")) for each in seen], None)
    moments = [each.hit.at for each in seen]
    assert found.moments == {"198.51.100.0/24": moments, "of Hetzner": moments}
    assert found.caught == {like_of(DECOY)}
    assert not guilt_of([(each, verdict("direct_client", VerdictKind.PERSON)) for each in seen], None).moments
