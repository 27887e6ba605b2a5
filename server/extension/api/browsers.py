"""GET /browsers and POST /browsers/ID/revocation: lists the person's paired browsers, and ends a pairing."""

from __future__ import annotations

from typing import Any

from quart import g

from server.accounts import trust
from server.accounts.models import PairedBrowser
from server.accounts.places import place_of
from server.extension import browsers
from server.extension.api.bearer import paired
from server.extension.api.shown import iso
from server.lib import clock
from server.lib.web.problem import Problem


@paired
async def show() -> Any:
    """Return the person's paired browsers, newest first, including this one."""
    return {"browsers": [_shown(each) for each in await browsers.paired_browsers(g.account, clock.now())]}


@paired
async def revoke(browser_id: int) -> Any:
    """End one of the person's pairings. 404 if they have no such pairing."""
    if not await browsers.revoke(g.account, browser_id, clock.now()):
        raise Problem(404, "not_found", "You have no browser with this id.")
    return "", 204


def _shown(browser: PairedBrowser) -> dict[str, Any]:
    return {
        "id": str(browser.id),
        "name": browser.browser,
        "paired_at": iso(browser.created_at),
        "seen_at": iso(browser.last_seen_at),
        "address": browser.address or "",
        "place": place_of(browser.address),
        "ends_at": iso(trust.browser_ends_at(browser)),
        "this": browser.id == g.browser.id,
    }
