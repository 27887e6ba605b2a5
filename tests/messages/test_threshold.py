"""The sender chooses how certain an open must be to count, and every view uses that threshold."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.alerts.email_content import opened_email
from server.alerts.models import Alert
from server.events.evaluation.reevaluate import reevaluate
from server.events.models import Event
from server.lib import clock, outbox
from server.messages.models import Message
from server.messages.opened import OF_MESSAGES, is_opened, is_sign
from server.verdicts.rules.people import RETURN_SECONDS
from tests.dashboard.mails import a_message
from tests.dashboard.test_list import text_of
from tests.extension_api.paired import pair
from tests.extension_api.reading import FIREFOX, GMAIL_PROXY, opens
from tests.extension_api.test_notifications import ask
from tests.world import World, hold_still

ROBOT = "curl/8.5.0"
SIGHTS = {ROBOT: "everything", GMAIL_PROXY: "likely", FIREFOX: "certain"}  # long after sending, weakest first
THRESHOLDS = ("everything", "likely", "certain")


def enough(agent: str, threshold: str) -> bool:
    """Whether this program's open reaches the threshold, long after sending."""
    return THRESHOLDS.index(SIGHTS[agent]) >= THRESHOLDS.index(threshold)


async def chooses(world: World, threshold: str) -> None:
    """Alice chooses the threshold in her settings."""
    alice = await world.browser_of(world.alice)
    form = {"name": "Alice", "time_zone": "UTC", "alerts_on": "on", "threshold": threshold}
    assert (await alice.post("/settings/profile", form)).status_code == 303


async def facts() -> int:
    """How many facts announce that a mail was opened."""
    return await outbox.OutboxRow.filter(fact="first_open", listener="alert_first_open").count()


