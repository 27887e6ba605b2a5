"""Logging to standard error, one line an event. Nothing secret is ever passed to it."""

from __future__ import annotations

import logging


def start(debug: bool) -> None:
    """Configure the process's log."""
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(levelname)-7s %(name)s  %(message)s",
        datefmt="%H:%M:%S",
    )
    # Only we say more: libraries write at that level what they carry, Google's tokens included.
    logging.getLogger("server").setLevel(logging.DEBUG if debug else logging.NOTSET)
    for noisy in (
        "httpx",
        "httpcore",
        "asyncio",
        "aiosqlite",
        "tortoise",
        "googleapiclient",
        "google_auth_httplib2",
    ):
        logging.getLogger(noisy).setLevel(logging.WARNING)
