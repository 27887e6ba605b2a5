"""Prepares the wrong set-ups that need something around them: databases, mail servers, proxies, files."""

from __future__ import annotations

import io
import os
import sqlite3
import sys
import tarfile
import time
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from subprocess import run

from cryptography.hazmat.primitives.serialization import Encoding

from tests import mmdb
from tests.certificates import new_authority, new_certificate
from tests.doctor import strangers
from tests.migrations import databases
from tests.serving import ROOT, Server

PG_PASSWORD = "correct-horse"


@dataclass
class Ground:
    """What all set-ups share. `stack` ends with all, `own` with one; `env` is added to its settings."""

    folder: Path
    stack: ExitStack
    own: ExitStack = field(default_factory=ExitStack)
    data: Path = Path()
    tmp: Path = Path()
    values: dict[str, str] = field(default_factory=dict)
    env: dict[str, str] = field(default_factory=dict)

    @cached_property
    def used(self) -> Path:
        """A data folder that was in use."""
        folder = self.folder / "used"
        with Server(folder):
            pass
        while [*folder.glob("*-wal")]:  # until the worker has ended, too
            time.sleep(0.05)
        return folder

    @cached_property
    def postgres(self) -> str:
        """HOST:PORT of a PostgreSQL that asks sightline for a password, without TLS."""
        url = self.stack.enter_context(databases.postgres())
        place = url.partition("@")[2]
        self.sql(
            place, "CREATE ROLE sightline LOGIN SUPERUSER PASSWORD 'correct-horse'", "CREATE DATABASE mail"
        )
        rules = self.sql(place, "SHOW hba_file")
        Path(rules).write_text("host all postgres all trust\nhost all all all scram-sha-256\n")
        self.sql(place, "SELECT pg_reload_conf()")
        return place

    @cached_property
    def tls_postgres(self) -> str:
        """HOST:PORT of a PostgreSQL with TLS and a self-signed certificate."""
        url = self.stack.enter_context(databases.postgres())
        place = url.partition("@")[2]
        folder = Path(self.sql(place, "SHOW data_directory"))
        made = new_certificate(folder, "db.example")
        databases._give(made.key)
        made.key.chmod(0o600)
        self.sql(
            place, "CREATE ROLE sightline LOGIN SUPERUSER PASSWORD 'correct-horse'", "CREATE DATABASE mail"
        )
        for name, file in (("cert", made.path), ("key", made.key)):
            self.sql(place, f"ALTER SYSTEM SET ssl_{name}_file = '{file}'")
        self.sql(place, "ALTER SYSTEM SET ssl = on", "SELECT pg_reload_conf()")
        return place

    @cached_property
    def mariadb(self) -> str:
        """HOST:PORT of a MariaDB without TLS, which lets sightline in without a password."""
        return self.stack.enter_context(databases.mariadb()).partition("@")[2]

    def sql(self, place: str, *statements: str) -> str:
        """Ask PostgreSQL as its superuser. Returns the last answer."""
        host, _, port = place.partition(":")
        words = [word for each in statements for word in ("-c", each)]
        command = ["psql", "-h", host, "-p", port, "-U", "postgres", "-At", *words, "postgres"]
        return run(command, check=True, capture_output=True, text=True).stdout.strip().rpartition("\n")[2]

    def sees(self, place: str, kind: str = "PG") -> None:
        """Let {PG_HOST} and so on, or those of MARIADB, be this server."""
        host, _, port = place.partition(":")
        self.values |= {f"{kind}_HOST": host, f"{kind}_PORT": port}

    def listens(self, talk: strangers.Talk, name: str = "SMTP_PORT", port: int = 0) -> None:
        """Let a stranger listen while the set-up is looked at."""
        self.values[name] = str(self.own.enter_context(strangers.listening(talk, port)))
        self.values |= {"SMTP_HOST": "127.0.0.1"}


