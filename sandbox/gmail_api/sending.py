"""Sends a mail that the API received, as Gmail does: from one of the person's own addresses."""

from typing import Any

from sandbox.clock import CLOCK
from sandbox.gmail_api.auth import ApiError
from sandbox.ids import new_message_id
from sandbox.mailboxes.letter import Address, letter_from, outgoing_bytes
from sandbox.mailboxes.mail import Thread
from sandbox.people import folded
from sandbox.signin.grants import Token
from sandbox.state import here

NO_MAIL = "'raw' RFC822 payload message string or uploading message via /upload/* URL required"


def sent(caller: Token, given: bytes, thread_id: object) -> dict[str, Any]:
    """Send the mail immediately, with a Message-ID from Gmail. Returns the resource; raises ApiError."""
    raw = outgoing_bytes(given, _sender(caller, given), new_message_id())
    if not letter_from(raw).recipients:
        raise ApiError(400, message="Recipient address required")
    thread = _thread(caller, str(thread_id)) if thread_id else None
    if words := here().send_limits.attempt(caller.person.key, CLOCK.unix()):
        raise ApiError(429, "rateLimitExceeded", words)
    mail = here().mailbox.send(caller.person.key, raw, thread)
    return {"id": mail.id, "threadId": mail.thread_id, "labelIds": sorted(mail.labels)}


def _sender(caller: Token, given: bytes) -> Address:
    """Return the sender that the mail names if it is the person's address or alias, else the person."""
    person, named = caller.person, letter_from(given).sender
    return named if folded(named[0]) in person.own else (person.address, person.name)


def _thread(caller: Token, thread_id: str) -> Thread:
    mails = here().mailbox.thread(caller.person.key, thread_id.lower())
    if not mails:
        raise ApiError(404)
    return mails[0].thread
