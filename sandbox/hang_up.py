"""Closes the connection instead of answering, where a fault asks for that: clients see a lost answer."""

import asyncio
from typing import Any

from uvicorn.protocols.http.httptools_impl import HttpToolsProtocol

from sandbox.faults import HANGS_UP
from sandbox.own_names import Application, Scope

_CONNECTION = "sandbox.connection"
_HEADER = HANGS_UP.lower().encode()


class WithConnection(HttpToolsProtocol):
    """HTTP that gives the application its connection, as an extension of the scope (ASGI 3.0)."""

    def on_message_begin(self) -> None:
        super().on_message_begin()
        self.scope["extensions"] = {_CONNECTION: {"transport": self.transport}}


def may_hang_up(inner: Application) -> Application:
    """Return an ASGI application that aborts the connection when an answer has the header HANGS_UP."""

    async def application(scope: Scope, receive: Any, send: Any) -> None:
        async def answer(message: dict[str, Any]) -> None:
            if any(name.lower() == _HEADER for name, _ in message.get("headers", ())):
                scope["extensions"][_CONNECTION]["transport"].abort()
                await asyncio.Event().wait()  # until the server notices that the client is gone
            await send(message)

        await inner(scope, receive, answer)

    return application
