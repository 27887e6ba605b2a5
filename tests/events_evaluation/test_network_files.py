"""A running server takes refreshed lists of networks into use."""

from __future__ import annotations

import logging
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from server.events.evaluation import network_files
from server.events.evaluation.network_files import NetworkFiles, folder_in, refreshed
from server.verdicts import network_lists, networks
from server.verdicts.network_lists import Basis, NetworkKind, NetworkList, written
from server.verdicts.networks import network_of

HOME = "81.2.69.1"
NEW = NetworkList(
    "New Cloud", NetworkKind.CLOUD, Basis.PUBLISHED, "a test", date(2030, 1, 1), ("81.2.69.0/24",)
)


@pytest.fixture
async def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[NetworkFiles]:
    """The watcher of a fresh data folder, which looks each time that it is asked to."""
    monkeypatch.setattr(network_files, "LOOK_AGAIN_SECONDS", 0.0)
    found = NetworkFiles()
    found.watch(folder_in(tmp_path))
    yield found
    networks.use(network_lists.table_of(network_lists.shipped().values()))


def put(folder: Path, name: str, text: str) -> None:
    """Put a file into the folder as a refresh does: under another name first."""
    folder.mkdir(exist_ok=True)
    draft = folder / f"{name}.part"
    draft.write_text(text)
    draft.replace(folder / name)


async def test_a_refreshed_list_is_used_at_the_next_look(files: NetworkFiles, tmp_path: Path) -> None:
    await files.look()
    assert network_of(HOME).name == ""
    put(folder_in(tmp_path), "new.txt", written(NEW))
    await files.look()
    assert network_of(HOME) == NEW.network
    assert network_of("5.9.1.1").name == "Hetzner"


async def test_between_two_looks_half_a_minute_passes(
    files: NetworkFiles, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network_files, "LOOK_AGAIN_SECONDS", 30.0)
    await files.look()
    put(folder_in(tmp_path), "new.txt", written(NEW))
    await files.look()
    assert network_of(HOME).name == ""


async def test_a_list_that_is_removed_is_forgotten(files: NetworkFiles, tmp_path: Path) -> None:
    put(folder_in(tmp_path), "new.txt", written(NEW))
    await files.look()
    (folder_in(tmp_path) / "new.txt").unlink()
    await files.look()
    assert network_of(HOME).name == ""


async def test_a_shipped_list_that_is_newer_wins(files: NetworkFiles, tmp_path: Path) -> None:
    old = replace(NEW, name="Hetzner", day=date(2020, 1, 1))
    put(folder_in(tmp_path), "hetzner.txt", written(old))
    await files.look()
    assert (network_of(HOME).name, network_of("5.9.1.1").name) == ("", "Hetzner")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "not a list",
        "\0" * 100,
        written(NEW).replace("81.2.69.0/24", "0.0.0.0/0"),
        written(NEW).replace("81.2.69.0/24", "10.0.0.0/8"),
        written(NEW).replace("81.2.69.0/24", "81.2.69.1/24"),
        written(NEW).replace("cloud", "planet"),
        written(NEW).replace("published", "guessed"),
        written(NEW).replace("2030-01-01", "someday"),
        written(NEW) + "\n" * 4_000_000,
    ],
)
async def test_a_file_that_cannot_be_used_is_named_and_left_out(
    files: NetworkFiles, tmp_path: Path, caplog: pytest.LogCaptureFixture, text: str
) -> None:
    put(folder_in(tmp_path), "broken.txt", text)
    put(folder_in(tmp_path), "new.txt", written(NEW))
    with caplog.at_level(logging.WARNING):
        assert set(refreshed(folder_in(tmp_path))) == {"new"}
    assert "broken.txt is not used" in caplog.text
    await files.look()
    assert network_of(HOME) == NEW.network


async def test_a_file_in_place_of_the_folder_changes_nothing(files: NetworkFiles, tmp_path: Path) -> None:
    folder_in(tmp_path).write_text("a file")
    await files.look()
    assert network_of("5.9.1.1").name == "Hetzner"