def _migrated(ground: Ground, url: str) -> None:
    env = {**os.environ, "SIGHTLINE_DATA": str(ground.data), "DATABASE_URL": url}
    run([sys.executable, "-m", "server", "migrate"], cwd=ROOT, env=env, check=True, capture_output=True)


def _plain_postgres(ground: Ground) -> None:
    ground.sees(ground.postgres)
    _migrated(ground, f"postgres://sightline:{PG_PASSWORD}@{ground.postgres}/mail")


def _with_tls(ground: Ground) -> None:
    ground.sees(ground.tls_postgres)
    _migrated(ground, f"postgres://sightline:{PG_PASSWORD}@{ground.tls_postgres}/mail")


def _password(password: str) -> Callable[[Ground], None]:
    def prepare(ground: Ground) -> None:
        _plain_postgres(ground)
        ground.sql(ground.postgres, f"ALTER ROLE sightline PASSWORD '{password}'")
        ground.own.callback(ground.sql, ground.postgres, f"ALTER ROLE sightline PASSWORD '{PG_PASSWORD}'")

    return prepare


def _poor(ground: Ground) -> None:
    ground.sees(ground.postgres)
    ground.sql(ground.postgres, "DROP DATABASE IF EXISTS empty", "CREATE DATABASE empty")
    ground.sql(ground.postgres, "DROP ROLE IF EXISTS poor", "CREATE ROLE poor LOGIN PASSWORD 'poor'")
    ground.values["PG_DB"] = "empty"


def _plain_mariadb(ground: Ground) -> None:
    ground.sees(ground.mariadb, "MARIADB")
    ground.values |= {"MARIADB_USER": "sightline", "MARIADB_PASSWORD": "", "MARIADB_DB": "mysql"}


def _smtp(**how: object) -> Callable[[Ground], None]:
    return lambda ground: ground.listens(strangers.mail(**how))  # type: ignore[arg-type]


def _smtp_by_tls(trusted: str = "", name: str = "127.0.0.1", **how: object) -> Callable[[Ground], None]:
    def prepare(ground: Ground) -> None:
        authority = new_authority(ground.tmp)
        context = (authority.issues(name) if trusted else new_certificate(ground.tmp, name)).context()
        if trusted:
            ground.env["SSL_CERT_FILE"] = str(authority.path)
        port = "SMTPS_PORT" if how.get("first") else "SMTP_PORT"
        ground.listens(strangers.mail(context=context, **how), port)  # type: ignore[arg-type]

    return prepare


def _file(name: str, content: bytes) -> Callable[[Ground], None]:
    def prepare(ground: Ground) -> None:
        (ground.tmp / name).write_bytes(content)

    return prepare


def _geoip(name: str, change: Callable[[bytes], bytes] = bytes, kind: str = "") -> Callable[[Ground], None]:
    def prepare(ground: Ground) -> None:
        path = ground.tmp / "made.mmdb"
        networks = {f"{first}.0.0.0/8": ("Norway", "Oslo") for first in range(1, 200, 3)}
        mmdb.write(path, {**networks, "8.8.8.0/24": ("Norway", "Oslo")})
        content = path.read_bytes()
        if kind:
            content = content.replace(b"\x4dGeoLite2-City", bytes([0x40 | len(kind)]) + kind.encode())
        (ground.tmp / name).write_bytes(change(content))

    return prepare


def _archived(mode: str) -> Callable[[bytes], bytes]:
    def change(content: bytes) -> bytes:
        made = io.BytesIO()
        with tarfile.open(fileobj=made, mode=mode) as archive:  # type: ignore[call-overload]
            entry = tarfile.TarInfo("GeoLite2-City_20260101/GeoLite2-City.mmdb")
            entry.size = len(content)
            archive.addfile(entry, io.BytesIO(content))
        return made.getvalue()

    return change


