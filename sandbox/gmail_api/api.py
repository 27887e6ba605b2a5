"""Serves the Gmail API v1 to the official client (https://developers.google.com/gmail/api/reference/rest)."""

import base64
import binascii
from typing import Any

from quart import Blueprint, Response, request

from sandbox.gmail_api.auth import (
    LABEL_READ,
    LABEL_WRITE,
    PROFILE_SCOPES,
    READ,
    READ_BODIES,
    SENDS,
    WRITE,
    ApiError,
    allowed,
    headers_only,
)
from sandbox.gmail_api.search import matches
from sandbox.gmail_api.sending import NO_MAIL, sent
from sandbox.gmail_api.view import FORMATS, attachment, message
from sandbox.mailboxes.history import records
from sandbox.mailboxes.mail import Mail
from sandbox.reply import json_reply
from sandbox.signin.grants import Token
from sandbox.state import here

api = Blueprint("gmail_api", __name__, url_prefix="/gmail/v1/users/<user>")
PAGE = 100


@api.errorhandler(ApiError)
async def failed(error: ApiError) -> Response:
    return error.answer()


@api.get("/profile")
@allowed(PROFILE_SCOPES)
async def profile(caller: Token) -> Response:
    mails = here().mailbox.mails(caller.person.key)
    return json_reply({
        "emailAddress": caller.person.gmail_address,
        "messagesTotal": len(mails),
        "threadsTotal": len({m.thread_id for m in mails}),
        "historyId": str(here().mailbox.history_id(caller.person.key)),
    })  # fmt: skip


@api.get("/messages")
@allowed(READ)
async def list_messages(caller: Token) -> Response:
    """List mails, newest first; `pageToken` is the legacy id of the first mail on the page."""
    found = _found(caller)
    start = next((i for i, m in enumerate(found) if m.id == request.args.get("pageToken")), 0)
    size = min(_number("maxResults", PAGE), 500)
    page, rest = found[start : start + size], found[start + size :]
    shown: dict[str, Any] = {"resultSizeEstimate": len(found)}
    if page:
        shown["messages"] = [{"id": m.id, "threadId": m.thread_id} for m in page]
    if rest:
        shown["nextPageToken"] = rest[0].id
    return json_reply(shown)


def _found(caller: Token) -> list[Mail]:
    query, labels = request.args.get("q", ""), set(request.args.getlist("labelIds"))
    if query and headers_only(caller):
        raise ApiError(403, "forbidden", "Metadata scope does not support 'q' parameter")
    try:
        return [
            m
            for m in here().mailbox.mails(caller.person.key)
            if labels <= set(m.labels) and matches(m, query)
        ]
    except (ValueError, KeyError) as error:
        raise ApiError(400, message="Invalid query") from error


def _number(name: str, default: int) -> int:
    try:
        return max(int(request.args.get(name, default)), 1)
    except ValueError as error:
        raise ApiError(400, message=f"Invalid value for {name}") from error


@api.get("/messages/<legacy_id>")
@allowed(READ)
async def get_message(caller: Token, legacy_id: str) -> Response:
    form = request.args.get("format", "full").lower()
    if form not in FORMATS:
        raise ApiError(400, message=f"Invalid value at 'format': {form}")
    if form in ("full", "raw") and headers_only(caller):
        raise ApiError(403, "forbidden", f"Metadata scope doesn't allow format {form.upper()}")
    wanted, over = request.args.getlist("metadataHeaders"), caller.person.separate_over
    return json_reply(message(_mail(caller, legacy_id), form, wanted, over))


@api.get("/messages/<legacy_id>/attachments/<attachment_id>")
@allowed(READ_BODIES)
async def get_attachment(caller: Token, legacy_id: str, attachment_id: str) -> Response:
    """Return the content of a part that `messages.get` returned without it."""
    found = attachment(_mail(caller, legacy_id), attachment_id)
    if found is None:
        raise ApiError(400, message="Invalid attachment token")
    return json_reply(found)


def _mail(caller: Token, legacy_id: str) -> Mail:
    mail = here().mailbox.mail(caller.person.key, legacy_id)
    if mail is None:
        raise ApiError(404)
    return mail


@api.post("/messages/send")
@allowed(SENDS)
async def send_message(caller: Token) -> Response:
    """Send `{"raw": base64url, "threadId"?}` immediately."""
    body = await _json()
    try:
        given = base64.urlsafe_b64decode(str(body["raw"]) + "==")
    except (KeyError, binascii.Error, ValueError) as error:
        raise ApiError(400, message=NO_MAIL) from error
    return json_reply(sent(caller, given, body.get("threadId")))


async def _json() -> dict[str, Any]:
    body = await request.get_json(force=True, silent=True)
    if not isinstance(body, dict):
        raise ApiError(400, message="Invalid JSON payload received.")
    return body


@api.post("/messages/<legacy_id>/modify")
@allowed(WRITE)
async def modify_message(caller: Token, legacy_id: str) -> Response:
    mail, body = _mail(caller, legacy_id), await _json()
    add, remove = body.get("addLabelIds", []), body.get("removeLabelIds", [])
    known = {label["id"] for label in here().labels.all(caller.person.key)}
    if unknown := sorted({*add, *remove} - known):
        raise ApiError(400, message=f"Invalid label: {unknown[0]}")
    return json_reply(message(here().mailbox.relabel(mail, add, remove), "minimal", []))


@api.get("/labels")
@allowed(LABEL_READ)
async def list_labels(caller: Token) -> Response:
    return json_reply({"labels": here().labels.all(caller.person.key)})


@api.post("/labels")
@allowed(LABEL_WRITE)
async def create_label(caller: Token) -> Response:
    name = str((await _json()).get("name") or "").strip()
    if not name:
        raise ApiError(400, message="Label name required")
    label = here().labels.create(caller.person.key, name)
    if label is None:
        raise ApiError(409)
    return json_reply(label)


@api.get("/history")
@allowed(READ)
async def list_history(caller: Token) -> Response:
    """List changes after `startHistoryId`, page by page; 404 if that number was never issued or is too old.

    `pageToken` is the number of the last change on the previous page. As in Gmail, a page is full before
    the changes that nobody asked for are left out: there are pages without any entry.
    """
    box, owner = here().mailbox, caller.person.key
    start, newest = _number("startHistoryId", 0), box.history_id(owner)
    if "startHistoryId" not in request.args:
        raise ApiError(400, message="Missing required parameter: startHistoryId")
    if start > newest or here().history.is_too_old(owner, start):
        raise ApiError(404)
    start = max(start, _number("pageToken", start))
    rows, rest = here().history.page(owner, start, min(_number("maxResults", PAGE), 500))
    shown: dict[str, Any] = {"historyId": str(newest)}
    if found := records(rows, request.args.getlist("historyTypes"), request.args.get("labelId")):
        shown["history"] = found
    if rest:
        shown["nextPageToken"] = str(rest)
    return json_reply(shown)
