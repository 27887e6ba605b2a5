"""Runs the pipeline of a hit in one process: the edge over ASGI, a real spool, the digest, the database."""

from __future__ import annotations

import itertools
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from tortoise import Model

from server.events.models import Event
from server.events.storing.digest import Digest
from server.ingest.edge import Edge
from server.ingest.reported_links import ReportedLinks
from server.ingest.settings import IngestSettings
from server.ingest.spool_choice import AnySpool, opened
from server.lib import clock
from server.lib.hub import Hub
from server.lib.net.geoip import GeoLookup
from server.lib.net.resolver import DocumentationNames, Resolver, SystemResolver
from server.lib.settled import SettledClock
from server.marks.key_file import LiveRing
from server.marks.marks import Marks, marks_for
from server.messages.models import Link, Message
from tests.agents import FIREFOX, GMAIL_PROXY
from tests.world import World, settings_in

READER = "198.51.100.7"
GMAIL = "66.249.84.1"
BROWSER = {
    "Accept": "text/html,image/webp,*/*;q=0.8",
    "Accept-Language": "en",
    "Accept-Encoding": "gzip",
    "Sec-Fetch-Site": "cross-site",
}


@dataclass
class Pipeline:
    """Everything between a request and its event."""

    world: World
    edge: Edge
    spool: AnySpool
    digest: Digest

    def edge_with(
        self, resolver: Resolver | None = None, reported: ReportedLinks | None = None, **env: str
    ) -> Edge:
        """An edge with these settings in front of the same spool."""
        ring, settings = self.world.runtime[LiveRing].current, settings_in(self.world.data, **env)
        resolver = resolver or self.edge._resolver
        unix = self.world.runtime[SettledClock].unix
        return Edge(self.edge._inner, ring, self.spool, settings, resolver, unix, reported)

    def marks(self, message: Message) -> Marks:
        """The marks of this mail."""
        account = next(each for each in self.world.people.values() if each.id == message.account_id)
        return marks_for(
            message.id,
            self.world.ring,
            self.world.public_url,
            account.id,
            account.prefix,
            clock.unix(),
        )

    async def get(
        self, url: str, agent: str = FIREFOX, address: str = READER, method: str = "GET", **headers: str
    ) -> httpx.Response:
        """A client fetches `url`."""
        transport = httpx.ASGITransport(app=self.edge, client=(address, 1))
        async with httpx.AsyncClient(transport=transport) as client:
            sent = (
                BROWSER
                | {"User-Agent": agent}
                | {name.replace("_", "-"): value for name, value in headers.items()}
            )
            return await client.request(method, url, headers=sent)

    async def opens_in_gmail(self, message: Message) -> httpx.Response:
        """The recipient views the mail in Gmail."""
        return await self.get(self.marks(message).pixel_url, GMAIL_PROXY, GMAIL)

    async def clicks(self, message: Message, url: str, **options: Any) -> httpx.Response:
        """The recipient follows a link of the mail in a browser."""
        return await self.get(self.marks(message).tracked(url), **options)

    async def events(self) -> list[Event]:
        """All events, oldest first, after all answered hits have been digested."""
        await self.spool.forget(0)  # waits for everything that was submitted before
        while await self.digest.once():
            pass
        return await Event.all().order_by("at", "id")


async def _nothing_behind(scope: Any, receive: Any, send: Any) -> None:
    await send({"type": "http.response.start", "status": 404, "headers": []})
    await send({"type": "http.response.body", "body": b"behind"})


@asynccontextmanager
async def opened_pipeline(world: World) -> AsyncIterator[Pipeline]:
    """Open the pipeline of a hit in this world."""
    held = world.runtime
    resolver = DocumentationNames(SystemResolver(lookup=lambda host: []))
    async with opened(held[IngestSettings]) as spool:
        ring, unix = held[LiveRing].current, held[SettledClock].unix
        edge = Edge(_nothing_behind, ring, spool, held.settings, resolver, unix)
        yield Pipeline(world, edge, spool, Digest(held[Hub], spool, GeoLookup(None)))


@pytest.fixture
async def pipeline(world: World) -> AsyncIterator[Pipeline]:
    async with opened_pipeline(world) as made:
        yield made


@pytest.fixture
def at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A clock that advances by a millisecond at each look, so that consecutive actions are close together.

    This does not depend on the speed of the machine.
    """
    began, looks = clock.unix(), itertools.count()
    monkeypatch.setattr(clock, "unix", lambda: began + next(looks) / 1000)
    monkeypatch.setattr(clock, "now", lambda: clock.from_unix(clock.unix()))


@pytest.fixture
def one_minute(monkeypatch: pytest.MonkeyPatch) -> None:
    """All requests of the test fall into one minute, in order, because rates restart with each minute."""
    began, looks = clock.unix() // 60 * 60, itertools.count()
    monkeypatch.setattr(clock, "unix", lambda: began + next(looks) / 1000)


async def fresh(message: Message) -> Message:
    """The message as it is in the database now."""
    return await Message.get(id=message.id)


def columns(row: Model) -> dict[str, Any]:
    """All columns of a row, by their names."""
    return {name: getattr(row, name) for name in row._meta.db_fields}


async def fresh_link(message: Message, number: int) -> Link:
    """A link of the message as it is in the database now."""
    return await Link.get(message_id=message.id, number=number)
