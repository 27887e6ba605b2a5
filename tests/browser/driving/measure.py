"""Measures the extension's cost in a Gmail page with a hundred rows and five compose windows.

The browser's trace says how long the main thread worked for each script. Times are from the thread's own
clock, which does not run while other programs have the processor.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.async_api import Page, expect

from tests.browser.driving.reading_actions import (
    KEEP_REQUESTS,
    asked,
    folder,
    marked,
    tracked_mail,
    worker_of,
)
from tests.browser.driving.stage import Stage
from tests.sandbox.browser import GMAIL, WINDOW, GmailUser

CATEGORIES = "devtools.timeline,v8,toplevel,disabled-by-default-devtools.timeline"
RENDERS = 7
ROWS = 100
WINDOWS = 5
QUIET_S = 4
# After a send the extension waits 20 s for Gmail's answer; that timer does not count as idle work.
SETTLED_S = 22
KEEP_MOMENTS = """
  const whole = JSON.stringify;
  window.madeAt = 0;
  JSON.stringify = (...given) => {
    const text = whole(...given);
    if (/"\\^pfg"/.test(text ?? "")) window.madeAt = performance.now();
    return text;
  };
"""
HELD_UP = """() => {
  const sends = performance.getEntriesByType("resource").filter(({ name }) => name.includes("/i/s?"));
  const began = sends.find(({ startTime }) => startTime >= window.madeAt);
  return began === undefined ? null : began.startTime - window.madeAt;
}"""
RUNS = {"EvaluateScript", "v8.compile", "v8.produceCache", "FunctionCall"}

Event = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Figures:
    """Milliseconds on the page's main thread; `list_render` is for fifty rows.

    `idle` counts our scripts' runs and the worker's requests and timers while nobody did anything.
    """

    start: float
    list_render: float
    send: float
    longest_task: float
    idle: int


BUDGET = Figures(start=30, list_render=2, send=5, longest_task=50, idle=0)


async def measure(on: Stage) -> Figures:
    """Measure with Alice's browser, which has to be paired.

    Her Sent folder gets a hundred mails and two tracked ones.
    """
    await on.sandbox.post("/sandbox/fill", json={"person": "alice", "label": "SENT", "count": 100})
    alice = GmailUser(await on.alice.new_page())
    for window in on.alice.pages:  # the settings poll for news while they are open
        if window.url.startswith("chrome-extension:"):
            await window.close()
    await alice.page.add_init_script(KEEP_MOMENTS)
    alice.page.set_default_timeout(60_000)
    tasks: list[list[Event]] = []
    start = await _start(on, alice, tasks)
    for subject in ("One", "Two"):
        await tracked_mail(on, alice, subject)
    for number in range(WINDOWS):
        await alice.compose("bob@sandbox.example", f"Window {number}", "Dear Bob")
    await folder(alice, "sent")
    await marked(alice.page, "Two", "sent")
    renders = [await _render(on, alice.page, tasks) for _ in range(RENDERS)]
    idle = await _idle(on, alice.page)
    send = [await _send(alice, tasks) for _ in range(WINDOWS)]
    await alice.page.close()
    longest = max((_longest(events, on.extension) for events in tasks), default=0.0)
    return Figures(start, median(renders) * 50 / ROWS, max(send), longest, idle)


async def _start(on: Stage, alice: GmailUser, tasks: list[list[Event]]) -> float:
    """Start both content scripts: read, compiled and run once, until the page is ready."""
    async with _trace(alice.page) as events:
        await alice.page.goto(f"{GMAIL}?as=alice#sent")
        await expect(alice.page.locator("tr.zA")).to_have_count(ROWS, timeout=60_000)
    tasks.append(events)
    scripts = [event for event in events if event["name"] in RUNS - {"FunctionCall"}]
    return _spent(_own(scripts, on.extension))


async def _render(on: Stage, page: Page, tasks: list[list[Event]]) -> float:
    """Gmail rebuilds all its rows, and the extension restores its status icons."""
    async with _trace(page) as events:
        await page.get_by_role("button", name="Refresh").click()
        await expect(page.locator("tr.zA")).to_have_count(ROWS, timeout=60_000)
        await marked(page, "Two", "sent")
        await asyncio.sleep(0.5)
    tasks.append(events)
    return _spent(_own(events, on.extension))


async def _send(alice: GmailUser, tasks: list[list[Event]]) -> float:
    """The time from Gmail's request until the browser begins to send it."""
    async with _trace(alice.page) as events:
        await alice.send(alice.page.locator(WINDOW).last)
        took = await alice.page.wait_for_function(HELD_UP)
    tasks.append(events)
    return float(await took.json_value())


async def _idle(on: Stage, page: Page) -> int:
    """Runs of our scripts in the page, and requests and timers of the worker, while nobody does anything."""
    worker = await worker_of(on.alice)
    await worker.evaluate("() => chrome.alarms.clearAll()")
    await expect(page.locator(WINDOW).locator(".oG")).to_have_text(["Draft saved"] * WINDOWS)
    await asyncio.sleep(SETTLED_S)
    await worker.evaluate(KEEP_REQUESTS)
    await worker.evaluate(
        """() => {
          const { setTimeout, setInterval } = self;
          self.setTimeout = (...given) => (self.asked.push("timer"), setTimeout(...given));
          self.setInterval = (...given) => (self.asked.push("timer"), setInterval(...given));
        }"""
    )
    async with _trace(page) as events:
        await asyncio.sleep(QUIET_S)
    return len(_own(events, on.extension)) + await asked(on.alice, "")


@asynccontextmanager
async def _trace(page: Page) -> AsyncIterator[list[Event]]:
    """The trace of what happens inside the block; complete when the block ends."""
    session = await page.context.new_cdp_session(page)
    events: list[Event] = []
    complete = asyncio.Event()
    session.on("Tracing.dataCollected", lambda data: events.extend(data["value"]))
    session.on("Tracing.tracingComplete", lambda _: complete.set())
    await session.send("Tracing.start", {"categories": CATEGORIES, "transferMode": "ReportEvents"})
    try:
        yield events
    finally:
        await session.send("Tracing.end")
        await asyncio.wait_for(complete.wait(), 60)
        await session.detach()


def _own(events: Iterable[Event], extension: str) -> list[Event]:
    """Runs of our scripts that are not inside another such run."""
    own = [event for event in events if event["name"] in RUNS and _is_ours(event, extension)]
    own.sort(key=lambda event: (event["pid"], event["tid"], event["ts"], -event.get("dur", 0)))
    outer: list[Event] = []
    for event in own:
        if not outer or not _within(event, outer[-1]):
            outer.append(event)
    return outer


def _is_ours(event: Event, extension: str) -> bool:
    data = event.get("args", {}).get("data", {}) or {}
    return str(data.get("url", "")).startswith(f"chrome-extension://{extension}/")


def _within(event: Event, outer: Event) -> bool:
    same = (event["pid"], event["tid"]) == (outer["pid"], outer["tid"])
    return same and event["ts"] + event.get("dur", 0) <= outer["ts"] + outer.get("dur", 0)


def _spent(events: Iterable[Event]) -> float:
    """Milliseconds on the thread's own clock."""
    return sum(float(event["tdur"] if "tdur" in event else event.get("dur", 0)) for event in events) / 1000


def _longest(events: list[Event], extension: str) -> float:
    """The longest time that our scripts took within one task of the page."""
    own = _own(events, extension)
    tasks = [event for event in events if event["name"] in ("RunTask", "ThreadControllerImpl::RunTask")]
    return max((_spent(each for each in own if _within(each, task)) for task in tasks), default=0.0)
