"""UUIDs take 16 bytes instead of 36 characters on SQLite and MySQL; events have no constraint on links and recipients.

SQLite rebuilds the tables in one transaction. MySQL commits each statement, so there the state of each column
says what is left to do: text (char), text as bytes (varbinary), some of it possibly converted, or done
(binary).
"""

import re
from collections.abc import Callable
from typing import Any
from uuid import UUID

from tortoise import BaseDBAsyncClient
from tortoise.transactions import in_transaction

AT_A_TIME = 50_000  # rows
COLUMNS = {
    "message": ("id",),
    "copy_set": ("id",),
    "event": ("id", "message_id"),
    "reading": ("id", "message_id"),
    "correction": ("message_id", "event_id"),
    "copy": ("message_id", "copy_set_id"),
    "copy_text": ("copy_set_id",),
    "verdict_change": ("event_id",),
    "alert": ("message_id", "event_id"),
    "notice": ("message_id", "event_id"),
    **dict.fromkeys(
        (
            "gmail_message",
            "recipient",
            "link",
            "returned",
            "mute",
            "reminder",
            "viewing",
            "excess",
            "forgotten",
        ),
        ("message_id",),
    ),
}
NULLABLE = {("alert", "event_id"), ("notice", "event_id"), ("notice", "message_id")}
# MySQL: table -> column, the table it refers to, and the constraint's name
CONSTRAINTS = {
    "link": ("message_id", "message", "fk_link_message_4910b832"),
    "mute": ("message_id", "message", "fk_mute_message_096f0e67"),
    "recipient": ("message_id", "message", "fk_recipien_message_a0a87472"),
    "reminder": ("message_id", "message", "fk_reminder_message_cb252722"),
    "returned": ("message_id", "message", "fk_returned_message_75365716"),
    "viewing": ("message_id", "message", "fk_viewing_message_a56accf6"),
    "correction": ("message_id", "message", "fk_correcti_message_9440caf6"),
    "event": ("message_id", "message", "fk_event_message_a284d952"),
    "excess": ("message_id", "message", "fk_excess_message_9cf974f7"),
    "forgotten": ("message_id", "message", "fk_forgotte_message_2ce6bfac"),
    "reading": ("message_id", "message", "fk_reading_message_dffb04a5"),
    "alert": ("message_id", "message", "fk_alert_message_be9ce10f"),
    "gmail_message": ("message_id", "message", "fk_gmail_me_message_3b9ece26"),
    "copy": ("copy_set_id", "copy_set", "fk_copy_copy_set_f43c96ff"),
    "copy_text": ("copy_set_id", "copy_set", "fk_copy_tex_copy_set_f2053fb7"),
}
# Constraints of events that are dropped permanently: column -> the table it refers to, and MySQL's name of
# the constraint and its index
DROPPED = {
    "link_id": ("link", "fk_event_link_41fc2ee7"),
    "recipient_id": ("recipient", "fk_event_recipien_6ce995cd"),
}

Tell = Callable[[int], None]


async def move_up(db: BaseDBAsyncClient, tell: Tell) -> None:
    """Convert text to bytes."""
    await {"sqlite": _sqlite_up, "postgres": _postgres_up, "mysql": _mysql_up}[db.capabilities.dialect](
        db, tell
    )


async def move_down(db: BaseDBAsyncClient, tell: Tell) -> None:
    """Convert bytes to text."""
    for column, (table, _) in DROPPED.items():
        await db.execute_query(
            f"UPDATE event SET {column} = NULL WHERE {column} IS NOT NULL AND NOT EXISTS"  # noqa: S608
            f" (SELECT 1 FROM {table} WHERE {table}.id = event.{column})"
        )
    await {"sqlite": _sqlite_down, "postgres": _postgres_down, "mysql": _mysql_down}[db.capabilities.dialect](
        db, tell
    )


async def _postgres_up(db: BaseDBAsyncClient, _tell: Tell) -> None:
    for column in DROPPED:
        await db.execute_query(f"ALTER TABLE event DROP CONSTRAINT IF EXISTS event_{column}_fkey")


async def _postgres_down(db: BaseDBAsyncClient, _tell: Tell) -> None:
    for column, (table, _) in DROPPED.items():
        await db.execute_query(
            f"ALTER TABLE event DROP CONSTRAINT IF EXISTS event_{column}_fkey, ADD CONSTRAINT event_{column}_fkey"
            f" FOREIGN KEY ({column}) REFERENCES {table} (id) ON DELETE SET NULL"
        )


async def _sqlite_up(db: BaseDBAsyncClient, tell: Tell) -> None:
    def changed(table: str, statement: str) -> str:
        for column in COLUMNS[table]:
            statement = statement.replace(f'"{column}" CHAR(36)', f'"{column}" BLOB')
        for column, (target, _) in DROPPED.items():
            statement = statement.replace(f'"{column}" BIGINT {_references(target)}', f'"{column}" BIGINT')
        return statement

    await _rebuild_all(db, changed, "as_bytes", lambda text: UUID(text).bytes, tell)


async def _sqlite_down(db: BaseDBAsyncClient, tell: Tell) -> None:
    def changed(table: str, statement: str) -> str:
        for column in COLUMNS[table]:
            statement = statement.replace(f'"{column}" BLOB', f'"{column}" CHAR(36)')
        for column, (target, _) in DROPPED.items() if table == "event" else ():
            statement = statement.replace(f'"{column}" BIGINT', f'"{column}" BIGINT {_references(target)}')
        return statement

    await _rebuild_all(db, changed, "as_text", lambda value: str(UUID(bytes=value)), tell)


def _references(table: str) -> str:
    return f'REFERENCES "{table}" ("id") ON DELETE SET NULL'


