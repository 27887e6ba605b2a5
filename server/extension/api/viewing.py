"""POST /viewing."""

from __future__ import annotations

import logging
from typing import Any

from quart import g, request

from server.accounts.sessions import visitor_address
from server.events.reevaluate_listeners import reconsider_viewed
from server.extension.api.bearer import paired
from server.extension.api.body import Part, read_body
from server.lib.log_throttle import ThrottledLogger
from server.messages import viewings

MOST = 20
GMAIL_ID = "[0-9a-f]+"
_warning = ThrottledLogger(logging.getLogger(__name__))


@paired
async def note() -> Any:
    """The person has just had these own messages on the screen: what loads now is theirs. `fragment`: whether
    their pictures still carried their own address behind Gmail's proxy, where the extension could tell."""
    body = await read_body()
    ids = {each.exact(32, GMAIL_ID) for each in body.field("messages").items(1, MOST)}
    _hear(body)
    agent = request.headers.get("User-Agent", "")
    shown = await viewings.note(g.account.id, ids, visitor_address(), agent)
    await reconsider_viewed(shown)
    return "", 204


def _hear(body: Part) -> None:
    """Without that address no browser can keep the sender's own views from being fetched."""
    if "fragment" in body.value and body.field("fragment").one_of(("kept", "lost")) == "lost":
        _warning.warn(
            "Gmail shows the pictures of account %s without their own address: own views reach this server "
            "and are told apart by what the extension reports alone",
            g.account.id,
        )
