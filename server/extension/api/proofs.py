"""POST /proofs."""

from __future__ import annotations

from typing import Any

from quart import g

from server.extension.api.access import not_found
from server.extension.api.bearer import paired
from server.extension.api.body import read_body
from server.extension.api.report_body import MOST_LINKS
from server.messages.proof import Found, take_from_browser
from server.messages.touch import tell


@paired
async def take() -> Any:
    """What the browser found when it read the sent copy back. 404 until the mail itself was reported."""
    body = await read_body()
    lease = body.field("lease").uuid()
    found = Found(
        pixel=body.field("pixel").yes_or_no(),
        links=body.field("links").integer(0, MOST_LINKS),
        of=body.field("of").integer(0, MOST_LINKS),
    )
    if found.links > found.of:
        body.field("links").refuse("must not be more than `of`")
    message = await take_from_browser(g.account.id, lease, found)
    if message is None:
        raise not_found()
    tell(message.account_id, message.id)
    return "", 204
