"""Leases, which the extension keeps ready to mark mails without asking the server."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from server.lib import clock
from server.lib.keys.signing import from_b64u
from server.marks.tokens import LIFETIME, Purpose, sign_click, verify
from server.messages.models import Message
from tests.extension_api.paired import Extension, pair, problem
from tests.world import World, opened_world


async def test_a_page_can_use_a_lease_to_mark_a_mail_that_the_server_recognises(world: World) -> None:
    extension = await pair(world, world.alice)
    before = clock.unix()
    (lease,) = await extension.leases()
    now = clock.unix()
    opened = verify(world.ring, Purpose.OPEN, lease["pixel_token"], now)
    assert (opened.account, opened.message) == (world.alice.id, UUID(lease["id"]))
    assert lease["pixel_url"] == f"http://127.0.0.1:8000/p/alicexxx/{lease['pixel_token']}.gif"
    head, key = from_b64u(lease["link_head"]), from_b64u(lease["link_key"])
    assert head is not None
    assert key is not None
    token = sign_click(head, key, "https://example.com/?q=ü#x")
    clicked = verify(world.ring, Purpose.CLICK, token, now)
    assert (clicked.message, clicked.url) == (UUID(lease["id"]), "https://example.com/?q=ü#x")
    base, decoy = lease["decoy_url"].rsplit("/", 1)
    hidden = verify(world.ring, Purpose.DECOY, decoy, now)
    assert (base, hidden) == ("http://127.0.0.1:8000/c/alicexxx", opened)
    assert lease["link_base"] == "http://127.0.0.1:8000/c/alicexxx/"
    assert before - 5 < lease["expires_at"] - LIFETIME[Purpose.OPEN] < now + 5


async def test_a_lease_contains_the_view_time_image_if_the_server_measures_view_time(
    world: World,
) -> None:
    (lease,) = await (await pair(world, world.alice)).leases()
    start, token = lease["view_time_url"].removesuffix(".gif").rsplit("/", 1)
    assert start == "http://127.0.0.1:8000/p/alicexxx/r"
    read = verify(world.ring, Purpose.VIEW_TIME, token, clock.unix())
    assert (read.account, read.message) == (world.alice.id, UUID(lease["id"]))


async def test_a_server_that_measures_no_view_time_issues_no_image_for_it(tmp_path: Path) -> None:
    async with opened_world(tmp_path, VIEW_TIME_CONNECTIONS="0") as without:
        (lease,) = await (await pair(without, without.alice)).leases()
        assert "view_time_url" not in lease


async def test_fifty_leases_have_different_ids_and_create_no_message(world: World) -> None:
    extension = await pair(world, world.alice)
    leases = await extension.leases(50)
    assert len({lease["id"] for lease in leases}) == 50
    assert await Message.all().count() == 0


@pytest.mark.parametrize(
    ("count", "why"),
    [
        (0, "Expected `int` >= 1"),
        (51, "Expected `int` <= 50"),
        (-1, "Expected `int` >= 1"),
        (1.5, "Expected `int`, got `float`"),
        ("3", "Expected `int`, got `str`"),
        (None, "Expected `int`, got `null`"),
        (True, "Expected `int`, got `bool`"),
        ([1], "Expected `int`, got `array`"),
        (10**30, "Expected `int` <= 50"),
    ],
)
async def test_an_invalid_number_of_leases_is_refused_with_its_reason(
    world: World, count: Any, why: str
) -> None:
    extension = await pair(world, world.alice)
    answer = await extension.post("/leases", {"count": count})
    assert await problem(answer) == "invalid"
    assert await answer.get_json() == {
        "type": "urn:sightline:problem:invalid",
        "title": "Invalid",
        "status": 400,
        "detail": f"#/count: {why}",
        "errors": [{"pointer": "#/count", "detail": why}],
    }


@pytest.mark.parametrize(
    ("body", "type_", "status", "code"),
    [
        (b"", "application/json", 400, "invalid"),
        (b"{", "application/json", 400, "invalid"),
        (b"\xff", "application/json", 400, "invalid"),
        (b"[" * 200_000, "application/json", 400, "invalid"),
        (b'{"count": NaN}', "application/json", 400, "invalid"),
        (b'{"count": ' + b"9" * 5000 + b"}", "application/json", 400, "invalid"),
        (b"null", "application/json", 400, "invalid"),
        (b"[]", "application/json", 400, "invalid"),
        (b"count=1", "application/x-www-form-urlencoded", 415, "unsupported_media_type"),
        (b'{"count": 1}', "text/plain", 415, "unsupported_media_type"),
        (b'{"count": 1}', "", 415, "unsupported_media_type"),
        (b" " * 1_000_001, "application/json", 413, ""),
    ],
)
async def test_a_broken_body_is_refused_with_the_status_and_code_for_its_fault(
    world: World, body: bytes, type_: str, status: int, code: str
) -> None:
    """S4."""
    extension = await pair(world, world.alice)
    answer = await world.app.test_client().post(
        "/api/extension/leases",
        data=body,
        headers={"Authorization": f"Bearer {extension.token}", "Content-Type": type_},
    )
    assert (answer.status_code, await problem(answer)) == (status, code)


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [("GET", "/nothing", 404), ("GET", "/leases", 405), ("HEAD", "/reports", 405)],
)
async def test_an_unknown_path_or_method_is_answered_with_a_problem_in_json(
    world: World, method: str, path: str, status: int
) -> None:
    answer = await Extension(world)._ask(method, path)
    assert answer.status_code == status
    assert await problem(answer) == ""
