"""Checks that the certificates to trust can be read, without which nothing is reached by HTTPS."""

from __future__ import annotations

import asyncio
import os
from pathlib import Path

from server.doctor.diagnosis import Diagnosis
from server.lib.net.trusted import UnreadableCertificates, new_trusting
from server.lib.settings import Settings

_OF_OTHERS = ("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "NODE_EXTRA_CA_CERTS")


async def certificates(_settings: Settings) -> list[Diagnosis]:
    """Check SSL_CERT_FILE and SSL_CERT_DIR, and names that other programs use for the same."""
    return await asyncio.to_thread(_looked_at)


def _looked_at() -> list[Diagnosis]:
    try:
        count = len(new_trusting().get_ca_certs())
    except UnreadableCertificates as error:
        text = f"{error}. Nothing is reached by HTTPS. Correct or remove SSL_CERT_FILE and SSL_CERT_DIR."
        return [Diagnosis("red", "certificates", text)]
    folder = os.environ.get("SSL_CERT_DIR", "")
    if folder and not any(_has_certificates(Path(each)) for each in folder.split(os.pathsep)):
        colour = "yellow" if count else "red"
        text = f"SSL_CERT_DIR={folder} has no certificates that OpenSSL finds. Run: openssl rehash {folder}"
        return [Diagnosis(colour, "certificates", text)]
    instead = [name for name in _OF_OTHERS if os.environ.get(name)]
    if instead and not (folder or os.environ.get("SSL_CERT_FILE")):
        text = f"{instead[0]} is not read by Sightline. To trust that file, name it in SSL_CERT_FILE."
        return [Diagnosis("yellow", "certificates", text)]
    return []


def _has_certificates(folder: Path) -> bool:
    """Return whether there are names as OpenSSL looks for them: the hash of the subject, and a number."""
    return any(folder.glob("????????.[0-9]"))
