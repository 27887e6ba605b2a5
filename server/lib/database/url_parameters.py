"""Reads what comes after the ? of a DATABASE_URL: the parameters of libpq, JDBC, Prisma and the drivers.

Names are compared by their letters alone: sslMode, ssl-mode and ssl_mode are one. What changes nothing for us
is ignored. What is unknown is refused, since it may be what protects the connection.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import parse_qsl

from server.lib.config import FALSE, TRUE, ConfigError
from server.lib.database.tls import SYSTEM, Tls, TlsMode


@dataclass(frozen=True, slots=True)
class Parameters:
    """`options`: the driver's; `place`: host, port, user, password and database that are given here."""

    options: Mapping[str, Any]
    place: Mapping[str, Any] = field(repr=False)
    tls: Tls | None


_MODES = {
    "postgres": {
        "disable": TlsMode.DISABLE,
        "allow": TlsMode.ALLOW,
        "prefer": TlsMode.PREFER,
        "require": TlsMode.REQUIRE,
        "verifyca": TlsMode.VERIFY_CA,
        "verifyfull": TlsMode.VERIFY_FULL,
        "noverify": TlsMode.REQUIRE,
    },
    "mysql": {  # asyncmy cannot go on without TLS where a server has none, so `preferred` requires it
        "disabled": TlsMode.DISABLE,
        "disable": TlsMode.DISABLE,
        "preferred": TlsMode.REQUIRE,
        "prefer": TlsMode.REQUIRE,
        "required": TlsMode.REQUIRE,
        "require": TlsMode.REQUIRE,
        "skipverify": TlsMode.REQUIRE,
        "verifyca": TlsMode.VERIFY_CA,
        "verifyidentity": TlsMode.VERIFY_FULL,
        "verifyfull": TlsMode.VERIFY_FULL,
    },
}
# `ssl=true` has always been what the drivers make of it: asyncpg verifies, asyncmy does not.
_ON = {"postgres": TlsMode.VERIFY_FULL, "mysql": TlsMode.REQUIRE}
_TLS_NAMES = {"sslmode", "ssl", "tls", "usessl", "requiressl", "sslaccept", "sslverify"}
_TLS_FILES = {
    "sslrootcert": "root",
    "sslca": "root",
    "sslcert": "cert",
    "sslkey": "key",
    "sslpassword": "password",
}
_PLACE: dict[str, tuple[str, Callable[[str], Any]]] = {
    "host": ("host", str),
    "unixsocket": ("host", str),
    "socket": ("host", str),
    "port": ("port", int),
    "user": ("user", str),
    "password": ("password", str),
    "dbname": ("database", str),
}
_SHARED: dict[str, tuple[str, Callable[[str], Any]]] = {
    "minsize": ("minsize", int),
    "maxsize": ("maxsize", int),
    "connectionlimit": ("maxsize", int),
    "poolsize": ("maxsize", int),
}
_OPTIONS: dict[str, dict[str, tuple[str, Callable[[str], Any]]]] = {
    "postgres": {
        **_SHARED,
        "timeout": ("timeout", float),
        "connecttimeout": ("timeout", float),
        "commandtimeout": ("command_timeout", float),
        "statementcachesize": ("statement_cache_size", int),
        "preparedstatementcachesize": ("statement_cache_size", int),
        "preparethreshold": ("statement_cache_size", int),
        "maxcachedstatementlifetime": ("max_cached_statement_lifetime", int),
        "maxcacheablestatementsize": ("max_cacheable_statement_size", int),
        "maxqueries": ("max_queries", int),
        "maxinactiveconnectionlifetime": ("max_inactive_connection_lifetime", float),
        "applicationname": ("application_name", str),
        "schema": ("schema", str),
        "currentschema": ("schema", str),
        "targetsessionattrs": ("target_session_attrs", str),
        "options": ("server_settings", lambda value: {"options": value}),
    },
    "mysql": {
        **_SHARED,
        "connecttimeout": ("connect_timeout", float),
        "timeout": ("connect_timeout", float),
        "readtimeout": ("read_timeout", float),
        "poolrecycle": ("pool_recycle", int),
        "storageengine": ("storage_engine", str),
    },
}
_IGNORED = {
    *(
        "allowpublickeyretrieval",
        "autoreconnect",
        "charset",
        "characterencoding",
        "clientencoding",
        "collation",
    ),
    *("fallbackapplicationname", "gssencmode", "keepalives", "keepalivesidle", "keepalivesinterval"),
    *(
        "keepalivescount",
        "tcpuser",
        "tcpusertimeout",
        "loc",
        "parsetime",
        "pool",
        "pooltimeout",
        "servertimezone",
    ),
    *(
        "serverversion",
        "sockettimeout",
        "sslcompression",
        "sslsni",
        "supa",
        "useunicode",
        "useserverprepstmts",
    ),
}


