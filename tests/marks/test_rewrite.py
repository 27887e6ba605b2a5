"""The server adds the same marks to a mail as the extension does, and changes nothing else."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib.keys.signing import KeyRing
from server.marks.html_tags import scan
from server.marks.links import LinkRules
from server.marks.rewrite import MailMarks, mark, unwrapped
from server.marks.tokens import Purpose, click_target, verify
from tests.vectors import make_rewrite
from tests.vectors.make import NOW, RING

VECTORS = json.loads(make_rewrite.FILE.read_text())
ALL_LINKS = MailMarks(make_rewrite.OWN, make_rewrite.MARKS, LinkRules())
NO_LINKS = MailMarks(make_rewrite.OWN, make_rewrite.MARKS, None)
PIXEL = mark("", NO_LINKS).html
BODIES = st.lists(st.one_of(st.sampled_from(make_rewrite.PIECES), st.text(max_size=8)), max_size=30).map(
    "".join
)


def test_the_server_marks_mails_as_in_the_vectors_with_which_the_extension_is_tested() -> None:
    assert json.loads(json.dumps(make_rewrite.vectors())) == VECTORS


@pytest.mark.parametrize("case", VECTORS["cases"][:30], ids=lambda case: case["html"][:50])
def test_a_mail_gets_one_pixel_and_its_links_lead_to_their_original_targets(case: dict[str, Any]) -> None:
    assert case["out"].count(make_rewrite.MARKS.pixel_url) == 1
    ring = KeyRing.of(RING)
    for tag in scan(case["out"]).tags:
        href = tag.attribute("href")
        address = case["out"][href.start : href.end] if href else ""
        if address.startswith(make_rewrite.MARKS.link_base):
            token = address.removeprefix(make_rewrite.MARKS.link_base)
            if click_target(token) and case["links"]:
                assert verify(ring, Purpose.CLICK, token, NOW).url in [url for url, _ in case["tracked"]]


@given(BODIES)
def test_a_mail_without_older_marks_gets_only_the_pixel_when_link_tracking_is_off(html: str) -> None:
    done = mark(html.replace("track.example.com", "elsewhere.example"), NO_LINKS)
    assert done.html.replace(PIXEL, "", 1) == html.replace("track.example.com", "elsewhere.example")
    assert done.links == ()


@given(BODIES)
def test_marking_a_mail_again_replaces_its_pixel(html: str) -> None:
    once = mark(f"<p>{html}</p>", NO_LINKS).html
    if scan(f"<p>{html}</p>").whole and "gmail_quote" not in html:
        assert mark(once, NO_LINKS).html == once


@given(st.text())
def test_no_other_text_is_mistaken_for_a_click_token(text: str) -> None:
    assert click_target(text) is None
    assert unwrapped(text, make_rewrite.OWN) is None
