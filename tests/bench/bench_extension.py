"""Measures the extension's cost in Gmail and its package sizes: python -m tests.bench.bench_extension.

The cost is the time that the page's main thread takes, by the browser's own trace, with a hundred rows and
five compose windows (tests/browser/driving/measure.py). The packages are those that `make package` writes.
"""

from __future__ import annotations

import asyncio
import subprocess
import tempfile
from pathlib import Path

from tests.bench.figures import Figure, tell
from tests.browser.driving.measure import BUDGET, measure
from tests.browser.driving.stage import Stage, alice_sets_up, stage
from tests.browser.driving.writing_actions import album, alice_at_gmail, held_up, tracked
from tests.sandbox.browser import SEND
from tests.serving import ROOT

MOST_KB = 150


def main() -> None:
    """Measure, and print the figures."""
    with tempfile.TemporaryDirectory() as folder:
        tell(*_packages(Path(folder, "packages")))
        tell(*asyncio.run(_costs(Path(folder))))


def _packages(folder: Path) -> list[Figure]:
    subprocess.run(["node", ROOT / "extension" / "pack.mjs", "--out", folder], check=True, cwd=ROOT)
    sizes = {path.name.split("-")[1]: path.stat().st_size / 1000 for path in sorted(folder.glob("*.zip"))}
    return [
        Figure(f"extension: package for {name}", size, "kB", at_most=MOST_KB) for name, size in sizes.items()
    ]


async def _costs(folder: Path) -> list[Figure]:
    async with stage(folder) as on:
        await alice_sets_up(on)
        found = await measure(on)
    async with alice_at_gmail(folder / "album") as on:
        times = await _album(on)
    return [
        Figure("extension: script start", found.start, "ms", at_most=BUDGET.start),
        Figure("extension: list render, 50 rows", found.list_render, "ms", at_most=BUDGET.list_render),
        Figure("extension: send held up, worst of five", found.send, "ms", at_most=BUDGET.send),
        Figure("extension: 25 MB of pictures held up", times, "× JSON"),
        Figure("extension: longest task of ours", found.longest_task, "ms", at_most=BUDGET.longest_task),
        Figure("extension: runs and requests in 4 idle seconds", found.idle, "", at_most=BUDGET.idle),
    ]


async def _album(on: Stage) -> float:
    alice = await on.writes()
    window = await alice.compose("bob@sandbox.example", "The whole album", "Dear Bob")
    await tracked(window)
    await album(alice.page)
    await window.locator(SEND).click()
    return await held_up(alice.page, "The whole album")


if __name__ == "__main__":
    main()