@pytest.fixture
def _noon(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock continues from noon, so that recent events happened today."""
    now, ahead = clock.now, clock.now().replace(hour=12) - clock.now()
    monkeypatch.setattr(clock, "now", lambda: now() + ahead)
    monkeypatch.setattr(clock, "unix", lambda: clock.now().timestamp())


@pytest.mark.usefixtures("_noon")
@pytest.mark.parametrize("threshold", THRESHOLDS)
@pytest.mark.parametrize("agent", SIGHTS)
async def test_the_chosen_threshold_applies_to_the_list_and_feed_and_status_and_alert_and_notification(
    world: World, threshold: str, agent: str
) -> None:
    await chooses(world, threshold)
    extension = await pair(world, world.alice)
    _, cursor = await ask(extension)
    message = await world.sends(world.alice, thread_id="a1", sent_at=clock.now() - timedelta(hours=2))
    await opens(world.alice, message.id, agent=agent)
    opened = enough(agent, threshold)
    assert await facts() == opened
    assert len((await ask(extension, cursor))[0]) == opened
    feed = await (await extension.get("/feed")).get_json()
    (item,) = feed["messages"]
    assert (item["opens"], bool(item["last_open_at"])) == (int(opened), opened)
    assert (item["unseen"], feed["unseen"], feed["threshold"]) == (opened, int(opened), threshold)
    answer = await extension.post("/thread-statuses", {"threads": ["a1"]})
    statuses = (await answer.get_json())["thread_statuses"]
    assert (statuses["a1"]["state"] != "sent", statuses["a1"]["opens"]) == (opened, int(opened))
    alice = await world.browser_of(world.alice)
    assert (f"message-{message.id}" in await text_of(alice, "/?show=opened")) == opened
    assert (f"message-{message.id}" in await text_of(alice, "/?show=waiting")) != opened
    for which, found in (("opened_today", opened), ("unopened", False)):
        listed = await (await extension.get(f"/feed?filter={which}")).get_json()
        assert bool(listed["messages"]) == found


async def test_a_certain_open_is_announced_even_after_a_likely_one(world: World) -> None:
    """Covers 200."""
    await chooses(world, "certain")
    extension = await pair(world, world.alice)
    _, cursor = await ask(extension)
    message = await world.sends(world.alice, sent_at=clock.now() - timedelta(hours=2))
    await opens(world.alice, message.id, agent=GMAIL_PROXY)
    assert await facts() == 0
    await opens(world.alice, message.id)
    assert await facts() == 1
    (notification,) = (await ask(extension, cursor))[0]
    assert (notification["kind"], notification["text"]) == ("first_open", "Bob opened “Lunch on Friday?”")


async def test_an_open_soon_after_sending_is_announced_as_certain_once_the_reader_comes_back(
    world: World,
) -> None:
    """Covers 200."""
    await chooses(world, "certain")
    extension = await pair(world, world.alice)
    _, cursor = await ask(extension)
    message, now = await world.sends(world.alice), clock.now()
    await opens(world.alice, message.id, now)
    await opens(world.alice, message.id, now + timedelta(seconds=30))
    assert (await facts(), await ask(extension, cursor)) == (0, ([], cursor))
    await opens(world.alice, message.id, now + timedelta(seconds=RETURN_SECONDS + 30))
    assert await facts() > 0
    told, cursor = await ask(extension, cursor)
    assert [(one["kind"], one["text"]) for one in told] == [
        ("first_open", "Bob opened “Lunch on Friday?”"),
        ("open", "Bob opened “Lunch on Friday?” again"),
        ("open", "Bob opened “Lunch on Friday?” again"),
    ]
    await opens(world.alice, message.id, now + timedelta(hours=3))
    assert [one["kind"] for one in (await ask(extension, cursor))[0]] == ["open"]


async def test_a_first_open_that_is_confirmed_a_day_later_is_still_announced_as_the_first(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The first open is no longer among the recent events by then."""
    still = hold_still(monkeypatch)
    await chooses(world, "certain")
    extension = await pair(world, world.alice)
    _, cursor = await ask(extension)
    quiet, busy = await world.sends(world.alice), await world.sends(world.alice)
    await opens(world.alice, quiet.id)
    for hours in (8, 24):
        still.passes(3600 * hours)
        await opens(world.alice, busy.id)
        _, cursor = await ask(extension, cursor)
    await opens(world.alice, quiet.id)
    (told,) = (await ask(extension, cursor))[0]
    assert (told["kind"], told["message"]) == ("first_open", str(quiet.id))


async def test_an_open_below_the_threshold_does_not_end_the_reminder(world: World) -> None:
    await chooses(world, "certain")
    extension = await pair(world, world.alice)
    message = await world.sends(world.alice)
    reminder = f"/messages/{message.id}/reminder"
    await opens(world.alice, message.id, agent=GMAIL_PROXY)
    assert (await extension.put(reminder, {"days": 2})).status_code == 200
    assert (await (await extension.get("/feed")).get_json())["messages"][0]["remind_at"]
    await opens(world.alice, message.id, clock.now() + timedelta(hours=1))
    assert (await extension.put(reminder, {"days": 2})).status_code == 409
    assert (await (await extension.get("/feed")).get_json())["messages"][0]["remind_at"] is None


async def test_a_machines_open_is_described_as_a_machines_even_at_the_lowest_threshold(world: World) -> None:
    await chooses(world, "everything")
    extension = await pair(world, world.alice)
    _, cursor = await ask(extension)
    message = await world.sends(world.alice)
    await opens(world.alice, message.id, agent=ROBOT)
    (notification,) = (await ask(extension, cursor))[0]
    assert notification["text"] == "A bot loaded the image in “Lunch on Friday?”"
    assert notification["certainty"] is None
    letter = opened_email(message, [], await Event.get(), "UTC")
    assert letter.title == notification["text"]
    assert "Probably not a person" in letter.sure
    page = await text_of(await world.browser_of(world.alice), f"/messages/{message.id}")
    assert "Image loaded" in page
    assert "Opened once" not in page
    await message.refresh_from_db()
    assert (message.opens, message.raw_opens) == (0, 1)


async def test_an_open_that_alice_called_her_own_reaches_no_threshold(world: World) -> None:
    await chooses(world, "everything")
    message = await world.sends(world.alice)
    await opens(world.alice, message.id, agent=ROBOT)
    await Event.all().update(correction="sender")
    async with in_transaction() as db:
        await reevaluate(await Message.get(id=message.id), using=db)
    found = await Message.get(id=message.id)
    assert found.loaded_at is None
    assert not is_opened(found, "everything")
    assert await Alert.all().count() == 0


async def test_an_unknown_threshold_is_refused(world: World) -> None:
    alice = await world.browser_of(world.alice)
    form = {"name": "Alice", "time_zone": "UTC", "threshold": "sometimes"}
    assert (await alice.post("/settings/profile", form)).status_code == 422
    assert (await Account.get(id=world.alice.id)).threshold == "likely"


async def test_the_list_and_the_numbers_page_say_which_threshold_they_use(world: World) -> None:
    message = await world.sends(world.alice)
    await opens(world.alice, message.id, agent=GMAIL_PROXY)
    alice = await world.browser_of(world.alice)
    assert "“Opened” means" not in await text_of(alice, "/")
    assert "opened by a person, or likely by one" in await text_of(alice, f"/messages/{message.id}/numbers")
    await chooses(world, "certain")
    page = await text_of(alice, "/")
    assert "“Opened” means definitely opened by a person" in page
    assert "Perhaps opened" in page
    assert "Perhaps opened once" in await text_of(alice, f"/messages/{message.id}")


def test_the_threshold_has_the_same_effect_in_a_query_and_on_a_single_row() -> None:
    assert set(OF_MESSAGES) == set(THRESHOLDS)
    likely = a_message(opens=1, certainty="likely_person")
    assert [is_opened(likely, each) for each in THRESHOLDS] == [True, True, False]
    assert is_sign("click", "likely_person", True, "certain"), "what people follow always counts"
    assert not is_sign("open", "maybe_you", False, "everything")
