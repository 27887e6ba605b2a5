"""Marking a mail with many links or tags takes time that grows with their number, not with its square."""

from __future__ import annotations

import gc
from time import process_time

import pytest

from server.marks.links import LinkRules
from server.marks.rewrite import MailMarks, mark
from tests.vectors import make_rewrite

GIVEN = MailMarks(make_rewrite.OWN, make_rewrite.MARKS, LinkRules(), decoy=True, view_time=True)


@pytest.mark.parametrize(
    ("shape", "few"),
    [
        ('<p>See <a href="https://example.com/page/#?id=#&amp;x=1">link #</a></p>', 500),
        ('<p class="gmail_quote"></p><a href="https://example.com/#">x</a>', 1000),
        ('<area href="https://example.com/#">x', 1000),
        ('<a href="https://example.com/#">x', 1000),
        (f'<a href="{make_rewrite.MARKS.decoy_url}"><b>', 3000),
        ('<div class="gmail_quote">', 5000),
        ("<div>", 5000),
        ("<d# ", 5000),
        ("<!--", 5000),
    ],
)
def test_four_times_as_much_takes_about_four_times_as_long(shape: str, few: int) -> None:
    one, four = (
        _fastest("".join(shape.replace("#", str(n)) for n in range(many))) for many in (few, 4 * few)
    )
    assert four <= 6 * one + 0.01, f"{one:.3f} s, four times as much {four:.3f} s"


def _fastest(html: str) -> float:
    """Return seconds of this process's CPU time."""
    times = []
    gc.collect()
    gc.freeze()  # what other modules hold is not collected again during the measurement
    for _ in range(5):
        began = process_time()
        mark(html, GIVEN)
        times.append(process_time() - began)
    return min(times)
