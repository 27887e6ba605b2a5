"""Reclassifying applies the current rules to stored events."""

from __future__ import annotations

from datetime import timedelta

import pytest

from server.events.evaluation import reclassification
from server.events.evaluation.events import UNDONE
from server.events.models import Event
from server.lib import clock
from server.ops.reclassify import lines
from tests.agents import CHROME, FIREFOX
from tests.events.stored import finding, history_of
from tests.pipeline import Pipeline, fresh, pipeline
from tests.world import StillClock, hold_still

__all__ = ["pipeline"]


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> StillClock:
    """A clock that stands still, so four links stay within three seconds even on a busy machine."""
    return hold_still(monkeypatch)


LINKS = [f"https://example.com/{n}" for n in range(4)]


async def judged_by_yesterdays_rules(pipeline: Pipeline, still: StillClock) -> None:
    """Store two mails whose clicks were attributed to a person, and one that today's rules judged."""
    for _ in range(2):
        mail = await pipeline.world.sends(pipeline.world.alice, links=LINKS)
        for link in LINKS:
            await pipeline.clicks(mail, link, agent=CHROME)
            still.passes(0.1)
    opened = await pipeline.world.sends(pipeline.world.alice)
    await pipeline.get(pipeline.marks(opened).pixel_url, FIREFOX)
    await pipeline.events()
    changed = {"verdict": "person", "score": 90, "finding_id": await finding("direct_client")}
    await Event.filter(kind="click").update(**changed, counts=True)
    await Event.all().update(rules_version=1)


async def test_a_dry_run_of_a_reclassification_prints_the_changes_and_stores_none(
    pipeline: Pipeline, still: StillClock
) -> None:
    await judged_by_yesterdays_rules(pipeline, still)
    before = await Event.all().order_by("at").values()
    found = await reclassification.difference()
    assert found.events == 9
    assert found.changes == {("person", "scanner"): 8}
    printed = "\n".join(lines(found))
    assert "person           scanner                  8" in printed
    assert "4 links in this message were opened within 3 s" in printed
    assert await Event.all().order_by("at").values() == before


async def test_a_real_run_of_a_reclassification_stores_the_new_verdicts_and_recounts_the_mails(
    pipeline: Pipeline, still: StillClock
) -> None:
    await judged_by_yesterdays_rules(pipeline, still)
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
    assert lines(again) == ["Checked 9 events. The current rules give the same verdict for all of them."]


async def test_a_reclassification_judges_only_mails_with_events_since_the_given_time(
    pipeline: Pipeline, still: StillClock
) -> None:
    await judged_by_yesterdays_rules(pipeline, still)
    assert (await reclassification.difference(clock.now() + timedelta(hours=1))).events == 0
    assert (await reclassification.difference(clock.now() - timedelta(hours=1))).events == 9


async def test_events_of_an_undone_mail_still_do_not_count_after_a_reclassification(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, links=LINKS, state=UNDONE, undone_at=clock.now())
    await pipeline.clicks(mail, LINKS[0])
    await pipeline.events()
    await Event.all().update(verdict="scanner", score=1, finding_id=await finding("links_at_once"))
    await reclassification.write(await reclassification.difference(), lambda done: None)
    [event] = await Event.all()
    assert (event.verdict, event.counts) == ("likely_person", False)
