"""Opens a GeoIP database as the server does, and looks addresses up in it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import geoip2.database
from geoip2.errors import AddressNotFoundError
from maxminddb import InvalidDatabaseError

# Two of each family, in networks that every such database has: public resolvers of Google and Quad9.
_ADDRESSES = ("8.8.8.8", "9.9.9.9", "2001:4860:4860::8888", "2620:fe::fe")
_KINDS = {
    b"\x1f\x8b": "a .tar.gz or .gz: unpack it, and name the .mmdb in it",
    b"PK": "a .zip: unpack it, and name the .mmdb in it",
    b"<!": "a page of HTML, so the download failed",
    b"<h": "a page of HTML, so the download failed",
    b'{"': "JSON, so the download failed",
    b"In": "a text, so the download failed",
    b"ve": "a pointer of Git LFS: run git lfs pull",
}

LookUp = Callable[[geoip2.database.Reader, str], object]


def trouble(path: Path, look_up: LookUp, kind: str) -> str | None:
    """Say why the file cannot be used; None if it can. `kind`: a word in the type of such a database."""
    try:
        with geoip2.database.Reader(path) as reader:
            found = reader.metadata().database_type
            if kind not in found:
                return f"is a {found} database, not one of the kind {kind}"
            for address in _ADDRESSES:
                _look_up(look_up, reader, address)
    except FileNotFoundError:
        return "is missing"
    except IsADirectoryError:
        return "is a folder: name the .mmdb in it"
    except OSError as error:
        return f"cannot be read ({error.strerror})"
    except (InvalidDatabaseError, ValueError, TypeError, IndexError, KeyError, AttributeError) as error:
        return _why(path, error)
    return None


def _look_up(look_up: LookUp, reader: geoip2.database.Reader, address: str) -> None:
    if ":" in address and reader.metadata().ip_version != 6:
        return
    with suppress(AddressNotFoundError):
        look_up(reader, address)


def _why(path: Path, error: Exception) -> str:
    with path.open("rb") as file:
        begins = file.read(2)
    if not begins:
        return "is empty"
    if begins in _KINDS:
        return f"is {_KINDS[begins]}"
    return (
        f"is damaged, not complete, or not in MaxMind's format ({str(error)[:80]}). Download the .mmdb again"
    )
