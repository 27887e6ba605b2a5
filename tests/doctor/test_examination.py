"""`sightline doctor` reports on all parts, whatever one of them does, and shows no secret."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from server.doctor import report
from server.doctor.diagnosis import Diagnosis
from server.doctor.examination import CHECKUPS, Checkup, examine
from server.lib.settings import Settings
from server.settings import NAMES, load_what_can
from tests.serving import ROOT, Server
from tests.world import settings_in

FINE = Checkup("last", lambda _: _found("green", "last", "is fine"))


async def _found(colour: str, name: str, text: str) -> list[Diagnosis]:
    return [Diagnosis(colour, name, text)]


def raises(error: BaseException) -> Checkup:
    async def check(_: Settings) -> list[Diagnosis]:
        raise error

    return Checkup("first", check)


@pytest.mark.parametrize(
    "error",
    [ValueError("odd"), SystemExit(3), asyncio.CancelledError(), BaseExceptionGroup("g", [KeyError("k")])],
)
def test_whatever_a_check_raises_the_others_are_made(tmp_path: Path, error: BaseException) -> None:
    first, last = examine(settings_in(tmp_path), parts=[raises(error), FINE])
    assert (first.colour, first.name) == ("red", "first")
    assert (last.colour, last.name) == ("green", "last")


@pytest.mark.parametrize("awaits", [True, False])
def test_a_check_that_hangs_is_left_and_named(tmp_path: Path, awaits: bool) -> None:
    end = threading.Event()

    async def check(_: Settings) -> list[Diagnosis]:
        await (asyncio.to_thread(end.wait) if awaits else _found("green", "", str(end.wait())))
        return []

    began = time.monotonic()
    first, last = examine(settings_in(tmp_path), parts=[Checkup("first", check, seconds=0.2), FINE])
    end.set()
    assert time.monotonic() - began < 5
    assert (first.colour, "hangs: no answer" in first.text, last.colour) == ("red", True, "green")


def test_what_comes_after_the_time_is_up_is_named_as_not_checked(tmp_path: Path) -> None:
    [last] = examine(settings_in(tmp_path), parts=[FINE], altogether=0)
    assert (last.colour, "not checked" in last.text) == ("red", True)


def test_no_password_of_the_settings_is_in_a_line(tmp_path: Path) -> None:
    secrets = {
        "DATABASE_URL": "postgres://u:hunt%40r2@127.0.0.1:1/x",
        "SPOOL_URL": "redis://:swordfish@127.0.0.1:1/0",
        "SMTP_SERVER": "127.0.0.1",
        "SMTP_PASSWORD": "open sesame",
        "TRACKING_SECRET": "a long tracking secret",
    }
    said = "hunt@r2, hunt%40r2, swordfish, open sesame, a long tracking secret, mysql://a:b@c/d"
    [line] = examine(settings_in(tmp_path, **secrets), parts=[raises(ValueError(said))])
    assert not any(word in line.text for word in said.split(", ")), line.text


def test_each_wrong_setting_is_a_red_line_and_what_reads_it_is_not_checked(tmp_path: Path) -> None:
    env = {"SIGHTLINE_DATA": str(tmp_path), "PORT": "eighty", "DATABASE_URL": "nonsense", "DEBUG": "2"}
    settings, wrong = load_what_can(env)
    parts = [Checkup("database", FINE.check, ("DATABASE_URL",)), FINE]
    lines = [(each.colour, each.name) for each in examine(settings, wrong, ["odd"], parts)]
    assert lines == [
        *[("red", "settings"), ("red", "database"), ("red", "settings")],
        *[("yellow", "settings"), ("green", "last")],
    ]


def test_the_checks_name_settings_that_there_are() -> None:
    assert {name for each in CHECKUPS for name in each.reads} <= set(NAMES)


def test_in_a_terminal_no_row_is_wider_and_what_is_green_takes_one() -> None:
    text = "word " * 60
    for colour in ("red", "yellow", "green"):
        rows = report.rows(Diagnosis(colour, "part", text), 80)
        assert max(map(len, rows)) <= 78
        assert (len(rows) == 1) == (colour == "green")
    assert report.rows(Diagnosis("red", "part", text), None) == [f"red    part             {text}"]


def doctor(data: Path, *options: str, **env: str) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "server", "doctor", *options],
        cwd=ROOT,
        env=Server(data, env).environment(),
        capture_output=True,
        check=False,
        timeout=90,
    )


def test_the_report_is_printed_on_terminals_that_cannot_show_it_all(tmp_path: Path) -> None:
    done = doctor(tmp_path / "größe", PYTHONIOENCODING="latin-1", LANG="C", SSL_CERT_DIR="/‘nowhere’")
    assert b"Traceback" not in done.stderr
    assert b"* green" in done.stdout


def test_the_report_as_json_and_the_status_say_the_same(tmp_path: Path) -> None:
    done = doctor(tmp_path / "data", "--json", PUBLIC_URL="mail.example", SMTP_HOST="mail.example")
    lines = json.loads(done.stdout)
    assert done.returncode == 1
    said = {(each["colour"], each["name"]): each["text"] for each in lines}
    assert "Set it to https://mail.example" in said["red", "public address"]
    assert said["yellow", "settings"] == "SMTP_HOST is not a setting; did you mean SMTP_SERVER?"
