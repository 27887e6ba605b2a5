"""Rows 2, 10, 18 and 24: what stands in front of the server, and how the server is called. Covers R4."""

from __future__ import annotations

import html
import re
import sqlite3
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit

import httpx
import pytest

from tests.faults.load import AGENT
from tests.faults.table import amount, record
from tests.faults.visitor import PASSWORD
from tests.machines.browser import page
from tests.machines.ledger import Ledger
from tests.machines.machine import Machine
from tests.machines.proxies import haproxy, nginx

FORWARDED = {
    "203.0.113.77:51234": "203.0.113.77",
    "[2001:db8::77]:443": "2001:db8::77",
    '"[2001:db8::78]:443"': "2001:db8::78",
    "198.51.100.9, 203.0.113.79:1": "203.0.113.79",
    "203.0.113.80": "203.0.113.80",
}


@pytest.mark.timeout(120)
def test_addresses_with_ports_and_brackets_are_read(machine: Machine) -> None:
    machine.stop()
    machine.env["TRUSTED_PROXIES"] = "127.0.0.1"
    machine.start()
    ledger = Ledger("M10 X-Forwarded-For with ports and brackets")
    pixel = machine.marked(1)[0]
    for number, stated in enumerate(FORWARDED):
        headers = {"X-Forwarded-For": stated, "User-Agent": f"{AGENT}{number}"}
        ledger.asked.add(number)
        if httpx.get(pixel, headers=headers, timeout=60).status_code == 200:
            ledger.answered.add(number)
    stored = machine.stored()
    with sqlite3.connect(machine.data / "sightline.db", timeout=20) as database:
        found = {address for (address,) in database.execute("SELECT DISTINCT address FROM event")}
    right = found & set(FORWARDED.values())
    ledger.close(stored, seen=f"{len(right)} of {len(FORWARDED)} addresses are right")
    assert found == set(FORWARDED.values())


@pytest.mark.timeout(120)
def test_a_proxy_that_nobody_trusts_is_named(machine: Machine) -> None:
    ledger = Ledger("M10 TRUSTED_PROXIES was forgotten behind nginx")
    urls = machine.marked(10)
    forwarding = "proxy_set_header X-Forwarded-For $proxy_add_x_forwarded_for;"
    with nginx(machine.port, forwarding) as port:
        ledger.read([url.replace(f":{machine.port}/", f":{port}/") for url in urls], 60)
        stored = machine.stored()
        doctor = machine.doctor()
        lines = [*doctor.lines("red"), *doctor.lines("yellow")]
        named = [line for line in lines if "TRUSTED_PROXIES" in line and "127.0.0.1" in line]
        shown = "TRUSTED_PROXIES" in page(machine, "/status")
    ledger.close(stored, seen=f"doctor: {named[:1]}; on /status: {'yes' if shown else 'no'}")
    assert named
    assert shown


@pytest.mark.parametrize("balancer", ["raw", "haproxy", "nginx"][: amount(1, 3)])
@pytest.mark.timeout(240)
def test_connections_that_a_balancer_keeps_are_not_reset(machine: Machine, balancer: str) -> None:
    idle = amount(23, 61)
    ledger = Ledger(f"M18 kept connection, {idle} s idle: {balancer}")
    urls = machine.marked(4)
    with _balanced(balancer, machine.port) as port, closing(HTTPConnection("127.0.0.1", port)) as kept:
        for pause in (0, idle, 0):
            time.sleep(pause)
            _ask(ledger, kept, urls[0])
    ledger.close(machine.stored(), seen=f"{len(ledger.asked - ledger.answered)} reset")
    assert ledger.answered == ledger.asked


@contextmanager
def _balanced(balancer: str, behind: int) -> Iterator[int]:
    if balancer == "raw":
        yield behind
    else:
        with {"nginx": nginx, "haproxy": haproxy}[balancer](behind) as port:
            yield port


def _ask(ledger: Ledger, kept: HTTPConnection, url: str) -> None:
    number = len(ledger.asked)
    ledger.asked.add(number)
    kept.auto_open = 1 if number == 0 else 0  # what was reset stays reset
    try:
        kept.request("GET", urlsplit(url).path, headers={"User-Agent": f"{AGENT}{number}"})
        answer = kept.getresponse()
        answer.read()
    except (OSError, HTTPException):
        return
    if answer.status == 200:
        ledger.answered.add(number)


PUBLIC_URLS = {
    "in quotes": '"{}"',
    "in blanks": "  {}  ",
    "without a scheme": "127.0.0.1:{port}",
    "with a path": "{}/tracker",
    "with a query": "{}/?a=b",
    "in capitals": "HTTP://LOCALHOST:{port}",
    "with a slash": "{}/",
    "with a fragment": "{}/#top",
}


