"""Reads values from the environment; the slice that owns a setting calls these functions with a default."""

from __future__ import annotations

import ipaddress
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import urlsplit

from server.lib.hiding import without_password
from server.lib.net.ip import Network

_AROUND = " \t\r\n\v\f\xa0\u200b\u2060\ufeff"  # copied from pages and files, where nobody sees it
_QUOTES = {'"': '"', "'": "'", "“": "”", "„": "“", "‘": "’"}
TRUE = frozenset({"1", "true", "yes", "on"})
FALSE = frozenset({"0", "false", "no", "off"})

Environment = Mapping[str, str]


class ConfigError(Exception):
    """A setting is unusable; the text says which one and what to write instead.

    `settings`: the names of the settings that it is about, the one to change first.
    """

    def __init__(self, sentence: str, *settings: str) -> None:
        super().__init__(sentence)
        self.settings = settings


def text(env: Environment, name: str) -> str | None:
    """Read a text; None if the setting is missing or empty."""
    return _meant(env.get(name, "")) or None


def secret(env: Environment, name: str) -> str | None:
    """Read a key or password exactly as it is set; None if it is missing or empty.

    What a key was once derived from must never be read differently, and a password may begin with a quote.
    Raises ConfigError if nothing is between the quotes: anybody could guess such a key.
    """
    given = env.get(name, "")
    if given and not _meant(given):
        raise ConfigError(f"{name} is set to nothing but quotes or blanks. Set it, or leave it out.", name)
    return given or None


def surrounded(env: Environment, name: str) -> bool:
    """Return whether there are quotes, blanks or line breaks around a value, which `secret` leaves there."""
    given = env.get(name, "")
    return _meant(given) != given


def _meant(given: str) -> str:
    """Return a value without the spaces, line breaks and quotes around it.

    systemd removes quotes from its environment files; `docker run --env-file` passes them on.
    """
    bare = given.strip(_AROUND)
    inner, closing = bare[1:-1], _QUOTES.get(bare[:1])
    quoted = len(bare) > 1 and bare[-1] == closing and bare[0] not in inner and closing not in inner
    return inner.strip(_AROUND) if quoted else bare


def words(env: Environment, name: str) -> tuple[str, ...]:
    """Read a list of words, separated by commas."""
    return tuple(word.strip() for word in (text(env, name) or "").split(",") if word.strip())


def integer(env: Environment, name: str, default: int) -> int:
    """Read a whole number that is not negative. Raises ConfigError for anything else."""
    given = text(env, name) or str(default)
    if not (given.isascii() and given.isdecimal()):
        raise ConfigError(f"{name}={given} is not a whole number. Set it to 0 or more, without a unit.", name)
    return int(given)


def flag(env: Environment, name: str, default: bool = False) -> bool:
    """Read a truth value, such as `true`. Raises ConfigError for anything else."""
    given = (text(env, name) or str(default)).lower()
    if given not in TRUE | FALSE:
        raise ConfigError(f"{name}={given} is neither true nor false. Set it to true or false.", name)
    return given in TRUE


def path(env: Environment, name: str) -> Path | None:
    """Read a path; None if the setting is missing or empty."""
    given = text(env, name)
    return Path(given) if given else None


def networks(env: Environment, name: str) -> tuple[Network, ...]:
    """Read networks and single addresses, separated by commas. Raises ConfigError for anything else."""
    try:
        return tuple(ipaddress.ip_network(word) for word in words(env, name))
    except ValueError as error:
        raise ConfigError(
            f"{name}: {error}. Set it to networks such as 10.0.0.0/8,127.0.0.1.", name
        ) from None


def redis_url(env: Environment, name: str) -> str | None:
    """Read the URL of a Redis; None if the setting is missing or empty. Raises ConfigError for other URLs."""
    url = text(env, name)
    scheme = url.partition("://")[0].lower() if url else ""
    if url and not (scheme in {"redis", "rediss"} and _has_port(url)):
        raise ConfigError(
            f"{name}={without_password(url)} is not a Redis URL. Set it to redis://HOST:6379/0, or leave "
            "it out to use a file.",
            name,
        )
    return f"{scheme}{url[len(scheme) :]}" if url else None


def _has_port(url: str) -> bool:
    """Return whether the URL's port is usable, or left out."""
    try:
        return urlsplit(url).port != 0
    except ValueError:
        return False
