"""No route shows or changes what is Alice's for anybody else, in whatever role. Covers S6.

The routes are those of the application's url map, so a new route is asked too. Each is asked for Alice's
things, and for things that do not exist: both answers must look the same.
"""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest

from server.accounts import people
from server.accounts.models import Account, PairedBrowser, Session
from server.lib import clock
from server.lib.keys.secret import new_secret
from tests.attacks.belongings import Belongings, one_of_everything, path_of, rows_of
from tests.extension_api.paired import pair
from tests.faults import table
from tests.world import ORIGIN, Visitor, World

MARK = "zebra7secret"
ABSENT: dict[str, Callable[[], Any]] = {
    "message_id": uuid4, "event_id": uuid4, "set_id": uuid4, "alert_id": lambda: 987654,
    "copy_id": lambda: 987654, "session_id": lambda: 987654, "browser_id": lambda: 987654,
    "notification_id": lambda: 987654, "delivery_id": lambda: 987654, "account_id": lambda: 987654,
}  # fmt: skip
OPEN_TO_ALL = {"static", "health", "download", "install"}  # nothing of anybody's
# These end the asker's own access, so they come last.
ENDINGS = ("/logout", "/settings/password", "/settings/sessions/revocation", "/api/extension/pairing")
FORM = {"correction": "me", "cause": "me", "days": "3", "name": "Mallory", "email": "m@x.example"}


@dataclass
class Asker:
    """Somebody who sends a request. `headers` prove who they are, or pretend to."""

    visitor: Visitor
    headers: dict[str, str]

    async def ask(self, method: str, path: str, values: dict[str, Any]) -> tuple[int, str]:
        """Send a request as a page of ours or the extension would. Returns the status and all that came."""
        body: dict[str, Any] = {}
        headers = {
            "Host": "127.0.0.1:8000",
            "Sec-Fetch-Site": "same-origin",
            "Origin": ORIGIN,
            **self.headers,
        }
        if path.startswith("/api/") and method != "GET":
            body["json"] = _json(values)
        elif method != "GET":
            body["form"] = FORM
            headers["X-CSRF-Token"] = await self.visitor.csrf()
        answer: Any = await self.visitor.client.open(path, method=method, headers=headers, **body)
        return answer.status_code, f"{answer.headers}{(await answer.get_data()).decode(errors='replace')}"


def _json(values: dict[str, Any]) -> dict[str, Any]:
    """Fields of all bodies that name things, so that each body gets those that it knows."""
    return {
        "lease": str(values["message_id"]), "pixel": True, "links": 0, "of": 0, "days": 3, "correction": "me",
        "messages": [str(values["message_id"])], "draft_id": "msg-a:r-2", "threads": ["a2"],
        "message_id": str(values["message_id"]), "recipients": ["bob@x.example"] * 2, "count": 1,
        "until": "2026-03-01T09:30:00Z", "reports": [], "proofs": [],
    }  # fmt: skip


Makes = Callable[[World, Belongings], Awaitable[Asker]]


async def _teammate(world: World, _: Belongings) -> Asker:
    return Asker(await world.browser_of(world.bob), {})


async def _another_owner(world: World, _: Belongings) -> Asker:
    return Asker(await world.browser_of(await world.joins("dora", "owner")), {})


async def _anonymous(world: World, _: Belongings) -> Asker:
    return Asker(world.visitor(), {})


async def _signed_out(world: World, _: Belongings) -> Asker:
    visitor = await world.browser_of(world.alice)
    newest = await Session.filter(account_id=world.alice.id).order_by("-id").first()
    await Session.filter(id=newest.id if newest else 0).update(revoked_at=clock.now())
    return Asker(visitor, {})


async def _expired(world: World, _: Belongings) -> Asker:
    visitor = await world.browser_of(world.alice)
    newest = await Session.filter(account_id=world.alice.id).order_by("-id").first()
    await Session.filter(id=newest.id if newest else 0).update(expires_at=clock.now() - timedelta(seconds=1))
    return Asker(visitor, {})


async def _disabled(world: World, _: Belongings) -> Asker:
    visitor = await world.browser_of(world.bob)
    await Account.filter(id=world.bob.id).update(disabled_at=clock.now())
    return Asker(visitor, {})


async def _teammates_extension(world: World, _: Belongings) -> Asker:
    return Asker(world.visitor(), _bearer((await pair(world, world.bob)).token))


async def _revoked_extension(world: World, _: Belongings) -> Asker:
    revoked = await pair(world, world.alice)
    newest = await PairedBrowser.filter(account_id=world.alice.id).order_by("-id").first()
    await PairedBrowser.filter(id=newest.id if newest else 0).update(revoked_at=clock.now())
    return Asker(world.visitor(), _bearer(revoked.token))


async def _disabled_extension(world: World, _: Belongings) -> Asker:
    extension = await pair(world, world.bob)
    await people.disable(world.bob.email)
    return Asker(world.visitor(), _bearer(extension.token))


