"""Every route of the app follows its blueprint's request policy."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any
from uuid import uuid4

import pytest
from quart import Blueprint, request
from quart.testing import QuartClient
from werkzeug.routing import Rule

from server.accounts.models import Session
from server.app import create_app
from server.lib import clock
from server.lib.web import policy
from server.lib.web.csrf import SAFE_METHODS
from server.lib.web.policy import Policy, PolicyBlueprint
from tests.faults import table
from tests.world import ORIGIN, Visitor, World

HOST = {"Host": "127.0.0.1:8000"}
OURS = {**HOST, "Sec-Fetch-Site": "same-origin", "Origin": ORIGIN}
FORGED = {
    "no token": OURS,
    "a made-up token": {**OURS, "X-CSRF-Token": "A" * 43},
    "another site": {**HOST, "Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"},
    "no word about where from": HOST,
}
VALUES: dict[str, Callable[[], str]] = {
    "UUIDConverter": lambda: str(uuid4()),
    "IntegerConverter": lambda: "1",
}


def routes(world: World, *, cookies: bool) -> list[tuple[str, str]]:
    """Method and path of every route of blueprints that read cookies, or of those that read none."""
    return [
        (method, path_of(rule))
        for rule in world.app.url_map.iter_rules()
        if rule.endpoint != "static"
        and policy.of_blueprint(world.app, rule.endpoint.rpartition(".")[0]).reads_cookies is cookies
        for method in sorted(rule.methods or ())
    ]


def path_of(rule: Rule) -> str:
    """A path that matches the rule."""
    path = rule.rule
    for name, converter in rule._converters.items():
        value = VALUES.get(type(converter).__name__, lambda: "x")()
        before, _, after = path.partition("<")
        path = f"{before}{value}{after.partition('>')[2]}"
        assert name
    return path


@pytest.mark.parametrize("forged", FORGED, ids=str)
async def test_a_route_that_reads_cookies_refuses_requests_from_other_sites(
    world: World, forged: str
) -> None:
    """Covers 313, S7."""
    alice = await world.browser_of(world.alice)
    changing = [each for each in routes(world, cookies=True) if each[0] not in SAFE_METHODS]
    assert len(changing) >= 25
    for method, path in changing:
        headers = dict(FORGED[forged])
        if forged == "another site":
            headers["X-CSRF-Token"] = await alice.csrf()
        answer = await alice.client.open(path, method=method, headers=headers)
        assert answer.status_code == 403, (method, path)
        assert "the page it came from is out of date" in await answer.get_data(as_text=True), (method, path)
    table.tried("S7 forged requests", len(changing))


async def test_no_route_refuses_a_form_from_a_page_of_its_own_site_as_forged(world: World) -> None:
    """Otherwise the test that forged requests are refused would prove nothing."""
    for method, path in routes(world, cookies=True):
        if method not in SAFE_METHODS:
            alice = await world.browser_of(world.alice)
            headers = {**OURS, "X-CSRF-Token": await alice.csrf()}
            answer = await alice.client.open(path, method=method, headers=headers)
            page = await answer.get_data(as_text=True)
            assert "the page it came from is out of date" not in page, (method, path)


async def test_a_route_that_reads_tokens_ignores_cookies(world: World) -> None:
    alice = await world.browser_of(world.alice)
    long_ago = clock.now() - timedelta(hours=1)
    await Session.all().update(last_seen_at=long_ago)
    open_to_all = {"/api/extension/pairings", "/api/extension/pairings/token"}
    found = routes(world, cookies=False)
    assert len(found) >= 29
    for method, path in found:
        answer = await alice.client.open(path, method=method, headers={**HOST, "X-CSRF-Token": "x"})
        expected = {415} if path in open_to_all else {200} if path == "/privacy" else {401}
        assert answer.status_code in (expected if method != "OPTIONS" else {200}), (method, path)
        assert "Set-Cookie" not in answer.headers
    assert (await Session.get()).last_seen_at == long_ago
    await alice.get("/settings")
    assert (await Session.get()).last_seen_at > long_ago


async def take() -> dict[str, Any]:
    """Accept any form."""
    return {"fields": len(await request.form), "bytes": len(await request.get_data())}


def with_blueprint(world: World, blueprint: Blueprint) -> Visitor:
    """A visitor of the same server with one more blueprint, which takes forms at /new."""
    blueprint.add_url_rule("/new", "take", take, methods=["POST"])
    app = create_app(world.runtime)
    app.register_blueprint(blueprint)
    return Visitor(QuartClient(app), world.runtime)


@pytest.fixture
def plain(world: World) -> Visitor:
    """A visitor of a blueprint that does not state its policy."""
    return with_blueprint(world, Blueprint("new", __name__))


async def test_a_blueprint_that_states_no_policy_gets_the_strictest(plain: Visitor) -> None:
    form = {f"field{number}": "x" for number in range(99)}
    assert (await (await plain.post("/new", form)).get_json())["fields"] == 99
    forged = await plain.client.post("/new", form=form, headers=HOST)
    assert forged.status_code == 403
    assert "<h1" in await forged.get_data(as_text=True)


async def test_a_form_with_too_many_fields_is_refused_as_too_large(plain: Visitor) -> None:
    form = {f"field{number}": "x" for number in range(101)}
    assert (await plain.post("/new", form)).status_code == 413


@pytest.mark.parametrize("with_length", [True, False], ids=["with its length", "sent in pieces"])
async def test_a_body_that_is_too_large_is_refused_however_it_is_sent(
    plain: Visitor, with_length: bool
) -> None:
    pieces = [b"a=", *[b"x" * 1000] * 70]
    headers = {**OURS, "X-CSRF-Token": await plain.csrf()}
    headers["Content-Type"] = "application/x-www-form-urlencoded"
    if with_length:
        headers["Content-Length"] = str(sum(map(len, pieces)))
    async with plain.client.request("/new", method="POST", headers=headers) as connection:
        for piece in pieces:
            await connection.send(piece)
        await connection.send_complete()
    assert (await connection.as_response()).status_code == 413


async def test_a_form_with_files_is_refused_because_no_page_sends_one(plain: Visitor) -> None:
    part = b'--b\r\nContent-Disposition: form-data; name="a"; filename="a.svg"\r\n\r\n<svg/>\r\n--b--\r\n'
    kind = {"Content-Type": "multipart/form-data; boundary=b", "X-CSRF-Token": await plain.csrf()}
    answer = await plain.client.post("/new", data=part, headers={**OURS, **kind})
    assert answer.status_code == 415


async def test_a_form_without_a_visitors_cookie_is_refused_before_it_is_read(plain: Visitor) -> None:
    too_many = {f"field{number}": "x" for number in range(101)}
    assert (await plain.client.post("/new", form=too_many, headers=OURS)).status_code == 403


async def test_a_blueprint_may_accept_larger_bodies_and_read_no_cookie(world: World) -> None:
    more = Policy(reads_cookies=False, answers_problems=True, max_body=100_000, max_fields=200)
    visitor = with_blueprint(world, PolicyBlueprint("new", __name__, more, url_prefix="/more"))
    form = {f"field{number}": "x" * 400 for number in range(200)}
    answer = await visitor.client.post("/more/new", form=form, headers=HOST)
    assert (await answer.get_json())["fields"] == 200
    form["field200"] = "x"
    answer = await visitor.client.post("/more/new", form=form, headers=HOST)
    assert (answer.status_code, answer.headers["Content-Type"]) == (413, "application/problem+json")


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/api/extension/nothing", "application/problem+json"),
        ("/api/extension", "application/problem+json"),
        ("/api/extensions/nothing", "text/html; charset=utf-8"),
        ("/api/nothing", "text/html; charset=utf-8"),
        ("/static/nothing.css", "text/html; charset=utf-8"),
    ],
)
async def test_a_missing_path_is_answered_as_a_problem_in_the_extensions_api_and_as_a_page_elsewhere(
    world: World, path: str, kind: str
) -> None:
    answer = await world.visitor().get(path)
    assert (answer.status_code, answer.headers["Content-Type"]) == (404, kind)


async def test_a_forged_form_sent_to_an_unknown_path_is_refused(world: World) -> None:
    alice = await world.browser_of(world.alice)
    assert (await alice.client.post("/no/such/page", headers=OURS)).status_code == 403
    assert (await alice.post("/no/such/page")).status_code == 404


async def test_a_request_with_a_wrong_method_is_answered_with_the_allowed_methods(world: World) -> None:
    answer = await world.visitor().client.put("/api/extension/feed", headers=HOST)
    assert (answer.status_code, await answer.get_json()) == (
        405,
        {
            "type": "about:blank",
            "title": "Method Not Allowed",
            "status": 405,
            "detail": "The method is not allowed for the requested URL.",
        },
    )
    assert "GET" in answer.headers["Allow"]
    page = await (await world.browser_of(world.alice)).post("/problems")
    assert (page.status_code, "GET" in page.headers["Allow"]) == (405, True)
