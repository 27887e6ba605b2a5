"""Only the owner of the database file can read it, because it contains people's correspondence."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from tortoise import connections

from server.lib.database import connection
from server.tables import MODELS


@pytest.fixture
def _usual_umask() -> Iterator[None]:
    before = os.umask(0o022)
    yield
    os.umask(before)


@pytest.mark.usefixtures("_usual_umask")
async def test_charlie_with_an_account_on_the_machine_cannot_read_alices_database(tmp_path: Path) -> None:
    """This also holds for a data folder that was made by hand and is open to everybody."""
    tmp_path.chmod(0o755)
    async with connection.connected(f"sqlite://{tmp_path / 'sightline.db'}", MODELS):
        await connections.get("default").execute_script("CREATE TABLE a (b INT); INSERT INTO a VALUES (1)")
        modes = {path.name: path.stat().st_mode & 0o777 for path in tmp_path.iterdir()}
    assert modes["sightline.db"] == 0o600
    assert set(modes.values()) == {0o600}
