"""Alice restores a backup: on a new machine, or over what is there, which is kept; never by accident."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import httpx

from tests.backup.installation import done, marked, refused, state
from tests.serving import Server


def test_on_a_new_machine_alice_signs_in_and_her_old_marks_are_counted(
    alice: Server, backup: Path, new: Server
) -> None:
    [pixel, *_] = marked(alice, 1)
    shutil.rmtree(new.data, ignore_errors=True)
    done(new, "restore", backup)
    with new:
        path = httpx.URL(pixel).path
        assert httpx.get(f"{new.url}{path}").status_code == 200
        new.run("show", _one_id(new.data))
        new.stop()
    assert _rows(new.data, "SELECT count(*) FROM account") == [(1,)]
    assert _rows(new.data, "SELECT count(*) FROM event") == [(1,)]
    for name in ("keys.json", "vault.key", "session.key"):
        assert (new.data / name).read_bytes() == (alice.data / name).read_bytes()
    assert not list(new.data.glob(".*"))


def test_nothing_is_overwritten_without_being_told(alice: Server, backup: Path) -> None:
    before = state(alice.data)
    said = refused(alice, "restore", backup)
    assert "keys.json with keys, a database with messages or people" in said
    assert "--overwrite" in said
    assert state(alice.data) == before


def test_an_installation_that_only_started_once_still_has_keys_that_are_not_overwritten(
    backup: Path, new: Server
) -> None:
    with new:
        new.stop()
    assert "keys.json with keys." in refused(new, "restore", backup)


def test_nothing_is_restored_while_the_server_runs(alice: Server, backup: Path) -> None:
    with alice:
        before = _rows(alice.data, "SELECT count(*) FROM message")
        assert "Stop all servers and workers" in refused(alice, "restore", "--overwrite", backup)
        assert _rows(alice.data, "SELECT count(*) FROM message") == before
        alice.stop()


def test_nothing_is_restored_while_a_server_without_a_worker_runs(alice: Server, backup: Path) -> None:
    alice.env["WORKER"] = "off"
    with alice:
        assert "Stop all servers and workers" in refused(alice, "restore", "--overwrite", backup)
        alice.stop()


def test_what_was_there_is_kept_and_can_be_put_back(alice: Server, backup: Path) -> None:
    marked(alice, 4)
    before = _rows(alice.data, "SELECT id FROM message ORDER BY id")
    said = done(alice, "restore", "--overwrite", backup)
    assert _rows(alice.data, "SELECT count(*) FROM message") == [(3,)]
    [kept] = alice.data.glob("before-restore-*")
    assert str(kept) in said
    assert kept.stat().st_mode & 0o777 == 0o700
    assert _rows(kept, "SELECT id FROM message ORDER BY id") == before
    assert {path.name for path in kept.iterdir()} >= {"keys.json", "vault.key", "session.key", "sightline.db"}


def test_a_log_that_was_left_beside_an_older_database_does_no_harm(alice: Server, backup: Path) -> None:
    """Row 21 of issue 15: this is malformed when it is opened as it is."""
    old = (alice.data / "sightline.db").read_bytes()
    with alice:
        marked(alice, 50)
        wal = (alice.data / "sightline.db-wal").read_bytes()
        alice.stop()
    assert wal
    (alice.data / "sightline.db").write_bytes(old[: len(old) // 2])
    (alice.data / "sightline.db-wal").write_bytes(wal)
    done(alice, "restore", "--overwrite", backup)
    assert not (alice.data / "sightline.db-wal").exists()
    assert _rows(alice.data, "PRAGMA integrity_check") == [("ok",)]
    with alice:
        assert httpx.get(f"{alice.url}/health").status_code == 200


def test_a_damaged_backup_changes_nothing(alice: Server, backup: Path) -> None:
    content = bytearray(backup.read_bytes())
    content[len(content) // 2] ^= 1
    backup.write_bytes(content)
    before = state(alice.data)
    assert "damaged" in refused(alice, "restore", "--overwrite", backup)
    assert "damaged" in refused(alice, "verify", backup)
    assert state(alice.data) == before


def test_the_wrong_passphrase_changes_nothing(alice: Server, backup: Path) -> None:
    before = state(alice.data)
    for command in (["restore", "--overwrite"], ["verify"]):
        said = refused(alice, *command, backup, passphrase="orchid lantern gravel kitten")
        assert said == "This is not the passphrase of this backup."
    assert state(alice.data) == before


def test_hits_that_waited_here_are_not_thrown_away(alice: Server, backup: Path) -> None:
    pixels = marked(alice, 2)
    alice.env["WORKER"] = "off"
    with alice:
        for pixel in pixels:
            assert httpx.get(pixel.replace(_origin(pixel), alice.url)).status_code == 200
        alice.stop()
    assert _waiting(alice.data) == 2
    said = done(alice, "restore", "--overwrite", backup)
    assert "2 hits that waited here were added" in said
    assert _waiting(alice.data) == 2


def test_keys_that_are_newer_than_the_backup_still_verify_marks(alice: Server, backup: Path) -> None:
    alice.run("keys", "rotate")
    newer = (alice.data / "keys.json").read_text()
    assert "1 keys that were here" in done(alice, "restore", "--overwrite", backup)
    restored = (alice.data / "keys.json").read_text()
    assert [line for line in newer.splitlines() if "secret" in line and line not in restored] == []


def test_a_copy_that_was_waiting_is_looked_for_before_it_is_sent_again(
    alice: Server, tmp_path: Path, new: Server
) -> None:
    with closing(sqlite3.connect(alice.data / "sightline.db", isolation_level=None)) as db:
        db.execute(
            "INSERT INTO copy_set (id, account_id, draft_id, revision, subject, from_address, from_name,"
            " mailbox, thread_id, options, created_at)"
            " VALUES (?, 1, 'd', 'r', '', 'alice@sandbox.example', '', '', '', '{}', '2026-11-01')",
            (bytes(16),),
        )
        for number, wait in ((1, "waiting"), (2, "sent")):
            db.execute(
                "INSERT INTO copy (copy_set_id, account_id, message_id, number, address, name, state, tries)"
                " VALUES (?, 1, ?, ?, 'bob@example.org', '', ?, 0)",
                (bytes(16), bytes(15) + bytes([number]), number, wait),
            )
    file = tmp_path / "with-copies.backup"
    done(alice, "backup", file)
    done(new, "restore", file)
    rows = _rows(new.data, "SELECT state, tried_at IS NOT NULL FROM copy ORDER BY number")
    assert rows == [("waiting", 1), ("sent", 0)]


def test_a_backup_by_a_newer_version_is_refused(alice: Server, tmp_path: Path, new: Server) -> None:
    with closing(sqlite3.connect(alice.data / "sightline.db", isolation_level=None)) as db:
        db.execute("INSERT INTO aerich (version, app, content) VALUES ('999_later.py', 'models', '{}')")
    file = tmp_path / "later.backup"
    done(alice, "backup", file)
    said = refused(new, "restore", file)
    assert "newer version of Sightline made this backup (its database has 999_later.py)" in said
    assert not (new.data / "sightline.db").exists()


def test_an_interrupted_restore_is_named_by_the_doctor(alice: Server) -> None:
    (alice.data / "restore-unfinished").touch()
    said = alice.outcome("doctor").stdout
    assert "A restore was interrupted. Run it again" in said
    for command in ("serve", "worker"):
        refusal = alice.outcome(command)
        assert refusal.returncode == 1
        assert "sightline restore --overwrite FILE" in refusal.stderr


def test_what_a_killed_restore_left_is_removed(alice: Server, backup: Path) -> None:
    left = alice.data / ".backup-left"
    left.mkdir(mode=0o700)
    (left / "keys.json").write_text("keys that are not encrypted")
    done(alice, "verify", backup)
    assert not left.exists()


def test_the_doctor_says_when_the_last_backup_was_made(alice: Server, new: Server) -> None:
    assert "green  last backup" in alice.outcome("doctor").stdout
    assert "yellow last backup" in new.outcome("doctor").stdout


def _rows(data: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(data / "sightline.db")) as db:
        return db.execute(query).fetchall()


def _waiting(data: Path) -> int:
    with closing(sqlite3.connect(data / "spool.db")) as db:
        return int(db.execute("SELECT count(*) FROM hit").fetchone()[0])


def _one_id(data: Path) -> str:
    [(raw,)] = _rows(data, "SELECT id FROM message LIMIT 1")
    assert isinstance(raw, bytes)
    return raw.hex()


def _origin(url: str) -> str:
    return url.partition("/p/")[0]
