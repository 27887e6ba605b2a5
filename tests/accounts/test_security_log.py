"""The owner finds in the log who signed in, who failed, and what was ended, without anything secret."""

from __future__ import annotations

import logging

import pytest

from server.accounts.models import Account, Session
from server.security_log import TABLE
from tests.accounts.conftest import PASSWORD
from tests.accounts.walker import Walker
from tests.world import StillClock, World


def events(caplog: pytest.LogCaptureFixture) -> list[str]:
    """The security events so far, without the word that introduces them."""
    return [text.removeprefix("security: ") for text in caplog.messages if text.startswith("security: ")]


@pytest.fixture(autouse=True)
def _everything(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level(logging.INFO, "server")


async def test_signing_in_and_out_is_logged_with_account_and_session(
    world: World, alice: Account, caplog: pytest.LogCaptureFixture
) -> None:
    await Walker(world).sign_in(alice.email, PASSWORD)
    session = await Session.get()
    browser = await world.browser_of(alice)
    await browser.post("/logout")
    assert events(caplog) == [
        f"signed in by password address=127.0.0.1 account={alice.id} session={session.id}",
        f"signed out address=- account={alice.id} session={session.id + 1}",
    ]


async def test_a_wrong_password_is_logged_without_what_was_typed(
    world: World, alice: Account, caplog: pytest.LogCaptureFixture
) -> None:
    """People type their password into the field for the address, so neither is logged."""
    await Walker(world).sign_in(alice.email, "a wrong guess")
    assert events(caplog) == ["sign-in refused address=127.0.0.1 account=- session=-"]
    assert "a wrong guess" not in caplog.text
    assert alice.email not in caplog.text


async def test_guesses_that_are_slowed_down_are_logged(
    world: World, alice: Account, caplog: pytest.LogCaptureFixture
) -> None:
    browser = Walker(world)
    for _ in range(6):
        await browser.sign_in(alice.email, "a wrong guess")
    assert [line.split(" address=")[0] for line in events(caplog)] == [
        *["sign-in refused"] * 5,
        "slowed down",
    ]


async def test_a_changed_password_and_ended_sessions_are_logged(
    world: World, alice: Account, caplog: pytest.LogCaptureFixture
) -> None:
    browser = await world.browser_of(alice)
    await browser.post("/settings/sessions/revocation")
    await browser.post("/settings/sessions/999/revocation")
    form = {"old_password": PASSWORD, "password": "eleven blue kettles"}
    await browser.post("/settings/password", form)
    said = [line.split(" address=")[0] for line in events(caplog)]
    assert said == ["all other sessions ended", "ending a session refused", "password changed"]
    assert "eleven blue kettles" not in caplog.text


async def test_what_a_visitor_is_sent_away_from_is_not_logged_as_done(
    world: World, alice: Account, caplog: pytest.LogCaptureFixture
) -> None:
    browser = Walker(world)
    form = (await browser.get("/login")).forms["/login"].values
    for path in ("/settings/password", "/settings/sessions/revocation", "/logout"):
        assert (await browser.post(path, form)).status == 303
    assert events(caplog) == []


async def test_visitors_who_are_slowed_down_cannot_fill_the_log(
    world: World, alice: Account, still: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    browser = Walker(world)
    for _ in range(20):
        await browser.sign_in(alice.email, "a wrong guess")
    assert [line.split(" address=")[0] for line in events(caplog)] == [
        *["sign-in refused"] * 5,
        "slowed down",
    ]


async def test_forged_requests_are_logged_but_cannot_fill_the_log(
    world: World, alice: Account, caplog: pytest.LogCaptureFixture
) -> None:
    browser = await world.browser_of(alice)
    for _ in range(20):
        await browser.client.post("/settings/profile", headers={"Host": "127.0.0.1:8000"})
    (line,) = events(caplog)
    assert line.startswith("a forged request was refused address=")
    assert f"account={alice.id}" in line


async def test_a_refused_bearer_token_is_logged_but_not_the_token(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    headers = {"Authorization": "Bearer a-stolen-token"}
    await world.visitor().get("/api/extension/account", headers=headers)
    (line,) = events(caplog)
    assert line.startswith("a bearer token was refused address=")
    assert "a-stolen-token" not in caplog.text


async def test_bob_looking_at_the_owners_status_page_is_logged(
    world: World, caplog: pytest.LogCaptureFixture
) -> None:
    await (await world.browser_of(world.bob)).get("/status")
    (line,) = events(caplog)
    assert line.startswith("status page refused ")
    assert f"account={world.bob.id} " in line


def test_every_event_belongs_to_a_route_and_every_route_that_changes_access_has_an_event(
    world: World,
) -> None:
    rules = list(world.app.url_map.iter_rules())
    assert set(TABLE) <= {rule.endpoint for rule in rules}
    unsafe = {rule.endpoint for rule in rules if (rule.methods or set()) & {"POST", "PUT", "DELETE"}}
    access = {name for name in unsafe if name.startswith(("accounts.", "extension."))}
    assert access - set(TABLE) == {"accounts.profile"}
