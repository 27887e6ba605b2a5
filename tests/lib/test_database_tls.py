"""Connections to a real PostgreSQL and a real MariaDB are encrypted, and verified, as DATABASE_URL says."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import asyncpg
import pytest
from tortoise import Tortoise
from tortoise.backends.base.executor import EXECUTOR_CACHE

from server.lib.database import connection
from server.ops.trouble import sentence_for
from tests.certificates import Authority, new_authority
from tests.migrations import databases

PASSWORD = "p#ss/w?rd%&"
ENCODED = "p%23ss%2Fw%3Frd%25%26"
RULES = "hostssl all alice all scram-sha-256\nhost all postgres all trust\n"


@pytest.fixture(scope="module")
def authority() -> Iterator[Authority]:
    """An authority that nobody trusts by itself, in a folder that database servers can read."""
    with tempfile.TemporaryDirectory(prefix="sightline-tls-") as folder:
        Path(folder).chmod(0o755)
        made = new_authority(Path(folder))
        yield made


@pytest.fixture(scope="module")
def postgres(authority: Authority) -> Iterator[str]:
    """A PostgreSQL that lets Alice in by TLS and password only. Yields HOST:PORT/DATABASE."""
    with databases.postgres() as url:
        yield url.partition("@")[2]


@pytest.fixture(scope="module")
def mariadb(authority: Authority) -> Iterator[str]:
    """A MariaDB with TLS. Yields HOST:PORT/DATABASE."""
    issued = authority.issues("127.0.0.1")
    files = [f"--ssl-ca={authority.path}", f"--ssl-cert={issued.path}", f"--ssl-key={_lent(issued.key)}"]
    with databases.mariadb(*files) as url:
        yield url.partition("@")[2]


@pytest.fixture(autouse=True)
def nothing_remembered() -> None:
    """Tortoise caches SQL by connection name, and would send one dialect's SQL to another."""
    EXECUTOR_CACHE.clear()


def _lent(key: Path) -> Path:
    """A key that the server's user, and no other, can read."""
    databases._give(key)
    key.chmod(0o600)
    return key


async def _secured(place: str, authority: Authority) -> str:
    """Turn on TLS, and let Alice in. Returns HOST:PORT/DATABASE."""
    issued = authority.issues("127.0.0.1")
    admin = await asyncpg.connect(f"postgres://postgres@{place}/postgres", ssl=False)
    try:
        if await admin.fetchval("SHOW ssl") == "off":
            rules = Path(str(await admin.fetchval("SHOW hba_file")))
            await admin.execute(f"CREATE ROLE alice SUPERUSER LOGIN PASSWORD '{PASSWORD}'")
            rules.write_text(RULES)
            for name, file in (("cert", issued.path), ("key", _lent(issued.key))):
                await admin.execute(f"ALTER SYSTEM SET ssl_{name}_file = '{file}'")
            await admin.execute("ALTER SYSTEM SET ssl = on")
            await admin.execute("SELECT pg_reload_conf()")
    finally:
        await admin.close()
    return f"{place}/postgres"


async def _asks(url: str, question: str) -> Any:
    await connection.connect(url, ["aerich.models"])
    try:
        rows = await Tortoise.get_connection("default").execute_query_dict(question)
    finally:
        await connection.disconnect()
    return [*rows[0].values()][-1]


async def _refusal(url: str, question: str) -> str:
    with pytest.raises(Exception) as refused:  # noqa: PT011 - each driver has errors of its own
        await _asks(url, question)
    sentence = sentence_for(refused.value)
    assert sentence
    assert PASSWORD not in sentence
    return sentence


ENCRYPTED = "SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"
CIPHER = "SHOW STATUS LIKE 'Ssl_cipher'"


async def _settled(place: str, user: str) -> None:
    """PostgreSQL takes its files anew when it is told, not at once."""
    for _ in range(100):
        try:
            probe = await asyncpg.connect(f"postgres://{user}@{place}", ssl="require", timeout=5)
        except (ConnectionError, asyncpg.PostgresError):
            continue
        await probe.close()
        return


@pytest.mark.parametrize("mode", ["", "require", "prefer", "verify-ca", "verify-full"])
async def test_postgres_is_asked_by_tls(postgres: str, authority: Authority, mode: str) -> None:
    place = await _secured(postgres, authority)
    await _settled(place, f"alice:{ENCODED}")
    parameters = {"": "", "verify-ca": f"?sslmode=verify-ca&sslrootcert={authority.path}"}
    parameters["verify-full"] = f"?sslmode=verify-full&sslrootcert={authority.path}"
    url = f"postgresql://alice:{ENCODED}@{place}{parameters.get(mode, f'?sslmode={mode}')}"
    assert await _asks(url, ENCRYPTED) is True


async def test_postgres_is_not_asked_where_its_certificate_is_not_trusted_or_tls_is_off(
    postgres: str, authority: Authority
) -> None:
    place = await _secured(postgres, authority)
    await _settled(place, f"alice:{ENCODED}")
    alice = f"postgresql://alice:{ENCODED}@{place}"
    assert "certificate" in await _refusal(f"{alice}?sslmode=verify-full", ENCRYPTED)
    other = place.replace("127.0.0.1", "localhost")
    named = f"postgresql://alice:{ENCODED}@{other}?sslrootcert={authority.path}&sslmode="
    assert await _asks(f"{named}verify-ca", ENCRYPTED) is True
    assert "certificate" in await _refusal(f"{named}verify-full", ENCRYPTED)
    assert "sslmode=require" in await _refusal(f"{alice}?sslmode=disable", ENCRYPTED)
    assert "refuses the password" in await _refusal(alice.replace("p%23", "P%23"), ENCRYPTED)
    assert "has no such database" in await _refusal(f"{alice}-missing", ENCRYPTED)


async def test_postgres_without_tls_is_named_where_tls_is_wanted(tmp_path: Path) -> None:
    with databases.postgres() as url:
        said = await _refusal(f"{url}/postgres?sslmode=require", ENCRYPTED)
        assert await _asks(f"{url}/postgres?sslmode=prefer", ENCRYPTED) is False
    assert "has no TLS" in said


@pytest.mark.parametrize("mode", ["REQUIRED", "PREFERRED", "VERIFY_CA", "VERIFY_IDENTITY"])
async def test_mariadb_is_asked_by_tls(mariadb: str, authority: Authority, mode: str) -> None:
    ca = f"&ssl-ca={authority.path}" if mode.startswith("VERIFY") else ""
    assert await _asks(f"mysql://sightline@{mariadb}/mysql?ssl-mode={mode}{ca}", CIPHER)


async def test_mariadb_is_asked_without_tls_only_where_nobody_asks_for_it(
    mariadb: str, authority: Authority
) -> None:
    assert not await _asks(f"mysql://sightline@{mariadb}/mysql", CIPHER)
    assert not await _asks(f"mysql://sightline@{mariadb}/mysql?ssl-mode=DISABLED", CIPHER)
    assert "certificate" in await _refusal(f"mysql://sightline@{mariadb}/mysql?ssl-mode=VERIFY_CA", CIPHER)
    said = await _refusal(f"mysql://sightline:wrong@{mariadb}/mysql", CIPHER)
    assert "refuses the user or the password" in said


async def test_mariadb_without_tls_is_named_where_tls_is_wanted() -> None:
    with databases.mariadb() as url:
        said = await _refusal(f"{url}/mysql?ssl-mode=REQUIRED", CIPHER)
    assert "TLS" in said
