"""Lists the people who have an account in the sandbox."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """An account at the stand-in Google.

    `sub` is its permanent id in ID tokens; `aliases` are other mailboxes (address, name) that it may send as.
    """

    key: str
    name: str
    sub: str
    aliases: tuple[tuple[str, str], ...] = ()

    @property
    def address(self) -> str:
        return f"{self.key}@sandbox.example"

    @property
    def initial(self) -> str:
        return self.name[0]


PEOPLE = (
    Person("alice", "Alice Arnold", "100000000000000000001", (("studio@sandbox.example", "Studio Arnold"),)),
    Person("bob", "Bob Bauer", "100000000000000000002"),
    Person("charlie", "Charlie Chen", "100000000000000000003"),
)


def person_named(key: str | None) -> Person | None:
    """Return the person with this key, address or alias, ignoring case; None if there is none."""
    wanted = (key or "").strip().lower()
    return next((p for p in PEOPLE if wanted in (p.key, p.address, *(alias for alias, _ in p.aliases))), None)
