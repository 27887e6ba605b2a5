"""Says in the settings if the person's messages are sent from another Gmail than the connected one."""

from __future__ import annotations

from typing import Any

from quart import g, request

from server.google.access import grants
from server.lib.database.connection import read_only
from server.mail.same_mailbox import same_mailbox
from server.messages.models import Message, Source
from server.messages.wrong_gmail import seems_wrong

_JUST_CONNECTED = {"connected", "partly"}


async def values() -> dict[str, Any]:
    """Return `wrong_gmail`, and, just after Gmail was connected, `other_sender`.

    `wrong_gmail`: whether the newest messages are not in the connected Gmail. `other_sender`: the address of
    the newest message, if it is not that of the connected Gmail.
    """
    wrong = await seems_wrong(g.account.id)
    if request.args.get("gmail") not in _JUST_CONNECTED:
        return {"wrong_gmail": wrong}
    grant = await grants.of(g.account.id)
    sent = Message.filter(account_id=g.account.id, source=Source.GMAIL).exclude(state="undone")
    newest = await sent.using_db(read_only()).order_by("-listed_at", "-id").first().values("from_address")
    address = newest["from_address"] if newest else ""
    other = address if grant and address and not same_mailbox(address, grant.email) else ""
    return {"wrong_gmail": wrong and not other, "other_sender": other}
