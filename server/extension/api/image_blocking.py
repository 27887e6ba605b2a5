"""POST /outlook."""

from __future__ import annotations

from typing import Any

from quart import g

from server.extension.api.bearer import paired
from server.extension.api.body import read_body
from server.messages.image_blocking import outlook

MOST = 50
_ADDRESS = r"[^@\s]+@[^@\s]+"


@paired
async def show() -> Any:
    """Whether pictures are usually loaded where a mail is about to go."""
    asked = (await read_body()).field("recipients").items(1, MOST)
    found = await outlook(g.account, {each.exact(254, _ADDRESS) for each in asked})
    return {"recipients": {address: {"images": images} for address, images in found.items()}}
