"""Says in a sentence why a command could not work: the database, a file or Redis, and what to check."""

from __future__ import annotations

import sqlite3

from redis.exceptions import RedisError
from tortoise.exceptions import BaseORMException

from server.lib.config import ConfigError
from server.lib.user_error import UserError


def sentence_for(error: BaseException) -> str | None:
    """Return what to tell the person who ran a command; None if only a traceback explains the error."""
    match error:
        case ConfigError() | UserError():
            return str(error)
        case BaseORMException():
            return f"The database doesn't work: {_text(error)}. Check DATABASE_URL; see: sightline doctor"
        case sqlite3.Error():
            return f"A file in the data folder doesn't work: {_text(error)}. See: sightline doctor"
        case RedisError():
            return f"Redis doesn't work: {_text(error)}. Check SPOOL_URL."
        case OSError() if not isinstance(error, BrokenPipeError):  # click ends quietly when a pipe ends
            what = "SPOOL_URL" if isinstance(error, ConnectionError | TimeoutError) else "SIGHTLINE_DATA"
            return f"{_text(error)}. Check DATABASE_URL, {what} and the other places named in the settings."
        case _:
            return None


def _text(error: BaseException) -> str:
    return str(error).rstrip(".") or type(error).__name__
