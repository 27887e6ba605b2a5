"""Alice makes a backup: of everything, to a file that appears complete or not at all."""

from __future__ import annotations

import asyncio
import json
import subprocess
import tarfile
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx
import pytest

from server.backup import room, spool_copy
from server.backup.making import make
from server.backup.sqlite import SqliteStorage
from server.lib.user_error import UserError
from server.settings import load
from tests.backup import age_program
from tests.backup.installation import PASSPHRASE, done, marked, owned, refused, state, tried
from tests.serving import Server

# What a data folder may hold that no backup needs: locks, what only this machine has, and what is made anew.
NEEDLESS = {
    "migrate.lock", "spool.db.lock", "last-backup.json", "sandbox", "spool.db-wal", "spool.db-shm",
    "sightline.db-wal", "sightline.db-shm",
}  # fmt: skip
KEPT_AS = {
    "sightline.db": "database.sqlite",
    "spool.db": "spool.sqlite",
    "spool.db.losses": "spool.losses",
    **{name: name for name in ("keys.json", "vault.key", "session.key", "public-url")},
}


def test_every_file_that_a_server_makes_is_in_the_backup_or_known_to_be_needless(
    alice: Server, tmp_path: Path
) -> None:
    with alice:
        for pixel in marked(alice, 2):
            httpx.get(pixel)
        present = {path.name for path in alice.data.iterdir()}
        done(alice, "backup", tmp_path / "one.backup")
        alice.stop()
    assert present - NEEDLESS <= KEPT_AS.keys(), "say in making.py or here what becomes of these files"
    with _unpacked(tmp_path / "one.backup", tmp_path) as tar:
        assert {KEPT_AS[name] for name in present - NEEDLESS} <= set(tar.getnames())
        assert tar.getnames()[0] == "manifest.json"


