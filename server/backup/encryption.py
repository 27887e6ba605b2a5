"""Encrypts and decrypts a stream with a passphrase, in the format age (https://age-encryption.org/v1).

Any program that reads the format opens a backup: `age --decrypt FILE`. The only recipient is of the type
`scrypt`, as in a file of `age --passphrase`. A stream is processed in chunks of 64 KiB, each with a tag of
its own, so its size does not matter. (The bindings of age for Python take a passphrase only with all of the
content in memory.)
"""

from __future__ import annotations

import base64
import hmac
import io
import os
import re
from typing import TYPE_CHECKING, BinaryIO, Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from server.lib.user_error import UserError

if TYPE_CHECKING:
    from typing_extensions import Buffer

WORK_FACTOR: Final = 18
"""The logarithm of scrypt's cost, as age chooses it: a second and 256 MB for each guess."""
_MOST_WORK = 20  # of a file that is read; every step more doubles the memory
_INTRODUCTION = b"age-encryption.org/v1\n"
_HEADER = re.compile(
    rb"age-encryption\.org/v1\n"
    rb"-> scrypt ([A-Za-z0-9+/]{22}) ([1-9][0-9]?)\n([A-Za-z0-9+/]{43})\n"
    rb"--- ([A-Za-z0-9+/]{43})\n"
)
_HEADER_LINES = 4
_LONGEST_LINE = 128  # bytes
_CHUNK = 1 << 16  # bytes
_TAG = 16  # bytes
_NONCE = 16  # bytes


class Unreadable(UserError):
    """A file is no backup, is damaged, or has another passphrase; the text says which."""


class Encrypting(io.RawIOBase):
    """Writes what it is given to `to`, encrypted. The end is written by `close`, which leaves `to` open."""

    def __init__(self, to: BinaryIO, passphrase: str, work: int = WORK_FACTOR) -> None:
        self._to = to
        self._waiting = bytearray()
        file_key, salt, nonce = os.urandom(16), os.urandom(16), os.urandom(_NONCE)
        wrapped = ChaCha20Poly1305(_stretched(passphrase, salt, work)).encrypt(bytes(12), file_key, None)
        head = _INTRODUCTION + b"-> scrypt %b %d\n%b\n---" % (_base64(salt), work, _base64(wrapped))
        to.write(head + b" " + _base64(_mac(file_key, head)) + b"\n" + nonce)
        self._chunks = _Chunks(file_key, nonce)

    def writable(self) -> bool:
        """Return True."""
        return True

    def write(self, content: Buffer) -> int:
        """Encrypt `content`. Returns how many bytes were taken, which are all. Raises OSError."""
        taken = memoryview(content).nbytes
        self._waiting += content
        while len(self._waiting) > _CHUNK:  # whatever waits at the end is the last chunk, and is never empty
            self._to.write(self._chunks.seal(bytes(self._waiting[:_CHUNK]), last=False))
            del self._waiting[:_CHUNK]
        return taken

    def close(self) -> None:
        """Write the last chunk, unless that was done before. Raises OSError."""
        if not self.closed:
            super().close()
            self._to.write(self._chunks.seal(bytes(self._waiting), last=True))


class Decrypting(io.RawIOBase):
    """Reads what `Encrypting`, or another program of the format, wrote. Raises Unreadable."""

    def __init__(self, source: BinaryIO, passphrase: str) -> None:
        self._source = source
        file_key = _unwrapped(source, passphrase)
        self._chunks = _Chunks(file_key, _exactly(source, _NONCE))
        self._ahead = source.read(_CHUNK + _TAG)
        self._open = b""
        self._ended = False

    def readable(self) -> bool:
        """Return True."""
        return True

    def readinto(self, buffer: Buffer) -> int:
        """Fill the buffer with the next bytes; see io.RawIOBase. A chunk that is given out is proven."""
        if not self._open and not self._ended:
            self._next()
        place = memoryview(buffer).cast("B")
        count = min(len(place), len(self._open))
        place[:count] = self._open[:count]
        self._open = self._open[count:]
        return count

    def _next(self) -> None:
        sealed, self._ahead = self._ahead, self._source.read(_CHUNK + _TAG)
        self._ended = not self._ahead
        self._open = self._chunks.open(sealed, last=self._ended)


