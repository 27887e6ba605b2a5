"""Finds out what is spoken on a mail server's port: SMTP, TLS from the first byte, or something else.

A client that waits for words where TLS is expected, or the other way round, would wait until its time is up.
"""

from __future__ import annotations

import asyncio
import ssl
from contextlib import suppress
from dataclasses import dataclass

from server.lib.error_words import error_words

_CONNECT = 5.0
_GREETING = 2.0  # some servers let strangers wait longer, so silence alone proves nothing
_HANDSHAKE = 3.0


@dataclass(frozen=True, slots=True)
class Speech:
    """What is spoken. `kind`: smtp | tls | other | silent | none (no connection). `words`: heard, or why."""

    kind: str
    words: str = ""


async def spoken(host: str, port: int, *, first_tls: bool) -> Speech:
    """Connect and listen; `first_tls`: try TLS before listening, since that is what is expected."""
    for attempt in (_handshake, _greeting) if first_tls else (_greeting, _handshake):
        found = await attempt(host, port)
        if found:
            return found
    return Speech("silent")


async def _greeting(host: str, port: int) -> Speech | None:
    try:
        reader, writer = await asyncio.wait_for(asyncio.open_connection(host, port), _CONNECT)
    except (OSError, UnicodeError) as error:
        return Speech("none", _reason(error))
    try:
        line = await asyncio.wait_for(reader.readline(), _GREETING)
    except TimeoutError:
        return None
    except (OSError, ValueError) as error:
        return Speech("none", _reason(error))
    finally:
        writer.close()
    words = line.decode("ascii", "replace").strip()[:60]
    if not line:
        return None  # it hung up, as some do that expect TLS
    return Speech("smtp" if words[:3].isdigit() else "other", words)


async def _handshake(host: str, port: int) -> Speech | None:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname = False
    context.verify_mode = ssl.CERT_NONE  # only asks what is spoken; the certificate is checked afterwards
    opening = asyncio.open_connection(host, port, ssl=context, ssl_handshake_timeout=_HANDSHAKE)
    try:
        _, writer = await asyncio.wait_for(opening, _CONNECT + _HANDSHAKE)
    except (ssl.SSLError, ConnectionResetError, ConnectionAbortedError):
        return None
    except (OSError, UnicodeError) as error:
        return Speech("none", _reason(error))
    writer.close()
    with suppress(OSError, TimeoutError):
        await asyncio.wait_for(writer.wait_closed(), 1)
    return Speech("tls")


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "no connection in time"
    if isinstance(error, UnicodeError):
        return "its name cannot be read"
    return error_words(error)
