"""Lists the attacks on the server's availability."""

from __future__ import annotations

from dataclasses import dataclass

from tests.attacks import bodies, connections, heads, pages
from tests.attacks.attack import Attack
from tests.faults import table


@dataclass(frozen=True)
class Group:
    """Attacks of one kind. `row`: of issue 11; `behind_nginx`: whether a short run also tries them there."""

    title: str
    row: str
    attacks: tuple[Attack, ...]
    behind_nginx: bool = False

    def split(self) -> tuple[Group, ...]:
        """What to carry out together: the whole group, but in a full run each attack on its own."""
        if not table.FULL:
            return (self,)
        return tuple(Group(each.label, self.row, (each,), behind_nginx=True) for each in self.attacks)


SLOW = Group("slow and silent clients", "11.1", (*heads.SLOW, *bodies.SLOW))
FLOODS = (
    Group("endless heads", "11.1", heads.ENDLESS, behind_nginx=True),
    Group("5 MB in one field", "11.1", heads.LARGE),
    Group("31 kB in one field", "11.1", heads.ALLOWED),
    Group("endless bodies", "11.2", bodies.ENDLESS, behind_nginx=True),
    Group("costly forms", "11.2", bodies.FORMS),
    Group("costly JSON", "11.2", bodies.API),
    Group("broken and unread connections", "11.1", (*connections.CHURN, connections.UNREAD)),
    Group("other protocols", "11.1", connections.PROTOCOLS),
    Group("hosts that are not ours", "11.4", connections.HOSTS),
    Group("pages for anybody", "11.2", pages.ANYBODYS),
    Group("sign-ins", "11.10", pages.SIGN_INS),
    Group("event streams", "11.10", pages.STREAMS),
)
ALL = {attack.label: attack for group in (SLOW, *FLOODS) for attack in group.attacks}
# Many connections of one of these leave a process without descriptors.
EXHAUSTING = (
    "silent connections",
    "connections idle after a request",
    "heads dripped byte by byte",
    "bodies dripped",
    "large answers that nobody reads",
    "event streams of one session",
)
