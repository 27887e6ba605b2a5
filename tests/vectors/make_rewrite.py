"""Writes rewrite.json, the mails as the server rewrites them: `python -m tests.vectors.make_rewrite`.

extension/page must rewrite the mails to exactly the same text.
"""

from __future__ import annotations

import json
import random
from pathlib import Path
from typing import Any

from server.copies.draft import text_digest
from server.extension.leases import as_json
from server.lib.keys.signing import KeyRing
from server.marks.links import LinkRules
from server.marks.marks import marks_for
from server.marks.rewrite import MailMarks, mark, own_prefixes
from tests.vectors.make import MESSAGE, NOW, RING

FILE = Path(__file__).with_name("rewrite.json")
SERVER, PREFIX = "https://track.example.com", "alice123"
OWN = own_prefixes(SERVER, PREFIX)
MARKS = marks_for(MESSAGE, KeyRing.of(RING), SERVER, 42, PREFIX, NOW)
TRACKED = MARKS.tracked("https://example.org/earlier?a=1&b=2")
PROXY = "https://ci3.googleusercontent.com/meips/abc=s0-d-e1-ft"
QUOTE = '<div class="gmail_quote"><blockquote>{}</blockquote></div>'
OLD_PICTURE = "display:block;width:1px;height:1px;border:0;overflow:hidden"
OLD_DECOY = "display:block;width:0;height:0;overflow:hidden;font-size:0;line-height:0;visibility:hidden"
MAILS = (
    '<div dir="ltr">Hello Bob</div>',
    '<div><a href="https://example.com/?a=1&amp;b=2#c">read this</a></div>',
    "<a href='https://example.com/it&#39;s'>it is</a> <A HREF=https://example.com/bare>bare</A>",
    '<a href=https://example.com/x=1>x</a><map><area href="https://example.com/area"></map>',
    '<a href=" https://example.com/spaces ">spaces</a>',
    '<a class="x" href="https://example.com/1" href="https://example.com/2">two</a>',
    '<a href="https://example.com/&eacute;">an entity that is not of the usual</a>',
    '<a href="mailto:bob@example.com">mail</a> <a href="#top">top</a> <a name="n">none</a>',
    '<p>Hi</p><a href="https://example.com/reset-password?u=1">it</a><a href="https://bank.example/">bank.example</a>',
    f"<p>Hi</p><br>{QUOTE.format('<a href=https://example.com/quoted>quoted</a>')}<p>after</p>",
    f"<p>Hi</p>{QUOTE.format(QUOTE.format('<a href=https://example.com/deep>deep</a>'))}",
    '<div class="gmail_quote_container x"><a href="https://example.com/never-closed">open',
    f'<p>old</p><img src="{MARKS.pixel_url}"><img alt="" src=\'{PROXY}#{MARKS.pixel_url}\'>',
    f'<img src="https://ci3.googleusercontent.com/proxy/abc#{MARKS.pixel_url}"><img src="https://example.com/a.png">',
    '<img src="//track.example.com/p/alice123/x.gif"><img src="HTTPS://TRACK.example.com/p/alice123/y.gif">',
    '<img src="https://track.example.com/p/bobbob12/x.gif"><img src="https://track.example.com/p/alice1234/x.gif">',
    f'<a href="{TRACKED}">earlier</a><a href="{TRACKED}?x#y">earlier</a><a href="{TRACKED[:-9]}">damaged</a>',
    QUOTE.format(f'<a href="{TRACKED}">quoted earlier</a>'),
    '<a href="https://track.example.com/settings">own server</a><a href="https://excluded.example/x">no</a>',
    '<a href="https://example.com/left">left out</a><a href="https://example.com/\u00a0x">space</a>',
    '<style>a { content: "<a href=https://example.com/style>" }</style><p>x</p>',
    "<!-- <a href='https://example.com/comment'>no</a> --><p>x</p><!-- open",
    '<p title="a > b <a href=https://example.com/no>">x</p><a href="https://example.com/yes">y</a>',
    "<p>1 < 2 </ x><a href='https://example.com/after'>after</a><",
    '<p>ends in a tag</p><a href="https://example.com/cut',
    '<p>😀</p><a href="https://example.com/😀?ü=ß">😀 smile</a>',
    '<a href="https://example.com/long">' + "word " * 100 + "</a>",
    "<textarea><a href=https://example.com/t>t</textarea><a href=https://example.com/u>u</a>",
    "<p/><br/><a\thref\n=\f'https://example.com/ws'\r>w</a><a/href=https://example.com/slash>s</a>",
    "<!doctype html><?x <p>y</p>?><p>z</p>",
    "<p>1</p><!--><p>2</p><!---><p>3</p><!-- x --!><p>4</p>",
    "<p>zero\u200bwidth\u2060 \u3000&nbsp;&#8203;&eacute;&amp;&#x1F600; \x1c\x85</p>",
    f'<a href="{MARKS.decoy_url}" aria-hidden="true"></a><a href="{MARKS.decoy_url}?x">typed in it</a>after',
    f'<a href="{MARKS.decoy_url}">open <a href="https://example.com/next">next</a>',
    f'<a href="{MARKS.decoy_url[:-1]}">damaged</a><a href="https://example.com/open">never closed',
    f'<img src="{MARKS.view_time_url}">',
    # Marks as earlier releases wrote them, and as Gmail quotes those of this release.
    "".join(
        (
            f'<p>old</p><img src="{MARKS.pixel_url}" width="1" height="1" alt="" style="{OLD_PICTURE}">',
            f'<img src="{MARKS.view_time_url}" width="1" height="1" alt="" style="{OLD_PICTURE}">',
            f'<a href="{MARKS.decoy_url}" aria-hidden="true" tabindex="-1" style="{OLD_DECOY}"></a>',
        )
    ),
    QUOTE.format(
        f'<p>old</p><img src="{PROXY}#{MARKS.pixel_url}" width="1" height="1" alt="" '
        f'style="display:block;background:url(&quot;{PROXY}#{MARKS.view_time_url}&quot;)">'
        f'<a href="{MARKS.decoy_url}" style="visibility:collapse" target="_blank"></a>'
    ),
    # A mail program replaced or dropped the pixel, and left what was behind it.
    f'<p>old</p><img src="cid:x" style="display:block;background:url({MARKS.view_time_url})">',
    f"<img style='BACKGROUND:URL( &quot;{MARKS.view_time_url}&quot; )'>",
    QUOTE.format(
        f'<p>old</p><img style="display:block;background:url(&quot;{PROXY}#{MARKS.view_time_url}&quot;)">'
        '<img style="background:url(https://example.com/p/alice123/r/x.gif)">'
        f'<img alt="{MARKS.view_time_url}" src="cid:photo" style="display:block">'
        f'<img src="cid:photo" style="background:url(https://example.com/?of={MARKS.view_time_url})">'
    ),
    "<svg><a xlink:href='https://example.com/x' href='https://example.com/svg'>s</a></svg>",
)
LONG = (
    ('<p>LONG</p><a href="https://example.com/end">end</a>', "and so on ", 11_000),
    ("<p>LONG</p>", "ä", 51_300),
    ("<p>LONG</p>", "ä", 51_100),
)
PIECES = (
    "<", ">", "/", "=", '"', "'", "&amp;", "&", " ", "\n", "<p>", "</p>", "<a href=", "</a>", "words",
    "https://example.com/a?b=1", '<a href="https://example.org/x">', "<img src=", MARKS.pixel_url, TRACKED,
    "<!--", "-->", '<div class="gmail_quote">', "</div>", "<style>", "</style>", "<area ", "href=", "ä", "😀",
    MARKS.decoy_url, "&#x41;", "&#39;", "&bogus;", "\u00a0", "class='gmail_quote'", "<a ", PROXY + "#",
)  # fmt: skip
LINK_RULES: dict[str, Any] = {
    "exclusions": ["excluded.example"],
    "without": ["https://example.com/left"],
    "phishing_guard": True,
    "sensitive_guard": True,
}


