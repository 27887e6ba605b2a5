"""Files of wrong set-ups: what is damaged, cut off, archived, or something else than its name says."""

from __future__ import annotations

import io
import os
import sqlite3
import tarfile
from collections.abc import Callable
from pathlib import Path

from cryptography.hazmat.primitives.serialization import Encoding

from tests import mmdb
from tests.certificates import new_authority
from tests.doctor.ground import Ground

Change = Callable[[bytes], bytes]


def file(name: str, content: bytes) -> Callable[[Ground], None]:
    def prepare(ground: Ground) -> None:
        (ground.tmp / name).write_bytes(content)

    return prepare


def geoip(name: str, change: Callable[[bytes], bytes] = bytes, kind: str = "") -> Callable[[Ground], None]:
    def prepare(ground: Ground) -> None:
        path = ground.tmp / "made.mmdb"
        networks = {f"{first}.0.0.0/8": ("Norway", "Oslo") for first in range(1, 200, 3)}
        mmdb.write(path, {**networks, "8.8.8.0/24": ("Norway", "Oslo")})
        content = path.read_bytes()
        if kind:
            content = content.replace(b"\x4dGeoLite2-City", bytes([0x40 | len(kind)]) + kind.encode())
        (ground.tmp / name).write_bytes(change(content))

    return prepare


def archived(mode: str) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        made = io.BytesIO()
        with tarfile.open(fileobj=made, mode=mode) as archive:  # type: ignore[call-overload]
            entry = tarfile.TarInfo("GeoLite2-City_20260101/GeoLite2-City.mmdb")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        return made.getvalue()

    return change


def half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def holed(content: bytes) -> bytes:
    third = len(content) // 4
    return content[:third] + bytes(third) + content[2 * third :]


def replaced(name: str, content: bytes) -> Callable[[Ground], None]:
    def prepare(ground: Ground) -> None:
        for end in ("-wal", "-shm"):
            (ground.data / f"{name}{end}").unlink(missing_ok=True)
        (ground.data / name).write_bytes(content)

    return prepare


def cut(ground: Ground) -> None:
    path = ground.data / "sightline.db"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    os.truncate(path, path.stat().st_size // 2)


def folder_in_place(name: str) -> Callable[[Ground], None]:
    def prepare(ground: Ground) -> None:
        (ground.data / name).unlink()
        (ground.data / name).mkdir()

    return prepare


def link_to_itself(ground: Ground) -> None:
    at(ground, "/srv/loop", lambda path: path.symlink_to(path))


def at(ground: Ground, name: str, make: Callable[[Path], object]) -> None:
    path = Path(name)
    if not os.path.lexists(path):
        make(path)
        ground.own.callback(path.unlink)


def der(ground: Ground) -> None:
    made = new_authority(ground.tmp).certificate
    (ground.tmp / "company.cer").write_bytes(made.public_bytes(Encoding.DER))
