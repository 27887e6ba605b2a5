"""Fixtures: a real server that stays for a whole file of attacks, as long as it answers."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import httpx
import pytest

from tests.attacks import nginx
from tests.attacks.attack import Known
from tests.attacks.nginx import Nginx
from tests.faults.conftest import UNLIMITED, marked
from tests.faults.visitor import PASSWORD, sign_in
from tests.serving import Server

# Readers come from one address here, and each of their hits is to be found in the database.
SETTINGS = {**UNLIMITED, "TRUSTED_PROXIES": "127.0.0.1", "KEEP_ALIVE_SECONDS": "20"}
BEHIND_NGINX = {**SETTINGS, "PUBLIC_URL": f"https://{nginx.NAME}"}


@dataclass
class Target:
    """A server under attack, the pixels of some of Alice's mails, and what attackers know."""

    server: Server
    pixels: list[str]
    known: Known
    front: Nginx | None = None

    def well(self) -> bool:
        """Whether the server answers as if nothing had happened."""
        with contextlib.suppress(httpx.HTTPError):
            health = f"{self.server.url}/health"
            return all(httpx.get(health, timeout=2).status_code == 200 for _ in range(3))
        return False


@contextlib.contextmanager
def started(folder: Path, descriptors: int | None = None) -> Iterator[Target]:
    """Run a server for Alice; see Server."""
    with Server(folder / "data", SETTINGS, descriptors=descriptors) as server:
        pixels = marked(server, 10)[0]
        yield Target(server, pixels, _learnt(server, server.url, pixels))


@contextlib.contextmanager
def started_behind_nginx(folder: Path) -> Iterator[Target]:
    """Run a server for Alice, and nginx in front of it."""
    with (
        Server(folder / "data", BEHIND_NGINX) as server,
        nginx.in_front_of(server.port, folder / "n") as front,
    ):
        pixels = [f"{front.url}{urlsplit(url).path}" for url in marked(server, 10)[0]]
        yield Target(server, pixels, _learnt(server, front.local_url, pixels), front)


@pytest.fixture(scope="session")
def targets(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[str], Target]]:
    """Give each test the same server, "alone" or "behind nginx", or a new one if an attack has ended it."""
    with contextlib.ExitStack() as running:
        kept: dict[str, Target] = {}

        def give(front: str) -> Target:
            if not (front in kept and kept[front].well()):
                start = started_behind_nginx if front == "behind nginx" else started
                kept[front] = running.enter_context(start(tmp_path_factory.mktemp("target")))
            return kept[front]

        yield give


def _learnt(server: Server, url: str, pixels: list[str]) -> Known:
    """Attackers know a pixel, the sign-in page with its cookie, and, if they are Alice, a session."""
    server.run("user", "add", "alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
    headers = {"Host": urlsplit(pixels[0]).hostname or ""} if url.startswith("https") else {}

    async def sign() -> tuple[str, str, str]:
        async with httpx.AsyncClient(base_url=url, headers=headers, verify=False, timeout=60) as visitor:
            page = (await visitor.get("/login")).text
            token = page.partition('name="csrf" value="')[2].partition('"')[0]
            anonymous = _cookies(visitor)
            await sign_in(visitor)
            return token, anonymous, _cookies(visitor)

    return Known(urlsplit(pixels[0]).path, *asyncio.run(sign()))


def _cookies(visitor: httpx.AsyncClient) -> str:
    return "; ".join(f"{name}={value}" for name, value in visitor.cookies.items())
