"""Fixtures: Alice's installation, and a backup of it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.backup.installation import done, marked, owned
from tests.faults.test_disk import small_disk
from tests.serving import Server

__all__ = ["small_disk"]


@pytest.fixture(scope="session")
def model(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an installation, `data`, and a backup of it, `alice.backup`; tests only copy them."""
    folder = tmp_path_factory.mktemp("model")
    place = owned(folder / "data")
    marked(place, 3)
    with place:
        done(place, "backup", folder / "alice.backup")
        place.stop()
    return folder


@pytest.fixture
def alice(model: Path, tmp_path: Path) -> Server:
    """Alice's installation, with three marked mails; its server does not run."""
    shutil.copytree(model / "data", tmp_path / "data")
    return Server(tmp_path / "data")


@pytest.fixture
def backup(model: Path, tmp_path: Path) -> Path:
    """A backup of this installation."""
    return Path(shutil.copy(model / "alice.backup", tmp_path / "alice.backup"))


@pytest.fixture
def new(tmp_path: Path) -> Server:
    """A machine without an installation."""
    return Server(tmp_path / "new")
