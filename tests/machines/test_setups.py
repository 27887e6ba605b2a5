"""`sightline doctor` for wrong set-ups: one screen, no traceback, the right line red. Covers R4.

Rows 2, 7, 9, 17, 21 and 23. Each set-up starts from a folder in which everything is right.
"""

from __future__ import annotations

import asyncio
import socketserver
import threading
from collections.abc import Iterator
from contextlib import AsyncExitStack, ExitStack, contextmanager
from pathlib import Path

import asyncpg
import pytest

from tests.alerts.mail_server import mail_server
from tests.certificates import new_certificate
from tests.machines.machine import Machine
from tests.machines.setups import FILES, SECRET, SETTINGS, complaints
from tests.machines.setups_of_servers import DATABASES, MAIL, REDIS
from tests.migrations.databases import create, postgres
from tests.nodes.redis_server import redis_server

pytestmark = pytest.mark.timeout(300)


@pytest.fixture
def ready(stopped: Machine) -> Machine:
    """A folder with ten mails, in which everything is right; the server has stopped."""
    stopped.env.clear()
    return stopped


def test_wrong_settings_are_red_in_a_sentence(ready: Machine) -> None:
    assert complaints(SETTINGS, ready, {}) == []


def test_wrong_files_are_red_in_a_sentence(ready: Machine) -> None:
    assert complaints(FILES, ready, {}) == []


def test_wrong_databases_are_red_in_a_sentence(ready: Machine) -> None:
    with postgres() as address, ExitStack() as stack:
        asyncio.run(create(f"{address}/mail"))
        asyncio.run(_roles(f"{address}/mail", ready))
        places = {
            "pg": address.rpartition(":")[2],
            "name": "mail",
            "silent": str(stack.enter_context(_greets(b""))),
            "web": str(stack.enter_context(_greets(b"HTTP/1.1 400 Bad Request\r\n\r\n"))),
        }
        assert complaints(DATABASES, ready, places) == []


async def _roles(url: str, ready: Machine) -> None:
    """Migrate the database, add a role with a password and one that only reads."""
    ready.env["DATABASE_URL"] = url
    await asyncio.to_thread(ready.run, "migrate")
    del ready.env["DATABASE_URL"]
    there = await asyncpg.connect(url.replace("asyncpg://", "postgresql://"))
    await there.execute(f"CREATE ROLE sightline LOGIN PASSWORD '{SECRET}'")
    await there.execute(f"CREATE ROLE reader LOGIN PASSWORD '{SECRET}'")
    await there.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader")
    rules = Path(await there.fetchval("SHOW hba_file"))
    first = "host all sightline 127.0.0.1/32 scram-sha-256\n"
    rules.write_text(first + rules.read_text())
    await there.execute("SELECT pg_reload_conf()")
    await there.close()


@pytest.mark.parametrize("before", REDIS)
def test_wrong_redis_servers_are_red_in_a_sentence(
    ready: Machine, tmp_path: Path, before: tuple[str, ...]
) -> None:
    with redis_server(tmp_path / "redis") as redis, _greets(b"HTTP/1.1 400 Bad Request\r\n\r\n") as web:
        with redis.client as client:
            for command in before:
                client.execute_command(*command.split(" "))
        assert complaints(REDIS[before], ready, {"redis": str(redis.port), "web": str(web)}) == []


async def test_wrong_mail_servers_are_red_in_a_sentence(ready: Machine, tmp_path: Path) -> None:
    certificate = new_certificate(tmp_path, "127.0.0.1")
    async with AsyncExitStack() as stack:
        servers = {
            "tls": await stack.enter_async_context(mail_server(certificate, tls=True)),
            "starttls": await stack.enter_async_context(mail_server(certificate)),
            "open": await stack.enter_async_context(mail_server()),
            "login": await stack.enter_async_context(mail_server(password=True)),
        }
        places = {name: str(server.port) for name, server in servers.items()}
        places["imap"] = str(stack.enter_context(_greets(b"* OK IMAP4rev1 ready\r\n")))
        assert await asyncio.to_thread(complaints, MAIL, ready, places) == []


@contextmanager
def _greets(words: bytes) -> Iterator[int]:
    """Something that listens, says these words to everybody, and then nothing more."""

    class Silent(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            self.request.sendall(words)
            while not words and self.request.recv(1024):
                pass

    socketserver.ThreadingTCPServer.daemon_threads = True
    with socketserver.ThreadingTCPServer(("127.0.0.1", 0), Silent) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()
