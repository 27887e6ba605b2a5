"""Defines the settings of a process, one block for each slice, and the server's own block."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from server.lib import config
from server.lib.config import ConfigError
from server.lib.database import urls
from server.lib.hiding import without_password
from server.lib.http.limits import IDLE_SECONDS
from server.lib.net import hosts
from server.lib.net.hosts import KnownHosts
from server.lib.net.ip import Network, is_loopback, parse_address
from server.lib.net.public_url import read_public_url
from server.lib.parts import Parts

_LONGEST_KEEP_ALIVE = 3600  # seconds
_LAST_PORT = 65_535
_NAME = re.compile(r"(?=.*[a-z])[a-z0-9-]+(\.[a-z0-9-]+)*")
_CONTACT = re.compile(r"""[^\s@:/?#<>"]+@[^\s@:/?#<>"]+|https?://[^\s<>"]+""")


class Settings(Parts):
    """Holds one block for each slice that has settings: `settings[ServerSettings].port`."""

    def replaced(self, block: object) -> Settings:
        """Return these settings with `block` in place of the block of the same class."""
        return Settings(*(block if type(block) is type(old) else old for old in self))


class WorkerMode(StrEnum):
    """Where the background work of `sightline serve` runs."""

    ON = "on"  # in a process of its own
    INLINE = "inline"  # in the process that answers requests
    OFF = "off"  # not at all: `sightline worker` does it


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """The server's address, folder, database and keys.

    `keep_alive`: seconds that a connection may be idle between two requests.
    `public_url` has no trailing slash. An entry of `allowed_hosts` that begins with a dot stands for a domain
    and all its subdomains. `privacy_contact`, an email address or a URL, is shown to everybody.
    """

    data: Path
    host: str
    port: int
    public_url: str
    allowed_hosts: tuple[str, ...]
    database_url: str
    session_secret: str | None
    vault_key: str | None
    trusted_proxies: tuple[Network, ...]
    keep_alive: int
    privacy_contact: str | None
    worker: WorkerMode
    debug: bool

    @classmethod
    def read(cls, env: config.Environment) -> ServerSettings:
        """Read the settings from the environment. Raises ConfigError."""
        data, port = data_folder(env), _port(env)
        host = _host(config.text(env, "HOST") or "127.0.0.1")
        return cls(
            data=data,
            host=host,
            port=port,
            public_url=_public_url(config.text(env, "PUBLIC_URL") or _default_url(host, port)),
            allowed_hosts=tuple(_allowed(word) for word in config.listed(env, "ALLOWED_HOSTS")),
            database_url=_database_url(
                config.text(env, "DATABASE_URL") or f"sqlite://{data / 'sightline.db'}"
            ),
            session_secret=config.secret(env, "SESSION_SECRET"),
            vault_key=config.secret(env, "VAULT_KEY"),
            trusted_proxies=config.networks(env, "TRUSTED_PROXIES"),
            keep_alive=_keep_alive(config.integer(env, "KEEP_ALIVE_SECONDS", IDLE_SECONDS)),
            privacy_contact=_contact(config.text(env, "PRIVACY_CONTACT")),
            worker=_worker(env),
            debug=config.flag(env, "DEBUG"),
        )

    @property
    def secure(self) -> bool:
        """Return whether the public URL uses HTTPS; cookie names, the Secure flag and HSTS depend on this."""
        return self.public_url.startswith("https://")

    @property
    def known_hosts(self) -> KnownHosts:
        """Return the hosts under which pages are answered: those of PUBLIC_URL, HOST and ALLOWED_HOSTS."""
        own = {hosts.host_of(self.public_url), hosts.bound_host(self.host) or ""} - {""}
        plain = (each for each in self.allowed_hosts if not each.startswith("."))
        return KnownHosts(
            frozenset(own.union(plain)),
            tuple(each[1:] for each in self.allowed_hosts if each.startswith(".")),
        )

    @property
    def on_loopback(self) -> bool:
        """Return whether the server is meant for people on this machine only, by HOST and by PUBLIC_URL."""
        return is_loopback(self.host) and is_loopback(hosts.host_of(self.public_url))


def data_folder(env: config.Environment) -> Path:
    """Return the absolute path of the data folder, in which files without another setting are stored."""
    folder = (config.path(env, "SIGHTLINE_DATA") or Path("data")).absolute()
    if folder == Path("/"):
        raise ConfigError(
            "SIGHTLINE_DATA=/ would mix its files with the system's. Set it to a folder.", "SIGHTLINE_DATA"
        )
    return folder


def _host(given: str) -> str:
    """Read the address or the name at which the server listens."""
    bare = given.removeprefix("[").removesuffix("]").lower()
    if parse_address(bare):
        return bare
    if not _NAME.fullmatch(bare):
        more = " Its port is PORT, and the address for recipients is PUBLIC_URL." if ":" in bare else ""
        raise ConfigError(
            f"HOST={given} is not an address to listen at. Set it to 127.0.0.1, or to 0.0.0.0 (:: with IPv6) "
            f"for all addresses.{more}",
            "HOST",
        )
    return bare


def _port(env: config.Environment) -> int:
    try:
        port = config.integer(env, "PORT", 8000)
    except ConfigError:
        port = 0
    if not 0 < port <= _LAST_PORT:
        raise ConfigError(
            f"PORT={config.text(env, 'PORT')} is no port. Set it to a number from 1 to {_LAST_PORT}.", "PORT"
        )
    return port


def _worker(env: config.Environment) -> WorkerMode:
    if (config.text(env, "WORKER") or "").lower() == WorkerMode.INLINE:
        return WorkerMode.INLINE
    try:
        return WorkerMode.ON if config.flag(env, "WORKER", default=True) else WorkerMode.OFF
    except ConfigError:
        raise ConfigError(
            f"WORKER={env['WORKER']} is none of on, inline and off. Set it to on (the background work has a "
            "process of its own), inline (one process does everything) or off (sightline worker does it).",
            "WORKER",
        ) from None


def _keep_alive(seconds: int) -> int:
    if not 1 <= seconds <= _LONGEST_KEEP_ALIVE:
        raise ConfigError(
            f"KEEP_ALIVE_SECONDS={seconds} is out of range. Set it to 1 to {_LONGEST_KEEP_ALIVE}: a little "
            "more than the time that your proxy keeps idle connections."
        )
    return seconds


def _default_url(host: str, port: int) -> str:
    bound = hosts.bound_host(host) or "127.0.0.1"
    return f"http://[{bound}]:{port}" if ":" in bound else f"http://{bound}:{port}"


def _public_url(given: str) -> str:
    try:
        return read_public_url(given)
    except ValueError as error:
        raise ConfigError(f"PUBLIC_URL={without_password(given)} {error}", "PUBLIC_URL") from None


def _database_url(given: str) -> str:
    urls.read(given)  # refuses what cannot be used
    return given


def _contact(given: str | None) -> str | None:
    if given and not _CONTACT.fullmatch(given):
        raise ConfigError(
            f"PRIVACY_CONTACT={given} is neither an email address nor the URL of a page. Set it to "
            "privacy@example.org or https://example.org/contact, or leave it out.",
            "PRIVACY_CONTACT",
        )
    return given


def _allowed(word: str) -> str:
    dot = "." if word.startswith(".") else ""
    host = hosts.setting_host(word.removeprefix("."))
    if host is None:
        raise ConfigError(
            f"ALLOWED_HOSTS: {word} is not a host. Set it to hosts such as mail.example.org, 192.168.1.5 or "
            ".example.org (a domain and all its subdomains), separated by commas, without scheme and port.",
            "ALLOWED_HOSTS",
        )
    return dot + host
