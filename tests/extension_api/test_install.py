"""The extension's page, and a download made for this server, are available without signing in."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest

from server.extension import install_pages
from tests.world import World


@pytest.fixture
def dist(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A small build of the extension."""
    folder = tmp_path / "dist"
    for browser in install_pages.BROWSERS:
        (folder / browser / "icons").mkdir(parents=True)
        (folder / browser / "manifest.json").write_text('{"manifest_version": 3}')
        (folder / browser / "server.json").write_text('{"server": null}')
        (folder / browser / "icons" / "16.png").write_bytes(b"\x89PNG")
    monkeypatch.setattr(install_pages, "DIST", folder)
    return folder


async def test_a_newcomer_reads_how_to_install_the_extension(world: World, dist: Path) -> None:
    page = await (await world.visitor().get("/extension")).get_data(as_text=True)
    for words in ("Load unpacked", "Load Temporary Add-on", "/extension/download?browser=chromium", "/pair"):
        assert words in page


@pytest.mark.parametrize("browser", ["chromium", "firefox"])
async def test_the_downloaded_extension_contains_the_address_of_its_server(
    world: World, dist: Path, browser: str
) -> None:
    answer = await world.visitor().get(f"/extension/download?browser={browser}")
    assert answer.status_code == 200
    assert answer.headers["Content-Type"] == "application/zip"
    assert f'filename="sightline-{browser}.zip"' in answer.headers["Content-Disposition"]
    archive = zipfile.ZipFile(io.BytesIO(await answer.get_data()))
    assert archive.testzip() is None
    assert archive.namelist() == ["icons/16.png", "manifest.json", "server.json"]
    assert json.loads(archive.read("server.json")) == {
        "server": "http://127.0.0.1:8000",
        "gmail": ["https://mail.google.com"],
    }
    assert archive.read("icons/16.png") == b"\x89PNG"


async def test_the_same_build_gives_the_same_bytes(dist: Path) -> None:
    first = install_pages.packed(dist / "chromium", "https://track.example.com")
    for path in (dist / "chromium").rglob("*.json"):
        path.touch()
    assert install_pages.packed(dist / "chromium", "https://track.example.com") == first


async def test_a_build_is_packed_once_until_one_of_its_files_changes(dist: Path) -> None:
    folder = dist / "chromium"
    first = install_pages.packed(folder, "https://track.example.com")
    assert install_pages.packed(folder, "https://track.example.com") is first
    (folder / "icons" / "16.png").write_bytes(b"another picture")
    assert install_pages.packed(folder, "https://track.example.com") != first


async def test_a_build_without_server_json_gets_one(dist: Path) -> None:
    (dist / "firefox" / "server.json").unlink()
    packed = install_pages.packed(dist / "firefox", "https://track.example.com")
    assert "server.json" in zipfile.ZipFile(io.BytesIO(packed)).namelist()


@pytest.mark.parametrize("browser", ["", "safari", "../../server", "chromium/icons"])
async def test_a_download_for_an_unknown_browser_is_not_found(world: World, dist: Path, browser: str) -> None:
    assert (await world.visitor().get(f"/extension/download?browser={browser}")).status_code == 404


async def test_without_a_build_the_page_says_which_command_to_run(
    world: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(install_pages, "DIST", tmp_path / "nothing")
    answer = await world.visitor().get("/extension/download?browser=chromium")
    assert answer.status_code == 503
    assert "make build" in await answer.get_data(as_text=True)
    assert "make build" in await (await world.visitor().get("/extension")).get_data(as_text=True)
