"""The browser reports what it found in the sent copy."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from server.messages.models import GmailMessage, Message
from server.messages.proof import GMAIL, MarksFound, write
from tests.extension_api.paired import Extension, pair, problem, report_of
from tests.world import World


@pytest.fixture
async def extension(world: World) -> Extension:
    """Alice's browser."""
    return await pair(world, world.alice)


def a_proof(lease: object, /, **changes: Any) -> dict[str, Any]:
    return {"lease": str(lease), "pixel": True, "links": 2, "of": 3, **changes}


async def proof_in_the_feed(extension: Extension) -> Any:
    return (await (await extension.get("/feed")).get_json())["messages"][0]["proof"]


async def test_the_browsers_proof_is_stored_and_shown(extension: Extension) -> None:
    (lease,) = await extension.leases()
    assert (await extension.post("/proofs", a_proof(lease["id"]))).status_code == 404, "not reported yet"
    await extension.reports(report_of(lease))
    for _ in range(2):
        assert (await extension.post("/proofs", a_proof(lease["id"]))).status_code == 204
    proof = await proof_in_the_feed(extension)
    assert proof.pop("at")
    assert proof == {"by": "browser", "pixel": True, "links": 2, "of": 3}
    await extension.post("/proofs", a_proof(lease["id"], pixel=False))
    assert (await proof_in_the_feed(extension))["pixel"] is False


async def test_the_proof_from_gmails_own_copy_wins(world: World, extension: Extension) -> None:
    from tortoise.transactions import in_transaction

    message = await world.sends(world.alice)
    async with in_transaction() as db:
        kept = await GmailMessage.get(message_id=message.id)
        await write(await Message.get(id=message.id), kept, GMAIL, MarksFound(True, 3, 3), db)
    assert (await extension.post("/proofs", a_proof(message.id, pixel=False))).status_code == 204
    proof = await proof_in_the_feed(extension)
    assert (proof["by"], proof["pixel"], proof["links"]) == ("gmail", True, 3)


async def test_a_mail_that_is_sent_again_has_to_be_proved_again(extension: Extension) -> None:
    (lease,) = await extension.leases()
    await extension.reports(report_of(lease))
    await extension.post("/proofs", a_proof(lease["id"]))
    await extension.reports(report_of(lease))
    assert await proof_in_the_feed(extension) is None


async def test_bobs_message_seems_not_to_exist(world: World, extension: Extension) -> None:
    """S6."""
    theirs = await world.sends(world.bob)
    for message_id in (theirs.id, uuid4()):
        answer = await extension.post("/proofs", a_proof(message_id))
        assert (answer.status_code, await problem(answer)) == (404, "not_found")
    assert (await GmailMessage.get(message_id=theirs.id)).proof is None


@pytest.mark.parametrize(
    "changes",
    [
        {"lease": "x"},
        {"pixel": 1},
        {"pixel": None},
        {"links": -1},
        {"links": True},
        {"links": 4},
        {"of": 2001},
        {"of": "3"},
    ],
)
async def test_an_invalid_proof_is_refused(
    world: World, extension: Extension, changes: dict[str, Any]
) -> None:
    """S4."""
    message = await world.sends(world.alice)
    answer = await extension.post("/proofs", a_proof(message.id, **changes))
    assert (answer.status_code, await problem(answer)) == (400, "invalid")
