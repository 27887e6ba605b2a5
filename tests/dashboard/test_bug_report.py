"""Alice copies what happened to a message for a bug report, and sees what she gives away."""

from __future__ import annotations

import html
import re

from server.messages.models import Message
from server.ops.judge import judged
from server.verdicts import sequences
from server.verdicts.hits import DECOY_URL
from tests.agents import FIREFOX, GMAIL_PROXY
from tests.dashboard.test_list import text_of
from tests.events.test_digest import hit_on, spooled
from tests.pipeline import Pipeline, pipeline
from tests.world import World

__all__ = ["pipeline"]

LINK = "https://example.com/menu?to=bob"
BOB, FILTER, GMAIL = "203.0.113.77", "64.235.144.9", "66.249.84.33"


async def line_of(world: World, message: Message) -> str:
    """The line on the page."""
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}/bug-report")
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", page, re.DOTALL)
    assert found
    return html.unescape(found[1])


async def test_the_line_gets_the_stored_verdicts_and_names_nobody(pipeline: Pipeline) -> None:
    world = pipeline.world
    mail = await world.sends(world.alice, to="bob@sandbox.example", links=[LINK])
    click = {"kind": "click", "url": LINK, "user_agent": FIREFOX}
    await spooled(
        pipeline,
        hit_on(mail, user_agent=GMAIL_PROXY, address=GMAIL),
        hit_on(
            mail, address=BOB, headers={"accept-language": "de-CH,de;q=0.9", "sightline-head": "3.0"}, **click
        ),
        hit_on(mail, kind="click", url=DECOY_URL, address=FILTER),
    )
    stored = await pipeline.events()
    line = await line_of(world, mail)
    events = judged(sequences.read(line.encode()), "likely")["events"]
    recorded = [event for event in events if event["rule"] != "not_recorded"]
    assert len(events) == len(recorded) + 1
    assert [(event["verdict"], event["score"], event["rule"]) for event in recorded] == [
        (event.verdict, event.score, event.rule) for event in stored
    ]
    for secret in (BOB, GMAIL, FILTER, "example.com/menu", "bob", "Lunch", "alice", "CH", DECOY_URL):
        assert secret not in line, secret
    assert f'"stored":"{stored[0].verdict} {stored[0].score} {stored[0].rule}"' in line


async def test_the_line_of_a_message_without_events_can_be_judged(world: World) -> None:
    mail = await world.sends(world.alice)
    page = await text_of(await world.browser_of(world.alice), f"/messages/{mail.id}")
    assert "bug-report" not in page
    line = await line_of(world, mail)
    assert judged(sequences.read(line.encode()), "likely") == {"id": "mail", "opened": False, "events": []}


async def test_the_message_links_to_the_page_when_something_happened(pipeline: Pipeline) -> None:
    world = pipeline.world
    mail = await world.sends(world.alice)
    await spooled(pipeline, hit_on(mail))
    await pipeline.events()
    page = await text_of(await world.browser_of(world.alice), f"/messages/{mail.id}")
    assert f'href="/messages/{mail.id}/bug-report"' in page


async def test_nobody_else_can_see_the_line(world: World) -> None:
    mail = await world.sends(world.alice)
    path = f"/messages/{mail.id}/bug-report"
    assert (await (await world.browser_of(world.charlie)).get(path)).status_code == 404
    assert (await world.visitor().get(path)).status_code in {302, 303, 401}
