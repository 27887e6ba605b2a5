"""Individual copies: POST /copies, GET /copies/<id>, POST /copies/<id>/release, POST /copies/stops."""

from __future__ import annotations

from collections.abc import Awaitable, Mapping
from typing import Annotated, Any, Final
from uuid import UUID

from msgspec import Meta, Struct
from quart import g

from server.accounts import quota
from server.copies import accept
from server.copies.accept import CopyRequest, Rejected
from server.copies.models import Copy, CopySet
from server.copies.waiting import waits_for
from server.extension.api.bearer import paired
from server.extension.api.fields import CONTROL, PRINTABLE, Address, GmailId, line
from server.extension.api.quota import quota_reached
from server.extension.api.shown import iso, page_of
from server.failures.wording import failure_text
from server.google.access.grants import gmail_for
from server.google.gmail_api.gmail import Gmail
from server.ingest.settings import IngestSettings
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.lib.web.problem import Problem
from server.lib.web.request_input import json_body

MOST_RULES: Final = 500
MOST_LEFT_OUT: Final = 2000

DraftId = Annotated[str, Meta(max_length=80, pattern=rf"\Amsg-[af]:[^\s|#{CONTROL}]+\Z")]


class CopiesBody(Struct):
    """The draft as the sender sees it, and the sender's options."""

    draft_id: DraftId
    gmail_message_id: GmailId
    subject: str
    recipients: Annotated[list[Address], Meta(min_length=2, max_length=accept.MOST)]
    text_digest: Annotated[str, Meta(pattern=r"\A[0-9a-f]{64}\Z")]
    links: bool
    decoy: bool
    view_time: bool
    exclusions: Annotated[list[str], Meta(max_length=MOST_RULES)]
    without: Annotated[
        list[Annotated[str, Meta(max_length=4096, pattern=PRINTABLE)]], Meta(max_length=MOST_LEFT_OUT)
    ]
    phishing_guard: bool
    sensitive_guard: bool


class CopiesStopBody(Struct):
    """The draft, which went out with Gmail's own button."""

    draft_id: DraftId


@paired
async def hold() -> Any:
    """Store the draft and a row for each recipient; nothing is sent before the release."""
    asked = _asked(await json_body(CopiesBody))
    # A repeat must get the same answer, or the sender would send copies that are under way once more by hand.
    known = Copy.filter(copy_set__account_id=g.account.id, copy_set__draft_id=asked.draft_id)
    count = max(0, len(asked.recipients) - await known.count())
    if not await quota.spend(g.account.id, "messages", count):
        raise Problem(409, "quota", quota_reached().detail)
    try:
        return await _answer(await _unless_rejected(accept.accept(g.account, asked)))
    except Exception:
        await quota.give_back(g.account.id, "messages", count)
        raise


@paired
async def release(set_id: UUID) -> Any:
    """Release the copies, so that they are sent."""
    return await _answer(await _unless_rejected(accept.release(g.account, set_id)))


@paired
async def show(set_id: UUID) -> Any:
    """Return the state of the set and of each copy."""
    return await _answer(await CopySet.filter(id=set_id, account_id=g.account.id).first())


@paired
async def stop() -> Any:
    """Stop the copies, because the draft was sent with Gmail's own button."""
    asked = await json_body(CopiesStopBody)
    return await _answer(await accept.stop(g.account.id, asked.draft_id))


@paired
async def permit() -> Any:
    """Return whether the person has allowed copies, where to allow them, and how many a mail may have."""
    gmail = await gmail_for(g.account.id)
    settings = f"{runtime()[ServerSettings].public_url}/settings#gmail"
    return {
        "allowed": isinstance(gmail, Gmail) and gmail.can_copy,
        "settings_url": settings,
        "max_copies": accept.MOST,
    }


async def _unless_rejected(step: Awaitable[CopySet | None]) -> CopySet | None:
    try:
        return await step
    except Rejected as rejected:
        raise Problem(409, rejected.code, str(rejected)) from None


def _asked(draft: CopiesBody) -> CopyRequest:
    return CopyRequest(
        draft_id=draft.draft_id,
        revision=draft.gmail_message_id,
        subject=line(draft.subject, 1000),
        recipients=frozenset(each.lower() for each in draft.recipients),
        text_digest=draft.text_digest,
        options=_options(draft),
    )


def _options(draft: CopiesBody) -> Mapping[str, Any]:
    return {
        "links": draft.links,
        "decoy": draft.decoy,
        "view_time": draft.view_time and runtime()[IngestSettings].measures_view_time,
        "exclusions": [line(each, 300) for each in draft.exclusions],
        "without": draft.without,
        "phishing_guard": draft.phishing_guard,
        "sensitive_guard": draft.sensitive_guard,
    }


async def _answer(found: CopySet | None) -> Any:
    if found is None:
        raise Problem(404, "not_found", "You have no copies with this id.")
    return _shown(found, await Copy.filter(copy_set_id=found.id).order_by("number"))


def _shown(found: CopySet, copies: list[Copy]) -> dict[str, Any]:
    return {
        "id": str(found.id),
        "state": "stopped" if found.stopped_at else "released" if found.released_at else "held",
        "copies": [_copy(each) for each in copies],
    }


def _why(copy: Copy) -> str:
    """Say why a copy has failed, or why it waits; "" if neither is so."""
    if copy.state == accept.FAILED:
        return failure_text(copy.error)
    return waits_for(copy) if copy.state == accept.WAITING else ""


def _copy(copy: Copy) -> dict[str, Any]:
    return {
        "address": copy.address,
        "name": copy.name,
        "state": copy.state,
        "sent_at": iso(copy.sent_at),
        "failure": _why(copy),
        "url": page_of(copy.message_id) if copy.state == accept.SENT else None,
    }
