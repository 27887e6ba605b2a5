"""Recipients fetch a pixel or follow a link, and the digest stores the hit."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from server.accounts.models import Account
from server.events.storing.store import store
from server.lib import clock
from server.lib.net.geoip import GeoLookup
from server.verdicts.hits import Hit, new_id

FIREFOX = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"
OF_FIREFOX = {"accept-language": "en", "accept-encoding": "gzip"}
NAVIGATES = {"accept": "text/html,*/*;q=0.8", "sec-fetch-mode": "navigate"}
SHOWS = {"accept": "image/avif,image/webp,*/*;q=0.8", "sec-fetch-mode": "no-cors"}
GMAIL_PROXY = "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)"


async def opens(
    account: Account, message: UUID | str, at: datetime | None = None, agent: str = FIREFOX
) -> None:
    """Somebody displays the mail."""
    await _stored(_hit("open", account, message, at, agent))


async def clicks(account: Account, message: UUID | str, url: str, at: datetime | None = None) -> None:
    """Somebody follows a link of the mail."""
    await _stored(_hit("click", account, message, at, FIREFOX, url))


async def _stored(hit: Hit) -> None:
    """Store the hit as the digest does. Tries again if a report created the message in the meantime."""
    for tries_left in (3, 2, 1):
        try:
            await store([hit], GeoLookup(None))
        except Exception:
            if tries_left == 1:
                raise
        else:
            return


def _hit(
    kind: str, account: Account, message: UUID | str, at: datetime | None, agent: str, url: str = ""
) -> Hit:
    moment = int((at or clock.now()).timestamp() * 1_000_000)
    return Hit(
        id=new_id(moment),
        at=moment,
        kind=kind,
        account=account.id,
        message=UUID(str(message)),
        recipient=0,
        url=url,
        address="198.51.100.7",
        user_agent=agent,
        referer="",
        method="GET",
        headers=OF_FIREFOX | (NAVIGATES if kind == "click" else SHOWS),
    )