async def _invented_extension(world: World, _: Belongings) -> Asker:
    return Asker(world.visitor(), _bearer(new_secret()))


async def _token_as_cookie(world: World, of_alice: Belongings) -> Asker:
    visitor = world.visitor()
    visitor.become(of_alice.extension.token, world.app)
    return Asker(visitor, {})


async def _cookie_as_token(world: World, _: Belongings) -> Asker:
    visitor = await world.browser_of(world.alice)
    return Asker(world.visitor(), _bearer(visitor.token or ""))


ASKERS: dict[str, Makes] = {
    "a teammate": _teammate,
    "another owner": _another_owner,
    "nobody": _anonymous,
    "a browser that signed out": _signed_out,
    "an expired session": _expired,
    "a disabled person": _disabled,
    "a teammate's extension": _teammates_extension,
    "a revoked extension": _revoked_extension,
    "a disabled person's extension": _disabled_extension,
    "an invented token": _invented_extension,
    "an extension's token as a cookie": _token_as_cookie,
    "a session's cookie as a token": _cookie_as_token,
}


def _bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


def routes(world: World, values: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Method, path for Alice's things and path for things that do not exist, of every route."""
    absent = {**values, **{name: make() for name, make in ABSENT.items()}}
    found = [
        (method, path_of(rule, values), path_of(rule, absent))
        for rule in world.app.url_map.iter_rules()
        if rule.endpoint.rpartition(".")[2]
        not in {*OPEN_TO_ALL, "stream"}  # the stream has a test of its own
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]
    return sorted(found, key=lambda each: each[1] in ENDINGS)


@pytest.mark.parametrize("asker", ASKERS)
async def test_nobody_else_sees_or_changes_what_is_alices(world: World, asker: str) -> None:
    things = await one_of_everything(world, world.alice, MARK)
    somebody = await ASKERS[asker](world, things)
    asked = routes(world, {**things.values, "code": "BCDF-GHJK"})
    if asker == "another owner":  # sees whose deliveries failed, and may have them tried again
        asked = [each for each in asked if not each[1].startswith("/status")]
    before = await rows_of(world.alice)
    leaks = []
    for method, hers, absent in asked:
        status, said = await somebody.ask(method, hers, things.values)
        other = status
        if hers != absent:
            other, _ = await somebody.ask(method, absent, {**things.values, "message_id": uuid4()})
        if MARK in said:
            leaks.append(f"{method} {hers} shows it")
        if status != other:
            leaks.append(f"{method} {hers} answers {status}, and {other} for what does not exist")
        if status >= 500:
            leaks.append(f"{method} {hers} answers {status}")
    after = await rows_of(world.alice)
    changed = [name for name in before if before[name] != after[name]]
    table.record(
        f"S6 routes asked by {asker}", f"{len(asked)} routes", f"{len(leaks)} leaks, {len(changed)} changes"
    )
    assert len(asked) >= 70
    assert not leaks
    assert not changed


async def test_alice_herself_is_shown_her_things(world: World) -> None:
    """Otherwise the test above would prove nothing."""
    things = await one_of_everything(world, world.alice, MARK)
    hers = Asker(await world.browser_of(world.alice), {})
    paired = Asker(world.visitor(), _bearer(things.extension.token))
    shown, answered = 0, 0
    for method, path, absent in routes(world, {**things.values, "code": "BCDF-GHJK"}):
        if path == absent or path.endswith("/revocation") or method == "DELETE":
            continue
        asker = paired if path.startswith("/api/") else hers
        status, said = await asker.ask(method, path, things.values)
        shown += MARK in said
        answered += status in {200, 201, 204, 303, 409}
        assert status not in {401, 403, 500}, (method, path, said)
    assert shown >= 5
    assert answered >= 15


@pytest.mark.parametrize("seed", range(3))
async def test_bobs_own_things_stay_his(world: World, seed: int) -> None:
    """Whatever ids of Alice's and Bob's he mixes in one path."""
    alices = await one_of_everything(world, world.alice, MARK)
    bobs = await one_of_everything(world, world.bob, "bobs")
    bob = Asker(await world.browser_of(world.bob), {})
    paired = Asker(world.visitor(), _bearer(bobs.extension.token))
    before, chosen = await rows_of(world.alice), random.Random(seed)
    asked = 0
    for _ in range(table.amount(1, 5)):
        mixed = {name: chosen.choice((alices, bobs)).values[name] for name in alices.values}
        for method, path, _ in routes(world, {**mixed, "code": "BCDF-GHJK"}):
            asker = paired if path.startswith("/api/") else bob
            if path in ENDINGS or path.endswith("/revocation"):
                continue
            status, said = await asker.ask(method, path, mixed)
            asked += 1
            assert MARK not in said, (method, path)
            assert status < 500, (method, path, said)
    assert await rows_of(world.alice) == before
    table.record("S6 paths with mixed ids", f"{asked} requests", "0 leaks, 0 changes")
