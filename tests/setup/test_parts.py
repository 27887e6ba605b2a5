"""A test whose part is missing fails with a sentence, and is skipped if WITHOUT names the part."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from tests import parts

SKIPPED, FAILED = pytest.skip.Exception, pytest.fail.Exception


@pytest.fixture
def bare(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine without any programs."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(parts, "SERVERS", ())
    monkeypatch.delenv("WITHOUT", raising=False)


def test_an_installed_program_is_found() -> None:
    assert parts.program("redis", "redis-server").name == "redis-server"
    assert parts.program("postgresql", "postgres").exists(), "though it is on nobody's path"


@pytest.mark.usefixtures("bare")
def test_a_missing_program_fails_the_test_with_a_sentence() -> None:
    with pytest.raises(FAILED) as raised:
        parts.program("redis", "redis-server")
    assert raised.value.msg == (
        "redis is missing: run 'apt install redis-server' as root. (To leave it out: WITHOUT=redis)"
    )


@pytest.mark.parametrize("without", ["redis", "mariadb redis", "mariadb,redis"])
def test_a_part_that_was_left_out_by_name_is_not_used_although_it_is_installed(
    monkeypatch: pytest.MonkeyPatch, without: str
) -> None:
    monkeypatch.setenv("WITHOUT", without)
    with pytest.raises(SKIPPED, match="left out by request: redis"):
        parts.program("redis", "redis-server")


def test_a_name_that_no_part_has_is_refused_with_the_list_of_parts(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WITHOUT", "mariadb maria")
    monkeypatch.setattr(sys, "argv", ["parts"])
    assert parts.main() == 1
    said = capsys.readouterr().err
    assert said.startswith("set-up: WITHOUT names maria; it may name ")
    assert "mariadb" in said


@pytest.mark.usefixtures("bare")
def test_installing_parts_without_root_prints_the_command_to_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "argv", ["parts", "firefox", "redis"])
    assert parts.main() == 1
    assert capsys.readouterr().err == (
        "set-up: the tests need firefox and redis. Run: sudo apt install firefox-esr redis-server"
        ' (or leave them out: WITHOUT="firefox redis" make test).\n'
    )


@pytest.mark.usefixtures("bare")
def test_parts_that_are_left_out_by_name_are_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("WITHOUT", "firefox redis")
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(sys, "argv", ["parts", "firefox", "redis"])
    assert parts.main() == 0
