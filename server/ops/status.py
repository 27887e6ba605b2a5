"""Shows the owner at /status what failed or waits, which hits were refused, and which networks are known."""

from __future__ import annotations

import asyncio
import sqlite3
from dataclasses import dataclass
from typing import Any

from babel.dates import format_date
from quart import Blueprint, abort, g

from server.accounts.people import OWNER
from server.accounts.sessions import signed_in
from server.events.settings import EventsSettings
from server.events.storing import overflow_totals
from server.ingest.backlog import Backlog, look
from server.ingest.settings import IngestSettings
from server.lib import metrics
from server.lib.i18n import gettext, gettext_noop, locale, number
from server.lib.net.inside import is_own_proxy
from server.lib.runtime import runtime
from server.lib.web.page import go, show, wants_fragment
from server.ops import deliveries, known_networks, lost_hits, to_put_right
from server.ops.shared_address import shared_address
from server.verdicts.network_lists import NetworkKind

blueprint = Blueprint("status", __name__)
_ID = "int(max=9223372036854775807)"
for rule, endpoint, handler in (
    ("deliveries/retry", "retry_all", deliveries.retry),
    ("deliveries/dismissal", "dismiss_all", deliveries.dismiss),
    (f"deliveries/<{_ID}:delivery_id>/retry", "retry", deliveries.retry),
    (f"deliveries/<{_ID}:delivery_id>/dismissal", "dismiss", deliveries.dismiss),
    (f"alerts/<{_ID}:account_id>/retry", "retry_alerts", deliveries.retry_alerts),
    ("losses/dismissal", "dismiss_losses", lost_hits.dismiss),
):
    blueprint.add_url_rule(f"/status/{rule}", endpoint, handler, methods=["POST"])

DAY = 86_400
BEYOND_RATES = gettext_noop("Hits over the limits in the last 24 hours: counted, not recorded individually")
WORDS = {
    "open.kept": gettext_noop("Opens answered and recorded"),
    "click.kept": gettext_noop("Clicks answered and recorded"),
    "open.over.token": gettext_noop("Opens over the limit for one message, not recorded individually"),
    "open.over.address": gettext_noop("Opens over the limit for one address, not recorded individually"),
    "click.over.token": gettext_noop("Clicks over the limit for one link, not recorded individually"),
    "click.over.address": gettext_noop("Clicks over the limit for one address, not recorded individually"),
    "click.unchecked": gettext_noop("Links answered without checking that they belong to their message"),
    "digest.events": gettext_noop("Events stored"),
    "view_time.kept": gettext_noop("View times measured"),
    "view_time.unmeasurable": gettext_noop("View-time images loaded by proxies and machines, not measured"),
    "view_time.over.connections": gettext_noop("View times over the limit for all connections, not measured"),
    "view_time.over.address": gettext_noop("View times over the limit for one address, not measured"),
    "view_time.over.mail": gettext_noop("View times over the limit for one message, not measured"),
    "view_time.over.client": gettext_noop("View times over the limit for one app, not measured"),
    "view_time.over.rate": gettext_noop("View times started too often within a minute, not measured"),
    "worker.ended": gettext_noop("Times the background work stopped unexpectedly and was started again"),
    "digest.overflow": gettext_noop("Opens and clicks over a limit, counted with their message"),
    "digest.aside": gettext_noop("Hits set aside"),
    "pixel.refused.signature": gettext_noop("Forged pixels"),
    "link.refused.signature": gettext_noop("Forged links"),
    "link.refused.foreign": gettext_noop("Links that don’t belong to their message"),
    "host.refused": gettext_noop("Requests for unknown addresses of this server, refused"),
    "pages.busy": gettext_noop("Pages refused because too many were asked for at the same time"),
    "connections.closed.room": gettext_noop("Connections closed to make room for others"),
    "connections.closed.head": gettext_noop("Connections closed because no complete request came"),
    "connections.closed.stalled": gettext_noop("Connections closed because their client read nothing"),
    "connections.refused.400": gettext_noop("Requests refused as malformed"),
    "connections.refused.431": gettext_noop("Requests refused because of too large header fields"),
    "spool.dropped": gettext_noop("Hits lost because the disk or the spool was full"),
}  # other counters are shown under their own names


@dataclass(frozen=True, slots=True)
class SharedAddress:
    """The address that all recent opens come from. `is_trusted`: TRUSTED_PROXIES contains it."""

    address: str
    is_trusted: bool


@dataclass(frozen=True, slots=True)
class NetworkFacts:
    """What the page says about networks: figures, whether they are old, and whether ASNs are known."""

    rows: list[tuple[str, str]]
    old: bool
    asn: bool


@blueprint.get("/status")
@signed_in
async def status() -> Any:
    """Show the status page, to the owner only."""
    if g.account.role != OWNER:
        abort(404)
    facts: dict[str, Any] = {"counts": _counts(), "networks": await _networks(), "shared": await _shared()}
    facts |= await deliveries.deliveries() | await lost_hits.lost_hits()
    facts["to_put_right"] = await to_put_right.notices()
    beyond = (gettext(BEYOND_RATES), number(await overflow_totals.since(DAY)))
    try:
        waiting = await asyncio.to_thread(look, runtime()[IngestSettings].spool_path)
    except (sqlite3.Error, OSError) as error:
        return await show("ops/status.html", rows=[beyond], trouble=str(error), **facts)
    return await show("ops/status.html", rows=[*_rows(waiting), beyond], trouble=None, **facts)


async def _shared() -> SharedAddress | None:
    address = await shared_address()
    return SharedAddress(address, is_own_proxy(address)) if address else None


def _rows(waiting: Backlog | None) -> list[tuple[str, str]]:
    if waiting is None:
        return [(gettext("Hits waiting to be stored"), "0")]
    size = gettext("%(used)s MB of %(cap)s MB", used=number(waiting.size / 1e6, 1), cap=number(_cap() / 1e6))
    return [
        (gettext("Hits waiting to be stored"), number(waiting.hits)),
        (gettext("The oldest of these hits has been waiting for"), f"{waiting.age:.0f} s"),
        (gettext("Space used by waiting hits"), size),
        (gettext("Hits set aside because they couldn’t be stored"), number(waiting.aside)),
    ]


@blueprint.get("/status/networks")
@signed_in
async def networks() -> Any:
    """Show the owner which networks are known: in the settings a part that htmx loads, else the page."""
    if g.account.role != OWNER:
        abort(404)
    if not wants_fragment():
        return await go("status.status", _anchor="networks")
    return await show("ops/networks_part.html", networks=await _networks())


async def _networks() -> NetworkFacts:
    found = await asyncio.to_thread(known_networks.known, runtime().settings)
    rows = [
        (gettext("Clouds and data centres"), number(found.owners.get(NetworkKind.CLOUD, 0))),
        (gettext("Mail filters"), number(found.owners.get(NetworkKind.FILTER, 0))),
        (gettext("Relays, VPNs and office filters"), number(found.owners.get(NetworkKind.EXIT, 0))),
        (gettext("Mail providers"), number(found.owners.get(NetworkKind.MAIL, 0))),
        (gettext("Date of the oldest list"), format_date(found.oldest, locale=locale())),
    ]
    return NetworkFacts(rows, found.old, runtime()[EventsSettings].geoip_asn_path is not None)


def _cap() -> int:
    return runtime()[IngestSettings].spool_max_bytes


def _counts() -> list[tuple[str, int]]:
    return sorted((_called(name), count) for name, count in metrics.snapshot().items() if count)


def _called(name: str) -> str:
    return gettext(WORDS[name]) if name in WORDS else name
