"""Where the server of this data folder is reached: kept by `serve`, used by commands that run beside it."""

from __future__ import annotations

import os
from pathlib import Path

from server.lib.settings import ServerSettings, Settings


def keep_served_url(settings: Settings) -> None:
    """Remember the address people reach us by."""
    _file(settings).write_text(settings[ServerSettings].public_url + "\n")


def served_url(settings: Settings) -> str:
    """What the environment says; without a word there, what the server of this data folder last said."""
    if os.environ.get("PUBLIC_URL") or os.environ.get("PORT") or not _file(settings).exists():
        return settings[ServerSettings].public_url
    return _file(settings).read_text().strip()


def _file(settings: Settings) -> Path:
    return settings[ServerSettings].data / "public-url"
