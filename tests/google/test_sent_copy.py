"""All HTML of a sent mail is read, also what Gmail keeps apart; what cannot be read is not called absent."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from server.google.failures import GONE, GoogleFailure, Unsure
from server.google.gmail_api import sent_copy
from server.google.gmail_api.sent_copy import LARGEST_APART, MOST_APART, SentCopy
from server.lib.failure import other


def part(text: str = "", kind: str = "text/html", **body: Any) -> dict[str, Any]:
    data = {"data": base64.urlsafe_b64encode(text.encode()).decode()} if text else {}
    return {"mimeType": kind, "filename": "", "body": {"size": len(text), **data, **body}}


def mail(*parts: dict[str, Any]) -> dict[str, Any]:
    return {"labelIds": ["SENT"], "payload": {"mimeType": "multipart/mixed", "parts": list(parts)}}


class Kept:
    """The parts that Gmail keeps apart, by their ids."""

    def __init__(self, **texts: str | GoogleFailure) -> None:
        self.texts, self.asked = texts, list[str]()

    async def fetch(self, attachment: str) -> dict[str, Any] | GoogleFailure:
        self.asked.append(attachment)
        found = self.texts.get(attachment, GONE)
        return dict(part(found)["body"]) if isinstance(found, str) else found


async def html_of(resource: dict[str, Any], kept: Kept | None = None) -> tuple[str, bool]:
    found = await sent_copy.read(resource, (kept or Kept()).fetch)
    assert isinstance(found, SentCopy)
    assert found.labels == {"SENT"}
    return found.html, found.complete


async def test_all_html_that_is_shown_is_read() -> None:
    attached = {**part("<i>no</i>"), "filename": "a.html"}
    nested = {"mimeType": "multipart/alternative", "parts": [part("no", "text/plain"), part("<b>two</b>")]}
    assert await html_of(mail(part("<b>one</b>"), nested, attached)) == ("<b>one</b>\n<b>two</b>", True)
    assert await html_of({"labelIds": ["SENT"], "payload": part("<p>all</p>")}) == ("<p>all</p>", True)
    assert await html_of({"labelIds": ["SENT"]}) == ("", True)


async def test_a_part_that_gmail_keeps_apart_is_fetched() -> None:
    kept = Kept(a1="<b>large</b>")
    assert await html_of(mail(part("<b>one</b>"), part(attachmentId="a1", size=9)), kept) == (
        "<b>one</b>\n<b>large</b>",
        True,
    )
    assert kept.asked == ["a1"]


@pytest.mark.parametrize(
    "unread",
    [
        part(attachmentId="a1", size=LARGEST_APART + 1),
        part(attachmentId="gone", size=9),
        part(size=9),
        part(data="abcde"),
    ],
)
async def test_a_copy_of_which_a_part_cannot_be_read_is_not_complete(unread: dict[str, Any]) -> None:
    kept = Kept(a1="<b>large</b>")
    assert await html_of(mail(unread, part("<b>one</b>")), kept) == ("<b>one</b>", False)
    assert "a1" not in kept.asked


async def test_only_some_of_many_parts_are_fetched() -> None:
    many = [part(attachmentId=f"a{number}", size=9) for number in range(MOST_APART + 1)]
    kept = Kept(**{f"a{number}": "<b>x</b>" for number in range(MOST_APART + 1)})
    html, complete = await html_of(mail(*many), kept)
    assert (html.count("<b>"), complete, len(kept.asked)) == (MOST_APART, False, MOST_APART)


async def test_parts_that_are_nested_too_deeply_make_a_copy_incomplete() -> None:
    deep = part("<b>deep</b>")
    for _ in range(25):
        deep = {"mimeType": "multipart/mixed", "parts": [deep]}
    assert await html_of(mail(part("<b>one</b>"), deep)) == ("<b>one</b>", False)


async def test_a_part_that_may_be_given_later_is_not_given_up() -> None:
    busy = Unsure(other("busy"))
    assert await sent_copy.read(mail(part(attachmentId="a1", size=9)), Kept(a1=busy).fetch) == busy
