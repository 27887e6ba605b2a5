"""Which marks are found in Gmail's copy of a mail, when the copy is read, and what happens if that fails."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from server.events.sends import readback
from server.events.sends.readback import _for_the_outbox, _keep, check_sent_copy, found_in
from server.google.failures import GONE, Disconnected
from server.google.gmail_api.sent_copy import SentCopy
from server.lib import clock
from server.lib.failure import Failure
from server.lib.outbox import Done, Permanent, Transient
from server.marks.marks import Marks, marks_for
from server.messages.gmail import gmail_of
from server.messages.models import GmailMessage, Message
from server.messages.proof import MarksFound
from tests.world import World, hold_still

MENU, MAP = "https://example.com/menu?a=1&b=2", "https://example.org/"
SENT = frozenset({"SENT"})


@pytest.fixture(autouse=True)
async def _inside(world: World) -> AsyncIterator[None]:
    """Run each test in the application's context, as listeners run."""
    async with world.app.app_context():
        yield


def marks_of(world: World, mail: Message, **changed: Any) -> Marks:
    """The marks that the extension added to this mail."""
    values = {"account": mail.account_id, "prefix": world.alice.prefix, "now": clock.unix(), **changed}
    return marks_for(mail.id, world.ring, world.public_url, **values)


def html(*urls: str) -> str:
    return "".join(f'<p>Lunch</p><a href="{url}">there</a>' for url in urls)


async def test_the_pixel_and_each_link_are_found_once(world: World) -> None:
    mail = await world.sends(world.alice)
    marks = marks_of(world, mail)
    menu, here = marks.tracked(MENU), marks.tracked(MAP)
    urls = {MENU, MAP}
    for text, found in (
        (html(marks.pixel_url, menu, here), MarksFound(pixel=True, links=2, of=2)),
        (html(menu, menu, marks.pixel_url, menu), MarksFound(pixel=True, links=1, of=2)),
        (html(marks.pixel_url, here), MarksFound(pixel=True, links=1, of=2)),
        (html(menu, here), MarksFound(pixel=False, links=2, of=2)),
        (html(MENU, MAP), MarksFound(pixel=False, links=0, of=2)),
        ("", MarksFound(pixel=False, links=0, of=2)),
    ):
        assert found_in(text, mail, urls, world.ring) == found
    assert found_in(html(menu), mail, set(), world.ring) == MarksFound(pixel=False, links=0, of=0)


async def test_marks_of_other_mails_or_people_and_forged_marks_are_not_found(world: World) -> None:
    mail, other = await world.sends(world.alice), await world.sends(world.alice)
    theirs = marks_of(world, other)
    bobs = marks_of(world, mail, account=world.bob.id)
    old = marks_of(world, mail, now=clock.unix() - 400 * 86_400)
    mine = marks_of(world, mail)
    forged = mine.pixel_url[:-14] + "AAAAAAAAAA.gif"
    swapped = mine.pixel_url.replace("/p/", "/c/").removesuffix(".gif")
    for text in (
        html(theirs.pixel_url, theirs.tracked(MENU)),
        html(bobs.pixel_url, bobs.tracked(MENU)),
        html(old.pixel_url, old.tracked(MENU)),
        html(forged, swapped, mine.decoy_url),
    ):
        nothing = MarksFound(pixel=False, links=0, of=1)
        assert found_in(text, mail, {MENU}, world.ring) == nothing
        both = text + html(mine.pixel_url, mine.tracked(MENU))  # the invalid marks do not hide the valid ones
        assert found_in(both, mail, {MENU}, world.ring) == MarksFound(pixel=True, links=1, of=1)


