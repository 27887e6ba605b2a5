"""The current rules are applied to stored events."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.events import reclassification
from server.events.events import UNDONE
from server.events.models import Event
from server.lib import clock
from server.ops.reclassify import lines
from tests.agents import CHROME, FIREFOX
from tests.events.rows import finding, history_of
from tests.pipeline import Way, fresh, way
from tests.world import StillClock, hold_still

__all__ = ["way"]


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> StillClock:
    """Four links within three seconds are a scanner's, however busy the machine is."""
    return hold_still(monkeypatch)


LINKS = [f"https://example.com/{n}" for n in range(4)]


async def judged_by_yesterdays_rules(way: Way, still: StillClock) -> None:
    """Three mails whose every event was taken for a person's, and counted so."""
    for _ in range(2):
        mail = await way.place.sends(way.place.alice, links=LINKS)
        for link in LINKS:
            await way.clicks(mail, link, agent=CHROME)
            still.passes(0.1)
    opened = await way.place.sends(way.place.alice)
    await way.get(way.marks(opened).pixel_url, FIREFOX)
    await way.events()
    changed = {"verdict": "person", "score": 90, "finding_id": await finding("direct_client")}
    await Event.all().update(**changed, counts=True, rules_version=1)


async def test_what_would_change_is_told_and_nothing_is_changed(way: Way, still: StillClock) -> None:
    await judged_by_yesterdays_rules(way, still)
    before = await Event.all().order_by("at").values()
    found = await reclassification.difference()
    assert found.events == 9
    assert found.changes == {("person", "scanner"): 8}
    told = "\n".join(lines(found))
    assert "person           scanner                  8" in told
    assert "4 links of this mail were followed within 3 s" in told
    assert await Event.all().order_by("at").values() == before


async def test_then_it_is_written_counted_anew_and_told_to_nobody(way: Way, still: StillClock) -> None:
    await judged_by_yesterdays_rules(way, still)
    done: list[int] = []
    await reclassification.write(await reclassification.difference(), done.append)
    assert done == [2]
    clicks = await Event.filter(kind="click").order_by("at")
    assert {event.verdict for event in clicks} == {"scanner"}
    assert (await history_of(clicks[0]))[-1].was == "person"
    mail = await fresh(await clicks[0].message)
    assert (mail.clicks, mail.raw_clicks) == (0, 4)
    again = await reclassification.difference()
    assert not again.changes
    assert lines(again) == ["9 events looked at: the present rules say the same of all of them."]


async def test_only_mails_in_which_something_happened_since_then_are_looked_at(
    way: Way, still: StillClock
) -> None:
    await judged_by_yesterdays_rules(way, still)
    assert (await reclassification.difference(clock.now() + timedelta(hours=1))).events == 0
    assert (await reclassification.difference(clock.now() - timedelta(hours=1))).events == 9


async def test_a_mail_that_was_taken_back_still_counts_for_nothing(way: Way) -> None:
    mail = await way.place.sends(way.place.alice, links=LINKS, state=UNDONE, undone_at=clock.now())
    await way.clicks(mail, LINKS[0])
    await way.events()
    await Event.all().update(verdict="scanner", score=1, finding_id=await finding("links_at_once"))
    await reclassification.write(await reclassification.difference(), lambda done: None)
    [event] = await Event.all()
    assert (event.verdict, event.counts) == ("person", False)
