"""Defines the context of a hit: what is known besides the hit itself when it is judged."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from msgspec import Struct


@dataclass(frozen=True, slots=True)
class LaterSign:
    """What a person did after a hit. `what`: click | open | reply; `seconds`: how long after the hit.

    `same`: whether it was done with the same program and from the same network. If so, `until` is how long
    after the hit this was last done. `replied`: whether somebody replied after the hit, too.
    """

    what: str
    seconds: float
    same: bool = False
    until: float = 0.0
    replied: bool = False


class Context(Struct, frozen=True):
    """What is known besides a hit. Each default means that nothing is known. Spans are in seconds.

    A Struct, since a frozen dataclass with so many fields takes ten times as long to make, and each hit has
    two or three contexts.

    About the mail: `sent_at` (None until the mail is reported), `bounced_at` (when it had bounced for all
    recipients).

    About the other hits of the mail: `links` and `quick_links` (how many different links were followed within
    3 s and 1 s of this hit, including its own), `in_burst` (the hit's network followed several links at once,
    at about the same time), `by_decoy` (the hit's network followed the decoy, at about the same time),
    `since_same` (how long ago the same client last fetched the same pixel or link), `opened` (whether a
    person's image was loaded before the hit; None: unknown), `returned` (whether the same client was here
    before and took a person's time since), `displayed` (whether a mail service showed the mail to somebody
    a person's time before), `later` (what a person did after the hit). How far the nearest
    such hit is: `picture_and_link` (the same client's, of the other kind), `other_network` (on the same link,
    from an unrelated network), `other_network_alike` (the same, by the same program), `other_system` (from
    the same address, with another operating system). `pace` (how long after its first image the same client
    followed a link), `swept` (how many different links the hit's network followed within a minute),
    `beside_scanner` (a scanner gave itself away in the hit's network, at about the same time), `caught` (the
    same client gave itself away as a scanner, at any time).

    About the account: `correction` (the Cause that the sender gave for this event), `learned` (the Cause that
    the sender gave for another event that looks the same), `own` ("client": the sender's own program and
    network; "address": another program at the sender's own address, as on the sender's phone; "network": only
    the network), `viewing`
    (how long before or after the hit the sender had the mail on screen), `viewing_same` (whether that was in
    a browser like the hit's).

    About the hit's client: `mails` (how many mails of the account it fetched within 10 s), `head` (how long
    ago it sent a HEAD request), `hosting` (the data centre that its address belongs to), `exit` (the
    relay, VPN or office's web filter that its address belongs to, through which many people browse), `filter`
    (the mail filter that its address belongs to), `provider` (the mail provider that its address belongs to).
    """

    sent_at: datetime | None = None
    bounced_at: datetime | None = None
    links: int = 0
    quick_links: int = 0
    in_burst: bool = False
    by_decoy: bool = False
    since_same: float | None = None
    opened: bool | None = None
    returned: bool = False
    displayed: bool = False
    picture_and_link: float | None = None
    pace: float | None = None
    other_network: float | None = None
    other_network_alike: float | None = None
    other_system: float | None = None
    swept: int = 0
    beside_scanner: bool = False
    caught: bool = False
    later: LaterSign | None = None
    correction: str = ""
    learned: str = ""
    own: str = ""
    viewing: float | None = None
    viewing_same: bool = False
    mails: int = 0
    head: float | None = None
    hosting: str = ""
    exit: str = ""
    filter: str = ""
    provider: str = ""
