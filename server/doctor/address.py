"""Checks the public address, and whether the server answers there."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass

import httpx

from server.doctor import listening
from server.doctor.diagnosis import Diagnosis
from server.lib.error_words import error_words
from server.lib.net.hosts import bound_host
from server.lib.net.ip import is_loopback
from server.lib.net.outgoing import Outgoing
from server.lib.net.public_url import is_placeholder, private_reason
from server.lib.settings import ServerSettings, Settings
from server.ops.served import served_url

_TIMEOUT = 5.0
_NAME = "public address"


async def public_url(settings: Settings) -> list[Diagnosis]:
    """Check that the public URL can be what recipients' programs open, and that the server answers there."""
    url = served_url(settings)
    found = await _asked(url)
    doubt = _doubt(url)
    if found.ours:
        line = doubt or Diagnosis("green", _NAME, url)
        colour = "green" if found.status == httpx.codes.OK else "red"
        return [line, Diagnosis(colour, "server", f"answers {found.status} at {url}/health{found.words}")]
    here = _here(settings[ServerSettings])
    own = await _asked(here) if here != url else found
    if found.status is None and not own.ours:
        wrong = [found.line(url, "")] if found.certain else []
        lines = [*wrong, *([doubt] if doubt else [])] or [
            Diagnosis("yellow", _NAME, f"{url} was not reached")
        ]
        return [*lines, await _why_silent(settings[ServerSettings], here, own.words)]
    runs = Diagnosis("green", "server", f"answers at {here}") if own.ours else None
    line = found.line(url, f", but the server answers at {here}" if runs else "")
    return [line, *([doubt] if doubt else []), *([runs] if runs else [])]


async def _why_silent(server: ServerSettings, here: str, words: str) -> Diagnosis:
    if unusable := await asyncio.to_thread(listening.unusable, server):
        return Diagnosis("red", "server", unusable)
    return Diagnosis("yellow", "server", f"does not answer at {here} ({words}). Is it running?")


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of a request. `status`: None without an answer. `certain`: it is wrong whoever runs there."""

    status: int | None
    ours: bool = False
    words: str = ""
    certain: bool = False

    def line(self, url: str, although: str) -> Diagnosis:
        """Return the line about a public address that leads elsewhere, or nowhere."""
        if self.status is None:
            text = (
                f"{url} does not answer ({self.words}){although}. Check its DNS entry, its certificate, the "
            )
            return Diagnosis("red", _NAME, f"{text}firewall and the proxy in front of the server.")
        text = f"{url}/health is answered by something else: {self.status}{self.words}{although}."
        return Diagnosis("red", _NAME, f"{text} Check PUBLIC_URL, and the proxy in front of the server.")


def _doubt(url: str) -> Diagnosis | None:
    """Return what speaks against an address, whether or not the server answers there."""
    if is_loopback(httpx.URL(url).host):
        text = f"{url} is reachable only from this machine, so no recipient can load the pixel. Set "
        return Diagnosis("yellow", _NAME, f"{text}PUBLIC_URL to go live.")
    if not url.startswith("https://"):
        text = f"{url} does not use HTTPS, so mail apps block the pixel. Serve it over HTTPS."
        return Diagnosis("red", _NAME, text)
    if is_placeholder(url):
        return Diagnosis(
            "yellow", _NAME, f"{url} is an example. Set PUBLIC_URL to your server's own address."
        )
    if private := private_reason(url):
        return Diagnosis("yellow", _NAME, f"{url}: {private}, so recipients elsewhere can't load the pixel.")
    return None


def _here(server: ServerSettings) -> str:
    host = bound_host(server.host) or "127.0.0.1"
    return f"http://[{host}]:{server.port}" if ":" in host else f"http://{host}:{server.port}"


async def _asked(url: str) -> _Answer:
    # A server on this machine is never behind the proxy through which the machine reaches others.
    direct = is_loopback(httpx.URL(url).host)
    try:
        async with Outgoing(_TIMEOUT, _TIMEOUT, direct=direct).client() as client:
            answer = await client.get(f"{url}/health")
    except (httpx.HTTPError, UnicodeError) as error:
        words = error_words(error)
        return _Answer(None, words=words, certain=any(sign in words for sign in _CERTAIN))
    try:
        told = json.loads(answer.content)
    except ValueError:
        told = None
    if isinstance(told, dict) and "status" in told:
        return _Answer(answer.status_code, ours=True, words=_told(told))
    to = answer.headers.get("location", "")
    return _Answer(answer.status_code, words=f", which leads to {to[:80]}" if to else "")


_CERTAIN = ("certificate", "resolve", "Name or service", "No address", "proxy", "SSL")


def _told(health: dict[str, object]) -> str:
    wrong = [f"{name}: {value}" for name, value in health.items() if value not in {"ok", "off", None}]
    return f" ({', '.join(wrong)[:100]})" if wrong else ""
