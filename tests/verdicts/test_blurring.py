"""A bug report says nothing about people and links, and its verdicts are those of the mail."""

from __future__ import annotations

import ipaddress
import json
from collections.abc import Iterator
from typing import Any

import msgspec

from server.ops.judge import judged
from server.verdicts import sequences
from server.verdicts.blurring import blurred
from tests.agents import FIREFOX
from tests.faults.table import amount
from tests.verdicts import rounds
from tests.verdicts.lines import own_mails
from tests.verdicts.sight import Mail
from tests.verdicts.test_sequences import BOB, SENT, clicked, mail, opened

MAILS = (*own_mails(), *rounds.mails(rounds.files()))[:: amount(4, 1)]  # every fourth; all in `make faults`


def blur(line: Mail) -> Mail:
    """The line of a bug report."""
    found: Mail = msgspec.to_builtins(blurred(sequences.read(json.dumps(line).encode())))
    return found


def verdicts(line: Mail) -> list[tuple[Any, ...]]:
    """What is printed about the events of a line."""
    printed = judged(sequences.read(json.dumps(line).encode()), "likely")["events"]
    return [(event["verdict"], event["score"], event["rule"], event["counts"]) for event in printed]


def differently_judged() -> Iterator[str]:
    """The mails whose bug report is judged in another way."""
    for line in MAILS:
        if verdicts(blur(line)) != verdicts(line):
            yield f"{line['id']}: {verdicts(line)} {verdicts(blur(line))}"


def test_a_bug_report_gets_the_verdicts_of_the_mail() -> None:
    assert list(differently_judged()) == []


def test_no_address_and_no_link_of_a_mail_is_in_its_bug_report() -> None:
    for line in MAILS:
        report = json.dumps(blur(line))
        for event in line["events"]:
            assert not event.get("url") or f'"{event["url"]}"' not in report, line["id"]
        before = [event["address"] for event in line["events"] if event.get("address")]
        after = [event["address"] for event in blur(line)["events"] if event.get("address")]
        assert [before.index(each) for each in before] == [after.index(each) for each in after], line["id"]


def test_an_address_becomes_another_one_of_its_network() -> None:
    line = mail(
        opened(),
        opened(address="198.51.100.200"),
        opened(address="198.51.100.7"),
        opened(address="2001:db8:1:2:3::4"),
        opened(address="2001:db8:1:9::1"),
        opened(address="2001:db8:1:2::77"),
        opened(address="::ffff:203.0.113.80"),
        opened(address="nowhere"),
        opened(address="127.0.0.1"),
    )
    assert [event.get("address") for event in blur(line)["events"]] == [
        *("198.51.100.1", "198.51.100.2", "198.51.100.1"),
        *("2001:db8:1:1::1", "2001:db8:1:2::1", "2001:db8:1:1::2"),
        *("203.0.113.1", None, "127.0.0.1"),
    ]


def test_an_address_keeps_what_is_known_about_it() -> None:
    gmail = blur(mail(opened(address="66.249.84.33")))["events"][0]["address"]
    assert gmail == "66.249.84.1"
    assert ipaddress.ip_address(gmail) in ipaddress.ip_network("66.249.64.0/19")


def test_links_are_numbered_and_moments_are_moved_to_the_start_of_their_month() -> None:
    line = blur(
        mail(
            clicked("2026-11-03T10:00:00Z", url="https://example.com/bob?id=1"),
            clicked("2026-11-03T11:00:00Z", url="https://example.com/menu"),
            clicked("2026-11-03T12:00:00Z", url="https://example.com/bob?id=1"),
            {"at": "2026-11-03T13:00:00Z", "kind": "decoy"} | BOB,
        )
    )
    assert line["sent_at"] == "2026-11-01T00:00:00+00:00"
    assert [(event["at"], event.get("url")) for event in line["events"]] == [
        ("2026-11-01T00:48:00+00:00", "https://link-1.example/"),
        ("2026-11-01T01:48:00+00:00", "https://link-2.example/"),
        ("2026-11-01T02:48:00+00:00", "https://link-1.example/"),
        ("2026-11-01T03:48:00+00:00", None),
    ]


