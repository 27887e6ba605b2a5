"""Defines what the spool's writer is told to do, in the order in which it is told."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from server.ingest.spool_file import SpoolFile

AppendOrder = tuple[bytes, asyncio.Future[bool]]  # a record, and whether it is kept


@dataclass(frozen=True, slots=True)
class ChangeOrder:
    """Do `work`, and say whether that succeeded."""

    work: Callable[[SpoolFile], None]
    done: asyncio.Future[bool]


@dataclass(frozen=True, slots=True)
class CheckpointOrder:
    """Copy the rest of the log into the file."""


@dataclass(frozen=True, slots=True)
class EndOrder:
    """Do nothing any more."""


Order = AppendOrder | ChangeOrder | CheckpointOrder | EndOrder
