"""Answers the Gmail page's scripts: folders, conversations, read marks and drafts."""

from typing import Any

from quart import Blueprint, Response, request
from werkzeug.exceptions import NotFound

from sandbox.mailboxes.mail import Mail
from sandbox.mailboxes.plain import snippet, without_pictures
from sandbox.reply import json_reply
from sandbox.state import here
from sandbox.webmail.display import shown_html
from sandbox.webmail.proxy import HOST
from sandbox.webmail.visitor import signed_in

api = Blueprint("conversations", __name__)

PAGE = 100
SHOWN_BYTES = 102 * 1024
FOLDERS = {"inbox": "INBOX", "sent": "SENT", "drafts": "DRAFT", "scheduled": "SCHEDULED"}


@api.get("/mail/u/<int:number>/threads")
async def threads(number: int) -> Response:
    """Return a page of a folder's rows, newest first: one for each thread with a mail in it."""
    owner, label = signed_in(number).key, FOLDERS.get(request.args.get("folder", "inbox"), "INBOX")
    version = here().mailbox.history_id(owner)
    if request.args.get("since") == str(version):
        return json_reply({"version": version})
    newest: dict[str, Mail] = {}
    for mail in here().mailbox.mails(owner):
        if label in mail.labels:
            newest.setdefault(mail.thread_id, mail)
    start = PAGE * max(request.args.get("page", 1, int) - 1, 0)
    rows = [_row(owner, mail) for mail in list(newest.values())[start : start + PAGE]]
    return json_reply({"version": version, "threads": rows, "start": start, "total": len(newest)})


def _row(owner: str, mail: Mail) -> dict[str, Any]:
    letter, thread = mail.letter, here().mailbox.thread(owner, mail.thread_id)
    return {
        "threadGid": mail.thread_gid, "threadId": mail.thread_id, "lastId": mail.id, "gid": mail.gid,
        "from": _shown(letter.sender), "to": [_shown(a) for a in letter.recipients],
        "subject": letter.subject, "snippet": snippet(letter.text, 120), "at": mail.due_ms or mail.date_ms,
        "unread": any("UNREAD" in m.labels for m in thread), "count": len(thread), "labels": mail.labels,
        "shown": [label["name"] for label in here().labels.own(owner) if label["id"] in _all_labels(thread)],
    }  # fmt: skip


def _all_labels(thread: list[Mail]) -> set[str]:
    return {label for mail in thread for label in mail.labels}


def _shown(address: tuple[str, str]) -> dict[str, str]:
    return {"address": address[0], "name": address[1] or address[0]}


@api.get("/mail/u/<int:number>/threads/<thread_id>")
async def thread(number: int, thread_id: str) -> Response:
    """Return a thread's mails, oldest first, ready to be shown."""
    owner = signed_in(number).key
    version = here().mailbox.history_id(owner)
    if request.args.get("since") == str(version):
        return json_reply({"version": version})
    mails = here().mailbox.thread(owner, thread_id)
    if not mails:
        raise NotFound("There is no such conversation.")
    first = mails[0]
    return json_reply({
        "version": version, "threadGid": first.thread_gid, "threadId": first.thread_id,
        "subject": first.letter.subject, "messages": [_message(m) for m in mails],
    })  # fmt: skip


def _message(mail: Mail) -> dict[str, Any]:
    letter, (html, clipped) = mail.letter, _clipped(mail.letter.html)
    return {
        "gid": mail.gid, "id": mail.id, "messageId": mail.message_id, "from": _shown(letter.sender),
        "to": [_shown(a) for a in letter.to], "cc": [_shown(a) for a in letter.cc],
        "bcc": [_shown(a) for a in letter.bcc], "subject": letter.subject, "at": mail.date_ms,
        "labels": mail.labels, "inReplyTo": letter.in_reply_to, "plain": letter.words,
        "html": shown_html(html, proxied), "clipped": clipped,
    }  # fmt: skip


def _clipped(html: str) -> tuple[str, bool]:
    """Clip a mail's HTML if it is too long, not counting inline pictures.

    Returns also whether it is clipped.
    """
    clipped = len(without_pictures(html).encode()) > SHOWN_BYTES
    return (html.encode()[:SHOWN_BYTES].decode(errors="ignore") if clipped else html), clipped


def proxied(url: str) -> str:
    """Return the URL from which the page loads an image: the proxy's, on Google's host or on ours."""
    origin = HOST if request.host == "mail.google.com" else f"{request.scheme}://{request.host}"
    return origin + here().proxy.path(url)


@api.post("/mail/u/<int:number>/read/<thread_id>")
async def mark_read(number: int, thread_id: str) -> Response:
    """Mark a thread as read, because the person has opened it."""
    box = here().mailbox
    for mail in box.thread(signed_in(number).key, thread_id):
        if "UNREAD" in mail.labels:
            box.relabel(mail, (), ("UNREAD",))
    return json_reply({})


@api.get("/mail/u/<int:number>/drafts/<gid>")
async def draft(number: int, gid: str) -> Response:
    """Return a draft, so that another window can continue it: `{"threadGid", "message"}`."""
    mail = here().mailbox.written(signed_in(number).key, gid)
    if mail is None or "DRAFT" not in mail.labels:
        raise NotFound("There is no such draft.")
    message = _message(mail) | {"html": shown_html(mail.letter.html, proxied), "clipped": False}
    return json_reply({"threadGid": mail.thread_gid, "message": message})


@api.delete("/mail/u/<int:number>/drafts/<gid>")
async def discard(number: int, gid: str) -> Response:
    """Delete a draft."""
    mail = here().mailbox.written(signed_in(number).key, gid)
    if mail and "DRAFT" in mail.labels:
        here().mailbox.discard(mail)
    return json_reply({})
