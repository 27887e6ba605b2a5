"""Single hits with the expected rule, kind, score and evidence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Any

from server.messages.kinds import EventKind
from server.verdicts.context import Context
from tests import agents
from tests.pipeline import BROWSER, GMAIL
from tests.verdicts.test_classify import HIT

HEADERS = {name.lower(): value for name, value in BROWSER.items()}
PICTURE = HEADERS | {"accept": "image/webp,*/*;q=0.8", "sec-fetch-dest": "image", "sec-fetch-mode": "no-cors"}
PAGE = HEADERS | {"sec-fetch-dest": "document", "sec-fetch-mode": "navigate"}
OPEN = replace(HIT, headers=PICTURE)
CLICK = replace(OPEN, kind=EventKind.CLICK, url="https://example.com/", headers=PAGE)
GMAIL_OPEN = replace(OPEN, user_agent=agents.GMAIL_PROXY, address=GMAIL)
YAHOO_OPEN = replace(OPEN, user_agent=agents.YAHOO_PROXY)
APPLE_OPEN = replace(OPEN, user_agent=agents.APPLE)
LONG_AGENT = "curl/8.5.0 " + "x" * 200
MICROSECOND = timedelta(microseconds=1)


def after(seconds: float, **known: Any) -> Context:
    """The context of a hit that long after the mail was sent."""
    return Context(sent_at=HIT.moment - timedelta(seconds=seconds), **known)


@dataclass(frozen=True)
class Case:
    """An action by Bob or a machine, and its verdict. `because`: the evidence as it is stored."""

    what: str
    hit: Any
    context: Context
    rule: str
    kind: str
    score: int
    because: list[Any] = field(default_factory=list)
    unsettled: bool = False
