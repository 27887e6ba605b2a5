"""Fixtures: a server on a machine that will fail, and a small disk."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults.disk import mounted
from tests.faults.stores import UNLIMITED
from tests.faults.visitor import PASSWORD
from tests.machines.machine import Machine


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    """Run `sightline serve` on SQLite, with Alice as its owner."""
    made = Machine(tmp_path / "data", dict(UNLIMITED))
    made.start()
    try:
        made.run("user", "add", "alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
        yield made
    finally:
        made.kill()


@pytest.fixture
def stopped(tmp_path: Path) -> Iterator[Machine]:
    """A server that was never started."""
    made = Machine(tmp_path / "data", dict(UNLIMITED))
    try:
        yield made
    finally:
        made.kill()


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Mount a disk of 8 MB."""
    with mounted(tmp_path / "disk", "8m") as place:
        yield place
