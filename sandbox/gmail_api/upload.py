"""Serves media upload: mails as they are instead of base64 in JSON.

https://developers.google.com/workspace/gmail/api/guides/uploads: `uploadType=media` has the mail as the body,
`uploadType=multipart` (RFC 2387) JSON before it.
"""

import json
import re
from typing import Any

from quart import Blueprint, Response, request
from werkzeug.http import parse_options_header

from sandbox.gmail_api.api import failed
from sandbox.gmail_api.auth import SENDS, ApiError, allowed
from sandbox.gmail_api.sending import NO_MAIL, sent
from sandbox.reply import json_reply
from sandbox.signin.grants import Token

api = Blueprint("gmail_upload", __name__, url_prefix="/upload/gmail/v1/users/<user>")
api.register_error_handler(ApiError, failed)
LARGEST = 36_700_160  # bytes, as in Google's description of the API
HEAD = re.compile(rb"(.*?\r?\n)\r?\n", re.DOTALL)
KIND = re.compile(rb"^content-type:\s*([^;\s]+)", re.IGNORECASE | re.MULTILINE)


@api.post("/messages/send")
@allowed(SENDS)
async def upload_message(caller: Token) -> Response:
    """Send the uploaded mail (message/rfc822) immediately."""
    content = await request.body
    if len(content) > LARGEST:
        raise ApiError(413, "uploadTooLarge", "Request is too large.")
    kind, options = parse_options_header(request.headers.get("Content-Type", ""))
    values: dict[str, Any] = {}
    match request.args.get("uploadType"):
        case "media":
            pass
        case "multipart" if kind == "multipart/related" and "boundary" in options:
            values, kind, content = _parts(content, options["boundary"].encode())
        case other:
            raise ApiError(400, "badRequest", f"Invalid uploadType: {other}")
    if not kind.startswith("message/"):
        raise ApiError(400, "badRequest", f"Media type '{kind}' is not supported.")
    if not content.strip():
        raise ApiError(400, message=NO_MAIL)
    return json_reply(sent(caller, content, values.get("threadId")))


def _parts(body: bytes, boundary: bytes) -> tuple[dict[str, Any], str, bytes]:
    """Return the JSON, the type of the mail, and the mail's bytes as they are."""
    pieces = re.split(rb"(?:^|\r?\n)--" + re.escape(boundary), body)
    if len(pieces) != 4 or not pieces[3].startswith(b"--"):
        raise ApiError(400, "badRequest", "Missing end boundary in multipart body.")
    (_, metadata), (kind, mail) = (_part(piece) for piece in pieces[1:3])
    try:
        values = json.loads(metadata)
    except ValueError:
        values = None
    if not isinstance(values, dict):
        raise ApiError(400, message="Invalid JSON payload received.")
    return values, kind, mail


def _part(piece: bytes) -> tuple[str, bytes]:
    head = HEAD.match(piece)
    kind = KIND.search(head[1]) if head else None
    if head is None or kind is None:
        raise ApiError(400, "badRequest", "Malformed multipart body.")
    return kind[1].decode("latin-1").lower(), piece[head.end() :]
