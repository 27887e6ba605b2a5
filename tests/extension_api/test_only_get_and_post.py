"""Every change can be made by POST, which firewalls let through; older extensions use PUT and DELETE."""

from __future__ import annotations

from typing import Any
from uuid import UUID

import pytest

from server.accounts.models import PairedBrowser
from server.events.models import Event
from server.extension.api import MARK, OLDER_ROUTES, ROUTES
from server.lib import clock
from server.messages.models import Mute, Reminder
from tests.extension_api.paired import Extension, pair, problem
from tests.extension_api.reading import opens
from tests.world import World


@pytest.fixture
async def extension(world: World) -> Extension:
    """Alice's browser."""
    return await pair(world, world.alice)


def test_todays_routes_need_only_methods_that_firewalls_let_through() -> None:
    """The OWASP core rule set (911100) allows GET, HEAD, POST and OPTIONS."""
    assert {method for method, _, _ in ROUTES} == {"GET", "POST"}
    assert {method for method, _, _ in OLDER_ROUTES} == {"PUT", "DELETE"}


async def test_alice_mutes_and_unmutes_by_post(world: World, extension: Extension) -> None:
    message = await world.sends(world.alice)
    for muted in (True, True, False, False):
        assert (await extension.post(f"/messages/{message.id}/mute", {"muted": muted})).status_code == 204
        assert await Mute.filter(message_id=message.id).count() == int(muted)
    answer = await extension.post(f"/messages/{message.id}/mute", {})
    assert (answer.status_code, await problem(answer)) == (400, "invalid")


async def test_alice_sets_and_removes_a_reminder_by_post(world: World, extension: Extension) -> None:
    path = f"/messages/{(await world.sends(world.alice)).id}/reminder"
    assert (await (await extension.post(path, {"days": 2})).get_json())["remind_at"]
    assert await Reminder.all().count() == 1
    assert await (await extension.post(path, {"days": None})).get_json() == {"remind_at": None}
    assert await Reminder.all().count() == 0


async def test_alice_corrects_an_event_and_withdraws_that_by_post(world: World, extension: Extension) -> None:
    await opens(world.alice, (await world.sends(world.alice)).id)
    path = f"/events/{(await Event.get()).id}/correction"
    for correction in ("sender", None):
        assert (await extension.post(path, {"correction": correction})).status_code == 204
        assert (await Event.get()).correction == correction


async def test_alice_disconnects_browsers_by_post(world: World, extension: Extension) -> None:
    other = await pair(world, world.alice, "Firefox on Windows")
    newest = await PairedBrowser.all().order_by("-id").first()
    assert newest
    assert (await extension.post(f"/browsers/{newest.id}/revocation", {})).status_code == 204
    assert (await other.get("/account")).status_code == 401
    assert (await extension.post("/pairing/revocation", {})).status_code == 204
    assert (await extension.get("/account")).status_code == 401


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/feed", 200),
        ("POST", "/seen", 204),
        ("POST", f"/messages/{UUID(int=7)}/mute", 404),
        ("GET", "/no-such-path", 404),
        ("DELETE", "/feed", 405),
    ],
)
async def test_every_answer_says_that_it_is_ours_and_what_our_clock_says(
    extension: Extension, method: str, path: str, status: int
) -> None:
    """Decision 075."""
    body: Any = {"until": clock.now().isoformat(), "muted": True} if method == "POST" else None
    answer = await (extension.post(path, body) if body else extension._ask(method, path))
    assert answer.status_code == status
    version, _, now = answer.headers[MARK].partition(";now=")
    assert version == "1"
    assert abs(int(now) - clock.unix()) < 60


async def test_a_stranger_learns_only_what_every_site_says(world: World, extension: Extension) -> None:
    """Pages and pixels do not have the mark."""
    answer = await world.visitor().get("/login")
    assert MARK not in answer.headers
