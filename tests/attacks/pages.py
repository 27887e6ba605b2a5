"""Attacks with complete, valid requests for what costs the server most."""

from __future__ import annotations

import json

from tests.attacks.attack import Attack, Scene
from tests.attacks.bodies import FORM, JSON, PAIRINGS, SAME_SITE, begun
from tests.attacks.place import Streams

CLOSE = "Connection: close"
_RANGES = ",".join(f"{start}-{start}" for start in range(0, 4000, 2))
_TAGS = ", ".join(f'"{number}"' for number in range(3000))


def asked(
    label: str, path: str, *lines: str, at_once: tuple[int, int] = (1, 3), body: str = "", pause: float = 0.3
) -> Attack:
    """Ask for a page again and again, each time on a connection of its own."""

    async def act(scene: Scene, streams: Streams) -> None:
        method = "POST" if body else "GET"
        length = (f"Content-Length: {len(body)}",) if body else ()
        request = begun(path, *lines, *length, CLOSE, method=method, then=body.encode())
        await scene.send(streams, request(scene))

    return Attack(label, act, at_once, pause=pause)


async def live(scene: Scene, streams: Streams) -> None:
    await scene.send(streams, scene.head("GET /live HTTP/1.1", f"Cookie: {scene.known.cookie}") + b"\r\n")


def sign_ins(label: str, email: str) -> Attack:
    """Try to sign in with a wrong password, as the form on the sign-in page would."""

    async def act(scene: Scene, streams: Streams) -> None:
        body = f"csrf={scene.known.token}&email={email}&password=wrong+horse+battery".encode()
        lines = (FORM, SAME_SITE, f"Cookie: {scene.known.visitor}", f"Content-Length: {len(body)}", CLOSE)
        await scene.send(streams, begun("/login", *lines, then=body)(scene))

    return Attack(label, act, (20, 200), pause=0.3)


ANYBODYS = (
    asked("the sign-in page", "/login"),
    asked("the page about privacy", "/privacy"),
    asked("the page about the extension", "/extension"),
    asked("the extension's package", "/extension/download"),
    asked("pages that do not exist", "/nowhere/" + "x" * 200),
    asked("set-up links", "/setup/" + "x" * 43),
    asked("pairings that do not exist", "/pairings/ABCD-EFGH"),
    asked("pairings begun", PAIRINGS, JSON, body=json.dumps({"browser": "Chromium on Linux"})),
    asked("sign-ins with Google begun", "/login/google"),
    asked("callbacks from Google", "/oauth/google/callback?state=x&code=y"),
    asked("health", "/health", pause=0.02),
    asked("a query of 8 kB", "/login?" + "a=%41&" * 1300),
    asked("a path of 8 kB", "/" + "%2e%2e/" * 1100),
    asked("2000 ranges", "/static/vendor/htmx.min.js", f"Range: bytes={_RANGES}"),
    asked("3000 tags", "/static/vendor/htmx.min.js", f"If-None-Match: {_TAGS}"),
    asked("a token of 8 kB", "/p/x/" + "A" * 8000 + ".gif"),
    asked("links with a token of 8 kB", "/c/x/" + "A" * 8000),
    asked("languages by the thousand", "/login", f"Accept-Language: {','.join(['de-CH;q=0.9'] * 2000)}"),
    asked("cookies by the thousand", "/login", f"Cookie: {'; '.join(['a=b'] * 5000)}"),
)
SIGN_INS = (
    sign_ins("sign-ins with Alice's address", "alice@sandbox.example"),
    sign_ins("sign-ins with an unknown address", "nobody@sandbox.example"),
)
STREAMS = (Attack("event streams of one session", live, (100, 400), pause=1.0),)
