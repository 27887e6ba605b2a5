"""Configures logging: to standard error, one line per event. Callers must not log secrets."""

from __future__ import annotations

import logging


def start(debug: bool) -> None:
    """Configure logging for the process."""
    logging.basicConfig(
        level=logging.INFO,
        format="%(asctime)s %(levelname)-7s %(name)s  %(message)s",
        datefmt="%H:%M:%S",
    )
    # Only our own loggers get this level: at DEBUG, libraries log what they transfer, even Google's tokens.
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
