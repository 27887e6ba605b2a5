"""Reads the URL of a database, of Redis or of a proxy, also if a password in it is not encoded. Pure."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from urllib.parse import unquote

ENCODE = "Write / ? # @ and : in a password as %2F %3F %23 %40 %3A."
_HOST = re.compile(r"\[(?P<v6>[0-9A-Fa-f:.%]+)\]|(?P<name>[^\s\[\]:/?#@,<>{}]*)")
_PLACEHOLDER = re.compile(
    r"[\[<{].*[\]>}]|\$\{?\w+\}?|(your|my)[-_ ]?(pass(word)?|secret|user(name)?)|change[-_ ]?me",
    re.IGNORECASE,
)
_PORTS = range(1, 65_536)


@dataclass(frozen=True, slots=True)
class ServerUrl:
    """What stands in SCHEME://USER:PASSWORD@HOST:PORT/PATH?QUERY, decoded but for the query.

    None: not there. `host` begins with a slash if it is the folder of a Unix socket (%2Frun%2Fpostgresql).
    """

    user: str | None
    password: str | None = field(repr=False)
    host: str | None
    port: int | None
    path: str
    query: str


def read_server_url(rest: str) -> ServerUrl:
    """Read what comes after the scheme. Raises ValueError: what is wrong, with no password in it."""
    login, place, query = _parted(rest)
    user, colon, password = login.partition(":")
    for each in (user, password):
        if _PLACEHOLDER.fullmatch(each):
            raise ValueError(
                f"still has the placeholder {each} in it. Write the user and the password there."
            )
    authority, _, path = place.partition("/")
    host, port = _host_and_port(authority)
    return ServerUrl(
        unquote(user) or None, unquote(password) if colon else None, host or None, port, unquote(path), query
    )


def _parted(rest: str) -> tuple[str, str, str]:
    """Part into login, place and query.

    Where an @ comes after a / ? or #, those belong to the password: hosts and paths have no @.
    """
    end = re.search("[/?#]", rest)
    authority = rest[: end.start()] if end else rest
    beyond = rest[len(authority) :].partition("?")[0]
    login, after = "", rest
    if "@" in authority and "@" not in beyond:
        login = authority.rpartition("@")[0]
        after = rest[len(login) + 1 :]
    elif "@" in rest and (":" in authority or "@" in beyond):
        login = rest[: len(authority + beyond) if "@" in authority else len(rest)].rpartition("@")[0]
        after = rest[len(login) + 1 :]
    place, _, query = after.partition("?")
    if "#" in place or "#" in query:
        raise ValueError(f"contains a # which begins nothing here. {ENCODE}")
    return login, place, query


def _host_and_port(authority: str) -> tuple[str, int | None]:
    host, port = authority, ""
    if not authority.endswith("]"):
        before, colon, after = authority.rpartition(":")
        host, port = (before, after) if colon else (authority, "")
    if "," in authority:
        raise ValueError("names several hosts. Name the one that takes writes.")
    if host.count(":") > 1 and not host.startswith("["):
        raise ValueError("has an IPv6 address without brackets. Write it as [2001:db8::5]:PORT.")
    host = unquote(host)
    if host.startswith("/"):
        return host, _port(port)
    found = _HOST.fullmatch(host)
    if found is None:
        raise ValueError(f"names no host that can be read. {ENCODE}")
    return found["v6"] or found["name"] or "", _port(port)


def _port(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and int(text) in _PORTS):
        raise ValueError(f"has no usable port after the host. {ENCODE}")
    return int(text)
