"""The names that an installation uses in Redis: they carry its own name, as others may use the same Redis."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Names:
    """The names for `installation`. The braces keep them together, should the Redis be a cluster."""

    installation: str

    @property
    def hits(self) -> str:
        """The stream of waiting hits."""
        return self._name("hits")

    @property
    def aside(self) -> str:
        """The stream of hits that could not be stored."""
        return self._name("aside")

    @property
    def hub(self) -> str:
        """The channel on which nodes tell each other the news."""
        return self._name("hub")

    @property
    def probe(self) -> str:
        """A stream that is written to try whether hits would be taken."""
        return self._name("probe")

    def rate(self, minute: int, name: str, key: str) -> str:
        """Return the name of a counter."""
        return self._name(f"rate:{minute}:{name}:{key}")

    def _name(self, what: str) -> str:
        return f"sightline:{{{self.installation}}}:{what}"