async def test_a_hit_that_is_stored_between_the_two_copies_is_in_the_backup(
    alice: Server, tmp_path: Path, new: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It is not in the spool any more when the database is copied, which must not come first."""
    mail = json.loads(alice.run("mark"))
    alice.env["WORKER"] = "off"
    with alice:
        answer = await asyncio.to_thread(httpx.get, mail["pixel_url"])
        assert answer.status_code == 200
        alice.stop()
    first = asyncio.Event()

    def then_stored(copy: Callable[..., Awaitable[Any]]) -> Callable[..., Awaitable[Any]]:
        async def wrapped(*given: Any) -> Any:
            copied = await copy(*given)
            if not first.is_set():
                first.set()
                await asyncio.to_thread(alice.run, "show", mail["id"])  # this stores what waits
            return copied

        return wrapped

    monkeypatch.setattr(spool_copy, "copy", then_stored(spool_copy.copy))
    monkeypatch.setattr(SqliteStorage, "dump", then_stored(SqliteStorage.dump))
    await _made(alice, tmp_path / "one.backup")
    await asyncio.to_thread(done, new, "restore", tmp_path / "one.backup")
    assert len(json.loads(await asyncio.to_thread(new.run, "show", mail["id"]))["events"]) == 1


def test_keys_and_settings_from_the_environment_are_in_the_backup(tmp_path: Path, new: Server) -> None:
    """Without these settings, the new machine counts old marks; which others differed, it says."""
    keys = {"TRACKING_SECRET": "a" * 32, "VAULT_KEY": "b" * 32, "SESSION_SECRET": "c" * 32}
    old = owned(tmp_path / "data", {**keys, "PRIVACY_CONTACT": "privacy@example.org"})
    mail = json.loads(old.run("mark"))
    file = tmp_path / "one.backup"
    done(old, "backup", file)
    said = done(new, "restore", file)
    assert "PRIVACY_CONTACT" in said
    assert not set(keys) & set(said.split())
    listed = new.data / "restored-settings.env"
    assert listed.read_text() == "PRIVACY_CONTACT=privacy@example.org\n"
    assert listed.stat().st_mode & 0o777 == 0o600
    with new:
        httpx.get(f"{new.url}{httpx.URL(mail['pixel_url']).path}")
        assert len(json.loads(new.run("show", mail["id"]))["events"]) == 1
        new.stop()


def test_other_keys_in_the_settings_of_the_new_machine_are_named(tmp_path: Path, backup: Path) -> None:
    new = Server(tmp_path / "new", {"VAULT_KEY": "x" * 32, "TRACKING_SECRET": "y" * 32})
    said = done(new, "restore", backup)
    assert "VAULT_KEY is set to another key" in said
    assert "TRACKING_SECRET is set to a key that is not in the backup" in said


def test_a_backup_is_private_and_replaces_another_file_only_when_told(alice: Server, backup: Path) -> None:
    before = backup.read_bytes()
    assert "exists. Name another file, or add --overwrite" in refused(alice, "backup", backup)
    assert backup.read_bytes() == before
    done(alice, "backup", "--overwrite", backup)
    assert backup.read_bytes() != before
    assert backup.stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize(
    ("place", "sentence"),
    [("missing/one.backup", "is no folder"), ("data", "is a folder. Name a file in it")],
)
def test_a_place_that_cannot_be_written_is_named(
    place: str, sentence: str, alice: Server, tmp_path: Path
) -> None:
    assert sentence in refused(alice, "backup", tmp_path / place)


def test_a_short_or_empty_passphrase_is_refused(alice: Server, tmp_path: Path) -> None:
    file = tmp_path / "one.backup"
    assert "fewer than 12 characters" in refused(alice, "backup", file, passphrase="too short")
    assert "The passphrase is empty" in refused(alice, "backup", file, passphrase="")
    assert not file.exists()


def test_a_passphrase_file_that_others_can_read_is_named(alice: Server, tmp_path: Path, backup: Path) -> None:
    words = tmp_path / "passphrase"
    words.write_text(f"{PASSPHRASE}\n")
    words.chmod(0o644)
    outcome = tried(alice, "verify", "--passphrase-file", words, backup)
    assert outcome.returncode == 0
    assert f"chmod 600 {words}" in outcome.stderr


def test_without_an_installation_there_is_nothing_to_back_up(new: Server, tmp_path: Path) -> None:
    assert "nothing to back up" in refused(new, "backup", tmp_path / "one.backup")
    assert not (tmp_path / "one.backup").exists()
    assert not (new.data / "keys.json").exists(), "and no key is made by the way"


async def test_when_the_disk_is_full_nothing_is_written_and_a_sentence_says_what_is_needed(
    alice: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = state(alice.data)
    monkeypatch.setattr(room, "RESERVE", 1 << 60)
    with pytest.raises(UserError, match=r"has \d+ MB free; \d+ MB are needed"):
        await _made(alice, tmp_path / "one.backup")
    assert state(alice.data) == before
    assert not list(tmp_path.glob("*one.backup*"))


async def test_when_the_disk_fills_up_meanwhile_the_backup_ends_and_leaves_nothing(
    alice: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_folders: object) -> None:
        raise UserError("The disk is full.")

    monkeypatch.setattr(room, "require_reserve", full)
    with pytest.raises(UserError, match="The disk is full"):
        await _made(alice, tmp_path / "one.backup")
    assert not list(tmp_path.glob("*one.backup*"))
    assert not [path for path in alice.data.iterdir() if path.name.startswith(".")]


async def test_a_disk_that_fails_leaves_the_old_backup_as_it_was(
    alice: Server, small_disk: Path, backup: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = small_disk / "one.backup"
    file.write_bytes(backup.read_bytes())
    (small_disk / "ballast").write_bytes(bytes((8 << 20) - (3 << 16) - file.stat().st_size))
    monkeypatch.setattr(room, "require", lambda *_: None)
    with pytest.raises(UserError, match="could not be written: No space left on device"):
        await _made(alice, file, overwrite=True)
    assert file.read_bytes() == backup.read_bytes()
    assert {path.name for path in small_disk.iterdir()} == {"one.backup", "ballast"}


async def _made(place: Server, file: Path, *, overwrite: bool = False) -> None:
    env = place.environment()
    await make(load(env), env, file, PASSPHRASE, lambda _: None, overwrite=overwrite)


def _unpacked(file: Path, folder: Path) -> tarfile.TarFile:
    """Open the backup with programs that know nothing of Sightline."""
    zipped = folder / "backup.tar.gz"
    assert age_program.decrypt(file, zipped, PASSPHRASE) == 0
    subprocess.run(["gzip", "--decompress", zipped], check=True)
    return tarfile.open(folder / "backup.tar")
