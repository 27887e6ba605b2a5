"""A key file that is unreadable, damaged or gone costs a running server no mark, and no start is silent."""

from __future__ import annotations

import json
import logging
import os
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given
from hypothesis import settings as trying
from hypothesis import strategies as st

from server.lib.config import ConfigError
from server.marks import key_file
from tests.marks.test_key_file import settings
from tests.world import StillClock, hold_still


@pytest.fixture
def still(monkeypatch: pytest.MonkeyPatch) -> StillClock:
    return hold_still(monkeypatch)


def _emptied(file: Path) -> None:
    file.write_text("")


def _half_written(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:40])


def _gone(file: Path) -> None:
    file.unlink()


def _without_keys(file: Path) -> None:
    file.write_text('{"ring": []}')


def _with_an_empty_key(file: Path) -> None:
    file.write_text('{"ring": [{"secret": ""}]}')


def _of_another_kind(file: Path) -> None:
    file.write_text('["ring"]')


def _not_text(file: Path) -> None:
    file.write_bytes(b"\xff\xfe\0\0")


def _a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


HARMS = (
    _emptied,
    _half_written,
    _gone,
    _without_keys,
    _with_an_empty_key,
    _of_another_kind,
    _not_text,
    _a_folder,
)


@pytest.mark.parametrize("harm", HARMS)
def test_a_running_server_keeps_its_keys_while_the_file_is_unusable(
    tmp_path: Path, still: StillClock, caplog: pytest.LogCaptureFixture, harm: Callable[[Path], None]
) -> None:
    live = key_file.LiveRing(settings(tmp_path))
    before, file = live.current(), tmp_path / "keys.json"
    harm(file)
    for _ in range(30):
        still.passes(1)
        assert live.current() == before
    assert str(file) in live.trouble
    assert len([line for line in caplog.messages if "stay in use" in line]) == 1
    for _ in range(60):
        still.passes(1)
        assert live.current() == before
    assert len([line for line in caplog.messages if "stay in use" in line]) == 2


def test_once_the_file_can_be_read_again_its_new_keys_are_used_within_a_second(
    tmp_path: Path, still: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    live = key_file.LiveRing(settings(tmp_path))
    before, file = live.current(), tmp_path / "keys.json"
    key_file.rotate(file)
    whole = file.read_bytes()
    file.write_bytes(whole[:-20])
    still.passes(1)
    assert live.current() == before
    file.write_bytes(whole)
    still.passes(1)
    assert live.current().secrets[1:] == before.secrets
    assert live.trouble == ""
    assert "can be read again" in caplog.text


@pytest.mark.parametrize("harm", [each for each in HARMS if each is not _gone])
def test_a_server_does_not_start_with_a_damaged_file_and_says_which(
    tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    key_file.load_ring(settings(tmp_path))
    harm(tmp_path / "keys.json")
    with pytest.raises(ConfigError, match=r"keys\.json .*(backup|owns)"):
        key_file.LiveRing(settings(tmp_path))


@trying(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.binary(max_size=80) | st.builds(lambda n: json.dumps({"ring": [{"secret": n}]}).encode(), st.text())
)
def test_whatever_is_in_the_file_is_read_or_refused_with_a_sentence(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "keys.json").write_bytes(content)
    said = ""
    try:
        secrets = key_file.read_ring(settings(tmp_path)).secrets
    except ConfigError as error:
        secrets, said = (), str(error)
    assert "keys.json is damaged" in said if not secrets else min(map(len, secrets)) >= 16


def test_rotating_keeps_the_mode_of_the_file(tmp_path: Path) -> None:
    key_file.load_ring(settings(tmp_path))
    file = tmp_path / "keys.json"
    file.chmod(0o640)
    key_file.rotate(file)
    assert file.stat().st_mode & 0o777 == 0o640


def test_rotating_replaces_the_file_that_a_link_names(tmp_path: Path) -> None:
    key_file.rotate(tmp_path / "elsewhere.json")
    (tmp_path / "keys.json").symlink_to("elsewhere.json")
    key_file.rotate(tmp_path / "keys.json")
    assert (tmp_path / "keys.json").is_symlink()
    assert len(key_file.read_ring(settings(tmp_path)).secrets) == 2


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can write files of others")
def test_root_rotates_keys_without_taking_the_file_from_the_server(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    file = tmp_path / "keys.json"
    with caplog.at_level(logging.WARNING):
        key_file.rotate(file)
    os.chown(tmp_path, 4711, 4712)
    os.chown(file, 4711, 4713)
    key_file.rotate(file)
    assert (file.stat().st_uid, file.stat().st_gid) == (4711, 4713)
    file.unlink()
    key_file.rotate(file)
    assert (file.stat().st_uid, file.stat().st_gid) == (4711, 4712)


def test_a_running_server_goes_on_verifying_with_keys_that_a_file_made_anew_lacks(
    tmp_path: Path, still: StillClock, caplog: pytest.LogCaptureFixture
) -> None:
    live = key_file.LiveRing(settings(tmp_path))
    before, file = live.current(), tmp_path / "keys.json"
    kept = file.read_bytes()
    file.unlink()
    key_file.rotate(file)
    still.passes(1)
    now = live.current()
    assert now.secrets == (*key_file.read_ring(settings(tmp_path)).secrets, *before.secrets)
    assert f"keys.json lacks keys with which this server signed ({before.newest_id.hex()})" in caplog.text
    file.write_bytes(kept)
    still.passes(1)
    assert live.current().secrets == (*before.secrets, now.secrets[0])
