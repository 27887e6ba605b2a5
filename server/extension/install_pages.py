"""Public pages that say how to install the extension, and offer a download preset for this server."""

from __future__ import annotations

import asyncio
import io
import json
import zipfile
from functools import lru_cache
from pathlib import Path
from typing import Any, cast

from quart import Response, abort, make_response, request

from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.lib.web import page

DIST = Path(__file__).parents[2] / "extension" / "dist"
BROWSERS = ("chromium", "firefox")
GMAIL = "https://mail.google.com"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest moment of the zip format


async def show() -> Response:
    """Show the installation steps for both browsers."""
    return await page.show("extension/install.html", built=_is_built("chromium"))


async def download() -> Response:
    """Send the zip for `?browser=chromium|firefox`: the build, with this server's URL in server.json."""
    browser = request.args.get("browser", "")
    if browser not in BROWSERS:
        abort(404)
    if not _is_built(browser):
        return await page.show("extension/not_built.html", 503)
    content = await asyncio.to_thread(packed, DIST / browser, runtime()[ServerSettings].public_url)
    answer = cast(Response, await make_response(content))
    answer.headers["Content-Type"] = "application/zip"
    answer.headers["Content-Disposition"] = f'attachment; filename="sightline-{browser}.zip"'
    answer.headers["Cache-Control"] = "no-cache"
    return answer


def packed(folder: Path, public_url: str) -> bytes:
    """Return a zip of `folder` whose server.json names `public_url`. Equal files give equal bytes.

    The zip is cached for each build, because packing takes as long as many requests.
    """
    return _packed(folder, public_url, _stamp(folder))


def _stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Return what distinguishes one build from another: the path, size and modification time of each file."""
    files = ((path, path.stat()) for path in sorted(folder.rglob("*")) if path.is_file())
    return tuple((str(path), stat.st_size, stat.st_mtime_ns) for path, stat in files)


@lru_cache(maxsize=2 * len(BROWSERS))
def _packed(folder: Path, public_url: str, build: object) -> bytes:
    files = {str(path.relative_to(folder).as_posix()): path for path in folder.rglob("*") if path.is_file()}
    server_json = json.dumps({"server": public_url, "gmail": [GMAIL]}, indent=1).encode()
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        for name in sorted({*files, "server.json"}):
            _put(archive, name, server_json if name == "server.json" else files[name].read_bytes())
    return target.getvalue()


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    entry: Any = zipfile.ZipInfo(name, _LONG_AGO)
    entry.external_attr = 0o644 << 16
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content)


def _is_built(browser: str) -> bool:
    return (DIST / browser / "manifest.json").is_file()
