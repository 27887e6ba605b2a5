"""Migrates a database in a separate process, which stops in the middle of a step until it is killed."""

from __future__ import annotations

import asyncio
import logging
import re
import shutil
import signal
from multiprocessing import get_context
from pathlib import Path
from typing import Any

from server.lib.database import migrate as migrations
from server.lib.settings import Settings
from server.tables import MODELS

_ROWS = 7  # at a time, so that the few rows of the release take several transactions
_SECONDS = 120


def kill_within(step: str, settings: Settings, folder: Path) -> None:
    """Migrate up to `step`, and kill the process with SIGKILL when the step has changed some of its rows."""
    _with_small_batches(folder)
    context = get_context("spawn")
    at_work, sender = context.Pipe(duplex=False)
    process = context.Process(target=_migrate, args=(step, settings, folder, sender))
    process.start()
    sender.close()
    try:
        assert at_work.poll(_SECONDS), "it neither came to this step nor ended"
        at_work.recv()  # EOFError: it ended before
    finally:
        process.kill()
        process.join(_SECONDS)
    assert process.exitcode == -signal.SIGKILL


def _with_small_batches(folder: Path) -> None:
    shutil.copytree(migrations.FOLDER, folder)
    for path in folder.glob("*_*.py"):
        text = path.read_text("utf-8")
        path.write_text(
            re.sub(r"^AT_A_TIME = \w+", f"AT_A_TIME = {_ROWS}", text, flags=re.MULTILINE), "utf-8"
        )


class _Stop(logging.Handler):
    """Stops where the migration reports its progress."""

    def __init__(self, step: str, sender: Any) -> None:
        super().__init__()
        self._step, self._sender = step, sender

    def emit(self, record: logging.LogRecord) -> None:
        if self._step in record.getMessage():
            self._sender.send(record.getMessage())
            while True:
                signal.pause()


def _migrate(step: str, settings: Settings, folder: Path, sender: Any) -> None:
    migrations._SAY_SECONDS = 0.0
    migrations.log.setLevel(logging.INFO)
    migrations.log.addHandler(_Stop(step, sender))
    asyncio.run(migrations.migrate(settings, MODELS, folder))
