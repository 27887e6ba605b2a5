"""Errors that repeat are logged once as a whole, and then in one line a minute."""

from __future__ import annotations

import logging
from collections.abc import Callable

import pytest

from server.lib.log_repeats import Repeats, SaysAll


class Log:
    """What a filter lets through, by a clock that the test moves."""

    def __init__(self) -> None:
        self.now = 0.0
        self.lines: list[str] = []
        self.repeats = Repeats(lambda error: isinstance(error, ConnectionError), lambda: self.now)

    def fails(self, what: str, error: BaseException) -> None:
        record = logging.LogRecord(
            "server.x", logging.ERROR, "x.py", 1, what, None, (type(error), error, None)
        )
        if self.repeats.filter(record):
            self.lines.append(f"{record.getMessage()}{' + traceback' if record.exc_info else ''}")


@pytest.fixture
def log() -> Log:
    return Log()


def each_second(log: Log, seconds: int, fail: Callable[[], None]) -> None:
    for _ in range(seconds):
        fail()
        log.now += 1


def test_what_fails_each_second_for_three_minutes_takes_three_lines(log: Log) -> None:
    each_second(log, 180, lambda: log.fails("the loop failed 100 %", ValueError("broken")))
    assert log.lines == [
        "the loop failed 100 % + traceback",
        "the loop failed 100 % (ValueError: broken); 59 more since the last line",
        "the loop failed 100 % (ValueError: broken); 59 more since the last line",
    ]


def test_different_errors_are_logged_as_a_whole(log: Log) -> None:
    for what in ("one", "two"):
        for error in (ValueError(), KeyError()):
            log.fails(what, error)
    assert len(log.lines) == 4
    assert all(line.endswith("+ traceback") for line in log.lines)


def test_all_that_fails_while_the_database_is_away_counts_as_one(
    log: Log, caplog: pytest.LogCaptureFixture
) -> None:
    def fail() -> None:
        log.fails("outbox failed", ConnectionRefusedError("refused"))
        log.fails("error on GET /", ConnectionResetError("reset"))

    each_second(log, 61, fail)
    assert log.lines == [
        "outbox failed + traceback",
        "the database has been away for 60 s (ConnectionRefusedError: refused); 119 more since the last line",
    ]
    assert log.repeats.in_outage
    log.repeats.outage_ended()
    log.repeats.outage_ended()
    assert [each.getMessage() for each in caplog.records] == [
        "the database answers again, after 61 s; 1 more errors were not logged"
    ]


def test_a_database_that_comes_and_goes_is_explained_once_a_minute(log: Log) -> None:
    def come_and_go() -> None:
        log.fails("outbox failed", ConnectionRefusedError("refused"))
        log.repeats.outage_ended()

    each_second(log, 61, come_and_go)
    assert sum(line.endswith("+ traceback") for line in log.lines) == 2


@pytest.mark.parametrize("error", [ConnectionRefusedError("refused"), OSError("the file is damaged")])
def test_an_error_that_a_sentence_explains_gets_that_instead_of_a_traceback(
    log: Log, error: Exception
) -> None:
    log.repeats.explain = lambda error: f"stop, because {error}"
    log.fails("the loop failed", error)
    assert log.lines == [f"the loop failed: stop, because {error}"]


def test_an_error_that_says_all_gets_no_traceback_and_a_line_a_minute(log: Log) -> None:
    each_second(log, 61, lambda: log.fails("the digest cannot work", SaysAll("the disk is full")))
    assert log.lines == [
        "the digest cannot work: the disk is full",
        "the digest cannot work (SaysAll: the disk is full); 59 more since the last line",
    ]


def test_what_happens_again_much_later_is_logged_as_a_whole_again(log: Log) -> None:
    log.fails("it failed", ValueError())
    log.now = 1000
    log.fails("it failed", ValueError())
    assert len([line for line in log.lines if "+ traceback" in line]) == 2


def test_lines_without_an_error_are_never_held_back(log: Log) -> None:
    for _ in range(3):
        record = logging.LogRecord("server.x", logging.INFO, "x.py", 1, "hello", None, None)
        assert log.repeats.filter(record)
