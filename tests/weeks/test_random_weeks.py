"""Random weeks: people work, Google makes trouble, everything is repaired, and everything is caught up."""

from __future__ import annotations

import os

import pytest

from tests.faults import table
from tests.weeks.afterwards import settles, what_is_wrong
from tests.weeks.life import Life
from tests.weeks.plan import random_week

FIRST = int(os.environ.get("WEEK", "1"))
SEEDS = range(FIRST, FIRST + int(os.environ.get("WEEKS", table.amount(2, 100))))


@pytest.mark.timeout(600)
@pytest.mark.parametrize("seed", SEEDS)
async def test_after_a_random_week_everything_is_caught_up(life: Life, seed: int) -> None:
    await random_week(seed).lived(life)
    await settles(life)
    wrong = await what_is_wrong(life)
    table.tried("random weeks of trouble at Google (succeeded: trouble that was left)", 1, bool(wrong))
    story = "\n  ".join(life.story)
    assert not wrong, f"WEEK={seed}\n  {story}\nwrong:\n  " + "\n  ".join(wrong)
