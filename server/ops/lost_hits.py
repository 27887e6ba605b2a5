"""Shows the owner at /status which hits were answered and lost, and lets them dismiss that."""

from __future__ import annotations

from typing import Any

from quart import abort, g

from server.accounts.people import OWNER
from server.accounts.sessions import signed_in
from server.ingest import loss_rows
from server.ingest.loss_wording import cause, is_lasting, notice, period
from server.ingest.losses import Losses
from server.lib.i18n import gettext, number
from server.lib.runtime import runtime
from server.lib.web.page import go


async def lost_hits() -> dict[str, Any]:
    """Return what the status page needs: notices of what goes on, and rows, the newest loss first."""
    losses = runtime()[Losses]
    known = list(reversed(await loss_rows.known_losses(losses)))
    lasting = [notice(each, losses.losing) for each in known if is_lasting(each, losses.losing)]
    rows = [(f"{cause(each, losses.losing)}: {period(each)}", number(each.number)) for each in known]
    total = (gettext("Hits lost since the server was set up"), number(sum(each.number for each in known)))
    return {
        "losing": lasting,
        "lost": [total, *rows] if rows else [],
        "lost_anew": any(each.number > each.dismissed for each in known),
    }


@signed_in
async def dismiss() -> Any:
    """Tell nobody any more of the losses until now, except on this page."""
    if g.account.role != OWNER:
        abort(404)
    await loss_rows.dismiss(runtime()[Losses])
    return await go("status.status", _anchor="lost")
