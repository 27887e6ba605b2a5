"""What is known about a hit's network when it is judged."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.verdicts.observed import ObservedHit, observed
from tests import agents
from tests.pipeline import GMAIL
from tests.verdicts.cases import GMAIL_OPEN, OPEN


def seen(address: str, owner: str = "", agent: str = agents.FIREFOX) -> tuple[str, str, str]:
    """Which data centre, shared exit and filter an address belongs to."""
    found = observed(replace(OPEN, address=address, user_agent=agent), owner)
    return found.hosting, found.exit, found.filter


@pytest.mark.parametrize(
    ("address", "owner", "known"),
    [
        ("5.9.1.2", "", ("Hetzner", "", "")),
        ("104.28.1.2", "", ("", "Cloudflare", "")),
        ("205.139.110.7", "", ("", "", "Mimecast")),
        ("198.51.100.7", "", ("", "", "")),
        ("198.51.100.7", "Home Broadband Ltd", ("", "", "")),
        ("not an address", "", ("", "", "")),
        ("", "", ("", "", "")),
    ],
)
def test_the_network_is_known_from_published_ranges(
    address: str, owner: str, known: tuple[str, str, str]
) -> None:
    assert seen(address, owner) == known


def test_an_asn_database_tells_what_the_ranges_do_not() -> None:
    hosting, shared, filtering = seen("198.51.100.7", "HETZNER-AS")
    assert "hetzner" in hosting.lower()
    assert (shared, filtering) == ("", "")


def test_nothing_is_concluded_from_the_network_of_an_image_proxy() -> None:
    assert seen("5.9.1.2", "HETZNER-AS", agents.GMAIL_PROXY) == ("", "", "")
    assert observed(GMAIL_OPEN, "GOOGLE") == ObservedHit(GMAIL_OPEN)
    assert GMAIL_OPEN.address == GMAIL


def test_what_else_is_stored_is_kept() -> None:
    assert observed(OPEN, "", 7, "sender") == ObservedHit(OPEN, mails=7, correction="sender")
