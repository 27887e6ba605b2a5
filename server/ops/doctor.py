"""`sightline doctor` checks the set-up, from the keys to the databases of addresses, and says what to do."""

from __future__ import annotations

import asyncio
import stat
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING

import aiosmtplib
import httpx
from tortoise import connections
from tortoise.exceptions import BaseORMException

from server.accounts import breached
from server.accounts.settings import AccountsSettings
from server.alerts.settings import AlertsSettings, Smtp
from server.events.settings import EventsSettings
from server.google.models import GmailGrant
from server.google.settings import GoogleSettings
from server.ingest.settings import IngestSettings
from server.ingest.spool import Spool
from server.ingest.spool_choice import opened
from server.lib.database import connection
from server.lib.database.migrate import FOLDER, applied_steps, load
from server.lib.net.ip import is_loopback
from server.lib.net.outgoing import Outgoing
from server.lib.settings import ServerSettings, Settings
from server.marks.settings import MarksSettings
from server.ops.blocked_names import name
from server.ops.diagnosis import Diagnosis
from server.ops.google_access import google
from server.ops.google_setup import google_setup
from server.ops.known_networks import networks
from server.ops.served import served_url
from server.ops.shared_address import readers
from server.ops.trouble import sentence_for
from server.tables import MODELS

if TYPE_CHECKING:
    from server.ingest.redis_spool import RedisSpool

_TIMEOUT = 5.0


Check = Callable[[Settings], Awaitable[list[Diagnosis]]]


async def examine(settings: Settings) -> list[Diagnosis]:
    """Run all checks and return their findings; parts on which others depend are checked first."""
    found: list[Diagnosis] = []
    for check in CHECKS:
        try:
            found += await check(settings)
        except Exception as error:  # noqa: BLE001 - a check that fails itself must not hide the others
            text = f"could not be checked: {sentence_for(error) or f'{type(error).__name__}: {error}'}"
            found.append(Diagnosis("red", check.__name__.replace("_", " "), text))
    return found


async def secrets(settings: Settings) -> list[Diagnosis]:
    """Check whether there is a signing key, and whether other users can read the files that contain keys."""
    data, marks = settings[ServerSettings].data, settings[MarksSettings]
    kept = [marks.key_file, data / "vault.key", data / "session.key"]
    found = [_private(path) for path in kept if path.exists()]
    if marks.tracking_secret:
        found.append(Diagnosis("green", "signing key", "TRACKING_SECRET is set"))
    elif marks.key_file.exists():
        text = f"TRACKING_SECRET is not set, so Sightline made a key in {marks.key_file}. Back up that file."
        found.append(Diagnosis("yellow", "signing key", text))
    else:
        found.append(
            Diagnosis(
                "red",
                "signing key",
                "There is no key yet. Set TRACKING_SECRET, or start the server to make one.",
            )
        )
    return found


async def database(settings: Settings) -> list[Diagnosis]:
    """Check that the database is reachable and has all migrations of this version."""
    url = settings[ServerSettings].database_url
    try:
        async with connection.connected(url, [*MODELS, "aerich.models"]):
            done = await applied_steps(connections.get("default"))
    except (BaseORMException, OSError) as error:
        text = f"{type(error).__name__}: {error}. Check DATABASE_URL, then run: sightline migrate"
        return [Diagnosis("red", "database", text)]
    if not done:
        text = f"There is no database yet ({url.split('@')[-1]}). The first start of the server makes it."
        return [Diagnosis("yellow", "database", text)]
    missing = {step.name for step in load(FOLDER)}.difference(done)
    if missing:
        return [
            Diagnosis("red", "database", f"{len(missing)} migrations are missing. Run: sightline migrate")
        ]
    return [Diagnosis("green", "database", url.split("@")[-1]), *_loose(settings)]


async def spool(settings: Settings) -> list[Diagnosis]:
    """Check that the spool is writable, not full, and emptied by a digest."""
    if not settings[IngestSettings].may_have_spool:
        return [Diagnosis("green", "spool", "empty")]
    async with opened(settings[IngestSettings]) as held:
        shared = await asyncio.to_thread(_redis, held) if not isinstance(held, Spool) else []
        waiting, dropped = await asyncio.to_thread(held.waiting), held.dropped
    return [*shared, _spool(waiting, dropped)]


async def public_url(settings: Settings) -> list[Diagnosis]:
    """Check that the public URL is reachable from this machine, and uses HTTPS unless it is on loopback."""
    url = served_url(settings)
    if is_loopback(httpx.URL(url).host):
        text = (
            f"{url} is reachable only from this machine, so no recipient can load the pixel. Set "
            "PUBLIC_URL to go live."
        )
        found = [Diagnosis("yellow", "public address", text)]
    elif not url.startswith("https://"):
        text = f"{url} does not use HTTPS, so mail apps block the pixel. Serve it over HTTPS."
        found = [Diagnosis("red", "public address", text)]
    else:
        found = [Diagnosis("green", "public address", url)]
    return [*found, await _health(url)]


async def mail(settings: Settings) -> list[Diagnosis]:
    """Check how alerts are sent: by SMTP, or else through people's Gmail or to the sandbox's mailboxes."""
    if smtp := settings[AlertsSettings].smtp:
        return [await _smtp(smtp)]
    google = settings[GoogleSettings]
    if google.wants_sandbox:
        return [
            Diagnosis(
                "yellow",
                "alert emails",
                "go to the sandbox's mailboxes. Set SMTP_SERVER to send real emails.",
            )
        ]
    if google.google is None:
        return [Diagnosis("red", "alert emails", "cannot be sent. Set SMTP_SERVER.")]
    try:
        async with connection.connected(settings[ServerSettings].database_url, MODELS):
            grants = await GmailGrant.filter(disconnected_at=None)
    except (BaseORMException, OSError):
        text = "not known before the database works. Set SMTP_SERVER, or connect Gmail in Settings later."
        return [Diagnosis("yellow", "alert emails", text)]
    if any("https://www.googleapis.com/auth/gmail.send" in grant.scopes for grant in grants):
        return [
            Diagnosis("green", "alert emails", "sent through Gmail for people who allowed this in Settings")
        ]
    text = "cannot be sent. Set SMTP_SERVER, or connect Gmail in Settings and allow sending."
    return [Diagnosis("red", "alert emails", text)]


