"""Converts HTML to plain text, well enough for a text part and a snippet."""

import re
from html import escape
from html.parser import HTMLParser

BREAKS = {"br", "div", "p", "tr", "li", "blockquote", "h1", "h2", "h3", "h4"}
HIDDEN = {"style", "script", "title", "head"}


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self.hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.hidden += tag in HIDDEN
        if tag in BREAKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        self.hidden -= tag in HIDDEN and self.hidden > 0

    def handle_data(self, data: str) -> None:
        if not self.hidden:
            self.pieces.append(data)


PICTURE = re.compile(r"data:image/[a-z+]+;base64,[A-Za-z0-9+/=]+")


def without_pictures(html: str) -> str:
    """Return the HTML without inline pictures (`data:` URLs), which may be megabytes."""
    return PICTURE.sub("", html) if "data:image/" in html else html


def plain_text(html: str) -> str:
    """Return the text of `html`, one line per block, without blank lines at the beginning and the end."""
    reader = _Reader()
    reader.feed(without_pictures(html))
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.pieces).splitlines())
    return "\n".join(lines).strip("\n")


def snippet(text: str, length: int = 200) -> str:
    """Return the beginning of a plain text, on one line."""
    return " ".join(text.split())[:length]


def text_as_html(text: str) -> str:
    """Convert plain text to HTML: escaped, with line breaks kept and http URLs as links."""
    pieces = re.split(r"(https?://[^\s<>\"]+[^\s<>\".,;:!?)])", text)
    shown = (f'<a href="{escape(p)}">{escape(p)}</a>' if i % 2 else escape(p) for i, p in enumerate(pieces))
    return f'<div dir="ltr">{"".join(shown).replace(chr(10), "<br>")}</div>'
