"""Individual copies over time: an interrupted try, a changed clock, a slow connection, another Gmail."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.copies import deliver
from server.copies.models import Copy, CopySet, CopyText
from server.failures.wording import failure_text
from server.google.gmail_api import earlier_try, gmail
from server.google.models import GmailGrant
from server.lib import clock
from tests.accounts.walker import Walker
from tests.copies.drafting import BOB, CHARLIE, Writer, writer
from tests.google.test_features import asks_for
from tests.sandbox.driving import RunningSandbox
from tests.world import World

SEND = "/gmail/v1/users/me/messages/send"


@pytest.fixture
async def writes(world: World, alice: Walker, google: RunningSandbox) -> Writer:
    return await writer(world, alice, google)


async def test_a_copy_whose_later_try_is_interrupted_waits_until_the_result_of_that_try_is_certain(
    writes: Writer,
) -> None:
    """The first try was long ago, but the interrupted one may still be under way."""
    copies = await writes.sends()
    now = clock.now()
    await Copy.all().update(tried_at=now - timedelta(hours=1), claimed_until=now - timedelta(seconds=1))
    await writes.delivers()
    assert [await writes.got("bob"), await writes.got("charlie")] == [[], []]
    await Copy.all().update(claimed_until=now - earlier_try.SETTLED)
    await writes.waits()
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "sent", CHARLIE: "sent"}
    assert [len(await writes.got(each)) for each in ("bob", "charlie")] == [1, 1]


async def test_a_sent_copy_is_found_although_the_clock_was_set_back(writes: Writer) -> None:
    copies = await writes.sends()
    await writes.delivers()
    ahead = clock.now() + timedelta(hours=2)
    text = await CopyText.create(copy_set_id=copies["id"], sealed=b"")
    await Copy.all().update(state="waiting", tried_at=ahead, claimed_until=clock.now() - earlier_try.SETTLED)
    async with writes.world.app.app_context():
        for copy in await Copy.all().select_related("copy_set", "account"):
            assert isinstance(await deliver._try(copy), str)
    assert await CopyText.filter(id=text.id).exists(), "nothing was made of it"


async def test_google_gets_more_time_to_accept_a_mail_than_to_answer_other_requests(
    writes: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Uploading megabytes over a slow line takes longer than other requests."""
    late = {"path_prefix": SEND, "status": 503, "times": 2, "done": True, "late": 1.5}
    await writes.google.post("/sandbox/faults", json=late)
    await writes.sends()
    monkeypatch.setattr(gmail, "TIMEOUT", 0.5)
    await writes.delivers()
    assert {failure_text(copy.error) for copy in await Copy.all()} == {"Google was busy (503)."}


async def test_a_copy_is_sent_only_through_the_gmail_account_that_holds_its_draft(
    writes: Writer, alice: Walker
) -> None:
    """Alice connects another account in the meantime."""
    copies = await writes.sends()
    await GmailGrant.all().update(email="other@sandbox.example")
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "waiting", CHARLIE: "waiting"}
    assert await writes.got("bob") == []
    writes.extension.language = "de"
    shown = await (await writes.extension.get(f"/copies/{copies['id']}")).get_json()
    assert {each["failure"] for each in shown["copies"]} == {
        (
            "Diese Nachricht wurde in einem anderen Gmail-Konto geschrieben als dem verbundenen. "
            "Das können Sie in den Einstellungen unter Gmail beheben. "
            "Danach geht die Mail von selbst hinaus."
        )
    }
    await asks_for(alice, "?send=yes&check=yes")
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "sent", CHARLIE: "sent"}


async def test_gmails_other_domain_is_the_account_that_holds_the_draft(writes: Writer) -> None:
    copies = await writes.sends()
    await CopySet.all().update(mailbox="alice@gmail.com")
    await GmailGrant.all().update(email="alice@googlemail.com")
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "sent", CHARLIE: "sent"}


async def test_a_copy_stopped_during_the_search_for_it_is_not_sent(
    writes: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    copies = await writes.sends()

    async def meanwhile(*_: Any) -> None:
        await writes.extension.post("/copies/stops", {"draft_id": writes.draft["gid"]})

    monkeypatch.setattr(gmail.Gmail, "find_sent", meanwhile)
    await Copy.all().update(tried_at=clock.now() - timedelta(hours=1))
    await writes.delivers()
    assert await writes.states(copies) == {BOB: "stopped", CHARLIE: "stopped"}
    assert await writes.got("bob") == []
