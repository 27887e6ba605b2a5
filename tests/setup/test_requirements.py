"""The table of requirements must name tests that exist. Each test here makes a small project."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

PY, TS = "tests/opening/test_open.py", "tests/extension/mail.test.ts"
CHECK = Path(__file__).parents[2] / ".ci" / "requirements.py"
HEAD = (
    "| no. | requirement | state | slice | shown by | what is missing, or why |\n|---|---|---|---|---|---|\n"
)
OPEN = "| {} | something | open | relay | | comes later |"
PYTHON = """
def test_alice_opens_it():
    def test_inside(): ...

class TestBob:
    async def test_clicks(self): ...

# def test_taken_out(): ...
def helper(): ...
"""
NODE = """
describe("A mail", () => {
  it("gets one pixel", () => {});
  for (const one of ALL)
    it(`says ${one} and "why"`, () => {});
  // it("was taken out", () => {});
  it.skip("is skipped", () => {});
});
"""


@dataclass
class Project:
    """A folder with two files of tests and a table."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def says(self, *rows: str, leave_out: int = 0) -> list[str]:
        """Return the check's output for these rows and an open row for each other number."""
        table = {str(number): OPEN.format(number) for number in range(1, 319) if number != leave_out}
        table |= {row.split("|")[1].strip(): row for row in rows}
        self.write("docs/requirements.md", f"# Title\n\n{HEAD}" + "\n".join(table.values()) + "\n")
        return self.check()

    def check(self) -> list[str]:
        """The lines that the check prints; its status must agree with them."""
        done = subprocess.run(
            [sys.executable, CHECK], cwd=self.folder, capture_output=True, text=True, check=False
        )
        assert not done.stderr
        lines = done.stdout.splitlines()
        assert done.returncode == (0 if lines[-1].startswith("requirements: ") else 1)
        return lines


@pytest.fixture
def project(tmp_path: Path) -> Project:
    made = Project(tmp_path)
    made.write(PY, PYTHON)
    made.write(TS, NODE)
    made.write("server/marks/__init__.py", "")
    return made


def row(state: str, tests: str, reason: str = "", noun: str = "marks") -> str:
    """The row of requirement 7."""
    return f"| 7 | one pixel | {state} | {noun} | {tests} | {reason} |"


def test_rows_that_name_tests_are_counted_by_their_state(project: Project) -> None:
    python = f"`{PY}::test_alice_opens_it`<br>`{PY}::TestBob::test_clicks`"
    node = f'`{TS}: gets one pixel`<br>`{TS}: says ${{one}} and "why"`'
    said = project.says(
        f"| 1 | opens | done | marks | {python} | |",
        f"| 2 | pixels | part | tests | {node} | links come later |",
        "| 318 | Flask | left out | server | | the stack is another one |",
    )
    assert said == ["requirements: 1 done, 1 part, 315 open, 1 left out"]


def test_without_a_table_the_check_fails(project: Project) -> None:
    assert project.check() == ["docs/requirements.md: no such file"]


def test_a_missing_requirement_number_is_named(project: Project) -> None:
    assert project.says(leave_out=44) == ["docs/requirements.md: requirement 44 has 0 rows, not 1"]


def test_a_duplicate_requirement_number_is_reported(project: Project) -> None:
    assert project.says(row("open", "", "later") + "\n" + OPEN.format(7)) == [
        "docs/requirements.md: requirement 7 has 2 rows, not 1"
    ]


@pytest.mark.parametrize("number", ["0", "319", "007", "7a", ""])
def test_an_unknown_requirement_number_is_reported(project: Project, number: str) -> None:
    said = project.says(OPEN.format(number))
    assert any(line.endswith(f": {number}: the numbers are 1 to 318") for line in said)


def test_requirement_rows_must_be_in_the_order_of_their_numbers(project: Project) -> None:
    said = project.says(OPEN.format(9) + "\n" + OPEN.format(8), leave_out=8)
    assert said == ["docs/requirements.md: the rows are not in the order of their numbers"]


@pytest.mark.parametrize(
    ("test", "wrong"),
    [
        (f"`{PY}::test_bob_opens_it`", "has no test test_bob_opens_it"),
        (f"`{PY}::test_clicks`", "has no test test_clicks"),
        (f"`{PY}::test_inside`", "has no test test_inside"),
        (f"`{PY}::test_taken_out`", "has no test test_taken_out"),
        (f"`{PY}::helper`", "has no test helper"),
        ("`tests/opening/test_gone.py::test_alice_opens_it`", "test_gone.py does not exist"),
        (f"`{TS}: gets a pixel`", "no test with the title “gets a pixel”"),
        (f"`{TS}: A mail`", "no test with the title “A mail”"),
        (f"`{TS}: was taken out`", "no test with the title “was taken out”"),
        (f"`{TS}: is skipped`", "no test with the title “is skipped”"),
        ("`tests/extension/gone.test.ts: gets one pixel`", "gone.test.ts does not exist"),
        (f"`{PY}`", "does not name a test"),
        (f"{PY}::test_alice_opens_it", "does not name a test"),
        ("see the tests", "does not name a test"),
    ],
)
def test_a_named_test_that_does_not_exist_is_reported(project: Project, test: str, wrong: str) -> None:
    (complaint,) = project.says(row("done", test))
    assert complaint.startswith("docs/requirements.md:11: 7: ")
    assert wrong in complaint


def test_a_renamed_test_is_reported_as_missing(project: Project) -> None:
    named = row("done", f"`{PY}::test_alice_opens_it`<br>`{TS}: gets one pixel`")
    assert project.says(named) == ["requirements: 1 done, 0 part, 317 open, 0 left out"]
    project.write(TS, NODE.replace("gets one pixel", "has one pixel"))
    (title,) = project.check()
    assert title.endswith(f"{TS} has no test with the title “gets one pixel”")
    project.write(PY, PYTHON.replace("alice", "bob"))
    function, _ = project.check()
    assert function.endswith(f"{PY} has no test test_alice_opens_it")


@pytest.mark.parametrize(
    ("said", "wrong"),
    [
        (row("finished", "", "later"), "finished is none of done, part, open, left out"),
        (row("Done", "", "later"), "Done is none of done, part, open, left out"),
        (row("", "", "later"), "no state is none of done, part, open, left out"),
        (row("done", ""), "done, but no test shows it"),
        (row("part", "", "links come later"), "part, but no test shows it"),
        (row("part", f"`{PY}::test_alice_opens_it`"), "part, but does not say why"),
        (row("open", ""), "open, but does not say why"),
        (row("left out", ""), "left out, but does not say why"),
        (row("open", f"`{PY}::test_alice_opens_it`", "later"), "open, but names a test"),
        (row("done", f"`{PY}::test_alice_opens_it`", noun="pixels"), "no folder pixels"),
        (row("open", "", "later", noun=""), "no slice is not the noun of one folder"),
        (row("open", "", "later", noun="marks, events"), "marks, events is not the noun of one folder"),
        ("| 7 | | open | relay | | later |", "does not say what"),
    ],
)
def test_an_incomplete_row_is_reported(project: Project, said: str, wrong: str) -> None:
    (complaint,) = project.says(said)
    assert complaint.startswith("docs/requirements.md:11: 7: ")
    assert wrong in complaint


def test_a_row_with_too_many_columns_is_named(project: Project) -> None:
    said = project.says("| 7 | one pixel | open | relay | | later | |")
    assert said == [
        "docs/requirements.md:11: 7 columns, not 6",
        "docs/requirements.md: requirement 7 has 0 rows, not 1",
    ]
