"""Lists the attacks on the server's availability."""

from __future__ import annotations

from tests.attacks import heads
from tests.attacks.attack import Attack
from tests.faults import table

Group = tuple[Attack, ...]

SLOW: Group = heads.SLOW
FLOODS: dict[str, Group] = {
    "endless heads": heads.ENDLESS,
    "5 MB in one field": heads.LARGE,
    "31 kB in one field": heads.ALLOWED,
}
# With many of these, a process runs out of descriptors.
EXHAUSTING = ("silent connections", "connections idle after a request", "heads dripped byte by byte")
ALL = {attack.label: attack for group in (SLOW, *FLOODS.values()) for attack in group}


def runs(title: str, group: Group) -> dict[str, Group]:
    """Which attacks to carry out together, by title: in a full run each on its own, otherwise the whole group."""
    return {attack.label: (attack,) for attack in group} if table.FULL else {title: group}
