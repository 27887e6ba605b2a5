"""Where attacks and readers connect to: a server's port, with TLS if nginx is in front."""

from __future__ import annotations

import asyncio
import ssl
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import urlsplit

Streams = tuple[asyncio.StreamReader, asyncio.StreamWriter]


@dataclass(frozen=True)
class Place:
    """A port on this machine, whatever name the server has. `host`: the name in requests."""

    port: int
    tls: bool = False
    host: str = ""

    @classmethod
    def of(cls, url: str) -> Place:
        """The place that a URL names."""
        parts = urlsplit(url)
        assert parts.port
        tls = parts.scheme == "https"
        return cls(parts.port, tls, (parts.hostname or "") if tls else parts.netloc)

    async def open(self, limit: int = 2**16, **options: Any) -> Streams:
        """Open a connection; nobody checks the certificate. `options`: of asyncio's `open_connection`."""
        if "sock" not in options:
            options |= {"host": "127.0.0.1", "port": self.port}
        if self.tls:
            options |= {"ssl": _trusting(), "server_hostname": self.host}
        return await asyncio.open_connection(limit=limit, **options)


@cache
def _trusting() -> ssl.SSLContext:
    context = ssl.create_default_context()
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    return context
