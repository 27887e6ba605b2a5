"""The key ring in its file: creation, rotation, and secrets from the settings."""

import logging
import stat
from pathlib import Path

import pytest

from server.marks import key_file
from server.marks.settings import MarksSettings
from tests.world import hold_still


def settings(folder: Path, **env: str) -> MarksSettings:
    return MarksSettings.read({"SIGHTLINE_DATA": str(folder), **env})


def test_without_a_secret_in_the_settings_a_private_file_with_a_secret_is_created_and_a_warning_is_logged(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    """Covers 15, 274."""
    with caplog.at_level(logging.WARNING):
        first = key_file.load_ring(settings(tmp_path))
    assert "TRACKING_SECRET is not set" in caplog.text
    assert stat.S_IMODE((tmp_path / "keys.json").stat().st_mode) == 0o600
    assert key_file.load_ring(settings(tmp_path)) == first


def test_the_secret_itself_is_never_logged(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG):
        ring = key_file.load_ring(settings(tmp_path, TRACKING_SECRET="hush hush"))
    assert ring.secrets[0] == b"hush hush"
    assert "hush" not in caplog.text


def test_rotating_puts_a_new_key_first_and_keeps_the_old_one(tmp_path: Path) -> None:
    before = key_file.load_ring(settings(tmp_path))
    key_file.rotate(settings(tmp_path).key_file)
    after = key_file.load_ring(settings(tmp_path))
    assert after.newest_id != before.newest_id
    assert after.secrets[1:] == before.secrets


def test_old_secrets_from_the_settings_are_in_the_key_ring_after_the_new_one(tmp_path: Path) -> None:
    ring = key_file.load_ring(settings(tmp_path, TRACKING_SECRET="new", TRACKING_SECRET_OLD="older, oldest"))
    assert ring.secrets == (b"new", b"older", b"oldest")


def test_a_running_server_uses_a_rotated_key_within_two_seconds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    live = key_file.LiveRing(settings(tmp_path))
    before = live.current()
    key_file.rotate(settings(tmp_path).key_file)
    still.passes(2)
    assert live.current().secrets[1:] == before.secrets
