"""Every command, in surroundings in which it cannot work, says so in a sentence and never in a traceback."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.serving import ROOT, Server

CREDENTIALS = {"GOOGLE_CLIENT_ID": "id", "GOOGLE_CLIENT_SECRET": "secret"}
ID = "018f3f2e-7b1a-4c3d-9e5f-0123456789ab"
COMMANDS = (
    ["doctor"],
    ["migrate"],
    ["user", "list"],
    ["user", "add", "alice@example.org", "--password", "a long enough password"],
    ["user", "password", "alice@example.org", "--password", "another long enough password"],
    ["user", "disable", "bob@example.org"],
    ["user", "enable", "bob@example.org"],
    ["keys", "rotate"],
    ["reclassify", "--dry-run"],
    ["networks", "list"],
    ["networks", "find", "192.0.2.1"],
    ["networks", "refresh", "nobody"],
    ["mark"],
    ["show", ID],
)
SERVERS = (["worker"], ["serve"])  # only where they cannot run, because they would not end
KEPT = ("sightline.db", "spool.db", "keys.json", "vault.key", "session.key", "public-url")


def a_file(folder: Path) -> None:
    folder.write_text("not a folder")


def damaged(folder: Path) -> None:
    folder.mkdir()
    for name in KEPT:
        (folder / name).write_bytes(b"damaged \xff" * 300)


def folders(folder: Path) -> None:
    for name in KEPT:
        (folder / name).mkdir(parents=True)


SURROUNDINGS: dict[str, tuple[Callable[[Path], None], dict[str, str]]] = {
    "a file in place of the folder": (a_file, {}),
    "folders in place of files": (folders, {}),
    "damaged files": (damaged, {}),
    "no database at that address": (Path.mkdir, {"DATABASE_URL": "postgres://u:p@127.0.0.1:9/x"}),
    "a database of no known kind": (Path.mkdir, {"DATABASE_URL": "nonsense"}),
    "a database with a port in words": (Path.mkdir, {"DATABASE_URL": "mysql://u:p@127.0.0.1:abc/x"}),
    "no Redis at that address": (Path.mkdir, {"SPOOL_URL": "redis://127.0.0.1:9/0"}),
    "a Redis with a port in words": (Path.mkdir, {"SPOOL_URL": "redis://127.0.0.1:abc/0"}),
    "a spool where no file can be": (Path.mkdir, {"SPOOL_PATH": "/proc/nothing/spool.db"}),
    "a port that does not exist": (Path.mkdir, {"PORT": "99999"}),
    "an address with a path": (Path.mkdir, {"PUBLIC_URL": "https://example.org/mail"}),
    "a database with a parameter that nobody knows": (
        Path.mkdir,
        {"DATABASE_URL": "postgres://u:p@127.0.0.1:9/x?sslcrl=/x"},
    ),
    "TLS where nobody listens": (Path.mkdir, {"DATABASE_URL": "mysql://u:p@127.0.0.1:9/x?ssl-mode=REQUIRED"}),
    "a proxy that is not supported and certificates that are not there": (
        Path.mkdir,
        {"HTTPS_PROXY": "socks5://127.0.0.1:9", "NO_PROXY": "::1,fd00::/8", "SSL_CERT_FILE": "/nowhere.pem"},
    ),
}


ENDLESS = {
    "no database at that address",
    "no Redis at that address",
    "TLS where nobody listens",
    "a proxy that is not supported and certificates that are not there",
    "folders in place of files",
    "damaged files",
}


@pytest.mark.parametrize("name", SURROUNDINGS)
def test_no_command_ends_in_a_traceback(tmp_path: Path, name: str) -> None:
    prepare, env = SURROUNDINGS[name]
    prepare(tmp_path / "data")
    server = Server(tmp_path / "data", CREDENTIALS | env)
    commands = COMMANDS if name in ENDLESS else (*COMMANDS, *SERVERS)
    done = subprocess.run(
        [sys.executable, "-m", "tests.ops.every_command"],
        cwd=ROOT,
        env=server.environment(),
        input=json.dumps(commands),
        capture_output=True,
        text=True,
        check=True,
        timeout=200,
    )
    ended = [json.loads(line) for line in done.stdout.splitlines()]
    assert len(ended) == len(commands)
    assert [each for each in ended if each["unexpected"] or "Traceback" in each["said"]] == []
    assert "Traceback" not in done.stderr


def test_a_host_that_does_not_exist_is_named_in_the_error(tmp_path: Path) -> None:
    done = Server(tmp_path / "data", CREDENTIALS | {"HOST": "no-such-host.invalid"}).outcome("serve")
    assert "Cannot listen on no-such-host.invalid" in done.stderr
    assert "Traceback" not in done.stderr


def test_the_doctor_reports_on_a_fresh_folder_with_googles_credentials(tmp_path: Path) -> None:
    done = Server(tmp_path / "data", CREDENTIALS).outcome("doctor")
    assert "Traceback" not in done.stderr
    lines = done.stdout.splitlines()
    assert any("alert emails" in line and "yellow" in line for line in lines)
    assert any("database" in line and "first start of the server makes it" in line for line in lines)
    assert any("places" in line for line in lines)
