"""Estimates the likelihood that a mail was forwarded, and says why. Pure.

One person with a phone and a computer looks much like two people, so a single sign means nothing. If a mail
went to three recipients, two unfamiliar clients mean nothing either.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from server.events.models import Event
from server.events.wording import client_name
from server.lib.i18n import gettext, ngettext
from server.verdicts.clients import is_stand_in
from server.verdicts.networks import neighbourhood

WORTH_SAYING = 50  # out of 100; a lower likelihood is not shown
MOST = 90  # the highest likelihood: forwarding is never certain
_FURTHER = 10  # for each further unfamiliar client
_PARALLEL = timedelta(minutes=10)
_SILENCE = timedelta(days=7)
_NEW_CLIENT, _NEW_NETWORK, _NEW_PLACE, _IN_PARALLEL, _AFTER_SILENCE = 20, 20, 30, 15, 15
_VERSION = re.compile(r"\s[\d.]+")


@dataclass(frozen=True, slots=True)
class Sighting:
    """One open or click by a person. `network` and `place` are empty if unknown, as behind a proxy."""

    at: datetime
    client: str
    network: str = ""
    place: str = ""
    proxied: bool = False

    @property
    def program(self) -> str:
        """The client without its version, because an updated program is still the same reader's."""
        return _VERSION.sub("", self.client)


@dataclass(frozen=True, slots=True)
class Forwarding:
    """How likely it is (0-100) that somebody else got the mail, and why."""

    likelihood: int
    reasons: tuple[str, ...]


def sight_of(event: Event) -> Sighting:
    """Return what an event tells about its reader. The network of a proxy or mail provider tells nothing."""
    if is_stand_in(event.user_agent, event.address) or (event.known or {}).get("provider"):
        return Sighting(event.at, event.client, proxied=True)
    place = ", ".join(part for part in (event.city, event.country) if part)
    return Sighting(event.at, event.client, neighbourhood(event.address), place)


def perhaps_forwarded(sights: Iterable[Sighting], recipient_count: int = 1) -> Forwarding | None:
    """Estimate from its sightings whether a mail was forwarded. None if the likelihood is too low to show."""
    known: list[Sighting] = []
    strangers: list[Forwarding] = []
    for sight in sorted(sights, key=lambda each: each.at):
        found = _strangeness(sight, known) if known else None
        if found and found.likelihood >= WORTH_SAYING:
            strangers.append(found)
        known.append(sight)
    unexpected = sorted(strangers, key=lambda each: -each.likelihood)[max(recipient_count - 1, 0) :]
    if not unexpected:
        return None
    strongest, further = unexpected[0], len(unexpected) - 1
    reasons = strongest.reasons + (
        (ngettext("%(num)s more unexpected open.", "%(num)s more unexpected opens.", further),)
        if further
        else ()
    )
    return Forwarding(min(strongest.likelihood + further * _FURTHER, MOST), reasons)


def _strangeness(sight: Sighting, known: Sequence[Sighting]) -> Forwarding | None:
    """Say how a sighting differs from earlier ones. None if its program, network and place are known."""
    alike = [each for each in known if each.proxied == sight.proxied]
    if not alike or not (news := _news(sight, alike)):
        return None
    near = [each for each in known if sight.at - each.at <= _PARALLEL]
    if near and near[-1].program != sight.program:
        minutes = int((sight.at - near[-1].at).total_seconds() // 60)
        near_words = ngettext(
            "Opened within a minute or two of an open in another app.",
            "Opened within %(num)s minutes of an open in another app.",
            minutes,
        )
        news.append((_IN_PARALLEL, near_words))
    silence = sight.at - known[-1].at
    if silence >= _SILENCE:
        news.append(
            (
                _AFTER_SILENCE,
                ngettext(
                    "The first activity after %(num)s day of silence.",
                    "The first activity after %(num)s days of silence.",
                    silence.days,
                ),
            )
        )
    return Forwarding(min(sum(weight for weight, _ in news), MOST), tuple(reason for _, reason in news))


def _news(sight: Sighting, alike: Sequence[Sighting]) -> list[tuple[int, str]]:
    news = []
    if sight.client and sight.program not in {each.program for each in alike}:
        news.append(
            (
                _NEW_CLIENT,
                gettext(
                    "Opened in a different app: %(app)s.",
                    app=client_name(sight.client),
                ),
            )
        )
    networks = {each.network for each in alike if each.network}
    if sight.network and networks and sight.network not in networks:
        news.append((_NEW_NETWORK, gettext("Opened from a different network.")))
    places = [each.place for each in alike if each.place]
    if sight.place and places and sight.place not in places:
        news.append(
            (
                _NEW_PLACE,
                gettext(
                    "Opened from a different place: %(place)s (previously %(before)s).",
                    place=sight.place,
                    before=places[0],
                ),
            )
        )
    return news
