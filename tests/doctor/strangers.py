"""Servers to which wrong set-ups lead, in threads: mail servers of all manners, proxies, and others."""

from __future__ import annotations

import socketserver
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Thread
from typing import BinaryIO

Talk = Callable[[socketserver.StreamRequestHandler], None]


class _Threads(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True


@contextmanager
def listening(talk: Talk, port: int = 0) -> Iterator[int]:
    """Listen on 127.0.0.1, and let `talk` answer each connection. Yields the port."""

    class Handler(socketserver.StreamRequestHandler):
        timeout = 15

        def handle(self) -> None:
            with suppress(OSError):
                talk(self)

    with _Threads(("127.0.0.1", port), Handler) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        try:
            yield int(server.server_address[1])
        finally:
            server.shutdown()


def silent(handler: socketserver.StreamRequestHandler) -> None:
    """Accept, and say nothing."""
    handler.rfile.read()


def saying(words: bytes) -> Talk:
    """Greet with these words, and wait."""

    def talk(handler: socketserver.StreamRequestHandler) -> None:
        handler.wfile.write(words)
        handler.rfile.readline()

    return talk


def answering(status: str, body: str = "", **headers: str) -> Talk:
    """Answer each HTTP request in the same way."""

    def talk(handler: socketserver.StreamRequestHandler) -> None:
        while handler.rfile.readline().strip():
            pass
        told = {"Content-Length": str(len(body.encode())), "Connection": "close", **headers}
        head = "".join(f"{name.replace('_', '-')}: {value}\r\n" for name, value in told.items())
        handler.wfile.write(f"HTTP/1.1 {status}\r\n{head}\r\n{body}".encode())

    return talk


def mail(
    offers: tuple[str, ...] = (),
    answers: Mapping[str, str] = {},
    context: ssl.SSLContext | None = None,
    first: bool = False,
) -> Talk:
    """Speak SMTP. `answers`: to commands, by their first word; `first`: TLS from the first byte."""

    def talk(handler: socketserver.StreamRequestHandler) -> None:
        connection = handler.request
        if first and context:
            connection = context.wrap_socket(connection, server_side=True)
        stream = connection.makefile("rwb", buffering=0)
        _said(stream, "220 mail.example ESMTP")
        while line := stream.readline().decode("latin-1").strip():
            verb = line.split(":")[0].split()[0].upper()
            if verb in {"EHLO", "HELO"}:
                words = (
                    "mail.example",
                    *(offers if context is None or connection is handler.request else _after(offers)),
                )
                for number, each in enumerate(words):
                    _said(stream, f"250{' ' if number == len(words) - 1 else '-'}{each}")
            elif verb in answers:
                _said(stream, answers[verb])
            elif verb == "STARTTLS" and context:
                _said(stream, "220 go on")
                connection = context.wrap_socket(connection, server_side=True)
                stream = connection.makefile("rwb", buffering=0)
            elif verb == "AUTH":
                _said(stream, "235 welcome")
            else:
                _said(stream, "221 bye" if verb == "QUIT" else "250 OK")

    return talk


def _after(offers: tuple[str, ...]) -> tuple[str, ...]:
    """What is offered after STARTTLS: a login too."""
    return (*(each for each in offers if each != "STARTTLS"), "AUTH PLAIN LOGIN")


def _said(stream: BinaryIO, line: str) -> None:
    stream.write(f"{line}\r\n".encode())
