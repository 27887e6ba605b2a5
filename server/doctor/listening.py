"""Tries whether the server could listen where HOST and PORT say, while it is not running."""

from __future__ import annotations

import errno
import socket

from server.lib.settings import ServerSettings

_WHY = {
    errno.EADDRINUSE: "another program listens there. Stop it, or set another PORT",
    errno.EADDRNOTAVAIL: "this machine has no such address. Set HOST to one of its own, or to 0.0.0.0",
    errno.EACCES: "ports below 1024 are root's. Set another PORT, with a proxy in front",
}


def unusable(server: ServerSettings) -> str | None:
    """Say why the server cannot listen; None if it can."""
    try:
        found = socket.getaddrinfo(server.host, server.port, type=socket.SOCK_STREAM)
        for family, kind, _, _, place in found[:1]:
            with socket.socket(family, kind) as probe:
                probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
                probe.bind(place)
    except socket.gaierror:
        return (
            f"HOST={server.host}: no machine of this name is known. Set HOST to an address of this machine."
        )
    except OSError as error:
        why = _WHY.get(error.errno or 0, error.strerror)
        return f"HOST={server.host} PORT={server.port}: {why}."
    return None
