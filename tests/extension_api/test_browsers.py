"""Paired browsers can be listed and disconnected only by their owner."""

from __future__ import annotations

from typing import Any

import pytest

from server.accounts.models import PairedBrowser
from server.accounts.trust import BROWSER_IDLE
from server.lib import clock
from tests.extension_api.paired import Extension, pair, problem
from tests.world import World


async def test_alice_sees_her_browsers_and_not_bobs(world: World) -> None:
    """S6."""
    await pair(world, world.alice, "Chromium on Linux")
    await pair(world, world.bob, "Firefox on Windows")
    page = await (await (await world.browser_of(world.alice)).get("/browsers")).get_data(as_text=True)
    assert "Chromium on Linux" in page
    assert "Firefox on Windows" not in page
    assert "<html" in page


async def test_htmx_gets_the_list_of_browsers_without_the_rest_of_the_page(world: World) -> None:
    alice = await world.browser_of(world.alice)
    part = await (await alice.get("/browsers", headers={"HX-Request": "true"})).get_data(as_text=True)
    assert "<html" not in part
    assert "No browser is connected" in part


async def test_alice_ends_a_pairing_and_the_browser_is_refused_afterwards(world: World) -> None:
    extension = await pair(world, world.alice)
    browser = await PairedBrowser.get()
    alice = await world.browser_of(world.alice)
    answer = await alice.post(f"/browsers/{browser.id}/revocation")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/browsers")
    refused = await extension.get("/feed")
    assert (refused.status_code, await problem(refused)) == (401, "revoked")
    again = await alice.post(f"/browsers/{browser.id}/revocation", headers={"HX-Request": "true"})
    assert again.status_code == 404


async def test_disconnecting_a_browser_with_htmx_returns_the_new_list(world: World) -> None:
    await pair(world, world.alice)
    browser = await PairedBrowser.get()
    alice = await world.browser_of(world.alice)
    answer = await alice.post(f"/browsers/{browser.id}/revocation", headers={"HX-Request": "true"})
    text = await answer.get_data(as_text=True)
    assert 'id="paired-browsers"' in text
    assert "<html" not in text


@pytest.mark.parametrize("path", ["/browsers/{id}/revocation", "/browsers/99999999999999999999/revocation"])
async def test_bob_cannot_end_alices_pairing(world: World, path: str) -> None:
    """S6: Bob gets 404 Not Found, as for an unknown browser."""
    extension = await pair(world, world.alice)
    browser = await PairedBrowser.get()
    answer = await (await world.browser_of(world.bob)).post(path.format(id=browser.id))
    assert answer.status_code == 404
    assert (await extension.get("/account")).status_code == 200


async def test_a_visitor_cannot_end_a_pairing(world: World) -> None:
    extension = await pair(world, world.alice)
    browser = await PairedBrowser.get()
    answer = await world.visitor().post(f"/browsers/{browser.id}/revocation")
    assert answer.status_code == 303
    assert (await extension.get("/account")).status_code == 200


async def test_another_site_cannot_end_a_pairing(world: World) -> None:
    """S7."""
    extension = await pair(world, world.alice)
    browser = await PairedBrowser.get()
    alice = await world.browser_of(world.alice)
    answer = await alice.client.post(
        f"/browsers/{browser.id}/revocation",
        form={"csrf": await alice.csrf()},
        headers={"Host": "127.0.0.1:8000", "Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 403
    assert (await extension.get("/account")).status_code == 200


async def listed(extension: Extension) -> list[dict[str, Any]]:
    answer = await extension.get("/browsers")
    assert answer.status_code == 200
    found: list[dict[str, Any]] = (await answer.get_json())["browsers"]
    return found


async def test_the_extension_lists_alices_browsers_and_identifies_its_own(world: World) -> None:
    """S6."""
    first = await pair(world, world.alice, "Chromium on Linux")
    second = await pair(world, world.alice, "Firefox on Windows")
    await pair(world, world.bob, "Edge on Windows")
    newest, oldest = await listed(first)
    assert [(one["name"], one["this"]) for one in (newest, oldest)] == [
        ("Firefox on Windows", False),
        ("Chromium on Linux", True),
    ]
    assert set(newest) == {"id", "name", "paired_at", "seen_at", "address", "place", "ends_at", "this"}
    assert (newest["address"], newest["place"]) == ("127.0.0.1", "")
    assert newest["ends_at"][:10] == (clock.now() + BROWSER_IDLE).isoformat()[:10]
    assert (newest["seen_at"], oldest["seen_at"] is not None) == (None, True)
    assert [one["this"] for one in await listed(second)] == [True, False]


async def test_one_browser_disconnects_another_and_cannot_disconnect_it_again(world: World) -> None:
    first, second = await pair(world, world.alice), await pair(world, world.alice)
    other = next(one["id"] for one in await listed(first) if not one["this"])
    assert (await first.delete(f"/browsers/{other}")).status_code == 204
    assert await problem(await second.get("/feed")) == "revoked"
    assert [one["this"] for one in await listed(first)] == [True]
    again = await first.delete(f"/browsers/{other}")
    assert (again.status_code, await problem(again)) == (404, "not_found")


@pytest.mark.parametrize(
    "path", ["/browsers/{id}", "/browsers/0", "/browsers/x", "/browsers/99999999999999999999"]
)
async def test_bobs_browser_cannot_end_alices_pairing(world: World, path: str) -> None:
    """S6: Bob gets 404 Not Found, as for an unknown browser."""
    alice, bob = await pair(world, world.alice), await pair(world, world.bob)
    (hers,) = await listed(alice)
    assert (await bob.delete(path.format(id=hers["id"]))).status_code == 404
    assert (await alice.get("/account")).status_code == 200


async def test_browsers_can_be_listed_and_disconnected_only_with_a_valid_token(world: World) -> None:
    alice = await pair(world, world.alice)
    (hers,) = await listed(alice)
    assert (await Extension(world).get("/browsers")).status_code == 401
    assert (await Extension(world, "made-up").delete(f"/browsers/{hers['id']}")).status_code == 401
    assert (await alice.get("/account")).status_code == 200
