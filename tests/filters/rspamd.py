"""Runs a private rspamd with its packaged rules: one worker on a loopback port, without DNS and Redis."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import httpx

from tests import parts
from tests.migrations.databases import kept_port

CONFIG = Path("/etc/rspamd/rspamd.conf")
# Modules that ask other servers. Nothing listens at the name server, so what is left of DNS fails at once.
ASKS_NETWORK = (
    "arc", "asn", "dkim", "dkim_signing", "dmarc", "fuzzy_check", "greylist", "hfilter", "history_redis",
    "mx_check", "neural", "once_received", "phishing", "ratelimit", "rbl", "replies", "reputation",
    "rspamd_update", "spf", "surbl", "url_redirector", "whitelist",
)  # fmt: skip
# rspamd would compile 9,600 suffixes and its regular expressions at each start, for half a minute.
SUFFIXES = ("com", "de", "fr", "jp", "co.jp", "net", "org", "uk", "co.uk")
OPTIONS = """\
disable_hyperscan = true;
url_tld = "{folder}/suffixes";
dns {{
  nameserver = ["127.0.0.1:1"];
  timeout = 0.01s;
  retransmits = 1;
}}
"""
ENVELOPE = {"IP": "209.85.221.43", "Helo": "mail-wr1-f43.google.com", "From": "alice@example.com"}


@dataclass(frozen=True)
class Rspamd:
    """A running rspamd."""

    url: str

    def scores(self, mails: Sequence[bytes]) -> list[dict[str, float]]:
        """Return what each rule adds to the score of each mail."""
        with httpx.Client(base_url=self.url, headers=ENVELOPE, timeout=60) as client:
            answers = [client.post("/checkv2", content=mail).raise_for_status().json() for mail in mails]
        return [
            {name: float(found["score"]) for name, found in answer["symbols"].items() if found["score"]}
            for answer in answers
        ]


@contextmanager
def rspamd(folder: Path) -> Iterator[Rspamd]:
    """Run rspamd with its files in `folder`."""
    with kept_port() as port:
        process = subprocess.Popen(_command(folder, port), stdout=subprocess.DEVNULL)
        try:
            url = f"http://127.0.0.1:{port}"
            _wait(url, folder / "rspamd.log")
            yield Rspamd(url)
        finally:
            process.send_signal(signal.SIGTERM)
            process.wait(60)


def _command(folder: Path, port: int) -> list[str]:
    override = folder / "override.d"
    override.mkdir(parents=True)
    for module in ASKS_NETWORK:
        (override / f"{module}.conf").write_text("enabled = false;\n")
    (folder / "suffixes").write_text("\n".join(SUFFIXES) + "\n")
    (override / "options.inc").write_text(OPTIONS.format(folder=folder))
    (override / "logging.inc").write_text(f'filename = "{folder}/rspamd.log";\n')
    (override / "worker-normal.inc").write_text(f'bind_socket = "127.0.0.1:{port}";\ncount = 1;\n')
    for worker in ("controller", "proxy", "fuzzy"):
        (override / f"worker-{worker}.inc").write_text("enabled = false;\n")
    places = dict.fromkeys(("DBDIR", "RUNDIR", "LOGDIR", "LOCAL_CONFDIR"), folder)
    values = [word for name, place in places.items() for word in ("--var", f"{name}={place}")]
    program = parts.program("rspamd", "rspamd")
    return [str(program), "--no-fork", "--insecure", "--config", str(CONFIG), *values]


def _wait(url: str, log: Path) -> None:
    until = time.monotonic() + 60
    while True:
        try:
            httpx.get(f"{url}/ping", timeout=5).raise_for_status()
        except httpx.HTTPError:
            assert time.monotonic() < until, log.read_text() if log.exists() else "rspamd does not start"
            time.sleep(0.05)
        else:
            return
