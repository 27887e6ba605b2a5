"""Where attacks and readers connect to: a server's port, with TLS if nginx is in front."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass(frozen=True)
class Place:
    """A port on this machine. `host`: what requests name as their host."""

    port: int
    tls: bool = False
    host: str = ""

    @classmethod
    def of(cls, url: str) -> Place:
        """The place that a URL names."""
        parts = urlsplit(url)
        assert parts.port
        return cls(parts.port, parts.scheme == "https", parts.netloc)

    async def open(self, limit: int = 2**16, **options: Any) -> Streams:
        """Open a connection; nobody checks the certificate. `options`: of asyncio's `open_connection`."""
        where = {} if "sock" in options else {"host": "127.0.0.1", "port": self.port}
        if self.tls:
            options |= {"ssl": _trusting(), "server_hostname": "localhost"}
        return await asyncio.open_connection(limit=limit, **where, **options)


def _trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
