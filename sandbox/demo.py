"""Shows a running app in a browser: `python -m sandbox.demo --app-url URL --extension DIR [--data DIR]`.

Chromium resolves mail.google.com to the sandbox, loads the extension, and opens the app and two mailboxes.
"""

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from sandbox.tls import fingerprint

# Chrome no longer loads unpacked extensions from the command line; Chromium does.
BROWSERS = (os.environ.get("CHROMIUM", ""), "chromium", "chromium-browser")
ADVICE = """There is no screen here (neither DISPLAY nor WAYLAND_DISPLAY is set), so no browser can be shown.
Instead, run `make run` and open the addresses that it prints in a browser that reaches this machine. From
another machine, forward port 8000 (ssh -L 8000:127.0.0.1:8000 …) and the sandbox's port. `make test` runs
everything in a browser that needs no screen."""


def main() -> int:
    """Run the demo. Returns the exit status: 0 even without a screen, 1 if something required is missing."""
    args = arguments()
    trouble = what_is_missing()
    if trouble:
        return say(*trouble)
    return open_browser(args.app_url, args.extension, args.data)


def what_is_missing() -> tuple[str, int] | None:
    """Return why no browser can be shown here, with the exit status; None if a browser can be shown."""
    if not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        return ADVICE, 0
    if chromium() is None:
        return "Chromium was not found. Install it (on Debian: apt install chromium), then try again.", 1
    return None


def open_browser(app_url: str, extension: Path, data: Path) -> int:
    """Show the app and two mailboxes until the browser is closed. Returns the exit status."""
    if not (extension / "manifest.json").is_file():
        return say(f"There is no built extension in {extension}. Run `make build` first.", 1)
    sandbox = running_sandbox(data)
    if sandbox is None or not answers(app_url):
        return say("The app and its sandbox do not answer. Start them with `make run`.", 1)
    say("The browser shows the app and two mailboxes in a stand-in for Gmail. Nothing leaves this machine.")
    return show([str(chromium()), *browser_arguments(extension, data, sandbox), *pages(app_url)])


def chromium() -> str | None:
    """Return the path of an installed Chromium."""
    return next((path for name in BROWSERS if name and (path := shutil.which(name))), None)


def arguments() -> argparse.Namespace:
    data = Path(os.environ.get("SIGHTLINE_DATA", "data"))
    app = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
    parser = argparse.ArgumentParser(
        prog="python -m sandbox.demo", description="Shows the running app in a browser."
    )
    parser.add_argument("--app-url", default=app, help="URL of the running app")
    parser.add_argument(
        "--extension",
        type=Path,
        default=Path("extension/dist/chromium"),
        help="folder of the built extension",
    )
    parser.add_argument("--data", type=Path, default=data, help="the app's data folder")
    return parser.parse_args()


def say(words: str, status: int = 0) -> int:
    sys.stdout.write(words + "\n")
    sys.stdout.flush()
    return status


def answers(url: str) -> bool:
    """Return whether an HTTP server responds at this URL, with any status."""
    try:
        urllib.request.urlopen(url, timeout=5).close()  # noqa: S310 - their own app
    except urllib.error.HTTPError as error:
        error.close()
    except OSError:
        return False
    return True


def running_sandbox(data: Path) -> dict[str, Any] | None:
    """Return what the running sandbox wrote into `ready.json`, or None if there is none."""
    try:
        return dict(json.loads((data / "sandbox" / "ready.json").read_text()))
    except (OSError, ValueError):
        return None


def browser_arguments(extension: Path, data: Path, sandbox: dict[str, Any]) -> list[str]:
    """Return Chromium's options: they load the extension, map mail.google.com and its image proxy to the
    sandbox's TLS port, and trust only the sandbox's key there."""
    here, folder = f"127.0.0.1:{sandbox['tls_port']}", str(extension.resolve())
    root = ["--no-sandbox"] if hasattr(os, "getuid") and os.getuid() == 0 else []
    return [
        *root,
        f"--disable-extensions-except={folder}",
        f"--load-extension={folder}",
        f"--host-resolver-rules=MAP mail.google.com {here}, MAP *.googleusercontent.com {here}",
        f"--ignore-certificate-errors-spki-list={fingerprint(data / 'sandbox' / 'tls.crt')}",
        "--no-first-run",
        "--no-default-browser-check",
        "--disable-sync",
    ]


def pages(app_url: str) -> list[str]:
    gmail = "https://mail.google.com/mail/u"
    return [app_url, f"{gmail}/0/?as=alice", f"{gmail}/1/?as=bob"]


def show(command: list[str]) -> int:
    """Open the browser with its own profile and wait until it is closed."""
    with tempfile.TemporaryDirectory(prefix="demo-", ignore_cleanup_errors=True) as profile:
        return subprocess.run([*command, f"--user-data-dir={profile}"], check=False).returncode  # noqa: S603


if __name__ == "__main__":
    sys.exit(main())
