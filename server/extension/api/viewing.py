"""POST /viewing: notes that the sender is viewing their own messages."""

from __future__ import annotations

import logging
from typing import Annotated, Any, Final, Literal

from msgspec import UNSET, Meta, Struct, UnsetType
from quart import g, request

from server.accounts.sessions import visitor_address
from server.events.evaluation.reevaluate_listeners import reevaluate_viewed
from server.extension.api.bearer import paired
from server.extension.api.fields import GmailId
from server.lib.log_throttle import ThrottledLogger
from server.lib.web.request_input import json_body
from server.messages import viewings

MOST: Final = 20
_warning = ThrottledLogger(logging.getLogger(__name__))


class ViewingBody(Struct):
    """Gmail's ids of the messages on screen.

    `fragment`: whether pixels loaded through Gmail's proxy still had their original URLs behind the `#`, if
    the extension could tell.
    """

    messages: Annotated[list[GmailId], Meta(min_length=1, max_length=MOST)]
    fragment: Literal["kept", "lost"] | UnsetType = UNSET


@paired
async def note() -> Any:
    """Note that the person has these messages on screen, so that loads at this time count as own views."""
    asked = await json_body(ViewingBody)
    if asked.fragment == "lost":
        _warn()
    agent = request.headers.get("User-Agent", "")
    shown = await viewings.note(g.account.id, set(asked.messages), visitor_address(), agent)
    await reevaluate_viewed(shown)
    return "", 204


def _warn() -> None:
    """Log that own views can no longer be blocked, because Gmail's proxy hides the images' original URLs."""
    _warning.warn(
        "Gmail hides the source of images for account %s, so own views reach this server and only the "
        "extension's reports identify them",
        g.account.id,
    )
