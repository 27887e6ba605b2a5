"""Which links in Alice's mail are tracked; tests/extension/links.test.ts reads the same table."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from server.marks.links import LinkRules, MailLink, why_left

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "links.json").read_text())


def rules(case: dict[str, Any]) -> LinkRules:
    return LinkRules(
        own_hosts=frozenset(VECTORS["own_hosts"]),
        exclusions=tuple(case.get("exclusions", ())),
        without=frozenset(case.get("without", ())),
        phishing_guard=case.get("phishing_guard", True),
        sensitive_guard=case.get("sensitive_guard", True),
    )


def test_the_extension_looks_for_the_same_words_as_the_server() -> None:
    root = Path(__file__).parents[2]
    server, extension = root / "server/marks/link_signs.json", root / "extension/lib/links/signs.json"
    assert server.read_bytes() == extension.read_bytes()


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: f"{case['url'][:40]} {case['text'][:20]}")
def test_a_link_is_tracked_or_excluded_for_the_reason_in_the_table(case: dict[str, Any]) -> None:
    link = MailLink(case["url"], case["text"], case.get("quoted", False))
    assert why_left(link, rules(case)) == case["left"]
