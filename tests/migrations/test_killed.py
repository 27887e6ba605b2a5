"""A migration that is killed in a data step continues when it is started again, and nothing is lost."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from tortoise import connections

from server.events.models import Event
from server.lib.database import sql
from server.lib.database.connection import connected
from server.lib.database.migrate import migrate
from server.lib.settings import ServerSettings, Settings
from server.tables import MODELS
from tests.faults import table
from tests.migrations.conftest import KINDS
from tests.migrations.interrupted import kill_within
from tests.migrations.schema import schema
from tests.migrations.test_release import RENAMED, TABLES, Empty, of_the_release

STEPS = ("5_evidence_codes.py", "8_intern_what_repeats.py", "10_compact_ids.py")
SHARED = ("user_agent", "client", "headers", "rule", "evidence", "country", "city")
REFERENCES = {
    "agent_id",
    "header_set_id",
    "finding_id",
    "location_id",
}  # numbered in the order in which they came


@pytest.fixture(params=KINDS if table.FULL else KINDS[:1])
def kind(request: pytest.FixtureRequest) -> str:
    """SQLite, which most people have; in `make faults`, each kind of database."""
    return str(request.param)


@pytest.mark.timeout(300)
@pytest.mark.parametrize("step", STEPS)
async def test_a_migration_that_is_killed_and_started_again_has_the_same_result_as_an_undisturbed_one(
    step: str, empty: Empty, kind: str, tmp_path: Path
) -> None:
    if kind == "postgres" and step == STEPS[-1]:
        return  # on PostgreSQL, this step moves no rows
    settings = await of_the_release(empty, tmp_path)
    kill_within(step, settings, tmp_path / "folder")
    assert step in await migrate(settings, MODELS)
    undisturbed = await of_the_release(empty, tmp_path)
    await migrate(undisturbed, MODELS)
    assert await _all(settings) == await _all(undisturbed)


async def _all(settings: Settings) -> tuple[Any, ...]:
    """The whole database: its tables, the rows of the release, and each event with its shared rows."""
    async with connected(settings[ServerSettings].database_url, MODELS):
        db = connections.get("default")
        names = [RENAMED.get(name, name) for name in TABLES]
        rows = {name: await db.execute_query_dict(f"SELECT * FROM {sql.quoted(db, name)}") for name in names}
        shared = {event.id: [getattr(event, name) for name in SHARED] for event in await Event.all()}
        assert len(shared) == len(TABLES["event"]["rows"])
        return await schema(), {name: sorted(map(_text, some)) for name, some in rows.items()}, shared


def _text(row: dict[str, Any]) -> str:
    return str(sorted((name, str(value)) for name, value in row.items() if name not in REFERENCES))