class _Chunks:
    """The chunks of one file; the nonce of each is its number and whether it is the last."""

    def __init__(self, file_key: bytes, nonce: bytes) -> None:
        self._cipher = ChaCha20Poly1305(_derived(file_key, nonce, b"payload"))
        self._number = 0

    def seal(self, content: bytes, *, last: bool) -> bytes:
        return self._cipher.encrypt(self._nonce(last), content, None)

    def open(self, sealed: bytes, *, last: bool) -> bytes:
        try:
            return self._cipher.decrypt(self._nonce(last), sealed, None)
        except InvalidTag:
            raise Unreadable(
                "The backup is damaged or incomplete: a part of it is not what was written. "
                "Copy it again from where it came, or use another backup."
            ) from None

    def _nonce(self, last: bool) -> bytes:
        number = self._number
        self._number += 1
        return number.to_bytes(11, "big") + bytes([last])


def _unwrapped(source: BinaryIO, passphrase: str) -> bytes:
    """Read the header, and return the key that it wraps."""
    header = b"".join(source.readline(_LONGEST_LINE) for _ in range(_HEADER_LINES))
    found = _HEADER.fullmatch(header)
    if found is None:
        raise Unreadable(_not_ours(header))
    salt, work, wrapped, mac = _plain(found[1]), int(found[2]), _plain(found[3]), _plain(found[4])
    if work > _MOST_WORK:
        raise Unreadable(
            "The file asks for too much memory to check a passphrase, so it is no backup of ours."
        )
    try:
        cipher = ChaCha20Poly1305(_stretched(passphrase, salt, work))
        file_key = cipher.decrypt(bytes(12), wrapped, None)
    except InvalidTag:
        raise Unreadable("This is not the passphrase of this backup.") from None
    if not hmac.compare_digest(mac, _mac(file_key, header[: header.rindex(b" ")])):
        raise Unreadable(
            "The backup's header was changed, so the backup is not used. Use another copy of it."
        )
    return file_key


def _not_ours(header: bytes) -> str:
    if header.startswith(_INTRODUCTION):
        return "The file is encrypted for a key, not with a passphrase, so it is no backup of Sightline."
    return "The file is no backup of Sightline: it is not encrypted in the format age."


def _stretched(passphrase: str, salt: bytes, work: int) -> bytes:
    try:
        scrypt = Scrypt(salt=b"age-encryption.org/v1/scrypt" + salt, length=32, n=1 << work, r=8, p=1)
        return scrypt.derive(passphrase.encode())
    except MemoryError:
        megabytes = (1 << work) >> 10
        raise UserError(
            f"There is too little memory: deriving the key from the passphrase takes {megabytes} MB for a "
            "second. Stop other programs, and run the command again."
        ) from None


def _derived(key: bytes, salt: bytes, purpose: bytes) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=purpose).derive(key)


def _mac(file_key: bytes, head: bytes) -> bytes:
    return hmac.digest(_derived(file_key, b"", b"header"), head, "sha256")


def _exactly(source: BinaryIO, size: int) -> bytes:
    content = source.read(size)
    if len(content) != size:
        raise Unreadable("The backup is incomplete: it ends within its header. Copy it again.")
    return content


def _base64(content: bytes) -> bytes:
    return base64.b64encode(content).rstrip(b"=")


def _plain(text: bytes) -> bytes:
    """Decode base64 without padding, in its canonical form only."""
    content = base64.b64decode(text + b"=" * (-len(text) % 4))
    if _base64(content) != text:
        raise Unreadable(
            "The backup's header is not written as the format age demands. Use another copy of it."
        )
    return content
