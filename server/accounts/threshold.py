"""From how sure a sign on a mail is called opened: alerts, notices, marks, labels and lists go by it."""

from __future__ import annotations

CERTAIN, LIKELY, EVERYTHING = "certain", "likely", "everything"
CHOICES = (
    (CERTAIN, "When a person did, for certain"),
    (LIKELY, "When a person likely did (as usual)"),
    (EVERYTHING, "At any load, machines as well"),
)
NAMES = frozenset(name for name, _ in CHOICES)
IN_WORDS = {
    CERTAIN: "certainly by a person",
    LIKELY: "by a person or likely a person",
    EVERYTHING: "by anything but you, machines as well",
}
