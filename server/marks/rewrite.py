"""Puts the marks into a mail's HTML: removes old marks, signs the links, and adds the pixel. Pure.

Outside the edits, the text is not changed. extension/gmail/sending/marks.ts and rewrite.ts do the same when
Gmail sends a mail; tests/vectors/rewrite.json tests both.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from operator import itemgetter
from typing import Final

from server.marks.html_tags import SPACE, Attribute, Scan, Tag, decoded, escape_value, plain_text, scan
from server.marks.links import LinkRules, MailLink, why_left
from server.marks.marks import Marks
from server.marks.tokens import click_target, is_decoy

CLIPPED_BYTES: Final = 100 * 1024
"""Gmail clips longer mails. Its limit is 102 KB, which includes the HTML that Gmail adds."""
LONGEST_TEXT: Final = 200
_SPACES = re.compile(f"[{SPACE}]+")
_BEGINS = re.compile(f"\\A[{SPACE}]+")
_ENDS = re.compile(f"\\A[{SPACE}]+|[{SPACE}]+\\Z")
_SCHEME = re.compile(r"\Ahttps?:", re.IGNORECASE | re.ASCII)
_PROXIED = re.compile(
    rf"[{SPACE}]*(?:https?:)?//[a-z0-9-]+\.googleusercontent\.com/(?:meips|proxy)/[^#]*#(.*)",
    re.IGNORECASE | re.DOTALL | re.ASCII,
)
_BACKGROUND = re.compile(rf"""url\([{SPACE}]*["']?([^"')]*)""", re.IGNORECASE | re.ASCII)
_QUOTE = re.compile(rf"(?:^|[{SPACE}])gmail_quote(?:_container)?(?:[{SPACE}]|\Z)")
_LINK_TAGS: Final = ("a", "area")


@dataclass(frozen=True, slots=True)
class OwnPrefixes:
    """The URL prefixes of a person's own pixels and links, without the scheme: `//host/p/<prefix>/`."""

    pixels: str
    links: str


@dataclass(frozen=True, slots=True)
class MarkedHtml:
    """HTML with marks in it, and the links that are tracked in it."""

    html: str
    links: tuple[MailLink, ...]


@dataclass(frozen=True, slots=True)
class MailMarks:
    """The marks of one mail, and which of them to add.

    `own`: the prefixes of earlier marks, which are removed. `link_rules`: which links to track; None: no
    links. `decoy`: whether to add the decoy, if links are tracked. `view_time`: whether to add the view-time
    image.
    """

    own: OwnPrefixes
    marks: Marks
    link_rules: LinkRules | None
    decoy: bool = False
    view_time: bool = False


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class _Part:
    html: str
    scan: Scan
    quotes: tuple[tuple[int, int], ...]

    def is_quoted(self, tag: Tag) -> bool:
        before = bisect_right(self.quotes, tag.start, key=itemgetter(0))
        return before > 0 and tag.start < self.quotes[before - 1][1]


def own_prefixes(public_url: str, prefix: str) -> OwnPrefixes:
    """Return the URL prefixes of the pixels and links of the account with this prefix."""
    root = public_url.partition(":")[2].rstrip("/")
    return OwnPrefixes(f"{root}/p/{prefix}/", f"{root}/c/{prefix}/")


def mark(html: str, given: MailMarks) -> MarkedHtml:
    """Return `html` without earlier marks, and with the marks that `given` describes."""
    found = scan(html)
    part = _Part(html, found, tuple(_quotes(found.tags, html)))
    done = [each for at, tag in enumerate(found.tags) for each in _done(part, at, tag, given)]
    edits = [edit for edit, _ in done]
    # The sort is stable: the pixel comes first, so it stays before other edits at the same position.
    every = sorted([*_added(part, edits, given), *edits], key=lambda edit: edit.start)
    return MarkedHtml(_splice(html, every), tuple(link for _, link in done if link))


def _done(part: _Part, at: int, tag: Tag, given: MailMarks) -> list[tuple[_Edit, MailLink | None]]:
    """Return the edits for the tag with the index `at`, each with the link that it tracks, if any."""
    if _is_own_pixel(part.html, tag, given.own):
        return [(_without(tag), None)]
    if _is_own_decoy(part.html, tag, given.own):
        return [(_without(each), None) for each in _decoy_tags(part, at)]
    href, url = tag.attribute("href"), _address(part.html, tag)
    if href is None or url is None:
        return []
    target = unwrapped(url, given.own)
    link = MailLink(_trimmed(url if target is None else target), _text_behind(part, at), part.is_quoted(tag))
    if given.link_rules is not None and why_left(link, given.link_rules) is None:
        return [(_href(href, given.marks.tracked(link.url)), link)]
    return [] if target is None else [(_href(href, target), None)]


def _without(tag: Tag) -> _Edit:
    return _Edit(tag.start, tag.end, "")


def _address(html: str, tag: Tag) -> str | None:
    """Return the URL of a link as it is written; None if `tag` is no link, or the URL cannot be decoded."""
    href = tag.attribute("href") if not tag.closing and tag.name in _LINK_TAGS else None
    return plain_text(html[href.start : href.end]) if href else None


def _is_own_decoy(html: str, tag: Tag, own: OwnPrefixes) -> bool:
    url = _address(html, tag) if tag.name == "a" else None
    token = None if url is None else _own_token(url, own)
    return token is not None and is_decoy(token)


def _decoy_tags(part: _Part, at: int) -> list[Tag]:
    """Return the decoy's opening and closing tag, so that text between them can stay."""
    tags = part.scan.tags
    following = next((tags[after] for after in range(at + 1, len(tags)) if tags[after].name == "a"), None)
    return [tags[at], *([following] if following and following.closing else [])]


def _href(href: Attribute, url: str) -> _Edit:
    return _Edit(href.start, href.end, escape_value(url, href.quote))


def _is_own_pixel(html: str, tag: Tag, own: OwnPrefixes) -> bool:
    """Return whether `tag` shows one of the sender's pixels, directly or through Gmail's image proxy."""
    if tag.name != "img" or tag.closing:
        return False
    return any(_is_own_picture(url, own.pixels) for url in _pictures(html, tag))


def _pictures(html: str, tag: Tag) -> Iterator[str]:
    """Yield the URLs of the picture and its backgrounds, which remain if a program replaces it."""
    src, style = tag.attribute("src"), tag.attribute("style")
    url = plain_text(html[src.start : src.end]) if src else None
    if url is not None:
        yield url
    if style:
        yield from (found[1] for found in _BACKGROUND.finditer(decoded(html[style.start : style.end])))


def _is_own_picture(url: str, pixels: str) -> bool:
    proxied = _PROXIED.fullmatch(url)
    return _starts_at(url, pixels) or (proxied is not None and _starts_at(proxied[1], pixels))


def _starts_at(url: str, place: str) -> bool:
    """Return whether `url` begins with `place`, which has no scheme."""
    # Only the beginning is read: the data URL of an inline image may be megabytes long.
    beginning = _BEGINS.sub("", url)[: len("https:") + len(place)]
    return _SCHEME.sub("", beginning).lower().startswith(place.lower())


def unwrapped(url: str, own: OwnPrefixes) -> str | None:
    """Return the target of one of the sender's tracked links; None for other links and for damaged ones."""
    token = _own_token(url, own)
    return None if token is None else click_target(token)


def _own_token(url: str, own: OwnPrefixes) -> str | None:
    """Return the token in one of the sender's tracked links, and what follows it; None for any other URL."""
    bare = _trimmed(url)
    return _SCHEME.sub("", bare)[len(own.links) :] if _starts_at(bare, own.links) else None


def _text_behind(part: _Part, opening: int) -> str:
    """Return the text of the link whose opening tag has the index `opening`."""
    tags, text = part.scan.tags, ""
    for at in range(opening, len(tags)):
        following = tags[at + 1] if at + 1 < len(tags) else None
        text += part.html[tags[at].end : following.start if following else None]
        if following and following.name in _LINK_TAGS:
            break
    read = plain_text(text)
    return _trimmed(_SPACES.sub(" ", text if read is None else read))[:LONGEST_TEXT]


def _trimmed(text: str) -> str:
    return _ENDS.sub("", text)


def _quotes(tags: Sequence[Tag], html: str) -> Iterator[tuple[int, int]]:
    """Yield the start and end of each quoted mail that is not inside another quoted mail."""
    at = 0
    while at < len(tags):
        tag = tags[at]
        if not tag.closing and _is_quote(tag, html):
            at = _end_of_element(tags, at)
            yield tag.start, tags[at].end if at < len(tags) else len(html)
        at += 1


def _is_quote(tag: Tag, html: str) -> bool:
    name = tag.attribute("class")
    return name is not None and _QUOTE.search(html[name.start : name.end]) is not None


def _end_of_element(tags: Sequence[Tag], opening: int) -> int:
    """Return the index of the closing tag, or len(tags) if the element is never closed."""
    depth = 0
    for at in range(opening, len(tags)):
        if tags[at].name == tags[opening].name:
            depth += -1 if tags[at].closing else 1
            if depth == 0:
                return at
    return len(tags)


def _added(part: _Part, edits: Sequence[_Edit], given: MailMarks) -> list[_Edit]:
    """Return edits that add the pixel and the decoy at the end; in a clipped mail, the pixel at the top."""
    end = _end_of(part)
    picture = _picture(given.marks.pixel_url, given.marks.view_time_url if given.view_time else None)
    place = 0 if _is_clipped(part, edits) else end
    shown = _Edit(place, place, picture)
    if not given.decoy or given.link_rules is None or _is_in_link(part, end):
        return [shown]
    return [shown, _Edit(end, end, _decoy_link(given.marks.decoy_url))]


def _end_of(part: _Part) -> int:
    """Return the position of the end of the typed text, which is before any quote."""
    if part.quotes:
        return part.quotes[0][0]
    return len(part.html) if part.scan.whole else 0


def _is_in_link(part: _Part, at: int) -> bool:
    """Return whether `at` is inside a link, where another link would end the outer one."""
    before = [tag for tag in part.scan.tags if tag.name == "a" and tag.end <= at]
    return bool(before) and not before[-1].closing


def _is_clipped(part: _Part, edits: Sequence[_Edit]) -> bool:
    growth = sum(len(edit.text) - (edit.end - edit.start) for edit in edits)
    return len(part.html.encode(errors="replace")) + growth > CLIPPED_BYTES


# Mail filters charge nothing for what the view-time image and the decoy add: see docs/decisions/058.
def _picture(pixel: str, view_time: str | None) -> str:
    """Return the pixel; the view-time image is its background."""
    background = f";background:url({view_time})" if view_time else ""
    return f'<img src="{pixel}" width="1" height="1" alt="" style="display:block{background}">'


def _decoy_link(url: str) -> str:
    """Return the decoy: an empty link. It takes no space, and screen readers and the keyboard skip it."""
    return f'<a href="{url}" aria-hidden="true" tabindex="-1" style="visibility:collapse"></a>'


def _splice(text: str, edits: Sequence[_Edit]) -> str:
    pieces, at = [], 0
    for edit in edits:
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])
