"""A recipient opens a mail."""

from __future__ import annotations

import zlib
from datetime import timedelta
from uuid import uuid4

import pytest

from server.events import wording
from server.lib import clock
from server.lib.outbox import OutboxRow
from server.messages.models import Message
from tests.agents import APPLE, FIREFOX, GMAIL_PREFETCH, GMAIL_PROXY, YAHOO_PROXY
from tests.pipeline import Pipeline, fresh


async def test_an_open_in_gmail_becomes_an_event_of_a_likely_person(pipeline: Pipeline) -> None:
    """Covers 32, 33, 46, 49, 50, 51."""
    mail = await pipeline.world.sends(pipeline.world.alice)
    answer = await pipeline.opens_in_gmail(mail)
    assert (answer.status_code, answer.headers["content-type"]) == (200, "image/gif")
    [event] = await pipeline.events()
    assert (event.kind, event.verdict, event.rule) == ("open", "likely_person", "proxy_on_display")
    assert event.client == "Gmail’s image proxy"
    mail = await fresh(mail)
    assert (mail.opens, mail.raw_opens, mail.certainty) == (1, 1, "likely_person")
    assert mail.first_open_at == mail.last_open_at == mail.last_activity_at == event.at


async def test_the_first_open_is_announced_once(pipeline: Pipeline) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    for _ in range(3):
        await pipeline.opens_in_gmail(mail)
    first, *_ = await pipeline.events()
    [row] = await OutboxRow.filter(fact="first_open", listener__contains="alert")
    assert row.payload == {"message": str(mail.id), "event": str(first.id)}


@pytest.mark.parametrize("agent", [GMAIL_PREFETCH, APPLE, "", "curl/8.5.0"])
async def test_a_machines_open_is_stored_but_neither_counted_nor_announced(
    pipeline: Pipeline, agent: str
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    await pipeline.get(pipeline.marks(mail).pixel_url, agent)
    assert len(await pipeline.events()) == 1
    mail = await fresh(mail)
    assert (mail.opens, mail.raw_opens, mail.first_open_at, mail.last_activity_at) == (0, 1, None, None)
    assert not await OutboxRow.filter(fact="first_open")


async def test_the_most_certain_open_determines_the_certainty_of_the_mail(pipeline: Pipeline) -> None:
    long_ago = clock.now() - timedelta(hours=2)
    mail = await pipeline.world.sends(pipeline.world.alice, sent_at=long_ago)
    for agent in (YAHOO_PROXY, FIREFOX, GMAIL_PROXY):
        await pipeline.get(pipeline.marks(mail).pixel_url, agent)
    await pipeline.events()
    assert (await fresh(mail)).certainty == "person"


async def test_an_open_is_attributed_to_the_recipient_only_if_the_mail_has_just_one(
    pipeline: Pipeline,
) -> None:
    alone = await pipeline.world.sends(pipeline.world.alice)
    together = await pipeline.world.sends(
        pipeline.world.alice, to="bob@sandbox.example,charlie@sandbox.example"
    )
    await pipeline.opens_in_gmail(alone)
    await pipeline.opens_in_gmail(together)
    one, someone_of_two = await pipeline.events()
    assert one.recipient_id is not None
    assert someone_of_two.recipient_id is None


async def test_an_open_that_precedes_the_report_is_stored_under_an_unreported_mail(
    pipeline: Pipeline,
) -> None:
    lease = Message(id=uuid4(), account_id=pipeline.world.alice.id)
    await pipeline.opens_in_gmail(lease)
    await pipeline.events()
    mail = await fresh(lease)
    assert (mail.state, mail.opens, mail.account_id) == ("unreported", 1, pipeline.world.alice.id)
    assert await OutboxRow.filter(fact="first_open", listener__contains="alert").count() == 1


async def test_an_open_before_the_mail_is_sent_does_not_count_and_its_event_says_why(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice, sent_at=clock.now() + timedelta(minutes=3))
    await pipeline.get(pipeline.marks(mail).pixel_url)
    [event] = await pipeline.events()
    assert (event.verdict, event.counts) == ("before_sending", False)
    assert "before you sent the message" in wording.reasons_of(event)[0]


async def test_a_manual_pixel_counts_for_the_mail_that_it_names(pipeline: Pipeline) -> None:
    """Covers 33, 35, 44."""
    mail = await pipeline.world.sends(pipeline.world.alice, source="manual")
    gif = await pipeline.get(f"{pipeline.world.public_url}/p/{mail.id}.gif")
    png = await pipeline.get(f"{pipeline.world.public_url}/track/open/{mail.id}.png", address="198.51.100.8")
    assert (gif.headers["content-type"], png.headers["content-type"]) == ("image/gif", "image/png")
    assert len(await pipeline.events()) == 2
    assert (await fresh(mail)).opens == 2


async def test_an_id_without_a_signature_records_no_open_of_a_mail_that_is_not_manual(
    pipeline: Pipeline,
) -> None:
    mail = await pipeline.world.sends(pipeline.world.alice)
    for name in (mail.id, uuid4()):
        await pipeline.get(f"{pipeline.world.public_url}/p/{name}.gif")
    assert await pipeline.events() == []
    assert pipeline.spool.waiting() == 0


async def test_the_pixel_is_a_gif_of_43_bytes_or_a_transparent_png_of_67_bytes(pipeline: Pipeline) -> None:
    """Covers 35, 41, 42, 44."""
    pixel = pipeline.marks(await pipeline.world.sends(pipeline.world.alice)).pixel_url
    gif, png = (
        (await pipeline.get(pixel)).content,
        (await pipeline.get(pixel.replace(".gif", ".png"))).content,
    )
    assert (len(gif), gif[:6], gif[-1:]) == (43, b"GIF89a", b";")
    assert (len(png), png[:4], png[-8:-4]) == (67, b"\x89PNG", b"IEND")
    assert zlib.decompress(png[41:51]) == bytes(5)  # one row: no filter, one transparent pixel
    assert png[51:55] == zlib.crc32(png[37:51]).to_bytes(4, "big")
