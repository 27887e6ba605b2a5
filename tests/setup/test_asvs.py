"""The table of ASVS requirements in docs/security.md is complete. Each test changes a copy of the page."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "security.md").read_text(encoding="utf-8")
ROW = next(line for line in PAGE.splitlines() if line.startswith("| 1.2.6 "))


def check(folder: Path, page: str | None) -> tuple[int, list[str]]:
    """Run the check on `page`, beside the project's tests. Return its status and its lines."""
    (folder / "docs").mkdir()
    (folder / "tests").symlink_to(ROOT / "tests")
    if page is not None:
        (folder / "docs" / "security.md").write_text(page, encoding="utf-8")
    command = [sys.executable, str(ROOT / ".ci" / "asvs.py")]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    assert not done.stderr
    return done.returncode, done.stdout.splitlines()


def test_the_page_has_a_row_for_each_requirement_of_levels_1_and_2(tmp_path: Path) -> None:
    status, lines = check(tmp_path, PAGE)
    assert status == 0
    assert lines[0].startswith("ASVS 5.0 level 2: ")
    counts = lines[0].partition(": ")[2]
    assert sum(int(word) for word in counts.split() if word.isdecimal()) == 253


def test_without_the_page_the_check_fails(tmp_path: Path) -> None:
    assert check(tmp_path, None) == (1, ["docs/security.md: no such file"])


@pytest.mark.parametrize(
    ("row", "complaint"),
    [
        ("", "1.2.6 (level 2) has 0 rows, not 1"),
        (f"{ROW}\n{ROW}", "1.2.6 (level 2) has 2 rows, not 1"),
        (ROW.replace("| 2 |", "| 1 |"), "1.2.6 (level 2) has 0 rows, not 1"),
        (f"{ROW}\n{ROW.replace('1.2.6', '1.2.66')}", "1.2.66: the standard has no such id and level"),
        (ROW.replace("| n/a |", "| maybe |"), "1.2.6: maybe is none of met, part, not met, n/a"),
        ("| 1.2.6 | 2 | no LDAP injection | n/a | | |", "1.2.6: has neither a test nor a reason"),
        ("| 1.2.6 | 2 | | n/a | no LDAP | |", "1.2.6: does not say what is asked for"),
        ("| 1.2.6 | 2 | x | part | | `tests/lib/test_ip.py::test_a_stranger_cannot_choose_their_address` |",
         "1.2.6: part, but does not say why"),
        ("| 1.2.6 | 2 | x | n/a | x | `tests/lib/test_ip.py::test_a_stranger_cannot_choose_their_address` |",
         "1.2.6: n/a, but names a test"),
        ("| 1.2.6 | 2 | x | met | x | see the tests |", "1.2.6: see the tests does not name a test"),
        ("| 1.2.6 | 2 | x | met | x | `tests/lib/test_ip.py::test_gone` |", "has no test test_gone"),
        ("| 1.2.6 | 2 | x | met | x | `tests/lib/test_gone.py::test_x` |", "test_gone.py does not exist"),
        ("| 1.2.6 | 2 | x | met | x |", "5 columns, not 6"),
    ],
)  # fmt: skip
def test_a_row_that_is_missing_wrong_or_incomplete_is_named(tmp_path: Path, row: str, complaint: str) -> None:
    status, lines = check(tmp_path, PAGE.replace(ROW, row))
    assert status == 1
    assert any(line.endswith(complaint) for line in lines), lines


def test_a_promise_whose_test_does_not_exist_is_named(tmp_path: Path) -> None:
    promise = "\n- cannot do anything. (`tests/lib/test_ip.py::test_nothing_can_be_done`)\n"
    status, lines = check(
        tmp_path, PAGE.replace("\n## What is not promised", f"{promise}\n## What is not promised")
    )
    assert status == 1
    assert any("has no test test_nothing_can_be_done" in line for line in lines)


def test_rows_in_another_order_are_refused(tmp_path: Path) -> None:
    lines = PAGE.splitlines()
    first = lines.index(ROW)
    lines[first], lines[first + 1] = lines[first + 1], lines[first]
    assert check(tmp_path, "\n".join(lines)) == (
        1,
        ["docs/security.md: the rows are not in the standard's order"],
    )
