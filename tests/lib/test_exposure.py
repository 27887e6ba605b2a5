"""What every answer says to browsers, and what none contains: other origins, traces, stray files."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from tortoise import connections

from server.accounts.models import Account
from tests.world import Visitor, World, opened_world

EVIL = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
HTTPS = {
    "PUBLIC_URL": "https://track.example",
    "GOOGLE_CLIENT_ID": "id",
    "GOOGLE_CLIENT_SECRET": "secret",
}
OPEN = {
    "/extension",
    "/extension/download",
    "/health",
    "/limits",
    "/login",
    "/login/google",
    "/login?next=/x",
    "/oauth/google/callback",
    "/privacy",
    "/setup/x",
    "/setup/x/google",
    "/static/icon.svg",
    "/static/x",
}
STRAY = (
    "/static",
    "/static/",
    "/static/css/",
    "/static/../pyproject.toml",
    "/static/%2e%2e/pyproject.toml",
    "/static/..%2f..%2f.git/config",
    "/.git/config",
    "/.git/HEAD",
    "/.env",
    "/data/keys.json",
    "/server/app.py",
    "/docs",
    "/openapi.json",
    "/debug",
    "/metrics",
)


@pytest.fixture
async def secure(tmp_path: Path) -> AsyncIterator[World]:
    """A server that people reach over HTTPS."""
    async with opened_world(tmp_path, **HTTPS) as made:
        yield made


def places(world: World) -> list[str]:
    """A path for every GET route, with ids that nobody has, and some paths that no route has."""
    rules = [rule for rule in world.app.url_map.iter_rules() if "GET" in (rule.methods or ())]
    filled = []
    for rule in rules:
        values = {name: _example(str(rule._converters[name])) for name in rule.arguments}
        filled.append(rule.build(values)[1])
    return sorted(
        {*filled, "/static/icon.svg", "/no/such/page", "/api/extension/nothing", "/login?next=/x"} - {"/live"}
    )


def _example(converter: str) -> Any:
    if "UUID" in converter:
        return "3f2b9c1e-0000-4000-8000-000000000000"
    return 1 if "Integer" in converter else "x"


async def answers(world: World, *people: Account) -> list[tuple[str, Any]]:
    """The answers to a visitor and to each of `people`, at every place."""
    browsers: list[Visitor] = [world.visitor(), *[await world.browser_of(person) for person in people]]
    return [(path, await browser.get(path)) for browser in browsers for path in places(world)]


async def test_no_page_allows_scripts_styles_or_frames_from_elsewhere(world: World) -> None:
    found = await answers(world, world.alice)
    assert len(found) > 60
    for path, answer in found:
        policy = set(answer.headers["Content-Security-Policy"].split("; "))
        assert {"default-src 'none'", "script-src 'self'", "style-src 'self'"} <= policy, path
        assert {"base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'"} <= policy, path
        assert answer.headers["X-Content-Type-Options"] == "nosniff", path
        assert answer.headers["Referrer-Policy"] == "no-referrer", path
        assert answer.headers["Cross-Origin-Opener-Policy"] == "same-origin", path


async def test_every_answer_names_its_type_and_every_text_its_encoding(world: World) -> None:
    for path, answer in await answers(world, world.alice):
        kind = answer.headers.get("Content-Type", "")
        assert kind or not await answer.get_data(), path
        assert not kind.startswith("text/") or "charset=utf-8" in kind, (path, kind)


async def test_personal_pages_are_stored_by_no_cache(world: World) -> None:
    """Only files that are the same for everybody may be kept."""
    for path, answer in await answers(world, world.alice):
        shared = path.startswith("/static/") or path in {"/extension/download", "/privacy"}
        assert shared or "no-store" in answer.headers.get("Cache-Control", ""), path


async def test_no_proxy_may_rewrite_a_page(world: World) -> None:
    """Cloudflare would replace the email addresses on it by links to a script of its own."""
    pages = []
    for path, answer in await answers(world, world.alice):
        if answer.mimetype == "text/html":
            assert "no-transform" in answer.headers["Cache-Control"].split(", "), path
            pages.append(path)
    assert {"/", "/settings", "/login"} <= {path.partition("?")[0] for path in pages}


async def test_over_https_every_kind_of_answer_tells_browsers_to_use_only_https(secure: World) -> None:
    for path, answer in await answers(secure, secure.alice):
        assert answer.headers["Strict-Transport-Security"] == "max-age=63072000", path


async def test_no_answer_can_be_read_by_another_site(world: World) -> None:
    browser = await world.browser_of(world.alice)
    for path in places(world):
        for method in ("GET", "OPTIONS"):
            answer = await browser.client.open(
                path, method=method, headers={"Host": "127.0.0.1:8000", **EVIL}
            )
            shown = [name for name, _ in answer.headers.items() if name.lower().startswith("access-control-")]
            assert shown == [], (method, path)


@pytest.mark.parametrize("method", ["TRACE", "TRACK", "CONNECT", "DEBUG"])
async def test_a_method_that_repeats_or_forwards_requests_is_refused(world: World, method: str) -> None:
    for path in ("/", "/login", "/health", "/static/icon.svg", "/api/extension/account"):
        headers = {"Host": "127.0.0.1:8000", "X-Secret": "do not repeat this"}
        answer = await world.visitor().client.open(path, method=method, headers=headers)
        assert answer.status_code in {403, 405}, path
        assert "do not repeat this" not in await answer.get_data(as_text=True)


@pytest.mark.parametrize("path", STRAY)
async def test_no_folder_is_listed_and_no_file_outside_of_static_is_sent(world: World, path: str) -> None:
    for browser in (world.visitor(), await world.browser_of(world.alice)):
        assert (await browser.get(path)).status_code == 404


async def test_only_the_listed_pages_can_be_seen_without_signing_in(world: World) -> None:
    """Every other place leads to the sign-in page, refuses access or does not exist."""
    visitor = world.visitor()
    for path in places(world):
        answer = await visitor.get(path)
        away = answer.status_code in {401, 404} or (
            answer.status_code == 303 and answer.headers["Location"].startswith("/login")
        )
        assert away or path in OPEN, (path, answer.status_code)


async def test_every_page_of_a_signed_in_person_offers_to_sign_out(world: World) -> None:
    """Except the small page that asks for a pairing code, which leads back to the others."""
    browser = await world.browser_of(world.alice)
    pages = [path for path in places(world) if path not in {*OPEN, "/pair"}]
    shown = {path: await browser.get(path) for path in pages}
    html = {path: await a.get_data(as_text=True) for path, a in shown.items() if a.status_code == 200}
    whole = {path: text for path, text in html.items() if text.startswith("<!doctype html>")}
    assert {"/", "/settings", "/browsers", "/status"} <= whole.keys()
    for path, text in whole.items():
        assert 'action="/logout"' in text, path


async def test_an_error_discloses_nothing_about_the_server(world: World) -> None:
    browser = await world.browser_of(world.alice)
    await connections.get("default").execute_script("DROP TABLE paired_browser")
    page = await browser.get("/browsers")
    answer = await browser.get("/api/extension/account", headers={"Authorization": "Bearer x"})
    for each in (page, answer):
        text = await each.get_data(as_text=True)
        assert each.status_code == 500
        assert not any(word in text for word in ("Traceback", "paired_browser", "sqlite", ".py", "SELECT"))
