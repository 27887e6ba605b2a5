"""Checks the spool: that hits can be kept, are stored soon, and that none were lost."""

from __future__ import annotations

import asyncio
import errno
import os
import shutil
import sqlite3
import tempfile
from pathlib import Path

from tortoise.exceptions import BaseORMException

from server.doctor.diagnosis import Diagnosis
from server.ingest import losses
from server.ingest.backlog import look
from server.ingest.loss_rows import KnownLoss, with_rows
from server.ingest.loss_wording import PAST
from server.ingest.losses import LossReason, beside
from server.ingest.settings import IngestSettings
from server.ingest.spool_file import is_damaged
from server.ingest.spool_writer import SpoolWriter
from server.lib.database import connection
from server.lib.error_words import error_words
from server.lib.settings import ServerSettings, Settings
from server.tables import MODELS

_LITTLE = 200 << 20  # bytes left on the disk
_AT_LEAST = 1 << 18  # bytes
_MANY = 10_000  # hits that wait
_LATE = 120.0  # seconds that the oldest hit waits
_SHOWN = 3
_WHY = {
    LossReason.DISK: "The disk is full. Free some space on it",
    LossReason.CAP: "SPOOL_MAX_BYTES is reached. Check that the database takes what waits, or raise it",
    LossReason.UNWRITABLE: "Its file cannot be written. Check who may write to the data folder, and its disk",
}


async def spool(settings: Settings) -> list[Diagnosis]:
    """Check the spool's file, which is also where hits wait while Redis is away.

    A server may be running, so nothing is made here or put in order, and no loss is counted.
    """
    path = settings[IngestSettings].spool_path
    lost = [*_lost(await _losses(settings, path)), *_uncountable(path)]
    if not _is_there(path):
        return [*_not_yet(path), *lost, *_room(path)]
    wrong = await asyncio.to_thread(_try_to_write, path, settings[IngestSettings].spool_max_bytes)
    return [*wrong, *lost, *([] if wrong else _waiting(path)), *_room(path)] or [
        Diagnosis("green", "spool", "hits can be kept, none waits for long, and none was lost")
    ]


def _is_there(path: Path) -> bool:
    return path.exists() and (path.is_dir() or path.stat().st_size > 0)


def _try_to_write(path: Path, most: int) -> list[Diagnosis]:
    if damage := is_damaged(path):
        text = (
            f"{path} is damaged ({damage}). Restart the server: it copies what is readable into a new file, "
            "and keeps the damaged one."
        )
        return [Diagnosis("red", "spool", text)]
    writer = SpoolWriter(path, most, None)
    try:
        why = writer.attempt(lambda file: file.probe())
        return [_unwritable(why, writer.trouble)] if why else []
    finally:
        writer.close()


def _uncountable(path: Path) -> list[Diagnosis]:
    """Tell of files that the server makes beside the spool, and that it could not open."""
    like = path if path.exists() else path.parent
    owner = like.stat().st_uid if like.exists() else os.geteuid()
    for each in (beside(path), *path.parent.glob(f"{path.name}.copies-*")):
        if each.is_symlink() or (each.exists() and not each.is_file()):
            why = f"{each} is no plain file. Remove it: the server makes a new one"
        elif each.exists() and each.stat().st_uid != owner:
            why = f"{each} belongs to another user. Give it to the server's: chown --reference={like} {each}"
        elif each.exists() and not os.access(each, os.R_OK | os.W_OK):
            why = f"{each} can't be written. Let the server do so: chmod 600 {each}"
        else:
            continue
        return [Diagnosis("red", "spool", f"{why}. Until then, lost hits are counted only in memory.")]
    return []


def _not_yet(path: Path) -> list[Diagnosis]:
    """Try whether the file could be made, which the first start of the server does."""
    try:
        with tempfile.TemporaryFile(dir=path.parent) as file:
            file.write(bytes(_AT_LEAST))
    except FileNotFoundError:
        return [Diagnosis("green", "spool", "not there yet: the first start of the server makes it")]
    except OSError as error:
        return [_unwritable(LossReason.DISK if error.errno == errno.ENOSPC else None, error_words(error))]
    return [Diagnosis("green", "spool", "empty")]


async def _losses(settings: Settings, path: Path) -> list[KnownLoss]:
    here = losses.look(beside(path)).losses
    try:
        async with connection.connected(settings[ServerSettings].database_url, MODELS):
            return await with_rows(here)
    except (BaseORMException, OSError, sqlite3.Error):
        return await with_rows(here)


def _unwritable(why: LossReason | None, trouble: str | None) -> Diagnosis:
    sentence = _WHY.get(why or LossReason.UNWRITABLE, _WHY[LossReason.UNWRITABLE])
    text = f"{sentence} ({trouble}). Hits are answered, but lost and only counted."
    return Diagnosis("red", "spool", text)


def _lost(lost: list[KnownLoss]) -> list[Diagnosis]:
    fresh = [each for each in lost if each.number > each.dismissed]
    if not fresh:
        return []
    told = "; ".join(_told(each) for each in fresh[-_SHOWN:])
    total = sum(each.number for each in fresh)
    text = f"{total} hits were answered and lost: {told}. The server’s status page can dismiss this."
    return [Diagnosis("red", "spool", text)]


def _told(loss: KnownLoss) -> str:
    began, last = f"{loss.began:%Y-%m-%d %H:%M}", f"{loss.last:%Y-%m-%d %H:%M} UTC"
    return f"{loss.number} from {began} to {last} ({PAST[loss.reason]})"


def _waiting(path: Path) -> list[Diagnosis]:
    try:
        waiting = look(path)
    except sqlite3.Error as error:
        return [Diagnosis("red", "spool", f"cannot be read: {error_words(error)}")]
    if waiting and (waiting.hits > _MANY or waiting.age > _LATE):
        text = (
            f"{waiting.hits} hits wait to be stored, the oldest for {waiting.age:.0f} s. Check that the "
            "server or a worker is running, that the database is fast, and that its disk is not full."
        )
        return [Diagnosis("yellow", "spool", text)]
    return []


def _room(path: Path) -> list[Diagnosis]:
    try:
        left = shutil.disk_usage(path.parent).free
    except OSError:
        return []
    if left >= _LITTLE:
        return []
    try:
        with tempfile.TemporaryFile(dir=path.parent) as file:
            file.write(bytes(_AT_LEAST))
        colour = "yellow"
    except OSError:
        colour = "red"
    text = f"Its disk has only {left / 1e6:.1f} MB left. When it is full, hits are lost. Free some space."
    return [Diagnosis(colour, "spool", text)]