async def _rebuild_all(
    db: BaseDBAsyncClient,
    changed: Callable[[str, str], str],
    name: str,
    convert: Callable[[Any], Any],
    tell: Tell,
) -> None:
    """Rebuild all tables as in https://www.sqlite.org/lang_altertable.html#otheralter. The pragma works
    outside transactions only."""
    function: Any = db
    await function._connection.create_function(
        name, 1, lambda value: None if value is None else convert(value), deterministic=True
    )
    await db.execute_query("PRAGMA foreign_keys=OFF")
    try:
        async with in_transaction() as transaction:
            for done, table in enumerate(COLUMNS, 1):
                await _rebuild(transaction, table, changed, name)
                tell(done)
    finally:
        await db.execute_query("PRAGMA foreign_keys=ON")


async def _rebuild(
    db: BaseDBAsyncClient, table: str, changed: Callable[[str, str], str], convert: str
) -> None:
    rows: Any = await db.execute_query_dict(
        "SELECT type, sql FROM sqlite_master WHERE tbl_name = ? AND sql IS NOT NULL ORDER BY type DESC",
        [table],
    )
    created, *indexes = (str(row["sql"]) for row in rows)
    if changed(table, created) == created:
        return
    columns: Any = await db.execute_query_dict(f'PRAGMA table_info("{table}")')
    names = [str(column["name"]) for column in columns]
    values = ", ".join(f'{convert}("{each}")' if each in COLUMNS[table] else f'"{each}"' for each in names)
    listed = ", ".join(f'"{each}"' for each in names)
    used: Any = await db.execute_query_dict("SELECT seq FROM sqlite_sequence WHERE name = ?", [table])
    new = re.sub(rf'^CREATE TABLE "{table}"', f'CREATE TABLE "{table}_new"', changed(table, created))
    await db.execute_query(new)
    order = " ORDER BY rowid" if "id" in COLUMNS[table] else ""
    await db.execute_query(f'INSERT INTO "{table}_new" ({listed}) SELECT {values} FROM "{table}"{order}')  # noqa: S608
    await db.execute_query(f'DROP TABLE "{table}"')
    await db.execute_query(f'ALTER TABLE "{table}_new" RENAME TO "{table}"')
    for index in indexes:
        await db.execute_query(index)
    for row in used:  # an id is never given twice, even if its row was deleted
        await db.execute_query("DELETE FROM sqlite_sequence WHERE name = ?", [table])
        await db.execute_query("INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)", [table, row["seq"]])


async def _mysql_up(db: BaseDBAsyncClient, tell: Tell) -> None:
    for table, (_, _, name) in CONSTRAINTS.items():
        await _drop_constraint(db, table, name)
    for _, name in DROPPED.values():
        await _drop_constraint(db, "event", name)
        if await _exists(db, "statistics", "index_name", "event", name):
            await db.execute_query(f"ALTER TABLE event DROP INDEX {name}")
    for table in COLUMNS:
        if await _type(db, table) == "char":
            await _retype(db, table, "VARBINARY(36)")
        if await _type(db, table) == "varbinary":
            await _convert(db, table, 36, "UNHEX(REPLACE({0}, '-', ''))", "id >= '0'", tell)
            await _retype(db, table, "BINARY(16)")
    for table, (column, target, name) in CONSTRAINTS.items():
        await _add_constraint(db, table, column, target, name, "CASCADE")


async def _mysql_down(db: BaseDBAsyncClient, tell: Tell) -> None:
    text = "LOWER(INSERT(INSERT(INSERT(INSERT(HEX({0}), 9, 0, '-'), 14, 0, '-'), 19, 0, '-'), 24, 0, '-'))"
    for table, (_, _, name) in CONSTRAINTS.items():
        await _drop_constraint(db, table, name)
    for table in COLUMNS:
        if await _type(db, table) == "binary":
            await _retype(db, table, "VARBINARY(36)")
        if await _type(db, table) == "varbinary":
            await _convert(db, table, 16, text, "TRUE", tell)
            await _retype(db, table, "CHAR(36)")
    for table, (column, target, name) in CONSTRAINTS.items():
        await _add_constraint(db, table, column, target, name, "CASCADE")
    for column, (target, name) in DROPPED.items():
        await _add_constraint(db, "event", column, target, name, "SET NULL")


async def _convert(
    db: BaseDBAsyncClient, table: str, length: int, value: str, within: str, tell: Tell
) -> None:
    """Convert a table in batches. `within` leaves out most of the rows that are done: converted ids of events
    begin with a time, whose first byte is below "0"."""
    columns = COLUMNS[table]
    changes = ", ".join(f"{column} = {value.format(column)}" for column in columns)
    lengths = ", ".join(f"LENGTH({column})" for column in columns)
    statement = (
        f"UPDATE `{table}` SET {changes} WHERE {length} IN ({lengths})"  # noqa: S608
        f" AND {within} ORDER BY id LIMIT {AT_A_TIME}"
    )
    done = 0
    while changed := (await db.execute_query(statement))[0]:
        done += changed
        tell(done)


async def _retype(db: BaseDBAsyncClient, table: str, kind: str) -> None:
    changes = (
        f"MODIFY {column} {kind} {'NULL' if (table, column) in NULLABLE else 'NOT NULL'}"
        for column in COLUMNS[table]
    )
    await db.execute_query(f"ALTER TABLE `{table}` {', '.join(changes)}")


async def _type(db: BaseDBAsyncClient, table: str) -> str:
    rows: Any = await db.execute_query_dict(
        "SELECT data_type AS kind FROM information_schema.columns"
        " WHERE table_schema = database() AND table_name = %s AND column_name = %s",
        [table, COLUMNS[table][0]],
    )
    return str(rows[0]["kind"])


async def _drop_constraint(db: BaseDBAsyncClient, table: str, name: str) -> None:
    if await _exists(db, "table_constraints", "constraint_name", table, name):
        await db.execute_query(f"ALTER TABLE `{table}` DROP FOREIGN KEY {name}")