async def test_only_part_of_a_mail_with_very_many_marks_is_read(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(readback, "_MOST", 3)
    mail = await world.sends(world.alice)
    marks = marks_of(world, mail)
    menu = marks.tracked(MENU)
    assert found_in(html(menu, menu, marks.pixel_url), mail, {MENU}, world.ring).pixel
    assert not found_in(html(menu, menu, menu, marks.pixel_url), mail, {MENU}, world.ring).pixel


async def test_a_failed_check_is_repeated_while_the_copy_may_still_appear(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    busy, ended = Transient(Failure("google_busy")), Disconnected(Failure("grant_ended"))
    refused = Permanent(Failure("gmail_refused"))

    async def sent(age: timedelta) -> Message:
        mail = await world.sends(world.alice, sent_at=still.at - age)
        return await Message.get(id=mail.id).select_related("gmail")

    for age in (timedelta(0), timedelta(days=1)):
        mail = await sent(age)
        assert _for_the_outbox(None, mail) == Done()
        assert _for_the_outbox(ended, mail) == ended
        assert _for_the_outbox(busy, mail) == busy
    young, old = await sent(timedelta(minutes=29, seconds=59)), await sent(timedelta(minutes=30))
    for failure, outcome in ((GONE, Done()), (refused, refused)):
        assert isinstance(_for_the_outbox(failure, young), Transient)
        assert _for_the_outbox(failure, old) == outcome


async def copied(world: World, mail: Message, *urls: str) -> dict[str, Any] | None:
    """Gmail's copy of the mail is read. Returns the proof stored afterwards."""
    loaded = await Message.get(id=mail.id).select_related("gmail")
    await _keep(loaded, SentCopy(SENT, html(*urls)))
    kept = await gmail_of(mail.id)
    assert kept
    return kept.proof


async def test_the_result_is_stored_and_announced_to_open_pages_once(world: World) -> None:
    mail = await world.sends(world.alice, links=[MENU, MAP])
    marks = marks_of(world, mail)
    with world.hub.subscribe(f"account:{world.alice.id}") as heard:
        proof = await copied(world, mail, marks.pixel_url, marks.tracked(MAP))
        assert proof
        found = {name: proof[name] for name in ("by", "pixel", "links", "of")}
        assert found == {"by": "gmail", "pixel": True, "links": 1, "of": 2}
        assert (heard.get_nowait(), heard.empty()) == (str(mail.id), True)
        assert await copied(world, mail, marks.pixel_url, marks.tracked(MAP)) == proof
        assert heard.empty()


async def test_marks_that_are_not_in_the_part_that_was_read_are_not_called_absent(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await world.sends(world.alice, links=[MENU])
    loaded = await Message.get(id=mail.id).select_related("gmail")
    marks = marks_of(world, mail)
    menu = marks.tracked(MENU)
    for some in ("", html(menu), html(marks.pixel_url)):
        await _keep(loaded, SentCopy(SENT, some, complete=False))
    with monkeypatch.context() as patch:
        patch.setattr(readback, "_MOST", 2)
        await _keep(loaded, SentCopy(SENT, html(menu, menu, marks.pixel_url)))
    kept = await gmail_of(mail.id)
    assert kept
    assert kept.proof is None
    await _keep(loaded, SentCopy(SENT, html(menu, marks.pixel_url), complete=False))
    kept = await gmail_of(mail.id)
    assert kept
    assert (kept.proof or {}).get("pixel") is True


async def test_a_copy_of_an_earlier_send_proves_nothing_about_the_next_send(world: World) -> None:
    mail = await world.sends(world.alice, links=[MENU])
    await GmailMessage.filter(message_id=mail.id).update(report={"fields": {"sent_at": 1}})
    loaded = await Message.get(id=mail.id).select_related("gmail")
    copy = SentCopy(SENT, html(marks_of(world, mail).pixel_url))
    await GmailMessage.filter(message_id=mail.id).update(report={"fields": {"sent_at": 2}})
    with world.hub.subscribe(f"account:{world.alice.id}") as heard:
        await _keep(loaded, copy)
        assert heard.empty()
    kept = await gmail_of(mail.id)
    assert kept
    assert kept.proof is None
    await GmailMessage.filter(message_id=mail.id).update(report={"fields": {"sent_at": 1}})
    await _keep(loaded, copy)
    kept = await gmail_of(mail.id)
    assert kept
    assert kept.proof is not None


async def test_nothing_is_stored_about_a_mail_deleted_in_the_meantime(world: World) -> None:
    mail = await world.sends(world.alice)
    loaded = await Message.get(id=mail.id).select_related("gmail")
    copy = SentCopy(SENT, html(marks_of(world, mail).pixel_url))
    await GmailMessage.filter(message_id=mail.id).delete()
    await _keep(loaded, copy)
    await Message.filter(id=mail.id).delete()
    await _keep(loaded, copy)
    assert await GmailMessage.all().count() == 0


class Asked:
    """Alice's Gmail, as far as it is asked for the copy of one mail."""

    def __init__(self, answer: Any, *, reads: bool = True) -> None:
        self.answer, self.can_read_bodies, self.ids = answer, reads, list[str]()

    async def sent_copy(self, gmail_id: str) -> Any:
        self.ids.append(gmail_id)
        return self.answer


async def outcome_of(
    monkeypatch: pytest.MonkeyPatch, mail: Message, gmail: Asked | None, *, wants: bool = True
) -> Any:
    """The outcome of a look at Gmail's copy of this mail."""

    async def gmail_for(account: int) -> Asked | None:
        return gmail if account == mail.account_id else None

    async def wants_check(account: int) -> bool:
        return wants and account == mail.account_id

    monkeypatch.setattr(readback, "gmail_for", gmail_for)
    monkeypatch.setattr(readback, "wants_check", wants_check)
    return await check_sent_copy({"message": str(mail.id)})


async def test_a_sent_copy_is_read_only_if_alice_chose_to_have_it_checked_and_gave_gmail_permission(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await world.sends(world.alice, gmail_id="a1")
    copy = SentCopy(SENT, html(marks_of(world, mail).pixel_url))
    for gmail, wants, asked in (
        (None, True, []),
        (Asked(copy, reads=False), True, []),
        (Asked(copy), False, []),
        (Asked(copy), True, ["a1"]),
        (Asked(copy), True, []),  # already checked
    ):
        assert await outcome_of(monkeypatch, mail, gmail, wants=wants) == Done()
        assert (gmail.ids if gmail else []) == asked
    kept = await gmail_of(mail.id)
    assert kept
    assert kept.proof
    assert (kept.proof["by"], kept.proof["pixel"]) == ("gmail", True)


@pytest.mark.parametrize("state", ["undone", "scheduled", "unreported"])
async def test_the_copy_of_a_mail_that_was_not_sent_is_not_read(
    world: World, monkeypatch: pytest.MonkeyPatch, state: str
) -> None:
    mail, gmail = await world.sends(world.alice, state=state, gmail_id="a1"), Asked(SentCopy(SENT, ""))
    assert await outcome_of(monkeypatch, mail, gmail) == Done()
    assert await outcome_of(monkeypatch, Message(id=uuid4(), account_id=world.alice.id), gmail) == Done()
    assert gmail.ids == []


async def test_the_browsers_result_is_checked_again_in_gmail(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    proof = {"by": "browser", "pixel": True, "links": 0, "of": 0, "at": "2026-11-03T12:00:00.000Z"}
    mail, gmail = await world.sends(world.alice, gmail_id="a1", proof=proof), Asked(SentCopy(SENT, ""))
    assert await outcome_of(monkeypatch, mail, gmail) == Done()
    kept = await gmail_of(mail.id)
    assert kept
    assert kept.proof
    assert (kept.proof["by"], kept.proof["pixel"]) == ("gmail", False)


async def test_a_draft_is_checked_again_later_and_a_mail_without_a_gmail_id_is_skipped(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    mail = await world.sends(world.alice, gmail_id="a1")
    draft = Asked(SentCopy(frozenset({"DRAFT"}), html(marks_of(world, mail).pixel_url)))
    assert isinstance(await outcome_of(monkeypatch, mail, draft), Transient)
    kept = await gmail_of(mail.id)
    assert kept
    assert kept.proof is None
    busy = Transient(Failure("google_busy"))
    assert await outcome_of(monkeypatch, mail, Asked(busy)) == busy
    unknown, gmail = await world.sends(world.alice), Asked(SentCopy(SENT, ""))
    assert await outcome_of(monkeypatch, unknown, gmail) == Done()
    assert gmail.ids == []
