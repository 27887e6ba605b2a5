"""The rules about machines at their limits: the last hit that a rule applies to, and the first after it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.messages.kinds import Cause
from server.verdicts.classify import classify
from server.verdicts.context import Context, LaterSign
from server.verdicts.evidence import pack
from server.verdicts.hits import DECOY_URL
from tests import agents
from tests.verdicts.cases import (
    CLICK,
    GMAIL_OPEN,
    HEADERS,
    LONG_AGENT,
    OPEN,
    Case,
    after,
)

PICTURE_WITHOUT_LANGUAGE_AND_ENCODING = {"accept": "*/*", "sec-fetch-mode": "no-cors"}
YANDEX_BOT = "Mozilla/5.0 (compatible; YandexBot/3.0; +http://yandex.com/bots)"

CASES = [
    Case(
        "a link is followed two seconds after the mail was sent",
        CLICK, after(2), "too_soon", "scanner", 10, [["soon", {"seconds": 2.0}], "too_soon"], unsettled=True,
    ),
    Case(
        "whoever followed it that soon was still there a minute later",
        CLICK, after(2, later=LaterSign("open", 10, same=True, until=60)), "too_soon", "scanner", 10,
        [["soon", {"seconds": 2.0}], "too_soon"], unsettled=True,
    ),
    Case(
        "whoever followed it that soon comes back after more than a minute",
        CLICK, after(2, later=LaterSign("open", 10, same=True, until=60.000001)), "too_soon",
        "likely_person", 55, [["soon", {"seconds": 2.0}], "came_back"], unsettled=True,
    ),
    Case(
        "somebody else comes later",
        CLICK, after(2, later=LaterSign("open", 3600, until=3600)), "too_soon", "scanner", 10,
        [["soon", {"seconds": 2.0}], "too_soon"], unsettled=True,
    ),
    Case(
        "a link is followed a little later than two seconds",
        CLICK, after(2.000001), "direct_client", "likely_person", 65,
        ["direct_click", ["soon", {"seconds": 2.0}]], unsettled=True,
    ),
    Case(
        "with the mail on screen a second is the limit",
        CLICK, after(1, opened=True), "too_soon", "scanner", 10,
        [["soon", {"seconds": 1.0}], "too_soon"], unsettled=True,
    ),
    Case(
        "with the mail on screen, a little later than a second",
        CLICK, after(1.000001, opened=True), "direct_client", "likely_person", 65,
        ["direct_click", ["soon", {"seconds": 1.0}]], unsettled=True,
    ),
    Case(
        "an image is loaded two and a half seconds after the mail was sent",
        OPEN, after(2.5), "too_soon", "scanner", 10, [["soon", {"seconds": 2.5}], "too_soon"], unsettled=True,
    ),
    Case(
        "whoever loaded it that soon comes back after more than a minute",
        OPEN, after(2.5, later=LaterSign("click", 10, same=True, until=60.000001)), "too_soon",
        "likely_person", 55, [["soon", {"seconds": 2.5}], "came_back"], unsettled=True,
    ),
    Case(
        "an image is loaded a little later",
        OPEN, after(2.500001), "direct_client", "likely_person", 65,
        ["direct_open", ["soon", {"seconds": 2.5}]], unsettled=True,
    ),
    Case(
        "nobody knows when the mail was sent",
        OPEN, Context(), "direct_client", "likely_person", 75, ["direct_open", "unconfirmed"], unsettled=True,
    ),
    Case(
        "signs that weigh three are too few for a machine",
        replace(OPEN, headers=PICTURE_WITHOUT_LANGUAGE_AND_ENCODING), after(3600), "direct_client",
        "likely_person", 60, ["direct_open", "no_language", "no_encoding"], unsettled=True,
    ),
    Case(
        "signs that weigh four are enough",
        replace(OPEN, headers={"accept": "*/*"}), after(3600), "small_signs", "scanner", 12,
        ["no_language", "no_encoding", "no_metadata", "together"],
    ),
    Case(
        "a link fetched by a script that asks for no page",
        replace(CLICK, headers={**HEADERS, "accept": "*/*", "sec-fetch-mode": "cors"}),
        after(3600, opened=True), "small_signs", "scanner", 12, ["no_page", "by_script", "together"],
    ),
    Case(
        "a link followed from a data centre",
        CLICK, after(3600, opened=True, hosting="Hetzner"), "data_centre", "scanner", 8,
        [["hosting", {"name": "Hetzner"}]],
    ),
    Case(
        "an image loaded from a data centre by a browser, days later",
        OPEN, after(300_000, hosting="Hetzner"), "data_centre", "scanner", 8,
        [["hosting", {"name": "Hetzner"}]], unsettled=True,
    ),
    Case(
        "an image loaded from a data centre by a mail program, as on a virtual desktop",
        replace(OPEN, user_agent=agents.THUNDERBIRD), after(3600, hosting="Hetzner"), "direct_client",
        "likely_person", 65, ["direct_open", ["hosting", {"name": "Hetzner"}]], unsettled=True,
    ),
    Case(
        "a picture loaded in the network of a scanner, at about that time",
        OPEN, after(3600, beside_scanner=True), "beside_a_scanner", "scanner", 8, ["beside_scanner"],
    ),
    Case(
        "a picture loaded by a client that gave itself away",
        OPEN, after(90_000, beside_scanner=True, caught=True), "beside_a_scanner", "scanner", 5, ["caught"],
    ),
    Case(
        "Gmail's proxy in the network of a scanner",
        GMAIL_OPEN, after(3600, beside_scanner=True), "proxy_on_display", "likely_person", 80,
        [["proxy", {"proxy": "gmail"}], "proxy_hides"], unsettled=True,
    ),
    Case(
        "three links followed at once",
        CLICK, after(3600, opened=True, links=3, quick_links=2), "links_at_once", "scanner", 2,
        [["links_at_once", {"links": 3, "seconds": 3}]],
    ),
    Case(
        "two links followed within a second",
        CLICK, after(3600, opened=True, links=2, quick_links=2), "links_at_once", "scanner", 2,
        [["links_at_once", {"links": 2, "seconds": 1}]],
    ),
    Case(
        "two links followed within three seconds",
        CLICK, after(3600, opened=True, links=2, quick_links=1), "direct_client", "person", 90,
        ["direct_click", "long_after"], unsettled=True,
    ),
    Case(
        "a picture loaded while three links are followed",
        OPEN, after(3600, links=3, quick_links=3), "direct_client", "person", 90,
        ["direct_open", "long_after"], unsettled=True,
    ),
    Case(
        "a picture loaded from the network of such a burst",
        OPEN, after(3600, in_burst=True), "beside_a_burst", "scanner", 3, ["beside_burst"],
    ),
    Case(
        "Gmail's proxy beside such a burst",
        GMAIL_OPEN, after(3600, in_burst=True), "proxy_on_display", "likely_person", 80,
        [["proxy", {"proxy": "gmail"}], "proxy_hides"], unsettled=True,
    ),
    Case(
        "a picture loaded from the network that followed the decoy",
        OPEN, after(3600, by_decoy=True), "beside_a_decoy", "scanner", 3, ["beside_decoy"],
    ),
    Case(
        "the decoy is followed",
        replace(CLICK, url=DECOY_URL), after(3600), "decoy", "scanner", 1, ["decoy"],
    ),
    Case(
        "the decoy is followed by a browser that only looks ahead",
        replace(CLICK, url=DECOY_URL, headers={"purpose": "Prefetch"}), after(3600), "decoy", "prefetch", 5,
        [["announced_prefetch", {"header": "purpose: prefetch"}]],
    ),
    Case(
        "Alice says that the decoy was followed by Bob, which nobody does",
        replace(CLICK, url=DECOY_URL), after(3600, correction=Cause.RECIPIENT), "decoy",
        "scanner", 1, ["decoy"],
    ),
    Case(
        "Alice says that she followed the decoy herself",
        replace(CLICK, url=DECOY_URL), after(3600, correction=Cause.SENDER), "corrected",
        "you", 0, ["corrected_sender"],
    ),
    Case(
        "a link is asked for a minute after its headers were",
        CLICK, after(3600, head=60.0), "head_before_get", "scanner", 3, [["head", {"seconds": 60.0}]],
    ),
    Case(
        "a link is asked for more than a minute after its headers were",
        CLICK, after(3600, opened=True, head=60.01), "direct_client", "person", 90,
        ["direct_click", "long_after"], unsettled=True,
    ),
    Case(
        "links of three mails are followed at once",
        CLICK, after(3600, mails=3), "mails_at_once", "scanner", 3, [["mails_at_once", {"mails": 3}]],
    ),
    Case(
        "links of two mails are followed at once",
        CLICK, after(3600, opened=True, mails=2), "direct_client", "person", 90,
        ["direct_click", "long_after"], unsettled=True,
    ),
    Case(
        "the pictures of eight mails are loaded at once",
        OPEN, after(3600, mails=8), "mails_at_once", "scanner", 3, [["mails_at_once", {"mails": 8}]],
    ),
    Case(
        "the pictures of a conversation of seven are loaded at once",
        OPEN, after(3600, mails=7), "direct_client", "person", 90,
        ["direct_open", "long_after"], unsettled=True,
    ),
    Case(
        "no program is named",
        replace(OPEN, user_agent=" "), after(3600), "no_user_agent", "crawler", 5, ["no_user_agent"],
    ),
    Case(
        "Gmail looks ahead",
        replace(GMAIL_OPEN, user_agent=agents.GMAIL_PREFETCH), after(3600), "gmail_prefetch", "prefetch", 5,
        ["gmail_prefetch"],
    ),
    Case(
        "a browser says at length that it looks ahead",
        replace(OPEN, headers={"sec-purpose": "Prerender;" + "x" * 100}), after(3600), "announced_prefetch",
        "prefetch", 5, [["announced_prefetch", {"header": "sec-purpose: prerender;" + "x" * 70}]],
    ),
    Case(
        "a browser without a window",
        replace(OPEN, headers={**HEADERS, "sec-ch-ua": '"HeadlessChrome";v="156"'}), after(3600), "headless",
        "crawler", 2, ["headless"],
    ),
    Case(
        "a mail filter that names itself",
        replace(CLICK, user_agent="Mimecast-URL-Protect/2"), after(3600), "scanner_by_name", "scanner", 2,
        [["scanner_name", {"name": "Mimecast"}]],
    ),
    Case(
        "a mail filter in disguise, in its own network",
        CLICK, after(3600, filter="Mimecast"), "scanner_by_network", "scanner", 3,
        [["scanner_network", {"name": "Mimecast"}]],
    ),
    Case(
        "a mail provider's crawler in its own network",
        replace(OPEN, user_agent=YANDEX_BOT), after(3600, provider="Yandex"), "crawler_by_name", "crawler", 2,
        [["crawler_name", {"program": YANDEX_BOT}]],
    ),
    Case(
        "a mail provider follows a link",
        CLICK, after(3600, opened=True, provider="Mail.ru"), "provider_check", "scanner", 8,
        [["provider_check", {"name": "Mail.ru"}]],
    ),
    Case(
        "a link without a program's name, from a mail provider",
        replace(CLICK, user_agent=""), after(3600, provider="Mail.ru"), "no_user_agent", "crawler", 5,
        ["no_user_agent"],
    ),
    Case(
        "a program for developers with a long name",
        replace(CLICK, user_agent=LONG_AGENT), after(3600), "crawler_by_name", "crawler", 2,
        [["crawler_name", {"program": LONG_AGENT[:80]}]],
    ),
    Case(
        "a program that nobody knows, and that names no language",
        replace(OPEN, user_agent="something" * 20, headers={}), after(3600), "unknown_program", "crawler", 4,
        [["unknown_program", {"program": ("something" * 20)[:80]}]],
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_a_hit_at_the_limit_of_a_rule_about_machines_gets_the_expected_verdict(case: Case) -> None:
    found = classify(case.hit, case.context)
    assert (found.rule, found.kind, found.score) == (case.rule, case.kind, case.score)
    assert pack(found.evidence) == case.because
    assert found.unsettled == case.unsettled
