"""Checks the public address, and whether the server answers there."""

from __future__ import annotations

import httpx

from server.doctor.diagnosis import Diagnosis
from server.lib.net.ip import is_loopback
from server.lib.net.outgoing import Outgoing
from server.lib.settings import Settings
from server.ops.served import served_url

_TIMEOUT = 5.0


async def public_url(settings: Settings) -> list[Diagnosis]:
    """Check that the public URL is reachable from this machine, and uses HTTPS unless it is on loopback."""
    url = served_url(settings)
    if is_loopback(httpx.URL(url).host):
        text = (
            f"{url} is reachable only from this machine, so no recipient can load the pixel. Set "
            "PUBLIC_URL to go live."
        )
        found = [Diagnosis("yellow", "public address", text)]
    elif not url.startswith("https://"):
        text = f"{url} does not use HTTPS, so mail apps block the pixel. Serve it over HTTPS."
        found = [Diagnosis("red", "public address", text)]
    else:
        found = [Diagnosis("green", "public address", url)]
    return [*found, await _health(url)]


async def _health(url: str) -> Diagnosis:
    try:
        # A server on this machine is never behind the proxy through which the machine reaches others.
        direct = is_loopback(httpx.URL(url).host)
        async with Outgoing(_TIMEOUT, _TIMEOUT, direct=direct).client() as client:
            answer = await client.get(f"{url}/health")
    except httpx.HTTPError as error:
        return Diagnosis(
            "yellow", "server", f"does not answer at {url} ({type(error).__name__}). Is it running?"
        )
    colour = "green" if answer.status_code == 200 else "red"
    return Diagnosis(colour, "server", f"answers {answer.status_code} at {url}/health")
