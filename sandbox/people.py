"""Lists the people who have an account in the sandbox, as they are now."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

SAME_DOMAIN = {"googlemail.com": "gmail.com"}
ACTIVE, DELETED = "active", "deleted"


@dataclass(frozen=True, slots=True)
class Person:
    """An account at the stand-in Google.

    `sub` is its permanent id in ID tokens; `aliases` are other mailboxes (address, name) that it may send as;
    `former` are addresses that it had, where mails still arrive. `session_s`: the organisation's session
    control ends a permission so long after the consent. `blocked`: the organisation does not let people use
    the app. `separate_over`: Gmail returns text parts of more bytes separately, as attachments.
    """

    key: str
    name: str
    sub: str
    aliases: tuple[tuple[str, str], ...] = ()
    named: str = ""
    at_gmail: str = ""
    former: tuple[str, ...] = ()
    account: str = ACTIVE
    session_s: float | None = None
    blocked: bool = False
    separate_over: int = 1_000_000

    @property
    def address(self) -> str:
        return self.named or f"{self.key}@sandbox.example"

    @property
    def gmail_address(self) -> str:
        """Return the address as Gmail writes it, e.g. with the other one of Gmail's two domains."""
        return self.at_gmail or self.address

    @property
    def initial(self) -> str:
        return self.name[0]

    @property
    def own(self) -> set[str]:
        """Return the folded addresses from which this person may send."""
        return {folded(each) for each in (self.address, *(alias for alias, _ in self.aliases))}


_FIRST = (
    Person("alice", "Alice Arnold", "100000000000000000001", (("studio@sandbox.example", "Studio Arnold"),)),
    Person("bob", "Bob Bauer", "100000000000000000002"),
    Person("charlie", "Charlie Chen", "100000000000000000003"),
)
_people = {person.key: person for person in _FIRST}


def people() -> tuple[Person, ...]:
    """Return everybody, in order."""
    return tuple(_people.values())


def person_named(key: str | None) -> Person | None:
    """Return the person with this key, address, alias, former address or `sub`; None if there is none."""
    wanted = folded(key or "")
    return next((p for p in people() if wanted in (p.key, p.sub, *p.own, *map(folded, p.former))), None)


def folded(address: str) -> str:
    """Return the form in which addresses of the same mailbox are equal.

    Case does not matter; in Gmail's own domains, neither do dots, a +suffix and which domain it is.
    """
    local, _, domain = address.strip().lower().rpartition("@")
    domain = SAME_DOMAIN.get(domain, domain)
    if domain == "gmail.com":
        local = local.partition("+")[0].replace(".", "")
    return f"{local}@{domain}" if local else domain


def change_person(person: Person, values: Any) -> Person:
    """Change a person from JSON. Raises ValueError with a sentence that says what is wrong.

    `address` renames the account: the old address becomes a former one.
    """
    if not isinstance(values, dict):
        raise ValueError("needs an object")
    changes = dict(_changes(person, values))
    _people[person.key] = changed = replace(person, **changes)
    return changed


def _changes(person: Person, values: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in values.items():
        if name in ("address", "gmail_address"):
            if not isinstance(value, str) or value.count("@") != 1:
                raise ValueError(f"{name} must be a mail address")
            if person_named(value) not in (None, person):
                raise ValueError(f"{name} belongs to somebody else")
            yield ("named" if name == "address" else "at_gmail"), value
            if name == "address":
                yield "former", (*person.former, person.address)
        elif name in VALUES:
            if not VALUES[name][0](value):
                raise ValueError(f"{name} must be {VALUES[name][1]}")
            yield name, value
        else:
            raise ValueError(f"{name} is unknown; it may be address, gmail_address, {', '.join(VALUES)}")


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool) and value >= 0


VALUES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "account": (lambda value: value in (ACTIVE, DELETED), f"{ACTIVE} or {DELETED}"),
    "session_s": (lambda value: value is None or _number(value), "a number of seconds, or null"),
    "blocked": (lambda value: isinstance(value, bool), "true or false"),
    "separate_over": (_number, "a number of bytes"),
}


def forget_changes() -> None:
    """Let everybody be as at the beginning."""
    _people.update({person.key: person for person in _FIRST})
