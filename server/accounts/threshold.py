"""The threshold: how certain an open has to be for alerts, notifications, statuses, labels and lists."""

from __future__ import annotations

from server.lib.i18n import gettext, gettext_noop

CERTAIN, LIKELY, EVERYTHING = "certain", "likely", "everything"
_CHOICES = (
    (CERTAIN, gettext_noop("Only when a person definitely opened the message")),
    (LIKELY, gettext_noop("When a person likely opened the message (default)")),
    (EVERYTHING, gettext_noop("Whenever the message’s image is loaded, even by machines")),
)
NAMES = frozenset(name for name, _ in _CHOICES)
_OPENED = {
    CERTAIN: gettext_noop("“Opened” means definitely opened by a person."),
    LIKELY: gettext_noop("“Opened” means opened by a person, or likely by one."),
    EVERYTHING: gettext_noop(
        "“Opened” means that anyone or anything but you loaded the image, machines included."
    ),
}


def choices() -> list[tuple[str, str]]:
    """Return the thresholds to choose from, as pairs of stored value and label."""
    return [(name, gettext(text)) for name, text in _CHOICES]


def opened_means(threshold: str) -> str:
    """Say in a sentence which messages count as opened under this threshold."""
    return gettext(_OPENED[threshold])
