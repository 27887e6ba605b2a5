"""Runs two web nodes and two workers on one PostgreSQL and one Redis, each a process with its own folder."""

from __future__ import annotations

import asyncio
import json
import signal
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import ExitStack, asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from redis import Redis, ResponseError

from tests.faults.stores import UNLIMITED, Store, store
from tests.faults.visitor import PASSWORD
from tests.migrations.databases import kept_port
from tests.nodes.redis_server import RedisServer, redis_server
from tests.serving import ROOT, Server


@dataclass
class Worker:
    """`sightline worker`."""

    server: Server
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start the worker; it begins to work as soon as it can."""
        log = self.server.data.with_name(f"{self.server.data.name}.log").open("ab")
        command = [sys.executable, "-m", "server", "worker"]
        env = self.server.environment()
        self.process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=log, stderr=log)
        log.close()

    async def ready(self) -> None:
        """Wait until the worker says that it is ready."""
        async with asyncio.timeout(60):
            while "working with" not in self.server.log:  # noqa: ASYNC110 - it tells no other way
                await asyncio.sleep(0.05)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> None:
        """Stop the worker."""
        if self.process:
            self.process.send_signal(how)
            self.process.wait(60)
            self.process = None


@dataclass
class Cluster:
    """All the processes of the cluster."""

    nodes: list[Server]
    workers: list[Worker]
    store: Store
    redis: RedisServer

    def marked(self, count: int) -> list[list[str]]:
        """The pixels of `count` mails, for each node."""
        lines = self.nodes[0].run("mark", "--count", str(count)).splitlines()
        pixels = [json.loads(line)["pixel_url"] for line in lines]
        return [[pixel.replace(self.nodes[0].url, node.url) for pixel in pixels] for node in self.nodes]

    async def taken_by(self, worker: Worker) -> None:
        """Wait until the worker holds hits that it has not stored yet."""
        assert worker.process
        with self.redis.client as client:
            async with asyncio.timeout(60):
                while not _held(client, worker.process.pid):  # noqa: ASYNC110 - Redis tells no other way
                    await asyncio.sleep(0.002)

    async def drained(self, seconds: float = 60.0) -> None:
        """Wait until Redis holds no more hits."""
        with self.redis.client as client:
            async with asyncio.timeout(seconds):
                while await asyncio.to_thread(_waiting, client):  # noqa: ASYNC110 - no other way
                    await asyncio.sleep(0.2)


def streams(client: Redis) -> list[str]:
    """The streams of waiting hits, one for each installation."""
    return [name.decode() for name in client.scan_iter("sightline:{*}:hits")]


def _waiting(client: Redis) -> int:
    return sum(client.xlen(stream) for stream in streams(client))


def _held(client: Redis, pid: int) -> int:
    """Return the number of hits that the process has taken from Redis and not stored yet."""
    try:
        readers = [
            reader for stream in streams(client) for reader in client.xinfo_consumers(stream, "digest")
        ]
    except ResponseError:
        return 0
    return max((int(each["pending"]) for each in readers if f"-{pid}-".encode() in each["name"]), default=0)


@asynccontextmanager
async def cluster(folder: Path) -> AsyncIterator[Cluster]:
    """Start the cluster with Alice as its owner, and stop it after the block."""
    async with store("postgres", folder) as database:
        with redis_server(folder / "redis") as redis, ExitStack() as ends:
            ports = [ends.enter_context(kept_port()) for _ in range(2)]
            nodes, workers = _processes(folder, database, redis, ports)
            for node in nodes:
                ends.enter_context(node)
            for worker in workers:
                worker.start()
                ends.callback(worker.stop, signal.SIGKILL)
            person = ("alice@sandbox.example", "--role", "owner", "--password", PASSWORD)
            await asyncio.to_thread(nodes[0].run, "user", "add", *person)
            yield Cluster(nodes, workers, database, redis)


def _processes(
    folder: Path, database: Store, redis: RedisServer, ports: list[int]
) -> tuple[list[Server], list[Worker]]:
    shared = UNLIMITED | {
        "DATABASE_URL": str(database.url),
        "SPOOL_URL": redis.url,
        "PUBLIC_URL": f"http://127.0.0.1:{ports[0]}",
        "TRACKING_SECRET": "the same on all nodes",
        "SESSION_SECRET": "the same cookies on all nodes",
        "VAULT_KEY": "the same seal on all nodes",
        "SANDBOX_URL": "http://127.0.0.1:9",  # nobody requests it
    }
    web = shared | {"WORKER": "off"}
    nodes = [Server(folder / f"node{number}", web, port) for number, port in enumerate(ports)]
    workers = [Worker(Server(folder / f"worker{number}", shared)) for number in range(2)]
    return nodes, workers
