"""Prepares the wrong set-ups that need something around them: databases, mail servers, proxies, files."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from pathlib import Path
from subprocess import run

from tests.certificates import new_authority, new_certificate
from tests.doctor import files, strangers
from tests.doctor.ground import PG_PASSWORD, Ground
from tests.serving import ROOT


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
    "db-password-hash": _password("pass#word"),
    "db-password-slash": _password("q8/Zr+1="),
    "db-password-percent": _password("AmJawat%queif5"),
    "ok-password-odd": _password("%Q&UaU5@/?#[]:+ é"),
    "db-hangs": _beside(strangers.silent, 15432),
    "db-speaks-http": _beside(strangers.answering("400 Bad Request"), 18080),
    "sqlite-truncated": files.cut,
    "sqlite-empty-file": files.replaced("sightline.db", b""),
    "sqlite-is-directory": files.folder_in_place("sightline.db"),
    "sqlite-not-a-database": files.replaced("sightline.db", b"<html>404</html>" * 100),
    "data-symlink-loop": files.link_to_itself,
    "data-is-file": lambda ground: files.at(ground, "/srv/file", Path.touch),
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
    "cert-file-not-pem": files.der,
    "cert-dir-empty": lambda ground: (ground.tmp / "empty").mkdir(),
    "url-other-server": _site(strangers.answering("200 OK", "<title>Domain Default page</title>")),
    "url-login-wall": _site(strangers.answering("302 Found", Location="https://auth.example.com/?rd=x")),
    "url-cert-other-name": _other_name,
    "url-example-left": _nothing,
    "geoip-targz": files.geoip("GeoLite2-City.tar.gz", files.archived("w:gz")),
    "geoip-gunzipped-tar": files.geoip("GeoIP-City.mmdb", files.archived("w")),
    "geoip-truncated": files.geoip("city.mmdb", files.half),
    "geoip-middle-zero": files.geoip("city.mmdb", files.holed),
    "geoip-csv": files.file("GeoLite2-City-Blocks-IPv4.csv", b"network,geoname_id,x\n" * 50),
    "geoip-country": files.geoip("GeoLite2-Country.mmdb", kind="GeoLite2-Country"),
    "geoip-asn-as-city": files.geoip("GeoLite2-ASN.mmdb", kind="GeoLite2-ASN"),
    "geoip-city-as-asn": files.geoip("GeoLite2-City.mmdb"),
    "geoip-dbip-city": files.geoip("dbip-city-lite.mmdb", kind="DBIP-City-Lite"),
    "geoip-html": files.file("city.mmdb", b"<html>This website is using a security service"),
    "geoip-dat": files.file("GeoIPCity.dat", bytes(range(256)) * 20),
    "geoip-missing": _nothing,
    "port-in-use": lambda ground: ground.listens(strangers.silent, "X", 18000),
    "spool-path-folder": _nothing,
    "proxy-socks-without-google": _nothing,
    "worker-typo": _nothing,
    "keys-empty": files.replaced("keys.json", b""),
    "keys-session-empty": files.replaced("session.key", b""),
    "keys-is-directory": files.folder_in_place("keys.json"),
    "ok-time-zone": _nothing,
}
