"""View times survive the shutdown of a real server process, and open streams do not delay its exit."""

from __future__ import annotations

import json
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from uuid import UUID

import httpx
import pytest

from server.ingest import answers
from server.lib import clock
from server.marks.key_file import load_ring
from server.marks.marks import Marks, marks_for
from server.marks.settings import MarksSettings
from tests.agents import FIREFOX
from tests.serving import Server

LOOKS = {"User-Agent": FIREFOX, "Accept": "image/*", "Accept-Language": "en"}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path / "data") as running:
        yield running


def marked(server: Server) -> Marks:
    """A manual message with the marks that the extension would have received."""
    made = json.loads(server.run("mark"))
    ring = load_ring(MarksSettings.read(server.environment()))
    prefix = urlsplit(made["pixel_url"]).path.split("/")[2]
    return marks_for(UUID(made["id"]), ring, server.url, 1, prefix, clock.unix())


@contextmanager
def shown(server: Server, marks: Marks) -> Iterator[socket.socket]:
    """A program shows the mail: it has loaded the pixel, and received two drops of the view-time image."""
    assert httpx.get(marks.pixel_url, headers=LOOKS).status_code == 200
    with socket.create_connection(("127.0.0.1", server.port), timeout=30) as program:
        lines = [f"GET {urlsplit(marks.view_time_url).path} HTTP/1.1", "Host: 127.0.0.1"]
        lines += [f"{name}: {value}" for name, value in LOOKS.items()]
        program.sendall("\r\n".join([*lines, "", ""]).encode())
        heard = b""
        while heard.count(answers.SLOW_GIF_MORE) < 2:
            heard += program.recv(1024)
        yield program


def story_of(server: Server, marks: Marks) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(server.run("show", str(marks.message)))
    return found


def test_stopping_the_server_ends_the_view_time_image_and_keeps_the_measured_time(server: Server) -> None:
    """Covers R6 for the view-time image: an open stream does not delay the end of the process."""
    marks = marked(server)
    with shown(server, marks) as program:
        assert server.stop(signal.SIGTERM) == 0
        rest = b""
        while piece := program.recv(1024):
            rest += piece
    assert rest.endswith(answers.SLOW_GIF_END + b"\r\n0\r\n\r\n")
    server.start()
    [event] = story_of(server, marks)["events"]
    assert event["seconds_on_screen"] >= 1


def test_a_kill_loses_only_the_view_time_in_progress(server: Server) -> None:
    marks = marked(server)
    with shown(server, marks):
        server.stop(signal.SIGKILL)
    server.start()
    message = story_of(server, marks)
    assert (message["opens"], [event["seconds_on_screen"] for event in message["events"]]) == (1, [None])
    with shown(server, marks):
        pass
    server.stop(signal.SIGTERM)
    server.start()
    assert any(event["seconds_on_screen"] for event in story_of(server, marks)["events"])
