"""Writes and reads the parts of a backup: a tar, compressed with gzip, encrypted with age.

The reader treats the file as hostile: it takes the parts that the manifest names, in its order, with the
sizes and hashes written there, and writes each to a file whose name it chooses itself. Links, folders,
devices and extended headers do not occur in a backup, and end the reading.
"""

from __future__ import annotations

import gzip
import hashlib
import io
import os
import tarfile
import zlib
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from server.backup import manifest as contents
from server.backup.encryption import Decrypting, Encrypting, Unreadable
from server.backup.manifest import MANIFEST, Manifest, StoredPart

_BLOCK = tarfile.BLOCKSIZE
_PIECE = 1 << 20  # bytes that are read at once
_END = 2 * _BLOCK  # bytes of zeros at the end
_PADDED_TO = tarfile.RECORDSIZE
_ZIPPED = 6  # gzip's level

Step = Callable[[int], None]  # hears how many more bytes were done


@dataclass(frozen=True, slots=True)
class Content:
    """The content of a part, in a file, whose size must not change any more."""

    name: str
    path: Path


def measured(content: Content, step: Step) -> StoredPart:
    """Return the size and the hash of a content. Raises OSError."""
    sha, size = hashlib.sha256(), 0
    with content.path.open("rb") as file:
        while piece := file.read(_PIECE):
            sha.update(piece)
            size += len(piece)
            step(len(piece))
    return StoredPart(content.name, size, sha.hexdigest())


def write(to: BinaryIO, passphrase: str, manifest: Manifest, files: Sequence[Content], step: Step) -> None:
    """Write a backup whose manifest lists these files, in this order. Raises OSError."""
    moment = int(manifest.made_at.timestamp())
    with (
        Encrypting(to, passphrase) as sealed,
        gzip.GzipFile("", "wb", _ZIPPED, sealed, mtime=moment) as zipped,
    ):
        listed = contents.encode(manifest)
        _write_part(zipped, MANIFEST, len(listed), moment, io.BytesIO(listed), step)
        for content, part in zip(files, manifest.parts, strict=True):
            with content.path.open("rb") as file:
                _write_part(zipped, part.name, part.size, moment, file, step)
        zipped.write(bytes(_END))


def _write_part(to: gzip.GzipFile, name: str, size: int, moment: int, source: BinaryIO, step: Step) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mtime, info.mode = size, moment, 0o600
    to.write(info.tobuf(tarfile.GNU_FORMAT))
    left = size
    while left:
        piece = source.read(min(_PIECE, left))
        if not piece:
            raise OSError(f"{name} became shorter while it was read")
        to.write(piece)
        left -= len(piece)
        step(len(piece))
    to.write(bytes(-size % _BLOCK))


class Unpacking:
    """Reads a backup from its beginning to its end. Raises Unreadable for whatever is not as it must be."""

    def __init__(self, source: BinaryIO, passphrase: str) -> None:
        self._sealed = io.BufferedReader(Decrypting(source, passphrase), _PIECE)
        self._plain = gzip.GzipFile(fileobj=self._sealed, mode="rb")
        size = self._head(MANIFEST)
        if size > contents.MOST_BYTES:
            raise Unreadable("The backup's list of contents is too long, so it was not made by Sightline.")
        self.manifest = contents.decode(self._read(size))
        self._read(-size % _BLOCK)

    def extract(self, folder: Path, step: Step) -> None:
        """Write all parts into `folder`, which must be new and private, and check each one's hash.

        Parts of a folder get its name in theirs: `networks/x.txt` becomes `networks_x.txt`; see `place`.
        """
        for part in self.manifest.parts:
            if self._head(part.name) != part.size:
                raise Unreadable(f"The backup is damaged: {part.name} has another size than it should.")
            self._extract(part, place(folder, part.name), step)
            self._read(-part.size % _BLOCK)
        self._finish()

    def _extract(self, part: StoredPart, path: Path, step: Step) -> None:
        sha, left = hashlib.sha256(), part.size
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW, 0o600)
        with os.fdopen(handle, "wb") as file:
            while left:
                piece = self._read(min(_PIECE, left))
                sha.update(piece)
                file.write(piece)
                left -= len(piece)
                step(len(piece))
        if sha.hexdigest() != part.sha256:
            raise Unreadable(f"The backup is damaged: {part.name} is not what was written.")

    def _head(self, name: str) -> int:
        """Read the header of the part that must come now. Returns the part's size."""
        try:
            info = tarfile.TarInfo.frombuf(self._read(_BLOCK), "utf-8", "strict")
        except (tarfile.HeaderError, UnicodeError):
            raise Unreadable(f"The backup is damaged: {name} does not begin where it should.") from None
        if info.type != tarfile.REGTYPE or info.name != name or info.size < 0:
            raise Unreadable(
                f"The backup was not made by Sightline: it has {info.name!r} in place of {name}."
            )
        return info.size

    def _finish(self) -> None:
        """Read to the end, where the checksums are; only the zeros that end a tar may be left."""
        rest = self._some(_PADDED_TO + _END)
        if rest.strip(b"\0") or len(rest) > _PADDED_TO or self._some(1) or self._sealed.read(1):
            raise Unreadable("The backup was not made by Sightline: something follows its end.")

    def _read(self, size: int) -> bytes:
        content = self._some(size)
        if len(content) != size:
            raise Unreadable("The backup is incomplete: it ends too early. Copy it again from where it came.")
        return content

    def _some(self, size: int) -> bytes:
        try:
            return self._plain.read(size)
        except (EOFError, zlib.error, gzip.BadGzipFile):
            raise Unreadable(
                "The backup was not made by Sightline, or is damaged: it can't be unpacked."
            ) from None


def place(folder: Path, name: str) -> Path:
    """Return where `extract` writes the part with this name."""
    return folder / name.replace("/", "_")
