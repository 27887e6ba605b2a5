"""Reads the address under which recipients' mail programs reach the server: the setting PUBLIC_URL.

What can mean only one thing is put right. The rest is refused with what to write instead: a wrong guess would
be in every message that leaves, and no message can be changed afterwards.
"""

from __future__ import annotations

import re
from ipaddress import IPv4Address

import ada_url

from server.lib.net.hosts import host_of, origin, parse_host
from server.lib.net.ip import parse_address

_EXAMPLE = "such as https://mail.example.org"
_SCHEME = re.compile(
    r"(?P<scheme>[a-z][a-z0-9+.-]*)(?P<slashes>:[/\\]*|[/\\]{2,})(?P<rest>.*)", re.IGNORECASE | re.DOTALL
)
_TEMPLATE = re.compile(r"[<>{}\[\]$%*]|\bYOUR[-_. ]", re.IGNORECASE)


def read_public_url(given: str) -> str:
    """Return the origin. Raises ValueError, whose text says what to write instead."""
    url = origin(given)
    if url is None:
        raise ValueError(_refusal(given))
    address = parse_address(host_of(url))
    if address and (address.is_unspecified or address.is_multicast):
        raise ValueError(
            "is the address at which a server listens, not one that mail programs can open. Set it to one "
            f"{_EXAMPLE}."
        )
    return url


def is_placeholder(url: str) -> bool:
    """Return whether the URL's host comes from an example: nobody can own it, or nobody means it."""
    host = host_of(url)
    reserved = {"example.com", "example.org", "example.net"}  # RFC 2606
    return (
        host in reserved
        or any(host.endswith(f".{name}") for name in reserved)
        or re.search(r"(^|[.-])your-?(own-?)?(domain|server|host|site|company|url)", host) is not None
        or re.search(r"(^|\.)(yourdomain|mydomain|changeme|domain\.(com|tld))($|\.)", host) is not None
    )


def private_reason(url: str) -> str | None:
    """Say why only some machines can reach the URL's host, in a part of a sentence; None if all may."""
    host = host_of(url)
    address = parse_address(host)
    if address:
        if isinstance(address, IPv4Address) or address.is_private:
            return None if address.is_global else f"{host} is an address of a private network"
        return None if address.is_global else f"{host} is not an address of the internet"
    if host.endswith((".local", ".lan", ".internal", ".home.arpa", ".localdomain", ".test", ".intranet")):
        return f"names that end in .{host.rpartition('.')[2]} are known in a private network only"
    return None if "." in host else f"{host} is a name of one network only"


def _refusal(given: str) -> str:
    bare = given.strip()
    if _TEMPLATE.search(bare.partition("://")[2] or bare) and not re.search(r"\[[0-9A-Fa-f:.]+\]", bare):
        return f"still has a placeholder in it. Set it to your server's address, {_EXAMPLE}."
    if len(re.findall(r"https?:", bare, re.IGNORECASE)) > 1 or re.search(r"[,;\s]", bare):
        return f"is not one address alone. Set it to one, {_EXAMPLE}; others belong into ALLOWED_HOSTS."
    if re.search(r"//[0-9A-Fa-f]*:[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*/?$", bare):
        return "has an IPv6 address without brackets. Write it as https://[2001:db8::5]:PORT."
    found = _SCHEME.fullmatch(bare)
    scheme = found["scheme"].lower() if found else ""
    if found is None or (found["slashes"] == ":" and parse_host(bare.partition("/")[0])):
        return f"has no scheme. {_proposed(bare)}"
    if scheme in {"http", "https"} and found["slashes"].startswith(":"):
        return _beyond_the_origin(bare, scheme)
    return f"begins with {scheme}, not with https://. {_proposed(found['rest'])}"


def _beyond_the_origin(bare: str, scheme: str) -> str:
    try:
        read = ada_url.URL(bare)
    except ValueError:
        return f"has no usable host or port. Set it to the address of a web server, {_EXAMPLE}."
    what = ""
    if read.username or read.password:
        what = "has a user name or password in it, which would be in every message"
    elif read.search or read.hash:
        what = "has a ? or # in it"
    elif read.pathname != "/":
        what = "has a path, and pixels and links are only served without one"
    if not what or parse_host(read.host) is None:
        return f"has no usable host. Set it to the address of a web server, {_EXAMPLE}."
    return f"{what}. Set it to {scheme}://{read.host}"


def _proposed(rest: str) -> str:
    proposal = origin("https://" + re.split(r"[/\\?#]", rest.lstrip("/\\:"), maxsplit=1)[0])
    return f"Set it to {proposal}" if proposal else f"Set it to the address of a web server, {_EXAMPLE}."
