"""Strangers send what is endless, huge or costly, and readers of pixels notice nothing."""

from __future__ import annotations

import pytest

from tests.attacks import catalogue, measure
from tests.attacks.conftest import Target
from tests.faults import table

RUNS = {
    title: attacks
    for name, group in catalogue.FLOODS.items()
    for title, attacks in catalogue.runs(name, group).items()
}


@pytest.mark.parametrize("title", RUNS)
def test_a_flood_does_not_slow_the_pixel(target: Target, title: str) -> None:
    seconds, group = table.amount(2, 10), RUNS[title]
    labels = [each.label for each in group]
    outcome = measure.under(target.server, target.pixels, labels, seconds, target.known)
    connections = sum(each.at_once[table.FULL] for each in group)
    table.record(f"11.1 {title}", f"{connections} at once, {seconds} s", str(outcome))
    assert not outcome.harm()
