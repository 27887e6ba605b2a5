"""Takes pictures of what the pages say about Gmail: `python docs/screenshots/gmail_states.py FOLDER [WORD…]`.

For each state of a grant: its part of the settings, and the notices above the list, in all sizes of make.py.
"""

from __future__ import annotations

import asyncio
import sys
from collections.abc import Mapping, Sequence
from datetime import timedelta
from pathlib import Path
from typing import Any

import demo_people
import make
from playwright.async_api import async_playwright

from server import reactions
from server.accounts.models import Account
from server.accounts.people import MEMBER
from server.failures.codes import FailureCode
from server.google.consent import oauth
from server.google.models import GmailGrant
from server.lib import clock, outbox
from server.lib.failure import Failure, pack

WEEK = timedelta(days=7)
API = "https://console.developers.google.com/apis/api/gmail.googleapis.com/overview?project=314159265358"


def states() -> Mapping[str, tuple[str, dict[str, Any]]]:
    """Return by name: who has the grant, and the columns that differ from those of one that works."""
    now = clock.now()
    ended = {"disconnected_at": now, "failure": pack([Failure(FailureCode.GRANT_ENDED)])}
    link = {"link": "https://support.google.com/a/answer/9368756"}
    session = pack([Failure(FailureCode.SESSION_CONTROL, link)])
    refused = {
        "refused_since": now - timedelta(hours=3),
        "refusals": 6,
        "probe_at": now + timedelta(minutes=12),
    }
    soon = now + timedelta(hours=40)
    return {
        "works": ("alice", {"access_ends_at": now + timedelta(days=5)}),
        "limit": ("alice", {"may_send_at": now + timedelta(hours=20)}),
        "ends-soon": ("alice", {"access_ends_at": soon, "connected_at": soon - WEEK}),
        "ends-soon-member": ("paul", {"access_ends_at": soon, "connected_at": soon - WEEK}),
        "owner": ("alice", {**refused, "refusal": pack([Failure(FailureCode.API_DISABLED, {"link": API})])}),
        "member": ("paul", {**refused, "refusal": pack([Failure(FailureCode.CLIENT_DELETED, {})])}),
        "admin": ("alice", {**refused, "refusal": pack([Failure(FailureCode.DOMAIN_POLICY, {})])}),
        "person": ("alice", {**refused, "refusal": pack([Failure(FailureCode.NO_GMAIL, {})])}),
        "key": ("alice", {**refused, "refusal": pack([Failure(FailureCode.KEY_MISSING, {})])}),
        "doubted": ("alice", {**refused, "refusal": pack([Failure(FailureCode.GRANT_REFUSED, {})])}),
        "seems-ended": ("alice", {**ended, "second_look_at": now + timedelta(minutes=50)}),
        "ended": ("alice", ended),
        "testing": ("alice", {**ended, "connected_at": now - WEEK}),
        "testing-member": ("paul", {**ended, "connected_at": now - WEEK}),
        "session-control": ("alice", {**ended, "failure": session}),
    }


async def main(folder: Path, words: Sequence[str]) -> None:
    """Take the pictures."""
    outbox.install(reactions.TABLE, reactions.ENDS, reactions.PATIENCE)
    async with (
        make.demo(make.GOOGLE) as (app, people, _),
        make.served(app) as url,
        async_playwright() as player,
    ):
        cookies = {name: await demo_people.cookie(app, person, url) for name, person in people.items()}
        await Account.filter(name=people["paul"].name).update(role=MEMBER)
        browser = await player.chromium.launch(executable_path=make.CHROMIUM, args=["--no-sandbox"])
        for name, (who, values) in states().items():
            if words and not any(word in name for word in words):
                continue
            await _has(people[who], values)
            for width in make.SIZES:
                for scheme in make.SCHEMES:
                    async with make.page_of(browser, width, scheme, cookies[who]) as page:
                        for path, part in {"/settings": "#gmail", "/": "#problems"}.items():
                            await page.goto(url + path)
                            where = page.locator(part)
                            if await where.is_visible():
                                kind = part.removeprefix("#")
                                await where.screenshot(path=folder / f"{name}-{kind}-{width}-{scheme}.png")
        await browser.close()


async def _has(account: Account, values: dict[str, Any]) -> None:
    scopes = [oauth.METADATA, oauth.SEND]
    fresh = {"connected_at": clock.now() - timedelta(days=40), "sealed_refresh_token": b"x", "scopes": scopes}
    await GmailGrant.all().delete()
    await GmailGrant.create(account=account, email=account.email, google_sub="1", **{**fresh, **values})


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    asyncio.run(main(target, sys.argv[2:]))
