"""POST /proofs: records which marks the browser found in a sent mail."""

from __future__ import annotations

from typing import Annotated, Any
from uuid import UUID

from msgspec import Meta, Struct
from quart import g

from server.extension.api.access import not_found
from server.extension.api.bearer import paired
from server.extension.api.report_body import MOST_LINKS
from server.lib.web.request_input import WrongField, json_body
from server.messages.proof import MarksFound, take_from_browser
from server.messages.touch import tell

Count = Annotated[int, Meta(ge=0, le=MOST_LINKS)]


class ProofBody(Struct):
    """The marks that the browser found in the sent copy.

    `pixel`: whether it is there; `links`: how many tracked links; `of`: how many there should be.
    """

    lease: UUID
    pixel: bool
    links: Count
    of: Count

    def __post_init__(self) -> None:
        if self.links > self.of:
            raise WrongField("links", "Expected no more than `of`")


@paired
async def take() -> Any:
    """Record what the browser found when it read the sent copy. 404 until the mail has been reported."""
    asked = await json_body(ProofBody)
    found = MarksFound(pixel=asked.pixel, links=asked.links, of=asked.of)
    message = await take_from_browser(g.account.id, asked.lease, found)
    if message is None:
        raise not_found()
    tell(message.account_id, message.id)
    return "", 204
