"""`sightline doctor` looks at the spool, and changes nothing that a running server works with."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from server.doctor.spool import spool
from server.ingest.losses import Losses, LossReason, beside, look
from server.ingest.spool import Spool
from tests.world import settings_in

ROOM = 1 << 20


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "spool.db"
    Spool(made, ROOM).close()
    return made


async def _colours(path: Path) -> list[str]:
    return [each.colour for each in await spool(settings_in(path.parent, SPOOL_PATH=str(path)))]


async def test_the_doctor_makes_no_file_beside_the_spool(path: Path) -> None:
    beside(path).unlink()
    await _colours(path)
    assert not beside(path).exists()


async def test_that_hits_are_being_lost_stays_known_after_the_doctor_has_looked(path: Path) -> None:
    serving = Losses(beside(path))
    serving.count(9, LossReason.CAP)
    assert "red" in await _colours(path)
    assert look(beside(path)).losing is LossReason.CAP
    serving.close()


async def test_a_damaged_spool_is_told_of_and_left_to_the_server(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[4096:8192] = b"\xff" * 4096
    path.write_bytes(content)
    settings = settings_in(path.parent, SPOOL_PATH=str(path))
    damaged = [each for each in await spool(settings) if "is damaged" in each.text]
    assert [each.colour for each in damaged] == ["red"]
    assert "Restart the server" in damaged[0].text
    assert path.read_bytes() == content
    assert not list(path.parent.glob("*.broken-*"))


@pytest.mark.parametrize("name", ["spool.db.losses", "spool.db.copies-1"])
async def test_a_file_of_another_user_or_a_link_beside_the_spool_is_red_and_a_command_mends_it(
    path: Path, name: str
) -> None:
    file = path.with_name(name)
    file.touch()
    settings = settings_in(path.parent, SPOOL_PATH=str(path))
    if os.geteuid() == 0:
        os.chown(file, 4321, 4321)
        [found] = [each for each in await spool(settings) if "another user" in each.text]
        assert found.colour == "red"
        assert f"chown --reference={path} {file}" in found.text
    file.unlink()
    file.symlink_to(path)
    [found] = [each for each in await spool(settings) if "no plain file" in each.text]
    assert found.colour == "red"
