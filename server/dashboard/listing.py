"""What the address of the list asks for."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from server.lib.i18n import gettext_noop
from server.messages.queries.cursor import parse
from server.messages.queries.listing import MessageQuery
from server.messages.queries.search import tidy

FILTERS: Mapping[str, str] = {  # of queries/filters.py, with their words
    "all": gettext_noop("All"),
    "opened": gettext_noop("Opened"),
    "waiting": gettext_noop("No sign yet"),
    "clicked": gettext_noop("Clicked"),
    "answered": gettext_noop("Answered"),
    "returned": gettext_noop("Not delivered"),
}


@dataclass(frozen=True, slots=True)
class Ask(MessageQuery):
    """What a person wants to see, and how the address of a page says that."""

    def address(self, **changes: object) -> dict[str, str]:
        """The query of the page that shows this, with some of it changed; what is as usual is left out."""
        whole = {"q": self.search, "show": "" if self.filter == "all" else self.filter, **changes}
        return {name: str(value) for name, value in whole.items() if value}


def read(query: Mapping[str, str]) -> Ask:
    """What the address asks for. Raises NotACursor."""
    show = query.get("show", "all")
    return Ask(
        search=tidy(query.get("q", "")),
        filter=show if show in FILTERS else "all",
        before=parse(query["before"]) if query.get("before") else None,
        after=parse(query["after"]) if query.get("after") else None,
    )
