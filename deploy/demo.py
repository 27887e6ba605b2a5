"""`make demo`: the server, the sandbox that stands in for Google, and a browser with the extension loaded.

The extension is the one that the server's own page offers, built for this server.
"""

from __future__ import annotations

import io
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
import urllib.request
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sandbox import demo

ROOT = Path(__file__).parents[1]
HOME = f"http://127.0.0.1:{os.environ.get('PORT') or '8000'}"
START_WAIT = 60.0


def main() -> int:
    """Run the demo until its browser is closed. Returns the exit status: 0 even without a screen."""
    trouble = demo.what_is_missing()
    if trouble:
        return demo.say(*trouble)
    data = Path(os.environ.get("SIGHTLINE_DATA") or ROOT / "data").absolute()
    with _server(data) as first_page:
        return demo.open_browser(first_page, _extension(data / "demo-extension"), data)


@contextmanager
def _server(data: Path) -> Iterator[str]:
    """Run Sightline with its sandbox. Once both answer, yields the first page: set-up if nobody is owner."""
    (data / "sandbox" / "ready.json").unlink(missing_ok=True)
    env = {name: value for name, value in os.environ.items() if not name.startswith("GOOGLE_")}
    command = [str(Path(sys.executable).with_name("sightline")), "serve"]
    process = subprocess.Popen(command, cwd=ROOT, env=env, stdout=subprocess.PIPE, text=True)
    links: list[str] = []
    printing = threading.Thread(target=_print, args=(process, links), daemon=True)
    printing.start()
    try:
        _wait(data, process)
        yield links[0] if links else f"{HOME}/"
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait()
        printing.join()


def _print(process: subprocess.Popen[str], links: list[str]) -> None:
    """Print what the server prints, and add a set-up link in it to `links`."""
    assert process.stdout
    with process.stdout as lines:
        for line in lines:
            links += [word for word in line.split() if "/setup/" in word]
            print(line, end="", flush=True)


def _wait(data: Path, process: subprocess.Popen[str]) -> None:
    until = time.monotonic() + START_WAIT
    while not (demo.running_sandbox(data) and demo.answers(f"{HOME}/health")):
        if process.poll() is not None or time.monotonic() > until:
            sys.exit("The server did not start. Its messages are above.")
        time.sleep(0.1)


def _extension(folder: Path) -> Path:
    shutil.rmtree(folder, ignore_errors=True)
    with urllib.request.urlopen(f"{HOME}/extension/download?browser=chromium", timeout=30) as answer:
        zipfile.ZipFile(io.BytesIO(answer.read())).extractall(folder)
    return folder


if __name__ == "__main__":
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    try:
        sys.exit(main())
    except KeyboardInterrupt:
        sys.exit(130)
