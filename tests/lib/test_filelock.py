"""Locks work, or say what is wrong, whoever made their files."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.lib.filelock import FileLock

SERVICE = 65534  # nobody
AS_SERVICE = """
import os, sys
from pathlib import Path
from server.lib.config import ConfigError
from server.lib.filelock import FileLock
os.setgid({user}); os.setuid({user})
try:
    print(FileLock(Path(sys.argv[1])).take())
except ConfigError as error:
    print(error)
"""


def taken_by_the_service(path: Path) -> str:
    """What a process of another user says that takes the lock."""
    run = [sys.executable, "-c", AS_SERVICE.format(user=SERVICE), str(path)]
    return subprocess.run(run, capture_output=True, text=True, check=True).stdout.strip()


def test_only_one_holds_a_lock_at_a_time(tmp_path: Path) -> None:
    first, second = FileLock(tmp_path / "a.lock"), FileLock(tmp_path / "a.lock")
    assert first.take()
    assert not second.take()
    first.give_back()
    assert second.take()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can be somebody else")
class TestAnotherUser:
    """The server runs as a user of its own, and root has run a command in its folder."""

    @pytest.fixture
    def folder(self) -> Iterator[Path]:
        # Not in tmp_path, because others may not enter the folders above it.
        with tempfile.TemporaryDirectory() as made:
            os.chown(made, SERVICE, SERVICE)
            yield Path(made)

    def test_the_server_takes_a_lock_that_root_has_made(self, folder: Path) -> None:
        lock = FileLock(folder / "migrate.lock")
        assert lock.take()
        assert taken_by_the_service(folder / "migrate.lock") == "False"
        lock.give_back()
        assert taken_by_the_service(folder / "migrate.lock") == "True"

    def test_a_lock_that_may_only_be_read_is_taken(self, folder: Path) -> None:
        (folder / "migrate.lock").touch(0o644)
        assert taken_by_the_service(folder / "migrate.lock") == "True"

    def test_a_lock_that_nobody_else_may_open_is_named_with_what_to_do(self, folder: Path) -> None:
        (folder / "migrate.lock").touch(0o600)
        said = taken_by_the_service(folder / "migrate.lock")
        assert f"{folder}/migrate.lock belongs to another user" in said
        assert "chown" in said
