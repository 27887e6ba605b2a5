"""UUIDs take 16 bytes instead of 36 characters on SQLite and MySQL; events have no constraint on links and recipients.

SQLite rebuilds the tables in one transaction. MySQL commits each statement, so there the state of each column
says what is left to do: text (char), text as bytes (varbinary) of which some may be converted, or done (binary).
"""

import re
from collections.abc import Callable
from typing import Any

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
# Of events, for good: column -> the table it refers to, and MySQL's name of the constraint and of its index
DROPPED = {
    "link_id": ("link", "fk_event_link_41fc2ee7"),
    "recipient_id": ("recipient", "fk_event_recipien_6ce995cd"),
}

Tell = Callable[[int], None]


async def move_up(db: BaseDBAsyncClient, tell: Tell) -> None:
    """Text becomes bytes."""
    await {"sqlite": _sqlite_up, "postgres": _postgres_up, "mysql": _mysql_up}[db.capabilities.dialect](
        db, tell
    )


async def move_down(db: BaseDBAsyncClient, tell: Tell) -> None:
    """Bytes become text."""
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

    await _rebuild_all(db, changed, "as_bytes", lambda text: bytes.fromhex(text.replace("-", "")), tell)


async def _sqlite_down(db: BaseDBAsyncClient, tell: Tell) -> None:
    def changed(table: str, statement: str) -> str:
        for column in COLUMNS[table]:
            statement = statement.replace(f'"{column}" BLOB', f'"{column}" CHAR(36)')
        for column, (target, _) in DROPPED.items() if table == "event" else ():
            statement = statement.replace(f'"{column}" BIGINT', f'"{column}" BIGINT {_references(target)}')
        return statement

    await _rebuild_all(db, changed, "as_text", _text, tell)


def _references(table: str) -> str:
    return f'REFERENCES "{table}" ("id") ON DELETE SET NULL'


def _text(value: bytes) -> str:
    return "-".join(re.fullmatch("(.{8})(.{4})(.{4})(.{4})(.{12})", value.hex()).groups())  # type: ignore[union-attr]


