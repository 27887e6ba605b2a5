"""Tells who wrote a mail that a group or a list passed on in its own name. Pure.

Groups of Google and lists of Mailman put their own address into From where the author's domain forbids others
to send in its name (DMARC): "'Bob Bauer' via Team <team@example.com>". The author stands in another field.
"""

from __future__ import annotations

import re

from server.inbound.programs import LISTS
from server.mail.addresses import Mailbox, people
from server.mail.fields import Fields, first

_VIA = re.compile(r"^'?(?P<name>.+?)'? (?:via|über|par|por|tramite) .+$", re.IGNORECASE)
_LONGEST = 1000


def author_of(fields: Fields, sender: Mailbox | None) -> Mailbox | None:
    """Return who wrote the mail: the mailbox in From, or the one that a list put elsewhere."""
    if sender is None or not any(name.lower() in fields for name in LISTS):
        return sender
    via = _VIA.match(sender.name)
    told = [_only(fields, name) for name in ("x-original-from", "reply-to", "x-original-sender")]
    if not (via or told[0] or _is_lists(fields, sender)):
        return sender
    found = next((each for each in told if each and each.address != sender.address), None)
    if found is None:
        return sender
    return found if found.name or not via else Mailbox(found.address, via["name"])


def _only(fields: Fields, name: str) -> Mailbox | None:
    found = people([first(fields, name)[:_LONGEST]])
    return found[0] if len(found) == 1 else None


def _is_lists(fields: Fields, sender: Mailbox) -> bool:
    said = " ".join(first(fields, name)[:_LONGEST] for name in ("list-post", "mailing-list", "x-beenthere"))
    return sender.address in said.lower()
