"""Wrong set-ups of settings and files, as people report them, and what `sightline doctor` must say."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.table import FULL, record
from tests.machines.machine import SCREEN_LINES, Doctor, Machine

SECRET = "S3cretS3cret"  # stands in settings that no line may show
PAGE = "<html>404</html>" * 99  # instead of a database
_PARTS = 8  # lines at least, since one check that fails must not hide the others
_EXCEPTION = re.compile(r"\b[A-Z]\w+(?:Error|Exception)\b|\[Errno|Errno \d")
_GOOGLE = {"GOOGLE_CLIENT_ID": "1.apps.googleusercontent.com", "GOOGLE_CLIENT_SECRET": SECRET}


def nothing(_server: Machine) -> None:
    """Prepare nothing."""


@dataclass(frozen=True)
class Setup:
    """A wrong set-up. One line of a `colour` must match all of `says`, in which | separates words, and ^ is
    where the line begins.

    `{data}` and `{port}` in settings stand for those of the server. `prepare` breaks something.
    """

    name: str
    says: tuple[str, ...]
    env: dict[str, str] = field(default_factory=dict)
    colours: str = "red"
    prepare: Callable[[Machine], object] = nothing


def _half(name: str) -> Callable[[Machine], object]:
    def cut(server: Machine) -> None:
        file = server.data / name
        file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])

    return cut


def _written(name: str, text: str) -> Callable[[Machine], object]:
    return lambda server: (server.data / name).write_text(text)


def _without(name: str) -> Callable[[Machine], object]:
    return lambda server: (server.data / name).unlink()


def _folder(name: str) -> Callable[[Machine], object]:
    def put(server: Machine) -> None:
        (server.data / name).unlink(missing_ok=True)
        (server.data / name).mkdir()

    return put


def _mode(name: str, mode: int) -> Callable[[Machine], object]:
    return lambda server: (server.data / name).chmod(mode)


SETTINGS = (
    Setup("url-path", ("PUBLIC_URL", "path|/sightline"), {"PUBLIC_URL": "https://example.org/sightline"}),
    Setup("url-query", ("PUBLIC_URL",), {"PUBLIC_URL": "https://example.org/?a=b"}),
    Setup("url-placeholder", ("PUBLIC_URL",), {"PUBLIC_URL": "https://<your-domain.test>"}),
    Setup("url-ftp", ("PUBLIC_URL", "http"), {"PUBLIC_URL": "ftp://example.org"}),
    Setup("port-kubernetes", ("PORT",), {"PORT": "tcp://10.0.0.5:80"}),
    Setup("host-conda", ("HOST", "x86_64-conda"), {"HOST": "x86_64-conda-linux-gnu"}),
    Setup("worker-typo", ("WORKER", "inline"), {"WORKER": "perhaps"}),
    Setup("retention-word", ("EVENT_RETENTION_DAYS",), {"EVENT_RETENTION_DAYS": "ninety"}),
    Setup("spool-bytes-word", ("SPOOL_MAX_BYTES",), {"SPOOL_MAX_BYTES": "a lot"}),
    Setup("spool-path-folder", ("SPOOL_PATH|spool",), {"SPOOL_PATH": "{data}"}),
    Setup("proxies-name", ("TRUSTED_PROXIES",), {"TRUSTED_PROXIES": "nginx"}),
    Setup("proxies-everybody", ("TRUSTED_PROXIES",), {"TRUSTED_PROXIES": "0.0.0.0/0"}, "red yellow"),
    Setup("google-id-only", ("GOOGLE_CLIENT_SECRET",), {"GOOGLE_CLIENT_ID": "1.apps.googleusercontent.com"}),
    Setup("proxy-socks", ("ALL_PROXY", "SOCKS|socks"), {"ALL_PROXY": "socks5h://127.0.0.1:1080", **_GOOGLE}),
    Setup("proxy-lower-case", ("https_proxy|HTTPS_PROXY",), {"https_proxy": "http://127.0.0.1:1", **_GOOGLE}),
    Setup(
        "proxy-password-slash",
        ("HTTPS_PROXY", "%2F"),
        {"HTTPS_PROXY": f"http://user:{SECRET}/w@127.0.0.1:1", **_GOOGLE},
    ),
    Setup("cert-file-missing", ("SSL_CERT_FILE",), {"SSL_CERT_FILE": "/etc/ssl/nowhere.pem", **_GOOGLE}),
    Setup(
        "cert-file-no-pem",
        ("SSL_CERT_FILE",),
        {"SSL_CERT_FILE": "{data}/company.cer", **_GOOGLE},
        prepare=_written("company.cer", "no certificate"),
    ),
    Setup("smtp-url", ("SMTP_SERVER",), {"SMTP_SERVER": "smtp://127.0.0.1:1"}),
    Setup("smtp-nobody-listens", ("SMTP_SERVER|SMTP_PORT",), {"SMTP_SERVER": "127.0.0.1", "SMTP_PORT": "1"}),
    Setup(
        "smtp-both",
        ("SMTP_USE_TLS", "SMTP_USE_SSL"),
        {"SMTP_SERVER": "127.0.0.1", "SMTP_PORT": "1", "SMTP_USE_TLS": "on", "SMTP_USE_SSL": "on"},
    ),
    Setup("geoip-missing", ("GEOIP_DATABASE_PATH",), {"GEOIP_DATABASE_PATH": "/srv/none.mmdb"}, "red yellow"),
    Setup(
        "geoip-page",
        ("GEOIP_DATABASE_PATH",),
        {"GEOIP_DATABASE_PATH": "{data}/city.mmdb"},
        "red yellow",
        _written("city.mmdb", "<html>This website is using a security service"),
    ),
    Setup("breached-missing", ("BREACHED_PASSWORDS",), {"BREACHED_PASSWORDS": "/srv/none.txt"}, "red yellow"),
    Setup(
        "breached-unordered",
        ("BREACHED_PASSWORDS",),
        {"BREACHED_PASSWORDS": "{data}/pwned.txt"},
        "red yellow",
        _written("pwned.txt", "".join(f"{number * 7919 % 101:040X}:{number}\n" for number in range(100))),
    ),
    Setup("data-is-a-file", ("SIGHTLINE_DATA|folder",), {"SIGHTLINE_DATA": "/etc/hostname"}),
    Setup("data-cannot-be-made", ("SIGHTLINE_DATA|folder",), {"SIGHTLINE_DATA": "/proc/nowhere/data"}),
    Setup(
        "another-secret",
        ("TRACKING_SECRET",),
        {"TRACKING_SECRET": f"{SECRET} and more than thirty-two letters"},
        "red yellow",
        _without("keys.json"),
    ),
    Setup("terminal-ascii", (), {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, "green"),
    Setup("terminal-latin-1", (), {"PYTHONIOENCODING": "latin-1"}, "green"),
)

FILES = (
    Setup("keys-unreadable", ("keys.json",), prepare=_mode("keys.json", 0o000)),
    Setup("keys-empty", ("keys.json",), prepare=_written("keys.json", "")),
    Setup("keys-half", ("keys.json",), prepare=_half("keys.json")),
    Setup(
        "keys-gone", ("keys.json", "10 m", "backup|restore|TRACKING_SECRET"), prepare=_without("keys.json")
    ),
    Setup("keys-folder", ("keys.json",), prepare=_folder("keys.json")),
    Setup("keys-open-to-all", ("keys.json", "600|owner"), {}, "red yellow", _mode("keys.json", 0o644)),
    Setup("session-empty", ("session.key",), prepare=_written("session.key", "")),
    Setup("vault-short", ("vault.key",), prepare=_written("vault.key", "YWJj")),
    Setup("database-half", ("sightline.db|database",), prepare=_half("sightline.db")),
    Setup(
        "database-page", ("sightline.db|database",), prepare=_written("sightline.db", "<html>404</html>" * 99)
    ),
    Setup("database-folder", ("sightline.db|database",), prepare=_folder("sightline.db")),
    Setup("database-empty", ("sightline.db|database",), {}, "red yellow", _written("sightline.db", "")),
    Setup("folder-read-only", ("write|read-only|mode|owner|chown",), prepare=_mode(".", 0o555)),
    Setup("spool-page", ("spool",), prepare=_written("spool.db", PAGE)),
)


def complaints(setups: Sequence[Setup], ready: Machine, places: dict[str, str]) -> list[str]:
    """Run `sightline doctor` for each of them on a copy of a server that is ready; returns what is wrong."""
    chosen = setups if FULL else setups[:: max(1, len(setups) // 5)]
    with ThreadPoolExecutor(2) as beside:
        found = list(beside.map(lambda setup: _complaints(setup, ready, places), chosen))
    return [f"{setup.name}: {each}" for setup, own in zip(chosen, found, strict=True) for each in own]


def _complaints(setup: Setup, ready: Machine, places: dict[str, str]) -> list[str]:
    data = ready.data.with_name(f"{ready.data.name}-{setup.name}")
    shutil.copytree(ready.data, data, ignore=shutil.ignore_patterns("sandbox"))
    server = Machine(data, port=ready.port)
    known = {"data": str(data), "port": str(server.port), **places}
    server.env = {
        name: re.sub(r"\{(\w+)\}", lambda found: known[found[1]], value) for name, value in setup.env.items()
    }
    setup.prepare(server)
    doctor = server.doctor().elsewhere(data)
    wrong = list(_wrong(setup, doctor))
    _let_go(data)
    lines = [line for colour in setup.colours.split() for line in doctor.lines(colour)]
    said = next((line for line in lines if _says(setup, line)), instead(doctor)) if setup.says else ""
    record(f"S {setup.name}", f"{doctor.height} lines", f"{', '.join(wrong) or 'right'}: {said[:110]}")
    return wrong


def _wrong(setup: Setup, doctor: Doctor) -> list[str]:
    everything = doctor.text + doctor.errors
    lines = [line for colour in setup.colours.split() for line in doctor.lines(colour)]
    checks = {
        "a traceback": "Traceback" in everything,
        f"{doctor.height} lines, more than a screen": doctor.height > SCREEN_LINES,
        "the secret is shown": SECRET in everything,
        "an exception's name is shown": bool(_EXCEPTION.search("\n".join(doctor.lines("red")))),
        "other checks are hidden": len(doctor.text.splitlines()) < _PARTS,
        f"no {setup.colours} line": bool(setup.says) and not any(_says(setup, line) for line in lines),
    }
    return [what for what, is_so in checks.items() if is_so]


def _says(setup: Setup, line: str) -> bool:
    return all(any(word in f"^{line}" for word in words.split("|")) for words in setup.says)


def instead(doctor: Doctor) -> str:
    """What was said instead, for the table."""
    return "; ".join([*doctor.lines("red"), *doctor.errors.splitlines()[-1:]])


def _let_go(data: Path) -> None:
    data.chmod(0o700)
    shutil.rmtree(data)
