"""A client for Marionette, Firefox's remote control protocol.

Over TCP, each message is its length, a colon and a JSON array: `[0, id, command, parameters]` is a request,
`[1, id, error or null, result]` a response. Source: remote/marionette in Firefox's own documentation.
"""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Self, TypeVar

T = TypeVar("T")
TIMEOUT_S = 60.0
LOOK_S = 0.05
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
ENTER = "\ue007"
PASSING = ("element not interactable", "element click intercepted", "stale element reference")


class Complaint(Exception):
    """Firefox could not do what it was asked; `kind` is WebDriver's code for the error."""

    def __init__(self, kind: str, message: str) -> None:
        super().__init__(f"{kind}: {message}")
        self.kind = kind


class Marionette:
    """One connection with one session. It handles one command at a time."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader, self._writer = reader, writer
        self._asked = 0

    @classmethod
    async def connect(cls, port: int) -> Self:
        """Begin a session that accepts any certificate and waits for elements that are not there yet."""
        made = cls(*await asyncio.open_connection("127.0.0.1", port, limit=2**26))
        await made._read()
        await made.call("WebDriver:NewSession", acceptInsecureCerts=True)
        milliseconds = int(TIMEOUT_S * 1000)
        await made.call(
            "WebDriver:SetTimeouts", implicit=milliseconds, script=milliseconds, pageLoad=milliseconds
        )
        return made

    async def call(self, command: str, **values: Any) -> Any:
        """Return the result of a command, unwrapped; raises Complaint with Firefox's message."""
        self._asked += 1
        text = json.dumps([0, self._asked, command, values])
        self._writer.write(f"{len(text.encode())}:{text}".encode())
        await self._writer.drain()
        _, answered, error, result = await asyncio.wait_for(self._read(), TIMEOUT_S + 10)
        assert answered == self._asked, "an answer to another question"
        if error is not None:
            raise Complaint(error["error"], error["message"])
        return result["value"] if isinstance(result, dict) and set(result) == {"value"} else result

    async def _read(self) -> Any:
        length = await self._reader.readuntil(b":")
        return json.loads(await self._reader.readexactly(int(length[:-1])))

    async def install(self, extension: Path) -> str:
        """Load an extension, folder or zip, until Firefox ends; returns its id."""
        added: str = await self.call("Addon:Install", path=str(extension), temporary=True)
        return added

    async def run(self, script: str, *arguments: Any) -> Any:
        """Return what the body of an async function returns in the current window; `given`: its arguments."""
        body = f"const given = [...arguments]; return (async () => {{ {script} }})();"
        return await self.call("WebDriver:ExecuteScript", script=body, args=list(arguments))

    @asynccontextmanager
    async def chrome(self) -> AsyncIterator[None]:
        """Within the block scripts run in the browser itself, with full privileges."""
        await self.call("Marionette:SetContext", value="chrome")
        try:
            yield
        finally:
            await self.call("Marionette:SetContext", value="content")

    async def tabs(self) -> list[Tab]:
        """Every open tab."""
        return [Tab(self, handle) for handle in await self.call("WebDriver:GetWindowHandles")]

    async def new_tab(self, url: str) -> Tab:
        """Return a tab that has loaded `url`."""
        # Firefox closes the extension's pages when the extension is disabled, also the one that we were in.
        handles = await self.call("WebDriver:GetWindowHandles")
        await self.call("WebDriver:SwitchToWindow", handle=handles[-1], focus=False)
        opened = await self.call("WebDriver:NewWindow", type="tab", focus=True)
        return await Tab(self, opened["handle"]).goto(url)

    async def tab_at(self, beginning: str) -> Tab:
        """Return the tab whose address begins with `beginning`, once there is one."""

        async def found() -> Tab | None:
            for tab in await self.tabs():
                if (await tab.url()).startswith(beginning):
                    return tab
            return None

        tab = await until(found, lambda tab: tab is not None, f"a tab at {beginning}")
        assert tab is not None
        return tab

    async def close(self) -> None:
        """Quit Firefox, if it still responds."""
        with suppress(OSError, EOFError, TimeoutError):
            await self.call("Marionette:Quit", flags=["eForceQuit"])
        self._writer.close()


@dataclass(frozen=True)
class Tab:
    """One tab, and what a person does in it.

    A selector is CSS, or XPath if it begins with a slash. Each action waits for its element.
    """

    firefox: Marionette
    handle: str

    async def _here(self) -> Marionette:
        await self.firefox.call("WebDriver:SwitchToWindow", handle=self.handle, focus=True)
        return self.firefox

    async def goto(self, url: str) -> Self:
        """Load an address and wait until it has loaded."""
        await (await self._here()).call("WebDriver:Navigate", url=url)
        return self

    async def reload(self) -> None:
        await (await self._here()).call("WebDriver:Refresh")

    async def close(self) -> None:
        first, *_ = await (await self._here()).call("WebDriver:CloseWindow")
        await self.firefox.call("WebDriver:SwitchToWindow", handle=first)  # a closed tab accepts no commands

    async def url(self) -> str:
        found: str = await (await self._here()).call("WebDriver:GetCurrentURL")
        return found

    async def run(self, script: str, *arguments: Any) -> Any:
        """As Marionette.run, in this tab."""
        return await (await self._here()).run(script, *arguments)

    async def click(self, selector: str) -> None:
        """Click in the middle of the first such element, once it can be clicked."""
        await self._do("WebDriver:ElementClick", selector)

    async def type(self, selector: str, keys: str) -> None:
        """Type into the first such element, once it accepts keys."""
        await self._do("WebDriver:ElementSendKeys", selector, text=keys)

    async def text(self, selector: str) -> str:
        """The visible text of the first such element."""
        return str(await self._do("WebDriver:GetElementText", selector))

    async def says(self, selector: str, words: str) -> str:
        """Wait until the first such element contains this text, and return all of its text."""
        text = await until(
            lambda: self.text(selector), lambda text: words in text, f"“{words}” in {selector}"
        )
        return str(text)

    async def is_there(self, selector: str) -> None:
        """Wait for such an element."""
        await self._find(selector)

    async def _find(self, selector: str) -> str:
        firefox = await self._here()
        using = "xpath" if selector.startswith("/") else "css selector"
        found = await firefox.call("WebDriver:FindElement", using=using, value=selector)
        return str(found[ELEMENT])

    async def _do(self, command: str, selector: str, **values: Any) -> Any:
        async def done() -> Any:
            return await self.firefox.call(command, id=await self._find(selector), **values)

        return await until(done, lambda _: True, selector)


async def until(look: Callable[[], Awaitable[T]], good: Callable[[T], bool], wanted: str) -> T:
    """Return the result of `look` once `good` accepts it; errors from a page that is changing are ignored."""
    last: object = None
    deadline = asyncio.get_running_loop().time() + TIMEOUT_S
    while asyncio.get_running_loop().time() < deadline:
        try:
            found = await look()
            if good(found):
                return found
            last = found
        except Complaint as complaint:
            if complaint.kind not in PASSING:
                raise
            last = complaint
        await asyncio.sleep(LOOK_S)
    raise AssertionError(f"waited in vain for {wanted}; last seen: {last!r}")
