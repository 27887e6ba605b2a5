"""Fixtures: a real server that stays for a whole file of attacks, as long as it answers."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.attacks.attack import Known
from tests.faults.conftest import UNLIMITED, marked
from tests.faults.visitor import PASSWORD
from tests.serving import Server

# Readers come from one address here, and each of their hits is to be found in the database.
SETTINGS = {**UNLIMITED, "TRUSTED_PROXIES": "127.0.0.1"}


@dataclass
class Target:
    """A server under attack, and the pixels of some of Alice's mails."""

    server: Server
    pixels: list[str]

    @property
    def known(self) -> Known:
        """What a recipient knows."""
        return Known(pixel=urlsplit(self.pixels[0]).path)

    def well(self) -> bool:
        """Whether the server answers as if nothing had happened."""
        with contextlib.suppress(httpx.HTTPError):
            return all(httpx.get(self.pixels[0], timeout=2).status_code == 200 for _ in range(3))
        return False


@contextlib.contextmanager
def started(folder: Path, descriptors: int | None = None) -> Iterator[Target]:
    """Run a server for Alice; see Server."""
    with Server(folder / "data", SETTINGS, descriptors=descriptors) as server:
        server.run("user", "add", "alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
        yield Target(server, marked(server, 10)[0])


@pytest.fixture(scope="module")
def targets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Target]]:
    """Give the same server to each test, or a new one after an attack that it has not survived."""
    with contextlib.ExitStack() as running:
        kept: list[Target] = []

        def give() -> Target:
            if not (kept and kept[-1].well()):
                running.pop_all().close()
                kept.append(running.enter_context(started(tmp_path_factory.mktemp("target"))))
            return kept[-1]

        yield give


@pytest.fixture
def target(targets: Callable[[], Target]) -> Target:
    """A server that answers."""
    return targets()
