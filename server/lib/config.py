"""Reads values from the environment; the slice that owns a setting calls these functions with a default."""

from __future__ import annotations

import ipaddress
import re
from collections.abc import Mapping
from pathlib import Path

from server.lib.net.ip import Network, parse_address
from server.lib.redis.url import read_redis_url

_AROUND = " \t\r\n\v\f\xa0\u200b\u2060\ufeff"  # copied from pages and files, where nobody sees it
_QUOTES = {'"': '"', "'": "'", "“": "”", "„": "“", "‘": "’"}
TRUE = frozenset({"1", "true", "t", "yes", "y", "on", "enable", "enabled"})
FALSE = frozenset({"0", "false", "f", "no", "n", "off", "disable", "disabled"})

# What a shell, systemd, a browser or Windows would have understood.
_NO_PATH = re.compile(r"\$[A-Za-z{]|~|%[A-Za-z]/|[A-Za-z]:[\\/]|[a-z]+://", re.IGNORECASE)

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
    return meant(env.get(name, "")) or None


def secret(env: Environment, name: str) -> str | None:
    """Read a key or password exactly as it is set; None if it is missing or empty.

    What a key was once derived from must never be read differently, and a password may begin with a quote.
    Raises ConfigError if nothing is between the quotes: anybody could guess such a key.
    """
    given = env.get(name, "")
    if given and not meant(given):
        raise ConfigError(f"{name} is set to nothing but quotes or blanks. Set it, or leave it out.", name)
    return given or None


def surrounded(env: Environment, name: str) -> bool:
    """Return whether there are quotes, blanks or line breaks around a value, which `secret` leaves there."""
    given = env.get(name, "")
    return meant(given) != given


def meant(given: str) -> str:
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


def listed(env: Environment, name: str) -> tuple[str, ...]:
    """Read a list of what has no blanks in it, separated by commas, semicolons or blanks."""
    return tuple(word for word in re.split(r"[,;\s]+", text(env, name) or "") if word)


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
        raise ConfigError(f"{name}={given} is neither true nor false. Set it to on or off.", name)
    return given in TRUE


def path(env: Environment, name: str) -> Path | None:
    """Read a path; None if the setting is missing or empty."""
    given = text(env, name)
    if given and _NO_PATH.match(given):
        raise ConfigError(
            f"{name}={given} is not a path: nothing is put in place of its beginning. Write it out.", name
        )
    return Path(re.sub("^//+", "/", given)) if given else None


def networks(env: Environment, name: str) -> tuple[Network, ...]:
    """Read networks and single addresses, separated by commas. Raises ConfigError for anything else."""
    return tuple(_network(name, word) for word in listed(env, name))


def _network(name: str, word: str) -> Network:
    try:
        if "%" in word:
            raise ValueError(f"{word} has a zone, which is known on one machine only")
        address, slash, _ = word.partition("/")
        single = parse_address(address.removeprefix("[").removesuffix("]"))  # ::ffff:10.0.0.1 is 10.0.0.1
        return ipaddress.ip_network(single) if single and not slash else ipaddress.ip_network(word)
    except ValueError as error:
        meant_network = "networks such as 10.0.0.0/8,127.0.0.1"
        if "host bits" in str(error):
            meant_network = f"{ipaddress.ip_network(word, strict=False)} or {word.partition('/')[0]}"
        raise ConfigError(f"{name}: {error}. Set it to {meant_network}.", name) from None


def redis_url(env: Environment, name: str) -> str | None:
    """Read the URL of a Redis; None if the setting is missing or empty.

    Raises ConfigError for other URLs, without the value: nobody knows where in such a one the password is.
    """
    url = text(env, name)
    try:
        return read_redis_url(url) if url else None
    except ValueError as error:
        raise ConfigError(f"{name} {error}", name) from None
