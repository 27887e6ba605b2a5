"""Reads and writes the query string of the message list."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from server.lib.i18n import gettext_noop
from server.messages.queries.cursor import parse
from server.messages.queries.listing import MessageQuery
from server.messages.queries.search import tidy

FILTERS: Mapping[str, str] = {  # the filters of queries/filters.py and their labels
    "all": gettext_noop("All"),
    "opened": gettext_noop("Opened"),
    "waiting": gettext_noop("No sign yet"),
    "clicked": gettext_noop("Clicked"),
    "answered": gettext_noop("Answered"),
    "returned": gettext_noop("Not delivered"),
}


@dataclass(frozen=True, slots=True)
class Ask(MessageQuery):
    """The messages that a person asks for, as the query string of a page expresses it."""

    def address(self, **changes: object) -> dict[str, str]:
        """Return the parameters of this view's query string, with `changes`; default values are left out."""
        whole = {"q": self.search, "show": "" if self.filter == "all" else self.filter, **changes}
        return {name: str(value) for name, value in whole.items() if value}


def read(query: Mapping[str, str]) -> Ask:
    """Read a query string. Raises NotACursor."""
    show = query.get("show", "all")
    return Ask(
        search=tidy(query.get("q", "")),
        filter=show if show in FILTERS else "all",
        before=parse(query["before"]) if query.get("before") else None,
        after=parse(query["after"]) if query.get("after") else None,
    )
