"""Reads DATABASE_URL, as hosters hand it out and as people write it; values in, values out.

What comes after `sqlite://` is a path as such: `#`, `?` and `%` are characters of folders' names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any
from urllib.parse import parse_qsl

from server.lib.config import ConfigError
from server.lib.database import url_parameters
from server.lib.database.tls import Tls
from server.lib.net.server_url import read_server_url

MEMORY = ":memory:"
_SCHEMES = {
    **dict.fromkeys(("sqlite", "sqlite3"), "sqlite"),
    **dict.fromkeys(("postgres", "postgresql", "asyncpg", "psycopg", "pgsql"), "postgres"),
    **dict.fromkeys(("mysql", "mysql2", "mariadb"), "mysql"),
}
_PORTS = {"postgres": 5432, "mysql": 3306}
_SCHEME = re.compile(
    r"(?:jdbc:)?(?P<name>[a-z0-9]+)(?P<driver>\+[a-z0-9_]+)?://(?P<rest>.*)", re.DOTALL | re.IGNORECASE
)
# Only these, with such values, are options of an SQLite file; other text after a ? belongs to the path.
_PRAGMA = re.compile(
    r"(?:journal_mode|journal_size_limit|synchronous|busy_timeout|foreign_keys|cache_size|temp_store|mmap_size)"
    r"=[A-Za-z0-9-]+"
)


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
    if kind == "sqlite" and found["driver"]:
        raise _refused(
            "is written for SQLAlchemy. Set it to sqlite:// and the path: sqlite:///folder/sightline.db"
        )
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
    path = re.sub("^//+", "/", path)
    if not path:
        raise _refused("names no file. Set it to sqlite:///folder/sightline.db, or leave it out.")
    if path.endswith("/") or "\0" in path:
        raise _refused(f"names the folder {path!r}. Add the name of a file, such as sightline.db.")
    return DatabaseUrl("sqlite", file=path, options=dict(parse_qsl(query)))


def _server(kind: str, rest: str) -> DatabaseUrl:
    try:
        read = read_server_url(rest)
    except ValueError as error:
        raise _refused(str(error)) from None
    given = url_parameters.read(kind, read.query)
    url = DatabaseUrl(
        kind,
        host=read.host,
        port=read.port,
        user=read.user,
        password=read.password,
        database=read.path or None,
        options=given.options,
        tls=given.tls,
    )
    url = replace(url, **{name: value for name, value in given.place.items() if getattr(url, name) is None})
    if url.database is None:
        raise _refused("names no database. Add its name after the host: …@HOST/sightline")
    if "/" in url.database:
        raise _refused("has two slashes after the host. For a Unix socket, write …@/DATABASE?host=/FOLDER.")
    return replace(url, port=url.port or _PORTS[kind])
