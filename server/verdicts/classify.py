"""Judges a hit with an ordered list of named rules; the first rule with an opinion decides.

Pure: no clock, no database, no network. Every hit is stored, whatever its verdict; the verdict decides
whether it counts.
"""

from __future__ import annotations

from collections.abc import Callable

from server.verdicts.context import Context
from server.verdicts.hits import Hit
from server.verdicts.rules import behaviour, people, self_identified, sender
from server.verdicts.verdict import Opinion, Verdict

RULES_VERSION = 5

RULES: tuple[tuple[str, Callable[[Hit, Context], Opinion | None]], ...] = (
    ("corrected", sender.corrected),
    ("before_sending", sender.before_sending),
    ("decoy", behaviour.decoy),
    ("corrected_alike", sender.corrected_alike),
    ("no_user_agent", self_identified.no_user_agent),
    ("gmail_prefetch", self_identified.gmail_prefetch),
    ("announced_prefetch", self_identified.announced_prefetch),
    ("link_check", self_identified.link_check),
    ("own_view", sender.own_view),
    ("after_bounce", sender.after_bounce),
    ("apple_privacy", self_identified.apple_privacy),
    ("scanner_by_name", self_identified.scanner_by_name),
    ("proxy_on_display", people.proxy_on_display),
    ("crawler_by_name", self_identified.crawler_by_name),
    ("headless", self_identified.headless),
    ("provider_display", people.provider_display),
    ("unknown_program", self_identified.unknown_program),
    ("links_at_once", behaviour.links_at_once),
    ("head_before_get", behaviour.head_before_get),
    ("beside_a_burst", behaviour.beside_a_burst),
    ("beside_a_decoy", behaviour.beside_a_decoy),
    ("mails_at_once", behaviour.mails_at_once),
    ("too_soon", behaviour.too_soon),
    ("microsoft_display", people.microsoft_display),
    ("scanner_by_network", self_identified.scanner_by_network),
    ("provider_check", self_identified.provider_check),
    ("cloud_desktop", people.cloud_desktop),
    ("data_centre", behaviour.data_centre),
    ("small_signs", behaviour.small_signs),
    ("beside_a_scanner", behaviour.beside_a_scanner),
    ("own_client", sender.own_client),
    ("repeat", behaviour.repeat),
    ("direct_client", people.direct_client),
)

# Rules whose opinion depends on what a person did before or after the hit. Only their verdicts may change.
LOOK_AROUND = frozenset(
    {
        *("apple_privacy", "proxy_on_display", "provider_display", "microsoft_display"),
        *("too_soon", "small_signs", "own_client", "direct_client"),
    }
)


def classify(hit: Hit, context: Context) -> Verdict:
    """Return the verdict of the first rule that has an opinion.

    Equal hits and contexts give equal verdicts.
    """
    for name, rule in RULES:
        found = rule(hit, context)
        if found:
            return Verdict(found.kind, found.score, name, found.evidence, found.unsettled)
    raise AssertionError("the last rule always has an opinion")
