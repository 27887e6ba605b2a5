"""Who meets Sightline for the first time is told what is wrong, and what to do about it."""

from __future__ import annotations

import logging
import os
import socket
import subprocess
import sys
from pathlib import Path

import httpx
import pytest

from server.doctor.address import _told
from server.doctor.mail import mail
from server.google.settings import GoogleSettings
from server.lib.config import ConfigError
from server.lib.log_throttle import ThrottledLogger
from server.lib.net.outgoing import Outgoing
from server.lib.settings import ServerSettings
from server.ops.at_start import warnings
from server.ops.trouble import sentence_for
from server.serving import _socket
from tests.faults.disk import mounted
from tests.world import settings_in


def test_a_missing_file_that_was_named_is_named_and_no_setting(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError) as caught:
        (tmp_path / "backup.age").read_bytes()
    assert sentence_for(caught.value) == f"There is no {tmp_path}/backup.age. Check its name."


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("192.0.2.77", "HOST must be an address of this machine"),
        ("", "Stop the program that uses this address"),
    ],
)
def test_where_the_server_cannot_listen_it_says_what_to_change(tmp_path: Path, host: str, said: str) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        settings = settings_in(tmp_path, HOST=host or "127.0.0.1", PORT=str(port))
        with pytest.raises(ConfigError, match=said):
            _socket(settings[ServerSettings], 1)


@pytest.mark.parametrize("port", ["8000x", "0", "99999"])
def test_a_port_that_is_none_is_answered_with_the_numbers_that_are(tmp_path: Path, port: str) -> None:
    with pytest.raises(ConfigError, match=f"PORT={port} is no port. Set it to a number from 1 to 65535"):
        settings_in(tmp_path, PORT=port)


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("HTTPS_PROXY", "socks5://127.0.0.1:1", "Correct or remove HTTPS_PROXY"),
        ("SSL_CERT_FILE", "/nowhere", "Correct or remove SSL_CERT_FILE"),
        ("PUBLIC_URL", "http://track.example.com", "does not use HTTPS"),
    ],
)
def test_what_keeps_others_from_being_reached_is_said_at_the_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str, said: str
) -> None:
    assert warnings(settings_in(tmp_path)) == []
    monkeypatch.setenv(name, value)
    settings = settings_in(tmp_path, **({name: value} if name == "PUBLIC_URL" else {}))
    [sentence] = warnings(settings)
    assert said in sentence


def test_a_full_disk_is_said_at_the_start(tmp_path: Path) -> None:
    with mounted(tmp_path / "disk", "2m") as place:
        [sentence] = warnings(settings_in(place))
    assert "MB left" in sentence


async def test_without_certificates_a_server_without_tls_is_reached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", "/nowhere")
    with socket.create_server(("127.0.0.1", 0)) as silent:
        async with Outgoing(1.0, 0.2, direct=True).client() as client:
            with pytest.raises(httpx.ReadTimeout):  # it was reached, and says nothing
                await client.get(f"http://127.0.0.1:{silent.getsockname()[1]}/health")


async def test_alerts_that_nobody_asked_for_are_no_fault(tmp_path: Path) -> None:
    settings = settings_in(tmp_path)
    [found] = await mail(settings.replaced(settings[GoogleSettings].without_sandbox()))
    assert (found.colour, found.text) == ("yellow", "are not sent. Set SMTP_SERVER if you want them.")


def test_what_is_not_lost_is_not_mentioned() -> None:
    assert _told({"status": "ok", "worker": "starting", "losing": None}) == " (worker: starting)"


def test_a_line_of_the_log_counts_only_what_was_held_back(caplog: pytest.LogCaptureFixture) -> None:
    now = [0.0]
    throttled = ThrottledLogger(logging.getLogger("test"), lambda: now[0])
    for _ in range(3):
        throttled.warn("refused %s", "1")
    now[0] = 60
    throttled.warn("refused %s", "2")
    assert caplog.messages == ["refused 1", "refused 2 (2 more before)"]


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can run what another user runs")
def test_a_folder_that_forbids_it_is_named_and_not_what_could_not_be_made_there() -> None:
    with mounted(Path("/tmp") / f"sightline-{os.getpid()}", "1m") as place:
        script = (
            "import os, sys\nfrom pathlib import Path\nfrom server.ops.trouble import sentence_for\n"
            "from server.lib.filelock import open_lock\nplace = Path(sys.argv[1])\nplace.chmod(0o755)\n"
            "os.setgid(65534); os.setuid(65534)\n"
            "for each in (lambda: (place / 'sandbox').mkdir(), lambda: open_lock(place / 'a.lock')):\n"
            "    try:\n        each()\n    except Exception as error:\n        print(sentence_for(error))\n"
        )
        run = [sys.executable, "-c", script, str(place)]
        said = subprocess.run(run, capture_output=True, text=True, check=True).stdout.splitlines()
    assert said[0].startswith(f"{place} may not be used by this user")
    assert said[1].startswith(f"{place} belongs to another user. Run the command as that user")
