"""Knows the statements that pg_dump writes for Sightline's tables, and refuses all others.

pg_restore carries out the text of each entry of a dump as it is, so a label such as TABLE says nothing.
"""

from __future__ import annotations

import re

from server.backup.encryption import Unreadable

_NAME = r'(?:"?\w+"?\.)?"?\w+"?'
_TYPE = r"[a-z ]+(?:\(\d+(?:,\d+)?\))?[a-z ]*"
_LITERAL = r"(?:-?\d+|true|false|NULL|'[\w.@ {}\[\]-]*'(?:::[a-z ]+)?)"
_COLUMN = rf'"?\w+"? {_TYPE}(?: DEFAULT {_LITERAL})?(?: NOT NULL)?'
_COLUMNS = r'\("?\w+"?(?:, "?\w+"?)*\)'
_ORDERED = r'\("?\w+"?(?: DESC| [a-z_]+_ops)?(?:, "?\w+"?(?: DESC| [a-z_]+_ops)?)*\)'
_ACTION = r"(?: ON (?:DELETE|UPDATE) (?:CASCADE|SET NULL|RESTRICT|NO ACTION))*"
_FOREIGN = rf'"?\w+"? FOREIGN KEY {_COLUMNS} REFERENCES {_NAME}{_COLUMNS}{_ACTION}'
_RANGE = r"FOR VALUES FROM \('[\d :+-]+'\) TO \('[\d :+-]+'\)"
_CONTROL = re.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f]")  # a carriage return would end a comment
_STATEMENT = re.compile(
    "|".join(
        (
            r"SET \w+ = '?[\w-]*'?",
            r"SELECT pg_catalog\.set_config\('search_path', '', false\)",
            rf"CREATE TABLE {_NAME} \( {_COLUMN}(?:, {_COLUMN})* \)(?: PARTITION BY RANGE \(\"?at\"?\))?",
            rf"CREATE SEQUENCE {_NAME}(?: AS \w+)? [A-Z0-9 ]+",
            rf"ALTER SEQUENCE {_NAME} OWNED BY {_NAME}\.\"?\w+\"?",
            rf"ALTER (?:TABLE|SEQUENCE) {_NAME} OWNER TO (?:\w+|\"[\w.@ -]+\")",
            rf"ALTER TABLE ONLY {_NAME} ATTACH PARTITION {_NAME} (?:DEFAULT|{_RANGE})",
            rf"ALTER TABLE ONLY {_NAME} ALTER COLUMN \"?\w+\"? SET DEFAULT nextval\('[\w.\"]+'::regclass\)",
            rf"ALTER TABLE ONLY {_NAME} ADD CONSTRAINT \"?\w+\"? (?:PRIMARY KEY|UNIQUE) {_COLUMNS}",
            rf"ALTER TABLE (?:ONLY )?{_NAME} ADD CONSTRAINT {_FOREIGN}",
            rf"CREATE (?:UNIQUE )?INDEX \"?\w+\"? ON (?:ONLY )?{_NAME} USING \w+ {_ORDERED}",
            rf"ALTER INDEX {_NAME} ATTACH PARTITION {_NAME}",
        )
    )
)


def require_plain(script: str) -> None:
    """Check a schema. Raises Unreadable for a statement that Sightline's tables do not need."""
    begun = ""
    if _CONTROL.search(script):
        raise Unreadable("it holds characters that Sightline does not write.")
    for line in script.split("\n"):
        words = line.strip()
        if not begun and (not words or words.startswith(("--", "\\restrict ", "\\unrestrict "))):
            continue
        begun = f"{begun} {words}" if begun else words
        if words.endswith(";"):
            _check(begun.removesuffix(";"))
            begun = ""
    _check(begun or "SET nothing = ''")


def _check(statement: str) -> None:
    if not _STATEMENT.fullmatch(statement):
        raise Unreadable(f"it holds what Sightline does not write ({statement[:120]}).")
