"""Runs nginx, HAProxy and pgbouncer on free loopback ports, as people put them in front of things."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

from tests import parts
from tests.serving import free_port, listens

_WITHIN = 30.0
_NGINX = """
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 256; }}
http {{
    access_log off;
    client_body_temp_path {folder}/bodies;
    proxy_temp_path {folder}/answers;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    upstream sightline {{ server 127.0.0.1:{behind}; keepalive 16; keepalive_timeout 300s; }}
    server {{
        listen 127.0.0.1:{port};
        location / {{
            proxy_pass http://sightline;
            proxy_http_version 1.1;
            proxy_next_upstream off;
            proxy_set_header Connection "";
            proxy_set_header Host $http_host;
            {more}
        }}
    }}
}}
"""
_HAPROXY = """
global
    maxconn 256
defaults
    mode http
    timeout connect 5s
    timeout client 300s
    timeout server 300s
    timeout http-keep-alive 300s
    retries 0
frontend readers
    bind 127.0.0.1:{port}
    default_backend sightline
backend sightline
    http-reuse always
    server one 127.0.0.1:{behind}
"""
_PGBOUNCER = """
[databases]
* = host=127.0.0.1 port={behind} user=postgres
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = {port}
auth_type = any
pool_mode = {mode}
default_pool_size = 10
max_client_conn = 200
unix_socket_dir =
ignore_startup_parameters = extra_float_digits
"""


@contextmanager
def nginx(behind: int, more: str = "", port: int = 0) -> Iterator[int]:
    """Run nginx in front of this port, with `more` lines for its location. Yields its own port."""
    program, port = parts.program("nginx", "nginx"), port or free_port()
    user = "user root;" if os.geteuid() == 0 else ""
    with tempfile.TemporaryDirectory(prefix="sightline-nginx-") as folder:
        file = Path(folder, "nginx.conf")
        file.write_text(_NGINX.format(folder=folder, user=user, behind=behind, port=port, more=more))
        with _running(port, program, "-p", folder, "-c", file, "-e", f"{folder}/error.log"):
            yield port


@contextmanager
def haproxy(behind: int) -> Iterator[int]:
    """Run HAProxy in front of this port; it keeps its connections for five minutes. Yields its own port."""
    program, port = parts.program("haproxy", "haproxy"), free_port()
    with tempfile.TemporaryDirectory(prefix="sightline-haproxy-") as folder:
        file = Path(folder, "haproxy.cfg")
        file.write_text(_HAPROXY.format(behind=behind, port=port))
        with _running(port, program, "-db", "-f", file):
            yield port


@contextmanager
def pgbouncer(url: str, mode: str = "transaction", port: int = 0) -> Iterator[str]:
    """Run pgbouncer in front of the PostgreSQL of this database. Yields the database's address behind it."""
    program, port, place = parts.program("pgbouncer", "pgbouncer"), port or free_port(), urlsplit(url)
    with tempfile.TemporaryDirectory(prefix="sightline-pgbouncer-") as folder:
        file = Path(folder, "pgbouncer.ini")
        file.write_text(_PGBOUNCER.format(behind=place.port, port=port, mode=mode))
        user = None
        if os.geteuid() == 0:  # which pgbouncer refuses to run as
            user = "nobody"
            for each in (folder, file):
                shutil.chown(each, user)
        with _running(port, program, file, user=user):
            yield urlunsplit(place._replace(scheme="postgres", netloc=f"postgres@127.0.0.1:{port}"))


@contextmanager
def _running(port: int, *command: str | Path, user: str | None = None) -> Iterator[None]:
    with tempfile.TemporaryFile("w+") as log:
        process = subprocess.Popen(command, stdout=log, stderr=log, cwd="/", user=user)
        try:
            if not listens(process, port, _WITHIN):
                log.seek(0)
                raise AssertionError(f"{command[0]} does not listen:\n{log.read()}")
            yield
        finally:
            process.terminate()
            process.wait(30)
