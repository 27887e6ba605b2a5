"""The extension's API on PostgreSQL and MariaDB, also with simultaneous requests."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from tortoise.transactions import in_transaction

from server.accounts import trust
from server.accounts.models import Account, PairedBrowser
from server.accounts.trust import Reason
from server.lib import clock
from server.messages.models import Link, Message, Recipient, Viewing
from tests.extension_api.paired import Extension, begin, pair, poll, report_of
from tests.extension_api.reading import clicks, opens
from tests.migrations import databases
from tests.world import World, opened_world


@pytest.fixture(scope="module", params=["postgres", "mariadb"])
def server(request: pytest.FixtureRequest) -> Iterator[str]:
    with getattr(databases, str(request.param))() as address:
        yield address


@pytest.fixture
async def far(server: str, tmp_path: Path) -> AsyncIterator[World]:
    """A world whose database is on a database server."""
    async with databases.new_database(server) as url, opened_world(tmp_path, DATABASE_URL=url) as world:
        yield world


@pytest.mark.timeout(180)
async def test_a_token_is_issued_once_even_if_requested_eight_times_simultaneously(far: World) -> None:
    begun = await begin(far)
    await (await far.browser_of(far.alice)).post(f"/pairings/{begun['user_code']}/permission")
    answers = await asyncio.gather(*(poll(far, begun) for _ in range(8)))
    assert sorted(status for status, _ in answers) == [200] + [400] * 7
    assert await PairedBrowser.all().count() == 1


@pytest.mark.timeout(180)
async def test_a_token_fetched_while_trust_ends_is_worthless(far: World) -> None:
    for number in range(10):
        begun = await begin(far, address=f"192.0.2.{number}")
        await (await far.browser_of(far.alice)).post(f"/pairings/{begun['user_code']}/permission")

        async def ends() -> None:
            async with in_transaction():
                await trust.end_trust(far.alice.id, Reason.PASSWORD_CHANGED)

        (status, body), _ = await asyncio.gather(poll(far, begun), ends())
        if status == 200:
            assert (await Extension(far, body["token"]).get("/account")).status_code == 401
    assert await trust.paired_browsers(clock.now()).count() == 0


@pytest.mark.timeout(180)
async def test_simultaneous_requests_cannot_exceed_the_quota(server: str, tmp_path: Path) -> None:
    async with (
        databases.new_database(server) as url,
        opened_world(tmp_path, DATABASE_URL=url, MESSAGES_PER_DAY="20") as world,
    ):
        extension = await pair(world, world.bob)
        answers = await asyncio.gather(*(extension.post("/leases", {"count": 15}) for _ in range(10)))
        given = [len((await each.get_json())["leases"]) for each in answers if each.status_code == 200]
        assert sum(given) == 100, [each.status_code for each in answers]


@pytest.mark.timeout(180)
async def test_simultaneous_reports_of_one_mail_create_one_message(far: World) -> None:
    extension = await pair(far, far.alice)
    for lease in await extension.leases(5):
        report = report_of(lease)
        later = (clock.now() + timedelta(seconds=1)).isoformat()
        filled = {
            **report,
            "gmail_message_id": "abc123",
            "observed_at": later,
            "links": report["links"][::-1],
        }
        answers = await asyncio.gather(*(extension.reports(one) for one in (report, filled) * 4))
        assert {status for (status,) in answers} == {"known", "stored"}
        message = await Message.get(id=lease["id"]).select_related("gmail")
        assert message.gmail
        assert (message.gmail.gmail_id, message.state) == ("abc123", "sent")
        links = await Link.filter(message_id=message.id).order_by("number")
        assert [link.url for link in links] == [link["url"] for link in filled["links"]]
        assert await Recipient.filter(message_id=message.id).count() == 1


@pytest.mark.timeout(180)
async def test_simultaneous_reports_and_hits_lose_nothing(far: World) -> None:
    extension = await pair(far, far.alice)
    (lease,) = await extension.leases()
    sent = (clock.now() - timedelta(minutes=1)).isoformat()
    report = report_of(lease, sent_at=sent, observed_at=sent, subject="Grüße 🎉")
    await asyncio.gather(
        *(opens(far.alice, lease["id"]) for _ in range(1)),
        *(extension.reports(report) for _ in range(3)),
    )
    message = await Message.get(id=lease["id"])
    assert (message.state, message.opens, message.subject) == ("sent", 1, "Grüße 🎉")


@pytest.mark.timeout(180)
async def test_the_feed_shows_what_happened_to_a_mail(far: World) -> None:
    extension = await pair(far, far.alice)
    message = await far.sends(far.alice, to="bob@sandbox.example,charlie@sandbox.example")
    await far.sends(far.bob)
    await opens(far.alice, message.id)
    feed = await (await extension.get("/feed")).get_json()
    assert [(one["recipients"], one["unseen"]) for one in feed["messages"]] == [("Bob and 1 more", True)]
    assert feed["unseen"] == 1
    assert (await extension.post("/seen", {"until": feed["now"]})).status_code == 204
    assert (await (await extension.get("/feed")).get_json())["unseen"] == 0


@pytest.mark.timeout(180)
async def test_thread_statuses_timelines_and_notifications_show_what_happened_to_a_mail(far: World) -> None:
    extension = await pair(far, far.alice)
    cursor = (await (await extension.get("/browser-notifications")).get_json())["cursor"]
    ids = {"gmail_id": "a1", "thread_id": "a1"}
    message = await far.sends(far.alice, links=["https://example.com/"], **ids)
    await far.sends(far.alice, gmail_id="a2", thread_id="a2")
    await opens(far.alice, message.id, clock.now() + timedelta(minutes=1))
    await clicks(far.alice, message.id, "https://example.com/", clock.now() + timedelta(minutes=2))
    answer = await extension.post("/thread-statuses", {"threads": ["a1", "a2", "a3"]})
    statuses = (await answer.get_json())["thread_statuses"]
    assert {thread: status["state"] for thread, status in statuses.items()} == {"a1": "clicked", "a2": "sent"}
    shown = await (await extension.post("/timelines", {"messages": ["a1", "a2"]})).get_json()
    assert [len(shown["timelines"][name]["entries"]) for name in ("a1", "a2")] == [2, 0]
    answers = await asyncio.gather(
        *(extension.get(f"/browser-notifications?after={cursor}") for _ in range(4))
    )
    kinds = [[one["kind"] for one in (await answer.get_json())["notifications"]] for answer in answers]
    assert kinds == [["first_open", "click"]] * 4


@pytest.mark.timeout(180)
async def test_an_open_that_is_certain_only_since_its_reader_came_back_is_announced_as_the_first(
    far: World,
) -> None:
    await Account.filter(id=far.alice.id).update(threshold="certain")
    extension = await pair(far, far.alice)
    cursor = (await (await extension.get("/browser-notifications")).get_json())["cursor"]
    message, now = await far.sends(far.alice), clock.now()
    for minutes in (0, 30):
        await opens(far.alice, message.id, now + timedelta(minutes=minutes))
    answer = await extension.get(f"/browser-notifications?after={cursor}")
    assert [one["kind"] for one in (await answer.get_json())["notifications"]] == ["first_open", "open"]


@pytest.mark.timeout(180)
async def test_repeating_a_mute_a_reminder_a_view_and_a_proof_changes_nothing(
    far: World,
) -> None:
    extension = await pair(far, far.alice)
    message = await far.sends(far.alice, gmail_id="a1")
    for _ in range(2):
        assert (await extension.put(f"/messages/{message.id}/mute")).status_code == 204
        assert (await extension.put(f"/messages/{message.id}/reminder", {"days": 2})).status_code == 200
        assert (await extension.post("/viewing", {"messages": ["a1"]})).status_code == 204
        proof = {"lease": str(message.id), "pixel": True, "links": 1, "of": 1}
        assert (await extension.post("/proofs", proof)).status_code == 204
    assert (await (await extension.get("/feed?filter=opened_today")).get_json())["messages"] == []
    (shown,) = (await (await extension.get("/feed?q=lunch")).get_json())["messages"]
    assert (shown["muted"], bool(shown["remind_at"]), shown["proof"]["by"]) == (True, True, "browser")
    assert await Viewing.all().count() == 1


@pytest.mark.timeout(180)
async def test_only_one_of_alices_browsers_shows_a_notification(far: World) -> None:
    browsers = [await pair(far, far.alice) for _ in range(4)]
    cursor = (await (await browsers[0].get("/browser-notifications")).get_json())["cursor"]
    await opens(far.alice, (await far.sends(far.alice)).id)
    (notification,) = (await (await browsers[0].get(f"/browser-notifications?after={cursor}")).get_json())[
        "notifications"
    ]
    path = f"/browser-notifications/{notification['id']}"
    answers = await asyncio.gather(*(browser.put(f"{path}/claim") for browser in browsers))
    assert sorted(answer.status_code for answer in answers) == [204, 409, 409, 409]
    winner = next(
        browser for browser, answer in zip(browsers, answers, strict=True) if answer.status_code == 204
    )
    assert (await winner.put(f"{path}/claim")).status_code == 204
    for _ in range(2):
        assert (await winner.put(f"{path}/showing")).status_code == 204
    assert [(await browser.put(f"{path}/claim")).status_code for browser in browsers] == [409] * 4
    assert (await (await browsers[1].get(f"/browser-notifications?after={cursor}")).get_json())[
        "notifications"
    ] == []


@pytest.mark.timeout(180)
async def test_alices_browsers_are_listed_and_disconnected(far: World) -> None:
    first, second = await pair(far, far.alice), await pair(far, far.alice, "Firefox on Windows")
    listed = (await (await first.get("/browsers")).get_json())["browsers"]
    assert [(one["name"], one["this"]) for one in listed] == [
        ("Firefox on Windows", False),
        ("Chromium on Linux", True),
    ]
    assert (await first.delete(f"/browsers/{listed[0]['id']}")).status_code == 204
    assert (await second.get("/account")).status_code == 401
    assert (await first.delete(f"/browsers/{listed[0]['id']}")).status_code == 404
