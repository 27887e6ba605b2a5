"""Configures logging: to standard error, one line per event, in UTC. Callers must not log secrets.

Errors that repeat are held back: see log_repeats.py.
"""

from __future__ import annotations

import logging
import re
import time

from server.lib.log_repeats import Explain, Repeats, unexplained

_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029]")


class OneLine(logging.Formatter):
    """Formats an event with its time in UTC.

    Control characters are escaped, so that no value can add a line. A traceback follows in lines of its own.
    """

    def __init__(self) -> None:
        super().__init__("%(asctime)s %(levelname)-7s %(name)s  %(message)s", "%Y-%m-%dT%H:%M:%SZ")
        self.converter = time.gmtime

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - the name in the standard library
        """Format the event's own line."""
        return _CONTROL.sub(
            lambda found: found[0].encode("unicode_escape").decode(), super().formatMessage(record)
        )


def _is_outage(error: BaseException) -> bool:
    from server.lib.database.retryable import is_away  # a late import: few commands need the drivers

    return is_away(error)


repeats = Repeats(_is_outage)


def start(debug: bool, explain: Explain = unexplained) -> None:
    """Configure logging for the process. `explain`: see Repeats."""
    repeats.explain = explain
    output = logging.StreamHandler()
    output.setFormatter(OneLine())
    output.addFilter(repeats)
    logging.basicConfig(level=logging.INFO, handlers=[output])
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
    logging.getLogger("asyncpg.pool").setLevel(logging.ERROR)  # whoever needs a connection says so, too
