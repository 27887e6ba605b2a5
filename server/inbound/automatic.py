"""Tells by a received mail's header fields whether a person wrote it as an answer (RFC 3834). Pure."""

from __future__ import annotations

import re

from server.lib.mail.addresses import Mailbox, decoded
from server.lib.mail.fields import Fields, content_type, first

_LISTS = tuple(
    f"List-{name}" for name in ("Id", "Post", "Help", "Subscribe", "Unsubscribe", "Owner", "Archive")
)
MARKS = ("X-Autoreply", "X-Autorespond", *_LISTS)  # with any value, they mean that a mail is automatic
_MACHINES = frozenset({"bulk", "list", "junk", "auto_reply"})  # values of Precedence
_WORD = re.compile(r"\s*([a-z-]+)")  # comments and parameters may follow
_NOBODY = re.compile(r"(mailer-daemon|postmaster|no-?reply|do-?not-?reply)@")
_AWAY = re.compile(
    r"(auto(matic)? ?repl(y|ied)|automatische antwort|réponse automatique|out of (the )?office)\b"
)


def is_automatic(fields: Fields, sender: Mailbox | None) -> bool:
    """Return whether a machine wrote the mail, though it may seem to answer one."""
    submitted = _WORD.match(first(fields, "auto-submitted").lower())
    return (
        (submitted is not None and submitted[1] != "no")
        or first(fields, "precedence").strip().lower() in _MACHINES
        or any(name.lower() in fields for name in MARKS)
        or first(fields, "return-path").strip() == "<>"
        or content_type(fields)[0] == "multipart/report"
        or sender is None
        or bool(_NOBODY.match(sender.address))
        or bool(_AWAY.match(decoded(first(fields, "subject")).lower()))
    )
