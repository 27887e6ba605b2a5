"""Commands on a database of an older or a newer version wait, or say in a sentence what to do."""

from __future__ import annotations

import asyncio
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from server.lib.database import connection
from server.lib.database.migrate import MigrationError, migrate, revert
from server.ops import opening
from server.settings import load
from server.tables import MODELS
from tests.faults.stores import Store
from tests.serving import ROOT, Server
from tests.waiting import until

NEWER = "UPDATE aerich SET version = '999_next.py' WHERE id = 1"
COMMANDS = (("worker",), ("user", "list"), ("mark",), ("show", "x"), ("reclassify",), ("migrate",))


@contextmanager
def worker(server: Server, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    command = [sys.executable, "-m", "server", "worker"]
    with (
        log.open("wb") as out,
        subprocess.Popen(command, cwd=ROOT, env=server.environment(), stdout=out, stderr=out) as process,
    ):
        try:
            yield process
        finally:
            process.kill()


async def test_a_worker_waits_while_the_database_is_older_and_begins_once_it_is_migrated(
    tmp_path: Path,
) -> None:
    server, log = Server(tmp_path / "data"), tmp_path / "worker.log"
    settings = load(server.environment())
    await migrate(settings, MODELS)
    await revert(settings, MODELS)

    async def said() -> str:
        return log.read_text()

    with worker(server, log) as process:
        waiting = await until(said, lambda text: "older than this version" in text)
        assert "(1 migrations are missing). Start the server of this version" in waiting
        assert "working with" not in waiting
        await migrate(settings, MODELS)
        await until(said, lambda text: "working with the data" in text)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, 30) == 0
    assert "Traceback" not in log.read_text()


async def test_a_worker_that_waits_can_be_stopped(tmp_path: Path) -> None:
    server, log = Server(tmp_path / "data"), tmp_path / "worker.log"

    async def said() -> str:
        return log.read_text()

    with worker(server, log) as process:
        await until(said, lambda text: "older than this version" in text)
        process.send_signal(signal.SIGTERM)
        assert await asyncio.to_thread(process.wait, 30) == 0


@pytest.mark.parametrize("command", COMMANDS, ids=" ".join)
async def test_no_command_works_on_a_database_of_a_newer_version(
    command: tuple[str, ...], tmp_path: Path
) -> None:
    server = Server(tmp_path / "data")
    await migrate(load(server.environment()), MODELS)
    await Store("sqlite", server.data).tell(NEWER)
    done = await asyncio.to_thread(server.outcome, *command)
    assert done.returncode == 1
    assert "The database was made by a newer version (it has 999_next.py)" in done.stderr
    assert "Traceback" not in done.stderr


async def test_a_worker_learns_that_a_newer_version_has_migrated_its_database(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    server = Server(tmp_path / "data")
    await migrate(load(server.environment()), MODELS)
    monkeypatch.setattr(opening, "LOOK_EVERY", 0.05)
    async with connection.connected(f"sqlite://{server.data}/sightline.db", MODELS):
        watching = asyncio.create_task(opening.superseded())
        await asyncio.sleep(0.3)
        assert not watching.done()
        await Store("sqlite", server.data).tell(NEWER)
        with pytest.raises(MigrationError, match=r"newer version \(it has 999_next.py\)"):
            await asyncio.wait_for(watching, 30)
