"""Strangers send what is endless, huge or costly, and readers of pixels notice nothing."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.attacks import catalogue, measure
from tests.attacks.conftest import Target
from tests.faults import table

RUNS = {each.title: each for group in catalogue.FLOODS for each in group.split()}
CASES = [(title, "alone") for title in RUNS] + [
    (title, "behind nginx") for title, each in RUNS.items() if each.behind_nginx
]


@pytest.mark.parametrize(("title", "front"), CASES)
def test_a_flood_does_not_slow_the_pixel(targets: Callable[[str], Target], title: str, front: str) -> None:
    target, group, seconds = targets(front), RUNS[title], table.amount(1, 10)
    labels = [each.label for each in group.attacks]
    outcome = measure.under(target.server, target.pixels, labels, seconds, target.known)
    connections = sum(each.at_once[table.FULL] for each in group.attacks)
    table.record(f"{group.row} {title}, {front}", f"{connections} at once, {seconds} s", str(outcome))
    assert not outcome.harm()
