"""Says what the server knows about networks, and how old its lists are."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date

from server.lib import clock
from server.lib.settings import Settings
from server.ops.networks import known_lists
from server.verdicts.network_lists import NetworkList
from server.verdicts.network_sources import SOURCES

OLD_DAYS = 365


@dataclass(frozen=True, slots=True)
class KnownNetworks:
    """How many owners of each kind are known, and the day of the oldest list that can be downloaded."""

    owners: dict[str, int]
    oldest: date

    @property
    def old(self) -> bool:
        """Whether the lists should be downloaded anew."""
        return (clock.now().date() - self.oldest).days > OLD_DAYS


def known(settings: Settings) -> KnownNetworks:
    """Return what is known from the lists in use."""
    lists = known_lists(settings)
    return KnownNetworks(dict(Counter(each.kind.value for each in lists.values())), _oldest(lists))


def _oldest(lists: dict[str, NetworkList]) -> date:
    return min(lists[each.stem].day for each in SOURCES if each.refreshable and each.stem in lists)
