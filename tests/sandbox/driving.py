"""Starts the sandbox and navigates its pages; other tests may import it."""

import json
import re
import ssl
import subprocess
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast
from urllib.parse import parse_qs, urlsplit

import httpx
from google_auth_oauthlib.flow import Flow
from googleapiclient.discovery import build_from_document  # type: ignore[attr-defined] # missing in its stubs
from googleapiclient.discovery_cache import get_static_doc

from tests.waiting import TIMEOUT_S

CLIENT = {"client_id": "sandbox-client.apps.googleusercontent.com", "client_secret": "sandbox-secret"}
API = "https://www.googleapis.com/auth/"
CALLBACK = "http://127.0.0.1:1/callback"
CERTIFICATES = ssl.create_default_context()  # loading them takes longer than most requests


@dataclass(frozen=True, slots=True)
class RunningSandbox:
    """A sandbox process: its plain HTTP origin, its TLS port, its process id."""

    url: str
    tls_port: int
    pid: int

    @property
    def chromium_args(self) -> list[str]:
        """The arguments that let Chromium find mail.google.com and the image proxy here."""
        here = f"127.0.0.1:{self.tls_port}"
        rules = f"MAP mail.google.com {here}, MAP *.googleusercontent.com {here}"
        return [f"--host-resolver-rules={rules}", "--ignore-certificate-errors"]

    def _client(self) -> httpx.AsyncClient:
        return httpx.AsyncClient(base_url=self.url, timeout=TIMEOUT_S, verify=CERTIFICATES)

    async def get(self, path: str) -> Any:
        """JSON of a control endpoint, e.g. `/sandbox/wire`."""
        async with self._client() as client:
            return (await client.get(path)).raise_for_status().json()

    async def post(self, path: str, **values: Any) -> Any:
        """POST to a control endpoint, e.g. `/sandbox/release` or `/sandbox/faults` with json=..."""
        async with self._client() as client:
            return (await client.post(path, **values)).raise_for_status().json()

    async def patch(self, path: str, **values: Any) -> Any:
        """PATCH at a control endpoint, e.g. `/sandbox/project` or `/sandbox/people/alice` with values."""
        async with self._client() as client:
            return (await client.patch(path, json=values)).raise_for_status().json()

    async def fault(self, path_prefix: str, **values: Any) -> None:
        """Order a fault: see `sandbox/faults.py`."""
        await self.post("/sandbox/faults", json={"path_prefix": path_prefix, **values})

    async def clock_moves(self, seconds: float) -> None:
        """Move Google's clock forward."""
        await self.post("/sandbox/clock", json={"moves_s": seconds})

    async def delete(self, path: str) -> Any:
        """DELETE at a control endpoint, e.g. `/sandbox/state` (everything) or `/sandbox/grants/bob`."""
        async with self._client() as client:
            return (await client.delete(path)).raise_for_status().json()

    async def mails(self, person: str) -> list[dict[str, Any]]:
        """All mails of a person, newest first."""
        return cast("list[dict[str, Any]]", (await self.get(f"/sandbox/mailbox/{person}"))["messages"])

    async def wire(self) -> list[list[Any]]:
        """The page's sync requests as parsed JSON, oldest first."""
        return [json.loads(entry["body"]) for entry in (await self.get("/sandbox/wire"))["requests"]]


@contextmanager
def sandbox_running(data: Path, *more: str) -> Iterator[RunningSandbox]:
    """A sandbox on free ports; it ends with the block. `more`: further arguments."""
    command = [sys.executable, "-m", "sandbox", "--data", str(data), "--exit-with-stdin", *more]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        line = process.stdout.readline()
        assert line, "the sandbox did not start"
        try:
            yield RunningSandbox(**json.loads(line))
        finally:
            process.stdin.close()
            process.wait(TIMEOUT_S)


async def consent(auth_url: str, person: str, refuse: Collection[str] = (), *, allow: bool = True) -> str:
    """Go through the chooser and the consent page as `person`, with the scopes in `refuse` unticked.

    Return the URL that the browser is sent back to, without fetching it.
    """
    async with httpx.AsyncClient(timeout=TIMEOUT_S, verify=CERTIFICATES) as client:
        page = await client.get(auth_url)
        if page.status_code == 200:
            choice = _attribute(page.text, rf'href="([^"]*authuser={person})"')
            page = await client.get(str(page.url.join(choice)))
        while page.is_redirect and page.headers["Location"].startswith("/"):
            page = await client.get(str(page.url.join(page.headers["Location"])))
        if page.is_redirect:
            return str(page.headers["Location"])
        offered = re.findall(r'name="scope" value="([^"]+)"', page.text)
        form = {"scope": [s for s in offered if s not in refuse], "decision": "allow" if allow else "cancel"}
        action = _attribute(page.text, r'<form method="post" action="([^"]+)"')
        answer = await client.post(str(page.url.join(action)), data=form)
        return str(answer.headers["Location"])


def _attribute(html: str, pattern: str) -> str:
    found = re.search(pattern, html)
    assert found, html
    return found.group(1).replace("&amp;", "&")


def answered(callback: str) -> dict[str, str]:
    """The parameters of a callback URL."""
    return {name: values[0] for name, values in parse_qs(urlsplit(callback).query).items()}


def google_flow(url: str, *scopes: str) -> Flow:
    """Google's own OAuth client, pointed at the sandbox."""
    web = {**CLIENT, "auth_uri": f"{url}/o/oauth2/v2/auth", "token_uri": f"{url}/token"}
    return Flow.from_client_config({"web": web}, scopes=list(scopes), redirect_uri=CALLBACK)


def gmail_client(url: str, credentials: Any) -> Any:
    """Google's own Gmail client, pointed at the sandbox."""
    read: Callable[[str, str], str] = get_static_doc
    document = json.loads(read("gmail", "v1"))
    document |= {"rootUrl": f"{url}/", "baseUrl": f"{url}/"}
    return build_from_document(document, credentials=credentials)
