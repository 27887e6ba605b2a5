"""Words the report: each part's score and confidence interval, and the survivors with reasons. Pure."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from tests.mutants.mutations import Mutant
from tests.mutants.runner import Result
from tests.mutants.session import SURVIVED, TIMED_OUT

ASKED = 0.85
KNOWN = Path(__file__).with_name("survivors.toml")
_DEVIATIONS = 1.96  # of a normal distribution, for 95 %

Key = tuple[str, str, str, str]


def known_survivors(file: Path = KNOWN) -> dict[Key, str]:
    """Return the reasons of the listed survivors, by the key of the mutant."""
    listed = tomllib.loads(file.read_text(encoding="utf-8")).get("survivor", [])
    return {(each["path"], each["inside"], each["was"], each["becomes"]): each["reason"] for each in listed}


def interval(hits: int, number: int) -> tuple[float, float]:
    """Return the 95 % confidence interval of a share (Wilson)."""
    if not number:
        return 0.0, 1.0
    share, square = hits / number, _DEVIATIONS**2
    middle = share + square / (2 * number)
    half = _DEVIATIONS * math.sqrt(share * (1 - share) / number + square / (4 * number**2))
    whole = 1 + square / number
    return (middle - half) / whole, (middle + half) / whole


def lines(results: Sequence[Result], sizes: Mapping[str, int], known: Mapping[Key, str]) -> Iterator[str]:
    """Yield the report: a row for each part ("hung" is part of "killed"), survivors, and failed controls."""
    yield f"{'part':<10}{'mutants':>9}{'tried':>7}{'killed':>8}{'hung':>6}{'score':>8}   95 % interval"
    for part, size in sizes.items():
        found = [each for each in results if each.task.part == part and not each.task.control]
        killed, hung = _killed(found), sum(each.outcome == TIMED_OUT for each in found)
        low, high = interval(killed, len(found))
        score = f"{score_of(found):.1%}" if found else "-"
        yield f"{part:<10}{size:>9}{len(found):>7}{killed:>8}{hung:>6}{score:>8}   {low:.0%} to {high:.0%}"
    survivors = [each for each in results if each.outcome == SURVIVED and not each.task.control]
    yield from _survivors(survivors, known)
    for each in broken_controls(results):
        yield f"\nCONTROL FAILED: {each.test} fails or hangs without any mutant ({each.outcome})"


def score_of(results: Sequence[Result]) -> float:
    """Return the share of mutants that were killed."""
    return _killed(results) / len(results) if results else 1.0


def broken_controls(results: Iterable[Result]) -> list[Result]:
    """Return the controls whose tests did not pass: kills by those tests say nothing."""
    return [each for each in results if each.task.control and each.outcome != SURVIVED]


def described(mutant: Mutant) -> str:
    """Return a mutant in four lines, as in survivors.toml."""
    pairs = (
        ("path", mutant.path),
        ("inside", mutant.inside),
        ("was", mutant.was),
        ("becomes", mutant.becomes),
    )
    return "\n".join(f"{name} = {_quoted(value)}" for name, value in pairs)


def _survivors(results: Sequence[Result], known: Mapping[Key, str]) -> Iterator[str]:
    ordered = sorted(results, key=lambda each: (each.task.mutant.path, each.task.mutant.edit.start))
    listed = sum(each.task.mutant.key in known for each in ordered)
    yield f"\n{len(ordered)} survived, {listed} of them listed"
    for each in ordered:
        mutant, reason = each.task.mutant, known.get(each.task.mutant.key, "")
        yield f"\n[[survivor]]  # {mutant.operator}; {len(each.task.tests)} tests\n{described(mutant)}"
        yield f"reason = {_quoted(reason)}"


def _quoted(text: str) -> str:
    return f"'{text}'" if "'" not in text else '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _killed(results: Sequence[Result]) -> int:
    return sum(each.outcome != SURVIVED for each in results)
