"""Builds JSON responses."""

import json
from typing import Any

from quart import Response


def json_reply(value: Any, status: int = 200) -> Response:
    """Build a JSON response that no cache may store."""
    reply = Response(
        json.dumps(value, ensure_ascii=False), status, content_type="application/json; charset=UTF-8"
    )
    reply.headers["Cache-Control"] = "no-store"
    return reply