def read(kind: str, query: str) -> Parameters:
    """Read the parameters of a database of this kind (postgres | mysql). Raises ConfigError."""
    given = _once(parse_qsl(query, keep_blank_values=True))
    options: dict[str, Any] = {}
    place: dict[str, Any] = {}
    files: dict[str, str] = {}
    mode: TlsMode | None = None
    for letters, (name, value) in given.items():
        if letters in _TLS_NAMES:
            mode = _stronger(mode, _mode(kind, letters, name, value))
        elif letters in _TLS_FILES:
            files[_TLS_FILES[letters]] = value
        elif letters in _PLACE:
            place.update(_converted(_PLACE[letters], name, value))
        elif letters in _OPTIONS[kind]:
            options.update(_converted(_OPTIONS[kind][letters], name, value))
        elif letters == "channelbinding":  # asyncpg has none; what it needs at least is TLS
            mode = _stronger(mode, TlsMode.REQUIRE if value == "require" else None)
        elif letters == "sslnegotiation" and kind == "postgres":
            options["direct_tls"] = value == "direct"
        elif letters == "pgbouncer":
            options |= {"statement_cache_size": 0} if value.lower() in TRUE else {}
        elif letters not in _IGNORED:
            raise _refused(_unknown(name))
    _without_default_timeout(options)
    return Parameters(options, place, _tls(kind, mode, files))


def _once(pairs: list[tuple[str, str]]) -> dict[str, tuple[str, str]]:
    """Return each parameter by its letters. Raises ConfigError for one that is given with two values."""
    found: dict[str, tuple[str, str]] = {}
    for name, value in pairs:
        if found.setdefault(_letters(name), (name, value))[1] != value:
            raise _refused(
                f"has {name} twice. Keep the one that you mean." if _known(name) else _unknown(name)
            )
    return found


def _letters(name: str) -> str:
    return "".join(each for each in name.lower() if each.isalnum())


def _refused(sentence: str) -> ConfigError:
    return ConfigError(f"DATABASE_URL {sentence}", "DATABASE_URL")


def _known(name: str) -> bool:
    return re.fullmatch("[A-Za-z][A-Za-z_.-]{1,40}", name) is not None  # others may be a part of a password


def _unknown(name: str) -> str:
    if not _known(name):
        return (
            "has something after the ? that is no parameter. If it belongs to the password, write %3F for ?."
        )
    return f"has the parameter {name}, which Sightline does not know. Remove it."


def _stronger(one: TlsMode | None, other: TlsMode | None) -> TlsMode | None:
    return max((each for each in (one, other) if each is not None), default=None)


def _mode(kind: str, letters: str, name: str, value: str) -> TlsMode:
    word = value.strip().lower()
    if letters == "sslaccept":
        return TlsMode.REQUIRE if word == "accept_invalid_certs" else TlsMode.VERIFY_FULL
    if letters == "sslverify":
        return TlsMode.VERIFY_FULL if word in TRUE else TlsMode.REQUIRE
    if word in TRUE and letters != "sslmode":
        return TlsMode.REQUIRE if letters == "requiressl" else _ON[kind]
    if word in FALSE:
        return TlsMode.DISABLE
    if word.startswith("{"):
        return _of_json(name, value)
    mode = _MODES[kind].get(_letters(word))
    if mode is None:
        words = (
            "DISABLED, REQUIRED, VERIFY_CA and VERIFY_IDENTITY"
            if kind == "mysql"
            else "disable, allow, prefer, require, verify-ca and verify-full"
        )
        raise _refused(f"has {name}={value[:40]}, which is none of {words}.")
    return mode


def _of_json(name: str, value: str) -> TlsMode:
    """Read what PlanetScale hands out: {"rejectUnauthorized":true}."""
    try:
        refuses = json.loads(value).get("rejectUnauthorized", True)
    except ValueError:
        raise _refused(f"has an unreadable {name}. Write ssl-mode=VERIFY_IDENTITY instead.") from None
    return TlsMode.VERIFY_FULL if refuses else TlsMode.REQUIRE


def _tls(kind: str, mode: TlsMode | None, files: Mapping[str, str]) -> Tls | None:
    if not files:
        return None if mode is None else Tls(mode)
    if mode is None:  # with SYSTEM, libpq verifies all; with a file, MySQL's client verifies as VERIFY_CA
        alone = TlsMode.VERIFY_CA if kind == "mysql" and "root" in files else TlsMode.REQUIRE
        mode = TlsMode.VERIFY_FULL if files.get("root") == SYSTEM else alone
    elif files.get("root") == SYSTEM and mode < TlsMode.VERIFY_FULL:
        raise _refused("has sslrootcert=system, which needs sslmode=verify-full.")
    return Tls(mode, **files)


def _converted(to: tuple[str, Callable[[str], Any]], name: str, value: str) -> dict[str, Any]:
    option, convert = to
    try:
        return {option: convert(value)}
    except ValueError:
        raise _refused(f"has {name}={value[:40]}, which is not a number.") from None


def _without_default_timeout(options: dict[str, Any]) -> None:
    """Remove a limit of 0 s for connecting: in libpq's words that is no limit, and drivers fail at once."""
    for name in ("timeout", "connect_timeout"):
        if options.get(name) == 0:
            del options[name]
