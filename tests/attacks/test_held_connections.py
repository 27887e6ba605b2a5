"""Strangers hold connections without completing a request: each is closed in time, and readers are let in."""

from __future__ import annotations

import pytest

from tests.attacks import catalogue, measure
from tests.attacks.conftest import Target, started
from tests.faults import table

RUNS = catalogue.runs("slow and silent clients", catalogue.SLOW)
LATE = 1.5  # seconds that a busy machine may need longer
DESCRIPTORS, SOCKETS = 300, 400
LETTING_IN = {
    label: (catalogue.ALL[label],)
    for label in catalogue.EXHAUSTING
    if table.FULL or label in catalogue.EXHAUSTING[:2]
}


@pytest.mark.parametrize("title", RUNS)
def test_a_connection_without_a_request_is_closed_in_time(target: Target, title: str) -> None:
    group = RUNS[title]
    seconds = max(each.closed_within or 0 for each in group) + 2 * LATE
    outcome = measure.under(target.server, target.pixels, [each.label for each in group], seconds)
    late = []
    table.record(f"11.1 {title}", f"{sum(each.at_once[table.FULL] for each in group)} at once", str(outcome))
    for attack, tally in zip(group, outcome.tallies, strict=True):
        assert attack.closed_within
        table.record(
            f"11.1 {attack.label}",
            f"{tally.opened} connections",
            f"open for {tally.oldest:.1f} s (at most {attack.closed_within:.0f})",
        )
        if tally.oldest > attack.closed_within + LATE:
            late.append(f"{attack.label}: {tally.oldest:.1f} s")
    assert not late
    assert not outcome.harm()


@pytest.mark.parametrize("label", LETTING_IN)
def test_readers_are_let_in_although_strangers_hold_more_sockets_than_there_are_descriptors(
    label: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    with started(tmp_path_factory.mktemp("few"), descriptors=DESCRIPTORS) as target:
        seconds = table.amount(5, 30)
        outcome = measure.under(target.server, target.pixels, [label], seconds, target.known, SOCKETS)
    table.record(f"11.1 {DESCRIPTORS} descriptors, {label}", f"{SOCKETS} at once, {seconds} s", str(outcome))
    assert not outcome.harm()
