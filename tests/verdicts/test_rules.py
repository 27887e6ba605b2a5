"""The rules about people and about Alice herself, at their limits."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.messages.kinds import Cause
from server.verdicts.classify import classify
from server.verdicts.context import LaterSign
from server.verdicts.evidence import pack
from tests import agents
from tests.pipeline import READER
from tests.verdicts.cases import (
    APPLE_OPEN,
    CLICK,
    GMAIL_OPEN,
    MICROSECOND,
    OPEN,
    YAHOO_OPEN,
    Case,
    after,
)
from tests.verdicts.test_classify import APPLE_RELAY, HIT

OLD_CHROME = (  # Mail.ru's proxy, in mssola/user_agent#54
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/32.0.1700.2 Safari/537.36"
)

CASES = [
    Case(
        "Bob opens it in a browser an hour later, when delivery is over",
        OPEN, after(3600), "direct_client", "person", 90, ["direct_open", "long_after"], unsettled=True,
    ),
    Case(
        "Bob opens it a little earlier, and nothing else is known",
        OPEN, after(3599.999999), "direct_client", "likely_person", 75, ["direct_open", "unconfirmed"],
        unsettled=True,
    ),
    Case(
        "Bob follows a link after he has seen the mail",
        CLICK, after(3600, opened=True), "direct_client", "person", 90,
        ["direct_click", "long_after"], unsettled=True,
    ),
    Case(
        "Bob follows a link, but no picture was loaded before, which leaves a doubt",
        CLICK, after(3600, opened=False), "direct_client", "likely_person", 70,
        ["direct_click", "unseen", "unconfirmed"], unsettled=True,
    ),
    Case(
        "Bob follows a link with no picture before, but he comes back",
        CLICK, after(3600, opened=False, later=LaterSign("click", 60, same=True, until=600)), "direct_client",
        "person", 85, ["direct_click", "unseen", "same_later"], unsettled=True,
    ),
    Case(
        "Bob is in Alice's network",
        OPEN, after(3600, own="network"), "direct_client", "likely_person", 65,
        ["direct_open", "own_network"], unsettled=True,
    ),
    Case(
        "Bob is in Alice's network, and answers later",
        OPEN, after(3600, own="network", later=LaterSign("reply", 60)), "direct_client", "likely_person", 77,
        ["direct_open", "own_network", "later_reply"], unsettled=True,
    ),
    Case(
        "it is Alice's own program in her own network",
        OPEN, after(3600, own="client"), "own_client", "maybe_you", 25, ["own_client"],
    ),
    Case(
        "it is another program at Alice's own address, perhaps her phone",
        OPEN, after(3600, own="address"), "own_client", "maybe_you", 30, ["own_address"],
    ),
    Case(
        "a link is followed at Alice's own address, and nobody has seen the mail",
        CLICK, after(3600, own="address", opened=False), "own_client", "maybe_you", 30, ["own_address"],
    ),
    Case(
        "a link is followed at Alice's own address after somebody has seen the mail",
        CLICK, after(3600, own="address", opened=True), "direct_client", "likely_person", 65,
        ["direct_click", "own_network"], unsettled=True,
    ),
    Case(
        "Alice's own program follows a link after somebody has seen the mail",
        CLICK, after(3600, own="client", opened=True), "own_client", "maybe_you", 25, ["own_client"],
    ),
    Case(
        "Bob reads in Gmail",
        GMAIL_OPEN, after(3600), "proxy_on_display", "likely_person", 80,
        [["proxy", {"proxy": "gmail"}], "proxy_hides"], unsettled=True,
    ),
    Case(
        "Bob reads in Gmail, and opens it again later",
        GMAIL_OPEN, after(3600, later=LaterSign("open", 60)), "proxy_on_display", "likely_person", 92,
        [["proxy", {"proxy": "gmail"}], "proxy_hides", "later_open"], unsettled=True,
    ),
    Case(
        "Gmail's proxy from elsewhere",
        replace(GMAIL_OPEN, address=READER), after(3600), "proxy_on_display", "likely_person", 60,
        [["proxy", {"proxy": "gmail"}], "proxy_hides", "proxy_network"], unsettled=True,
    ),
    Case(
        "a proxy whose network nobody knows",
        YAHOO_OPEN, after(3600), "proxy_on_display", "likely_person", 80,
        [["proxy", {"proxy": "yahoo"}], "proxy_hides"], unsettled=True,
    ),
    Case(
        "Gmail's proxy five seconds after the mail was sent, when it may load ahead",
        GMAIL_OPEN, after(5), "proxy_on_display", "prefetch", 20,
        [["proxy_early", {"proxy": "gmail"}], ["soon", {"seconds": 5.0}]], unsettled=True,
    ),
    Case(
        "Gmail's proxy that early, and Bob follows a link later",
        GMAIL_OPEN, after(5, later=LaterSign("click", 60)), "proxy_on_display", "likely_person", 82,
        [["proxy", {"proxy": "gmail"}], "proxy_hides", ["soon", {"seconds": 5.0}], "later_click"],
        unsettled=True,
    ),
    Case(
        "Gmail's proxy a little more than five seconds after",
        GMAIL_OPEN, after(5.000001), "proxy_on_display", "likely_person", 80,
        [["proxy", {"proxy": "gmail"}], "proxy_hides"], unsettled=True,
    ),
    Case(
        "Gmail's proxy that early, but the mail came back",
        GMAIL_OPEN, after(1, bounced_at=HIT.moment + MICROSECOND), "proxy_on_display", "maybe_you", 15,
        ["before_bounce"],
    ),
    Case(
        "Gmail's proxy fetches the same within five seconds",
        GMAIL_OPEN, after(3600, since_same=5.0), "proxy_on_display", "repeat", 20,
        [["repeated_open", {"seconds": 5.0}]],
    ),
    Case(
        "Bob's mail provider loads the picture, with the name of an old browser",
        replace(OPEN, user_agent=OLD_CHROME), after(3600, provider="Mail.ru"), "provider_display",
        "likely_person", 65, [["provider_display", {"name": "Mail.ru"}], "proxy_hides"], unsettled=True,
    ),
    Case(
        "his provider loads it, and he follows a link later",
        replace(OPEN, user_agent=OLD_CHROME), after(3600, provider="Mail.ru", later=LaterSign("click", 60)),
        "provider_display", "likely_person", 77,
        [["provider_display", {"name": "Mail.ru"}], "proxy_hides", "later_click"], unsettled=True,
    ),
    Case(
        "his provider loads it with a program that nobody knows",
        replace(OPEN, user_agent="something", headers={}), after(3600, provider="Mail.ru"),
        "provider_display", "likely_person", 65,
        [["provider_display", {"name": "Mail.ru"}], "proxy_hides"], unsettled=True,
    ),
    Case(
        "his provider loads it, and names no program",
        replace(OPEN, user_agent=""), after(3600, provider="Mail.ru"), "provider_display", "likely_person",
        65,
        [["provider_display", {"name": "Mail.ru"}], "proxy_hides"], unsettled=True,
    ),
    Case(
        "his provider loads it before he can have seen it",
        OPEN, after(5, provider="Mail.ru"), "provider_display", "prefetch", 20,
        [["provider_early", {"name": "Mail.ru"}], ["soon", {"seconds": 5.0}]], unsettled=True,
    ),
    Case(
        "that early, but he follows a link later",
        OPEN, after(5, provider="Mail.ru", later=LaterSign("click", 60)), "provider_display", "likely_person",
        67,
        [["provider_display", {"name": "Mail.ru"}], "proxy_hides", ["soon", {"seconds": 5.0}], "later_click"],
        unsettled=True,
    ),
    Case(
        "his provider loads the same within five seconds",
        OPEN, after(3600, provider="Mail.ru", since_same=5.0), "provider_display", "repeat", 20,
        [["repeated_open", {"seconds": 5.0}]],
    ),
    Case(
        "his provider loads the picture of a mail that comes back",
        OPEN, after(3600, provider="Mail.ru", bounced_at=HIT.moment + MICROSECOND), "provider_display",
        "maybe_you", 15, ["before_bounce"],
    ),
    Case(
        "somebody who works at a mail provider reads in a mail program",
        replace(OPEN, user_agent=agents.THUNDERBIRD), after(3600, provider="Mail.ru"), "direct_client",
        "person", 90, ["direct_open", "long_after"], unsettled=True,
    ),
    Case(
        "Bob follows the same link within five seconds",
        CLICK, after(3600, opened=True, since_same=4.96), "repeat", "repeat", 20,
        [["repeated_click", {"seconds": 5.0}]],
    ),
    Case(
        "Bob follows the same link after more than five seconds",
        CLICK, after(3600, opened=True, since_same=5.01), "direct_client", "person", 90,
        ["direct_click", "long_after"], unsettled=True,
    ),
    Case(
        "Apple loads it, who knows when it is read",
        APPLE_OPEN, after(3600), "apple_privacy", "unknown_time", 40,
        ["apple_privacy", "apple_name"], unsettled=True,
    ),
    Case(
        "Apple loads it, and Bob follows a link later",
        replace(APPLE_OPEN, address=APPLE_RELAY), after(3600, later=LaterSign("click", 60)),
        "apple_privacy", "unknown_time", 60, ["apple_privacy", "apple_network", "later_sign"], unsettled=True,
    ),
    Case(
        "it is fetched a moment before the mail was sent",
        OPEN, after(-0.25), "before_sending", "before_sending", 0, [["before_sending", {"seconds": 0.2}]],
    ),
    Case(
        "Alice has it on screen, in this very browser",
        OPEN, after(3600, viewing=10.0, viewing_same=True), "own_view", "you", 0, ["viewed_same_browser"],
    ),
    Case(
        "Alice had it on screen more than ten seconds before",
        OPEN, after(3600, viewing=10.1, viewing_same=True), "direct_client", "person", 90,
        ["direct_open", "long_after"], unsettled=True,
    ),
    Case(
        "Alice has it on screen in Gmail, ten seconds after the proxy came",
        GMAIL_OPEN, after(3600, viewing=-10.0), "own_view", "you", 10, ["viewed_in_gmail"],
    ),
    Case(
        "Alice has it on screen in Gmail when Yahoo's proxy comes",
        YAHOO_OPEN, after(3600, viewing=1.0), "proxy_on_display", "likely_person", 80,
        [["proxy", {"proxy": "yahoo"}], "proxy_hides"], unsettled=True,
    ),
    Case(
        "Alice has it on screen while Bob follows a link",
        CLICK, after(3600, opened=True, viewing=1.0, viewing_same=True), "direct_client", "person", 90,
        ["direct_click", "long_after"], unsettled=True,
    ),
    Case(
        "the mail comes back, and its picture is loaded in that moment",
        OPEN, after(3600, bounced_at=HIT.moment), "after_bounce", "maybe_you", 10, ["after_bounce"],
    ),
    Case(
        "its picture is loaded just before it comes back",
        OPEN, after(3600, bounced_at=HIT.moment + MICROSECOND), "direct_client", "maybe_you", 15,
        ["before_bounce"],
    ),
    Case(
        "Apple loads the picture of a mail that comes back",
        APPLE_OPEN, after(3600, bounced_at=HIT.moment + MICROSECOND), "apple_privacy", "maybe_you", 15,
        ["before_bounce"],
    ),
    Case(
        "Gmail's proxy loads the picture of a mail that comes back",
        GMAIL_OPEN, after(3600, bounced_at=HIT.moment + MICROSECOND), "proxy_on_display", "maybe_you", 15,
        ["before_bounce"],
    ),
    Case(
        "a link is followed after the mail has come back",
        CLICK, after(3600, opened=True, bounced_at=HIT.moment), "direct_client", "person", 90,
        ["direct_click", "long_after"], unsettled=True,
    ),
    Case(
        "Alice says that it was Bob",
        OPEN, after(3600, correction=Cause.RECIPIENT), "corrected", "person", 100, ["corrected_recipient"],
    ),
    Case(
        "Alice says that it was a machine",
        OPEN, after(3600, correction=Cause.AUTOMATED), "corrected", "crawler", 0, ["corrected_automated"],
    ),
    Case(
        "Alice has said of one like it that it was Bob",
        OPEN, after(3600, learned=Cause.RECIPIENT), "corrected_alike", "person", 95, ["learned_recipient"],
    ),
    Case(
        "Alice has said of one like it that it was her",
        OPEN, after(3600, learned=Cause.SENDER), "corrected_alike", "maybe_you", 15, ["learned_sender"],
    ),
    Case(
        "Alice has said of one like it that it was a machine",
        OPEN, after(3600, learned=Cause.AUTOMATED), "corrected_alike", "crawler", 3, ["learned_automated"],
    ),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.what)
def test_a_hit_at_the_limit_of_a_rule_about_people_gets_the_expected_verdict(case: Case) -> None:
    found = classify(case.hit, case.context)
    assert (found.rule, found.kind, found.score) == (case.rule, case.kind, case.score)
    assert pack(found.evidence) == case.because
    assert found.unsettled == case.unsettled
