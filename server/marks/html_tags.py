"""A tokenizer for mail bodies: finds tags and attribute values with their positions in the text. Pure.

It implements only those states of the HTML standard (section 13.2.5) on which positions depend: comments,
quotes, text-only elements. It builds no tree. extension/gmail/sending/html.ts does the same;
tests/vectors/rewrite.json tests both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

SPACE: Final = "\t\n\v\f\r \u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
"""White space as JavaScript defines it, for a character class in a regular expression."""
_NAME_END = re.compile(r"[\t\n\f\r />]")
_ATTRIBUTE_NAME_END = re.compile(r"[\t\n\f\r />=]")
_UNQUOTED_END = re.compile(r"[\t\n\f\r >]")
_NOT_SPACE = re.compile(r"[^\t\n\f\r ]")
_NOT_SEPARATOR = re.compile(r"[^\t\n\f\r /]")
_COMMENT_END = re.compile(r"--!?>")
_TEXT_ONLY: Final = frozenset({
    "script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes", "plaintext",
})  # fmt: skip
_ENTITIES: Final = {"amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "nbsp": "\u00a0"}
_REFERENCE = re.compile(r"&(?:#([0-9]{1,7})|#[xX]([0-9a-fA-F]{1,6})|([A-Za-z][A-Za-z0-9]*));")
_NEEDS_NO_QUOTES = re.compile(r"""[^\s\ufeff"'<=>`]+""")


@dataclass(frozen=True, slots=True)
class Attribute:
    """An attribute. `start` and `end` enclose the value without its quotes; `quote` is ", ' or empty."""

    name: str
    start: int
    end: int
    quote: str


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag, with its name in lower case. If attributes share a name, only the first is in `attributes`."""

    name: str
    closing: bool
    start: int
    end: int
    attributes: tuple[Attribute, ...]

    def attribute(self, name: str) -> Attribute | None:
        """Return the attribute with this name, or None."""
        return next((each for each in self.attributes if each.name == name), None)


@dataclass(frozen=True, slots=True)
class Scan:
    """All tags of a body. `whole`: false if the body ends inside a tag, comment or text-only element."""

    tags: tuple[Tag, ...]
    whole: bool


def scan(html: str) -> Scan:
    """Return the tags of a body in order."""
    tags: list[Tag] = []
    at = html.find("<")
    while at != -1:
        tag = _tag_at(html, at)
        if tag is not None:
            tags.append(tag)
        end = _end_of_other(html, at) if tag is None else _end_with_text(html, tag)
        if end == -1:
            return Scan(tuple(tags), whole=False)
        at = html.find("<", end)
    return Scan(tuple(tags), whole=True)


def _tag_at(html: str, at: int) -> Tag | None:
    """Return the tag at `at`; None if something else starts there, or a tag that does not end."""
    closing = html[at + 1 : at + 2] == "/"
    name_start = at + 2 if closing else at + 1
    if not _is_letter(html[name_start : name_start + 1]):
        return None
    name_end = _find(html, _NAME_END, name_start)
    attributes, end = _attributes_from(html, name_end)
    if end == -1:
        return None
    return Tag(html[name_start:name_end].lower(), closing, at, end, tuple(attributes))


def _attributes_from(html: str, start: int) -> tuple[list[Attribute], int]:
    found: dict[str, Attribute] = {}
    at = _find(html, _NOT_SEPARATOR, start)
    while at < len(html) and html[at] != ">":
        attribute, end = _attribute_at(html, at)
        found.setdefault(attribute.name, attribute)
        at = _find(html, _NOT_SEPARATOR, end)
    return list(found.values()), at + 1 if at < len(html) else -1


def _attribute_at(html: str, at: int) -> tuple[Attribute, int]:
    # The name may begin with "=", so the search for its end starts after the first character.
    name_end = _find(html, _ATTRIBUTE_NAME_END, at + 1)
    name = html[at:name_end].lower()
    sign = _find(html, _NOT_SPACE, name_end)
    if html[sign : sign + 1] != "=":
        return Attribute(name, name_end, name_end, ""), name_end
    start = _find(html, _NOT_SPACE, sign + 1)
    quote = html[start : start + 1]
    if quote not in {'"', "'"}:
        end = _find(html, _UNQUOTED_END, start)
        return Attribute(name, start, end, ""), end
    close = html.find(quote, start + 1)
    end = len(html) if close == -1 else close
    return Attribute(name, start + 1, end, quote), end + 1


def _end_of_other(html: str, at: int) -> int:
    """Return the end of a comment, declaration, bogus end tag or lone `<`; -1 if it has no end."""
    if html.startswith("<!--", at):
        return _end_of_comment(html, at)
    following = html[at + 1 : at + 2]
    if following in {"!", "?", "/"}:
        return html.find(">", at + 2) + 1 or -1
    return -1 if _is_letter(following) else at + 1


def _end_of_comment(html: str, at: int) -> int:
    if html.startswith("<!-->", at):
        return at + 5
    if html.startswith("<!--->", at):
        return at + 6
    found = _COMMENT_END.search(html, at + 4)
    return found.end() if found else -1


def _end_with_text(html: str, tag: Tag) -> int:
    """Return the end of the tag or, if it opens an element that contains only text, of that text."""
    if tag.closing or tag.name not in _TEXT_ONLY:
        return tag.end
    close = re.compile(rf"</{tag.name}(?=[\t\n\f\r />])", re.IGNORECASE | re.ASCII)
    found = close.search(html, tag.end)
    return -1 if found is None or tag.name == "plaintext" else found.start()


def _is_letter(text: str) -> bool:
    return text.isascii() and text.isalpha()


def _find(html: str, pattern: re.Pattern[str], start: int) -> int:
    found = pattern.search(html, start)
    return found.start() if found else len(html)


def plain_text(raw: str) -> str | None:
    """Decode the character references in `raw`; None if it contains an uncommon one."""
    if any(_letter(reference) is None for reference in _REFERENCE.finditer(raw)):
        return None
    return _REFERENCE.sub(lambda reference: _letter(reference) or "", raw)


def decoded(raw: str) -> str:
    """Decode the references that `plain_text` decodes; leave uncommon ones as they are."""
    return _REFERENCE.sub(lambda reference: _letter(reference) or reference[0], raw)


def _letter(reference: re.Match[str]) -> str | None:
    decimal, hexadecimal, name = reference.groups()
    if name is not None:
        return _ENTITIES.get(name)
    code = int(decimal) if decimal else int(hexadecimal, 16)
    proper = 0x20 <= code <= 0x10FFFF and not 0x7F <= code <= 0x9F and not 0xD800 <= code <= 0xDFFF
    return chr(code) if proper else None


def escape_value(text: str, quote: str) -> str:
    """Escape `text` as an attribute value in `quote`; if that is "", add quotes if the value needs them."""
    escaped = text.replace("&", "&amp;").replace("\u00a0", "&nbsp;")
    if quote == "'":
        return escaped.replace("'", "&#39;")
    quoted = escaped.replace('"', "&quot;")
    if quote == '"':
        return quoted
    return escaped if _NEEDS_NO_QUOTES.fullmatch(escaped) else f'"{quoted}"'
