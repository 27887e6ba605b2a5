"""Requests that another site makes the browser send change nothing."""

from __future__ import annotations

from typing import Any

import pytest

from server.accounts.models import Account, Invitation, Session
from server.google.models import GmailGrant
from server.lib import clock
from tests.accounts.conftest import PASSWORD
from tests.faults import table
from tests.world import ORIGIN, Visitor, World

OURS = {"Sec-Fetch-Site": "same-origin", "Origin": ORIGIN, "Host": "127.0.0.1:8000"}
FIELDS = {
    "email": "alice@sandbox.example",
    "old_password": PASSWORD,
    "password": "eleven blue kettles",
    "name": "Mallory",
    "time_zone": "Asia/Tokyo",
}
LIES: dict[str, dict[str, Any]] = {
    "another site": {"headers": {"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}},
    "a sibling site": {"headers": {"Sec-Fetch-Site": "same-site"}},
    "no word about where from": {"headers": {"Sec-Fetch-Site": None, "Origin": None}},
    "a null origin": {"headers": {"Sec-Fetch-Site": None, "Origin": "null"}},
    "another port": {"headers": {"Sec-Fetch-Site": None, "Origin": "http://127.0.0.1:8001"}},
    "no token": {"token": ""},
    "a made-up token": {"token": "A" * 43},
    "another person's token": {"token": "bob"},
    "JSON": {"json": FIELDS, "token": ""},
    "JSON from elsewhere": {"json": FIELDS, "headers": {"Sec-Fetch-Site": "cross-site"}},
    "plain text": {"data": "email=alice", "token": "", "headers": {"Content-Type": "text/plain"}},
}


def unsafe_routes(world: World) -> list[str]:
    """Every POST route of accounts and google, with an id or a token filled in."""
    rules = [rule for rule in world.app.url_map.iter_rules() if "POST" in rule.methods]
    ours = [rule.rule for rule in rules if rule.endpoint.split(".")[0] in {"accounts", "google"}]
    filled = [rule.replace("<int(max=9223372036854775807):session_id>", "1") for rule in ours]
    return [rule.replace("<token>", "tok") for rule in filled]


async def state_of(world: World) -> Any:
    """The rows that the routes of accounts and google could change."""
    rows = [await model.all().order_by("id").values() for model in (Account, Session, Invitation, GmailGrant)]
    for session in rows[1]:
        session.pop("last_seen_at")
    return rows


async def send(world: World, visitor: Visitor, path: str, lie: dict[str, Any]) -> int:
    own = await visitor.csrf()
    bobs = await (await world.browser_of(world.bob)).csrf()
    token = {"bob": bobs}.get(lie.get("token", own), lie.get("token", own))
    headers = {**OURS, "X-CSRF-Token": token, **lie.get("headers", {})}
    body: dict[str, Any] = {key: lie[key] for key in ("json", "data") if key in lie} or {"form": FIELDS}
    present = {name: value for name, value in headers.items() if value is not None}
    answer = await visitor.client.post(path, headers=present, **body)
    return int(answer.status_code)


@pytest.mark.parametrize("lie", LIES, ids=str)
async def test_no_route_for_accounts_or_google_sign_in_accepts_a_forged_request(
    world: World, alice: Account, lie: str
) -> None:
    """Covers 313, S7."""
    now = clock.now()
    await Invitation.create(token_lookup="x", created_at=now, expires_at=now)
    await GmailGrant.create(
        account=alice,
        email=alice.email,
        google_sub="1",
        scopes=[],
        connected_at=now,
        sealed_refresh_token=b"",
    )
    visitor = await world.browser_of(alice)
    routes = unsafe_routes(world)
    assert len(routes) >= 8
    await world.browser_of(world.bob)
    for path in routes:
        before = [len(rows) for rows in await state_of(world)], (await state_of(world))[0]
        status = await send(world, visitor, path, LIES[lie])
        after = await state_of(world)
        assert status == 403, path
        assert before[1] == after[0], path
        assert all(session["revoked_at"] is None for session in after[1]), path
        assert len(after[2]) == before[0][2], path
        assert len(after[3]) == before[0][3], path
    table.tried("S7 forged requests", len(routes))


async def test_another_site_cannot_sign_a_visitor_in(world: World, alice: Account) -> None:
    """Signing somebody in as somebody else is a forgery too."""
    visitor = world.visitor()
    form = {"email": alice.email, "password": PASSWORD, "csrf": await visitor.csrf()}
    headers = {**OURS, "Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}
    answer = await visitor.client.post("/login", form=form, headers=headers)
    assert answer.status_code == 403
    assert await Session.all().count() == 0


async def test_a_get_or_head_request_changes_nothing(world: World, alice: Account) -> None:
    """No GET or HEAD request to a route of accounts or google changes a row."""
    visitor = await world.browser_of(alice)
    for rule in world.app.url_map.iter_rules():
        if rule.endpoint.split(".")[0] in {"accounts", "google"} and "GET" in rule.methods:
            before = await state_of(world)
            await visitor.get(rule.rule.replace("<token>", "tok"))
            await visitor.client.head(rule.rule.replace("<token>", "tok"), headers=OURS)
            assert await state_of(world) == before, rule.rule
