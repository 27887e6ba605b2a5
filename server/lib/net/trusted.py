"""Tells which certificates to trust: the system's, among them those of a company's own proxy."""

from __future__ import annotations

import os
import ssl
import time
from functools import lru_cache
from pathlib import Path

import certifi

from server.lib.error_words import error_words

_KEPT = 600.0  # seconds, so that a certificate that was installed meanwhile is soon trusted
_BUNDLES = (
    "/etc/ssl/certs/ca-certificates.crt",  # Debian
    "/etc/pki/tls/certs/ca-bundle.crt",  # Fedora
    "/etc/ssl/ca-bundle.pem",  # openSUSE
    "/etc/ssl/cert.pem",  # Alpine
)


class UnreadableCertificates(OSError):
    """SSL_CERT_FILE or SSL_CERT_DIR names what cannot be read. The text says so."""


def trusted() -> ssl.SSLContext:
    """Return a context that trusts SSL_CERT_FILE and SSL_CERT_DIR if set, else the system's certificates.

    Where the system has none, those of certifi. Raises UnreadableCertificates.
    """
    file, folder = os.environ.get("SSL_CERT_FILE", ""), os.environ.get("SSL_CERT_DIR", "")
    return _made(file, folder, int(time.monotonic() / _KEPT))


def new_trusting() -> ssl.SSLContext:
    """Return a context as `trusted` does, for one who changes it. Raises UnreadableCertificates."""
    return _new(os.environ.get("SSL_CERT_FILE", ""), os.environ.get("SSL_CERT_DIR", ""))


@lru_cache(maxsize=2)
def _made(file: str, folder: str, _period: int) -> ssl.SSLContext:
    return _new(file, folder)


def _new(file: str, folder: str) -> ssl.SSLContext:
    try:
        if file or folder:
            context = ssl.create_default_context(cafile=file or None, capath=folder or None)
        else:
            context = ssl.create_default_context()
            for bundle in _beyond_the_default():
                context.load_verify_locations(bundle)
    except OSError as error:
        named = " and ".join(part for part in (file, folder) if part)
        raise UnreadableCertificates(
            f"the certificates in {named} cannot be read ({error_words(error)})"
        ) from error
    # Since Python 3.13. The certificates that companies make for their proxies often break RFC 5280 in form.
    context.verify_flags &= ~ssl.VERIFY_X509_STRICT
    return context


def _beyond_the_default() -> list[str]:
    """Return what to load where Python's own library does not know this system's place of certificates."""
    known = ssl.get_default_verify_paths()
    hashed = Path(known.capath).glob("*.0") if known.capath else iter(())
    if known.cafile or any(hashed):
        return []
    return [next((path for path in _BUNDLES if Path(path).is_file()), certifi.where())]
