"""Context: what is known besides a hit when it is judged. Values only, from any source."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class LaterSign:
    """What a person did after the hit. `what`: click | open | reply; `same`: with the same program."""

    what: str
    seconds: float
    same: bool = False


@dataclass(frozen=True, slots=True)
class Context:
    """What is known besides a hit. Every field has a value that means "nothing known". Spans are in seconds.

    About the mail: `sent_at` (None until a report comes), `bounced_at` (when it had come back from all
    recipients).

    About the other hits of the mail: `links`, `quick_links` (different links followed within 3 s and 1 s of
    this hit, including its own), `in_burst` (its network followed several links at once, close to it),
    `by_decoy` (its network followed the decoy, close to it), `since_same` (since the same client last fetched
    the same thing), `opened` (a person's image was loaded before; None: unknown), `later`.

    About the account: `correction` (the Cause of this event by its owner), `learned` (the same of another
    event that looks the same), `own` ("client": the sender's own program and network, "network": the network
    only), `viewing` (how long before or after the hit the sender had the mail on screen), `viewing_same` (in
    a browser like this hit's).

    About the hit's client: `mails` (how many mails of the account it fetched within 10 s), `head` (since it
    sent a HEAD request), `hosting` (the data centre that its address belongs to).
    """

    sent_at: datetime | None = None
    bounced_at: datetime | None = None
    links: int = 0
    quick_links: int = 0
    in_burst: bool = False
    by_decoy: bool = False
    since_same: float | None = None
    opened: bool | None = None
    later: LaterSign | None = None
    correction: str = ""
    learned: str = ""
    own: str = ""
    viewing: float | None = None
    viewing_same: bool = False
    mails: int = 0
    head: float | None = None
    hosting: str = ""
