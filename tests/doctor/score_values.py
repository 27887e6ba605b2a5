"""Scores how odd spellings of settings are read: as what they mean, or refused with what to do.

    python -m tests.doctor.score_values FILE [--wrong]

FILE has one JSON object a line: `setting`, `value`, `outcome` (as | refused), `means` (the canonical value),
`names` (what the sentence must contain; `a|b`: one of them) and `or` (a second outcome that is right, too). A
third of the lines is held back: its figures are printed apart, and `--wrong` never shows one of them.
"""

from __future__ import annotations

import json
import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

from redis import ConnectionPool

from server.ingest.settings import IngestSettings
from server.lib import config
from server.lib.config import ConfigError
from server.lib.database import urls
from server.lib.database.tls import TlsMode
from server.lib.net.proxies import ProxyTrouble, proxy_for
from server.lib.settings import ServerSettings
from server.ops.trouble import sentence_for
from server.settings import load

HELD_BACK = 85  # of the 256 values of the first byte of a line's SHA-256
_DIALECTS = {"postgres": "postgresql", "mysql": "mysql", "sqlite": "sqlite"}


def _server(name: str, value: str) -> ServerSettings:
    return load({name: value})[ServerSettings]


def _database(value: str) -> dict[str, Any]:
    given = urls.read(_server("DATABASE_URL", value).database_url)
    tls = given.tls.mode.name.lower().replace("_", "-") if given.tls else None
    return {
        "dialect": _DIALECTS[given.kind],
        "user": given.user,
        "password": given.password,
        "host": given.host,
        "port": given.port,
        "database": given.database,
        "path": given.file,
        "tls": "prefer" if given.tls and given.tls.mode is TlsMode.ALLOW else tls,
        "ca": given.tls.root if given.tls else None,
        "search_path": given.options.get("schema"),
        **{name: each for name, each in given.options.items() if name != "server_settings"},
        **given.options.get("server_settings", {}),
    }


def _spool(value: str) -> dict[str, Any]:
    url = load({"SPOOL_URL": value})[IngestSettings].spool_url or ""
    found = ConnectionPool.from_url(url).connection_kwargs if url else {}
    return {
        "host": found.get("host"),
        "port": found.get("port", 6379),
        "db": found.get("db", 0),
        "user": found.get("username"),
        "password": found.get("password"),
        "tls": urlsplit(url).scheme == "rediss",
        "path": found.get("path"),
    }


def _proxy(value: str) -> str | None:
    before = {
        name: os.environ.pop(name, None) for name in ("HTTPS_PROXY", "https_proxy", "NO_PROXY", "no_proxy")
    }
    os.environ["HTTPS_PROXY"] = value
    try:
        found = proxy_for("https://gmail.googleapis.com/")
    finally:
        del os.environ["HTTPS_PROXY"]
        os.environ.update({name: each for name, each in before.items() if each is not None})
    if found is None:
        return ""
    login = (
        f"{quote(found.user, safe='')}:{quote(found.password, safe='')}@"
        if found.user or found.password
        else ""
    )
    return f"{found.scheme}://{login}{found.place}"


READERS: dict[str, Callable[[str], Any]] = {
    "PUBLIC_URL": lambda value: _server("PUBLIC_URL", value).public_url,
    "DATABASE_URL": _database,
    "SPOOL_URL": _spool,
    "TRUSTED_PROXIES": lambda value: ",".join(map(str, _server("TRUSTED_PROXIES", value).trusted_proxies)),
    "ALLOWED_HOSTS": lambda value: ",".join(_server("ALLOWED_HOSTS", value).allowed_hosts),
    "HTTPS_PROXY": _proxy,
    "PORT": lambda value: _server("PORT", value).port,
    "HOST": lambda value: _server("HOST", value).host,
    "boolean": lambda value: config.flag({"SMTP_USE_TLS": value}, "SMTP_USE_TLS"),
    "path": lambda value: str(_server("SIGHTLINE_DATA", value).data),
}


def outcome(setting: str, value: str) -> tuple[str, Any]:
    """Return `as` with the value, `refused` with the sentence, or `traceback` with the error."""
    try:
        return "as", READERS[setting](value)
    except (ConfigError, ProxyTrouble) as error:
        return "refused", sentence_for(error)
    except Exception as error:  # noqa: BLE001 - what the score is about
        return "traceback", repr(error)


def right(wanted: Mapping[str, Any], found: tuple[str, Any], setting: str) -> bool:
    """Whether an outcome is the one that the label wants."""
    kind, what = found
    if kind != wanted["outcome"]:
        return False
    if kind == "refused":
        said = what.casefold()
        return all(any(w.casefold() in said for w in each.split("|")) for each in wanted.get("names", ()))
    return _same(wanted.get("means"), what, setting)


def _same(means: Any, what: Any, setting: str) -> bool:
    if means is None:
        return bool(what == READERS[setting](""))
    if isinstance(means, dict):
        return all(_field(name, each, what.get(name)) for name, each in means.items() if name in what)
    return bool(what == (str(Path(means).absolute()) if setting == "path" else means))


def _field(name: str, wanted: Any, found: Any) -> bool:
    if name == "host" and isinstance(wanted, str) and isinstance(found, str):
        return wanted.casefold() == found.casefold()
    if name == "port" and wanted is None:
        return found in {5432, 3306, 6379, None}
    return bool(wanted == found) or (wanted in {None, ""} and found in {None, ""})


def main(arguments: list[str]) -> None:
    """Print the figures, and with --wrong each line that is not held back and not read rightly."""
    score: dict[bool, Counter[tuple[str, bool]]] = {False: Counter(), True: Counter()}
    for line in Path(arguments[0]).read_text().splitlines():
        label = json.loads(line)
        held_back = sha256(line.encode()).digest()[0] < HELD_BACK
        found = outcome(label["setting"], label["value"])
        wanted = [label, *([{**label["or"]}] if label.get("or") else [])]
        good = any(right(each, found, label["setting"]) for each in wanted)
        score[held_back][label["setting"], good] += 1
        if "--wrong" in arguments and not good and not held_back:
            print(json.dumps({"found": found, **label}, ensure_ascii=False, default=str))
    for held_back, counts in score.items():
        print("held back:" if held_back else "to look at:")
        for setting in READERS:
            rightly = counts[setting, True]
            print(f"  {setting:<16} {rightly} of {rightly + counts[setting, False]}")
        rightly = sum(count for (_, is_good), count in counts.items() if is_good)
        print(f"  all              {rightly} of {counts.total()}")


if __name__ == "__main__":
    main(sys.argv[1:])
