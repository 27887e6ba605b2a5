"""Says after Gmail was connected if the person's messages are sent from another address."""

from __future__ import annotations

from typing import Any

from quart import g, request

from server.google import grants
from server.lib.database.connection import read_only
from server.mail.same_mailbox import same_mailbox
from server.messages.models import Message, Source

_JUST_CONNECTED = {"connected", "partly"}


async def values() -> dict[str, Any]:
    """Return `other_sender`: the address of the newest message, if it is not that of the connected Gmail."""
    if request.args.get("gmail") not in _JUST_CONNECTED:
        return {}
    grant = await grants.of(g.account.id)
    sent = Message.filter(account_id=g.account.id, source=Source.GMAIL).exclude(state="undone")
    newest = await sent.using_db(read_only()).order_by("-listed_at", "-id").first().values("from_address")
    address = newest["from_address"] if newest else ""
    return {"other_sender": address if grant and address and not same_mailbox(address, grant.email) else ""}
