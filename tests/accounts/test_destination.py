"""After signing in, the browser goes only to pages of this site."""

from __future__ import annotations

import pytest

from server.accounts.destination import local_path
from server.accounts.models import Account
from tests.accounts.conftest import PASSWORD
from tests.accounts.walker import Walker
from tests.world import World

ELSEWHERE = [
    "https://evil.example/",
    "http:evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "\t//evil.example",
    " //evil.example",
    "/ /evil.example",
    "/\r\nSet-Cookie: a=b",
    "/settings\\@evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "@evil.example",
    "?next=//evil.example",
    "#//evil.example",
    "",
    None,
    "/" + "a" * 600,
    "/\x00",
    "/\x7f",
]
HERE = ["/", "/settings", "/messages/7?x=1#y", "/pair?code=ABCD-EFGH", "/%5cevil.example", "/a//b", "/ü"]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_a_destination_that_is_not_a_path_on_this_site_is_replaced_by_the_home_page(text: str | None) -> None:
    assert local_path(text) == "/"


@pytest.mark.parametrize("text", HERE)
def test_a_destination_on_this_site_is_kept(text: str) -> None:
    assert local_path(text) == text


@pytest.mark.parametrize("text", [text for text in ELSEWHERE if text])
async def test_signing_in_never_leads_to_another_site(world: World, alice: Account, text: str) -> None:
    answer = await Walker(world).submit("/login", "/login", email=alice.email, password=PASSWORD, next=text)
    assert (answer.status, answer.place) == (303, "/")
