"""Host headers as attackers send them: those that frameworks let through or failed on, and malformed ones.

They were collected from the tests and advisories of Django, Rails, Sinatra, Starlette, Litestar and Morepath,
from RFC 9110 and RFC 9112, and from guides to host header attacks. `{known}` stands for a known address.
"""

from __future__ import annotations

import socket

UNKNOWN = (
    b"evil.example",
    b"evil.example:80",
    b"127.0.0.1.nip.io",
    b"localhost.evil.example",
    b"evil.localhost.example",
    b"127.0.0.1.evil.example:8000",
    b"notlocalhost",
    b"sub.localhost.evil",
    b"192.0.2.7",
    b"169.254.169.254",
    b"0.0.0.0",
    b"[::]",
    b"[2001:db8::1]:443",
    b"[::ffff:169.254.169.254]",
    b"xn--lcalhost-m4a",
    b"127.1",
    b"2130706433",
    b"0x7f.0.0.1",
    b"0177.0.0.1",
    b"127.0.0.01",
    b"*",
    b"null",
)
MALFORMED = (
    b"",
    b" ",
    b".",
    b"..",
    b"...",
    b":",
    b":80",
    b"@",
    b"/",
    b"[",
    b"]",
    b"[]",
    b"[]:80",
    b"[::1",
    b"::1",
    b"[::1]x",
    b"[::1].evil.example",
    b"[::1]:x",
    b"[::1%25eth0]",
    b"[127.0.0.1]",
    b"[v1.x]",
    b"{known}..",
    b"{known}:80:80",
    b"{known}:-1",
    b"{known}:+80",
    b"{known}: 80",
    b"{known}:80/path",
    b"{known}:99999999999",
    b"{known}:dr.frankenstein@evil.example",
    b"{known}:dr.frankenstein@evil.example:80",
    b"{known}@evil.example",
    b"{known}: evil.example",
    b"{known}/path?bar=",
    b"{known}?",
    b"{known}#",
    b"{known}\\@evil.example",
    b"evil.example#{known}",
    b"evil.example/{known}",
    b"evil.example\t{known}",
    b"evil.example {known}",
    b"evil.example,{known}",
    b"{known},evil.example",
    b"user:password@{known}",
    b"http://{known}",
    b".{known}",
    b"-",
    b"a..b",
    b"{known}%00",
    b"{known}%2eevil.example",
    b"%31%32%37.0.0.1",
    "１２７.０.０.１".encode(),
    "ⓛocalhost".encode(),
    "lo\u00adcalhost".encode(),
    b"\xff\xfe",
    b"\x80",
    b"xn--",
    b"xn--\xff",
    b"a" * 64 + b".example",
    b"a" * 8_000,
    b"a." * 4_000,
    b"[" + b":" * 4_000 + b"]",
    b"'\"><script>alert(1)</script>",
    b"${jndi:ldap://evil.example}",
    b"%s%s%n",
)
KNOWN = (
    b"127.0.0.1",
    b"127.0.0.1:8000",
    b"127.0.0.1:",
    b"127.1.2.3",
    b"localhost",
    b"localhost:1",
    b"LOCALHOST:8000",
    b"LocalHost.",
    b"localhost.:8000",
    b"[::1]",
    b"[::1]:8000",
    b"[0:0:0:0:0:0:0:1]:8000",
    b"[::ffff:127.0.0.1]",
)
MISLEADING = (
    "X-Forwarded-Host",
    "X-Host",
    "X-Original-Host",
    "X-Forwarded-Server",
    "X-HTTP-Host-Override",
    "Forwarded",
)


def hostile(known: bytes) -> list[bytes]:
    """Return all hostile values; some of them contain the address `known`."""
    return [each.replace(b"{known}", known) for each in (*UNKNOWN, *MALFORMED)]


def with_host(host: bytes, path: str = "/login", method: str = "GET") -> bytes:
    """Return a request whose Host header has this value."""
    return b"%s %s HTTP/1.1\r\nHost: %s\r\nConnection: close\r\n\r\n" % (method.encode(), path.encode(), host)


def answered(port: int, request: bytes) -> tuple[int, bytes]:
    """Send a raw request to a local server. Return the response's status, and the whole response."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        connection.sendall(request)
        pieces = []
        try:
            while piece := connection.recv(65_536):
                pieces.append(piece)
        except ConnectionResetError:  # the server closed the connection before it had read all of the request
            pass
    response = b"".join(pieces)
    return int(response[9:12] or 0), response
