"""Starts the sandbox: `python -m sandbox --port 0 --tls-port 0 --data DIR`."""

import argparse
import asyncio
import contextlib
import json
import os
import sys
from pathlib import Path

from sandbox.app import create_app
from sandbox.listen import Serving, loopback_socket
from sandbox.settings import Settings
from sandbox.tls import certificate


def main() -> None:
    asyncio.run(serve(arguments()))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m sandbox", description="Runs a stand-in for Google, on loopback only."
    )
    parser.add_argument("--port", type=int, default=0, help="port for plain HTTP (0: any free port)")
    parser.add_argument(
        "--tls-port", type=int, default=0, help="port for TLS, as mail.google.com (0: any free port)"
    )
    parser.add_argument("--data", type=Path, required=True, help="folder for all stored data")
    parser.add_argument("--app-url", help="URL of the app, for links")
    parser.add_argument("--undo-seconds", type=float, default=5, help="how long a send can be undone")
    parser.add_argument("--exit-with-stdin", action="store_true", help="exit when stdin is closed")
    return parser.parse_args()


async def serve(args: argparse.Namespace) -> None:
    """Serve the sandbox. Once both listeners answer, write one JSON line to stdout and to `ready.json`."""
    args.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    plain, secure = loopback_socket(args.port), loopback_socket(args.tls_port)
    url, tls_port = f"http://127.0.0.1:{plain.getsockname()[1]}", secure.getsockname()[1]
    settings = Settings(url, tls_port, args.data, args.app_url, int(args.undo_seconds * 1000))
    serving = Serving(create_app(settings), plain, secure, certificate(args.data))
    ready = asyncio.Event()
    told = asyncio.create_task(tell(ready, settings))
    try:
        await serving.run(with_stdin=args.exit_with_stdin, ready=ready)
    finally:
        told.cancel()
        forget(args.data)


async def tell(ready: asyncio.Event, settings: Settings) -> None:
    await ready.wait()
    line = json.dumps({"url": settings.url, "tls_port": settings.tls_port, "pid": os.getpid()})
    fresh = settings.data / "ready.json.new"
    with contextlib.suppress(OSError):  # on a full disk, whoever reads stdout must not wait for ever
        fresh.write_text(line + "\n")
        fresh.replace(settings.data / "ready.json")
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def forget(data: Path) -> None:
    """Delete `ready.json`, unless another process has written it since."""
    path = data / "ready.json"
    with contextlib.suppress(OSError, ValueError):
        if json.loads(path.read_text())["pid"] == os.getpid():
            path.unlink()


if __name__ == "__main__":
    main()
