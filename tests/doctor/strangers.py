"""Servers to which wrong set-ups lead, in threads: mail servers of all manners, proxies, and others."""

from __future__ import annotations

import socket
import socketserver
import ssl
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from threading import Thread
from types import MappingProxyType

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
    answers: Mapping[str, str] = MappingProxyType({}),
    context: ssl.SSLContext | None = None,
    first: bool = False,
) -> Talk:
    """Speak SMTP. `answers`: to commands, by their first word; `first`: TLS from the first byte."""

    def talk(handler: socketserver.StreamRequestHandler) -> None:
        connection = handler.request
        try:
            if first and context:
                connection = context.wrap_socket(connection, server_side=True)
            _said(connection, "220 mail.example ESMTP")
            _speak(connection, offers, answers, None if first else context)
        finally:
            connection.close()

    return talk


def _speak(
    connection: socket.socket,
    offers: tuple[str, ...],
    answers: Mapping[str, str],
    starttls: ssl.SSLContext | None,
) -> None:
    stream = connection.makefile("rb", buffering=0)
    while line := stream.readline().decode("latin-1").strip():
        verb = line.split(":")[0].split()[0].upper()
        if verb in {"EHLO", "HELO"}:
            *most, last = ("mail.example", *offers)
            for each in most:
                _said(connection, f"250-{each}")
            _said(connection, f"250 {last}")
        elif verb in answers:
            _said(connection, answers[verb])
        elif verb == "STARTTLS" and starttls:
            _said(connection, "220 go on")
            with starttls.wrap_socket(connection, server_side=True) as encrypted:
                _speak(encrypted, (*offers[1:], "AUTH PLAIN LOGIN"), answers, None)
            return
        else:
            _said(connection, {"QUIT": "221 bye", "AUTH": "235 welcome"}.get(verb, "250 OK"))


def _said(connection: socket.socket, line: str) -> None:
    connection.sendall(f"{line}\r\n".encode())
