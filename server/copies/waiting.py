"""Lists the copies that wait, and says what for and who can repair that."""

from __future__ import annotations

from datetime import datetime, timedelta

from tortoise.expressions import Q
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.copies.accept import STOPPED, WAITING, forget_text
from server.copies.models import Copy
from server.failures.codes import FailureCode
from server.failures.wording import failure_text
from server.google.failures import REPAIRS, Who
from server.lib import clock
from server.lib.database.connection import read_only
from server.lib.failure import unpack
from server.lib.i18n import gettext
from server.messages.touch import changed

MOST = 5
LATE = timedelta(minutes=5)  # Google may be busy for this long before the sender is told
_LOOKED_AT = 200


async def late_copies(account: Account) -> list[Copy]:
    """Return copies that do not leave soon, at most MOST, each with its set loaded.

    They have waited for longer than LATE, or for something that does not pass within that time.
    """
    late = clock.now() - LATE
    waiting = Copy.filter(account_id=account.id, state=WAITING).using_db(read_only())
    told = waiting.filter(Q(copy_set__released_at__lt=late) | Q(error__isnull=False))
    found = await told.order_by("id").limit(_LOOKED_AT).select_related("copy_set")
    return [copy for copy in found if _is_late(copy, late) or _lasts(copy)][:MOST]


def waits_for(copy: Copy) -> str:
    """Say why a copy has not left yet, and who can repair that; "" if nothing is known."""
    if not copy.error:
        return ""
    return f"{failure_text(copy.error)} {_what_then(copy)}"


async def cancel(account: Account, copy_id: int) -> bool:
    """Never send a copy that waits. Return False if `account` has no such copy, or it may have been sent."""
    async with in_transaction() as db:
        # Race: a worker has begun to send it. Then it is claimed, and no longer cancelled.
        waiting = Copy.filter(
            id=copy_id, account_id=account.id, state=WAITING, claimed_until=None, tried_at=None
        )
        if await waiting.using_db(db).update(state=STOPPED) != 1:
            return False
    copy = await Copy.get(id=copy_id)
    await forget_text(copy.copy_set_id)
    others = await Copy.filter(copy_set_id=copy.copy_set_id)
    await changed(account.id, *(other.message_id for other in others))
    return True


def _is_late(copy: Copy, late: datetime) -> bool:
    return copy.copy_set.released_at is not None and copy.copy_set.released_at < late


def _lasts(copy: Copy) -> bool:
    return _is_limited(copy) or _who(copy) != Who.NOBODY


def _is_limited(copy: Copy) -> bool:
    return any(each.code == FailureCode.SENDING_LIMIT for each in unpack(copy.error or ()))


def _who(copy: Copy) -> Who:
    repairers = (REPAIRS.get(each.code, Who.NOBODY) for each in unpack(copy.error or ()))
    return next((who for who in repairers if who != Who.NOBODY), Who.NOBODY)


def _what_then(copy: Copy) -> str:
    match _who(copy):
        case Who.PERSON:
            return gettext("You can repair that in Settings, under Gmail. The copy then leaves by itself.")
        case Who.OWNER:
            return gettext("The owner of this server can repair that. The copy then leaves by itself.")
        case Who.ADMIN:
            return gettext(
                "The administrator of your Google Workspace can repair that. The copy then leaves by itself."
            )
        case Who.NOBODY if _is_limited(copy):
            return gettext("The copy then leaves by itself.")
        case Who.NOBODY:
            return gettext("Sightline keeps trying.")