async def place(settings: Settings) -> list[Diagnosis]:
    """Check that the city database exists, if one is set."""
    cities = settings[EventsSettings].geoip_path
    if cities is None:
        text = "not shown. To show places, set GEOIP_DATABASE_PATH to a GeoLite2-City.mmdb."
        return [Diagnosis("green", "places", text)]
    if not cities.exists():
        return [Diagnosis("red", "places", f"{cities} is missing. Check GEOIP_DATABASE_PATH.")]
    return [Diagnosis("green", "places", str(cities))]


async def breached_passwords(settings: Settings) -> list[Diagnosis]:
    """Check that the list of breached passwords can be searched, if one is set."""
    path = settings[AccountsSettings].breached_passwords
    if path is None:
        return [Diagnosis("green", "breached passwords", "not checked; BREACHED_PASSWORDS is optional")]
    trouble = breached.trouble(path)
    if trouble:
        text = f"{trouble} New passwords cannot be set until BREACHED_PASSWORDS names such a list."
        return [Diagnosis("red", "breached passwords", text)]
    return [Diagnosis("green", "breached passwords", str(path))]


CHECKS: tuple[Check, ...] = (
    secrets,
    database,
    spool,
    public_url,
    name,
    mail,
    google_setup,
    google,
    place,
    networks,
    readers,
    breached_passwords,
)


def _private(path: Path) -> Diagnosis:
    mode = stat.S_IMODE(path.stat().st_mode)
    if mode & 0o077:
        return Diagnosis(
            "red", path.name, f"Others can read this file (mode {mode:o}). Run: chmod 600 {path}"
        )
    return Diagnosis("green", path.name, "only its owner can read this file")


def _loose(settings: Settings) -> list[Diagnosis]:
    """Report existing database and spool files that others on this machine can read."""
    database = connection.sqlite_file(settings[ServerSettings].database_url)
    files = [path for path in (database, settings[IngestSettings].spool_path) if path and path.exists()]
    loose = [path for path in files if stat.S_IMODE(path.stat().st_mode) & 0o077]
    return [
        Diagnosis("yellow", path.name, f"Others on this machine can read this file. Run: chmod 600 {path}*")
        for path in loose
    ]


async def _health(url: str) -> Diagnosis:
    try:
        # A server on this machine is never behind the proxy through which the machine reaches others.
        direct = is_loopback(httpx.URL(url).host)
        async with Outgoing(_TIMEOUT, _TIMEOUT, direct=direct).client() as client:
            answer = await client.get(f"{url}/health")
    except httpx.HTTPError as error:
        return Diagnosis(
            "yellow", "server", f"does not answer at {url} ({type(error).__name__}). Is it running?"
        )
    colour = "green" if answer.status_code == 200 else "red"
    return Diagnosis(colour, "server", f"answers {answer.status_code} at {url}/health")


async def _smtp(smtp: Smtp) -> Diagnosis:
    at = f"{smtp.server}:{smtp.port}"
    client = aiosmtplib.SMTP(
        hostname=smtp.server,
        port=smtp.port,
        use_tls=smtp.tls,
        start_tls=smtp.starttls,
        timeout=_TIMEOUT,
        username=smtp.username or None,
        password=smtp.password or None,
    )
    try:
        async with client:
            pass
    except (TimeoutError, aiosmtplib.SMTPException, OSError) as error:
        text = f"{at}: {error}. Check SMTP_SERVER, SMTP_PORT, SMTP_USERNAME and SMTP_PASSWORD."
        return Diagnosis("red", "alert emails", text)
    if smtp.tls or smtp.starttls or is_loopback(smtp.server):
        return Diagnosis("green", "alert emails", f"{at} accepts the connection")
    text = f"{at} is used without TLS, so others can read alerts. Set SMTP_USE_TLS or SMTP_USE_SSL."
    return Diagnosis("yellow", "alert emails", text)


def _redis(held: RedisSpool) -> list[Diagnosis]:
    """Check that Redis is reachable and writes the hits to disk."""
    if not held.reachable():
        return [
            Diagnosis(
                "red",
                "Redis",
                "does not answer. Check SPOOL_URL. Until Redis answers, hits are kept on this node's disk.",
            )
        ]
    kept = held.guarantee()
    if kept == "always":
        return [Diagnosis("green", "Redis", "keeps accepted hits even if the machine crashes")]
    text = (
        f"appendfsync is {kept}, so Redis can lose its latest writes. Set appendonly yes and appendfsync "
        "always."
    )
    return [Diagnosis("yellow", "Redis", text)]


def _spool(waiting: int, dropped: int) -> Diagnosis:
    if dropped:
        text = (
            f"{dropped} hits were lost because the disk was full or SPOOL_MAX_BYTES was reached. Free "
            "some space."
        )
        return Diagnosis("red", "spool", text)
    if waiting > 10_000:
        text = (
            f"{waiting} hits are waiting to be stored. Check that a worker is running and that the "
            "database is fast."
        )
        return Diagnosis("yellow", "spool", text)
    return Diagnosis("green", "spool", f"{waiting} hits are waiting, and none were lost")