@pytest.mark.timeout(240)
def test_no_mail_leaves_with_a_dead_mark_however_public_url_is_written(machine: Machine) -> None:
    good, refused, dead, told = machine.url, [], [], []
    rows = []
    for first, (how, written) in enumerate(PUBLIC_URLS.items()):
        machine.env["PUBLIC_URL"] = written.format(good, port=machine.port)
        done = machine.outcome("mark", "--link", "https://example.com/")
        ledger = Ledger(f"M2 PUBLIC_URL {how}", 100 * first)
        rows.append(ledger)
        if done.returncode:
            refused.append(how)
            told.append((how, done.stdout + done.stderr))
            continue
        for url in re.findall(r'"(?:pixel|tracked)_url": "([^"]+)"', done.stdout):
            number = ledger.first + len(ledger.asked)
            ledger.asked.add(number)
            if _answers(url, number):
                ledger.answered.add(number)
        if len(ledger.answered) < 2:
            dead.append(how)
    stored = machine.stored()
    for ledger in rows:
        own = {number: times for number, times in stored.items() if number in ledger.asked}
        record(
            ledger.row,
            f"{len(ledger.asked)} asked",
            f"{len(ledger.answered)} answered, {len(own)} stored, 0 told as lost"
            + ("; refused" if ledger.row.removeprefix("M2 PUBLIC_URL ") in refused else ""),
        )
    assert dead == []
    assert [how for how, said in told if "PUBLIC_URL" not in said or "Traceback" in said] == []
    assert {"in quotes", "in blanks", "in capitals", "with a slash"}.isdisjoint(refused)


def _answers(url: str, number: int) -> bool:
    try:
        answer = httpx.get(url, headers={"User-Agent": f"{AGENT}{number}"}, timeout=60)
    except (httpx.TransportError, httpx.InvalidURL, httpx.UnsupportedProtocol):
        return False
    return answer.status_code == (302 if "/c/" in url else 200)


_ADDRESS = re.compile(rb"[\w.+-]+@[\w-]+\.[\w.]+")
_OFF = re.compile(rb"<!--email_off-->.*?<!--/email_off-->", re.DOTALL)


@contextmanager
def obfuscating(behind: int) -> Iterator[int]:
    """A proxy that hides addresses in pages as Cloudflare's does, unless the page forbids it."""

    class Proxy(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            headers = {
                name: value for name, value in self.headers.items() if name.lower() != "accept-encoding"
            }
            answer = httpx.get(f"http://127.0.0.1:{behind}{self.path}", headers=headers, timeout=60)
            body = answer.content
            allowed = "no-transform" not in answer.headers.get("cache-control", "")
            if allowed and answer.headers.get("content-type", "").startswith("text/html"):
                body = _hidden(body)
            self.send_response(answer.status_code)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    with ThreadingHTTPServer(("127.0.0.1", 0), Proxy) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server.server_address[1]
        server.shutdown()


def _hidden(body: bytes) -> bytes:
    kept = _OFF.findall(body)
    hidden = _ADDRESS.sub(b"[email&#160;protected]", _OFF.sub(b"<!--kept-->", body))
    for each in kept:
        hidden = hidden.replace(b"<!--kept-->", each, 1)
    return hidden


@pytest.mark.timeout(120)
def test_pages_show_addresses_although_a_proxy_hides_addresses(machine: Machine) -> None:
    here = page(machine, "/settings")
    addresses = set(re.findall(r"[\w.+-]+@[\w-]+\.[\w.]+", html.unescape(here)))
    assert addresses
    with obfuscating(machine.port) as port:
        there = _page_through(machine, port)
    left = {each for each in addresses if each in html.unescape(there)}
    record(
        "M24 pages rewritten by a proxy that hides addresses",
        f"{len(addresses)} addresses",
        f"{len(left)} left",
    )
    assert left == addresses


def _page_through(machine: Machine, port: int) -> str:
    """Sign in at the server, and load the settings through the proxy with the same cookies."""
    with httpx.Client(base_url=machine.url, timeout=60) as browser:
        token = browser.get("/login").text.partition('name="csrf" value="')[2].partition('"')[0]
        form = {"csrf": token, "email": "alice@sandbox.example", "password": PASSWORD}
        browser.post("/login", data=form, headers={"Sec-Fetch-Site": "same-origin"})
        cookies = "; ".join(f"{name}={value}" for name, value in browser.cookies.items())
        there = httpx.get(f"http://127.0.0.1:{port}/settings", headers={"Cookie": cookies}, timeout=60)
        assert there.status_code == 200
        return there.text
