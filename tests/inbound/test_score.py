"""The scorer counts what was read from labelled mails, and never lists the third that is held back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.inbound import score
from tests.inbound.servers import REPORTS
from tests.inbound.shapes import BOB, SENT


def collected(folder: Path, **labels: object) -> Path:
    """A folder with the same report under many names, and the same label for each."""
    usual = {"kind": "bounce", "permanent": True, "recipients": [BOB], "ids": [SENT], **labels}
    rows = [{"file": f"{number}.eml", **usual} for number in range(30)]
    for row in rows:
        (folder / str(row["file"])).write_bytes(REPORTS["qmail"].raw)
    (folder / "labels.jsonl").write_text("".join(f"{json.dumps(row)}\n" for row in rows))
    return folder


def test_what_is_read_as_labelled_is_no_fault(tmp_path: Path) -> None:
    cases = list(score.cases([collected(tmp_path)]))
    assert [score.faults(each) for each in cases] == [[]] * 30
    assert "30 of 30 (100%)" in score.row("all", cases)


@pytest.mark.parametrize(
    ("labels", "fault"),
    [
        ({"kind": "answer"}, "false alarm"),
        ({"ids": ["<another@x.example>"]}, "joined"),
        ({"permanent": False}, "permanent"),
        ({"recipients": ["dora@x.example"]}, "recipient"),
    ],
)
def test_what_is_read_otherwise_than_labelled_is_a_fault(
    tmp_path: Path, labels: dict[str, object], fault: str
) -> None:
    assert {tuple(score.faults(each)) for each in score.cases([collected(tmp_path, **labels)])} == {(fault,)}


def test_the_files_that_are_held_back_are_not_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = collected(tmp_path, kind="answer")
    held = {each.name for each in score.cases([folder]) if each.is_held_back}
    assert 0 < len(held) < 30
    monkeypatch.setattr("sys.argv", ["score", "--wrong", str(folder)])
    score.main()
    listed = {line.partition(":")[0].rpartition("/")[2] for line in capsys.readouterr().out.splitlines()}
    assert not listed & held
    assert len({each for each in listed if each.endswith(".eml")}) == 30 - len(held)
