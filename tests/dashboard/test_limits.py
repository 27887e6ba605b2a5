"""The dashboard says what tracking cannot know, on a separate page and next to a possible forward."""

from __future__ import annotations

from tests.dashboard.mails import is_opened, minutes_ago
from tests.dashboard.test_list import text_of
from tests.world import World


async def test_a_visitor_may_read_about_the_limits_of_tracking(world: World) -> None:
    """Covers 53, 159, 225."""
    answer = await world.visitor().get("/limits")
    page = (await answer.get_data()).decode()
    assert answer.status_code == 200
    for said in ("plain text", "forwarded", "Apple Mail", "proxy", "another device", "but not which one"):
        assert said in page, said


async def test_alice_reads_why_her_mail_was_perhaps_forwarded(world: World) -> None:
    """Covers 224."""
    message = await world.sends(world.alice, sent_at=minutes_ago(60))
    await is_opened(message, at=minutes_ago(50), city="Paris", country="France")
    visitor = await world.browser_of(world.alice)
    page = await text_of(visitor, f"/messages/{message.id}")
    assert "Perhaps forwarded" not in page
    assert 'href="/limits"' in page
    await is_opened(
        message,
        address="198.51.100.9",
        client="Safari 26 on iOS",
        user_agent="Safari/26",
        city="Oslo",
        country="Norway",
    )
    page = await text_of(visitor, f"/messages/{message.id}")
    assert "Perhaps forwarded" in page
    assert "Opened from a different place: Oslo, Norway (previously Paris, France)." in page
    assert "Likelihood: 70 out of 100" in page
