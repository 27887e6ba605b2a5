"""Address headers are read as a mail program shows them, also broken ones, and in linear time."""

from __future__ import annotations

import json
from email.utils import formataddr
from pathlib import Path
from time import process_time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.mail.addresses import Mailbox, people

CASES = json.loads(Path(__file__).with_name("address_headers.json").read_text(encoding="utf-8"))
HOSTILE = (
    *("(", '"', '\\"', "<", "<@a,", "()", '"a"', "=?x?q? ", "=?x?q?a", "a @ ", '("<\\', "[1.1.1.1"),
    *("[ipv6:a", ":", "'", "bob@b.example\u200b ", "(a)b@c ", '\\"("', "<a@b ", "<a@b> ", '""@a'),
)  # fmt: skip

LOCAL = st.text("abcdefghijklmnopqrstuvwxyz0123456789+-_", min_size=1, max_size=20)
NAME = st.text(st.characters(codec="utf-8", exclude_categories=["C", "Z"]), min_size=1, max_size=12).filter(
    lambda text: "=?" not in text
)
MAILBOX = st.builds(
    lambda local, words: Mailbox(f"{local}@b.example", " ".join(words)), LOCAL, st.lists(NAME, max_size=3)
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["shape"])
def test_a_header_is_read_like_a_mail_program_reads_it(case: dict[str, Any]) -> None:
    found = people([case["header"]])
    assert [each.address for each in found] == [each["address"] for each in case["mailboxes"]]
    for each, wanted in zip(found, case["mailboxes"], strict=True):
        assert each.name == wanted.get("name", each.name)


@given(st.lists(MAILBOX, max_size=8), st.sampled_from([", ", ",", "; ", ";", " ,\r\n\t", ",,"]))
def test_what_a_program_writes_by_the_rules_is_read_back(written: list[Mailbox], separator: str) -> None:
    header = separator.join(formataddr((each.name, each.address), "utf-8") for each in written)
    assert people([header]) == tuple(written)


@given(st.lists(LOCAL, min_size=1, max_size=5), st.text('()\\ab ,;:<>@"', max_size=30))
def test_no_comment_hides_or_adds_a_recipient(names: list[str], comment: str) -> None:
    inner = comment.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    header = ", ".join(f"({inner}) Bob <{name}@b.example>({inner})" for name in names)
    assert [each.address for each in people([header])] == [f"{name}@b.example" for name in names]


@given(st.text("ab.@<>(),;:\"'[]\\ =?q\u200b\x00ü", max_size=60) | st.text(max_size=60))
def test_whatever_is_read_is_an_address(header: str) -> None:
    for each in people([header]):
        local, _, domain = each.address.rpartition("@")
        assert local, header
        assert domain, header
        assert each.address.isprintable() or not each.address.isascii(), header
        assert people([f"<{each.address}>"]) == (Mailbox(each.address, ""),)


@given(st.text("ab,<>@:;. ", max_size=20))
def test_a_broken_entry_hides_no_recipient_behind_it(broken: str) -> None:
    assert people([f"{broken}, bob@b.example"])[-1] == Mailbox("bob@b.example", "")


def test_a_thousand_recipients_are_read() -> None:
    header = ", ".join(f'"Bauer, Bob {n}" <bob{n}@b.example>' for n in range(1000))
    assert [each.name for each in people([header])] == [f"Bauer, Bob {n}" for n in range(1000)]


@pytest.mark.parametrize("before", ["", "<a@b.example> ", "a@b.example ", '"a" <a@b.example', "a: "])
@pytest.mark.parametrize("unit", [*HOSTILE, "() ", "(a) <"])
def test_a_hostile_header_takes_linear_time(unit: str, before: str) -> None:
    short, long = (_fastest(before + unit * (size // len(unit))) for size in (2_000, 16_000))
    assert long < short * 8 * 3 + 0.01, f"{long / short:.0f} times as long for 8 times as much"


def _fastest(header: str) -> float:
    times = []
    for _ in range(3):
        began = process_time()
        people([header])
        times.append(process_time() - began)
    return min(times)
