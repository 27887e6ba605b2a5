"""What SpamAssassin and rspamd think of Alice's mails: only the pixel costs, and no more than any picture."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import pytest

from tests.filters.figures import Figures, Filter, figures
from tests.filters.mails import MAILS
from tests.filters.rspamd import rspamd
from tests.filters.spamassassin import SpamAssassin, picture_points
from tests.record import CLOSING

MOST_UNMARKED = 3.0
"""SpamAssassin calls a mail with 5 points spam; rspamd delays one with 4."""


PICTURE_POINTS = Path(__file__).parents[1] / "vectors" / "picture_points.json"


@dataclass(frozen=True)
class Judged:
    """A filter's name and its figures."""

    name: str
    figures: Figures


@pytest.fixture(scope="module", params=["SpamAssassin", "rspamd"])
def judged(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Judged]:
    name: str = request.param
    with judge_named(name, tmp_path_factory.mktemp(name)) as judge:
        yield Judged(name, figures(judge))


@contextmanager
def judge_named(name: str, folder: Path) -> Iterator[Filter]:
    if name == "SpamAssassin":
        yield SpamAssassin(folder)
    else:
        with rspamd(folder) as running:
            yield running


def test_the_mails_are_such_as_a_filter_lets_through(judged: Judged) -> None:
    assert len(judged.figures.unmarked) == len(MAILS) == 30
    assert max(judged.figures.unmarked.values()) <= MOST_UNMARKED


def test_the_pixel_costs_no_more_than_any_picture(judged: Judged) -> None:
    costs = judged.figures.costs["pixel"]
    assert max(cost.total for cost in costs) > 0.5  # the filter does look for pictures
    assert [cost for cost in costs if cost.extra > 0] == []


@pytest.mark.parametrize("what", ["links", "decoy", "view-time image"])
def test_the_other_marks_cost_nothing(judged: Judged, what: str) -> None:
    costs = judged.figures.costs[what]
    assert len(costs) >= 8
    assert [cost for cost in costs if cost.extra > 0] == []


def test_all_marks_together_cost_no_more_than_any_picture(
    judged: Judged, record_property: Callable[[str, object], None]
) -> None:
    record_property(CLOSING, judged.figures.line(judged.name))
    assert [cost for cost in judged.figures.costs["all marks"] if cost.extra > 0] == []


def test_a_decoy_that_its_style_hides_would_cost_a_point_in_most_mails(judged: Judged) -> None:
    assert median(cost.extra for cost in judged.figures.costs["styled decoy"]) >= 1


def test_the_compose_window_names_the_points_that_spamassassin_adds() -> None:
    """`pixelPoints` in findings.ts returns these."""
    points = json.loads(PICTURE_POINTS.read_text())["points"]
    assert points == picture_points()
