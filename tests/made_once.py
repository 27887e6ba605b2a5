"""Makes slow things once per process: database tables and compiled templates."""

from __future__ import annotations

from pathlib import Path
from types import CodeType

from jinja2.bccache import Bucket, BytecodeCache
from tortoise import Tortoise

from server.lib.database import connection

_empty: list[bytes] = []  # an SQLite file with all tables and no rows, once it has been made


def copy_tables(url: str) -> bool:
    """Start a new SQLite database with copies of the tables made before. Returns False if there are none."""
    path = connection.sqlite_file(url)
    if path is None or path.exists() or not _empty:
        return False
    path.touch(mode=0o600)
    path.write_bytes(_empty[0])
    return True


async def make_tables(url: str, folder: Path) -> None:
    """Create the tables in the connected database, and keep those of SQLite for the next one."""
    await Tortoise.generate_schemas()
    if connection.sqlite_file(url) and not _empty:
        copy = folder / "empty.db"
        await Tortoise.get_connection("default").execute_query("VACUUM INTO ?", [str(copy)])
        _empty.append(copy.read_bytes())
        copy.unlink()


class CompiledTemplates(BytecodeCache):
    """Templates as Jinja has compiled them, for every application in this process."""

    def __init__(self) -> None:
        self._code: dict[tuple[str, str], CodeType] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Jinja calls this to load a template."""
        bucket.code = self._code.get((bucket.key, bucket.checksum))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Jinja calls this to keep a template."""
        assert bucket.code
        self._code[bucket.key, bucket.checksum] = bucket.code


TEMPLATES = CompiledTemplates()
