"""Reads the URL of a Redis, as hosters hand it out and as people write it. Pure."""

from __future__ import annotations

from urllib.parse import parse_qsl, quote

from server.lib.net.server_url import ServerUrl, read_server_url

_KNOWN = {
    *(
        "db",
        "ssl_cert_reqs",
        "ssl_ca_certs",
        "ssl_ca_path",
        "ssl_certfile",
        "ssl_keyfile",
        "ssl_check_hostname",
    ),
    *("ssl_min_version", "client_name", "protocol", "health_check_interval", "socket_keepalive"),
}
_DATABASES = 1 << 16  # far more than any Redis has


def read_redis_url(given: str) -> str:
    """Return the URL as redis-py reads it. Raises ValueError, whose text says what is wrong."""
    scheme, _, rest = given.partition("://")
    scheme = scheme.lower()
    if scheme == "unix":
        return f"unix://{rest}"
    if scheme not in {"redis", "rediss"}:
        raise ValueError("is not a Redis URL. Set it to redis://HOST:6379/0, or leave it out to use a file.")
    read = read_server_url(rest)
    if read.path and not (read.path.isascii() and read.path.isdecimal() and int(read.path) < _DATABASES):
        raise ValueError("ends in a path that is no number of a database. Set it to …/0.")
    unknown = [name for name, _ in parse_qsl(read.query, keep_blank_values=True) if name not in _KNOWN]
    if unknown:
        raise ValueError(f"has the parameter {unknown[0][:30]}, which Sightline does not know. Remove it.")
    return f"{scheme}://{_login(read)}{_place(read)}"


def _login(read: ServerUrl) -> str:
    if read.user is None and read.password is None:
        return ""
    password = "" if read.password is None else f":{quote(read.password, safe='')}"
    return f"{quote(read.user or '', safe='')}{password}@"


def _place(read: ServerUrl) -> str:
    host = f"[{read.host}]" if read.host and ":" in read.host else read.host or ""
    port = f":{read.port}" if read.port else ""
    return f"{host}{port}{'/' + read.path if read.path else ''}{'?' + read.query if read.query else ''}"
