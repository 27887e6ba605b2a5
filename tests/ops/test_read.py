"""`sightline read` says what mails in files are, and needs neither a database nor a data folder."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from server.cli import main
from tests.inbound.servers import REPORTS
from tests.inbound.shapes import BOB, SENT, head

ANSWER = head("Bob <bob@sandbox.example>", "Re: Lunch", f"In-Reply-To: {SENT}") + "Yes.\n"


def run(*files: Path | str, piped: bytes = b"") -> Result:
    return CliRunner().invoke(main, ["read", *map(str, files)], input=piped)


def lines(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_a_bounce_is_described_in_one_line(tmp_path: Path) -> None:
    file = tmp_path / "bounce.eml"
    file.write_bytes(REPORTS["qmail"].raw)
    result = run(file)
    assert result.exit_code == 0
    [line] = lines(result)
    assert list(line) == ["file", "kind", "about", "recipients", "evidence"]
    assert (line["file"], line["kind"], line["about"]) == (str(file), "bounce", [SENT])
    assert line["recipients"] == [
        {
            "address": BOB,
            "action": "failed",
            "status": "5.1.1",
            "permanent": True,
            "words": "Remote host said: 550 5.1.1 nobody of that name",
        }
    ]
    assert line["evidence"] == ["library", "null-return-path", "daemon", "subject"]


def test_mails_are_described_in_the_order_of_the_files(tmp_path: Path) -> None:
    (tmp_path / "2.eml").write_bytes(REPORTS["exim that still tries"].raw)
    (tmp_path / "1.eml").write_text(ANSWER)
    result = run(tmp_path / "2.eml", tmp_path / "1.eml")
    assert [each["kind"] for each in lines(result)] == ["delay", "answer"]
    assert [each["about"] for each in lines(result)] == [[SENT], [SENT]]


@pytest.mark.parametrize("maildir", [True, False])
def test_a_folder_stands_for_its_mails(tmp_path: Path, maildir: bool) -> None:
    names = ("cur/2:2,S", "new/3", "cur/1", "new/.hidden", "tmp/4") if maildir else ("2", "3", "1", ".hidden")
    for name in names:
        file = tmp_path / name
        file.parent.mkdir(exist_ok=True)
        file.write_text(ANSWER)
    (tmp_path / "new" if maildir else tmp_path).joinpath("folder").mkdir()
    found = [Path(each["file"]).name for each in lines(run(tmp_path))]
    assert found == (["1", "2:2,S", "3"] if maildir else ["1", "2", "3"])


def test_a_mail_can_be_piped() -> None:
    [line] = lines(run("-", piped=REPORTS["dragonfly"].raw))
    assert (line["file"], line["kind"]) == ("-", "bounce")


@pytest.mark.parametrize(
    ("subject", "kind"), [("Re: Lunch", "answer"), ("Accepted: Lunch", "calendar"), ("Lunch", "calendar")]
)
def test_whether_a_calendar_or_a_person_answers_decides_not_the_invitation(subject: str, kind: str) -> None:
    method = "REPLY" if subject.startswith("Accepted") else "REQUEST"
    mail = (
        head(
            "Bob <bob@sandbox.example>",
            subject,
            f"In-Reply-To: {SENT}",
            'Content-Type: multipart/mixed; boundary="b"',
        )
        + "--b\nContent-Type: text/plain\n\nYes! Invite attached.\n"
        + f"--b\nContent-Type: text/calendar; method={method}\n\nBEGIN:VCALENDAR\n--b--\n"
    )
    [line] = lines(run("-", piped=mail.encode()))
    assert line["kind"] == kind


def test_files_that_cannot_be_read_are_named_and_the_others_are_described(tmp_path: Path) -> None:
    (tmp_path / "1.eml").write_text(ANSWER)
    result = run(tmp_path / "absent.eml", tmp_path / "1.eml")
    assert result.exit_code == 1
    assert [each["kind"] for each in lines(result)] == ["answer"]
    assert result.stderr == f"{tmp_path / 'absent.eml'} cannot be read: No such file or directory\n"


def test_a_folder_without_mails_is_named(tmp_path: Path) -> None:
    result = run(tmp_path)
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr == f"{tmp_path} cannot be read: it contains no mails\n"


def test_one_unreadable_mail_of_a_folder_does_not_hide_the_others(tmp_path: Path) -> None:
    for name in ("1", "3"):
        (tmp_path / name).write_text(ANSWER)
    (tmp_path / "2").symlink_to(tmp_path / "nowhere")
    result = run(tmp_path)
    assert result.exit_code == 1
    assert len(lines(result)) == 2
    assert result.stderr.startswith(f"{tmp_path / '2'} cannot be read")


def test_a_mail_of_any_bytes_is_described(tmp_path: Path) -> None:
    (tmp_path / "1").write_bytes(b"\xff\x00" * 1000)
    (tmp_path / "2").write_bytes(b"")
    result = run(tmp_path)
    assert result.exit_code == 0
    assert [each["kind"] for each in lines(result)] == ["other", "other"]
