"""Cleans what Google, or somebody in its place, wrote, before it is shown or logged. Pure."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlencode, urlsplit

from server.lib.plain_text import plain_line

LONGEST = 200  # characters of a text
LONGEST_NAME = 60
_LONGEST_LINK = 300
# Only hosts on which Google itself writes, and which redirect nobody elsewhere: anybody can publish a page on
# sites.google.com, and www.google.com/url leads anywhere.
_HOSTS = frozenset(
    f"{name}.google.com"
    for name in (
        "admin",
        "cloud",
        "console.cloud",
        "console.developers",
        "developers",
        "myaccount",
        "policies",
        "security",
        "support",
        "workspace",
    )
)
_KEPT = {"project", "hl"}  # what may stay of a link's query
_LINK = re.compile(r"https://[^\s\"'<>^`{|}\[\]]{4,1000}", re.IGNORECASE)
_ANY_LINK = re.compile(r"\b[a-z][a-z0-9+.-]{0,20}:[/\\]{2}[^\s\"'<>]*", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]{0,2000}>")
# Tokens, codes and secrets of Google, and any other long random word,
# but not names such as ACCESS_TOKEN_SCOPE_INSUFFICIENT.
_SECRET = re.compile(
    r"(?:ya29\.|1//|4/|GOCSPX-|AIza|eyJ)[\w.~+/=-]{6,}"
    r"|(?<![\w+/=-])(?![A-Z_]+(?![\w+/=-]))[\w+/=-]{30,}"
)


def line(text: object, most: int = LONGEST) -> str:
    """Return a text as one line without markup and secrets, cut; "" for anything but a text."""
    if not isinstance(text, str):
        return ""
    bare = _TAG.sub(" ", _ANY_LINK.sub("…", text[: 20 * LONGEST]))
    short = plain_line(_SECRET.sub("…", plain_line(bare.replace("<", " ").replace(">", " "))))
    return short if len(short) <= most else f"{plain_line(short[: most - 1])}…"


def name(text: object) -> str:
    """Return the name of an error as it may be shown: letters, digits and a few marks; "" if it is none."""
    found = line(text, LONGEST_NAME)
    return found if re.fullmatch(r"[\w.:-]+…?", found, re.ASCII) else ""


def link_in(text: object) -> str:
    """Return the first link to a page of Google in a text, without what could lead elsewhere; "" if none."""
    found = _LINK.findall(text[: 20 * LONGEST]) if isinstance(text, str) else ()
    return next((good for each in found if (good := _cleaned(each))), "")


def _cleaned(url: str) -> str:
    try:
        parts = urlsplit(url.rstrip(".,;:!?)’”"))
        host, port = parts.hostname or "", parts.port
    except ValueError:
        return ""
    if host not in _HOSTS or parts.netloc.lower() != host or port or _SECRET.search(parts.path):
        return ""
    query = [(key, value) for key, value in parse_qsl(parts.query) if key in _KEPT and value.isalnum()]
    path = parts.path if re.fullmatch(r"[\w/.~-]*", parts.path, re.ASCII) else "/"
    clean = f"https://{host}{path}" + (f"?{urlencode(query)}" if query else "")
    return clean if len(clean) <= _LONGEST_LINK else ""
