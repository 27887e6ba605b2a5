"""DATABASE_URL is read as hosters hand it out and as people write it, or refused without its password."""

from __future__ import annotations

import string
from pathlib import Path
from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib.config import ConfigError
from server.lib.database import connection, urls
from server.lib.database.drivers import connection_to
from server.lib.database.tls import SYSTEM, Tls, TlsMode
from server.lib.database.urls import DatabaseUrl
from server.lib.settings import ServerSettings
from server.settings import load
from server.tables import MODELS

PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=12)
RAW = st.text(string.ascii_letters + string.digits + "/?#@:[]&=+;,!", min_size=1, max_size=12)


@given(PRINTABLE, PRINTABLE)
def test_whatever_a_login_is_encoded_in_is_read_as_it_was(user: str, password: str) -> None:
    url = urls.read(f"postgres://{quote(user, safe='')}:{quote(password, safe='')}@db.example:6543/mail")
    assert (url.user, url.password, url.host, url.port, url.database) == (
        *(user, password, "db.example", 6543),
        "mail",
    )


@given(RAW)
def test_a_password_that_is_not_encoded_is_read_as_it_is_or_refused_but_never_shown_or_asked_elsewhere(
    password: str,
) -> None:
    refused, url = _read(f"mysql://alice:{password}@db.example/mail")
    if url:
        assert (url.user, url.password, url.host, url.database) == ("alice", password, "db.example", "mail")
    else:
        assert len(password) < 5 or password not in refused


@given(
    st.text(st.characters(codec="utf-8", exclude_characters="\0\n"), min_size=1).map(
        lambda name: f"/a/{name}/b.db"
    )
)
def test_what_comes_after_sqlite_is_a_path_as_such(path: str) -> None:
    assert urls.read(urls.sqlite_url(path)).file == path


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    refused, url = _read(text)
    assert url or refused.startswith("DATABASE_URL ")


def _read(text: str) -> tuple[str, DatabaseUrl | None]:
    """Returns why a URL is refused, or what it is."""
    try:
        return "", urls.read(text)
    except ConfigError as error:
        return str(error), None


@pytest.mark.parametrize("name", ["data#1", "data?x=1", "50%", "a%20b", "große Platte", "?journal_mode=OFF"])
async def test_the_database_is_inside_the_folder_whatever_its_name_is(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name
    async with connection.connected(
        load({"SIGHTLINE_DATA": str(folder)})[ServerSettings].database_url, MODELS
    ):
        pass
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (folder / "sightline.db").is_file()


async def test_a_database_that_an_earlier_version_put_outside_is_not_left_behind(tmp_path: Path) -> None:
    (tmp_path / "data").write_bytes(b"SQLite format 3\0")
    url = urls.sqlite_url(str(tmp_path / "data#1" / "sightline.db"))
    with pytest.raises(
        ConfigError, match=r"earlier version is at .*/data, .*move it to .*/data#1/sightline\.db"
    ):
        await connection.connect(url, MODELS)
    assert not (tmp_path / "data#1").exists()


@pytest.mark.parametrize(
    ("query", "tls"),
    [
        ("", None),
        ("sslmode=disable", Tls(TlsMode.DISABLE)),
        ("sslmode=require", Tls(TlsMode.REQUIRE)),
        ("sslMode=verify-full", Tls(TlsMode.VERIFY_FULL)),
        ("sslmode=verify-ca&sslrootcert=/ca.pem", Tls(TlsMode.VERIFY_CA, root="/ca.pem")),
        ("sslrootcert=system", Tls(TlsMode.VERIFY_FULL, root=SYSTEM)),
        ("channel_binding=require", Tls(TlsMode.REQUIRE)),
        ("channel_binding=require&sslmode=verify-full", Tls(TlsMode.VERIFY_FULL)),
        ("ssl=true", Tls(TlsMode.VERIFY_FULL)),
        ("requiressl=1", Tls(TlsMode.REQUIRE)),
        ("pgbouncer=true&connection_limit=1", None),
    ],
)
def test_tls_is_what_libpq_makes_of_it(query: str, tls: Tls | None) -> None:
    assert urls.read(f"postgres://u:p@h/db?{query}").tls == tls


@pytest.mark.parametrize(
    ("query", "tls"),
    [
        ("ssl-mode=REQUIRED", Tls(TlsMode.REQUIRE)),
        ("ssl_mode=DISABLED", Tls(TlsMode.DISABLE)),
        ("sslmode=VERIFY_IDENTITY&ssl-ca=/ca.pem", Tls(TlsMode.VERIFY_FULL, root="/ca.pem")),
        ("ssl-ca=/ca.pem", Tls(TlsMode.VERIFY_CA, root="/ca.pem")),
        ("sslaccept=strict", Tls(TlsMode.VERIFY_FULL)),
        ('ssl={"rejectUnauthorized":true}', Tls(TlsMode.VERIFY_FULL)),
        ("ssl=true", Tls(TlsMode.REQUIRE)),
    ],
)
def test_tls_is_what_mysql_makes_of_it(query: str, tls: Tls | None) -> None:
    assert urls.read(f"mysql://u:p@h/db?{query}").tls == tls


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("postgres://u:p@h/db?sslmode=REQUIRED", "none of disable"),
        ("postgres://u:p@h/db?sslmode=require&sslmode=disable", "twice"),
        ("postgres://u:p@h/db?sslrootcert=system&sslmode=require", "verify-full"),
        ("postgres://u:p@h/db?sslcrl=/x", "the parameter sslcrl"),
        ("postgres://u:p@h", "names no database"),
        ("postgres://u:p@a,b/db", "several hosts"),
        ("postgres://u:p@2001:db8::5:5432/db", "brackets"),
        ("postgres://u:[YOUR-PASSWORD]@h/db", "placeholder"),
        ("mssql://u:p@h/db", "begins with mssql://"),
        ("/var/lib/sightline.db", "sqlite:///var/lib/sightline.db"),
        ("sqlite+aiosqlite:///x.db", "SQLAlchemy"),
        ("sqlite:///folder/", "Add the name of a file"),
    ],
)
def test_what_cannot_be_meant_is_refused_with_what_to_write(url: str, words: str) -> None:
    with pytest.raises(ConfigError) as refused:
        load({"DATABASE_URL": url})
    assert words in str(refused.value)
    assert refused.value.settings == ("DATABASE_URL",)


def test_the_drivers_get_what_they_know() -> None:
    given = "postgres://u:p@h/db?connect_timeout=9&pgbouncer=1&application_name=a&sslmode=prefer"
    credentials = connection_to(given)["credentials"]
    assert {
        name: credentials[name] for name in ("timeout", "statement_cache_size", "application_name", "ssl")
    } == {
        "timeout": 9.0,
        "statement_cache_size": 0,
        "application_name": "a",
        "ssl": "prefer",
    }
    socket = connection_to("mysql://u@/db?unix_socket=/run/mysqld.sock")["credentials"]
    assert (socket["unix_socket"], socket["password"]) == ("/run/mysqld.sock", "")


def test_a_certificate_that_is_missing_is_named() -> None:
    with pytest.raises(ConfigError, match=r"names /nowhere/ca\.pem as the certificate to trust"):
        connection_to("postgres://u:p@h/db?sslmode=verify-ca&sslrootcert=/nowhere/ca.pem")
