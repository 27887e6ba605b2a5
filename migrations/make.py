"""Writes the migration from the newest migration to the current models: `make migrations NAME=add_mutes`.

aerich writes SQL for one dialect only, which fails on the others. So this runs aerich once per dialect,
offline, and writes the answers into one file that holds the SQL by dialect. Read the result: on SQLite aerich
cannot change a column's type or nullability, nor drop a unique column. There, rebuild the table by hand, in a
separate migration with RUN_IN_TRANSACTION = False.
"""

from __future__ import annotations

import asyncio
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from aerich import Command
from aerich.utils import get_formatted_compressed_data, get_models_describe, import_py_file
from tortoise import Tortoise, connections
from tortoise.utils import get_schema_sql

from server.lib.database.connection import orm_config
from server.lib.database.migrate import FOLDER
from server.tables import MODELS

# Nothing connects to these: the URL only selects the dialect.
DIALECTS = {
    "sqlite": "sqlite://:memory:",
    "postgres": "asyncpg://nobody@127.0.0.1:1/none",
    "mysql": "mysql://nobody@127.0.0.1:1/none",
}
OLDEST_MYSQL = "8.0"
CREATED = re.compile(r'CREATE TABLE ([`"]\w+[`"])(?! PARTITION)')
OWN = re.compile(r'CREATE TABLE ([`"]aerich[`"])')
TEMPLATE = '''"""{title}"""

from tortoise import BaseDBAsyncClient

UP: dict[str, tuple[str, ...]] = {{
{up}}}

DOWN: dict[str, tuple[str, ...]] = {{
{down}}}

RUN_IN_TRANSACTION = True


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ";\\n".join(UP[db.capabilities.dialect])


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ";\\n".join(DOWN[db.capabilities.dialect])


MODELS_STATE = (
    {state}
)
'''


def make(name: str, folder: Path = FOLDER) -> Path | None:
    """Write the next migration into `folder`. Returns its path, or None if the models did not change."""
    answers = {dialect: _ask(dialect, name, folder) for dialect in DIALECTS}
    if not any(answer["up"] for answer in answers.values()):
        return None
    path = folder / next(str(answer["file"]) for answer in answers.values() if answer["up"])
    path.write_text(_merged(path.stem, answers), encoding="utf-8")
    return path


def _ask(dialect: str, name: str, folder: Path) -> dict[str, Any]:
    # In a separate process, because aerich collects its results in class variables.
    command = [sys.executable, "-m", "migrations.make", "--answer", dialect, name, str(folder)]
    env = os.environ | {"AERICH_MYSQL_VERSION": OLDEST_MYSQL}
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True, env=env)
    answer: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return answer


async def answer(dialect: str, name: str, folder: Path) -> dict[str, Any]:
    """Return the statements up and down for `dialect`, aerich's file name, and the resulting model state."""
    config = orm_config(DIALECTS[dialect], [*MODELS, "aerich.models"])
    await Tortoise.init(config=config)
    for model in (Tortoise.apps or {})["models"].values():
        # Docstrings are for readers of the code; they are not part of the schema.
        model._meta.table_description = ""
    first = not any(folder.glob("0_*.py"))
    up, down, file = _first() if first else await _next(config, name, folder)
    state = get_formatted_compressed_data(get_models_describe("models"))
    return {"up": up, "down": down, "file": file, "state": state}


def _first() -> tuple[list[str], list[str], str]:
    script = get_schema_sql(connections.get("default"), safe=False)
    # aerich's own table must survive a revert, because it records the revert.
    up = [OWN.sub(r"CREATE TABLE IF NOT EXISTS \1", statement) for statement in _statements(script)]
    if connections.get("default").capabilities.dialect == "postgres":
        up = [part for statement in up for part in _partitioned(statement)]
    tables = [found[1] for statement in up if (found := CREATED.match(statement))]
    return up, [f"DROP TABLE {table}" for table in reversed(tables)], "0_init.py"


def _partitioned(statement: str) -> list[str]:
    """Partition events by month on PostgreSQL (see server/events/rows/partitions.py)."""
    if not statement.startswith('CREATE TABLE "event" ('):
        return [statement]
    columns = statement.replace('"id" UUID NOT NULL PRIMARY KEY', '"id" UUID NOT NULL').removesuffix("\n)")
    return [
        f'{columns},\n    PRIMARY KEY ("id", "at")\n) PARTITION BY RANGE ("at")',
        'CREATE TABLE "event_rest" PARTITION OF "event" DEFAULT',
    ]


async def _next(config: dict[str, Any], name: str, folder: Path) -> tuple[list[str], list[str], str]:
    with tempfile.TemporaryDirectory() as draft:
        inner = Path(draft) / "models"
        inner.mkdir()
        for path in folder.glob("*_*.py"):
            (inner / path.name).write_bytes(path.read_bytes())
        command = Command(config, app="models", location=draft)
        await command.init(offline=True)
        file = await command.migrate(name, no_input=True, offline=True)
        if not file:
            return [], [], ""
        module = import_py_file(inner / file)
        up, down = await module.upgrade(None), await module.downgrade(None)
    number = file.split("_")[0]
    return _statements(up), _statements(down), f"{number}_{name}.py"


def _statements(script: str) -> list[str]:
    """Return a script's statements: each ends at a line end, and none of ours contains a semicolon."""
    return [statement.strip() for statement in script.split(";") if statement.strip()]


def _merged(stem: str, answers: dict[str, dict[str, Any]]) -> str:
    return TEMPLATE.format(
        title=stem.split("_", 1)[1].replace("_", " ").capitalize() + ".",
        up="".join(_entry(dialect, answer["up"]) for dialect, answer in answers.items()),
        down="".join(_entry(dialect, answer["down"]) for dialect, answer in answers.items()),
        state=next(iter(answers.values()))["state"],
    )


def _entry(dialect: str, statements: list[str]) -> str:
    lines = "".join(f"        {_literal(statement)},\n" for statement in statements)
    return f'    "{dialect}": (\n{lines}    ),\n'


def _literal(statement: str) -> str:
    return f'"""{statement}\n"""' if "\n" in statement else repr(statement)


def main(arguments: list[str]) -> None:
    """Run with `NAME`, or with `--answer DIALECT NAME FOLDER` as a process that asks aerich for a dialect."""
    if arguments[:1] == ["--answer"]:
        dialect, name, folder = arguments[1:]
        print(json.dumps(asyncio.run(answer(dialect, name, Path(folder)))))
        return
    name = arguments[0] if arguments else "update"
    path = make(name)
    print(f"wrote {path}: read it before you commit it" if path else "nothing changed")


if __name__ == "__main__":
    main(sys.argv[1:])
