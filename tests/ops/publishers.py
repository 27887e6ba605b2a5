"""Publishers of networks for tests: an HTTP server on loopback that answers for all of their addresses."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import httpx


@dataclass(slots=True)
class Publishers:
    """What each address answers: a status, header fields and a body. `asked`: the addresses asked for."""

    port: int = 0
    answers: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def say(self, url: str, body: str | bytes, status: int = 200, **fields: str) -> None:
        """Let an address answer from now on."""
        content = body.encode() if isinstance(body, str) else body
        names = {name.replace("_", "-"): value for name, value in fields.items()}
        self.answers[url] = status, names, content

    @property
    def transport(self) -> httpx.AsyncBaseTransport:
        """What sends all requests to this server."""
        return _ToLoopback(self.port)


class _ToLoopback(httpx.AsyncHTTPTransport):
    def __init__(self, port: int) -> None:
        super().__init__()
        self._port = port

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        request.headers["x-asked-for"] = str(request.url)
        request.url = request.url.copy_with(scheme="http", host="127.0.0.1", port=self._port)
        return await super().handle_async_request(request)


@contextmanager
def publishers() -> Iterator[Publishers]:
    """Run the server. An address that has nothing to say answers 404."""
    known = Publishers()

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            url = self.headers["x-asked-for"]
            known.asked.append(url)
            status, fields, body = known.answers.get(url.split("?clientrequestid")[0], (404, {}, b""))
            self.send_response(status)
            for name, value in {"content-length": str(len(body)), **fields}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        known.port = server.server_address[1]
        thread = threading.Thread(target=server.serve_forever, daemon=True)
        thread.start()
        try:
            yield known
        finally:
            server.shutdown()
            thread.join()
