"""`sightline doctor` asks Google whether it accepts this server and each person's permission."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from server.doctor import google_access
from server.doctor.diagnosis import Diagnosis
from server.doctor.google_setup import google_setup
from server.google.models import GmailGrant
from server.google.settings import GOOGLE, Google, GoogleSettings
from server.lib import clock
from server.lib.database import connection
from server.lib.settings import ServerSettings, Settings
from server.tables import MODELS
from tests.accounts.walker import Walker
from tests.google.conftest import connects, signs_in
from tests.sandbox.driving import RunningSandbox
from tests.world import opened_world, settings_in

REAL = replace(GOOGLE, client_id="1-a.apps.googleusercontent.com", client_secret="secret")


@pytest.fixture
async def settings(tmp_path: Path, google: RunningSandbox) -> Settings:
    """The settings of a server where Alice and Bob have connected Gmail, and which is not running now."""
    async with opened_world(tmp_path, SANDBOX_URL=google.url) as world:
        for person in ("alice", "bob"):
            browser = Walker(world)
            await signs_in(browser, person)
            await connects(browser, person)
    return settings_in(tmp_path, SANDBOX_URL=google.url)


def asked(settings: Settings) -> Google:
    found = settings[GoogleSettings].google
    assert found
    return found


def only(name: str, lines: list[Diagnosis]) -> list[tuple[str, str]]:
    return [(line.colour, line.text) for line in lines if line.name == name]


async def stored(settings: Settings) -> list[dict[str, Any]]:
    async with connection.connected(settings[ServerSettings].database_url, MODELS):
        return await GmailGrant.all().order_by("id").values()


async def breaks(google: RunningSandbox, **fault: Any) -> None:
    await google.post("/sandbox/faults", json=fault)


async def test_all_is_green_if_google_accepts_the_server_and_everybodys_permission(
    settings: Settings,
) -> None:
    lines = await google_access.google(settings)
    assert {line.colour for line in lines} == {"green"}
    assert only("Google client", lines) == [("green", "Google accepts the client ID and the client secret")]
    assert only("Gmail", lines) == [("green", "2 of 2 connections work")]
    assert only("clock", lines) == [("green", "agrees with Google’s")]


async def test_the_sandbox_is_called_the_sandbox(settings: Settings) -> None:
    [line] = await google_setup(settings)
    assert (line.colour, "the sandbox takes its place" in line.text) == ("yellow", True)


@pytest.mark.parametrize("wrong", ["client_secret", "client_id"])
async def test_a_wrong_client_is_red_and_says_what_to_do(settings: Settings, wrong: str) -> None:
    value: Any = "wrong.apps.googleusercontent.com"
    found = await google_access.client(replace(asked(settings), **{wrong: value}))
    assert found.colour == "red"
    assert "GOOGLE_CLIENT_SECRET" in found.text
    assert "wrong" not in found.text


@pytest.mark.parametrize(
    ("error", "words"),
    [
        ("deleted_client", "was deleted at Google"),
        ("disabled_client", "was disabled at Google"),
        ("unauthorized_client", "GOOGLE_CLIENT_ID"),
    ],
)
async def test_other_refusals_of_the_client_are_red(
    settings: Settings, google: RunningSandbox, error: str, words: str
) -> None:
    await breaks(google, path_prefix="/token", status=401, body={"error": error})
    found = await google_access.client(asked(settings))
    assert (found.colour, words in found.text) == ("red", True), found.text


async def test_a_busy_token_endpoint_says_nothing_about_the_client(
    settings: Settings, google: RunningSandbox
) -> None:
    await breaks(google, path_prefix="/token", status=502, body="<html>Error 502</html>")
    found = await google_access.client(asked(settings))
    assert (found.colour, "could not be asked" in found.text) == ("yellow", True)


async def test_a_disabled_api_is_one_red_line_with_googles_link(
    settings: Settings, google: RunningSandbox
) -> None:
    link = "https://console.developers.google.com/apis/api/gmail.googleapis.com/overview?project=1"
    text = (
        f"Gmail API has not been used in project 1 before or it is disabled. Enable it by visiting {link} …"
    )
    error = {"code": 403, "message": text, "errors": [{"reason": "accessNotConfigured", "message": text}]}
    await breaks(google, path_prefix="/gmail/", times=9, status=403, body={"error": error})
    [(colour, said)] = only("Gmail", await google_access.grants(settings, asked(settings)))
    assert colour == "red"
    assert said.startswith("alice@sandbox.example, bob@sandbox.example: ")
    assert "isn’t enabled" in said
    assert link in said


async def test_a_permission_that_google_ended_is_named_and_stays_as_it_is_here(
    settings: Settings, google: RunningSandbox
) -> None:
    before = await stored(settings)
    await google.delete("/sandbox/grants/alice")
    lines = only("Gmail", await google_access.grants(settings, asked(settings)))
    assert lines[0] == ("green", "1 of 2 connections work")
    assert (lines[1][0], "alice@sandbox.example" in lines[1][1]) == ("yellow", True)
    assert "have to connect Gmail again" in lines[1][1]
    assert await stored(settings) == before


async def test_two_accounts_with_one_gmail_are_both_counted(settings: Settings) -> None:
    async with connection.connected(settings[ServerSettings].database_url, MODELS):
        alice, bob = await GmailGrant.all().order_by("id")
        await GmailGrant.filter(id=alice.id).update(
            email=bob.email, sealed_refresh_token=bob.sealed_refresh_token
        )
    lines = only("Gmail", await google_access.grants(settings, asked(settings)))
    assert [colour for colour, _ in lines] == ["green", "red"]  # only Bob's token can be opened
    assert lines[0][1] == "1 of 2 connections work"
    assert lines[1][1].startswith(bob.email)


async def test_what_is_already_known_to_have_ended_is_said_without_asking(
    settings: Settings, google: RunningSandbox
) -> None:
    async with connection.connected(settings[ServerSettings].database_url, MODELS):
        await GmailGrant.filter(email="alice@sandbox.example").update(
            disconnected_at=clock.now(), failure=[["grant_ended", {}]]
        )
    lines = only("Gmail", await google_access.grants(settings, asked(settings)))
    assert lines[0] == ("green", "1 of 2 connections work")
    assert lines[1][1].startswith(f"alice@sandbox.example: Ended on {clock.now():%Y-%m-%d}. ")


async def test_an_access_that_ends_soon_is_told_before(settings: Settings) -> None:
    ends = clock.now() + timedelta(days=2)
    async with connection.connected(settings[ServerSettings].database_url, MODELS):
        await GmailGrant.filter(email="bob@sandbox.example").update(access_ends_at=ends)
    [_, (colour, text)] = only("Gmail", await google_access.grants(settings, asked(settings)))
    assert (colour, text.startswith(f"bob@sandbox.example: Google ends this access on {ends:%Y-%m-%d}")) == (
        "yellow",
        True,
    )


async def test_a_permission_that_is_only_for_sending_works(
    settings: Settings, google: RunningSandbox
) -> None:
    error = {
        "code": 403,
        "message": "Insufficient Permission",
        "errors": [{"reason": "insufficientPermissions"}],
    }
    await breaks(google, path_prefix="/gmail/", times=9, status=403, body={"error": error})
    lines = await google_access.grants(settings, asked(settings))
    assert only("Gmail", lines) == [("green", "2 of 2 connections work")]


async def test_without_the_key_of_the_vault_nobody_is_asked_and_no_key_is_made(settings: Settings) -> None:
    key = settings[ServerSettings].data / "vault.key"
    key.unlink()
    [(colour, text)] = only("Gmail", await google_access.grants(settings, asked(settings)))
    assert (colour, "vault.key" in text, key.exists()) == ("red", True, False)


async def test_all_permissions_together_have_a_limit_of_time(
    settings: Settings, google: RunningSandbox
) -> None:
    await breaks(google, path_prefix="/gmail/", times=9, late=4)
    began = time.monotonic()
    [(colour, text)] = only("Gmail", await google_access.grants(settings, asked(settings), altogether=0.5))
    assert time.monotonic() - began < 3
    assert (colour, "took too long" in text) == ("yellow", True)


async def test_nothing_secret_is_said(settings: Settings, google: RunningSandbox) -> None:
    await google.delete("/sandbox/grants/alice")
    said = " ".join(line.text for line in await google_access.google(settings))
    for secret in ("sandbox-secret", "1//", "ya29."):
        assert secret not in said


async def test_if_google_is_not_reached_nobodys_permission_is_asked_about(settings: Settings) -> None:
    away = settings[GoogleSettings].with_sandbox("http://127.0.0.1:1")
    lines = await google_access.google(settings.replaced(away))
    assert only("Google", lines)[0][0] == "red"
    assert only("Gmail", lines)[0][0] == "yellow"
