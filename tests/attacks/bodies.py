"""Attacks with the body of a request: slow, endless, or made to be costly to parse."""

from __future__ import annotations

import gzip
from collections.abc import Callable

from tests.attacks.attack import Attack, Scene
from tests.attacks.heads import BLOCK, PAUSE
from tests.attacks.place import Streams

BODY_LIMIT = 15.0  # seconds in which a body must have come
FORM = "Content-Type: application/x-www-form-urlencoded"
JSON = "Content-Type: application/json"
MULTIPART = "Content-Type: multipart/form-data; boundary="
SAME_SITE = "Sec-Fetch-Site: same-origin"  # what only browsers are unable to forge
PAIRINGS = "/api/extension/pairings"  # takes JSON from anybody
CHUNKED = "Transfer-Encoding: chunked"


def begun(path: str, *lines: str, method: str = "POST", then: bytes = b"") -> Callable[[Scene], bytes]:
    """The head of a request whose body follows, and the beginning of the body."""
    return lambda scene: scene.head(f"{method} {path or scene.known.pixel} HTTP/1.1", *lines) + b"\r\n" + then


def slow(label: str, beginning: Callable[[Scene], bytes], piece: bytes = b"") -> Attack:
    """Begin, and then send a piece every half second, or nothing."""

    async def act(scene: Scene, streams: Streams) -> None:
        await scene.send(streams, beginning(scene))
        if piece:
            await scene.drip(streams, piece)

    return Attack(label, act, (5, 50), BODY_LIMIT, pause=0.5)


def endless(label: str, beginning: Callable[[Scene], bytes], piece: bytes) -> Attack:
    """Begin, and then send a piece as often as possible."""

    async def act(scene: Scene, streams: Streams) -> None:
        await scene.send(streams, beginning(scene))
        await scene.stream(streams, piece * (BLOCK // len(piece)))

    return Attack(label, act, (1, 2), pause=PAUSE)


def costly(label: str, kind: str, body: bytes, *more: str, path: str = "/login") -> Attack:
    """Send complete requests with this body, one after the other, from four clients."""

    async def act(scene: Scene, streams: Streams) -> None:
        length = f"Content-Length: {len(body)}"
        await scene.send(streams, begun(path, kind, SAME_SITE, length, "Connection: close", *more)(scene))
        for at in range(0, len(body), BLOCK):
            await scene.send(streams, body[at : at + BLOCK])

    return Attack(label, act, (4, 4), pause=PAUSE)


def _part(name: str, content: bytes, more: bytes = b"") -> bytes:
    return (
        b'--b\r\nContent-Disposition: form-data; name="' + name.encode() + b'"\r\n' + more + b"\r\n" + content
    )


MILLION = 980_000  # bytes: no body may be larger than a million
_MANY_PARTS = b"\r\n".join(_part(f"n{number}", b"x") for number in range(15_000)) + b"\r\n--b--\r\n"
_FIELD_LINES = b"X-Y: z\r\n" * 100_000
_LONG_BOUNDARY = "b" * 20_000

SLOW = (
    slow("bodies that never come", begun("/login", FORM, SAME_SITE, "Content-Length: 1000")),
    slow("bodies dripped", begun("/login", FORM, SAME_SITE, "Content-Length: 60000"), b"x"),
    slow("JSON dripped", begun(PAIRINGS, JSON, "Content-Length: 60000"), b"1"),
    slow(
        "bodies announced with Expect that never come",
        begun("/login", FORM, SAME_SITE, "Expect: 100-continue", "Content-Length: 1000"),
    ),
    slow("chunks of a byte dripped", begun("/login", FORM, SAME_SITE, CHUNKED), b"1\r\nx\r\n"),
    slow("chunk extensions dripped", begun("/login", FORM, SAME_SITE, CHUNKED, then=b"5;x="), b"y"),
    slow("trailers dripped", begun("/login", FORM, SAME_SITE, CHUNKED, then=b"0\r\n"), b"X-Y: z\r\n"),
    slow("bodies of a pixel that never come", begun("", "Content-Length: 1000", method="GET")),
    slow("bodies dripped to an unknown page", begun("/nowhere", FORM, "Content-Length: 60000"), b"x"),
    slow("bodies dripped to a file", begun("/static/icon.svg", FORM, "Content-Length: 9000"), b"x"),
)
ENDLESS = (
    endless("an endless body", begun("/login", FORM, SAME_SITE, "Content-Length: 1000000000000"), b"x"),
    endless("endless chunks of a byte", begun("/login", FORM, SAME_SITE, CHUNKED), b"1\r\nx\r\n"),
    endless("an endless chunk extension", begun("/login", FORM, SAME_SITE, CHUNKED, then=b"5;"), b"x"),
    endless("endless trailers", begun("/login", FORM, SAME_SITE, CHUNKED, then=b"0\r\n"), b"X-Y: z\r\n"),
    endless(
        "an endless body of a pixel", begun("", CHUNKED, method="GET"), b"1000\r\n%b\r\n" % (b"x" * 4096)
    ),
    endless("an endless body of a file", begun("/static/icon.svg", CHUNKED, method="GET"), b"1\r\nx\r\n"),
    endless("an endless body of an unknown page", begun("/nowhere", CHUNKED), b"1\r\nx\r\n"),
    endless("endless JSON", begun(PAIRINGS, JSON, CHUNKED), b"5\r\n[[[[[\r\n"),
)
FORMS = (
    costly("490,000 empty fields", FORM, b"a&" * (MILLION // 2)),
    costly("a form of percent signs", FORM, b"a=" + b"%41" * (MILLION // 3)),
    costly("a form of one long name", FORM, b"a" * MILLION),
    costly("a form just below the limit", FORM, (b"a=%41%42%43+&" * 5000)[:65_000]),
    costly("100 fields just below the limit", FORM, b"&".join([b"a=" + b"%c3%bc" * 108] * 100)),
    costly("15,000 parts", f"{MULTIPART}b", _MANY_PARTS),
    costly("a part of CR without LF", f"{MULTIPART}b", _part("a", b"\r" * MILLION)),
    costly("a part that begins with a line end", f"{MULTIPART}b", _part("a", b"\n" + b"x" * MILLION)),
    costly("a part with 100,000 header lines", f"{MULTIPART}b", _part("a", b"x", _FIELD_LINES)),
    costly("a part that almost ends", f"{MULTIPART}b", _part("a", b"\r\n--" * (MILLION // 4))),
    costly("a boundary of 20 kB", f"{MULTIPART}{_LONG_BOUNDARY}", b"--" + b"b" * 60_000),
)
API = (
    costly("JSON of 400,000 brackets", JSON, b"[" * 400_000, path=PAIRINGS),
    costly("JSON of 100,000 objects in each other", JSON, b'{"a":' * 100_000, path=PAIRINGS),
    costly("a number of 900,000 digits", JSON, b'{"browser": %b}' % (b"9" * 900_000), path=PAIRINGS),
    costly("JSON of escapes", JSON, b'{"browser": "%b"}' % (b"\\u0000" * 160_000), path=PAIRINGS),
    costly(
        "JSON of 100,000 keys", JSON, b"{%b}" % b",".join(b'"%d":1' % n for n in range(80_000)), path=PAIRINGS
    ),
    costly("a gzip bomb", JSON, gzip.compress(bytes(20_000_000)), "Content-Encoding: gzip", path=PAIRINGS),
    costly("JSON in UTF-32", f"{JSON}; charset=utf-32", "[1]".encode("utf-32") * 60_000, path=PAIRINGS),
    costly("a page's body as JSON", JSON, b"[" * 60_000),
)
