"""A browser is paired with a person: a code on both sides, approval on the page, then a token."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.accounts.models import Account, PairedBrowser, Pairing
from server.extension import pairing
from server.extension.cleanup import remove_ended_pairings
from server.extension.pairing import MOST_OF_ONE, MOST_OPEN
from server.extension.user_code import LETTERS, new_user_code, read_user_code
from server.lib import clock
from server.lib.keys.secret import lookup
from tests.extension_api.paired import Extension, begin, code_of, pair, path_of, poll, problem, types_code
from tests.world import World, hold_still


async def test_alice_pairs_her_browser_and_the_browser_knows_her(world: World) -> None:
    extension = await pair(world, world.alice)
    account = await (await extension.get("/account")).get_json()
    assert account == {
        "name": "Alice",
        "email": "alice@sandbox.example",
        "prefix": "alicexxx",
        "public_url": "http://127.0.0.1:8000",
        "dashboard_url": "http://127.0.0.1:8000/",
    }


async def test_the_pairing_page_shows_which_browser_asked_when_and_from_where(world: World) -> None:
    begun = await begin(world, "Firefox on Windows")
    text = await types_code(await world.browser_of(world.alice), begun["user_code"])
    assert "Firefox on Windows" in text
    assert "just now" in text
    assert "127.0.0.1" in text


async def test_a_browser_name_with_markup_is_shown_as_text(world: World) -> None:
    begun = await begin(world, "<script>alert(1)</script>\r\nX")
    text = await types_code(await world.browser_of(world.alice), begun["user_code"])
    assert "<script>alert" not in text
    assert "&lt;script&gt;alert(1)&lt;/script&gt; X" in text


async def test_viewing_the_pairing_page_allows_no_browser(world: World) -> None:
    begun = await begin(world)
    alice = await world.browser_of(world.alice)
    await types_code(alice, begun["user_code"])
    await alice.get(f"/pairings/{begun['user_code']}/permission")
    assert (await poll(world, begun))[1]["error"] == "authorization_pending"


async def test_another_site_cannot_allow_a_browser_in_alices_name(world: World) -> None:
    begun = await begin(world)
    alice = await world.browser_of(world.alice)
    path = f"/pairings/{begun['user_code']}/permission"
    token = await alice.csrf()
    for headers, form in (
        ({"Sec-Fetch-Site": "cross-site", "Origin": "https://evil.example"}, {"csrf": token}),
        ({"Sec-Fetch-Site": "same-origin"}, {}),
        ({"Sec-Fetch-Site": "same-origin"}, {"csrf": "wrong"}),
        ({}, {"csrf": token}),
    ):
        answer = await alice.client.post(path, form=form, headers={"Host": "127.0.0.1:8000", **headers})
        assert answer.status_code == 403
    assert (await poll(world, begun))[1]["error"] == "authorization_pending"


async def test_a_visitor_is_sent_to_sign_in_and_from_there_to_the_pairing_page(world: World) -> None:
    begun = await begin(world)
    answer = await world.visitor().get(path_of(begun["verify_url"]))
    assert answer.status_code == 303
    assert answer.headers["Location"] == "/login?next=/pair"


async def test_alice_may_type_the_code_in_lower_case_with_a_space(world: World) -> None:
    begun = await begin(world)
    typed = begun["user_code"].lower().replace("-", " ")
    text = await types_code(await world.browser_of(world.alice), typed)
    assert f"/pairings/{begun['user_code']}/permission" in text


async def test_a_browser_that_alice_refuses_gets_a_refusal(world: World) -> None:
    begun = await begin(world)
    alice = await world.browser_of(world.alice)
    answer = await alice.post(f"/pairings/{begun['user_code']}/refusal")
    assert (
        "not connected"
        in (await (await alice.get(answer.headers["Location"])).get_data(as_text=True)).lower()
    )
    status, body = await poll(world, begun)
    assert (status, body["error"], code_of(body)) == (400, "access_denied", "access_denied")
    assert body["detail"] == "The person denied the connection."
    await alice.post(f"/pairings/{begun['user_code']}/permission")
    assert (await PairedBrowser.all().count()) == 0


async def test_an_expired_code_pairs_nobody(world: World) -> None:
    begun = await begin(world)
    await Pairing.all().update(expires_at=clock.now())
    alice = await world.browser_of(world.alice)
    await alice.post(f"/pairings/{begun['user_code']}/permission")
    assert (await poll(world, begun))[1]["error"] == "expired_token"
    assert "No browser is waiting" in await types_code(alice, begun["user_code"], 404)


async def test_a_code_that_was_never_issued_is_answered_like_an_expired_one(world: World) -> None:
    status, answer = await poll(world, {"device_code": "never-given-out"})
    assert (status, answer["error"]) == (400, "expired_token")


async def test_a_browser_that_asks_too_often_is_slowed_down(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    begun = await begin(world)
    assert (await poll(world, begun))[1]["error"] == "authorization_pending"
    assert (await poll(world, begun))[1]["error"] == "slow_down"
    still.passes(2)
    assert (await poll(world, begun))[1]["error"] == "authorization_pending"


async def test_a_token_is_issued_once_even_if_requested_five_times_simultaneously(world: World) -> None:
    begun = await begin(world)
    alice = await world.browser_of(world.alice)
    await alice.post(f"/pairings/{begun['user_code']}/permission")
    answers = await asyncio.gather(*(poll(world, begun) for _ in range(5)))
    assert sorted(status for status, _ in answers) == [200, 400, 400, 400, 400]
    assert await PairedBrowser.all().count() == 1


async def test_a_second_person_cannot_use_a_code_that_was_answered(world: World) -> None:
    begun = await begin(world)
    await (await world.browser_of(world.alice)).post(f"/pairings/{begun['user_code']}/permission")
    bob = await world.browser_of(world.bob)
    await bob.post(f"/pairings/{begun['user_code']}/permission")
    assert (await bob.get(f"/pairings/{begun['user_code']}")).status_code == 404
    assert (await poll(world, begun))[1]["account"]["email"] == "alice@sandbox.example"


async def test_a_disabled_person_gets_no_token(world: World) -> None:
    begun = await begin(world)
    await (await world.browser_of(world.bob)).post(f"/pairings/{begun['user_code']}/permission")
    await Account.filter(id=world.bob.id).update(disabled_at=clock.now())
    assert (await poll(world, begun))[1]["error"] == "access_denied"


async def test_pairing_requests_from_one_address_are_limited_despite_forged_forwarding_headers(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    hold_still(monkeypatch)
    statuses = []
    for number in range(15):
        client = world.app.test_client()
        answer = await client.post(
            "/api/extension/pairings",
            json={"browser": "x"},
            headers={"X-Forwarded-For": f"10.0.0.{number}"},
            scope_base={"client": ("192.0.2.7", 1234)},
        )
        statuses.append(answer.status_code)
    assert statuses[:10] == [201] * 10
    assert statuses[-1] == 429
    assert int(answer.headers["Retry-After"]) > 0
    assert await problem(answer) == "too_many_requests"
    await begin(world, address="192.0.2.8")


async def test_one_ipv6_network_shares_one_limit(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    hold_still(monkeypatch)
    for number in range(10):
        await begin(world, address=f"2001:db8:1:2::{number + 1}")
    refused = await Extension(world, address="2001:db8:1:2:ffff::1").post("/pairings", {"browser": "x"})
    assert refused.status_code == 429
    await begin(world, address="2001:db8:1:3::1")


async def test_the_number_of_waiting_browsers_is_limited(world: World) -> None:
    now = clock.now()
    await Pairing.bulk_create(
        Pairing(
            device_lookup=lookup(str(number)),
            user_code=f"X{number}",
            created_at=now,
            expires_at=now + timedelta(minutes=10),
        )
        for number in range(MOST_OPEN)
    )
    answer = await Extension(world).post("/pairings", {"browser": "x"})
    assert answer.status_code == 429
    await Pairing.all().update(expires_at=now)
    await begin(world)


async def test_one_network_cannot_use_up_the_limit_for_everyone(world: World) -> None:
    now = clock.now()
    for number in range(MOST_OF_ONE):
        assert await pairing.begin(f"browser {number}", now, "2001:db8::/64")
    assert await pairing.begin("one more", now, "2001:db8::/64") is None
    assert await pairing.begin("another's", now, "198.51.100.7")
    assert await pairing.begin("later", now + pairing.LIFETIME, "2001:db8::/64")


async def test_device_codes_and_tokens_are_not_stored_in_plain_text(world: World) -> None:
    """S14."""
    begun = await begin(world)
    await (await world.browser_of(world.alice)).post(f"/pairings/{begun['user_code']}/permission")
    _, answer = await poll(world, begun)
    rows = [*await Pairing.all().values(), *await PairedBrowser.all().values()]
    assert answer["token"] not in str(rows)
    assert begun["device_code"] not in str(rows)
    assert len(answer["token"]) >= 27  # 160 bits in base64


@pytest.mark.parametrize(
    "header", [None, "Bearer", "Bearer ", "Bearer wrong", "Basic YTpi", "bearer \u00e9", "Bearer a b"]
)
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("GET", "/account"),
        ("GET", "/feed"),
        ("POST", "/leases"),
        ("POST", "/reports"),
        ("POST", "/seen"),
        ("DELETE", "/pairing"),
    ],
)
async def test_every_request_without_a_valid_token_is_refused(
    world: World, method: str, path: str, header: str | None
) -> None:
    """S6."""
    headers = {"Authorization": header} if header else {}
    answer = await world.app.test_client().open(
        f"/api/extension{path}", method=method, headers=headers, json={} if method == "POST" else None
    )
    assert answer.status_code == 401
    assert await problem(answer) == "revoked"


async def test_a_session_cookie_gives_no_access_to_the_extensions_api(world: World) -> None:
    """S7: because no cookie is read, another site has nothing to abuse."""
    alice = await world.browser_of(world.alice)
    assert (await alice.get("/api/extension/feed")).status_code == 401
    assert (await alice.post("/api/extension/leases", {"count": "1"})).status_code == 401


async def test_the_browser_of_a_disabled_person_is_disconnected(world: World) -> None:
    extension = await pair(world, world.bob)
    await Account.filter(id=world.bob.id).update(disabled_at=clock.now())
    answer = await extension.get("/account")
    assert (answer.status_code, await problem(answer)) == (401, "revoked")


async def test_alice_disconnects_one_browser_and_the_other_stays_connected(world: World) -> None:
    first, second = await pair(world, world.alice), await pair(world, world.alice)
    assert (await first.delete("/pairing")).status_code == 204
    assert (await first.get("/account")).status_code == 401
    assert (await second.get("/account")).status_code == 200


async def test_the_server_notes_when_a_browser_was_last_seen(world: World) -> None:
    extension = await pair(world, world.alice)
    assert (await PairedBrowser.get()).last_seen_at is None
    await extension.get("/account")
    seen = (await PairedBrowser.get()).last_seen_at
    assert seen is not None
    await extension.get("/account")
    assert (await PairedBrowser.get()).last_seen_at == seen  # not written on every request


async def test_ended_pairings_are_deleted_and_paired_browsers_stay(world: World) -> None:
    extension = await pair(world, world.alice)
    await Pairing.all().update(expires_at=clock.now() - timedelta(hours=2))
    begun = await begin(world)
    await remove_ended_pairings()
    assert [pairing.user_code for pairing in await Pairing.all()] == [begun["user_code"]]
    assert (await extension.get("/account")).status_code == 200


def test_a_user_code_has_eight_unambiguous_letters() -> None:
    for _ in range(200):
        code = new_user_code()
        assert (len(code), code[4]) == (9, "-")
        assert set(code.replace("-", "")) <= set(LETTERS)
        assert not set(code) & set("AEIOUY0123456789")


@given(st.text(max_size=30))
def test_any_typed_text_is_a_valid_code_or_is_refused(typed: str) -> None:
    code = read_user_code(typed)
    assert code is None or (len(code) == 9 and read_user_code(code) == code)
