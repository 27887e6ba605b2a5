"""Fixtures: a server on a machine that will fail, and a small disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.disk import mounted
from tests.faults.stores import UNLIMITED
from tests.faults.table import amount
from tests.faults.visitor import PASSWORD
from tests.machines.machine import Machine

MAILS = 10


@pytest.fixture(scope="session")
def template(tmp_path_factory: pytest.TempPathFactory) -> Machine:
    """The folder of a server that has stopped, with Alice and ten mails, to be copied."""
    made = Machine(tmp_path_factory.mktemp("template") / "data", dict(UNLIMITED))
    try:
        made.start()
        made.run("user", "add", "alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
        made.mails = made.marked_anew(MAILS, "https://example.com/")
        made.stop()
    finally:
        made.kill()
    return made


@pytest.fixture
def stopped(tmp_path: Path, template: Machine) -> Iterator[Machine]:
    """A server that has stopped, with Alice as its owner, and ten mails that it has marked."""
    made = Machine(tmp_path / "data", dict(UNLIMITED))
    made.takes(template)
    try:
        yield made
    finally:
        made.kill()


@pytest.fixture
def machine(stopped: Machine) -> Machine:
    """Run `sightline serve` on SQLite, with Alice as its owner, and ten mails that it has marked."""
    stopped.start()
    return stopped


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 8 MB; a larger one for full counts, whose events would not fit."""
    with mounted(tmp_path / "disk", f"{amount(8, 48)}m") as place:
        yield place