async def _add_constraint(
    db: BaseDBAsyncClient, table: str, column: str, target: str, name: str, deleted: str
) -> None:
    if not await _exists(db, "table_constraints", "constraint_name", table, name):
        await db.execute_query(
            f"ALTER TABLE `{table}` ADD CONSTRAINT {name} FOREIGN KEY ({column}) REFERENCES {target} (id)"
            f" ON DELETE {deleted}"
        )


async def _exists(db: BaseDBAsyncClient, what: str, column: str, table: str, name: str) -> bool:
    rows: Any = await db.execute_query_dict(
        f"SELECT 1 FROM information_schema.{what}"  # noqa: S608
        f" WHERE table_schema = database() AND table_name = %s AND {column} = %s LIMIT 1",
        [table, name],
    )
    return bool(rows)


UP: dict[str, tuple[str, ...]] = {"sqlite": (), "postgres": (), "mysql": ()}
DOWN = UP
RUN_IN_TRANSACTION = False


async def upgrade(db: BaseDBAsyncClient) -> str:
    return ""


async def downgrade(db: BaseDBAsyncClient) -> str:
    return ""


MODELS_STATE = (
    "eJztfWlz4za29l9B+Us6VYpvW17icc+dKtvpTjzTseftdma58ZQMkZCEMUVoQMqy3pv893"
    "sOQFJcZZLaKBpfvFA4IPUcEDj7+d+DsbCZ4x3eTf2+ePkiZgcX5H8PXDpm8Ef2ww45oJPJ"
    "4iO84NO+o0YLNUyN6Xu+pJYPVwfU8RhcsplnST7xuXDhqjt1HLwoLBjI3SGS37kMRls+GQ"
    "hJBPzjcM9nLpMdMnVtJok/YgSfjIiB+jv8nHCXPEoGpDC5d3h/efX54+Phg/vgPk5d/p8p"
    "6z2x+SMZ0yfmEeq6YupacE/CfeLPuMXIiMqxwzxP3Zl6xBHwKfzGm0gxI9wjT2ziH5LHCZ"
    "07gtqPZCQc2yPc9joPMOEMprVxuEso8Rh1mA2/LMn8C7wL0LMxfHW4KlwCuPFnJueHiFTw"
    "gL4YMiCXgMOv/4LLHL7wC/Pw318BJZf1qI/DB5TD3ME/9lRd/hcSTJ56A84cO8E+bisavN"
    "7z5xN17YoPb1z/kxqLc/R7lnCmY3cxfjL3R8KNCLirbjZEpKnP8A6+nCJLkYkB70Mu66+z"
    "GKK/R4zGZgM6dfzYEuj3FtcOer3bu/ve14/3vd5BmUUTXLKA77Dg4FE9BcAQH+G7P3S7x8"
    "ffd98fn52fnnz//en5+3MYq543+9H3v+uHWaClp1KY3fx4c3uPDyRgVevFjhd+VzTUp5pK"
    "sWuBPq7lLP7XsNjy0Q/Hp/CHL5bGP0R7GQPCCwsOLN7EbbBgTF96DnOH/gj+PXu/BN2/XX"
    "65/unyy7uz998mIb4NPumqjxDsBbjhu18F4DhNC0E+6pZBGUYVwqw+S+K82ECrIJ2kWg/W"
    "u91Rkkj/oRTSf1iC9B8ySAdHSxbmP3+9u82HOUaSwtjmcI7+pk7IPVzXS8BFMHDmsef9x4"
    "lj+u7ny3+k4b7+fHelwBGeP5RqFjXBVQp6OKgRnPCMTaD/A3zi8zHL50CSMs2EgPQw/KNd"
    "rLi/+fnj1/vLn/+a4McPl/cf8ZOuujpPXX13luJRNAn5+839TwT/Jf9zd/sxzbZo3P3/HO"
    "Az0akveiB49agdxyS8HF5KsDmQlyqyeEFl2Nto9loOBSbYvanrc6fyi5wmXgOzgwPK8Hr9"
    "vKa+jxqVl2VzoXITJ3ldxVnXu/t+UwKJVnG6Ryffn5wfn51Emk10ZZlCEyovsb0xpmNW2R"
    "wXZOaFafILkzAcVOFwgtDwuMk8ZlKKHIX4nr0UbIkRwfa04YODHTDy4z/ul+sMER8/393+"
    "GA5PKxK//46GtsFTzNiDF/rUeppRafcyn4iuKBqb/WjcHaevUJcOFYz4jfH7BebYS8sSIK"
    "cc5Fhqw486y+y0NDaojqH2kkyY9IRLZtwfodWTSyJmbodwTzi4XgjaxMg7uC+bjZhkxKIO"
    "mkR95lLXJ0KSqcfktyUNoMa82UjzJhvTPDG72CgUEbTOHtQ9PSlhD4JRhfYg9VlSIlO/K8"
    "Abjm/BXp5C930ZaxuMKkb3fcbaJoVTCd1w/BbRHbNxXxurt4FxKYiXIJw1Z3reTMBRN6Le"
    "qArSGcJakDdMzEzvF6el9ovTJfvFaRrwoRBDh/W8ab8K2kmqtUDdqI15A0CjotP7/6D4Vs"
    "E5QbTFTeSX++vt7CBnZY7As+IT8CxzAE4kG/CXSltHRNE6EePorIzHKa19xhxOZ5llPALV"
    "E8MYKi3jONEWl7HDn5gz385KPirl3Fvi28uchdRh0vd68FBZfUWAYEHdApNlnC6Fdh8INw"
    "V3uMy3q6Zf3d19TqjpVzdpPfyXn68+AvYKehjE/YSuYhx6b8zgZXMPUa7D5xSpMWw2mc8e"
    "Y24NHsfIDH+bzF+HusMpHVYSqOM07dMQ1y/uUe8Jdrs6SGcpDd75eFfwD8Q3N8/DuOUc2T"
    "Cg/PSXL8yh6gtmwQ8M/1/1LPsrkCyuBmslsXoF7B+j3sARsxVxuruEiT45OpR9v1ZsKaDG"
    "sA7gLV0RpZ/1LG1dTc+czWCSFUH6m56lrSBZQkqmUypWw+k6mqitULFn5ubFIlVB6SPO0V"
    "aA+hI2biZXhOivlEtmX+m52grVBL7k6nvTX/UsLT3ktF1sNYQucY62LiJX+NxaVQgIXrRb"
    "mGvALdrmDdwSE74qXNdiMm8xPvOex1Z95xCir6xVb12lOK+YsxZjYXpDSd0cq1YI6Z3L7g"
    "X8eB3YH3G6H8PZWrjjT0YYaAzfIIhlWwtgn6PpWoiYZP5Uur0Z9a2c8IvqiH1hE2f+93C2"
    "FgKm9jhrxKyndcD1FaR53O6uwwlbgljFUNUb95n7NLh7Jlo19mlnWcAqT46rF7MKG8h3aO"
    "onDnefdOjqbMStEeG+p9L5mSTa+4dFAkgQJPtBFQGAo++76URThmPwupgBU00Y6z6Hsfri"
    "ibk9R4in6aRSJESKrnURJ+sP6NmDmEv1Qh9sBd/1h1yaqIfXzrNWeEvZy4TDdDXYnKQ0bG"
    "40m6derVc5RmaCHprG34YkkIXO4hyRPOZHLpbHvdigupW+PD50v+Mu1vLCWl+Bh+CQ3INY"
    "bYFUxVlQYwvlbCVsdaJ6XMJ15lpsp97IiN9G/Dbidwnx24iHrT1XksF0nt+rGTGZpjWsbj"
    "SrjSbwJtgs2bN4qrVxJymNPtBkLsNQmC3Hu7UkMndB0rqs75MymZsnxYmbJ5m8Taw50QOF"
    "KM/luqSUZYKqdTCfHnVL4AyjCoFWn6VizbXvpFdVtUrSba9IVyu0rIxtIcOPLDM+CclAD/"
    "8LmyuG3MCjU9fKM7pn68vsGSOKPJpwWdJZZBdIrUFAAL4303mG15dfry9/+Hjw+26sNrEg"
    "jxzDTTIEpNh2k4o8WakA0Dce/jHmyhpEfEFAT1Rl0MkI/oAhQaV2LgnetaOqpM9GsGiemS"
    "RYHkhZcTxLTNDp6jhipsu22xyuuS6ztNb5qN21lDxiNbKpZI9kzKiLtiHqkx9VCQO49wBt"
    "n+r26ut9IBOMhCfeSMzIw4ECiMRnfjgwtqOm72qdJbajXVcg2vXRsvkaRDurKdJ0rDdQVk"
    "Tvglmci8t/LyhM9e8Vqn/rfh09OD+wtkVPWZbztnWXynlRonH+DOmSDXOf7W+4Ye6+HUAc"
    "8QPYcXVze/nln/mlFa9yWHL1z/uPl2lTdezwr2ysTtEa41ajzR4pUa8qt3PIjZmryfwOJP"
    "gq8kSMpHX2l+NSxQ2PlxQ3PM4WN2yS/eWN6CkrRXaUsNSEkeebt9PslGEbs9KsbnkJskWK"
    "TC+LZJJi20s6i6WW8QUDZML6yxRgI3o+7CwH6oDLbGVlsRxuPcHf+GiejqrhtkeoZEQ97j"
    "deBygsphvp6RnYCygMxiTS9K2ms8QkAvuCrCdIJSmN0NxoIUq/6Lnne7EYlSBqnSC1gXgp"
    "vYVWRDlJZWB+FWYjrBph1Qir6xNWFxWuckTVRPmrJZ2co3JbtcVUjPF+5h72WBaBi+4bjy"
    "BWzPWVZ+6CeDDWYdgMpIO9QciYu1OfgWTaB7xsJETpNAgN186+PhtSl3AjpjZ+k3lFTPVZ"
    "jajvNJ2J+n71eA3enhpgZylb6MrbQNn6qQRxv5KBM0bSQojXn+j6zCSHySo1/47TtBDko+"
    "55CZRh1JLm3+eZFkQikNvKghwRtBDh9e8UxuO/I4//jHujasAvKLYP/MEfB1NX1c8k/Sl3"
    "fO56h3i/P21K4982OxblXWpIKbnExuzy6ubjshe/N6F+pd5cCaItgvxf20H5tJQz9nSJM/"
    "Y064w1aZd1Npq9M8mbXLw3wWZTlaPd/N2hN6JhXH2zmUsN48P+Jy7FSofmuCSShUWLfRLp"
    "gqbrCZ6RcHeuKj7ayutgYWVHQfqM6Bra9oeo6oznw5rDUpEzuKEM8pp0VtGMeir3SWcvjT"
    "gOnQMnHi/CaBt4GuzmGyREESy0QKwRdYdM+zXCGT6Qh4OHA7j/AG6mhg64hLGo25T0efx6"
    "YMMAOGz+ZbwfTfV+mCCd9osSi22gioqdpGqdIWP9zgDcGWu9TAlCI5U3+VUKDrSKDF5QmZ"
    "2y0ey1HApMsHsgvuYl9L5iJUsTm1e5ybwOknlyvC+F0mecZHtFQd5vVgbtHp18f3J+fHYS"
    "iZ7RlWUSZ7bXtS/FtF+tsHaMpHUChkmoaocCZWJUm209WrEAcbw7Sm4Z4lT7lGK7ULJvy3"
    "qsQoxaI6ICVZV5RxuEVHEbDHDp4AV1R227QSvNmMonnV7FTXjqPuwvHWOgeeuiqDnVzalu"
    "TvU1p0mHrcOL8qRjrcVfK1I3jg2te6xr/4zHbYauF0qCOS9U4Tmu2wtImG4WHuTsxWeuqm"
    "cn2UTgZh58GHpoCIKlHD33gWNI5U17Op2aurDQ4P54N+4T7pEn2H7c0q4bf4T3QIbBR78G"
    "QOB/RlRopKhgSzrIP0GK1e84TS39u2HmqaQCfl5G/z4vVr/PM9p39BJUwDhO0z6Mj8sU7T"
    "0urtl7nCnZu9h3KoCcIDIov45ykIRSR7NIkRojd5M1Cy06ZFlcnGCwoGhGggHetjUJBjYf"
    "DEDKw+CeKjxJka3EmP152TbCgYkUYlAF+4jAoF4f9UDZyT/VxXgCCtUvv9z8kM+BJHGKDd"
    "Mptw+Rdl9V53wNQFUuPdInRxzc8JsCb7hWn1Ul07XZM2Ka7kr2jJhyvY9MedWekVyTm7Zn"
    "fOZurnNCXe8ss1844Yi6lTNUp/GgNWLwpT+QRx1D+kiUUccjAynG5AgdDqoXubQX8aWo/R"
    "TZHH6NLzc9pTYvJAwRSain0ulhs0Vjh2ioHSLgY4YDhfAvCNrUZ2VtURWw4LNg3rOXAjSD"
    "4a1Ie1+miH38x/1yKSVR7jscnhZdMlDrvSUroxR3ZYrRtAL0Taf7+rB0K5l2gvGtiw/aTI"
    "4vFv2rEtK2IDABbemtFyW+yoAmiQyoaVBVFpFGqIbxMUtt7I9Ntj+qPr51mZ0hNrxuMq8b"
    "auRpLofXYeYpYbqpnKG8gvGmGWCv33xTgDl7ZnjnDORXAd2nv3xhjqoJVIz2x2fWpmzw3z"
    "eZwL0kpqdUOM+qgTxoEUOqsKHBIblR0TsYXqOyqRn12DfehY61iSdPq+gfGIWxvLr95IRK"
    "H61k2IJyTlSrLp21rWqLPl6QqRsG/pB3lIy4Tyz4yh3iiiAiiMyZ/y35TccHwy9rxOypA8"
    "N/A1pbuOyQXGsDHYYDw60mTEwcDA2yH1yHPzFnHlz6QB7x/cDC7N6jerrHhRwbmPn0g+qY"
    "oihT3BV+eK8CI1/GnpcMBUP/SeRLDoONkkOmEzusPpTzqRISgI/8mfvzgjFyYJ13u73YW1"
    "/Nevjq6bUL10TMWaruhD9OduEprXGMdZYYED0xlUXFHj+603HmEEvGPUfUTbbGaBPDzjOW"
    "1U5TxRgTETQZ3Jr2mA3AO+3/m1mVrF0xktYZvI7el7J44bDi2rDvszYv9D6hngKbTo4otq"
    "SbW4qudYBvpBOvQk39UxXqkKh1OG8k09NjVFqjXr65vNj/kyJrAdbb9gKhNF0n4WpBZsxU"
    "TTZTJTSOSubIOKHJqGs0k0PNuQabU6TmZW4yn7XtoU4d1Dih4XGTeZy13lSQPHOJ25chsp"
    "FgAmUOzIJd6PqOxhuvd9rrbeIy1hyXUXVtJmgMpCbUZQugshcLjp3KSzVNZoAtALbygs3Q"
    "GWjzw7Nw7dWOzooRG8G6yYK1cp3WZHWa1nC6yZy2mPTxi82rqE4JovapTJsoAE3tmgWgY4"
    "TmTWrym5QJN6mzb6boDcebzHHdmKOmJdkxhTL2g8u65UodLicpDZebz+UqKmOMwiiLmdzU"
    "RWRmxZcmSWmcqY1+a5pUnnTXKsRb7UXXNEaUzfRYrRldPGrEzTM1Vkn0CKt1tATplJBs8Q"
    "lfPRnmSzhPe4HC5oEro4STtBWiZ85mMMmKGP1Nz9JWkCwh4Z3DqVfE6TqaqK1QbTNJbz8B"
    "Um6x1QC6e2Zy4IAA2VKMBkIOhe8zd+Wdm0tm67S8tmKFtXjXs4Hf77Xytxwl6jC56rZ0iX"
    "O0FSDd93hFhK6kmHlM3sJcA27RkudcM01wK+Zap+qYF+Ma1np8Hd10I4WWwJqoajHNS5Gs"
    "DtXPwTwthEiyMT5eTtG/6jB9ic3VEqiq1jiYKvNEtsBBsICWVDcIR9TtUeIxhD5oPeYKoo"
    "4oVQ4A/nFjWyihfTHFNiXcC6uCmkZjTbcodkhx0r0FMls9S36S0ljyG23Jb2iJpiaUfN5U"
    "gaZi43JWeDN1uJtdh3thnc45nxOm6+JDWiaG1S1CFM1Sqza3LzrEsjqkb1mr1ea2BSgASp"
    "oL6yiYstzNPOBNWW7FhbWFPjzB98g5QwuDacPxLSycc1ym+EVx6YtMi/PqlVx2UsRle4HK"
    "myjjsti5y4K8oGhBUZE0wmXWMIxagnBmHVetkWPK41Qpj9NQTaa5uqopNrs3OoopNtuIYr"
    "ORKTpX2VuYqZfperFRazHK+oL0Gfx0bMIHCfsrFpfFaqyYk8ds0p+TR3uKBU4eD8kPasHZ"
    "ujG0bgath5Uu2jpgjtPT8yk26r+MstdMZc9Yc+uckHtnzV28j1VYvKAy7G00e1N7bqVE/C"
    "SpSUpqMp8bqso0wf5vnDINZErjnDIqGD5XSA/D5JeJ6DiG2bVF9L9jKwRszEDw66CATkOR"
    "/EJ7ZigHIgESPI6kBB6Bq5YPQRMHj8690IsTuXV0Jwg0Gj9e4EBnTn4juIuMQcGz4G+dlw"
    "h/wHR0fkgeAxsoDJ+NBJlJ4bPgriLq1ADCHfaI6KA3yBEz0Cos6jG41y3eHJ6Bo4rBXpSG"
    "8MQm/gVR3Sim3mPY4cICCHHkl0/X5Pjk7Ji8ezg4PTw6PHoABB8OHg7ghsyFu8GEeNshfF"
    "f321JeJhWVlqrUl3ArmTCSpisexisSq3Zfwuh5tKzSvXGM7MIxYsz2mzTbV1dljKq6ByqM"
    "DtWvY3BKUho2N5rNWLwoyKlMSVhCOIy6+SyOUaX42weyTbE0urJl7fTu7nOCnVc36Z4Tv/"
    "x89RGO/m+Tqmo2xERL3lXOogVF606jo6My4tRRsTh1lD6K8tSNskDn0bZQwDrulpEAusUC"
    "QDcfdH+EKYK1ME+QGshLQN5Q82Jzj2UTKbE3hsNXTLfrMzKG1SRyrIyxQhPFZsbn2KAVAw"
    "FG1CbUJdhfVjV+Df3/Qkd4w0yMuWiio2RCMdmc9HUO7IUy6ZGBkGiFpHNlY7xUjWUD2nAq"
    "FTOuggsis6JuCjuFaXowwvXhAhmwGTwCcNXGDrNiiiOoH5kK9fN+4+Gjwr3uRzBkOMLHku"
    "JlrnvIjjh8d9IX/qgDD+HMo0fA26HETyyKfXSJhTsVfJlD8v+maDyFh+5nRz+47x4DfhwO"
    "uOMz+W6xpv77Ydp93z3rEOr3ekOfJf53ov+/feyQ2YhbI0RZvTDwhzdj0vv2g/peAZxkTC"
    "MbLvcf3BQeAx8D7WE44Fs6zCJl/MxtZhtdNfEXOYdpI8ygxsrRSvV3XwywW1LJTk5LiKon"
    "p4WiKn6UqicZHS9VME5StQ7m06MyKgGMKm7tdJRRCkxJx50cGUYra4hWZkporreEZs7SNh"
    "rvXmu8l8OCPOfL4as5ztFhXEvXvSR4ohM1idbsQIvChwgjVEB/HEo61uE1oIxpldZxiM6Q"
    "CDRL+oyx7psoS/JWtKgVk2WL9aMR9UZVJLxw/Hpku91Cu2Fr7zIRurhr/K5E6B0pnptoG9"
    "/8uJHtxeWUihzpLokc6WYjR2CJ1mo04JngguZaVyoEZps8yF3lQcYqROeIg8n60cUyoZUc"
    "V08wnDDpCZd4lNsqsNmi+H6joV4tikNy45MZdz0inkGClFOHeR0lQsI9BIGHczhTSZQeH3"
    "OHykBi1NHWLvNnQj7luTokU0LohPo+k8q5kpzgg3JhqHFsPPHnmJzJ/fgNlTdFDX5w0dFR"
    "2iWQNf4bo38jjf6KufXsOXFSk8KTa8tJBEbRapEj4fgWilrrjzIPdsFKouyCpHXW97MyIe"
    "ZnxRHmZ5kA8/3S0DYG87b1M+OTbY3WYBxZOxeDjCPLOLKaBrZxZBlHVo75Qpt6ciwXkQ2o"
    "2GjBnlct1BtEV1Iy4S/MISr2EnsJHhIM6QQIYT4Lq+0ztFhYI+piEV80NsD/Nrd8DDPs6K"
    "TqMSw7lZnt6ojKB/dRF/nVIZfAFV0UimlDA4FjNLA9sLAa8ISJiYOhmewiKARFA6MKxmlK"
    "eLQn5sxjF5X55MENM8inri3csrX+y8czVjJpvHqq7EKRPvjjYOoq8xZRd8IfJ3/agfBcS7"
    "c2Gd070bWNTtJKnWQqc5orLVHt9XCj01fX6U1A7mYDciUbMJlXNr54NcdIWgDwtld0IPRV"
    "WdExkhYeut1yoQRLIgnSa9qzQIzOAlxoKYrGt8lItLY+CFPXY77vsDzz27KiAAm6LZYFyI"
    "O2tEZXXRhfXzUA5czuwcvuBS70kss3Q2eWcQ66VtSQt8IaXhDteAHvVVkLZb3IIv3nr3e3"
    "BSplSJBWe9A68htxuLe/kTx5WCMSywWLtAzRSeowOMFOfeYNw3rTarw2itUJTowTmiK9Td"
    "bpjZ9xx35GFfuQC38x9sPCsKpyyDfsfVq30DOA7wH3qwZqksjAmoV1xKjNZA/0m2rIZugM"
    "uFlw0XdWeROOEbUI0y1vwI7Qvb+rLeoUVYvgX9uSNhE02w0fjoqsV95H0pQtWs1b2ExMFJ"
    "OJYmo4tmWimHK3kjWgm+gfvl97SB684QMk8E1voAmEb+/I5fX9zd3tQUbiWwO8n4NpWops"
    "TMQtA2pB/kH17XbY7gUbNyGUwXWhw60B3J/UZF9ZmwHOKL1lUA5sEGuA+NNippYCnLTXlN"
    "pwA5VtDfCqENvPsflaCnJKyy1CuUx2uw4BXjG9/W86JuRazdUieW2jee7JxVoUMB5fzcWB"
    "4/F3qGZbMSaxri0JAtYI9wrrHQXlehnxsEiSxf2y2eWm6pGpetSKqkdKI5bzKujGSFoYNn"
    "dUqgTP0ZISPEfZEjy4s1SCOBhv8C2Hrylx1MIgAlPiaA9Ev1ANzBH6YhpisbgXU0hrVjbC"
    "MM2o2CV75jbD9q4c2zVMXbtQ9Jtxf7QQ/YLHMNKfkf4aBe2GpT98d6pAG45voVxyVkYsOS"
    "uWSs4yQkm4F2UBLo7YjdOsFLTbNLC3HbVrJEIjERqJcBcS4cL3kiMTJhwzxVJh0hlUSzD8"
    "woAFnk/0VEFpc5+BABhUclC2vzG1RtxlxRbCpJgYTGbERCMmNgraDYuJwbKvIsjESIwcY+"
    "QYI8cYOWbP5Ji7ZyYHjuJaRoyJPlsqxbAXKyiYUUuC+Qk7tvTZXGAVboLcgk1zzP2oyaZk"
    "qrKU6k1KgxrZXifW3bNDsKhQh4y5O/W1kWwiBT5UULd7Ou4zGbUdhdWDEpMvfOpgpW4lMg"
    "UEHeIJ4vkCHw6fhllC2sSfcYsFtbdUmavREiPar/GAyrDakX40/frxIXd1RatkKSw9xFTv"
    "bmb1blPnaoMJsovXo6S2sCBoU8bk2jJGgk2mwnJdULRwwXbL1OjuFtfo7mZqdOsjpcKCXR"
    "CYBWtSnHaS4rQkvcakgLShkO0XUHQls6911ZkceT45YKlQPxByKHyfrRKgCGK1xsYOzYwj"
    "amO8IlxIVp1VUjjjMpToL7AALUjfcH+8w+GkfDucGHuMKN1MUdqkaO8qRdsoMRtUYkxpxo"
    "2XZjRV2LZWhc1oOOvVcAZcen4NF0eczvg4GufjSOTF0VocjpEZBjeawcZKYawUzQB7j60U"
    "ydTTHCtFJje12EoRyM89azG2XnS9niCwQ0SddbAvT9A5uKMipmzuTRw61715dA8d7nvMGZ"
    "CRcGztXrSmUuIHi0mcufJD3rnkxnXFD1cdjMAKQrWGGIylmvcA7Tx8DrgL9wOTyARg9BLO"
    "UEalMycD+CIXi8Ct0DvJXY/b7MFFryrM3Ym+AZmJqWMTnz4xQrHdsLR1wyApxLi0eSXqRG"
    "uMK800rpiWMa0UPWa0UheTYLgxKpQwKgBWvao9HxI0Rt/Nsx/osKGyCzYYbhZsiQWLW0fV"
    "BZugMQs2Z8H2mUWnXqU0phiJif5dIfo3EiqzG8ZrWnWc1OjU1XXqqIHpihp12ZDbhgL9eg"
    "Wn+EKrXr5powo1Z7N7Ps7XpcPPOsvUaMnoStnpP4EO6wgVMWs5WL1RB+sqVRoe4DvUHwgf"
    "U61hUzKm3CFiwtwLQvtiqsJ6Nb2HGe3YSxZUb7grY7qN7Y3qRItRwKDNIqEK8g1a4qJ7h9"
    "lEEbFDdcce3rH3b8ExdIDgbzVxEHSgqyCpB8WmtjgdKPcPbqjdl9WFC5rXmna1O6/lbNTj"
    "N6Yeewy+nJ2jIhd37VtQGHE4r52KaZ262dapoDjIXkGZ3SW9gBNULYB52S60iQaqxodnfH"
    "jNAHuPfXh/pRhHfIVuLCUbZ/SO5IClysdEDe31Y2Pr+fCCGchsJDxGYAdlLrY0BW1jTmA2"
    "XfKATJj0UKh1fdBBuNIrJHsWT8zeRLkD4/falt/LBxa6PUeIp+mkitCSpmtdnYSzMslPZ8"
    "XJT2eZ5KfYq1oW5RhJC2SWtIG/nIV/mYk/G+kqGaJRI5wsSWn01kbrrSr2z2OwA9WMG4zR"
    "mv6wTeZ0IGTU4HOS0nC5yVw2XYBN37imMaKsulmmb9zu1M2C6svhR53XVMzVqi8HMxDuYq"
    "WYoWq48e7Lp2tyftY9//ZCuZVC/XMiHMfD8jQ2e1Z1Y+CBOmpEoHtSx9Hxn4ygOU8NMMpn"
    "03eZzhLlU3O6hvaZITTq56vqpzKB4ztTBegEUetAPjork8yaFoxiyaxnRsffvo4/ErAqMX"
    "GgCsoJotbhvP7dwhhSXhMMW6F4sZcJh+lqsDlJadjcaDajbF3rZU4QGhtKk3ms1KNaTE5S"
    "Gi43mcs2c3ktJicIDY+bzGPLocCDWrJXgtJwuclc3qHNu2FcfbMm74bxYf8t3pcOk/5Bjr"
    "1bf9BZZu2m0ZBatm6fjGGDUI1iJiyqyKgSLrAc3CG58T0SBN99d/MDBlANODCZ9NkAywmg"
    "WVsVLQLI5x3MuQANCyOyJJuAQl3YVSZbNz1dI90Yvxtp/DZFBRc9acpYCY+LjYTHOd31dp"
    "0a2cy9fW2pQrEIjYF13u32lgaIF7eMzCNu4QrvnpZJhIBRxYbw00wqBNaucZlTBe8YSeuM"
    "4Buom2mM4G9BEwu1ZhXcXlfljoiN1t1kXnt4uFd/n2Nkhr9N5u+A8nqejgSh4XGTeWxzb8"
    "y9eq0P07SG003mNJNSVAqmiQhaJ92elgqlOV0SSnOaDaUxcdc77ixh0qp3mlZt4tzXa/XP"
    "WdprwNakrO/OoxLkot8Knw+4RQMAMv6VvGGdZd4WF0Za9UtPfxVjptrJoqPEG4kZEbCEMM"
    "9gkTDwjRfmFni68jS3VcssdNEEi1kVhg6IhLSZxM8tMR5zX/fARaP744V2zPRUyavfSPDL"
    "crj1BL8lG+Pqkh/IY58Nuasa5s5GTKLzJ7zRN6oMV4QNdu6FoYfk8YnNkeDB1UtWNdINOu"
    "XiPPjVXN1IFwb/Z8qZD4+j++ui72jqq/JeepiLMEjVqFd2SFBlESttR94ovNF4Cq8PTBYa"
    "LvrzqMWvrikQZWSoStvBQ6jn8Ts4/4iGzxWgdK++rKo0htUC8OUm8L2QNRHOrr1oUoZPZI"
    "0YoKdrazsC/lzU9sYnsfkQmw2r8uCqiLejPGRYbEx9gMUJZpTr6gRIEN4I64KrWWZMUR+S"
    "OzkZURe+lroDMjzsrkYHPn7LmYDB7KnQw5Zyp/2a2gmxqLcqYJa4GpY1ixkC1f/xPmv4vy"
    "kM3giJzLjpdmJgh12iErZ6ePvyUErpdkdLdLujrG5nXKBbc4Ga6oittD4Z99+bYLOSqnNE"
    "rGXNESOaLfZGjK7sbXPEhcpRTaJN0pmQ17rWRuPofju7mtLQ63i6Y3SGw03msHHeGOfNXr"
    "1hxnezszYc++C8aeZCfh3b5jpvrsVkfpDjrVHXO8vcM1Y4oo5z5s5luleJL5SzRTKLT7Bt"
    "yCF5XID1qMs/BesjcDb46LYQMCjw5+iuJhh9p/0xsNp8BpRo+0eXxG/qM/ilw7fwf19MJs"
    "rBAc+jVHAYTslMyCemfRd9Npy6ym/EXFvdApuBUixu/ARnLdxGTH18COWMUZ1P8B74jbT/"
    "wGNUWqNF6o4uh6wG0SGslOJUHYS152nNMWj8ns7WSTsS1Dc23oGGegeaIQI0izObs7MGr0"
    "wG6eL2fRFBm8TcN9esZItpOmUKKcGoJWk6mVJK6ncFiMPxrQthPC7l5jpe4uY6zrq59PlY"
    "Ad6IYIv4BuLKdmA+KudMXOJLTGOMklSVJlHR+O3tuu/3ZMsNhdKqZrk4nTHLNdksZ4zsb4"
    "fXJpus3fw12WTt57HJJnsrnDbZZCabrIXWyZjoGZiX65kjU9Qmn6y6TzJu31/Rb4Y+mq9s"
    "H9d+2aSn1Hp73SlpPL5tqNEXLuwCv2Sw5pe7JsN3rGZbGlvSga89jkPBPFVsj1ojTP7C3K"
    "TIX4lOvQnF1eHMD0lI57LnwJM41oX7qKvcnPBMykl5G0vfQp9grMAfDNGdUx1GPXRSXoaX"
    "ArclJo7pdDR9r2iOOfkRHZDfeAQTr/pT3xfuhwcXwOAsyJsa0WemssH6DOYIyXycUD8ylY"
    "X9cn6Nv1zq1lFOUsI3GT55IO/Gs5sqeShfPYx24RM7+ONg6lq4coi6E/44+dOmBLJ1u8mW"
    "tNkJ+VlB9I3TtNDRc15G/D0vln7PM8KvZM/cC9Jey4Icp2khyMfdMu6ebrG3p5tx9kz7/2"
    "ZWjgSwxN2zIGmdFnf0vmzi2NLMscxaHkgx7tVwDqfpWrimN+IhVrhVdRMniFq3tDfiK0YJ"
    "qi9eqqAcIzGrudxq9kcgFdoV5Y0EUftW89pPwhn3Rnk++T9/vbvNR3hBkbZScwsjKB3u7b"
    "FCnAcsYpGwTYeAvvv58h9prK9Rjk5J2zhBOgbNJIXWYcXe+QpSim4VPqdIjU+oyXwO7C51"
    "nPgJSsPlJnPZeKZMs52mMWI7lvyEbyo3ivMqoPv0ly/MiSq3FTulWgT175X8HDENh73kFY"
    "wIyO5cdi/gRzk474O59vJwyEe0ojNIIVDgDQrRecUdFDKklj/oXjlmKKaPKav3hyChKywT"
    "pzLR0CXjUM8neL8oKQ3L4Q35M3PJdFKyfJxJ5GpkIpdeAHkccKmcF4VxhjTpKjBzX++0+7"
    "lP5qIaqMeRtAeqdOCmCpXpSOT7fHf741WOOn31z/uPl/sSstKiFLqMIFbF8V8muCU88TYf"
    "2tIErqwnsGV9ARWXTHJrlHeCBp8sPT/pYkyNwzO4tOZj762ceStmFRWfZs9MVvVFx0ha6e"
    "jYQP81fKkqIBwMbyG6G6lfCnf0WZ6NoNjFESMxPo6KPo6VhIRVD7Pf/w/a43yT"
)