def _half(content: bytes) -> bytes:
    return content[: len(content) // 2]


def _holed(content: bytes) -> bytes:
    third = len(content) // 4
    return content[:third] + bytes(third) + content[2 * third :]


def _replaced(name: str, content: bytes) -> Callable[[Ground], None]:
    def prepare(ground: Ground) -> None:
        for end in ("-wal", "-shm"):
            (ground.data / f"{name}{end}").unlink(missing_ok=True)
        (ground.data / name).write_bytes(content)

    return prepare


def _cut(ground: Ground) -> None:
    path = ground.data / "sightline.db"
    with sqlite3.connect(path) as database:
        database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()
    os.truncate(path, path.stat().st_size // 2)


def _folder_in_place(name: str) -> Callable[[Ground], None]:
    def prepare(ground: Ground) -> None:
        (ground.data / name).unlink()
        (ground.data / name).mkdir()

    return prepare


def _link_to_itself(ground: Ground) -> None:
    _at(ground, "/srv/loop", lambda path: path.symlink_to(path))


def _at(ground: Ground, name: str, make: Callable[[Path], object]) -> None:
    path = Path(name)
    if not os.path.lexists(path):
        make(path)
        ground.own.callback(path.unlink)


def _der(ground: Ground) -> None:
    made = new_authority(ground.tmp).certificate
    (ground.tmp / "company.cer").write_bytes(made.public_bytes(Encoding.DER))


def _site(talk: strangers.Talk) -> Callable[[Ground], None]:
    return lambda ground: ground.listens(talk, "SITE", 18090)


def _proxy(status: str) -> Callable[[Ground], None]:
    return lambda ground: ground.listens(strangers.answering(status), "PROXY", 3128)


def _other_name(ground: Ground) -> None:
    authority = new_authority(ground.tmp)
    context = authority.issues("www.example.com").context()
    ground.env["SSL_CERT_FILE"] = str(authority.path)
    ground.listens(strangers.mail(context=context, first=True), "TLS", 18443)


def _beside(talk: strangers.Talk, port: int) -> Callable[[Ground], None]:
    def prepare(ground: Ground) -> None:
        _plain_postgres(ground)
        ground.listens(talk, "X", port)

    return prepare


def _nothing(_ground: Ground) -> None:
    pass


PREPARED: dict[str, Callable[[Ground], None]] = {
    **dict.fromkeys(
        (
            *(
                "db-wrong-password",
                "db-nobody-listens",
                "db-host-unknown",
                "db-missing",
                "db-asyncpg-dialect",
            ),
            *(
                "db-sslmode-require-plain-server",
                "db-sslmode-misspelt",
                "db-ssl-true",
                "db-prisma-parameters",
            ),
            *("db-password-shown", "env-crlf", "db-jdbc"),
        ),
        _plain_postgres,
    ),
    "db-sslmode-require-tls-server": _with_tls,
    "db-sslmode-verify-full-selfsigned": _with_tls,
    "db-channel-binding": _with_tls,
    "db-no-create-on-public": _poor,
    "db-mssql-dialect": _nothing,
    "db-mysql-ssl-mode": _plain_mariadb,
    "db-mysql-socket-denied": _plain_mariadb,
    "db-password-hash": _password("pass#word"),
    "db-password-slash": _password("q8/Zr+1="),
    "db-password-percent": _password("AmJawat%queif5"),
    "ok-password-odd": _password("%Q&UaU5@/?#[]:+ é"),
    "db-hangs": _beside(strangers.silent, 15432),
    "db-speaks-http": _beside(strangers.answering("400 Bad Request"), 18080),
    "sqlite-truncated": _cut,
    "sqlite-empty-file": _replaced("sightline.db", b""),
    "sqlite-is-directory": _folder_in_place("sightline.db"),
    "sqlite-not-a-database": _replaced("sightline.db", b"<html>404</html>" * 100),
    "data-symlink-loop": _link_to_itself,
    "data-is-file": lambda ground: _at(ground, "/srv/file", Path.touch),
    "data-hash-in-name": lambda ground: (ground.tmp / "data#1").mkdir(),
    "smtp-starttls-on-465": _smtp_by_tls(first=True),
    "smtp-ssl-on-587": _smtp_by_tls(offers=("STARTTLS",)),
    "smtp-both": _smtp_by_tls(offers=("STARTTLS",)),
    "smtp-no-auth": _smtp(),
    "smtp-no-auth-needed": _smtp(),
    "smtp-auth-required": _smtp(
        offers=("AUTH PLAIN",), answers={"MAIL": "530 5.7.0 Authentication required"}
    ),
    "smtp-auth-after-tls": _smtp_by_tls(
        offers=("STARTTLS",), answers={"AUTH": "538 Must issue a STARTTLS command first"}
    ),
    "smtp-wrong-password": _smtp_by_tls(
        trusted="yes", offers=("STARTTLS", "AUTH PLAIN LOGIN"), answers={"AUTH": "535 5.7.8 not accepted"}
    ),
    "smtp-selfsigned": _smtp_by_tls(offers=("STARTTLS",)),
    "smtp-name-mismatch": _smtp_by_tls(trusted="yes", name="mail.example.com", offers=("STARTTLS",)),
    "smtp-hangs": _nothing,
    "smtp-is-imap": lambda ground: ground.listens(strangers.saying(b"* OK IMAP4rev1 ready\r\n"), "X", 10143),
    "smtp-url": _nothing,
    "smtp-from-refused": _smtp(offers=("AUTH PLAIN",), answers={"MAIL": "553 5.7.1 not owned by user"}),
    "smtp-from-malformed": _smtp(),
    "proxy-wants-login": _proxy("407 Proxy Authentication Required"),
    "proxy-refuses-host": _proxy("403 Forbidden"),
    "proxy-no-scheme": _proxy("403 Forbidden"),
    "proxy-lowercase-only": _nothing,
    "no-proxy-ipv6": _proxy("403 Forbidden"),
    "cert-file-not-pem": _der,
    "cert-dir-empty": lambda ground: (ground.tmp / "empty").mkdir(),
    "url-other-server": _site(strangers.answering("200 OK", "<title>Domain Default page</title>")),
    "url-login-wall": _site(strangers.answering("302 Found", Location="https://auth.example.com/?rd=x")),
    "url-cert-other-name": _other_name,
    "url-example-left": _nothing,
    "geoip-targz": _geoip("GeoLite2-City.tar.gz", _archived("w:gz")),
    "geoip-gunzipped-tar": _geoip("GeoIP-City.mmdb", _archived("w")),
    "geoip-truncated": _geoip("city.mmdb", _half),
    "geoip-middle-zero": _geoip("city.mmdb", _holed),
    "geoip-csv": _file("GeoLite2-City-Blocks-IPv4.csv", b"network,geoname_id,x\n" * 50),
    "geoip-country": _geoip("GeoLite2-Country.mmdb", kind="GeoLite2-Country"),
    "geoip-asn-as-city": _geoip("GeoLite2-ASN.mmdb", kind="GeoLite2-ASN"),
    "geoip-city-as-asn": _geoip("GeoLite2-City.mmdb"),
    "geoip-dbip-city": _geoip("dbip-city-lite.mmdb", kind="DBIP-City-Lite"),
    "geoip-html": _file("city.mmdb", b"<html>This website is using a security service"),
    "geoip-dat": _file("GeoIPCity.dat", bytes(range(256)) * 20),
    "geoip-missing": _nothing,
    "port-in-use": lambda ground: ground.listens(strangers.silent, "X", 18000),
    "spool-path-folder": _nothing,
    "proxy-socks-without-google": _nothing,
    "worker-typo": _nothing,
    "keys-empty": _replaced("keys.json", b""),
    "keys-session-empty": _replaced("session.key", b""),
    "keys-is-directory": _folder_in_place("keys.json"),
    "ok-time-zone": _nothing,
}