def test_of_the_headers_the_first_language_is_kept_and_no_region_person_or_company() -> None:
    headers = {
        "Accept-Language": "de-CH,de;q=0.9,gsw;q=0.8, zh-Hant-TW;q=0.7,es-419,*;q=0.1",
        "From": "bob@corp.example",
        "Via": "1.1 proxy.corp.example",
        "Cookie": "name=bob",
    }
    [event] = blur(mail(opened(headers=headers, referer="https://corp.example/")))["events"]
    assert event["headers"] == {
        "accept-language": "de-XX,de;q=0.9,en;q=0.8, en-Xxxx-XX;q=0.7,en-000,*;q=0.1",
        "from": "someone@example.com",
        "via": "1.1 proxy",
    }
    assert "corp" not in json.dumps(event)


def test_what_identifies_people_is_not_in_the_names_of_programs_and_devices_either() -> None:
    agent = "LinkWatch/2.1 (+https://watch.alice.example/about; bob.smith+x@corp.example) Firefox/140.0"
    headers = {
        "Accept": "*/*;bob@corp.example",
        "Sec-CH-UA-Platform": '"Android"',
        "Sec-CH-UA-Model": '"Bob\'s Pixel"',
        "Sec-CH-UA-Corp": "corp.example",
        "X-Requested-With": "example.corp.mail",
    }
    about = {"own": [{"address": BOB["address"], "user_agent": agent}]}
    line = blur(mail(opened(user_agent=agent, headers=headers), about=about))
    told = json.dumps(line)
    assert not any(word in told for word in ("alice.example", "corp", "bob", "Bob", "smith", "Pixel"))
    assert line["events"][0]["user_agent"] == line["about"]["own"][0]["user_agent"]
    assert line["events"][0]["headers"] == {
        "accept": "*/*;someone@example.com",
        "sec-ch-ua-platform": '"Android"',
    }


def test_an_ipv6_address_keeps_no_more_of_its_network_than_its_provider() -> None:
    line = mail(
        opened(address="2a02:8106:2c:5100::7"),
        opened(address="2a02:8106:2c:5101::7"),
        opened(address="2a02:8106:77:1::7"),
    )
    assert [event["address"] for event in blur(line)["events"]] == [
        *("2a02:8106:1:1::1", "2a02:8106:1:2::1", "2a02:8106:2:1::1")
    ]


def test_a_6to4_address_does_not_give_away_the_ipv4_address_in_it() -> None:
    line = mail(opened(address="2002:c633:6409::1"), opened(address="2002:c633:6477:5::1"))
    found = [ipaddress.IPv6Address(event["address"]).sixtofour for event in blur(line)["events"]]
    assert len(set(found)) == 2
    assert not {ipaddress.ip_address("198.51.100.9"), ipaddress.ip_address("198.51.100.119")} & set(found)


def test_of_the_sender_only_what_could_be_taken_for_a_recipients_is_kept() -> None:
    here, elsewhere = {"address": "198.51.100.9"}, {"address": "203.0.113.9"}
    about = {
        "own": [here | {"user_agent": FIREFOX}, elsewhere | {"user_agent": FIREFOX}],
        "viewed": [{"at": SENT} | elsewhere, {"at": "2026-11-03T10:00:05Z"} | elsewhere],
    }
    found = blur(mail(opened(), about=about, subject="Lunch?", to="bob@example.com"))
    assert found["about"] == {
        "own": [{"address": "198.51.100.2", "user_agent": FIREFOX}],
        "viewed": [{"at": "2026-11-01T00:48:05+00:00", "address": "203.0.113.1", "user_agent": None}],
    }
    assert {"subject", "to"}.isdisjoint(found)
