"""Checks the spool, in its file or in Redis."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from server.doctor.diagnosis import Diagnosis
from server.ingest.settings import IngestSettings
from server.ingest.spool import Spool
from server.ingest.spool_choice import opened
from server.lib.settings import Settings

if TYPE_CHECKING:
    from server.ingest.redis_spool import RedisSpool


async def spool(settings: Settings) -> list[Diagnosis]:
    """Check that the spool is writable, not full, and emptied by a digest."""
    if not settings[IngestSettings].may_have_spool:
        return [Diagnosis("green", "spool", "empty")]
    async with opened(settings[IngestSettings]) as held:
        shared = await asyncio.to_thread(_redis, held) if not isinstance(held, Spool) else []
        waiting, dropped = await asyncio.to_thread(held.waiting), held.dropped
    return [*shared, _spool(waiting, dropped)]


def _redis(held: RedisSpool) -> list[Diagnosis]:
    """Check that Redis is reachable and writes the hits to disk."""
    if not held.reachable():
        return [
            Diagnosis(
                "red",
                "Redis",
                "does not answer. Check SPOOL_URL. Until Redis answers, hits are kept on this node's disk.",
            )
        ]
    kept = held.guarantee()
    if kept == "always":
        return [Diagnosis("green", "Redis", "keeps accepted hits even if the machine crashes")]
    text = (
        f"appendfsync is {kept}, so Redis can lose its latest writes. Set appendonly yes and appendfsync "
        "always."
    )
    return [Diagnosis("yellow", "Redis", text)]


def _spool(waiting: int, dropped: int) -> Diagnosis:
    if dropped:
        text = (
            f"{dropped} hits were lost because the disk was full or SPOOL_MAX_BYTES was reached. Free "
            "some space."
        )
        return Diagnosis("red", "spool", text)
    if waiting > 10_000:
        text = (
            f"{waiting} hits are waiting to be stored. Check that a worker is running and that the "
            "database is fast."
        )
        return Diagnosis("yellow", "spool", text)
    return Diagnosis("green", "spool", f"{waiting} hits are waiting, and none were lost")
