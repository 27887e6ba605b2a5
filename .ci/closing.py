"""Writes the closing lines of `make test`: time and counts by part; what was skipped, unsteady or failed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from attempts import MOST_UNSTEADY, Result, failures

OUTCOMES = ("passed", "failed", "unsteady", "left out")
SLOW = 30.0  # seconds of one file that are worth a line
MOST_SLOW = 12
SHOWN = {
    "passed": "passed",
    "failed": "failed",
    "broken": "failed",
    "unsteady": "unsteady",
    "skipped": "left out",
}


def lines(parts: dict[str, list[Result]]) -> Iterator[str]:
    """Yield the lines for these parts. The last one is just `N passed, N failed`, for programs to read."""
    everything = [result for results in parts.values() for result in results]
    failed = failures(everything)
    yield from _table(parts)
    yield from _slow(everything)
    yield from (each.reason for each in _of(everything, "passed") if each.reason)
    yield from _left_out(everything)
    yield from (f"unsteady: {each.test} {each.reason}" for each in _of(everything, "unsteady"))
    if any(result.outcome == "unsteady" for result in failed):
        yield f"FAILED: more than {MOST_UNSTEADY} tests are unsteady"
    yield from (_told(result) for result in failed if result.outcome != "unsteady")
    passed = sum(result.outcome in {"passed", "unsteady"} and result not in failed for result in everything)
    yield f"{passed} passed, {len(failed)} failed"


def _table(parts: dict[str, list[Result]]) -> Iterator[str]:
    """Yield the table. A part's seconds are the sum of its tests' durations, even if some ran in parallel."""
    yield f"{'part':<14}" + "".join(f"{outcome:>10}" for outcome in OUTCOMES) + f"{'seconds':>10}"
    for part, results in parts.items():
        shown = [SHOWN[result.outcome] for result in results]
        counts = "".join(f"{shown.count(outcome):>10}" for outcome in OUTCOMES)
        yield f"{part:<14}{counts}{sum(result.seconds for result in results):>10.0f}"


def _slow(everything: Iterable[Result]) -> Iterator[str]:
    seconds: Counter[str] = Counter()
    for result in everything:
        seconds[result.test.split("::")[0]] += round(result.seconds)
    yield from (f"{file}: {took} s" for file, took in seconds.most_common(MOST_SLOW) if took > SLOW)


def _left_out(everything: list[Result]) -> Iterator[str]:
    reasons = [result.reason for result in _of(everything, "skipped")]
    for reason in sorted(set(reasons)):
        yield f"{reason} ({reasons.count(reason)} skipped)"


def _told(result: Result) -> str:
    return f"FAILED: {result.test}" + (f": {result.reason}" if result.reason else "")


def _of(results: Iterable[Result], outcome: str) -> list[Result]:
    return [result for result in results if result.outcome == outcome]
