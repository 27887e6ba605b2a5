"""Says in a sentence why a command could not work: the database, a file, the network, and what to check."""

from __future__ import annotations

import errno
import re
import socket
import sqlite3
import ssl
from collections.abc import Iterator
from pathlib import Path

import httpx
from redis.exceptions import AuthenticationError, NoPermissionError, RedisError
from tortoise.exceptions import BaseORMException

from server.lib.config import ConfigError
from server.lib.error_words import error_words
from server.lib.hiding import without_password
from server.lib.net.proxies import ProxyTrouble
from server.lib.net.trusted import UnreadableCertificates
from server.lib.user_error import UserError
from server.ops.database_trouble import refusal

_REFUSED = re.compile(r"Connect call failed \('([^']+)', (\d+)")
_NO_FOLDER = "is no folder, but a file, or a link that leads nowhere. Set SIGHTLINE_DATA to a folder"
_FILES = {
    errno.EROFS: "cannot be written: its file system is read-only. Make it writable, or set SIGHTLINE_DATA",
    errno.EACCES: "may not be used by this user. Let its owner run the command, or correct owner and mode",
    errno.EPERM: "may not be used by this user. Let its owner run the command, or correct owner and mode",
    **dict.fromkeys((errno.EEXIST, errno.ENOTDIR, errno.ELOOP), _NO_FOLDER),
    errno.ENOSPC: "cannot be written, because the disk is full. Free some space",
    errno.EDQUOT: "cannot be written, because the quota of the disk is used up. Free some space",
    errno.EMFILE: "cannot be opened, because this process may not open more files. Raise LimitNOFILE",
    errno.ENAMETOOLONG: "has too long a name. Set SIGHTLINE_DATA to a shorter path",
}
_SQLITE = {
    "readonly": "cannot be written. Let its owner run the command, or make the folder writable",
    "unable to open": "cannot be opened or made. Check that the folder exists and is writable",
    "disk is full": "cannot be written, because the disk is full. Free some space",
    "disk I/O": "cannot be read or written. Look into the system's log for faults of the disk",
    "locked": "is in use by another program. Stop that program, and try again",
    "not a database": "is damaged, or no SQLite database. Restore it from a backup",
    "malformed": "is damaged. Restore it from a backup",
}


def sentence_for(error: BaseException) -> str | None:
    """Return what to tell the person who ran a command; None if only a traceback explains the error.

    No password is in it.
    """
    known = [*chain(error)]
    told = next((str(each) for each in known if isinstance(each, ConfigError | UserError)), None)
    if told is not None:
        return told
    for explain in (refusal, _of_the_network, _of_a_file, _of_a_named_file, _general):
        for each in known:
            sentence = explain(each)
            if sentence:
                return without_password(" ".join(sentence.split()))
    return None


def chain(error: BaseException) -> Iterator[BaseException]:
    """Yield an error, then what caused it; of a group, each of its errors with their causes."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        each = waiting.pop(0)
        if id(each) in seen:
            continue
        seen.add(id(each))
        yield each
        if isinstance(each, BaseExceptionGroup):
            waiting += each.exceptions
        waiting += [more for more in (each.__cause__, each.__context__) if more is not None]
        # Tortoise, httpx and httpcore hand over the error of the library below as their argument.
        waiting += [more for more in each.args if isinstance(more, BaseException)]


def _of_the_network(error: BaseException) -> str | None:
    match error:
        case UnreadableCertificates():
            return f"{_text(error)}. Correct SSL_CERT_FILE and SSL_CERT_DIR, or remove them."
        case ProxyTrouble():
            return f"{_text(error)}. Check HTTPS_PROXY, ALL_PROXY and NO_PROXY."
        case AuthenticationError() | NoPermissionError():
            return f"Redis refuses the user or password in SPOOL_URL: {_text(error)}."
        case ssl.SSLCertVerificationError():
            return (
                f"The certificate of a server is not trusted: {error.verify_message}. Name its authority in "
                "SSL_CERT_FILE or, for a database, in DATABASE_URL with sslrootcert=FILE."
            )
        case socket.gaierror():
            return (
                f"The name of a host cannot be resolved ({error.strerror}). Check the hosts in the settings."
            )
        case _:
            return None


def _of_a_file(error: BaseException) -> str | None:
    match error:
        case sqlite3.Error():
            return _sqlite(error)
        case OSError(filename=str() as path, errno=int() as number) if number in _FILES:
            return f"{_culprit(path, number)} {_FILES[number]}."
        case OSError(errno=errno.ENOSPC | errno.EROFS as number):
            return f"A file {_FILES[number]}."
        case ModuleNotFoundError():
            return f"The package {error.name} is missing. Run: deploy/setup"
        case _:
            return None


def _of_a_named_file(error: BaseException) -> str | None:
    match error:
        case FileNotFoundError(filename=str() as path) if path:
            return f"There is no {path}. Check its name."
        case OSError(filename=str() as path, strerror=str() as why) if path:
            return f"{path} cannot be used: {why}."
        case _:
            return None


def _culprit(path: str, number: int) -> str:
    """Return the file; or, if what is not there could not be made, the folder that does not allow it."""
    place = Path(path)
    if number not in {errno.EACCES, errno.EPERM, errno.EROFS}:
        return path
    try:
        while not place.exists() and place != place.parent:
            place = place.parent
    except OSError:  # not even its folder may be read
        return str(place.parent)
    return str(place)


def _general(error: BaseException) -> str | None:
    match error:
        case BaseORMException():
            return f"The database doesn't work: {_text(error)}. Check DATABASE_URL; see: sightline doctor"
        case RedisError():
            return f"Redis doesn't work: {_text(error)}. Check SPOOL_URL."
        case httpx.HTTPError():
            return f"Another server does not answer: {_text(error)}. See: sightline doctor"
        case UnicodeError() if "idna" in str(error) or "label" in str(error):
            return "The name of a host cannot be read. Check the hosts in the settings."
        case OSError() if not isinstance(error, BrokenPipeError):  # click ends quietly when a pipe ends
            what = "SPOOL_URL" if isinstance(error, ConnectionError | TimeoutError) else "SIGHTLINE_DATA"
            return f"{_text(error)}. Check DATABASE_URL, {what} and the other places named in the settings."
        case _:
            return None


def _sqlite(error: sqlite3.Error) -> str:
    text = _text(error)
    found = next((what for words, what in _SQLITE.items() if words in text), None)
    if found:
        return f"A file in the data folder {found} ({text}). See: sightline doctor"
    return f"A file in the data folder doesn't work: {text}. See: sightline doctor"


def _text(error: BaseException) -> str:
    text = error_words(error).rstrip(".")
    refused = _REFUSED.search(text)  # asyncio's words
    return f"nobody answers at {refused[1]}:{refused[2]}" if refused else text
