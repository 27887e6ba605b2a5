"""The people in the pictures: Alice uses Sightline, Nora has just joined, and Paul has problems to solve."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import uuid4

from playwright._impl._api_structures import SetCookieParam
from quart import Quart

from server.accounts.models import Account, DailyUsage, PairedBrowser, Pairing, Session
from server.alerts.models import Alert
from server.extension import browsers
from server.failures.codes import FailureCode
from server.google.models import GmailGrant
from server.lib import clock
from server.lib.failure import Failure, pack
from server.lib.keys.secret import lookup, new_secret
from server.messages.models import Message

Cookie = SetCookieParam  # Playwright exports no name for it
ZONE = "Europe/Berlin"
_REFUSED = Failure(
    FailureCode.SMTP_ANSWERED,
    {"server": "mail.petersen.example", "code": 535, "text": "5.7.8 Username and password not accepted."},
)
_JOINED_AGO = {"nora": timedelta(hours=1)}  # so she has to sign in again to set a password
_AGENT = "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0"
_IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X)"
_PHONE = f"{_IPHONE} AppleWebKit/605.1.15 Version/18.5 Mobile/15E148 Safari/604.1"


async def join() -> dict[str, Account]:
    """Create the accounts, Alice's browsers and Paul's problems. Returns name -> account."""
    people = {name: await _person(name) for name in ("alice", "nora", "paul")}
    await _browsers(people["alice"])
    await _trouble(people["paul"])
    await _at_limits(people["paul"])
    return people


async def cookie(app: Quart, account: Account, url: str) -> Cookie:
    """Start a session for the account. Returns its cookie."""
    token = await _session(account, "127.0.0.1", _AGENT, began=account.created_at)
    auth = app.extensions["QUART_AUTH"][0]
    return {"name": auth.cookie_name, "value": auth.dump_token(token, app), "url": url}


async def _person(name: str) -> Account:
    last = {"alice": "Arnold", "nora": "Newman", "paul": "Petersen"}[name]
    return await Account.create(
        email=f"{name}@{last.lower()}.example", name=f"{name.capitalize()} {last}", role="owner",
        prefix=f"{name:x<8}", time_zone=ZONE, created_at=clock.now() - _JOINED_AGO.get(name, timedelta()),
    )  # fmt: skip


async def _session(account: Account, address: str, agent: str, began: datetime | None = None) -> str:
    token, now = new_secret(), clock.now()
    await Session.create(
        account=account, token_lookup=lookup(token), created_at=began or now, last_seen_at=now,
        expires_at=now + timedelta(days=1), address=address, user_agent=agent,
    )  # fmt: skip
    return token


async def _browsers(account: Account) -> None:
    now = clock.now()
    for code, address in {"BCDF-GHJK": "127.0.0.1", "STRN-GRXX": "198.51.100.23"}.items():
        await Pairing.create(
            device_lookup=lookup(code), user_code=code, browser="Chromium on Linux", created_at=now,
            expires_at=now + timedelta(minutes=10), address=address,
        )  # fmt: skip
    await PairedBrowser.create(
        account=account, token_lookup=lookup("paired"), browser="Firefox on Windows", created_at=now,
        last_seen_at=now - timedelta(minutes=3), address="80.187.96.4",
    )  # fmt: skip
    await _session(account, "80.187.96.4", _PHONE)


async def _trouble(account: Account) -> None:
    now = clock.now()
    await GmailGrant.create(
        account=account, email=account.email, google_sub="1", scopes=[], connected_at=now,
        disconnected_at=now,
        failure=pack([Failure(FailureCode.GRANT_ENDED)]),
    )  # fmt: skip
    message = Message(
        id=uuid4(), account_id=account.id, source="gmail", state="sent", subject="Offer 2026-114", opens=1,
        raw_opens=1, first_open_at=now, last_open_at=now, last_activity_at=now, certainty="person",
        sent_at=now, listed_at=now, updated_at=now,
    )  # fmt: skip
    await message.save(force_create=True)
    await Alert.create(
        account=account, message=message, kind="first_open", event_id=uuid4(), channel="smtp",
        rfc822_message_id="<demo@petersen.example>", created_at=now, failed_at=now,
        error=pack([_REFUSED]),
    )  # fmt: skip


async def _at_limits(account: Account) -> None:
    """The account has as many messages today, and as many browsers, as a person may have."""
    now = clock.now()
    await DailyUsage.create(account=account, day=now.date(), messages=2000)
    for number in range(browsers.MOST):
        await PairedBrowser.create(
            account=account, token_lookup=lookup(f"paired {number}"), browser="Firefox on Windows",
            created_at=now, last_seen_at=now, address="80.187.96.4",
        )  # fmt: skip
