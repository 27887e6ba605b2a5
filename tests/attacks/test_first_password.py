"""An intruder in an open session sets a first password, to keep a way in after the session has ended."""

from __future__ import annotations

from datetime import timedelta

from server.accounts.models import Session
from server.lib import clock
from tests.accounts.walker import Walker
from tests.faults import table
from tests.world import World

CHOSEN = "eleven blue kettles"
AGES = [timedelta(minutes=11), timedelta(hours=1), timedelta(days=1), timedelta(days=13)]


async def test_an_intruder_in_an_open_session_sets_no_first_password(world: World) -> None:
    """Bob signs in with Google only. His laptop is open, or its cookie was copied."""
    came_in = 0
    for age in AGES:
        bob = await world.browser_of(world.bob)
        await Session.filter(account_id=world.bob.id).update(created_at=clock.now() - age)
        await bob.post("/settings/password", {"password": CHOSEN})
        came_in += (await Walker(world).sign_in(world.bob.email, CHOSEN)).status == 303
        world.bob.password_hash = None
        await world.bob.save()
    table.record("11.12 a first password set in an old session", f"{len(AGES)} tries", f"{came_in} came in")
    assert came_in == 0
