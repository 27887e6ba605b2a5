"""Checks with Biome that no function in our JavaScript and TypeScript is longer than 45 lines."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import tree

FOLDERS = {"extension", "sandbox", "static"}
SUFFIXES = {".ts", ".js", ".mjs"}
BIOME = Path("node_modules/.bin/biome").absolute()
RULES = Path(__file__).with_name("biome.json")


def main() -> int:
    """Measure every script that a browser runs. Returns the exit status."""
    scripts = [path for path in tree.own() if path.parts[0] in FOLDERS and path.suffix in SUFFIXES]
    with tempfile.TemporaryDirectory() as folder:
        # In a separate folder: otherwise Biome would use the extension's own configuration.
        shutil.copy(RULES, folder)
        for path in scripts:
            copy = Path(folder) / path
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)
        return _measure(folder) if scripts else 0


def _measure(folder: str) -> int:
    command = [str(BIOME), "lint", "--reporter=github", "--max-diagnostics=none", "."]
    done = subprocess.run(
        command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False
    )
    said = done.stdout.replace(f"{folder}/", "").splitlines()
    found = [line for line in said if line.startswith("::")]
    print("\n".join(found) or (done.stdout if done.returncode else ""))
    return done.returncode


if __name__ == "__main__":
    sys.exit(main())
