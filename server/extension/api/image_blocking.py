"""POST /image-blocking: predicts image blocking for the recipients of a mail before it is sent."""

from __future__ import annotations

from typing import Annotated, Any, Final

from msgspec import Meta, Struct
from quart import g

from server.extension.api.bearer import paired
from server.extension.api.fields import Address
from server.lib.web.request_input import json_body
from server.messages.image_blocking import predictions

MOST: Final = 50


class ImageBlockingBody(Struct):
    """The addresses that a mail is about to go to."""

    recipients: Annotated[list[Address], Meta(min_length=1, max_length=MOST)]


@paired
async def show() -> Any:
    """Return whether mail programs at the recipients' domains usually load images."""
    asked = await json_body(ImageBlockingBody)
    found = await predictions(g.account, set(asked.recipients))
    return {"recipients": {address: {"images": images} for address, images in found.items()}}
