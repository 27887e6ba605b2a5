"""Lists copies that could not be sent, until they are sent or the sender dismisses them."""

from __future__ import annotations

from tortoise.queryset import QuerySet
from tortoise.transactions import in_transaction

from server.accounts.models import Account
from server.copies.accept import FACT, FAILED, WAITING, forget_text
from server.copies.models import Copy
from server.lib import clock, outbox
from server.lib.database.connection import read_only

MOST = 5
_LOOKED_AT = 200


async def failed_copies(account: Account) -> list[Copy]:
    """Return the newest failed copies of `account`, at most MOST, each with its set loaded."""
    newest = _failed(account).using_db(read_only()).order_by("-failed_at")
    return await newest.limit(MOST).select_related("copy_set")


async def people_with_failures() -> list[tuple[Account, list[Copy]]]:
    """Return the people some of whose copies have failed, with these copies, the newest first."""
    failed = Copy.filter(state=FAILED, dismissed_at=None, account__disabled_at=None)
    newest = failed.using_db(read_only()).order_by("-failed_at", "-id").limit(_LOOKED_AT)
    found: dict[int, tuple[Account, list[Copy]]] = {}
    for copy in await newest.select_related("account"):
        found.setdefault(copy.account_id, (copy.account, []))[1].append(copy)
    return list(found.values())


async def dismiss(account: Account, copy_id: int) -> bool:
    """Dismiss a failure that the sender has read. Return False if `account` has no such failure."""
    if await _failed(account).filter(id=copy_id).update(dismissed_at=clock.now()) != 1:
        return False
    await forget_text((await Copy.get(id=copy_id)).copy_set_id)
    return True


async def retry(account: Account, copy_id: int) -> bool:
    """Try a failed copy again. Return False if `account` has no such failure or its text is gone."""
    async with in_transaction() as db:
        failed = _failed(account).filter(id=copy_id).using_db(db)
        # Race: two clicks arrive together. Only one of them finds the failure and clears it.
        if await failed.update(state=WAITING, failed_at=None, error=None, tries=0) != 1:
            return False
        await outbox.announce(FACT, f"{copy_id}:{clock.now().isoformat()}", {"copy": copy_id}, using=db)
    return True


def _failed(account: Account) -> QuerySet[Copy]:
    return Copy.filter(account_id=account.id, state=FAILED, dismissed_at=None)
