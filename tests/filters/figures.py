"""What each mark adds to the scores of the mails, and what an ordinary picture of the same length adds.

SpamAssassin charges for a picture in short HTML, in steps of 400 characters (HTML_IMAGE_ONLY_*). So a mail
with the pixel is compared with one that has an ordinary picture, whose URL makes both mails equally long.
Links and the decoy are also measured alone, in mails without any picture, where the length does not matter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol

from server.marks.links import LinkRules
from server.marks.rewrite import MailMarks, mark
from tests.filters.mails import MAILS
from tests.vectors.make_rewrite import MARKS, OLD_DECOY, OWN, SERVER

LINKS = LinkRules(own_hosts=frozenset({SERVER.partition("//")[2]}))
PIXEL = re.compile(f'<img src="{re.escape(MARKS.pixel_url)}"[^>]*>')
PICTURE = '<img src="https://www.example.com/pictures/{}.png" width="200" height="100" alt="">'
PIXEL_ONLY = MailMarks(OWN, MARKS, None)
WITH_LINKS = MailMarks(OWN, MARKS, LINKS)
WITH_VIEW_TIME = MailMarks(OWN, MARKS, None, view_time=True)
WITH_DECOY = MailMarks(OWN, MARKS, LINKS, decoy=True)
ALL_MARKS = MailMarks(OWN, MARKS, LINKS, decoy=True, view_time=True)
# The decoy of earlier releases: filters do charge for it.
STYLED_DECOY = f'<a href="{MARKS.decoy_url}" aria-hidden="true" tabindex="-1" style="{OLD_DECOY}"></a>'


class Filter(Protocol):
    """A mail filter."""

    def scores(self, mails: Sequence[bytes]) -> list[dict[str, float]]:
        """Return what each rule adds to the score of each mail."""


@dataclass(frozen=True)
class Trial:
    """A mail by its number, its HTML with a mark, and the HTML with which that is compared."""

    mail: int
    what: str
    marked: str
    compared: str


@dataclass(frozen=True)
class Cost:
    """What a mark adds to a mail's score, and what the HTML adds with which it is compared."""

    mail: str
    adds: dict[str, float]
    compared: dict[str, float]

    @property
    def total(self) -> float:
        """The points that the mark adds."""
        return round(sum(self.adds.values()), 3)

    @property
    def picture(self) -> float:
        """The points of what the mark is compared with: an ordinary picture, or the mail without the mark."""
        return round(sum(self.compared.values()), 3)

    @property
    def extra(self) -> float:
        """The points that the mark adds beyond that."""
        return round(self.total - self.picture, 3)


def trials() -> Iterator[Trial]:
    """Yield each mail with the pixel and with all marks; those with links also with each other mark."""
    for number, mail in enumerate(MAILS):
        html = mail.html
        if html is None:
            continue
        yield _beside_picture(number, "pixel", html, PIXEL_ONLY)
        yield _beside_picture(number, "all marks", html, ALL_MARKS)
        if mark(html, WITH_LINKS).links and "<img" not in html:
            yield _beside_picture(number, "view-time image", html, WITH_VIEW_TIME)
            links, decoy = (PIXEL.sub("", mark(html, marks).html) for marks in (WITH_LINKS, WITH_DECOY))
            yield Trial(number, "links", links, html)
            yield Trial(number, "decoy", decoy, links)
            yield Trial(number, "styled decoy", links + STYLED_DECOY, links)


def _beside_picture(mail: int, what: str, html: str, marks: MailMarks) -> Trial:
    marked = mark(html, marks).html
    return Trial(mail, what, marked, with_picture(html, len(marked)))


def with_picture(html: str, length: int) -> str:
    """Return `html` with an ordinary picture in the pixel's place, `length` characters long."""
    place = mark(html, PIXEL_ONLY).html.index(f'<img src="{MARKS.pixel_url}"')
    spare = length - len(html) - len(PICTURE.format(""))
    return f"{html[:place]}{PICTURE.format('p' * spare)}{html[place:]}"


@dataclass(frozen=True)
class Figures:
    """What a filter thinks: the points of each unmarked mail, and what each mark costs in each mail."""

    unmarked: dict[str, float]
    costs: dict[str, list[Cost]]

    def line(self, name: str) -> str:
        """Return the line for the end of a run: the median and the worst of each mark."""
        pixel, together = self.costs["pixel"], self.costs["all marks"]
        values = {
            "pixel": [cost.total for cost in pixel],
            "ordinary picture": [cost.picture for cost in pixel],
            **{
                what: [cost.extra for cost in self.costs[what]]
                for what in ("links", "decoy", "view-time image")
            },
            "all marks": [cost.total for cost in together],
            "ordinary picture as long": [cost.picture for cost in together],
        }
        shown = (f"{what} {_points(median(each))}/{_points(max(each))}" for what, each in values.items())
        return f"{name}, {len(MAILS)} mails, points added (median/worst): {', '.join(shown)}"


def _points(points: float) -> str:
    return f"{round(points, 1) + 0.0:.1f}"  # the sum turns -0.0 into 0.0


def figures(judge: Filter) -> Figures:
    """Score every mail without marks, and in each trial."""
    every = list(trials())
    versions = [
        *((number, mail.html) for number, mail in enumerate(MAILS)),
        *((each.mail, html) for each in every for html in (each.marked, each.compared)),
    ]
    raw = {(number, html): MAILS[number].as_bytes(html) for number, html in versions}
    scores = dict(zip(raw, judge.scores(list(raw.values())), strict=True))
    costs: dict[str, list[Cost]] = {}
    for each in every:
        mail = MAILS[each.mail]
        adds, compared = (
            _difference(scores[each.mail, html], scores[each.mail, mail.html])
            for html in (each.marked, each.compared)
        )
        costs.setdefault(each.what, []).append(Cost(mail.name, adds, compared))
    unmarked = {mail.name: sum(scores[number, mail.html].values()) for number, mail in enumerate(MAILS)}
    return Figures(unmarked, costs)


def _difference(scores: dict[str, float], before: dict[str, float]) -> dict[str, float]:
    changes = {rule: scores.get(rule, 0.0) - before.get(rule, 0.0) for rule in {*scores, *before}}
    return {rule: round(change, 3) for rule, change in sorted(changes.items()) if change}
