"""The key file says when each key was made, and a running server reads new keys."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from server.lib.keys.signing import b64u
from server.marks import key_file
from tests.marks.test_key_file import settings
from tests.world import hold_still


def test_a_running_server_looks_for_new_keys_once_a_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    still = hold_still(monkeypatch)
    live = key_file.LiveRing(settings(tmp_path))
    before = live.current()
    key_file.rotate(settings(tmp_path).key_file)
    still.passes(0.9)
    assert live.current() == before
    still.passes(0.1)
    assert live.current().secrets[1:] == before.secrets
    key_file.rotate(settings(tmp_path).key_file)
    still.passes(0.9)
    assert len(live.current().secrets) == 2
    still.passes(0.1)
    assert len(live.current().secrets) == 3


def test_the_key_file_says_when_each_key_was_made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    still = hold_still(monkeypatch)
    [secret] = key_file.rotate(settings(tmp_path).key_file)
    assert len(secret) == 32
    [entry] = json.loads((tmp_path / "keys.json").read_text())["ring"]
    assert entry == {"secret": b64u(secret), "made": still.at.isoformat(timespec="seconds")}


def test_a_server_with_a_secret_from_its_settings_creates_no_key(tmp_path: Path) -> None:
    ring = key_file.load_ring(settings(tmp_path, TRACKING_SECRET="hush"))
    assert ring.secrets == (b"hush",)
    assert not (tmp_path / "keys.json").exists()
