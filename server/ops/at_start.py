"""Says at the start what is no reason to refuse it, but keeps readers or other servers from being reached."""

from __future__ import annotations

import logging
import os
import shutil
from collections.abc import Iterable

import httpx

from server.lib.net.ip import is_loopback
from server.lib.net.proxies import ProxyRefuses, proxy_for
from server.lib.net.trusted import UnreadableCertificates, new_trusting
from server.lib.settings import ServerSettings, Settings

_OUTSIDE = "https://www.googleapis.com"
_LITTLE = 20 << 20  # bytes left on the disk
log = logging.getLogger(__name__)


def warn(settings: Settings, doubts: Iterable[str]) -> None:
    """Log `doubts` about the names of settings, and what `warnings` finds."""
    for each in [*doubts, *warnings(settings)]:
        log.warning("%s", each)


def warnings(settings: Settings) -> list[str]:
    """Return a sentence for each setting that cannot serve its purpose, and for a disk that is full."""
    server = settings[ServerSettings]
    found = [_about_the_proxy(), _about_certificates(), _about_the_disk(server)]
    url = server.public_url
    if url.startswith("http://") and not is_loopback(httpx.URL(url).host):
        found.append(
            f"PUBLIC_URL={url} does not use HTTPS, so mail apps block the pixel. Serve it over HTTPS."
        )
    return [each for each in found if each]


def _about_the_proxy() -> str:
    try:
        proxy_for(_OUTSIDE)
    except ProxyRefuses as error:
        return f"Other servers cannot be reached: {error}. Correct or remove HTTPS_PROXY and ALL_PROXY."
    return ""


def _about_certificates() -> str:
    if not (os.environ.get("SSL_CERT_FILE") or os.environ.get("SSL_CERT_DIR")):
        return ""
    try:
        new_trusting()
    except UnreadableCertificates as error:
        return f"Nothing is reached by HTTPS: {error}. Correct or remove SSL_CERT_FILE and SSL_CERT_DIR."
    return ""


def _about_the_disk(server: ServerSettings) -> str:
    folder = server.data
    try:
        left = shutil.disk_usage(folder).free
    except OSError:  # the folder is made only now
        return ""
    if left >= _LITTLE:
        return ""
    text = f"The disk of {folder} has only {left / 1e6:.1f} MB left. When it is full, hits are lost."
    return f"{text} Free some space."
