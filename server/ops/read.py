"""`sightline read` says what received mails are, without a database: see docs/read.md."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import msgspec

from server.inbound import received
from server.inbound.mail_parts import MOST_BYTES
from server.inbound.received import ReceivedMail
from server.inbound.reported import RecipientStatus

STANDARD_INPUT = "-"
_MAILDIR = ("cur", "new")
_to_json = msgspec.json.Encoder().encode


def read_files(names: Iterable[str], emit: Callable[[bytes], None], complain: Callable[[str], None]) -> int:
    """Emit one JSON object for each mail, in order. Returns how many files and folders could not be read.

    `complain` gets a sentence about each of those.
    """
    bad = 0
    for name in names:
        try:
            files = _mails(name)
        except OSError as error:
            bad += 1
            complain(_complaint(name, error))
            continue
        for file in files:
            try:
                emit(_to_json(_line(file, received.read(_bytes(file)))))
            except OSError as error:
                bad += 1
                complain(_complaint(file, error))
    return bad


def _mails(name: str) -> list[str]:
    """Return the files that a name stands for: itself, or those in a maildir or another folder."""
    folder = Path(name)
    if name == STANDARD_INPUT or not folder.is_dir():
        return [name]
    inner = [folder / each for each in _MAILDIR if (folder / each).is_dir()] or [folder]
    found = [one for each in inner for one in each.iterdir() if not one.name.startswith(".")]
    files = [str(one) for one in sorted(found) if not one.is_dir()]
    if not files:
        raise OSError("it contains no mails")
    return files


def _complaint(name: str, error: OSError) -> str:
    return f"{name} cannot be read: {error.strerror or error}"


def _bytes(name: str) -> bytes:
    if name == STANDARD_INPUT:
        return sys.stdin.buffer.read(MOST_BYTES)
    with Path(name).open("rb") as file:
        return file.read(MOST_BYTES)


def _line(name: str, mail: ReceivedMail) -> dict[str, Any]:
    return {
        "file": name,
        "kind": mail.kind,
        "about": mail.about,
        "recipients": [_recipient(each) for each in mail.recipients],
        "evidence": mail.evidence,
    }


def _recipient(recipient: RecipientStatus) -> dict[str, Any]:
    return {
        "address": next(iter(recipient.addresses), None),
        "action": recipient.action,
        "status": recipient.status,
        "permanent": recipient.permanent,
        "words": recipient.words,
    }
