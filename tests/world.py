"""The people and the server in the tests: Alice (owner), Bob (her teammate), Charlie (an outsider).

The real application runs in-process on a real SQLite file; tests call its ASGI interface.
Tests that need a real process use tests/serving.py.
"""

from __future__ import annotations

import os
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from quart.testing import QuartClient

from server import reactions
from server.accounts.models import Account, Session
from server.app import create_app
from server.lib import clock, outbox
from server.lib.database import connection
from server.lib.hub import Hub
from server.lib.keys.secret import lookup, new_secret
from server.lib.keys.signing import KeyRing, SessionKey
from server.lib.runtime import Runtime
from server.lib.settings import ServerSettings, Settings
from server.lib.settled import SettledClock
from server.marks.key_file import LiveRing
from server.messages.image_blocking import domain_of
from server.messages.models import GmailMessage, Link, Message, Recipient
from server.settings import load
from server.startup import start
from server.tables import MODELS
from tests import made_once

ORIGIN = "http://127.0.0.1:8000"
OF_GMAIL = {"draft_id", "gmail_id", "thread_id", "verified_at", "report", "differences", "proof"}


@dataclass
class World:
    """One server and its people."""

    runtime: Runtime
    app: Any
    people: dict[str, Account] = field(default_factory=dict)

    @property
    def data(self) -> Path:
        return self.runtime[ServerSettings].data

    @property
    def public_url(self) -> str:
        return self.runtime[ServerSettings].public_url

    @property
    def ring(self) -> KeyRing:
        return self.runtime[LiveRing].current()

    @property
    def hub(self) -> Hub:
        return self.runtime[Hub]

    @property
    def alice(self) -> Account:
        return self.people["alice"]

    @property
    def bob(self) -> Account:
        return self.people["bob"]

    @property
    def charlie(self) -> Account:
        return self.people["charlie"]

    async def joins(self, name: str, role: str = "member", **values: Any) -> Account:
        """A person gets an account."""
        self.people[name] = await Account.create(
            **{
                "email": f"{name}@sandbox.example",
                "name": name.capitalize(),
                "role": role,
                "prefix": f"{name:x<8}"[:8],
                "created_at": clock.now(),
                **values,
            }
        )
        return self.people[name]

    def visitor(self) -> Visitor:
        """A browser in which nobody is signed in."""
        return Visitor(self.app.test_client(), self.runtime)

    async def browser_of(self, account: Account) -> Visitor:
        """A browser in which `account` is signed in."""
        token, now = new_secret(), clock.now()
        await Session.create(
            account=account,
            token_lookup=lookup(token),
            created_at=now,
            last_seen_at=now,
            expires_at=now + timedelta(days=1),
        )
        visitor = self.visitor()
        visitor.become(token, self.app)
        return visitor

    async def sends(self, account: Account, to: str = "bob@sandbox.example", **values: Any) -> Message:
        """`account` has sent one tracked mail (as after a report). `values`: of Message or GmailMessage."""
        now = values.pop("sent_at", clock.now() - timedelta(minutes=5))
        links = values.pop("links", ())
        subject = values.get("subject", "Lunch on Friday?")
        of_gmail = {name: values.pop(name) for name in OF_GMAIL & values.keys()}
        message = await Message.create(
            **{
                "id": uuid4(),
                "account": account,
                "source": "gmail",
                "state": "sent",
                "subject": subject,
                "from_address": account.email,
                "sent_at": now,
                "listed_at": now,
                "reported_at": now,
                "updated_at": now,
                "search_text": f"{subject} {to}".lower(),
                **values,
            }
        )
        await GmailMessage.create(message=message, **of_gmail)
        for number, address in enumerate(to.split(","), 1):
            name = address.split("@")[0].strip().capitalize()
            await Recipient.create(
                message=message,
                number=number,
                kind="to",
                address=address.strip(),
                name=name,
                domain=domain_of(address.strip()),
            )
        for number, url in enumerate(links, 1):
            await Link.create(
                message=message, number=number, url=url, url_hash=lookup(url), text=f"link {number}"
            )
        return message


