"""Reads DATABASE_URL, as hosters hand it out and as people write it; values in, values out.

What comes after `sqlite://` is a path as such: `#`, `?` and `%` are characters of folders' names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl, unquote

from server.lib.config import ConfigError
from server.lib.database import url_parameters
from server.lib.database.tls import Tls

MEMORY = ":memory:"
_SCHEMES = {
    **dict.fromkeys(("sqlite", "sqlite3"), "sqlite"),
    **dict.fromkeys(("postgres", "postgresql", "asyncpg", "psycopg", "pgsql"), "postgres"),
    **dict.fromkeys(("mysql", "mysql2", "mariadb"), "mysql"),
}
_PORTS = {"postgres": 5432, "mysql": 3306}
_SCHEME = re.compile(
    r"(?:jdbc:)?(?P<name>[a-z0-9]+)(?:\+[a-z0-9_]+)?://(?P<rest>.*)", re.DOTALL | re.IGNORECASE
)
# Only these, with such values, are options of an SQLite file; other text after a ? belongs to the path.
_PRAGMA = re.compile(
    r"(?:journal_mode|journal_size_limit|synchronous|busy_timeout|foreign_keys|cache_size|temp_store|mmap_size)"
    r"=[A-Za-z0-9-]+"
)
_HOST = re.compile(r"\[(?P<v6>[0-9A-Fa-f:.%]+)\]|(?P<name>[^\s\[\]:/?#@,]*)")


@dataclass(frozen=True, slots=True)
class DatabaseUrl:
    """A database. `kind`: sqlite | postgres | mysql. `file`: of SQLite, "" for the others.

    `options` are the driver's; `database`, `host` and so on are None where the driver's default applies.
    """

    kind: str
    file: str = ""
    host: str | None = None
    port: int | None = None
    user: str | None = None
    password: str | None = field(default=None, repr=False)
    database: str | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    tls: Tls | None = None

    @property
    def place(self) -> str:
        """Return where the database is, to be shown: no user, no password."""
        if self.kind == "sqlite":
            return self.file
        host = f"[{self.host}]" if self.host and ":" in self.host else self.host or "localhost"
        return f"{host}:{self.port}/{self.database or ''}"


def read(url: str) -> DatabaseUrl:
    """Read a DATABASE_URL. Raises ConfigError, whose text shows no password."""
    found = _SCHEME.fullmatch(url)
    kind = _SCHEMES.get(found["name"].lower()) if found else None
    if found is None or kind is None:
        raise _refused(_no_scheme(url, found["name"] if found else None))
    return _sqlite(found["rest"]) if kind == "sqlite" else _server(kind, found["rest"])


def sqlite_url(path: str) -> str:
    """Return the URL of an SQLite file that `read` reads as exactly this path."""
    return f"sqlite://{path}"


def cut_off(path: str) -> str | None:
    """Return where earlier versions put the SQLite file of this path, which took # and ? for a URL's.

    None if they put it in the same place.
    """
    cut = re.split("[?#]", path, maxsplit=1)[0]
    return cut if cut not in {path, ""} else None


def _refused(sentence: str) -> ConfigError:
    return ConfigError(f"DATABASE_URL {sentence}", "DATABASE_URL")


def _no_scheme(url: str, scheme: str | None) -> str:
    meant = "postgres://USER:PASSWORD@HOST/DATABASE or mysql://…, or leave it out for SQLite"
    if scheme:
        return f"begins with {scheme}://, which is no database that Sightline knows. Set it to {meant}."
    if url.startswith(("/", "./", "~")) or url.endswith((".db", ".sqlite", ".sqlite3")):
        return f"is a path, not a URL. Set it to sqlite://{url}"
    return f"is not a URL. Set it to {meant}."


def _sqlite(rest: str) -> DatabaseUrl:
    path, asked, query = rest.rpartition("?")
    if not (asked and all(_PRAGMA.fullmatch(each) for each in query.split("&"))):
        path, query = rest, ""
    if not path:
        raise _refused("names no file. Set it to sqlite:///folder/sightline.db, or leave it out.")
    if path.endswith("/") or "\0" in path:
        raise _refused(f"names the folder {path!r}. Add the name of a file, such as sightline.db.")
    return DatabaseUrl("sqlite", file=path, options=dict(parse_qsl(query)))


def _server(kind: str, rest: str) -> DatabaseUrl:
    login, place, query = _parted(rest)
    user, colon, password = login.partition(":")
    authority, _, database = place.partition("/")
    host, port = _host_and_port(authority)
    given = url_parameters.read(kind, query)
    url = DatabaseUrl(
        kind,
        host=host or None,
        port=port,
        user=unquote(user) or None,
        password=unquote(password) if colon else None,
        database=unquote(database) or None,
        options=given.options,
        tls=given.tls,
    )
    url = replace(url, **{name: value for name, value in given.place.items() if getattr(url, name) is None})
    return replace(url, port=url.port or _PORTS[kind])


def _parted(rest: str) -> tuple[str, str, str]:
    """Part into login, place and query. A password may hold characters that should have been encoded.

    Where an @ comes after a / ? or #, those belong to the password: hosts and databases have no @.
    """
    end = re.search("[/?#]", rest)
    authority = rest[: end.start()] if end else rest
    beyond = rest[len(authority) :].partition("?")[0]
    if "@" in authority and "@" not in beyond:
        login, _, _ = authority.rpartition("@")
        after = rest[len(login) + 1 :]
    elif "@" in rest and (":" in authority or "@" in beyond):
        until = len(authority) + len(beyond) if "@" in authority else len(rest)
        login, _, _ = rest[:until].rpartition("@")
        after = rest[len(login) + 1 :]
    else:
        login, after = "", rest
    place, _, query = after.partition("?")
    if "#" in place or "#" in query:
        raise _refused("contains a # . If it belongs to the password, write %23 instead.")
    return login, place, query


def _host_and_port(authority: str) -> tuple[str, int | None]:
    host, port = authority, ""
    if not authority.endswith("]"):
        before, colon, after = authority.rpartition(":")
        host, port = (before, after) if colon else (authority, "")
    if "," in authority:
        raise _refused("names several hosts. Name the one that takes writes.")
    host = unquote(host)
    if host.startswith("/"):  # the folder of a Unix socket, as libpq writes it: %2Fvar%2Frun%2Fpostgresql
        return host, _port(port)
    found = _HOST.fullmatch(host)
    if found is None:
        raise _refused(
            "names no host that can be read. Write / ? # @ and : in a password as %2F %3F %23 %40 %3A."
        )
    return found["v6"] or found["name"] or "", _port(port)


def _port(text: str) -> int | None:
    if not text:
        return None
    if not (text.isascii() and text.isdecimal() and 0 < int(text) < 65_536):
        raise _refused(
            "has no usable port after the host. Write / ? # @ and : in a password as %2F %3F %23 %40 %3A."
        )
    return int(text)
