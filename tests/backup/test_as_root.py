"""Root runs commands on Alice's data, which another user owns who may have been taken over."""

from __future__ import annotations

import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from server.lib.config import ConfigError
from server.lib.keys.secret_files import write_private
from tests.backup.installation import done, refused
from tests.serving import Server

OWNER = os.geteuid() or 12345  # only root can give files away


@pytest.fixture
def theirs(model: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    """Alice's installation, whose files belong to the user of the server, in a folder that all may enter."""
    with tempfile.TemporaryDirectory(prefix="sightline-root-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        data = Path(shutil.copytree(model / "data", folder / "data"))
        shutil.copy(model / "alice.backup", data / "alice.backup")
        for path in (data, *data.rglob("*")):
            os.chown(path, OWNER, -1)
        yield Server(data, _python_for_all(folder, monkeypatch))


def _python_for_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Choose the system's Python if the one of the tests is in a folder that other users may not enter."""
    if all(each.stat().st_mode & 0o001 for each in Path(os.__file__).parents):
        return {}
    monkeypatch.setattr(sys, "executable", "/usr/bin/python3")
    (folder / "async_timeout.py").write_text(
        "from asyncio import timeout\n"
    )  # which redis wants before 3.11.3
    return {"PYTHONPATH": f"{Path(pytest.__file__).parents[1]}:{folder}"}


@pytest.fixture
def secret(theirs: Server) -> Path:
    """A file that only root can read, and that links in the data folder name."""
    folder = theirs.data.parent / "root"
    folder.mkdir(mode=0o700)
    path = folder / "shadow"
    path.write_text("root:hash")
    path.chmod(0o600)
    return path


def _linked(path: Path, to: Path) -> None:
    path.unlink(missing_ok=True)
    path.symlink_to(to)
    os.chown(path, OWNER, -1, follow_symlinks=False)


def test_a_backup_by_root_replaces_and_packs_nothing_that_links_name(theirs: Server, secret: Path) -> None:
    before = secret.stat()
    _linked(theirs.data / "last-backup.json", secret)
    theirs.outcome("backup", str(theirs.data / "new.backup"), stdin="orchid lantern gravel mitten\n")
    if os.geteuid() != OWNER:
        assert (secret.read_text(), secret.stat().st_ino) == ("root:hash", before.st_ino)
    assert (theirs.data / "new.backup").stat().st_uid == OWNER


def test_a_restore_by_root_gives_nothing_away(theirs: Server, secret: Path) -> None:
    _linked(theirs.data / "x", secret)
    done(theirs, "restore", "--overwrite", theirs.data / "alice.backup")
    assert secret.stat().st_uid == os.geteuid()
    made = [path for path in theirs.data.rglob("*") if not path.is_symlink()]
    assert {path.stat().st_uid for path in made} == {OWNER}


def test_what_only_root_can_read_is_named(theirs: Server, secret: Path) -> None:
    if os.geteuid() == OWNER:
        return
    secret.write_text("orchid lantern gravel mitten\n")
    target = theirs.data / "new.backup"
    said = refused(theirs, "backup", "--passphrase-file", secret, target)
    assert f"{secret} can't be read by the user number {OWNER}" in said
    assert "can't be read by the user" in refused(theirs, "verify", secret.parent / "old.backup")
    assert "can't be read by the user" in refused(theirs, "backup", secret.parent / "new.backup")
    assert "can't write to" in refused(theirs, "backup", theirs.data.parent / "new.backup")


def test_root_follows_no_link_of_another_user_to_a_file_that_is_not_theirs(
    theirs: Server, secret: Path
) -> None:
    place = theirs.data / "note"
    _linked(place, secret)
    if os.geteuid() == OWNER:
        return
    with pytest.raises(ConfigError, match="root does not follow it"):
        write_private(place, b"new")
    assert secret.read_text() == "root:hash"
    _linked(place, theirs.data / "real")
    write_private(place, b"new")
    assert (theirs.data / "real").read_bytes() == b"new"
    assert (theirs.data / "real").stat().st_uid == OWNER
    folder = theirs.data / "networks"
    shutil.rmtree(folder, ignore_errors=True)
    _linked(folder, secret.parent)
    with pytest.raises(ConfigError, match="root does not follow it"):
        write_private(folder / "shadow", b"new")
    assert secret.read_text() == "root:hash"


def test_a_draft_that_cannot_be_written_is_removed(theirs: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    before = {*theirs.data.iterdir()}
    with pytest.raises(OSError, match="No space"):
        write_private(theirs.data / "note", b"new")
    assert {*theirs.data.iterdir()} == before
