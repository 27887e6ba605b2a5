"""Scores what `sightline doctor` says about wrong set-ups: the right line, its colour, and what to do.

    python -m tests.doctor.score_setups FILE [--only WORD,WORD]

FILE has one JSON object a line: `id`, `env` (settings, with {DATA}, {TMP}, {PG_PORT} and the like), `line`
(what it is about, in plain words), `colour`, `names` (what its sentence must contain; `a|b`: one of them),
`or` (a second colour that is right, too) and `prepare` (words for people: `prepared.py` carries out what it
knows by its id; the rest is named and not counted). In any case: no traceback, no password, an end within
60 s.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path
from subprocess import TimeoutExpired, run
from typing import Any

from tests.doctor.ground import PG_PASSWORD, Ground
from tests.doctor.prepared import PREPARED
from tests.serving import ROOT

SECONDS = 60
PARTS = {
    "database": {"database"},
    "spool": {"spool", "Redis"},
    "alert emails": {"alert emails"},
    "public address": {"public address", "server", "name"},
    "google": {"Google", "Google client", "Gmail", "proxy", "certificates", "clock", "IPv6", "IPv4"},
    "geoip": {"places", "ASN database"},
    "keys": {"signing key", "keys.json", "vault.key", "session.key"},
    "proxies": {"readers"},
    "settings": {"settings"},
    "port": {"settings", "server", "port"},
    "disk": {"disk", "spool", "database"},
    "clock": {"clock"},
    "breached passwords": {"breached passwords"},
}


def _filled(text: str, ground: Ground) -> str:
    values = {"DATA": str(ground.data), "TMP": str(ground.tmp), **ground.values}
    for name, value in values.items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _examined(env: Mapping[str, str]) -> tuple[list[dict[str, str]], str, float]:
    """Return the report, what else was printed, and how many seconds it took."""
    began = time.monotonic()
    base = {name: os.environ[name] for name in ("PATH", "HOME", "LANG") if name in os.environ}
    command = [sys.executable, "-m", "server", "doctor", "--json"]
    try:
        done = run(
            command, cwd=ROOT, env={**base, **env}, capture_output=True, text=True, timeout=90, check=False
        )
    except TimeoutExpired:
        return [], "it hangs", time.monotonic() - began
    took = time.monotonic() - began
    try:
        return json.loads(done.stdout), done.stderr, took
    except ValueError:
        return [], done.stdout + done.stderr, took


def _faults(label: Mapping[str, Any], found: list[dict[str, str]], rest: str, took: float) -> list[str]:
    """Say what is wrong with a report; empty if it is right."""
    faults = [word for word, is_so in (("slow", took > SECONDS), ("traceback", "Traceback" in rest)) if is_so]
    shown = [each for each in _secrets(label) if each in json.dumps(found) + rest]
    faults += [f"shows {each}" for each in shown]
    if not found:
        return [*faults, f"no report: {rest[-200:]}"]
    parts = PARTS.get(label["line"], {each["name"] for each in found})
    about = [each for each in found if each["name"] in parts]
    colours = {label["colour"], label.get("or")} - {None}
    if label["colour"] == "green" or not label["names"]:
        bad = [each for each in about if each["colour"] == "red"]
        return [*faults, *(f"false alarm: {each['text']}" for each in bad if "red" not in colours)]
    good = [each for each in about if each["colour"] in colours and _names(label, each)]
    return [*faults, *([] if good or "green" in colours else ["not said"])]


def _names(label: Mapping[str, Any], line: Mapping[str, str]) -> bool:
    said = f"{line['name']} {line['text']}".casefold()
    return all(any(word.casefold() in said for word in each.split("|")) for each in label["names"])


def _secrets(label: Mapping[str, Any]) -> list[str]:
    given = " ".join(label["env"].values())
    return [
        each for each in ("S3cretS3cret", PG_PASSWORD, "falsch", "geheim", "wrong-password") if each in given
    ]


def _prepared(label: Mapping[str, Any], ground: Ground) -> dict[str, str] | None:
    """Prepare a set-up; returns its environment, or None if nobody knows how to prepare it."""
    prepare = PREPARED.get(label["id"])
    if prepare is None and label["prepare"]:
        return None
    ground.own, ground.env = ExitStack(), {}
    ground.values = {"PG_USER": "sightline", "PG_PASSWORD": PG_PASSWORD, "PG_DB": "mail"}
    ground.data, ground.tmp = ground.folder / "data", ground.folder / "tmp"
    for folder in (ground.data, ground.tmp):
        shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ground.used, ground.data)
    ground.tmp.mkdir()
    if prepare:
        prepare(ground)
    given = {name: _filled(value, ground) for name, value in label["env"].items()}
    return {"SIGHTLINE_DATA": str(ground.data), **given, **ground.env}


def main(arguments: list[str]) -> None:
    """Print a line for each set-up, what was reported where it is not right, and how many are."""
    rightly, left = 0, []
    only = arguments[arguments.index("--only") + 1] if "--only" in arguments else ""
    labels = [json.loads(line) for line in Path(arguments[0]).read_text().splitlines()]
    labels = [each for each in labels if any(word in each["id"] for word in only.split(","))]
    with ExitStack() as stack, tempfile.TemporaryDirectory(prefix="sightline-setups-") as folder:
        Path(folder).chmod(0o755)
        ground = Ground(Path(folder), stack)
        for label in labels:
            env = _prepared(label, ground)
            if env is None:
                left.append(label["id"])
                continue
            with ground.own:
                found, rest, took = _examined(env)
            faults = _faults(label, found, rest, took)
            rightly += not faults
            print(
                json.dumps({"id": label["id"], "rightly": not faults, "seconds": round(took, 1)}), flush=True
            )
            if faults:
                told = [
                    f"{each['colour']} {each['name']}: {each['text']}"
                    for each in found
                    if each["colour"] != "green"
                ]
                print(
                    json.dumps({"id": label["id"], "faults": faults, "want": label["names"], "found": told})
                )
    print(f"{rightly} of {len(labels) - len(left)} rightly reported; not prepared: {', '.join(left)}")


if __name__ == "__main__":
    main(sys.argv[1:])
