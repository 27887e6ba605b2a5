"""A stranger wants Alice to connect their browser to her account (device code phishing, RFC 8628, 5.4)."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from tests import mmdb
from tests.extension_api.paired import begin, path_of, poll
from tests.faults import table
from tests.world import Visitor, World, opened_world

STRANGER = "81.2.69.142"
LURES = ("/pair?code={code}", "/pair?user_code={code}", "/pair/{code}", "/pairings/{code}", "/pair#{code}")
NAMES = (
    "Google Chrome (this device). To keep your account safe, press Allow within 60 seconds. " * 3,
    "Alice’s own browser\u202e .wollA sserP\u202c",
    "\u2066Chrome\u2069\u200b\u200d\ufeff\u00ad\u061c\u3164",
    "Chrome\r\n\r\nSightline support asked for this\u2028Press Allow",
    "C" + "\u0300\u0301\u0302\u0303\u0489" * 30 + "hrome",
    "Chrome" + "\U000e0041\U000e0042\ufe0f\u034f",
)


async def presses_allow(alice: Visitor, path: str) -> bool:
    """Alice follows a link and presses Allow, if that is on the page. Returns whether it was."""
    page = unescape(await (await alice.get(path.partition("#")[0])).get_data(as_text=True))
    action = re.search(r'action="(/pairings/[^"]+/permission)"', page)
    if action:
        await alice.post(action[1])
    return bool(action)


async def shown(alice: Visitor, begun: dict[str, Any]) -> str:
    """The page on which Alice decides: behind the link or, if that asks for the code, behind the code."""
    page = await (await alice.get(path_of(begun["verify_url"]))).get_data(as_text=True)
    if "/permission" not in page:
        here = {"scope_base": {"client": ("127.0.0.1", 4711)}}
        answer = await alice.post("/pair", {"code": begun["user_code"]}, **here)
        page = await answer.get_data(as_text=True)
    return unescape(page)


async def test_a_link_alone_does_not_lead_to_the_button_that_allows(world: World) -> None:
    alice = await world.browser_of(world.alice)
    begun = [await begin(world, address=f"192.0.2.{number}") for number in range(table.amount(2, 20))]
    tries = 0
    for each in begun:
        for lure in (path_of(each["verify_url"]), *LURES):
            await presses_allow(alice, lure.format(code=each["user_code"]))
            tries += 1
    given = [(await poll(world, each))[0] for each in begun].count(200)
    table.record("11.6 link followed, Allow pressed", f"{tries} links", f"{given} of {len(begun)} paired")
    assert given == 0


@pytest.mark.parametrize("number", range(len(NAMES)))
async def test_the_name_of_the_browser_says_little_and_hides_nothing(world: World, number: int) -> None:
    alice = await world.browser_of(world.alice)
    page = await shown(alice, await begin(world, NAMES[number], STRANGER))
    name = re.sub(r"</?bdi>", "", page.partition("<strong>")[2].partition("</strong>")[0])
    odd = [letter for letter in name if unicodedata.category(letter) in {"Cc", "Cf", "Zl", "Zp"}]
    marks = sum(unicodedata.category(letter) in {"Mn", "Me"} for letter in name)
    table.record(
        f"11.6 hostile browser name {number + 1}",
        f"{len(NAMES[number])} characters",
        f"{len(name)} shown, {len(odd)} invisible, {marks} marks",
    )
    assert name.startswith(("Google Chrome", "Alice’s own", "C"))
    assert (len(name) <= 60, odd, marks <= 3) == (True, [], True)


async def test_the_page_says_from_where_and_when_a_stranger_asked(tmp_path: Path) -> None:
    mmdb.write(tmp_path / "city.mmdb", {"81.2.69.0/24": ("United Kingdom", "London")})
    async with opened_world(tmp_path, GEOIP_DATABASE_PATH=str(tmp_path / "city.mmdb")) as world:
        alice = await world.browser_of(world.alice)
        page = await shown(alice, await begin(world, address=STRANGER))
        own = await shown(alice, await begin(world))
    facts = {
        "address": STRANGER in page,
        "place": "London, United Kingdom" in page,
        "time": "just now" in page,
        "warning": "another address than yours" in page,
    }
    told = ", ".join(fact for fact, is_there in facts.items() if is_there) or "nothing"
    table.record("11.6 what the page says of a stranger", "1 page", told)
    assert all(facts.values()), facts
    assert "another address than yours" not in own
