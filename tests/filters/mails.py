"""Thirty mails as people write them in Gmail: its HTML, and the plain text that it sends beside it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.message import EmailMessage
from email.policy import SMTP
from html import unescape

from tests.filters.texts import (
    BONJOUR,
    HOUSE,
    KONNICHIWA,
    LUNCH,
    MEETING,
    NAGAI,
    REISE,
    THANKS,
    TREFFEN,
    TRIP,
    WORK,
)

# One server of Google's hands the mail over, as to a recipient's own mail server.
RECEIVED = (
    "from mail-wr1-f43.google.com (mail-wr1-f43.google.com [209.85.221.43]) by mx.example.org (Postfix) "
    "with ESMTPS id 4dKqXy2ZpTz1x for <bob@example.org>; Mon, 30 Nov 2026 10:00:05 +0000 (UTC)"
)
PICTURE = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082"
)
LOGO = (
    '<img src="https://ci3.googleusercontent.com/mail-sig/AIorK4y1VbQe7oHc2mXn5RwTz9LdJfUaKsPgEi3B6CtYv0xN8qMh'
    'WlOrSjDkZuFpAe" width="120" height="40" alt="Adams &amp; Sons">'
)
SIGNATURE = (
    '<div><br></div><span class="gmail_signature_prefix">-- </span><br><div dir="ltr" '
    'class="gmail_signature" data-smartmail="gmail_signature"><div dir="ltr"><b>Alice Adams</b>'
    "<div>Adams &amp; Sons, Mill Lane 4</div>{}</div></div>"
)


@dataclass(frozen=True)
class Mail:
    """A mail before it is marked. `html` is None for one of plain text only, whose text is in `text`."""

    name: str
    subject: str
    html: str | None
    text: str = ""
    attachment: bytes | None = None
    inline: bytes | None = None

    def as_bytes(self, html: str | None) -> bytes:
        """Return the mail as it arrives, with `html` in place of its own HTML."""
        mail = EmailMessage(SMTP)
        mail["Received"] = RECEIVED
        mail["From"] = "Alice Adams <alice@example.com>"
        mail["Date"] = "Mon, 30 Nov 2026 10:00:00 +0000"
        mail["Message-ID"] = "<CAKx7fQ=9Zr2mB4uTn8sLw1yVhEoPd3jGcXaRkNqWbHt5@mail.gmail.com>"
        mail["Subject"] = self.subject
        mail["To"] = "Bob Brown <bob@example.org>"
        if self.subject.startswith("Re:"):
            mail["In-Reply-To"] = mail["References"] = "<8f14e45f-ceea-467a@mail.example.org>"
        mail.set_content(self.text if html is None else plain(html))
        if html is not None:
            mail.add_alternative(html + "\r\n", subtype="html", cte="quoted-printable")
            if self.inline:
                [_, shown] = list(mail.iter_parts())
                shown.add_related(self.inline, "image", "png", cid="<ii_1>")
        if self.attachment:
            mail.add_attachment(self.attachment, "application", "pdf", filename="plan.pdf")
        return mail.as_bytes()


def plain(html: str) -> str:
    """Return the text that Gmail would send beside `html`: links as `text <URL>`."""
    text = re.sub(r'<a [^>]*href="([^"]*)"[^>]*>(.*?)</a>', _link, html)
    text = re.sub(r"<br>|</div>|</p>|</tr>|</li>|</blockquote>", "\n", text)
    return unescape(re.sub(r"<[^>]+>", "", text)) + "\n"


def _link(found: re.Match[str]) -> str:
    url, words = found[1], re.sub("<[^>]+>", "", found[2])
    return words if words in (url, "") else f"{words} <{url}>".replace("<", "&lt;").replace(">", "&gt;")


def typed(*paragraphs: str) -> str:
    """Return what Gmail makes of typed paragraphs."""
    return '<div dir="ltr">' + "<div><br></div>".join(f"<div>{each}</div>" for each in paragraphs) + "</div>"


def link(where: str, words: str) -> str:
    """Return a link as Gmail writes it."""
    return f'<a href="https://{where}">{words}</a>'


def quoted(html: str) -> str:
    """Return the mail that is answered, as Gmail quotes it."""
    return (
        '<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">'
        'On Sun, Nov 29, 2026 at 6:12 PM Bob Brown &lt;<a href="mailto:bob@example.org">bob@example.org</a>'
        "&gt; wrote:<br></div>"
        '<blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid '
        f'rgb(204,204,204);padding-left:1ex">{html}</blockquote></div>'
    )


def forwarded(html: str) -> str:
    """Return a mail that is forwarded, as Gmail quotes it."""
    return (
        '<br><br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">---------- '
        "Forwarded message ---------<br>From: <strong>Charlie Clark</strong> &lt;<a "
        'href="mailto:charlie@example.net">charlie@example.net</a>&gt;<br>'
        "Date: Sun, Nov 29, 2026 at 6:12 PM<br>Subject: The plans<br>To: Alice Adams<br></div>"
        f"<br><br>{html}</div>"
    )


def listed(*items: str) -> str:
    """Return a list as Gmail writes it."""
    return "<ul>" + "".join(f'<li style="margin-left:15px">{item}</li>' for item in items) + "</ul>"


def table(*rows: tuple[str, str]) -> str:
    """Return a mail of a letter in a table layout, as people paste it."""
    cells = "".join(
        f'<tr><td style="padding:6px;font-family:Arial,sans-serif;font-size:14px" width="200">{left}</td>'
        f'<td style="padding:6px;font-family:Arial,sans-serif;font-size:14px">{right}</td></tr>'
        for left, right in rows
    )
    whole = f'<table width="600" cellpadding="0" cellspacing="0" border="0"><tbody>{cells}</tbody></table>'
    return f'<div dir="ltr">{whole}</div>'


MENU, MAP = (
    link("www.example.net/menu/friday?table=4", "the menu"),
    link("maps.example.net/place/12", "the map"),
)
PLANS = link("files.example.net/plans/garden-2026.html", "the plans of the garden")
LETTER = (LUNCH, TRIP, WORK, MEETING, HOUSE, THANKS)
MAILS = (
    Mail("one word", "Lunch", typed("Yes")),
    Mail("one line", "Lunch", typed(LUNCH)),
    Mail("one line with a link", "Lunch", typed(f"{LUNCH} Here is {MENU}.")),
    Mail("short", "The hills", typed("Hi Bob,", TRIP, "Alice")),
    Mail("short with a link", "The hills", typed("Hi Bob,", f"{TRIP} Here is {MAP}.", "Alice")),
    Mail("two paragraphs", "Your draft", typed("Hi Bob,", TRIP, WORK, "Alice")),
    Mail("three paragraphs", "Your draft", typed("Hi Bob,", TRIP, WORK, MEETING, "Alice")),
    Mail("three with a link", "Your draft", typed("Hi Bob,", TRIP, WORK, f"{MEETING} {PLANS}", "Alice")),
    Mail("four paragraphs", "News", typed("Hi Bob,", TRIP, WORK, MEETING, HOUSE, "Alice")),
    Mail("a page", "News", typed("Hi Bob,", *LETTER, TRIP, MEETING, "Alice")),
    Mail("long", "News from here", typed("Hi Bob,", *LETTER * 3, "Alice")),
    Mail("long with links", "News from here", typed("Hi Bob,", *LETTER, MENU, MAP, PLANS, *LETTER, "Alice")),
    Mail("answer", "Re: Lunch", typed("Friday is fine.") + quoted(typed(LUNCH, THANKS))),
    Mail("answer with a link", "Re: Lunch", typed(f"Fine, see {MENU}.") + quoted(typed(LUNCH, TRIP))),
    Mail("long answer", "Re: News", typed(TRIP, MEETING) + quoted(typed(*LETTER) + quoted(typed(*LETTER)))),
    Mail("signature", "Your draft", typed("Hi Bob,", WORK) + SIGNATURE.format("")),
    Mail("signature with a picture", "Your draft", typed("Hi Bob,", WORK) + SIGNATURE.format(LOGO)),
    Mail(
        "signature with a linked picture",
        "The plans",
        typed("Hi Bob,", MEETING, HOUSE) + SIGNATURE.format(link("www.example.com/", LOGO)),
    ),
    Mail(
        "many links",
        "What I found",
        typed("Hi Bob,", TRIP, listed(*(link(f"www.example.net/{n}/page", f"place {n}") for n in range(12)))),
    ),
    Mail("only links", "Links", typed(MENU, MAP, PLANS)),
    Mail(
        "address as text",
        "Link",
        typed("Hi Bob,", link("www.example.net/menu", "https://www.example.net/menu")),
    ),
    Mail("German", "Treffen am Donnerstag", typed(TREFFEN, "Viele Grüße", "Alice")),
    Mail(
        "long German", "Zurück aus den Hügeln", typed("Hallo Bob,", REISE, TREFFEN, f"{REISE} {MAP}", "Alice")
    ),
    Mail("French", "Rendez-vous de jeudi", typed(BONJOUR, "Amitiés", "Alice")),
    Mail("Japanese", "木曜日の打ち合わせ", typed(KONNICHIWA, NAGAI, "アリス")),
    Mail("forwarded", "Fwd: The plans", typed("For you.") + forwarded(typed(MEETING, PLANS, "Charlie"))),
    Mail(
        "with an attachment",
        "The plan",
        typed("Hi Bob,", f"here is the plan. {THANKS}"),
        attachment=b"%PDF-1.7\n",
    ),
    Mail(
        "with a picture in the text",
        "The hut",
        typed("Hi Bob,", TRIP, '<img src="cid:ii_1" alt="hut.png" width="420" height="280">'),
        inline=PICTURE,
    ),
    Mail("table", "Offer", table(("Roof", HOUSE), ("Garden", MEETING), ("Plans", PLANS), ("", THANKS))),
    Mail("plain text only", "Lunch", None, text=f"{LUNCH}\n\nhttps://www.example.net/menu\n\nAlice\n"),
)
