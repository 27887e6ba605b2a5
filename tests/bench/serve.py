"""Serves what the benchmark requests, a static GIF or the edge with its spool, until stdin closes."""

from __future__ import annotations

import asyncio
import json
import sys
from pathlib import Path
from typing import Any
from uuid import uuid4

import uvicorn
import uvloop

from server.ingest.answers import GIF
from server.ingest.edge import Edge
from server.ingest.settings import IngestSettings
from server.ingest.spool import Spool
from server.lib import clock
from server.lib.net.resolver import DocumentationNames, SystemResolver
from server.lib.settled import SettledClock
from server.marks.key_file import LiveRing
from server.marks.marks import marks_for
from server.settings import load
from server.startup import start
from tests.bench.full import FAR_LIMITS

_START = {
    "type": "http.response.start",
    "status": 200,
    "headers": [(b"content-type", b"image/gif"), (b"content-length", b"43"), (b"cache-control", b"no-store")],
}
_BODY = {"type": "http.response.body", "body": GIF}


async def bare(scope: Any, receive: Any, send: Any) -> None:
    """Send a static GIF, which is the least that a server can do."""
    await send(_START)
    await send(_BODY)


async def serve(folder: Path) -> None:
    """Serve on free ports, and print the URLs as one line of JSON."""
    held = start(load({"SIGHTLINE_DATA": str(folder), **FAR_LIMITS}))
    spool = Spool(held[IngestSettings].spool_path, 1 << 30)
    resolver, unix = DocumentationNames(SystemResolver()), held[SettledClock].unix
    edge = Edge(bare, held[LiveRing].current, spool, held.settings, resolver, unix)
    config = uvicorn.Config(
        edge, port=0, loop="uvloop", http="httptools", lifespan="off", log_level="error", access_log=False,
        proxy_headers=False, server_header=False,
    )  # fmt: skip
    limit = uvicorn.Config(
        bare, port=0, lifespan="off", log_level="error", access_log=False, proxy_headers=False
    )
    servers = [uvicorn.Server(config), uvicorn.Server(limit)]
    tasks = [asyncio.create_task(server._serve()) for server in servers]
    while not all(server.started for server in servers):  # noqa: ASYNC110 - uvicorn tells no other way
        await asyncio.sleep(0.01)
    edge_port, bare_port = (server.servers[0].sockets[0].getsockname()[1] for server in servers)
    marks = marks_for(
        uuid4(), held[LiveRing].current(), f"http://127.0.0.1:{edge_port}", 1, "alicexxx", clock.unix()
    )
    urls = {
        "(a) static GIF": f"http://127.0.0.1:{bare_port}/",
        "(b) durable pixel": marks.pixel_url,
        "(c) durable click": marks.tracked("https://example.com/offer?a=1"),
    }
    print(json.dumps(urls), flush=True)
    await asyncio.to_thread(sys.stdin.read)
    for server in servers:
        server.should_exit = True
    await asyncio.gather(*tasks)
    spool.close()


if __name__ == "__main__":
    uvloop.run(serve(Path(sys.argv[1])))
