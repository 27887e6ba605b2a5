"""/status: what the owner of this server wants to know of it: what waits, what was lost, what was refused."""

from __future__ import annotations

import asyncio
import sqlite3
from typing import Any

from quart import Blueprint, abort, g

from server.accounts.people import OWNER
from server.accounts.sessions import signed_in
from server.events import overflow_totals
from server.ingest.backlog import Waiting, look
from server.ingest.settings import IngestSettings
from server.lib import metrics
from server.lib.runtime import runtime
from server.lib.web.page import show

blueprint = Blueprint("status", __name__)

DAY = 86_400
BEYOND_RATES = "Beyond the rates in the last 24 hours: counted, not kept one by one"
WORDS = {
    "open.kept": "Opens answered and kept",
    "click.kept": "Clicks answered and kept",
    "open.over.token": "Opens over the limit of one pixel, not kept one by one",
    "open.over.address": "Opens over the limit of one address, not kept one by one",
    "click.over.token": "Clicks over the limit of one link, not kept one by one",
    "click.over.address": "Clicks over the limit of one address, not kept one by one",
    "click.unchecked": "Links that led on without a look at the report",
    "digest.events": "Events stored",
    "reading.kept": "Readings measured",
    "reading.unmeasurable": "Pictures of reading time fetched by proxies and machines, not measured",
    "reading.over.connections": "Readings over the limit of all connections, not measured",
    "reading.over.address": "Readings over the limit of one address, not measured",
    "reading.over.mail": "Readings over the limit of one mail, not measured",
    "reading.over.client": "Readings beside others in the same program, not measured",
    "reading.over.rate": "Readings begun too often in a minute, not measured",
    "digest.excess": "Opens and clicks over a limit, counted with their message",
    "digest.aside": "Hits put aside",
    "pixel.refused.signature": "Forged pixels",
    "link.refused.signature": "Forged links",
    "link.refused.foreign": "Links that their mail does not have",
    "spool.dropped": "Hits lost, since the disk or the spool was full",
}  # other numbers are shown by the name they are counted under


@blueprint.get("/status")
@signed_in
async def status() -> Any:
    """The page, for the owner only."""
    if g.account.role != OWNER:
        abort(404)
    beyond = (BEYOND_RATES, f"{await overflow_totals.since(DAY):,}")
    try:
        waiting = await asyncio.to_thread(look, runtime()[IngestSettings].spool_path)
    except (sqlite3.Error, OSError) as error:
        return await show("ops/status.html", rows=[beyond], counts=_counts(), trouble=str(error))
    return await show("ops/status.html", rows=[*_rows(waiting), beyond], counts=_counts(), trouble=None)


def _rows(waiting: Waiting | None) -> list[tuple[str, str]]:
    if waiting is None:
        return [("Hits waiting to be stored", "0")]
    return [
        ("Hits waiting to be stored", f"{waiting.hits:,}"),
        ("The oldest has waited", f"{waiting.age:.0f} s"),
        ("On disk", f"{waiting.size / 1_000_000:.1f} MB of {_cap() / 1_000_000:,.0f} MB"),
        ("Lost, since the disk or the spool was full", f"{waiting.dropped:,}"),
        ("Put aside, since they could not be stored", f"{waiting.aside:,}"),
    ]


def _cap() -> int:
    return runtime()[IngestSettings].spool_max_bytes


def _counts() -> list[tuple[str, int]]:
    return sorted((WORDS.get(name, name), number) for name, number in metrics.snapshot().items() if number)
