"""A batch of hits continues from what earlier batches stored about their mail."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from server.events.evaluation.evaluate import mail_context
from server.events.evaluation.sender_clients import SenderHistory
from server.ingest.overflow import encode as encode_overflow
from server.lib import clock
from server.lib.outbox import OutboxRow
from server.messages.models import Message
from server.verdicts.hits import encode
from server.verdicts.observed import MailContext, OwnView
from tests.agents import FIREFOX, GMAIL_PROXY
from tests.events.test_digest import hit_on
from tests.events.test_incremental_counts import HOUR, NOON
from tests.events.test_incremental_counts import mail as state_of
from tests.ingest.test_overflow import made
from tests.pipeline import BROWSER, GMAIL, Pipeline, fresh, fresh_link

LINK = "https://example.com/"
HEADERS = {name.lower(): value for name, value in BROWSER.items()}


async def hits(pipeline: Pipeline, mail: Message, *wanted: dict[str, Any]) -> None:
    """A batch with a hit at each time in `at` (seconds from when the mail was sent)."""
    assert mail.sent_at
    for values in wanted:
        at = int((mail.sent_at.timestamp() + values.pop("at")) * 1_000_000)
        await pipeline.spool.append(encode(hit_on(mail, at=at, headers=HEADERS, **values)))
    await pipeline.events()


async def test_a_second_batch_adds_to_the_counts_of_the_first(pipeline: Pipeline) -> None:
    sent_at = clock.now().replace(microsecond=0) - timedelta(hours=5)
    mail = await pipeline.world.sends(pipeline.world.alice, links=[LINK], sent_at=sent_at)
    click = {"kind": "click", "url": LINK}
    await hits(pipeline, mail, {"at": 3600}, {"at": 4000, **click}, {"at": 4100, "user_agent": "curl/8"})
    await pipeline.spool.append(encode_overflow(made(pipeline, mail.id, 3)))
    await pipeline.events()
    proxy = {"user_agent": GMAIL_PROXY, "address": GMAIL}
    await hits(
        pipeline, mail, {"at": 7200, **proxy}, {"at": 7300, "user_agent": "curl/8"}, {"at": 7400, **click}
    )
    known, link = await fresh(mail), await fresh_link(mail, 1)
    assert (known.opens, known.raw_opens, known.clicks, known.raw_clicks) == (2, 4, 2, 2)
    assert (known.first_open_at, known.last_open_at) == (after(sent_at, 3600), after(sent_at, 7200))
    assert (known.loaded_at, known.last_activity_at) == (after(sent_at, 3600), after(sent_at, 7400))
    assert (known.certainty, known.overflow_opens, known.overflow_clicks) == ("person", 3, 0)
    assert (link.clicks, link.raw_clicks) == (2, 2)
    assert (link.first_click_at, link.last_click_at) == (after(sent_at, 4000), after(sent_at, 7400))


async def test_a_known_bounce_lowers_and_a_known_reply_raises_the_score_of_opens_before_it(
    pipeline: Pipeline,
) -> None:
    now = clock.now()
    sent: dict[str, Any] = {"sent_at": now - timedelta(hours=5)}
    bounced = await pipeline.world.sends(pipeline.world.alice, bounced_at=now, **sent)
    answered = await pipeline.world.sends(pipeline.world.alice, replied_at=now, **sent)
    neither = await pipeline.world.sends(pipeline.world.alice, **sent)
    proxy = {"user_agent": GMAIL_PROXY, "address": GMAIL}
    for mail in (bounced, answered, neither):
        await hits(pipeline, mail, {"at": 3600, **proxy})
    found = {event.message_id: (event.verdict, event.score) for event in await pipeline.events()}
    assert found == {
        bounced.id: ("maybe_you", 15),
        answered.id: ("likely_person", 92),
        neither.id: ("likely_person", 80),
    }


async def test_an_unreported_mail_is_listed_at_the_time_of_its_first_hit(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    await Message.filter(id=mail.id).delete()
    at = clock.now().replace(microsecond=0) - timedelta(minutes=1)
    hit = hit_on(mail, at=int(at.timestamp() * 1_000_000), user_agent=FIREFOX, headers=HEADERS)
    await pipeline.spool.append(encode(hit))
    await pipeline.events()
    known = await fresh(mail)
    assert (known.source, known.state, known.sent_at, known.listed_at) == ("gmail", "unreported", None, at)
    assert (known.subject, known.from_address, known.from_name, known.search_text) == ("",) * 4
    assert (known.account_id, known.opens, known.first_open_at) == (pipeline.world.alice.id, 1, at)
    assert abs((clock.now() - known.updated_at).total_seconds()) < 60
    facts = [row.payload["event"] for row in await OutboxRow.filter(fact="first_open")]
    assert set(facts) == {str(hit.id)}


def after(moment: Any, seconds: int) -> Any:
    return moment + timedelta(seconds=seconds)


def test_a_mail_context_contains_the_mails_times_and_the_senders_history() -> None:
    like = ("198.51.100.0/24", FIREFOX)
    view = OwnView(NOON, "203.0.113.5", FIREFOX)
    known = SenderHistory(frozenset({like}), frozenset({"198.51.100.7"}), {like: "me"})
    state = state_of(replied_at=NOON + HOUR, bounced_at=NOON + 2 * HOUR, first_open_at=NOON + 3 * HOUR)
    assert mail_context(state, known, (view,)) == MailContext(
        sent_at=NOON, replied_at=NOON + HOUR, bounced_at=NOON + 2 * HOUR, opened_at=NOON + 3 * HOUR,
        own=frozenset({like}), own_addresses=frozenset({"198.51.100.7"}), learned={like: "me"},
        viewings=(view,),
    )  # fmt: skip
    assert mail_context(state_of(source="manual"), known, ()).sent_at is None
