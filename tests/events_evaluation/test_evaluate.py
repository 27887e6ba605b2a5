"""New hits may change the verdicts on stored events of the same mail."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from tortoise import connections
from tortoise.transactions import in_transaction

from server.events.evaluation import reclassification
from server.events.evaluation.evaluate import Evaluation, _evaluate_mail
from server.events.evaluation.events import UNDONE
from server.events.evaluation.history_window import HistoryWindow
from server.events.rows.counts import recount
from server.events.rows.event_rows import StoredEvent, newest
from server.events.rows.mail_state import MailState, look_at
from server.lib import clock
from server.messages.models import Message
from server.verdicts.hits import DECOY_URL
from server.verdicts.observed import MailContext, ObservedHit
from tests.events_evaluation.test_history_window_edges import hit, stored
from tests.world import World

MENU = "https://example.com/menu"


@pytest.fixture(autouse=True)
async def _inside(world: World) -> AsyncIterator[None]:
    """Run each test in the application's context, as the digest runs."""
    async with world.app.app_context():
        yield


async def clicked(world: World) -> tuple[Message, StoredEvent]:
    """Return a mail from Alice in which somebody followed a link, and the event of that click."""
    mail = await world.sends(world.alice)
    await stored(mail, hit(mail, 0, MENU))
    events = await newest(connections.get("default"), {mail.id}, 1)
    return mail, events[0]


@pytest.mark.parametrize("whole", [True, False])
async def test_a_click_that_proves_to_come_from_a_machine_is_revised_only_with_the_whole_history_of_the_mail(
    world: World, whole: bool
) -> None:
    mail, click = await clicked(world)
    decoy, evaluation = ObservedHit(hit(mail, 0.5, DECOY_URL)), Evaluation()
    window = HistoryWindow([click], whole=whole)
    about = MailContext(sent_at=clock.from_unix(click.observed.hit.at / 1e6 - 3600))
    assert _evaluate_mail([decoy], window, about, evaluation, has_history=True) is whole
    assert [each.event.id for each in evaluation.revised] == ([click.id] if whole else [])
    assert list(evaluation.verdicts) == ([decoy.hit.id] if whole else [])


async def test_a_later_open_does_not_change_an_earlier_click_and_needs_no_more_history(world: World) -> None:
    mail, click = await clicked(world)
    later, evaluation = ObservedHit(hit(mail, 3600)), Evaluation()
    at = click.observed.hit.at / 1e6
    about = MailContext(sent_at=clock.from_unix(at - 3600), opened_at=clock.from_unix(at - 60))
    assert _evaluate_mail([later], HistoryWindow([click]), about, evaluation, has_history=True)
    assert list(evaluation.verdicts) == [later.hit.id]


async def test_a_mail_with_few_events_is_read_in_one_step_unless_its_send_was_undone(world: World) -> None:
    mail, _ = await clicked(world)
    assert reclassification._is_small(await state(mail))
    await Message.filter(id=mail.id).update(state=UNDONE)
    assert not reclassification._is_small(await state(mail))
    async with in_transaction() as db:
        await recount(await Message.get(id=mail.id, using_db=db), db)
    found = await reclassification.difference()
    assert found.events == 1


async def state(mail: Message) -> MailState:
    """What is stored of the mail now."""
    return (await look_at(connections.get("default"), [mail.id]))[mail.id]
