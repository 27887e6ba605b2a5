"""Says in a sentence, with the database's address, why it cannot be used, for logs of processes that wait."""

from __future__ import annotations

import sqlite3

from server.lib.database import urls
from server.lib.database.retryable import is_away
from server.ops.trouble import chain, sentence_for

_DAMAGED = ("readonly", "malformed", "not a database")


def explained(error: BaseException, database_url: str) -> str | None:
    """Return a sentence about a database that is away or damaged; None for all that a traceback explains."""
    if not is_away(error) and not any(_is_damage(each) for each in chain(error)):
        return None
    return of_database(error, database_url)


def of_database(error: BaseException, database_url: str) -> str | None:
    """Return a sentence about an error of opening or using the database; None if there is none."""
    database = urls.read(database_url)
    if database.kind == "sqlite":
        return sentence_for(error)
    if any(isinstance(each, ConnectionRefusedError | TimeoutError) for each in chain(error)):
        return f"nobody answers at {database.place}. Start the database there, or correct DATABASE_URL."
    sentence = sentence_for(error)
    return sentence and f"{sentence.rstrip('.')} (the database at {database.place})."


def _is_damage(error: BaseException) -> bool:
    return isinstance(error, sqlite3.Error) and any(words in str(error) for words in _DAMAGED)
