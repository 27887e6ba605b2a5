"""The sandbox process starts, keeps its data, refuses other websites, and ends with its parent."""

import json
import os
import signal
import ssl
import subprocess
import sys
from pathlib import Path

import httpx
import pytest
from playwright.async_api import async_playwright

from sandbox.demo import browser_arguments, pages
from tests import parts
from tests.sandbox.driving import RunningSandbox, sandbox_running
from tests.waiting import TIMEOUT_S

RCPT = {"X-Rcpt-To": "Bob <bob@sandbox.example>, away@else.example"}
MAIL = b"From: app@else.example\r\nSubject: Opened\r\n\r\nBob opened it."


def test_the_sandbox_writes_its_address_to_a_file_until_it_ends(tmp_path: Path) -> None:
    with sandbox_running(tmp_path) as running:
        ready = json.loads((tmp_path / "ready.json").read_text())
        assert ready == {"url": running.url, "tls_port": running.tls_port, "pid": running.pid}
        assert httpx.get(running.url, timeout=TIMEOUT_S).status_code == 200
        for name in ("id-token.pem", "tls.key", "proxy.key"):
            assert (tmp_path / name).stat().st_mode & 0o077 == 0
    assert not (tmp_path / "ready.json").exists()


def test_the_sandbox_starts_though_its_files_cannot_be_written(tmp_path: Path) -> None:
    for name in ("ready.json.new", "tls.crt"):  # as on a full disk
        (tmp_path / name).mkdir()
    with sandbox_running(tmp_path) as running:
        assert httpx.get(running.url, timeout=TIMEOUT_S).status_code == 200


def test_the_sandbox_ends_when_its_parent_process_ends(tmp_path: Path) -> None:
    with sandbox_running(tmp_path) as running:
        pass
    with pytest.raises(ProcessLookupError):
        os.kill(running.pid, 0)


async def test_a_delivered_mail_survives_a_kill(tmp_path: Path) -> None:
    with sandbox_running(tmp_path) as running:
        await running.post("/sandbox/deliver", content=MAIL, headers=RCPT)
        keys = await running.get("/oauth2/v3/certs")
        os.kill(running.pid, signal.SIGKILL)
    with sandbox_running(tmp_path) as again:
        assert [mail["subject"] for mail in await again.mails("bob")] == ["Opened"]
        assert await again.get("/oauth2/v3/certs") == keys


async def test_a_mail_is_delivered_only_to_people_who_live_in_the_sandbox(sandbox: RunningSandbox) -> None:
    await sandbox.post("/sandbox/deliver", content=MAIL, headers=RCPT)
    assert len(await sandbox.mails("bob")) == 1
    assert await sandbox.mails("alice") == []
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        nobody = await client.post("/sandbox/deliver", content=MAIL, headers={"X-Rcpt-To": "x@else.example"})
        empty = await client.post("/sandbox/deliver", headers=RCPT)
    assert (nobody.status_code, empty.status_code) == (404, 400)


async def test_gmail_is_served_over_tls_under_its_own_name(sandbox: RunningSandbox) -> None:
    trusting = ssl.create_default_context()
    trusting.check_hostname, trusting.verify_mode = False, ssl.CERT_NONE
    async with httpx.AsyncClient(verify=trusting, timeout=TIMEOUT_S) as client:
        url = f"https://127.0.0.1:{sandbox.tls_port}/mail/u/0/?as=alice"
        answer = await client.get(url, headers={"Host": "mail.google.com"})
        page = await client.get(
            url.partition("?")[0], headers={"Host": "mail.google.com", "Cookie": "sandbox_u0=alice"}
        )
    assert answer.is_redirect
    assert "Secure" in answer.headers["Set-Cookie"]
    policy = page.headers["Content-Security-Policy"]
    assert "require-trusted-types-for 'script'" in policy
    assert "unsafe-eval" not in policy
    assert "script-src 'nonce-" in policy


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "rebound.example"}, 421),
        ({"Sec-Fetch-Site": "cross-site"}, 403),
        ({"Sec-Fetch-Site": "same-origin"}, 201),
    ],
)
async def test_a_request_from_another_site_or_with_another_host_cannot_write(
    sandbox: RunningSandbox, headers: dict[str, str], status: int
) -> None:
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        answer = await client.post("/sandbox/deliver", content=MAIL, headers={**RCPT, **headers})
    assert answer.status_code == status


@pytest.mark.parametrize(
    "body", ["", "[]", "{}", "[null,[[[1]]]]", '[1,[[[1,["t",[["msg-a:r1",2,3]]]]]]', "null"]
)
async def test_a_sync_request_in_another_format_is_refused_or_does_nothing(
    sandbox: RunningSandbox, body: str
) -> None:
    async with httpx.AsyncClient(
        base_url=sandbox.url, cookies={"sandbox_u0": "alice"}, timeout=TIMEOUT_S
    ) as client:
        answer = await client.post("/sync/u/0/i/s", content=body)
    assert answer.status_code in (200, 400)
    assert await sandbox.mails("alice") == []


async def test_a_sync_request_without_a_session_is_refused(sandbox: RunningSandbox) -> None:
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        assert (await client.post("/sync/u/0/i/s", content="[]")).status_code == 403


async def test_an_unknown_path_gets_an_explanation(sandbox: RunningSandbox) -> None:
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        answer = await client.get("/sandbox/mailbox/dora")
    assert (answer.status_code, answer.json()["message"]) == (404, "Nobody here has that name.")


def demo(tmp_path: Path, *args: str, **environment: str) -> subprocess.CompletedProcess[str]:
    kept = {k: v for k, v in os.environ.items() if k not in ("DISPLAY", "WAYLAND_DISPLAY")}
    command = [sys.executable, "-m", "sandbox.demo", "--data", str(tmp_path), *args]
    return subprocess.run(
        command, env={**kept, **environment}, capture_output=True, text=True, timeout=60, check=False
    )


def test_the_demo_without_a_screen_says_what_to_do_instead(tmp_path: Path) -> None:
    said = demo(tmp_path)
    assert said.returncode == 0
    assert "no screen" in said.stdout
    assert "make run" in said.stdout


def test_the_demo_without_an_extension_says_how_to_build_it(tmp_path: Path) -> None:
    parts.chromium()  # the demo looks for it before the extension
    said = demo(tmp_path, "--extension", str(tmp_path / "none"), DISPLAY=":99")
    assert said.returncode == 1
    assert "make build" in said.stdout


def test_the_demo_without_an_app_says_that_the_app_does_not_answer(tmp_path: Path) -> None:
    (tmp_path / "manifest.json").write_text("{}")
    said = demo(tmp_path, "--extension", str(tmp_path), "--app-url", "http://127.0.0.1:1", DISPLAY=":99")
    assert said.returncode == 1
    assert "do not answer" in said.stdout


async def test_the_browser_of_the_demo_accepts_the_sandbox_as_gmail_because_of_its_tls_key(
    tmp_path: Path,
) -> None:
    extension = tmp_path / "extension"
    extension.mkdir()
    (extension / "manifest.json").write_text('{"manifest_version": 3, "name": "Empty", "version": "1"}')
    with sandbox_running(tmp_path / "sandbox") as running:
        options = browser_arguments(extension, tmp_path, {"tls_port": running.tls_port})
        async with async_playwright() as player:
            context = await player.chromium.launch_persistent_context(
                tmp_path / "profile", executable_path=parts.chromium(), args=options
            )
            page = await context.new_page()
            for address in pages(running.url)[1:]:
                await page.goto(address)
                assert await page.title() == "Stand-in Gmail"
            await context.close()
