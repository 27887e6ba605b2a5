"""Builds the demo world: a week of Alice's mails and their opens and clicks, judged by the real rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID, uuid4

from server.accounts.models import Account
from server.alerts.models import Alert
from server.lib import clock
from server.lib.keys.secret import lookup
from server.messages.models import Link, Message, Recipient
from server.verdicts.classify import RULES_VERSION
from server.verdicts.clients import client_name, is_stand_in
from server.verdicts.correlate import judge
from server.verdicts.evidence import pack
from server.verdicts.hits import Hit, new_id
from server.verdicts.observed import MailContext, observed
from server.verdicts.verdict import Verdict
from tests.events.stored import stored_event

_MOZILLA = "Mozilla/5.0"
_CHROME = f"{_MOZILLA} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome"
_PROXY = "Gecko Firefox/11.0 (via ggpht.com GoogleImageProxy)"

Who = tuple[str, str]  # address, user agent
GMAIL = ("66.249.84.12", f"{_MOZILLA} (Windows NT 5.1; rv:11.0) {_PROXY}")
PREFETCH = ("66.249.84.33", f"{_CHROME}/42.0.2311.135 Safari/537.36 Edge/12.246 {_MOZILLA}")
APPLE = ("172.225.40.9", _MOZILLA)
FILTER = ("205.220.165.4", f"{_MOZILLA} (compatible; Proofpoint URL Defense)")
FIREFOX = ("92.184.110.7", f"{_MOZILLA} (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0")
EDGE = ("194.209.12.80", f"{_CHROME}/140.0.0.0 Safari/537.36 Edg/140.0.0.0")
_IPHONE = f"{_MOZILLA} (iPhone; CPU iPhone OS 18_5 like Mac OS X)"
PHONE = ("80.187.96.4", f"{_IPHONE} AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1")
PLACES = {PHONE[0]: ("Köln", "Germany"), EDGE[0]: ("Zürich", "Switzerland"), FIREFOX[0]: ("Lyon", "France")}

Sight = tuple[float, Who, int | None]  # minutes after the send, who asked, which link (None: an open)


@dataclass(frozen=True)
class Letter:
    """A mail, sent `ago` minutes before now (negative: after now) to these names and addresses."""

    ago: float
    to: str
    subject: str
    links: Sequence[tuple[str, str]] = ()
    seen: Sequence[Sight] = ()
    state: str = "sent"


_FILES = "https://files.arnold.example"
GROUP = "Minutes of Tuesday’s meeting, with the three open questions about the lease"
_LEGAL = ("Daniel Osei", "Sofia Marchetti", "Tom Baker")
LETTERS = (
    Letter(
        6, "Priya Raman <priya@northwind.example>", "Re: Contract, final version",
        (("Contract (PDF)", f"{_FILES}/contracts/northwind-2026-final.pdf"),),
        ((0.05, PREFETCH, None), (2.1, GMAIL, None)),
    ),
    Letter(
        64, "Jonas Weber <jonas@weber-druck.example>", "Proofs for the autumn catalogue",
        (
            ("All proofs", f"{_FILES}/catalogue/autumn/proofs"),
            ("Page 14 only", f"{_FILES}/catalogue/autumn/proofs/page-14?version=3&zoom=150"),
            ("Colour profile", "https://www.eci.example/downloads/profiles/pso-coated-v3"),
        ),
        (
            (0.3, FILTER, 1), (0.3, FILTER, 2), (11, EDGE, None), (12.4, EDGE, 1), (14, EDGE, 2),
            (51, PHONE, None), (52, PHONE, 1),
        ),
    ),
    Letter(130, "Marta Lindqvist <marta@fjordlines.example>", "Lunch on Friday?"),
    Letter(
        190, "; ".join(f"{name} <{name.split(maxsplit=1)[0].lower()}@osei-legal.example>" for name in _LEGAL),
        GROUP, (),
        ((4, GMAIL, None), (35, FIREFOX, None), (96, GMAIL, None)),
    ),
    Letter(
        260, "Yuki Tanaka <yuki@hanabi.example>", "Invitation: studio opening, 12 December",
        (("Programme", "https://studio.arnold.example/opening"),), ((1, APPLE, None), (70, PHONE, 1)),
    ),
    Letter(
        1500, "Hotel Seeblick <booking@seeblick.example>", "Two rooms, 4 to 7 February", (),
        ((0.4, APPLE, None),),
    ),
    Letter(
        1630, "Bob Bauer <bob@sandbox.example>", "Numbers for the board",
        (("Sheet", "https://sheets.arnold.example/q4"),),
        ((18, GMAIL, None), (19, FIREFOX, 1), (20, GMAIL, None), (300, GMAIL, None), (310, FIREFOX, 1)),
    ),
    Letter(
        1702, "Bob Bauer <bob@sandbox.example>", "Numbers for the bored", (), ((0.05, GMAIL, None),), "undone"
    ),
    Letter(
        3100, "Elif Aydın <elif@kadikoyprint.example>", "Quote for 2,000 postcards", (), ((600, GMAIL, None),)
    ),
    Letter(4400, "support@parcelwatch.example", "Parcel 00340434161094 has not moved for six days"),
    Letter(
        5900, "Chiara Conti <chiara@conti.example>; Luca Conti <luca@conti.example>",
        "Photos from the weekend",
        (("Album", "https://photos.arnold.example/a/2026-11"),),
        ((40, GMAIL, None), (41, FIREFOX, 1), (800, PHONE, None)),
    ),
    Letter(7300, "Charlie Chen <charlie@sandbox.example>", "", (), ((3, GMAIL, None),)),
)  # fmt: skip
SCHEDULED = Letter(-900, "Priya Raman <priya@northwind.example>", "Agenda for Monday", state="scheduled")


async def write_all(account: Account, letters: Sequence[Letter] = (SCHEDULED, *LETTERS)) -> dict[str, UUID]:
    """Store the letters as mails of the account. Returns subject -> id."""
    now = clock.now().replace(second=20, microsecond=0)
    return {letter.subject: await _write(account, letter, now) for letter in letters}


async def _write(account: Account, letter: Letter, now: datetime) -> UUID:
    at = now - timedelta(minutes=letter.ago)
    written = min(at, now - timedelta(hours=1))
    message_id = uuid4()
    message = Message(
        id=message_id, account_id=account.id, source="gmail", state=letter.state, subject=letter.subject,
        from_address=account.email, sent_at=at, listed_at=at, reported_at=written, updated_at=written,
        undone_at=at + timedelta(seconds=9) if letter.state == "undone" else None,
        search_text=f"{letter.subject} {letter.to}".lower(),
    )  # fmt: skip
    await message.save(force_create=True)
    for number, person in enumerate(letter.to.split("; "), 1):
        name, _, address = person.rpartition(" ")
        address = address.strip("<>")
        await Recipient.create(message_id=message.id, number=number, kind="to", name=name, address=address)
    links = [
        await Link.create(message_id=message.id, number=number, url=url, url_hash=lookup(url), text=text)
        for number, (text, url) in enumerate(letter.links, 1)
    ]
    clicked = [links[link - 1] if link else None for _, _, link in letter.seen]
    hits = [
        _hit(message, at + timedelta(minutes=minutes), who, link)
        for (minutes, who, _), link in zip(letter.seen, clicked, strict=True)
    ]
    verdicts = judge([observed(hit, "") for hit in hits], MailContext(sent_at=message.sent_at))
    for hit, verdict, link in zip(hits, verdicts, clicked, strict=True):
        await _see(message, hit, verdict, link)
    await message.save()
    await _announce(message)
    return message_id


async def _see(message: Message, hit: Hit, verdict: Verdict, link: Link | None) -> None:
    counts = verdict.counts and message.state != "undone"
    hidden = is_stand_in(hit.user_agent, hit.address)
    city, country = ("", "") if hidden else PLACES.get(hit.address, ("", ""))
    await stored_event(
        id=hit.id, account_id=message.account_id, message_id=message.id, link_id=link.id if link else None,
        kind=hit.kind, at=hit.moment, url=hit.url, address=hit.address, user_agent=hit.user_agent,
        client=client_name(hit.user_agent), city=city, country=country, verdict=verdict.kind,
        score=verdict.score, rule=verdict.rule, evidence=pack(verdict.evidence), rules_version=RULES_VERSION,
        counts=counts, undone_at=message.undone_at,
    )  # fmt: skip
    _count(message, link, hit.moment, verdict.kind, counts)
    if link:
        await link.save()


def _hit(message: Message, at: datetime, who: Who, link: Link | None) -> Hit:
    micros = int(at.timestamp() * 1_000_000)
    return Hit(
        new_id(micros), micros, "click" if link else "open", message.account_id, message.id, 0,
        link.url if link else "", *who, "", "GET", {},
    )  # fmt: skip


def _count(message: Message, link: Link | None, at: datetime, kind: str, counts: bool) -> None:
    message.last_activity_at = at if counts else message.last_activity_at
    if link:
        message.raw_clicks, link.raw_clicks = message.raw_clicks + 1, link.raw_clicks + 1
        message.clicks, link.clicks = message.clicks + counts, link.clicks + counts
        link.last_click_at = at if counts else link.last_click_at
        return
    message.raw_opens, message.opens = message.raw_opens + 1, message.opens + counts
    if counts:
        message.first_open_at, message.last_open_at = message.first_open_at or at, at
        message.certainty = "person" if "person" in {kind, message.certainty} else kind


async def _announce(message: Message) -> None:
    """If the message was opened, store that the email about its first open was sent."""
    if message.first_open_at:
        await Alert.create(
            account_id=message.account_id, message_id=message.id, kind="first_open", event_id=uuid4(),
            rfc822_message_id="<demo@arnold.example>", channel="smtp", created_at=message.first_open_at,
            sent_at=message.first_open_at,
        )  # fmt: skip
