"""Serves more of the Gmail API v1: whole threads, many mails at once, one label, and send-as addresses."""

from typing import Any

from quart import Blueprint, Response, request

from sandbox.gmail_api.api import failed
from sandbox.gmail_api.auth import (
    LABEL_READ,
    LABEL_WRITE,
    READ,
    READ_BODIES,
    WRITE,
    ApiError,
    allowed,
    headers_only,
)
from sandbox.gmail_api.view import FORMATS, message
from sandbox.mailboxes.mail import Mail
from sandbox.reply import json_reply
from sandbox.signin.grants import Token
from sandbox.signin.scopes import SETTINGS
from sandbox.state import here

api = Blueprint("gmail_threads", __name__, url_prefix="/gmail/v1/users/<user>")
api.register_error_handler(ApiError, failed)
SEND_AS = READ_BODIES | {SETTINGS}
AT_ONCE = 1000


@api.get("/threads/<thread_id>")
@allowed(READ)
async def get_thread(caller: Token, thread_id: str) -> Response:
    """Return the thread's mails, oldest first, each in the requested format."""
    form = request.args.get("format", "full").lower()
    if form not in FORMATS or form == "raw":
        raise ApiError(400, message=f"Invalid value at 'format': {form}")
    if form == "full" and headers_only(caller):
        raise ApiError(403, "forbidden", "Metadata scope doesn't allow format FULL")
    mails = _thread(caller, thread_id)
    wanted, over = request.args.getlist("metadataHeaders"), caller.person.separate_over
    shown = [message(mail, form, wanted, over) for mail in mails]
    history = max(mail.history_id for mail in mails)
    return json_reply({"id": mails[0].thread_id, "historyId": str(history), "messages": shown})


@api.post("/threads/<thread_id>/modify")
@allowed(WRITE)
async def modify_thread(caller: Token, thread_id: str) -> Response:
    """Add and remove labels on every mail of the thread."""
    mails = _thread(caller, thread_id)
    changed = _relabel(caller, mails, await _json())
    shown = [message(mail, "minimal", []) for mail in changed]
    return json_reply({"id": mails[0].thread_id, "messages": shown})


@api.post("/messages/batchModify")
@allowed(WRITE)
async def modify_many(caller: Token) -> Response:
    """Add and remove labels on the mails in `ids`; unknown ids are ignored, as by Google."""
    body = await _json()
    ids = body.get("ids", [])
    if not isinstance(ids, list) or len(ids) > AT_ONCE:
        raise ApiError(400, message="Invalid ids")
    found = [mail for one in ids if (mail := here().mailbox.mail(caller.person.key, str(one)))]
    _relabel(caller, found, body)
    return Response("", 204)


@api.get("/labels/<label_id>")
@allowed(LABEL_READ)
async def get_label(caller: Token, label_id: str) -> Response:
    """Return one label."""
    found = next((one for one in here().labels.all(caller.person.key) if one["id"] == label_id), None)
    if found is None:
        raise ApiError(404)
    return json_reply(found)


@api.delete("/labels/<label_id>")
@allowed(LABEL_WRITE)
async def delete_label(caller: Token, label_id: str) -> Response:
    """Delete a label that the person made, and remove it from the mails that have it."""
    if not here().labels.delete(caller.person.key, label_id):
        raise ApiError(404)
    box = here().mailbox
    for mail in box.mails(caller.person.key):
        if label_id in mail.labels:
            box.relabel(mail, (), (label_id,))
    return Response("", 204)


@api.get("/settings/sendAs")
@allowed(SEND_AS)
async def list_send_as(caller: Token) -> Response:
    """List the account's own address, then its aliases."""
    person = caller.person
    own = {"sendAsEmail": person.address, "displayName": person.name, "isPrimary": True, "isDefault": True}
    aliases = [
        {
            "sendAsEmail": address,
            "displayName": name,
            "verificationStatus": "accepted",
            "treatAsAlias": True,
        }
        for address, name in person.aliases
    ]
    return json_reply({"sendAs": [own, *aliases]})


def _thread(caller: Token, thread_id: str) -> list[Mail]:
    mails = here().mailbox.thread(caller.person.key, thread_id.lower())
    if not mails:
        raise ApiError(404)
    return mails


def _relabel(caller: Token, mails: list[Mail], body: dict[str, Any]) -> list[Mail]:
    add, remove = body.get("addLabelIds", []), body.get("removeLabelIds", [])
    known = {label["id"] for label in here().labels.all(caller.person.key)}
    if unknown := sorted({*add, *remove} - known):
        raise ApiError(400, message=f"Invalid label: {unknown[0]}")
    return [here().mailbox.relabel(mail, add, remove) for mail in mails]


async def _json() -> dict[str, Any]:
    body = await request.get_json(force=True, silent=True)
    if not isinstance(body, dict):
        raise ApiError(400, message="Invalid JSON payload received.")
    return body