def vectors() -> dict[str, Any]:
    """Return the content of the file, which is the same on every call."""
    made = random.Random(4711)
    mixed = ["<p>" + "".join(made.choices(PIECES, k=made.randint(3, 40))) for _ in range(200)]
    cases = [_case(html, links=True) for html in (*MAILS, *mixed)]
    return {
        "server": SERVER,
        "prefix": PREFIX,
        "lease": {**as_json(MARKS), "view_time_url": MARKS.view_time_url},
        "link_rules": LINK_RULES,
        "cases": [
            *cases,
            *(_case(html, links=False) for html in MAILS[:20]),
            *(_case(html, links=True, more=True) for html in (*MAILS, *mixed[:60])),
            *(_long(*each) for each in LONG),
        ],
    }


def _case(html: str, *, links: bool, more: bool = False) -> dict[str, Any]:
    rules = LinkRules(
        own_hosts=frozenset({"track.example.com"}),
        exclusions=tuple(LINK_RULES["exclusions"]),
        without=frozenset(LINK_RULES["without"]),
    )
    marked = mark(html, MailMarks(OWN, MARKS, rules if links else None, decoy=more, view_time=more))
    tracked = [[link.url, link.text] for link in marked.links]
    digest = text_digest(html)
    return {
        "html": html,
        "links": links,
        "out": marked.html,
        "tracked": tracked,
        "text_digest": digest,
        "more": more,
    }


def _long(html: str, unit: str, times: int) -> dict[str, Any]:
    """Return a case in which LONG stands for a long text; whoever reads the file puts the text back."""
    case = _case(html.replace("LONG", unit * times), links=True)
    short = {name: case[name].replace(unit * times, "LONG") for name in ("html", "out")}
    return {**case, **short, "long": [unit, times]}


if __name__ == "__main__":
    FILE.write_text(json.dumps(vectors(), indent=1, ensure_ascii=False) + "\n")
