"""The retold rules of others say what their sources say."""

from __future__ import annotations

from typing import Any

import pytest

from tests.agents import CHROME, GMAIL_PROXY
from tests.verdicts.peers import PEERS, judged_by
from tests.verdicts.sight import Mail

SENT = "2026-11-03T09:12:00Z"
BOB = {"address": "81.2.69.7", "user_agent": CHROME}
GMAIL = {"address": "66.249.84.1", "user_agent": GMAIL_PROXY}
AZURE = {"address": "51.54.1.1", "user_agent": CHROME}
SCANNER = {"address": "40.94.1.1", "user_agent": f"{CHROME} Edge/12.246"}
ALL = set(PEERS)
WITHOUT_LINKS = {"open-mailtrack", "mailtracker (mbuckingham74)", "mailtrack (MDub3y)"}


def mail(*events: tuple[int, str, dict[str, Any]], **more: Any) -> Mail:
    """A mail with these events: seconds after sending, kind, and the client."""
    made = [
        {"at": f"2026-11-03T09:{12 + after // 60}:{after % 60:02}Z", "kind": kind, "url": f"/{number}"} | like
        for number, (after, kind, like) in enumerate(events)
    ]
    return {"sent_at": SENT, "events": made} | more


@pytest.mark.parametrize(
    ("told", "silent"),
    [
        (mail((120, "open", BOB)), set()),
        (mail((120, "click", BOB)), WITHOUT_LINKS),
        (mail((4, "open", BOB)), {"mailtracker (mbuckingham74)"}),
        (mail((2, "open", BOB)), {"mailtracker (mbuckingham74)", "mailtrack (MDub3y)"}),
        (
            mail((120, "open", GMAIL)),
            {
                *("mailtracker (mbuckingham74)", "personal-mailtrack"),
                *("Mautic 7", "Mautic 7 and a rule on bursts", "crawler-user-agents alone"),
            },
        ),
        (mail((30, "open", AZURE)), {"mailtracker (mbuckingham74)"}),
        (mail((50, "open", SCANNER)), {"mailtrack (MDub3y)"}),
        (
            mail((50, "click", BOB), (51, "click", BOB), (53, "click", BOB)),
            {*WITHOUT_LINKS, "Mautic 7 and a rule on bursts"},
        ),
        (mail((120, "open", BOB), about={"viewed": [{"at": "2026-11-03T09:13:50Z"}]}), {"open-mailtrack"}),
        (mail((120, "open", BOB | {"headers": {":method": "HEAD"}})), ALL),
    ],
)
def test_each_rule_counts_what_its_source_counts(told: Mail, silent: set[str]) -> None:
    assert {name for name, rule in PEERS.items() if not judged_by(rule, [told])[0]["opened"]} == silent
