"""Runs several commands of `sightline` in one process, because a process for each takes too long."""

from __future__ import annotations

import json
import sys

from click.testing import CliRunner

from server.cli import main


def run(commands: list[list[str]]) -> None:
    """Run the commands, and print how each ended and what it said, as one JSON object per line."""
    for command in commands:
        result = CliRunner().invoke(main, command)
        ended = result.exception
        unexpected = repr(ended) if ended and not isinstance(ended, SystemExit) else ""
        print(json.dumps({"command": command, "unexpected": unexpected, "said": result.output}), flush=True)


if __name__ == "__main__":
    run(json.load(sys.stdin))
