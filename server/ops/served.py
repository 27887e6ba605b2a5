"""Stores the server's public URL in the data folder, for commands that run while the server runs."""

from __future__ import annotations

import os
from pathlib import Path

from server.lib import config
from server.lib.net.hosts import origin
from server.lib.settings import ServerSettings, Settings


def keep_served_url(settings: Settings) -> None:
    """Store the URL at which people reach the server."""
    _file(settings).write_text(settings[ServerSettings].public_url + "\n")


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
