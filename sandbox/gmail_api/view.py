"""Represents a mail as the Gmail API does (users.messages resource)."""

import base64
import secrets
from email.message import EmailMessage, Message
from typing import Any

from sandbox.mailboxes.letter import parsed
from sandbox.mailboxes.mail import Mail
from sandbox.mailboxes.plain import snippet

FORMATS = ("minimal", "metadata", "full", "raw")


def message(mail: Mail, form: str, wanted: list[str], over: int = 0) -> dict[str, Any]:
    """Return the resource in one of the FORMATS. `metadata` has only the headers in `wanted` (none: all).

    In `full`, attachments and text parts of more than `over` bytes have an id in place of their content.
    """
    shown: dict[str, Any] = {
        "id": mail.id,
        "threadId": mail.thread_id,
        "labelIds": sorted(mail.labels),
        "snippet": snippet(mail.letter.text),
        "sizeEstimate": len(mail.raw),
        "historyId": str(mail.history_id),
        "internalDate": str(mail.date_ms),
    }
    if form == "raw":
        shown["raw"] = base64.urlsafe_b64encode(mail.raw).decode()
    if form == "full":
        shown["payload"] = _part(parsed(mail.raw), "", over)
    if form == "metadata":
        top = parsed(mail.raw)
        shown["payload"] = {"mimeType": top.get_content_type(), "headers": _headers(top, wanted)}
    return shown


def _headers(part: Message, wanted: list[str]) -> list[dict[str, str]]:
    names = {name.lower() for name in wanted}
    every = [{"name": name, "value": str(value)} for name, value in part.items()]
    return [header for header in every if not names or header["name"].lower() in names]


def _part(part: EmailMessage, part_id: str, over: int) -> dict[str, Any]:
    shown: dict[str, Any] = {
        "partId": part_id,
        "mimeType": part.get_content_type(),
        "filename": part.get_filename() or "",
        "headers": _headers(part, []),
    }
    if part.is_multipart():
        children = [child for child in part.iter_parts() if isinstance(child, EmailMessage)]
        prefix = f"{part_id}." if part_id else ""
        shown["body"] = {"size": 0}
        shown["parts"] = [_part(child, f"{prefix}{place}", over) for place, child in enumerate(children)]
        return shown
    data = _content(part)
    shown["body"] = {"size": len(data)}
    if part.get_filename() or len(data) > over:
        # Another id at each look, as in Gmail.
        shown["body"]["attachmentId"] = f"ANGjdJ{secrets.token_urlsafe(24)}.{part_id}"
    else:
        shown["body"]["data"] = base64.urlsafe_b64encode(data).decode()
    return shown


def _content(part: EmailMessage) -> bytes:
    payload = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def attachment(mail: Mail, attachment_id: str) -> dict[str, Any] | None:
    """Return the part with this attachment id (users.messages.attachments resource), or None."""
    part: EmailMessage | None = parsed(mail.raw)
    for place in filter(None, attachment_id.partition(".")[2].split(".")):
        children = [each for each in part.iter_parts() if isinstance(each, EmailMessage)] if part else []
        part = children[int(place)] if place.isdigit() and int(place) < len(children) else None
    if part is None or part.is_multipart():
        return None
    data = _content(part)
    return {"size": len(data), "data": base64.urlsafe_b64encode(data).decode()}
