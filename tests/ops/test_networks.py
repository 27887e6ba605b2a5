"""`sightline networks` downloads the lists of networks, refuses what cannot be true, and shows them."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from server.events.evaluation.network_files import folder_in, refreshed
from server.lib.settings import ServerSettings, Settings
from server.lib.user_error import UserError
from server.ops import networks
from server.verdicts.network_lists import SHIPPED, parse
from server.verdicts.network_sources import ANNOUNCED, SOURCES
from tests.ops.publishers import Publishers, publishers
from tests.world import settings_in

OWNERS = {each.stem: each for each in SOURCES}
DIGITALOCEAN, HETZNER = OWNERS["digitalocean"].pages[0], OWNERS["hetzner"].systems
AZURE = OWNERS["azure"].pages[0]
SHIPPED_FEED = "\n".join(parse((SHIPPED / "cloud" / "digitalocean.txt").read_text()).prefixes)


@dataclass(slots=True)
class Desk:
    """Alice's terminal: what she runs, and what it says."""

    settings: Settings
    web: Publishers
    said: list[str] = field(default_factory=list)

    async def refresh(self, *stems: str, accept: bool = False) -> bool:
        return await networks.refresh(self.settings, stems, accept, self.said.append, self.web.transport)

    @property
    def files(self) -> dict[str, tuple[str, ...]]:
        """The prefixes in the data folder, by file."""
        return {stem: each.prefixes for stem, each in refreshed(self.folder).items()}

    @property
    def folder(self) -> Path:
        """Where refreshed lists are."""
        return folder_in(self.settings[ServerSettings].data)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with publishers() as web:
        yield Desk(settings_in(tmp_path), web)


async def test_a_new_list_is_put_into_the_data_folder_and_wins(desk: Desk) -> None:
    desk.web.say(DIGITALOCEAN, f"{SHIPPED_FEED}\n81.2.69.0/24,GB\n")
    assert await desk.refresh("digitalocean")
    [line] = desk.said
    assert line.startswith("digitalocean")
    assert line.endswith(" ranges: 1 new, 0 gone")
    assert "81.2.69.0/24" in desk.files["digitalocean"]
    assert networks.whose(desk.settings, ["81.2.69.1", "167.99.1.1", "192.0.2.1"]) == [
        "81.2.69.1: DigitalOcean (cloud)",
        "167.99.1.1: DigitalOcean (cloud)",
        "192.0.2.1: in no list",
    ]


async def test_a_list_that_did_not_change_is_dated_anew(desk: Desk) -> None:
    desk.web.say(DIGITALOCEAN, SHIPPED_FEED)
    assert await desk.refresh("digitalocean")
    assert "unchanged" in desk.said[0]
    assert "digitalocean" in desk.files


async def test_an_owner_known_by_its_systems_has_what_these_announce(desk: Desk) -> None:
    known = parse((SHIPPED / "cloud" / "hetzner.txt").read_text()).prefixes
    halves = known[::2], known[1::2]
    for system, prefixes in zip(HETZNER[:2], halves, strict=True):
        desk.web.say(
            ANNOUNCED.format(system), json.dumps({"data": {"prefixes": [{"prefix": p} for p in prefixes]}})
        )
    for system in HETZNER[2:]:
        desk.web.say(ANNOUNCED.format(system), json.dumps({"data": {"prefixes": []}}))
    assert await desk.refresh("hetzner"), desk.said
    assert desk.files["hetzner"] == known


async def test_a_page_that_links_to_the_list_is_followed(desk: Desk) -> None:
    link = "https://download.microsoft.com/download/7/1/d/ServiceTags_Public_20261124.json"
    known = parse((SHIPPED / "cloud" / "azure.txt").read_text()).prefixes
    desk.web.say(AZURE, f'<a href="{link}">Download</a>')
    desk.web.say(link, json.dumps({"values": [{"properties": {"addressPrefixes": list(known)}}]}))
    assert await desk.refresh("azure"), desk.said
    assert desk.files["azure"] == known


async def test_redirects_are_followed_within_https(desk: Desk) -> None:
    desk.web.say(DIGITALOCEAN, "", 301, location="https://www.digitalocean.com/geo/google.csv")
    desk.web.say("https://www.digitalocean.com/geo/google.csv", SHIPPED_FEED)
    assert await desk.refresh("digitalocean"), desk.said


