"""Runs a private nginx with deploy/nginx.conf in front of a server, on free ports of this machine."""

from __future__ import annotations

import os
import re
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests import parts
from tests.certificates import new_certificate
from tests.serving import READY_WITHIN, ROOT, free_port

NAME = "mail.example.org"  # as deploy/nginx.conf calls the server
SHIPPED = ROOT / "deploy" / "nginx.conf"
# What Debian's own nginx.conf says around the site, with a folder of our own.
_AROUND = """
daemon off;
{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 768; }}
http {{
    sendfile on;
    tcp_nopush on;
    types_hash_max_size 2048;
    access_log {folder}/access.log;
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/answers;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Nginx:
    """A running nginx. `url`: where it serves HTTPS; requests have to name NAME as their host."""

    folder: Path
    plain_port: int
    port: int

    @property
    def local_url(self) -> str:
        """Where HTTPS is served, for a client that cannot be told the address of NAME."""
        return f"https://127.0.0.1:{self.port}"

    @property
    def url(self) -> str:
        return f"https://{NAME}:{self.port}"

    @property
    def logs(self) -> str:
        """All that it has logged."""
        return "".join(path.read_text() for path in sorted(self.folder.glob("*.log")))


@contextmanager
def in_front_of(server_port: int, folder: Path) -> Iterator[Nginx]:
    """Run nginx in front of the server on `server_port`, with its files in `folder`."""
    program, plain, secure = parts.program("nginx", "nginx"), free_port(), free_port()
    folder.mkdir()
    new_certificate(folder, NAME)
    (folder / "site.conf").write_text(site(SHIPPED.read_text(), folder, plain, secure, server_port))
    user = "user root;" if os.geteuid() == 0 else ""  # other users cannot enter the test's folder
    (folder / "nginx.conf").write_text(_AROUND.format(folder=folder, user=user))
    with subprocess.Popen(
        [program, "-p", folder, "-c", folder / "nginx.conf", "-e", folder / "error.log"]
    ) as process:
        try:
            _wait(process, f"http://127.0.0.1:{plain}/", folder)
            yield Nginx(folder, plain, secure)
        finally:
            process.terminate()


def site(shipped: str, folder: Path, plain: int, secure: int, server_port: int) -> str:
    """The shipped site with other ports, certificates and places for its logs; nothing else is changed."""
    changes = (
        (r"listen \[::\]:(80|443)\b[^;]*;", ""),
        (r"listen (?:\S+:)?80\b", f"listen 127.0.0.1:{plain}"),
        (r"listen (?:\S+:)?443\b", f"listen 127.0.0.1:{secure}"),
        (r"ssl_certificate [^;]+;", f"ssl_certificate {folder}/certificate.pem;"),
        (r"ssl_certificate_key [^;]+;", f"ssl_certificate_key {folder}/certificate.key.pem;"),
        (r"127\.0\.0\.1:8000\b", f"127.0.0.1:{server_port}"),
        (r"/var/log/nginx/", f"{folder}/"),
    )
    for old, new in changes:
        shipped = re.sub(old, new, shipped)
    return shipped


def _wait(process: subprocess.Popen[bytes], url: str, folder: Path) -> None:
    until = time.monotonic() + READY_WITHIN
    while time.monotonic() < until:
        assert process.poll() is None, (folder / "error.log").read_text()
        try:
            httpx.get(url, headers={"Host": NAME}, timeout=2)
        except httpx.TransportError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError("nginx was not ready in time")
