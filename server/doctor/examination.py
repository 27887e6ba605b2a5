"""Runs all checks of `sightline doctor`, whatever one of them raises, and however long one of them hangs."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Awaitable, Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from queue import Empty, SimpleQueue
from threading import Thread
from threading import enumerate as all_threads

from server.doctor.address import public_url
from server.doctor.backups import backups
from server.doctor.blocked_names import name as blocked_name
from server.doctor.certificates import certificates
from server.doctor.clock import system_clock
from server.doctor.database import database
from server.doctor.diagnosis import Diagnosis
from server.doctor.google_access import google
from server.doctor.google_setup import google_setup
from server.doctor.mail import mail
from server.doctor.networks import networks
from server.doctor.passwords import breached_passwords
from server.doctor.places import place
from server.doctor.readers import readers
from server.doctor.redis import redis
from server.doctor.secret_files import secrets
from server.doctor.spool import spool
from server.lib.config import ConfigError
from server.lib.hiding import without
from server.lib.settings import Settings
from server.ops.trouble import sentence_for
from server.settings import SMTP, passwords_in

Check = Callable[[Settings], Awaitable[list[Diagnosis]]]

ALTOGETHER = 60.0  # seconds
_THREAD = "doctor: "


@dataclass(frozen=True, slots=True)
class Checkup:
    """What one check looks at. `reads`: the settings without which it would look at something else."""

    name: str
    check: Check
    reads: tuple[str, ...] = ()
    seconds: float = 12.0


_GOOGLE = ("GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "SANDBOX_URL")

CHECKUPS: tuple[Checkup, ...] = (  # parts on which others depend come first
    Checkup(
        "signing key", secrets, ("TRACKING_SECRET", "TRACKING_SECRET_OLD", "VAULT_KEY", "SESSION_SECRET")
    ),
    Checkup("database", database, ("DATABASE_URL",), 32),
    Checkup("clock", system_clock, ("DATABASE_URL",)),
    Checkup("spool", spool, ("SPOOL_PATH", "SPOOL_MAX_BYTES", "DATABASE_URL")),
    Checkup("Redis", redis, ("SPOOL_URL",)),
    Checkup("certificates", certificates),
    Checkup("public address", public_url, ("PUBLIC_URL",), 16),
    Checkup("name", blocked_name, ("PUBLIC_URL",)),
    Checkup("Google", google_setup, (*_GOOGLE, "PUBLIC_URL")),
    Checkup("alert emails", mail, (*SMTP, *_GOOGLE, "DATABASE_URL"), 20),
    Checkup("Google", google, (*_GOOGLE, "DATABASE_URL"), 36),
    Checkup("places", place, ("GEOIP_DATABASE_PATH",)),
    Checkup("networks", networks, ("GEOIP_ASN_DATABASE_PATH",)),
    Checkup("readers", readers, ("TRUSTED_PROXIES", "DATABASE_URL")),
    Checkup("backups", backups),
    Checkup("breached passwords", breached_passwords, ("BREACHED_PASSWORDS",)),
)


def examine(
    settings: Settings,
    wrong: Sequence[ConfigError] = (),
    doubts: Sequence[str] = (),
    parts: Sequence[Checkup] = CHECKUPS,
    altogether: float = ALTOGETHER,
) -> Iterator[Diagnosis]:
    """Run all checks and yield their findings, part by part, for `altogether` seconds at most.

    `wrong` are errors of settings, as which nothing is checked; `doubts` are sentences about settings.
    """
    secret = [*passwords_in(settings)]
    for found in _all(settings, wrong, doubts, parts, time.monotonic() + altogether):
        yield replace(found, text=without(" ".join(found.text.split()), secret))


def hanging() -> bool:
    """Return whether a check goes on although nobody waits for it any more."""
    return any(thread.name.startswith(_THREAD) for thread in all_threads())


def _all(
    settings: Settings,
    wrong: Sequence[ConfigError],
    doubts: Sequence[str],
    parts: Sequence[Checkup],
    until: float,
) -> Iterator[Diagnosis]:
    unusable = {name for error in wrong for name in error.settings}
    for error in wrong:
        concerned = (each.name for each in parts if error.settings[0] in each.reads)
        yield Diagnosis("red", next(concerned, "settings"), str(error))
    for doubt in doubts:
        yield Diagnosis("yellow", "settings", doubt)
    broken = False  # whether the database is red
    for part in parts:
        if unusable.intersection(part.reads):
            continue
        found = _found(part, settings, min(part.seconds, until - time.monotonic()), broken)
        broken = broken or any(each.name == "database" and each.colour == "red" for each in found)
        yield from found


def _found(part: Checkup, settings: Settings, seconds: float, broken: bool) -> list[Diagnosis]:
    """Run a check in a thread of its own, since whatever it calls may block."""
    if seconds <= 0:
        return [Diagnosis("red", part.name, "not checked, because the parts before it took too long")]
    answers: SimpleQueue[list[Diagnosis] | BaseException] = SimpleQueue()

    def run() -> None:
        try:
            answers.put(asyncio.run(_checked(part, settings)))
        except BaseException as error:  # noqa: BLE001 - a check that fails itself must not hide the others
            answers.put(error)

    Thread(target=run, name=f"{_THREAD}{part.name}", daemon=True).start()
    try:
        answer = answers.get(timeout=seconds)
    except Empty:
        text = f"hangs: no answer within {seconds:.0f} s. A host or a folder of the network may not respond."
        return [Diagnosis("red", part.name, text)]
    if isinstance(answer, list):
        return answer
    if broken and "DATABASE_URL" in part.reads:
        return [Diagnosis("yellow", part.name, "not known before the database works")]
    return [Diagnosis("red", part.name, _failure(answer))]


async def _checked(part: Checkup, settings: Settings) -> list[Diagnosis]:
    return await part.check(settings)


def _failure(error: BaseException) -> str:
    known = sentence_for(error)
    return known or f"could not be checked. This is a fault of Sightline: {type(error).__name__}: {error}"
