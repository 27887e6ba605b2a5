"""A browser with the extension, as the server sees it: it pairs through the real pages and speaks JSON."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

from server.accounts.models import Account
from tests.world import Visitor, World

API = "/api/extension"
_TYPE = "urn:sightline:problem:"


@dataclass
class Extension:
    """One installed extension; `token` once it is paired, `language` as its requests ask for it."""

    world: World
    token: str = ""
    address: str = "127.0.0.1"
    language: str = ""

    async def get(self, path: str) -> Any:
        return await self._ask("GET", path)

    async def post(self, path: str, body: Any) -> Any:
        return await self._ask("POST", path, json=body)

    async def put(self, path: str, body: Any = None) -> Any:
        return await self._ask("PUT", path, **({} if body is None else {"json": body}))

    async def delete(self, path: str) -> Any:
        return await self._ask("DELETE", path)

    async def leases(self, count: int = 1) -> list[dict[str, Any]]:
        """Request this number of leases, and return them."""
        answer = await self.post("/leases", {"count": count})
        assert answer.status_code == 200, await answer.get_data(as_text=True)
        leases: list[dict[str, Any]] = (await answer.get_json())["leases"]
        return leases

    async def reports(self, *reports: dict[str, Any]) -> list[str]:
        """Send reports, and return the status of each."""
        answer = await self.post("/reports", {"reports": reports})
        assert answer.status_code == 200, await answer.get_data(as_text=True)
        return [result["status"] for result in (await answer.get_json())["results"]]

    async def _ask(self, method: str, path: str, **options: Any) -> Any:
        headers = {"Host": "127.0.0.1:8000"}
        if self.token:
            headers["Authorization"] = f"Bearer {self.token}"
        if self.language:
            headers["Accept-Language"] = self.language
        client = self.world.app.test_client()
        return await client.open(
            f"{API}{path}",
            method=method,
            headers=headers,
            scope_base={"client": (self.address, 50000)},
            **options,
        )


async def problem(answer: Any) -> str:
    """The code of the problem in a response; "" if the problem has only a status."""
    body = await answer.get_json()
    assert answer.headers["Content-Type"] == "application/problem+json"
    assert answer.headers["Cache-Control"] == "no-store"
    assert (body["status"], bool(body["title"]), bool(body["detail"])) == (answer.status_code, True, True)
    return code_of(body)


def code_of(body: dict[str, Any]) -> str:
    """The code of the problem in this body; "" if the problem has only a status."""
    return "" if body["type"] == "about:blank" else str(body["type"]).removeprefix(_TYPE)


async def begin(world: World, browser: str = "Chromium on Linux", address: str = "127.0.0.1") -> Any:
    """A browser asks to be paired."""
    answer = await Extension(world, address=address).post("/pairings", {"browser": browser})
    assert answer.status_code == 201, await answer.get_data(as_text=True)
    return await answer.get_json()


async def poll(world: World, begun: dict[str, Any]) -> tuple[int, dict[str, Any]]:
    """The browser asks whether it is paired."""
    answer = await Extension(world).post("/pairings/token", {"device_code": begun["device_code"]})
    return answer.status_code, await answer.get_json()


async def pair(world: World, person: Account, browser: str = "Chromium on Linux") -> Extension:
    """Pair a browser with `person`: its request, the page, the button, the token."""
    begun = await begin(world, browser)
    visitor = await world.browser_of(person)
    assert browser in await types_code(visitor, begun["user_code"])
    await visitor.post(f"/pairings/{begun['user_code']}/permission")
    status, answer = await poll(world, begun)
    assert status == 200, answer
    return Extension(world, answer["token"])


async def types_code(visitor: Visitor, code: str, status: int = 200) -> str:
    """The person types the code that the extension shows. Returns the page that follows."""
    page = await visitor.post("/pair", {"code": code})
    text: str = await page.get_data(as_text=True)
    assert page.status_code == status, text
    return text


def path_of(url: str) -> str:
    """The path and query of a URL of this server."""
    parts = urlsplit(url)
    return f"{parts.path}?{parts.query}" if parts.query else parts.path


def report_of(lease: dict[str, Any], /, **changes: Any) -> dict[str, Any]:
    """The extension's report of a mail to Bob with two links, sent now."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "lease": lease["id"],
        "pixel_token": lease["pixel_token"],
        "state": "sent",
        "draft_id": "msg-a:r-1",
        "gmail_message_id": None,
        "gmail_thread_id": None,
        "rfc822_message_id": None,
        "subject": "Lunch on Friday?",
        "from": {"address": "alice@sandbox.example", "name": "Alice Arnold"},
        "to": [{"address": "bob@sandbox.example", "name": "Bob Bauer"}],
        "cc": [],
        "bcc": [],
        "links": [
            {"url": "https://example.com/menu?a=1&b=2#top", "text": "the menu"},
            {"url": "https://example.org/", "text": "how to get there"},
        ],
        "sent_at": now,
        "observed_at": now,
        **changes,
    }
