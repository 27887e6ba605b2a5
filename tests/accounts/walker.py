"""A minimal browser that fills in only the forms that it finds on pages."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import urlsplit

from quart.typing import TestClientProtocol

from tests.world import World


@dataclass
class Form:
    """One form of a page: its target and its fields."""

    action: str
    values: dict[str, str] = field(default_factory=dict)


class _Forms(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Form] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if tag == "form":
            self.found.append(Form((given.get("action") or "").partition("#")[0]))
        sent = given.get("type") != "checkbox" or "checked" in given
        if tag == "input" and self.found and sent and given.get("name"):
            self.found[-1].values[given["name"] or ""] = given.get("value") or ""


@dataclass
class Page:
    """One response: its address, status and text."""

    status: int
    text: str
    place: str
    headers: Any

    @property
    def forms(self) -> dict[str, Form]:
        """Forms by action."""
        reader = _Forms()
        reader.feed(self.text)
        return {form.action: form for form in reader.found}


class Walker:
    """One browser. The server sees `address` as its IP address only if it trusts 127.0.0.1 as a proxy."""

    def __init__(self, world: World, user_agent: str = "", address: str = "") -> None:
        self.client: TestClientProtocol = world.app.test_client()
        origin = urlsplit(world.public_url)
        self.scheme, self.origin = origin.scheme, world.public_url
        self.headers = {"Host": origin.netloc, "User-Agent": user_agent}
        if address:
            self.headers["X-Forwarded-For"] = address

    async def get(self, path: str, **headers: str) -> Page:
        """Request a page, without the part of the path that follows `#`, as a browser does."""
        answer = await self.client.get(path.partition("#")[0], headers=self.headers | headers, **self._wire())
        return await _read(answer)

    async def follow(self, url: str) -> Page:
        """Go where another site sends us: the path and query of an absolute URL."""
        parts = urlsplit(url)
        return await self.get(f"{parts.path}?{parts.query}", **{"Sec-Fetch-Site": "cross-site"})

    async def submit(self, path: str, action: str, **fields: str) -> Page:
        """Fill in the form with that action on the page at `path`, and send it."""
        form = (await self.get(path)).forms[action]
        return await self.post(action, {**form.values, **fields})

    async def post(self, path: str, fields: dict[str, str], **headers: str) -> Page:
        """Send a form as a page of ours would."""
        ours = {"Sec-Fetch-Site": "same-origin", "Origin": self.origin}
        answer = await self.client.post(
            path, form=fields, headers=self.headers | ours | headers, **self._wire()
        )
        return await _read(answer)

    async def sign_in(self, email: str, password: str) -> Page:
        """Sign in with the form of the sign-in page."""
        return await self.submit("/login", "/login", email=email, password=password)

    async def is_signed_in(self) -> bool:
        """Whether pages that require a session are shown."""
        return (await self.get("/settings")).status == 200

    def _wire(self) -> dict[str, Any]:
        return {"scheme": self.scheme, "scope_base": {"client": ("127.0.0.1", 4711)}}


async def _read(answer: Any) -> Page:
    text = (await answer.get_data()).decode()
    return Page(answer.status_code, text, answer.headers.get("Location", ""), answer.headers)