async def _rebuild_all(
    db: BaseDBAsyncClient,
    changed: Callable[[str, str], str],
    name: str,
    convert: Callable[[Any], Any],
    tell: Tell,
) -> None:
    """See https://www.sqlite.org/lang_altertable.html#otheralter; the pragma works outside transactions only."""
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
    """`within` leaves out most of the rows that are done: the ids of events begin with the time, below "0"."""
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
    "eJztXelz2ziW/1dQ/pKkSu2N5aPdzuxU2e6k29OJ3Zu4e3o2npIhEpIwpggND8va6fzv+x"
    "5AUjxlkrooGl98UHgg9Xsg8O73n72xMJnl7t/4Xl88fRbTvTPynz2bjhn8kf2wQ/boZDL/"
    "CC94tG/J0UIOk2P6rudQw4OrA2q5DC6ZzDUcPvG4sOGq7VsWXhQGDOT2EMlvbAajDY8MhE"
    "ME/GNx12M2czrEt03mEG/ECD4ZEQP5d/g54Ta5dxiQwuTu/u35xcf39/t39p1979v83z7r"
    "PbDZPRnTB+YSatvCtw24J+Ee8abcYGREnbHFXFfembrEEvAp/MabOGJKuEse2MTbJ/cTOr"
    "MENe/JSFimS7jpdu5gwilMa+Jwm1DiMmoxE34ZDvPO8C5Az8bw1eGqsAngxh+ZM9tHpIIH"
    "9MSQAbkDOHz9J1zm8IWfmIv/fgWUbNajHg4fUA5zB/+Yvrz8TySYPPQGnFlmgn3clDR4ve"
    "fNJvLaBR9e2d4HORbn6PcMYfljez5+MvNGwo4IuC1vNkSkqcfwDp7jI0uRiQHvQy6rrzMf"
    "or5HjMZkA+pbXmwJ9Hvza3u93vXNbe/L+9teb6/MogkuGcB3WHDwqK4EYIiP8N0P3e7h4f"
    "fdt4cnp8dH339/fPr2FMbK581+9P039TBztNRUErOrn66ub/GBBKxqtdjxwjdJQz2qqCS7"
    "5ujjWs7ifwmLLR/9cHwKf/hiafxDtBcxILww58D8TdwEC8b0qWcxe+iN4N+TtwvQ/f388+"
    "XP559fn7x9k4T4OvikKz9CsOfghu9+FYDjNC0E+aBbBmUYVQiz/CyJ83wDrYJ0kmo1WG93"
    "R0ki/UMppH9YgPQPGaSDoyUL89++3FznwxwjSWFscjhH/5Qn5A6u6wXgIhg489h1/23FMX"
    "396fyPNNyXH28uJDjC9YaOnEVOcJGCHg5qBCc8YxPo/wifeHzM8jmQpEwzISDdD/9oFytu"
    "rz69/3J7/unXBD9+PL99j5905dVZ6urrkxSPoknI369ufyb4L/nfm+v3abZF427/dw+fif"
    "qe6IHg1aNmHJPwcngpweZAXqrI4jmVZm+j2WtYFJhg9nzb41blFzlNvAJmBweU5vXqeU09"
    "DzUqN8vmQuUmTvK8irOqd/ftugQSpeJ0D46+Pzo9PDmKNJvoyiKFJlReYntjTMessjnOyf"
    "QL0+QXJmE4qMLhBKHmcZN5zBxH5CjEt+ypYEuMCDanDe/tbYGR7/+4XawzRHz8eHP9Uzg8"
    "rUh8+4aGtsFDzNiDF/rUeJhSx+xlPhFdUTQ2+9G4O05foTYdShjxG+P3C8yx54YhQE7Zy7"
    "HUhh91FtlpaWxQHUPtOZkwxxU2mXJvhFZP7hAxtTuEu8LC9ULQJkZew33ZdMQcRgxqoUnU"
    "Yza1PSIc4rvMeVPSAKrNm400b7IxzROzi41CEUHr7EHd46MS9iAYVWgPkp8lJTL5uwK84f"
    "gW7OUpdN+WsbbBqGJ032asbY6wKqEbjt8gumM27itj9SYwLgXxAoSz5kzXnQo46kbUHVVB"
    "OkNYC/KGiZnp/eK41H5xvGC/OE4DPhRiaLGe6/eroJ2kWgnUjdqY1wA0Kjq9/wPFtwrOCa"
    "INbiK/3V5uZgc5KXMEnhSfgCeZA3DisAF/qrR1RBStEzEOTsp4nNLaZ8zhdJJZxiNQPTGM"
    "odIyjhNtcBlb/IFZs82s5INSzr0Fvr3MWUgt5nhuDx4qq68IECyoXWCyjNOl0O4D4brgDp"
    "f5ZtX0i5ubjwk1/eIqrYf/9uniPWAvoYdB3EvoKtqh98IMXiZ3EeU6fE6RasNmk/nsMmbX"
    "4HGMTPO3yfy1qD306bCSQB2naZ+GuHpxj7oPsNvVQTpLqfHOx7uCfyC+ubkuxi3nyIYB5Y"
    "dfPjOLyi+YBT8w/H9Rs+yuQDK/GqyVxOoVsH+MegNLTJfE6eYcJvpgqVD23VqxpYAawzqA"
    "t3RJlD6pWdq6mh45m8IkS4L0u5qlrSAZwnGYSqlYDqfLaKK2QsUemZ0Xi1QFpfc4R1sB6j"
    "uwcTNnSYh+pdxh5oWaq61QTeBLLr83/apmaekhp+xiyyF0jnO0dRHZwuPGskJA8KJdw1wD"
    "btA2b+CGmPBl4boUk1mL8Zn1XLbsO4cQfWGteusqxXnFnLUYC9MbOtTOsWqFkN7Y7FbAj+"
    "eB/Qmn+ymcrYU7/mSEgcbwDYJYtpUA9jGaroWIOczzHbs3pZ6RE35RHbHPbGLN/h7O1kLA"
    "5B5njJjxsAq4voA0j9vdZThhSxCrGKp6ZT9yjwZ3z0Srxj7tLApY5clx9WJWYQP5Dk39xO"
    "L2gwpdnY64MSLcc2U6P3OI8v5hkQASBMm+k0UA4Oj7zp8oynAMXhdTYKoOY93lMFZPPDC7"
    "Zwnx4E8qRUKk6FoXcbL6gJ4diLmUL/TeRvBdfciljnp47jxrhbeUPU04TFeDzUlKzeZGs9"
    "l3a73KMTId9NA0/jYkgSx0FueI5DE/crE87sYG1a305fKh/R23sZYX1voKPAT75BbEagOk"
    "Ks6CGlsoZ0thqxPV4xK2NVNiO3VHWvzW4rcWv0uI31o8bO25kgymc71ezYjJNK1mdaNZrT"
    "WBF8Fmhz2Kh1obd5JS6wNN5jIMhdlyvFsLInPnJK3L+j4qk7l5VJy4eZTJ28SaEz1QiPJc"
    "rgtKWSaoWgfz8UG3BM4wqhBo+Vkq1lz5TnpVVask3eaKdLVCy8rYFjL8yDLjg3AY6OG/sJ"
    "lkyBU8OrWNPKN7tr7MjjGiyKMJlx06jewCqTUICMD3ZirP8PL8y+X5j+/3vm3HahML8sgx"
    "3CRDQIptN6nIk6UKAL1y8Y8xl9Yg4gkCeqIsg05G8AcMCSq1c4fgXTuySvp0BIvmkTkEyw"
    "NJK45riAk6XS1LTFXZdpPDNdtmhtI675W7lpJ7rEbmO+yejBm10TZEPfKTLGEA9x6g7VPe"
    "Xn69d2SCkfDEHYkpuduTAJH4zHd72nbU9F2ts8B2tO0KRNs+WtZfg2hrNUWajvUayoqoXT"
    "CLc3H57zmFrv69RPVv1a+jB+cH1rboScty3rZuU2dWlGicP0O6ZMPMY7sbbpi7bwcQR/wA"
    "dlxcXZ9//kd+acWLHJZc/OP2/XnaVB07/Csbq1O02rjVaLNHStSryu0ccm3majK/Awm+ij"
    "wRI2md/eWwVHHDwwXFDQ+zxQ2bZH95IXrKUpEdJSw1YeT5+u00W2XY2qw0y1tegmyRItPL"
    "PJmk2PaSzmKpZXzBAJmw/jIF2IiaDzvLgTpgM1NaWQyLGw/wNz6aq6JquOkS6jAiH/eV2w"
    "EKg6lGemoG9gQKgzaJNH2r6SwwicC+4NQTpJKUWmhutBClXvTc871YjEoQtU6QWkO8lNpC"
    "K6KcpNIwPwuzFla1sKqF1dUJq/MKVzmiaqL81YJOzlG5rdpiKsZ4P3IXeyyLwEX3yiWIFb"
    "M96Zk7Iy6MtRg2A+lgbxAy5rbvMZBM+4CXiYQonQah4crZ12dDahOuxdTGbzLPiKkeqxH1"
    "nabTUd/PHq/B21MD7CxlC115ayhb7zsg7lcycMZIWgjx6hNdH5nDYbJKzb/jNC0E+aB7Wg"
    "JlGLWg+fdppgWRCOS2siBHBC1EePU7hfb4b8njP+XuqBrwc4rNA7/3l4Fvy/qZpO9zy+O2"
    "u4/3++u6NP5Ns2Ne3qWGlJJLrM0uz24+NnvyehPqVerNlSDaIMj/tRmUj0s5Y48XOGOPs8"
    "5YnXZZZ6PZOZO8zsV7EWzWVTnazd8teiMaxtUXm7nUMD7sfuJSrHRojksiWVi02CeRLmi6"
    "muAZB+7OZcVHU3odDKzsKEifEVVD23wXVZ1xPVhzWCpyCjd0grwmlVU0pa7MfVLZSyOOQ2"
    "fAifuzMNoGnga7+QYJUQQLLRBjRO0hU36NcIZ35G7vbg/uP4CbyaED7sBY1G1K+jy+7pkw"
    "AA6bf2rvR1O9HzpIp/2ixHwbqKJiJ6laZ8hYvTMAd8ZaL1OCUEvlTX6VggOtIoPnVHqnbD"
    "R7DYsCE8weiK95Cb3PWMnSxPpVbjKvg2SeHO9LofQZJ9lcUZC365VBuwdH3x+dHp4cRaJn"
    "dGWRxJntde05wu9XK6wdI2mdgKETqtqhQOkY1WZbj5YsQBzvjpJbhjjVPqXYLpTs27Iaqx"
    "CjxojIQFVp3lEGIVncBgNcOnhB3lHZbtBKM6bOg0qv4jo8dRf2l4420Lx0UVSf6vpU16f6"
    "itOkw9bhRXnSsdbizxWpG8eG1j3WlX/G5SZD1wslwZxnsvAcV+0FHJhuGh7k7Mljtqxn57"
    "CJwM08+DD00BAESzp6bgPHkMybdlU6NbVhocH98W7cI9wlD7D92KVdN94I74EMg4++BkDg"
    "f1pUaKSoYDp0kH+CFKvfcZpa+nfDzFNJBfy0jP59Wqx+n2a07+glqIBxnKZ9GB+WKdp7WF"
    "yz9zBTsne+71QAOUGkUX4e5SAJpY5mkSLVRu4maxZKdMiyuDjBYE7RjAQDvG1rEgxMPhiA"
    "lIfBPVV4kiJbijG787KthQMTR4hBFewjAo16fdQDZSf/VBfjCShUv/129WM+B5LEKTb4Pj"
    "f3kXZXVed8DUBWLj1QJ0cc3PCbAm+4Up9lJdOV2TNimu5S9oyYcr2LTHnWnpFck+u2Z3zk"
    "dq5zQl7vLLJfWOGIupUzZKfxoDVi8KXfkXsVQ3pPpFHHJQNHjMkBOhxkL3LHnMeXovZTZH"
    "P4Gl9uakplXkgYIpJQ+47Vw2aL2g7RUDtEwMcMBwrhnxO0qc/KyqIqYMFnwbxlTwVoBsNb"
    "kfa+SBF7/8ftYiklUe47HJ4WXTJQq70lK6MUd2WK0bQC9HWn+3qwdCuZdoLxrYsPWk+OLx"
    "b9qxLSNifQAW3prRclvsqAJok0qGlQZRaRQqiG8TFLre2PTbY/yj6+dZmdIda8bjKvG2rk"
    "aS6HV2HmKWG6qZyhvITxphlgr958U4A5e2R45wzkFwHdh18+M0vWBCpG+/0ja1M2+Ld1Jn"
    "AviOkpFc6zbCAPWsSQKmxosE+uZPQOhtfIbGpGXfbKPVOxNvHkaRn9A6Mwlle1n5xQx0Mr"
    "GbagnBHZqktlbcvaovdnxLfDwB/ympIR94gBX7lDbBFEBJEZ896QP1V8MPwyRsz0LRj+J9"
    "Cawmb75FIZ6DAcGG41YWJiYWiQeWdb/IFZs+DSO3KP7wcWZnfv5dPdz+XYwMynHlTFFEWZ"
    "4rbwwnsVGPky9rxkKBj6TyJfchhslBziT8yw+lDOp1JIAD7yR+7NCsY4A+O02+3F3vpq1s"
    "NnT69tuCZizlJ5J/xxtA1PaY1jrLPAgOgK3ykq9vje9seZQywZ9xxRN9kao0wMW89YljtN"
    "FWNMRNBkcGvaY9YAr9//FzMqWbtiJK0zeB28LWXxwmHFtWHfZm1e6H1CPQU2nRxRbEE3tx"
    "Rd6wBfSydeiZr8pyrUIVHrcF5LpqfLqGOMevnm8mL/T4qsBVhv2guE0nSdhKs5mTZTNdlM"
    "ldA4Kpkj44Q6o67RTA415xpsTpHql7nJfFa2hzp1UOOEmsdN5nHWelNB8swlbl+GyFqCCa"
    "Q5MAt2oes7Gq+93mmvt47LWHFcRtW1maDRkOpQlw2Ayp4MOHYqL9U0mQa2ANjKCzZDp6HN"
    "D8/CtVc7OitGrAXrJgvW0nVak9VpWs3pJnPaYI6HX2xWRXVKELVPZVpHAWhq1iwAHSPUb1"
    "KT36RMuEmdfTNFrzneZI6rxhw1LcmWLpSxG1xWLVfqcDlJqbncfC5XURljFFpZzOSmziMz"
    "K740SUrtTG30W9Ok8qTbViFeai+6pjGibKbHcs3o4lEjdp6psUqiR1itoyVIp4Rkg0/48s"
    "kwn8N52gsUNg9cGiWcpK0QPXI2hUmWxOh3NUtbQTKEA+8cTr0kTpfRRG2FapNJersJkHSL"
    "LQfQzSNzBhYIkC3FaCCcofA8Zi+9c3OHmSotr61YYS3e1Wzgtzut/C1GiVrMWXZbOsc52g"
    "qQ6nu8JEIXjpi6zLmGuQbcoCXPuWaa4JbMtU7VMS/GNaz1+Dy66UYKLYE1UdXCz0uRrA7V"
    "p2CeFkLksDE+Xk7Rv+owfY7N1RKoqtY48KV5IlvgIFhAC6obhCPq9ihxGUIftB6zBZFHlC"
    "wHAP/YsS2U0L7wsU0Jd8OqoLrRWNMtih1SnHRvgMxWz5KfpNSW/EZb8htaoqkJJZ/XVaCp"
    "2LicFd50He5m1+GeW6dzzueE6br4kHYSw+oWIYpmqVWb2xMdYhgd0jeM5WpzmwIUACnNhX"
    "UUdFnuZh7wuiy35MLKQh8e4HvknKGFwbTh+BYWzjksU/yiuPRFpsV59UouWynisrlA5XWU"
    "cZnv3GVBnlO0oKhIGuEyaxhGLUA4s46r1sjR5XGqlMdpqCbTXF1VF5vdGR1FF5ttRLHZyB"
    "Sdq+zNzdSLdL3YqJUYZT1B+gx+Wibhg4T9FYvLYjVWzMljJunPyL3pY4GT+33yo1xwpmoM"
    "rZpBq2Gli7YOmGX11HySjeovrew1U9nT1tw6J+TOWXPn72MVFs+pNHsbzd7UnlspET9Jqp"
    "OSmsznhqoyTbD/a6dMA5nSOKeMDIbPFdLDMPlFIjqOYWZtEf3v2AoBGzMQ/DoooNNQJD9T"
    "nhnKgUiABI8jKYFH4LLlQ9DEwaUzN/TiRG4d1QkCjcb3ZzjQmpE/Ce4iY1DwDPhb5SXCHz"
    "Adne2T+8AGCsOnI0GmjvBYcFcRdWoA4Q57RHTQG2SJKWgVBnUZ3Osabw7PwFHFYE9SQ3hg"
    "E++MyG4UvnsfdrgwAEIc+fnDJTk8Ojkkr+/2jvcP9g/uAMG7vbs9uCGz4W4wId52CN/Vfl"
    "PKyySj0lKV+hJuJR1G0nTFQ3tFYtXuSxg9DxZVuteOkW04RrTZfp1m++qqjFZVd0CFUaH6"
    "dQxOSUrN5kazGYsXBTmVKQlLCItRO5/FMaoUf/tAti6WRlc2rJ3e3HxMsPPiKt1z4rdPF+"
    "/h6H+TVFWzISZK8q5yFs0pWncaHRyUEacOisWpg/RRlKdulAU6j7aFAtZht4wE0C0WALr5"
    "oHsjTBGshXmCVENeAvKGmhebeyzrSImdMRw+Y7pdnZExrCaRY2WMFZooNjM+xgYtGQgwoi"
    "ahNsH+srLxa+j/FyrCG2ZizEYTHSUTisnmpK9yYM+kSY8MhINWSDqTNsZz2Vg2oA2nkjHj"
    "MrggMiuqprA+TNODEbYHF8iATeERgKsmdpgVPo6gXmQqVM/7ysVHhXvdjmDIcISP5Yinme"
    "ohO+Lw3UlfeKMOPIQ1ix4Bb4cSPzEo9tElBu5U8GX2yf/4aDyFh+5nR9/Zr+8DfuwPuOUx"
    "5/V8Tf33nd992z3pEOr1ekOPJf63ov/f3HfIdMSNEaIsXxj4w50yx33zTn6vAE4yppENl3"
    "t3dgqPgYeB9jAc8C0dZpEyfuY2s42u6viLnMO0EWZQbeVopfq7KwbYDalkR8clRNWj40JR"
    "FT9K1ZOMjpcqGCepWgfz8UEZlQBGFbd2OsgoBbqk41aODK2VNUQr0yU0V1tCM2dpa413pz"
    "Xe82FBnvP58Nkc5+gwrqXrnhM80YmcRGl2oEXhQ4QRKqA/Dh06VuE1oIwpldayiMqQCDRL"
    "+oix7usoS/JStKglk2WL9aMRdUdVJLxw/Gpku+1Cu2Zr7yIRurhr/LZE6C0pnutoG9/8uJ"
    "HNxeWUihzpLogc6WYjR2CJ1mo04OrgguZaVyoEZus8yG3lQcYqROeIg8n60cUyoZEcV08w"
    "nDDHFTZxKTdlYLNB8f1GQ71cFPvkyiNTbrtEPIIE6fgWcztShIR7CAIPZ3EmkyhdPuYWdQ"
    "KJUUVb28ybCuchz9XhMCmETqjnMUc6V5ITvJMuDDmOjSfeDJMzuRe/ofSmyMF3Njo6SrsE"
    "ssZ/bfRvpNFfMreePSdOqlN4cm05icAoWi1yJBzfQlFr9VHmwS5YSZSdk7TO+n5SJsT8pD"
    "jC/CQTYL5bGtraYN60fqZ9sq3RGrQja+tikHZkaUdW08DWjiztyMoxXyhTT47lIrIBFRst"
    "2OOyhXqD6EpKJvyJWUTGXmIvwX2CIZ0AIcxnYLV9hhYLY0RtLOKLxgb43+SGh2GGHZVUPY"
    "ZlJzOzbRVReWffqyK/KuQSuKKKQjFlaCBwjAa2BxZWA54wMbEwNJOdBYWgaGBUwThNBx7t"
    "gVmz2EVpPrmzwwxy3zaFXbbWf/l4xkomjWdPlW0o0nt/Gfi2NG8ReSf8cfTXLQjPtXRrnd"
    "G9FV1b6ySt1El8J6e50gLVXg3XOn11nV4H5K43INdhA+bklY0vXs0xkhYAvOkVHQh9VVZ0"
    "jKSFh263XCjBgkiC9Jp2DRCjswAXWoqi8W0yEq2sD4Jvu8zzLJZnfltUFCBBt8GyAHnQlt"
    "boqgvjq6sGIJ3ZPXjZ3cCFXnL5Zuj0Ms5B14ga8lZYw3OiLS/gnSprIa0XWaT/9uXmukCl"
    "DAnSag9aR/4kFnd3N5InD2tEYrFgkZYhOkkdBidICxYjQEk4syq4x0g08vWR32i0QsOwXr"
    "cBRZkj64SFxgl1eeQmW1O0h3fLHl4ZdZILfzH2w8KAtnLIN+x9WrW4OYDvAferBmqSSMOa"
    "hXXEqMmcHmiW1ZDN0Glws+Ci17LyJhwjahGmG96ALaG6rldb1CmqFsG/siWtY5c2G7gdlb"
    "evvI+kKVu0mjewmej4MR0/1nBsy8SP5W4lK0A30bl9t/aQPHjDB0jgm95AEwhf35Dzy9ur"
    "m+u9jMS3Ang/BtO0FNmYiFsG1ILMj+rb7bDdCzZuQiiD61yHWwG4P8vJvrA2A5xResugHN"
    "ggVgDxh/lMLQU4aa8pteEGKtsK4JXBzR9j87UU5JSWW4TyFkPPIyYUhaDHuVQcih5fGzUb"
    "lTEHK+WSIASOcLewglJQAJgRF8suGdwrm6+u6yjpOkqtqKMkNb08f3kxujGSFgbiHZQq6n"
    "OwoKjPQbaoD+4slSAOxmt8y+Griya10DmuiybtQNGkUL3JEfpimk+xuBdTtGrWSsLAz6h8"
    "JnvkJsOGsRwbQPi2WSj6Tbk3mot+wWNo6U9Lf42Cds3SH747VaANx7dQLjkpI5acFEslJx"
    "mhJNyLsgAXx6LGaZYKRm0a2JuORtUSoZYItUS4DYlw7lPIkQkTDodiqTDp5KglGH5mwALX"
    "I2qqoFi6x0AADGpDSNvfmBojbrNiC2FSTAwm02KiFhMbBe2axcRg2VcRZGIkWo7RcoyWY7"
    "Qcs2NyzM0jcwaW5FpGjIk+WyjFsCcjKMFRS4L5GXvA9NlMYF1vgtyCTXPMvahtp8NkrSrZ"
    "7ZQGVbfdTqxfaIdgmaIOGXPb95SRbOIIfKigErg/7jMnamQKqwclJk941MLa31JkCgg6xB"
    "UE8yTh4fBpmCEck3hTbrCgmpcsnDVaYET7Gg8UDOsnqUdTrx8fclvVyEoW11JDdD3wZtYD"
    "15Wz1pj4OX89SmoLc4I2ZQKuLBMi2GQqLNc5RQsXbLdM1e9ucdXvbqbqtzpSKizYOYFesD"
    "p1ZyupOwvSRnRqQxtK434GRddh5qWqY5MjzycHLBTqB8IZCs9jywQoglitsDFDM+OImhiv"
    "CBeSdWylFM64E0r0Z1jSFqRvuD/eYX9SvsFOjD1alG6mKK1Tj7eVeqyVmDUqMbrY49qLPe"
    "q6bhur66Y1nNVqOAPuuF4NF0ecTvs4GufjSOR70VocjpFpBjeawdpKoa0UzQB7h60Uv3M2"
    "veWSoxkDRfRZZ5FtwmF0qWD6n8WUWEI6+AwLiygo36Ls0gMP8B3utISP4fHRMEHJmHKLiA"
    "mzzwjtC196IRW9iwH42EwHuxgbDmOqj8+VbMWDTktqS0Lpkwx6AqE0ik2OkYjtyzv28I69"
    "fwmOlg6Cv+XEgY1EJW3KB8WuPjjdQDh3tsndiUVrWUY6se49ul/P1ksqFZtKdEuZVgoSLo"
    "MvZ+YossVtC+YUWr3Kq2qqe8est3eM7nP87C60jg4yWuXQKkczwN5hleNXim7PC0dMXSkb"
    "Z/SO5ICFysdEDu31Y2PrJfQGM5DpSLiMwA7KbOzpgg1CCcymMjSCxp0EdAbQQVSLT4c9ig"
    "dmriM7Q/tAN+UD9YCFds8S4sGfVBFa0nStS+s4KROrdVIcq3WSidWKvaplUY6RtEBmSXvl"
    "yrnlFvnlso45hyEaNazfSUqttzZab5WuCpfBDlTTzRGj1W1amszpQMioweckpeZyk7msm/"
    "Ho8u1NY0RZdbNM+fbtqZsFxaLCjzrPqZjLFYsKZiDcxsS2oawP+vrzh0tyetI9fXMm3Uqh"
    "/jkRluViNp3JHmWaGzxQR44IdE9qWTBSXkFznhyglc+m7zKdBcqn4nQN7TNDqNXPZ9VPaQ"
    "LHd6YK0Ami1oF8cFIm9jYtGMVib0+0jr95HX8kYFWOhFUpgjxB1DqcV79baEPKc4JhKxQv"
    "9jThMF0NNicpNZsbzWaUrWu9zAlCbUNpMo+lelSLyUlKzeUmc9lkNq/F5ASh5nGTeWxYFH"
    "hQS/ZKUGouN5nLW7R5N4yrL9bk3TA+7L7F+9xiTm4hXPVBZ5G1m0ZDatm6PTKGDULWtZ2w"
    "qICETLjA7PV9cuW5JAi+++7qRwygGnBgMumzAawwadaWOZYA+ayDORegYWFElsMmoFAXFs"
    "HNlnlLl3TTxu9GGr91DYR5Cd0yVsLDYiPhYU4zgKJ24M8GK8dJlwhVbubevrJUoViExsA4"
    "7XZ7CwPEiztc5BG3cIV3j8skQsCoYkP4cSYVAguB2syqgneMpHVG8DWU+dBG8JegiYVasw"
    "xur6tyR8Ra624yr1083Ku/zzEyzd8m83dAeT1PR4JQ87jJPDa5O+ZuvU4NaVrN6SZzmjmO"
    "qBRMExG0Tro9LhVKc7wglOY4G0qj4663XAhTp1VvNa1ax7mv1uqfs7RXgK1OWd+eRyXIRb"
    "8WHh9wgwYAZPwrecM6i7wtNoxUPK/lbvkixkx2v0FHiTsSUyJkG2o7ljDwyg1zC9x9cguX"
    "uSkrfKOLJljMsqlPQCQckzn4uSHGY+6plj1odL8/U46Znix59ScJfhkWNx7gt8PGuLqcd+"
    "S+z4bclv19piPmoPMnvNErWYYrwgYbDcHQfXL/wGZIcGerJSv7/gSNfXAe/Gq26vsDg//t"
    "c+bB46h2QOg78j1Z3ksNsxEGR/YVcjpwB4P6LrbmdiNvFN5o7MPrA5OFhov+LOpIpGoKRB"
    "kZsiFR8BDyebwOzj+i4XMFKN3KLysrjWG1AHy5CXwvZE2Es23Oa6rjExkjBuhNhW+ZxBLw"
    "p6NyO6iqf2byoewmKWCNygZMlvSQYbEx+QEWJ5hSrqoTIEF4I+wpKWeZMkm9T26cyYja8L"
    "XkHZDhYTF4OvDwW04FDGYPZdtMfk3thFjgXRYwS1wNy5rFDIHy/3hZePw/8jboIvHaTde4"
    "82vdBnbYJSphq4a3Lw+llG53sEC3O8jqdtoFujEXqK6O2Errk3b/vQg2S6k6R8Ra1Mshot"
    "lgK4foys72cpirHNUk2iSdDnmta23Uju6Xs6tJDb2OpztGpzncZA5r54123uzUG6Z9N5vw"
    "L4QPsHPOm2Yu5Oexba7z5lJMZns53hp5vbPIPWOEI+o4Z25spnqVeEI6Wxxm8Am2Ddkn93"
    "Ow7lX5p2B9BM4GD90WAgYF/hzV1QSj75Q/Blabx4ASbf/okvhTfga/VPgW/u+JyUQ6OOB5"
    "pAoOwymZCueBKd9Fnw19W/qNmG3KW3BvhL4a336AsxZuI3wPH0I6Y2TnE7wHfiPlP3AZdY"
    "zRPHVHlUOWg+gQVkpxqg7C2nOV5hj0qUtn66QdCfIba+9AQ70DzRABmsWZ9dlZdS9IueZf"
    "XLOSDabplCmkBKMWpOlkSinJ3xUgDse3LoTxsJSb63CBm+sw6+ZS52MFeCOCDeIbiCubgX"
    "n1HaVRkqrSJCoav7ld9+2ObLmhUFrVLBen02a5JpvltJH95fBaZ5O1m786m6z9PNbZZC+F"
    "0zqbTGeTtdA6GRM9A/NyPXNkilrnk1X3Scbt+0v6zdBH84Xt4tovm/SUWm/POyW1x7cNNf"
    "rChV3glwzW/GLXZPiO1WxLYzp04CmP41AwVxbbo8YIk78wNynyV6JTb0JxdVizfRLS2ewx"
    "8CSOVeE+aks3JzyTdFJex9K30CcYK/AHQ1TnVItRF52U5+GlwG2JiWMqHU3dK5pjRn5CB+"
    "Qrl2DiVd/3PGG/u7MBDM6CvKkRfWQyG6zPYI6QzMMJ1SNTp7Bfztf4yyVvHeUkJXyT4ZMH"
    "8m48u6mSh/LZw2gbPrG9vwx828CVQ+Sd8MfRX9clkK3aTbagzU7Izwqib5ymhY6e0zLi72"
    "mx9HuaEX4d9sjdIO21LMhxmhaCfNgt4+7pFnt7uhlnj9//FzNyJIAF7p45Seu0uIO3ZRPH"
    "FmaOZdbywBHjXg3ncJquhWt6LR5iiVtVN3GCqHVLey2+YpSg+uKpCsoxEr2ay61mbwRSoV"
    "lR3kgQtW81r/wknHJ3lOeT/9uXm+t8hOcUaSs1NzCC0uLuDivEecAiFgnbdAjo60/nf6Sx"
    "vkQ5OiVt4wTpGDSdFFqHFTvnK0gpulX4nCLVPqEm8zmwu9Rx4icoNZebzGXtmdLNdprGiM"
    "1Y8hO+qdwozouA7sMvn5kVVW4rdkq1COpvlfwcMQ2HPeUVjAjIbmx2K+BHOThvg7l28nDI"
    "R7SiM0giUOANCtF5xh0UMqSWP+hWOmYopo9Jq/e7IKErLBMnM9HQJWNR1yN4vygpDcvhDf"
    "kjs4k/KVk+TidyNTKRSy2APA7Y1JkVhXGGNOkqMDNP7bS7uU/mohqox5G0B6p04KYKlelI"
    "5Pt4c/3TRY46ffGP2/fnuxKy0qIUuowgVsXxXya4JTzx1h/a0gSurCawZXUBFefM4cYo7w"
    "QNPll4ftL5mBqHZ3BpxcfeSznzlswqKj7NHplT1RcdI2mlo2MN/dfwpaqAcDC8heiupX4p"
    "3NFjeTaCYhdHjET7OCr6OJYSEpY9zL79P6FCqIo="
)
