"""Alice learns which recipients usually block images, because a missing open means nothing for them."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from server.lib import clock
from server.messages.image_blocking import ENOUGH, OFF, ON, UNKNOWN, PastMail, images_at_domain, images_of
from server.messages.models import Message
from tests.dashboard.test_list import text_of
from tests.extension_api.paired import pair
from tests.world import World

SILENT, READ = PastMail(False, False, False), PastMail(True, True, False)
CLICKED, FILTERED = PastMail(False, False, True), PastMail(False, True, False)


@pytest.mark.parametrize(
    ("past", "images"),
    [
        ([], UNKNOWN),
        ([SILENT] * (ENOUGH - 1), UNKNOWN),
        ([SILENT] * ENOUGH, OFF),
        ([SILENT, CLICKED, SILENT], OFF),
        ([CLICKED, CLICKED], UNKNOWN),
        ([SILENT] * ENOUGH + [FILTERED], UNKNOWN),
        ([READ], ON),
        ([READ, SILENT, SILENT], ON),
        ([SILENT] * 9 + [READ], UNKNOWN),
        ([SILENT] * 20 + [READ], OFF),
    ],
)
def test_whether_a_recipient_blocks_images_is_concluded_from_their_past_mails(
    past: list[PastMail], images: str
) -> None:
    assert images_of(past) == images


def test_whether_a_domain_blocks_images_is_concluded_only_from_several_silent_recipients() -> None:
    assert images_at_domain([[SILENT] * 2] * 3) == OFF
    assert images_at_domain([[SILENT] * 6]) == UNKNOWN, "one person is no organisation"
    assert images_at_domain([[SILENT] * 2] * 3 + [[READ]]) == UNKNOWN


async def sent_before(world: World, to: str, count: int, **values: Any) -> None:
    """Alice sent this many mails to the address some time ago."""
    for number in range(count):
        moment = clock.now() - timedelta(days=10 + number)
        await world.sends(world.alice, to=to, sent_at=moment, **values)


async def asked(world: World, *addresses: str) -> dict[str, str]:
    extension = await pair(world, world.alice)
    answer = await extension.post("/image-blocking", {"recipients": list(addresses)})
    assert answer.status_code == 200, await answer.get_data(as_text=True)
    return {each: found["images"] for each, found in (await answer.get_json())["recipients"].items()}


async def test_bounced_mails_do_not_show_whether_their_recipient_blocks_images(world: World) -> None:
    await sent_before(world, "gone@corp.example", ENOUGH, bounced_at=clock.now(), bounces=1)
    assert await asked(world, "gone@corp.example") == {"gone@corp.example": UNKNOWN}


async def test_alice_learns_before_sending_which_recipients_block_images(world: World) -> None:
    """Covers 53."""
    await sent_before(world, "dora@dark.example", 5)
    await sent_before(world, "erin@light.example", 2, opens=1, raw_opens=1, loaded_at=clock.now())
    assert await asked(world, "Dora@Dark.example", "erin@light.example", "new@other.example") == {
        "Dora@Dark.example": OFF,
        "erin@light.example": ON,
        "new@other.example": UNKNOWN,
    }


async def test_a_new_recipient_at_a_domain_that_blocks_images_is_expected_to_block_them(world: World) -> None:
    for name in ("dora", "erin", "finn"):
        await sent_before(world, f"{name}@dark.example", 2)
        await sent_before(world, f"{name}@gmail.com", 2)
    found = await asked(world, "new@dark.example", "new@gmail.com")
    assert found == {"new@dark.example": OFF, "new@gmail.com": UNKNOWN}


async def test_recent_mails_and_mails_to_several_people_and_bobs_mails_do_not_show_who_blocks_images(
    world: World,
) -> None:
    await sent_before(world, "dora@dark.example,erin@dark.example", 6)
    for _ in range(6):
        await world.sends(world.alice, to="finn@dark.example")
        await world.sends(world.bob, to="dora@dark.example", sent_at=clock.now() - timedelta(days=9))
    assert set((await asked(world, "dora@dark.example", "finn@dark.example")).values()) == {UNKNOWN}


async def test_an_unopened_mail_is_shown_with_the_note_that_its_recipient_blocks_images(world: World) -> None:
    await sent_before(world, "dora@dark.example", 5)
    message = await world.sends(world.alice, to="dora@dark.example")
    said = "images are usually off for the recipient"
    alice = await world.browser_of(world.alice)
    for path in ("/", f"/messages/{message.id}", f"/messages/{message.id}/row"):
        assert said in await text_of(alice, path), path
    await Message.filter(id=message.id).update(opens=1, raw_opens=1, certainty="person")
    assert said not in await text_of(alice, f"/messages/{message.id}")


@pytest.mark.parametrize(
    "body", [{}, {"recipients": []}, {"recipients": ["nobody"]}, {"recipients": ["a@b"] * 51}]
)
async def test_an_invalid_list_of_addresses_is_refused(world: World, body: dict[str, Any]) -> None:
    extension = await pair(world, world.alice)
    assert (await extension.post("/image-blocking", body)).status_code == 400
