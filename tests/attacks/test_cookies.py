"""A neighbouring subdomain, or somebody on the network, plants a cookie in Alice's browser."""

from __future__ import annotations

from pathlib import Path

from server.accounts import passwords
from server.accounts.models import Account
from tests.accounts.walker import Page, Walker
from tests.faults import table
from tests.world import World, opened_world

PASSWORD = "correct horse battery staple"
GOOGLE = {"GOOGLE_CLIENT_ID": "an-id", "GOOGLE_CLIENT_SECRET": "a-secret"}


def cookies_of(page: Page) -> list[str]:
    found: list[str] = page.headers.getlist("Set-Cookie")
    return found


async def all_cookies(world: World) -> list[str]:
    """Every cookie that the server sets or deletes on the way from a visit to signing out."""
    await Account.filter(id=world.alice.id).update(password_hash=await passwords.hashed(PASSWORD))
    alice = Walker(world)
    pages = [await alice.get("/login"), await alice.get("/login/google")]
    pages += [await alice.sign_in("alice@sandbox.example", PASSWORD), await alice.get("/settings")]
    pages += [await alice.get("/login/google/callback?state=x"), await alice.submit("/settings", "/logout")]
    return [cookie for page in pages for cookie in cookies_of(page)]


def weakness(cookie: str) -> str:
    """What lets somebody else set or read this cookie; "" if nothing."""
    name, *attributes = (part.strip() for part in cookie.lower().split(";"))
    missing = [word for word in ("secure", "httponly", "samesite=lax", "path=/") if word not in attributes]
    if not name.startswith("__host-") or any(each.startswith("domain") for each in attributes):
        missing.append("__Host-")
    return f"{name.partition('=')[0]} without {', '.join(missing)}" if missing else ""


async def test_no_cookie_can_be_planted_over_https(tmp_path: Path) -> None:
    async with opened_world(tmp_path, PUBLIC_URL="https://track.example", **GOOGLE) as world:
        cookies = await all_cookies(world)
    weak = {text for text in map(weakness, cookies) if text}
    table.record(
        "11.11 cookies that others could set", f"{len(cookies)} cookies", "; ".join(sorted(weak)) or "0"
    )
    assert len({cookie.partition("=")[0] for cookie in cookies}) == 4
    assert not weak


async def test_over_plain_http_cookies_have_no_prefix_that_browsers_would_reject(world: World) -> None:
    assert not [cookie for cookie in cookies_of(await Walker(world).get("/login")) if "__Host-" in cookie]
