"""Says how a connection to PostgreSQL or MariaDB is encrypted, and whom it trusts."""

from __future__ import annotations

import ssl
from dataclasses import dataclass, field
from enum import IntEnum

from server.lib.config import ConfigError
from server.lib.net.trusted import new_trusting

SYSTEM = "system"  # in place of a file: the certificates that the system trusts


class TlsMode(IntEnum):
    """What libpq's `sslmode` means (PostgreSQL's documentation, 32.19.3), from the weakest to the strongest.

    REQUIRE encrypts but does not verify who answers, unless there is a file of trusted certificates.
    VERIFY_CA verifies that a trusted authority issued the certificate; VERIFY_FULL, also that it names the
    host.
    """

    DISABLE = 0
    ALLOW = 1
    PREFER = 2
    REQUIRE = 3
    VERIFY_CA = 4
    VERIFY_FULL = 5


@dataclass(frozen=True, slots=True)
class Tls:
    """How to encrypt. `root`: a file of trusted certificates, or SYSTEM; "" is SYSTEM where one is needed.

    `cert` and `key` are files by which the server knows us, `password` opens the key.
    """

    mode: TlsMode
    root: str = ""
    cert: str = ""
    key: str = ""
    password: str = field(default="", repr=False)


def for_postgres(tls: Tls | None) -> ssl.SSLContext | str | None:
    """Return asyncpg's `ssl`; None leaves the choice to asyncpg, which prefers TLS. Raises ConfigError."""
    if tls is None:
        return None
    if tls.mode < TlsMode.REQUIRE:
        return tls.mode.name.lower()
    return context(tls)


def for_mysql(tls: Tls | None) -> ssl.SSLContext | None:
    """Return asyncmy's `ssl`; None is a connection without TLS. Raises ConfigError."""
    return None if tls is None or tls.mode is TlsMode.DISABLE else context(tls)


def context(tls: Tls) -> ssl.SSLContext:
    """Return the context for a mode from REQUIRE on. Raises ConfigError if a file cannot be used."""
    # With a file of trusted certificates, libpq's `require` verifies as `verify-ca` does.
    verified = tls.mode >= TlsMode.VERIFY_CA or bool(tls.root)
    made = (
        new_trusting() if verified and tls.root in {"", SYSTEM} else ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    )
    made.check_hostname = tls.mode is TlsMode.VERIFY_FULL
    made.verify_mode = ssl.CERT_REQUIRED if verified else ssl.CERT_NONE
    if tls.root not in {"", SYSTEM}:
        _trust(made, tls.root)
    if tls.cert:
        _identify(made, tls)
    return made


def _trust(made: ssl.SSLContext, file: str) -> None:
    try:
        made.load_verify_locations(cafile=file)
    except OSError as error:  # ssl.SSLError is one, too
        raise ConfigError(
            f"DATABASE_URL names {file} as the certificate to trust, and it cannot be read "
            f"({_reason(error)}). Put the provider's certificate there, or correct sslrootcert.",
            "DATABASE_URL",
        ) from None


def _identify(made: ssl.SSLContext, tls: Tls) -> None:
    try:
        made.load_cert_chain(tls.cert, tls.key or None, lambda: tls.password)
    except OSError as error:
        raise ConfigError(
            f"DATABASE_URL names {tls.cert} and {tls.key or 'no key'} as our certificate and key, and they "
            f"cannot be used ({_reason(error)}). Correct sslcert and sslkey.",
            "DATABASE_URL",
        ) from None


def _reason(error: OSError) -> str:
    return error.strerror or getattr(error, "reason", None) or "it is not a certificate in PEM format"
