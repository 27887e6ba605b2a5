"""What is stored about a hit becomes a line that is judged in the same way."""

from __future__ import annotations

import json

import pytest

from server.verdicts import sequences
from server.verdicts.blurring import blurred
from server.verdicts.recording import recorded_mail, recorded_requests
from tests.verdicts.test_sequences import mail, opened


@pytest.mark.parametrize(
    ("address", "owner"),
    [
        ("5.9.1.1", "Deutsche Telekom AG"),  # leased from Hetzner, so homes are behind it
        ("5.9.1.1", "HETZNER-AS"),
        ("81.2.69.1", "Zscaler Switzerland GmbH"),
    ],
)
def test_whose_network_it_was_is_the_same_in_the_line(address: str, owner: str) -> None:
    line = sequences.read(json.dumps(mail(opened(address=address, network=owner))).encode())
    [before] = sequences.requests(line)
    again = recorded_mail(sequences.context_of(line), recorded_requests(before.observed))
    for recorded in (again, blurred(again)):
        [after] = sequences.requests(recorded)
        kinds = [(each.observed.hosting, each.observed.exit, each.observed.home) for each in (before, after)]
        assert any(kinds[0])
        assert kinds[0] == kinds[1]
