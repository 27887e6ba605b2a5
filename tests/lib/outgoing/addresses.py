"""Addresses of this machine that accept connections, or swallow all packets."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager

from server.lib.net.ip import IPAddress


@contextmanager
def listening(address: IPAddress, port: int = 0) -> Iterator[socket.socket]:
    """A socket that accepts connections, without anybody taking them."""
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    with socket.socket(family, socket.SOCK_STREAM) as sock:
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((str(address), port))
        sock.listen(50)
        yield sock


@contextmanager
def black_hole(address: IPAddress, port: int) -> Iterator[None]:
    """An address that swallows packets: its backlog is full, so the system drops new connections."""
    family = socket.AF_INET6 if address.version == 6 else socket.AF_INET
    with ExitStack() as stack:
        sock = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
        sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        sock.bind((str(address), port))
        sock.listen(0)
        for _ in range(3):
            filler = stack.enter_context(socket.socket(family, socket.SOCK_STREAM))
            filler.setblocking(False)
            filler.connect_ex((str(address), port))
        yield
