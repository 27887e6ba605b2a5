"""GET /account and POST /pairing/revocation: shows the account of the browser, and ends its pairing."""

from __future__ import annotations

from typing import Any

from quart import g

from server.accounts.models import Account
from server.extension.api.bearer import paired
from server.extension.browsers import revoke
from server.lib import clock
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings


@paired
async def show() -> Any:
    """Return the account that this browser is paired with."""
    return as_json(g.account)


@paired
async def unpair() -> Any:
    """End the pairing of the calling browser."""
    await revoke(g.account, g.browser.id, clock.now())
    return "", 204


def as_json(account: Account) -> dict[str, str]:
    """Return the account as the extension sees it."""
    public_url = runtime()[ServerSettings].public_url
    return {
        "name": account.name,
        "email": account.email,
        "prefix": account.prefix,
        "public_url": public_url,
        "dashboard_url": f"{public_url}/",
    }