@dataclass
class StillClock:
    """A clock that stands still, so that events stay within a second even on a busy machine."""

    at: datetime
    passed: float = 0.0

    def now(self) -> datetime:
        """Stand in for `clock.now`."""
        return self.at

    def unix(self) -> float:
        """Stand in for `clock.unix`."""
        return self.at.timestamp()

    def passes(self, seconds: float) -> None:
        """Let time pass."""
        self.at += timedelta(seconds=seconds)
        self.passed += seconds

    def is_set(self, at: datetime) -> None:
        """Somebody sets the clock, forward or back, while no time passes."""
        self.at = at

    def elapsed(self) -> float:
        """Stand in for `clock.elapsed`."""
        return self.passed


def hold_still(monkeypatch: pytest.MonkeyPatch) -> StillClock:
    """Stop the clock; from now on, time passes only when the test calls `passes`."""
    still = StillClock(clock.now())
    monkeypatch.setattr(clock, "now", still.now)
    monkeypatch.setattr(clock, "unix", still.unix)
    monkeypatch.setattr(clock, "elapsed", still.elapsed)
    return still


class Visitor:
    """A browser: sends Origin, Sec-Fetch-Site and cookies as browsers do, and reads the CSRF token."""

    def __init__(self, client: QuartClient, runtime: Runtime) -> None:
        self.client = client
        self.runtime = runtime
        self.token: str | None = None

    def become(self, token: str, app: Any) -> None:
        """Use the session of `token`."""
        self.token = token
        auth = app.extensions["QUART_AUTH"][0]
        self.client.set_cookie("127.0.0.1", auth.cookie_name, auth.dump_token(token, app))

    async def get(self, path: str, **options: Any) -> Any:
        return await self.client.get(path, headers=self._headers(options), **options)

    async def post(self, path: str, form: dict[str, str] | None = None, **options: Any) -> Any:
        """Submit a form from one of our own pages."""
        headers = {**self._headers(options), "Sec-Fetch-Site": "same-origin", "Origin": ORIGIN}
        headers.setdefault("X-CSRF-Token", await self.csrf())
        return await self.client.post(path, form=form or {}, headers=headers, **options)

    async def csrf(self) -> str:
        """The CSRF token that a page of the server would contain."""
        from server.lib.web import csrf

        if self.token:
            return csrf.token(self.runtime[SessionKey], f"session:{lookup(self.token)}")
        await self.client.get("/login", headers=self._headers({}))
        cookies = {cookie.name: cookie.value for cookie in self.client.cookie_jar or ()}
        return csrf.token(self.runtime[SessionKey], f"visitor:{cookies.get('sightline-visitor', '')}")

    def _headers(self, options: dict[str, Any]) -> dict[str, str]:
        return {"Host": "127.0.0.1:8000", **options.pop("headers", {})}


def settings_in(folder: Path, **env: str) -> Settings:
    """The settings of a server that keeps its data in `folder`; `env` sets the rest."""
    database = {"DATABASE_URL": os.environ.get("TEST_DATABASE_URL", "")}
    return load({"SIGHTLINE_DATA": str(folder), **database, **env})


@asynccontextmanager
async def opened_world(folder: Path, **env: str) -> AsyncIterator[World]:
    """Open a fresh server with its tables, and with accounts for Alice, Bob and Charlie."""
    runtime = start(settings_in(folder, **env))
    outbox.install(reactions.TABLE, reactions.ENDS, reactions.PATIENCE)
    url = runtime[ServerSettings].database_url
    copied = made_once.copy_tables(url)
    async with connection.connected(url, MODELS):
        if not copied:
            await made_once.make_tables(url, folder)
        made = World(runtime, create_app(runtime))
        made.app.jinja_env.bytecode_cache = made_once.TEMPLATES
        await runtime[SettledClock].look()  # as a new server does
        for name in ("alice", "bob", "charlie"):
            await made.joins(name, "owner" if name == "alice" else "member")
        yield made
