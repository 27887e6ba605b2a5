"""An installation of Alice's for tests of backups: a data folder, and commands on it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.serving import Server

PASSPHRASE = "orchid lantern gravel mitten"
PASSWORD = "a walk to the lighthouse"


def owned(data: Path, env: dict[str, str] | None = None) -> Server:
    """Return a new installation with Alice as its owner, whose server does not run yet."""
    place = Server(data, env or {})
    place.run("migrate")
    place.run("user", "add", "alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
    return place


def marked(place: Server, count: int) -> list[str]:
    """Mark mails. Returns their pixels."""
    return [json.loads(line)["pixel_url"] for line in place.run("mark", "--count", str(count)).splitlines()]


def tried(
    place: Server, *words: str | Path, passphrase: str = PASSPHRASE
) -> subprocess.CompletedProcess[str]:
    """Run a command that asks for the passphrase, and may fail."""
    return place.outcome(*map(str, words), stdin=f"{passphrase}\n")


def done(place: Server, *words: str | Path) -> str:
    """Run a command that asks for the passphrase. Returns what it printed."""
    outcome = tried(place, *words)
    assert outcome.returncode == 0, outcome.stdout + outcome.stderr
    return outcome.stdout


def refused(place: Server, *words: str | Path, passphrase: str = PASSPHRASE) -> str:
    """Run a command that must fail with one sentence. Returns the sentence."""
    outcome = tried(place, *words, passphrase=passphrase)
    assert outcome.returncode == 1, outcome.stdout + outcome.stderr
    assert "Traceback" not in outcome.stderr
    [line] = [line for line in outcome.stderr.splitlines() if line.startswith("Error: ")]
    return line.removeprefix("Error: ")


def state(folder: Path) -> dict[str, bytes]:
    """Return all files in a folder with their content, without those that a command only locks."""
    files = [path for path in folder.rglob("*") if path.is_file() and path.suffix != ".lock"]
    return {str(path.relative_to(folder)): path.read_bytes() for path in files}
