"""Stores the server's public URL in the data folder, for commands that run while the server runs."""

from __future__ import annotations

import logging
import os
from pathlib import Path

from server.lib import config
from server.lib.error_words import error_words
from server.lib.net.hosts import origin
from server.lib.settings import ServerSettings, Settings

log = logging.getLogger(__name__)


def keep_served_url(settings: Settings) -> None:
    """Store the URL at which people reach the server. A disk that is full is no reason not to serve."""
    path, text = _file(settings), settings[ServerSettings].public_url + "\n"
    fresh = path.with_name(f"{path.name}.new")
    try:
        if path.exists() and path.read_text(errors="replace") == text:
            return
        fresh.write_text(text)
        fresh.replace(path)
    except OSError as error:
        log.warning(
            "%s cannot be written (%s), so commands may name an earlier URL", path, error_words(error)
        )


def served_url(settings: Settings) -> str:
    """Return the public URL from the environment or else the one that the server last stored."""
    if (
        config.text(os.environ, "PUBLIC_URL")
        or config.text(os.environ, "PORT")
        or not _file(settings).exists()
    ):
        return settings[ServerSettings].public_url
    return origin(_file(settings).read_text(errors="replace").strip()) or settings[ServerSettings].public_url


def _file(settings: Settings) -> Path:
    return settings[ServerSettings].data / "public-url"
