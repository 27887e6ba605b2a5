"""Checks that readers can be told apart by their addresses."""

from __future__ import annotations

from tortoise.exceptions import BaseORMException

from server.doctor.diagnosis import Diagnosis
from server.lib.database import connection
from server.lib.net.inside import is_own_proxy, is_wide, use_proxies
from server.lib.net.ip import Network
from server.lib.settings import ServerSettings, Settings
from server.ops.observing import UnnamedProxy, unnamed_proxies
from server.ops.shared_address import shared_address
from server.tables import MODELS


async def readers(settings: Settings) -> list[Diagnosis]:
    """Check that readers can be told apart by their addresses."""
    server = settings[ServerSettings]
    use_proxies(server.trusted_proxies)
    wide = [_too_wide(network) for network in server.trusted_proxies if is_wide(network)]
    try:
        async with connection.connected(server.database_url, MODELS):
            address, unnamed = await shared_address(), await unnamed_proxies(server.trusted_proxies)
    except (BaseORMException, OSError):
        return wide  # what is wrong with the database is said elsewhere
    named = [_unnamed(each) for each in unnamed]
    return [*wide, *named, *([diagnosis_of(address)] if address and not named else [])]


def diagnosis_of(address: str) -> Diagnosis:
    """Return what the doctor says about the one address that all recent opens come from."""
    text = f"All recent opens come from {address}, which is your proxy, so readers can't be told apart. "
    if not is_own_proxy(address):
        text = (
            f"All recent opens come from {address}. If that is your proxy and not your own tests, readers "
            f"can't be told apart: set TRUSTED_PROXIES={address}. "
        )
    return Diagnosis("yellow", "readers", f"{text}The proxy has to send X-Forwarded-For.")


def _unnamed(proxy: UnnamedProxy) -> Diagnosis:
    text = (
        f"{proxy.address} has passed on the addresses of readers with {proxy.requests} requests since "
        f"{proxy.since:%-d %b %Y}, but TRUSTED_PROXIES doesn't name it, so all of them seem to come from it. "
    )
    if proxy.is_inside:
        return Diagnosis("red", "readers", f"{text}Set TRUSTED_PROXIES={proxy.address}.")
    text += "Anybody outside can send such requests. If you know it as your proxy, add it to TRUSTED_PROXIES."
    return Diagnosis("yellow", "readers", text)


def _too_wide(network: Network) -> Diagnosis:
    text = (
        f"TRUSTED_PROXIES contains {network}. Readers may be in such a wide network, and whoever is in it "
        "can claim any address. Name only the addresses of your proxies."
    )
    return Diagnosis("yellow", "readers", text)
