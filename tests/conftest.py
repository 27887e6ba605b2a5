"""Fixtures that every test may use."""

from __future__ import annotations

import os
from collections.abc import AsyncIterator, Generator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, settings
from playwright.async_api import expect
from tortoise import context
from tortoise.backends.base.client import BaseDBAsyncClient

from tests import parts
from tests.faults import table
from tests.world import World, opened_world

# Tests wait for what a page shows as long as a busy machine may need, so that a failure means that it
# never came, not that it came late.
expect.set_options(timeout=30_000)
# The time of an example depends on the machine. Hypothesis has its own profile for this in CI.
settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
if "CI" not in os.environ:
    settings.load_profile("patient")


def pytest_configure() -> None:
    """Refuse a value of WITHOUT that names an unknown part."""
    try:
        parts.left_out()
    except ValueError as error:
        raise pytest.UsageError(str(error)) from error


@pytest.hookimpl(optionalhook=True)
def pytest_testnodedown(node: Any) -> None:
    """Collect the rows that tests recorded in another process of this run."""
    table.collect(getattr(node, "workeroutput", {}).get("table"))


def pytest_sessionfinish(session: pytest.Session) -> None:
    """Hand the rows over to the process that prints them, if this is another one."""
    if hasattr(session.config, "workeroutput"):
        session.config.workeroutput["table"] = table.collected()


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the table of faults and attacks, with the counts and results that their tests recorded."""
    if table.ROWS or table.TRIES:
        terminalreporter.section("faults and attacks")
        for line in table.lines():
            terminalreporter.write_line(line)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Report a skipped test as failed, unless WITHOUT names the part that the test needs."""
    report = yield
    if report.skipped and not hasattr(report, "wasxfail") and parts.BY_REQUEST not in str(report.longrepr):
        report.outcome = "failed"
        report.longrepr = f"skipped, though WITHOUT does not name it: {report.longrepr}"
    return report


@pytest.fixture(autouse=True)
def no_database_of_an_ended_test() -> None:
    """Forget a database that a test cut short by its timeout left open: others must not fail for it."""
    left = context.get_current_context()
    if left and any(_is_of_an_ended_loop(each) for each in left.connections._get_storage().values()):
        context._current_context.set(None)
        context._global_context = None


def _is_of_an_ended_loop(client: BaseDBAsyncClient) -> bool:
    loop = client._bound_loop
    return loop is not None and loop.is_closed()


@pytest.fixture
async def world(tmp_path: Path) -> AsyncIterator[World]:
    """A fresh server with Alice, Bob and Charlie."""
    async with opened_world(tmp_path) as made:
        yield made
