"""Strangers hold connections without completing a request: each is closed in time, and readers are let in."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.attacks import catalogue, measure
from tests.attacks.conftest import Target, started
from tests.faults import table

RUNS = {each.title: each for each in catalogue.SLOW.split()}
FRONTS = ("alone", "behind nginx") if table.FULL else ("alone",)
LATE = 1.5  # seconds that a busy machine may need longer
DESCRIPTORS, SOCKETS = 300, 400
LETTING_IN = [(label,) for label in catalogue.EXHAUSTING] if table.FULL else [catalogue.EXHAUSTING[:2]]


@pytest.mark.parametrize("front", FRONTS)
@pytest.mark.parametrize("title", RUNS)
def test_a_connection_without_a_request_is_closed_in_time(
    targets: Callable[[str], Target], title: str, front: str
) -> None:
    target, group = targets(front), RUNS[title].attacks
    seconds = max(each.closed_within or 0 for each in group) + 2 * LATE
    labels = [each.label for each in group]
    outcome = measure.under(target.server, target.pixels, labels, seconds, target.known)
    connections = sum(each.at_once[table.FULL] for each in group)
    table.record(f"11.1 {title}, {front}", f"{connections} at once, {seconds:.0f} s", str(outcome))
    late = []
    for attack, tally in zip(group, outcome.tallies, strict=True):
        assert attack.closed_within
        table.record(
            f"11.1 {attack.label}, {front}",
            f"{tally.opened} connections",
            f"open for {tally.oldest:.1f} s (at most {attack.closed_within:.0f})",
        )
        if tally.oldest > attack.closed_within + LATE:
            late.append(f"{attack.label}: {tally.oldest:.1f} s")
    assert not [*late, *outcome.harm()]


@pytest.mark.parametrize("labels", LETTING_IN, ids=" and ".join)
def test_readers_are_let_in_although_strangers_hold_more_sockets_than_there_are_descriptors(
    labels: tuple[str, ...], tmp_path_factory: pytest.TempPathFactory
) -> None:
    with started(tmp_path_factory.mktemp("few"), descriptors=DESCRIPTORS) as target:
        seconds = table.amount(3, 30)
        each = SOCKETS // len(labels)
        outcome = measure.under(target.server, target.pixels, labels, seconds, target.known, each)
    title = f"11.1 {DESCRIPTORS} descriptors, {' and '.join(labels)}"
    table.record(title, f"{SOCKETS} at once, {seconds} s", str(outcome))
    assert not outcome.harm()