@pytest.mark.parametrize(
    ("answer", "fields", "why"),
    [
        ((404, b""), {}, "404"),
        ((500, b"81.2.69.0/24"), {}, "500"),
        ((200, b"<html>Please log in</html>"), {}, "no networks"),
        ((200, b"0.0.0.0/0,US\n"), {}, "nobody owns"),
        ((200, b"81.2.69.0/24,GB\n"), {}, "were known"),
        ((302, b""), {"location": "http://127.0.0.1/"}, "does not use HTTPS"),
        ((302, b""), {"location": DIGITALOCEAN}, "redirected too often"),
        ((302, b""), {"location": "https://mirror.example/google.csv"}, "another host, mirror.example"),
        ((302, b""), {"location": "https://notdigitalocean.com/google.csv"}, "another host"),
        ((200, b"\x1f\x8b"), {"content_encoding": "gzip"}, "compressed"),
        ((200, b"\n" * (networks.MOST_BYTES + 1)), {}, "larger than"),
    ],
)
async def test_an_answer_that_cannot_be_used_leaves_the_list_as_it_was(
    desk: Desk, answer: tuple[int, bytes], fields: dict[str, str], why: str
) -> None:
    status, body = answer
    desk.web.say(DIGITALOCEAN, body, status, **fields)
    assert not await desk.refresh("digitalocean")
    [line] = desk.said
    assert "kept as it was" in line
    assert why in line
    assert desk.files == {}


async def test_one_publisher_that_fails_does_not_stop_the_others(desk: Desk) -> None:
    desk.web.say(DIGITALOCEAN, SHIPPED_FEED)
    desk.web.say(OWNERS["linode"].pages[0], "nothing")
    assert not await desk.refresh("digitalocean", "linode")
    assert set(desk.files) == {"digitalocean"}


async def test_what_root_downloads_belongs_to_the_user_of_the_data_folder(desk: Desk) -> None:
    data, owner = desk.folder.parent, os.geteuid() or 12345  # only root can give files away
    data.mkdir(exist_ok=True)
    os.chown(data, owner, -1)
    desk.web.say(DIGITALOCEAN, SHIPPED_FEED)
    assert await desk.refresh("digitalocean"), desk.said
    assert {path.stat().st_uid for path in (desk.folder, *desk.folder.iterdir())} == {owner}


async def test_a_file_that_cannot_be_replaced_stays_and_the_others_are_renewed(desk: Desk) -> None:
    (desk.folder / "digitalocean.txt" / "in-the-way").mkdir(parents=True)
    desk.web.say(DIGITALOCEAN, SHIPPED_FEED)
    desk.web.say(AZURE, "nothing")
    assert not await desk.refresh("digitalocean", "azure")
    assert len(desk.said) == 2
    assert all("kept as it was" in line for line in desk.said)
    assert [path.name for path in desk.folder.iterdir()] == ["digitalocean.txt"]


async def test_a_folder_that_cannot_be_made_is_an_error(desk: Desk) -> None:
    desk.folder.parent.mkdir(exist_ok=True)
    desk.folder.write_text("a file")
    with pytest.raises(UserError, match="cannot be written"):
        await desk.refresh("digitalocean")


async def test_alice_may_accept_a_list_that_shrank(desk: Desk) -> None:
    desk.web.say(DIGITALOCEAN, "81.2.69.0/24,GB\n")
    assert await desk.refresh("digitalocean", accept=True)
    assert desk.files == {"digitalocean": ("81.2.69.0/24",)}


async def test_even_then_nobody_owns_the_whole_internet(desk: Desk) -> None:
    desk.web.say(DIGITALOCEAN, "0.0.0.0/0,GB\n")
    assert not await desk.refresh("digitalocean", accept=True)
    assert desk.files == {}


async def test_without_names_all_publishers_are_asked_and_no_part_of_a_file_is_left(desk: Desk) -> None:
    assert not await desk.refresh()
    assert len(desk.said) == sum(each.refreshable for each in SOURCES)
    assert DIGITALOCEAN in desk.web.asked
    assert all(url.startswith("https://") for url in desk.web.asked)
    assert list(desk.folder.iterdir()) == []


@pytest.mark.parametrize("name", ["nobody", "sophos", "../etc/passwd"])
async def test_a_name_without_a_list_to_download_is_an_error(desk: Desk, name: str) -> None:
    with pytest.raises(UserError, match="No list to download for"):
        await desk.refresh(name)
    assert desk.web.asked == []


def test_the_lists_in_use_are_shown_with_their_dates(desk: Desk) -> None:
    found = networks.lines(desk.settings)
    assert len(found) == len(SOURCES)
    assert any("hetzner" in line and "cloud" in line and "2026-" in line for line in found)


def test_looking_up_what_is_no_address_is_an_error(desk: Desk) -> None:
    with pytest.raises(UserError, match="nowhere is no IP address"):
        networks.whose(desk.settings, ["nowhere"])
