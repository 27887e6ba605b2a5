"""Individual copies: POST /copies, GET /copies/<id>, PUT /copies/<id>/release, POST /copies/stops."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Mapping
from typing import Any
from uuid import UUID

from quart import g

from server.copies import accept
from server.copies.accept import Asked, Rejected
from server.copies.models import Copy, CopySet
from server.extension.api.bearer import paired
from server.extension.api.body import Part, read_body
from server.extension.api.problem import Problem
from server.extension.api.shown import iso, page_of, spoken
from server.google.grants import gmail_for
from server.ingest.settings import IngestSettings
from server.lib.language import Language
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings

MOST_RULES = 500
MOST_LEFT_OUT = 2000
_DRAFT = r"msg-[af]:[^\s|#]+"
_ADDRESS = r"[^@\s]+@[^@\s]+"
_BETWEEN = re.compile(r"(?<=\.) (?=[A-Z])")  # two sentences


@paired
async def hold() -> Any:
    """Keep the draft and a row for each reader; nothing leaves before the release."""
    return await _answer(await _unless_rejected(accept.accept(g.account, _asked(await read_body()))))


@paired
async def release(set_id: UUID) -> Any:
    """Let them leave."""
    return await _answer(await _unless_rejected(accept.release(g.account, set_id)))


@paired
async def show(set_id: UUID) -> Any:
    """What has become of them."""
    return await _answer(await CopySet.filter(id=set_id, account_id=g.account.id).first())


@paired
async def stop() -> Any:
    """The draft has left by Gmail's own button."""
    draft_id = (await read_body()).field("draft_id").exact(80, _DRAFT)
    return await _answer(await accept.stop(g.account.id, draft_id))


@paired
async def permit() -> Any:
    """Whether the person has allowed what copies need, and where they can."""
    gmail = await gmail_for(g.account.id)
    settings = f"{runtime()[ServerSettings].public_url}/settings#gmail"
    return {"allowed": gmail is not None and gmail.can_copy, "settings_url": settings, "most": accept.MOST}


async def _unless_rejected(step: Awaitable[CopySet | None]) -> CopySet | None:
    try:
        return await step
    except Rejected as rejected:
        raise Problem(409, rejected.code, str(rejected)) from None


def _asked(body: Part) -> Asked:
    readers = body.field("readers").items(2, accept.MOST)
    return Asked(
        draft_id=body.field("draft_id").exact(80, _DRAFT),
        revision=body.field("gmail_message_id").exact(32, "[0-9a-f]+"),
        subject=body.field("subject").line(1000),
        readers=frozenset(each.exact(254, _ADDRESS).lower() for each in readers),
        words=body.field("words").exact(64, "[0-9a-f]{64}"),
        wishes=_wishes(body),
    )


def _wishes(body: Part) -> Mapping[str, Any]:
    measured = runtime()[IngestSettings].measures_view_time
    return {
        "links": body.field("links").yes_or_no(),
        "decoy": body.field("decoy").yes_or_no(),
        "reading_time": body.field("reading_time").yes_or_no() and measured,
        "exclusions": [each.line(300) for each in body.field("exclusions").items(0, MOST_RULES)],
        "without": [each.exact(4096, r".+") for each in body.field("without").items(0, MOST_LEFT_OUT)],
        "phishing_guard": body.field("phishing_guard").yes_or_no(),
        "sensitive_guard": body.field("sensitive_guard").yes_or_no(),
    }


async def _answer(found: CopySet | None) -> Any:
    if found is None:
        raise Problem(404, "not_found", "There are no such copies of yours.")
    return _shown(found, await Copy.filter(copy_set_id=found.id).order_by("number"))


def _shown(found: CopySet, copies: list[Copy]) -> dict[str, Any]:
    language = spoken()
    return {
        "id": str(found.id),
        "state": "stopped" if found.stopped_at else "released" if found.released_at else "held",
        "copies": [_copy(each, language) for each in copies],
    }


def _copy(copy: Copy, language: Language) -> dict[str, Any]:
    why = " ".join(map(language.retold, _BETWEEN.split(copy.error)))
    return {
        "address": copy.address,
        "name": copy.name,
        "state": copy.state,
        "sent_at": iso(copy.sent_at),
        "failure": why if copy.state == accept.FAILED else "",
        "url": page_of(copy.message_id) if copy.state == accept.SENT else None,
    }
