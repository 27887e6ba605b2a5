"""The ground on which wrong set-ups are prepared: a used data folder, databases, and values to fill in."""

from __future__ import annotations

import time
from contextlib import ExitStack
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from subprocess import run

from tests.certificates import new_certificate
from tests.doctor import strangers
from tests.migrations import databases
from tests.serving import Server

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
