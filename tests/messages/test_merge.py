"""Merging reports gives the same result in any order and any number of times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from server.messages.report import Report, ReportedRecipient, links_of, merge, readers_of, value_of
from tests.messages.telling import START, reports, told

LATER = START + timedelta(seconds=5)


def merged(told_in_order: Sequence[Report]) -> dict[str, Any]:
    fields: dict[str, Any] = {}
    for report in told_in_order:
        fields = merge(fields, report).fields
    return fields


@given(
    st.lists(reports, min_size=1, max_size=6).flatmap(
        lambda some: st.tuples(st.just(some), st.permutations(some))
    )
)
def test_the_order_does_not_matter(both: tuple[list[Report], list[Report]]) -> None:
    some, shuffled = both
    assert merged(some) == merged(shuffled)


@given(st.lists(reports, min_size=1, max_size=5), st.data())
def test_repetition_does_not_matter(some: list[Report], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(some), max_size=8))
    assert merged([*some, *again]) == merged(some)
    assert merge(merged(some), data.draw(st.sampled_from(some))).changed == frozenset()


@given(st.lists(reports, min_size=1, max_size=5))
def test_known_values_are_never_erased(some: list[Report]) -> None:
    fields: dict[str, Any] = {}
    for report in some:
        after = merge(fields, report).fields
        assert set(fields) <= set(after)
        assert all(after[name][1] is not None for name in after)
        fields = after


@given(reports, reports)
def test_changes_are_described_exactly(first: Report, second: Report) -> None:
    before = merged([first])
    after = merge(before, second)
    for name in after.fields:
        assert (name in after.changed) == (value_of(before, name) != value_of(after.fields, name))


def test_later_ids_fill_in_what_was_not_known() -> None:
    fields = merged([told(), told(gmail_message_id="abc", observed_at=LATER)])
    assert value_of(fields, "gmail_message_id") == "abc"
    assert (
        value_of(merged([told(gmail_message_id="abc"), told(observed_at=LATER)]), "gmail_message_id") == "abc"
    )


def test_an_undo_that_arrives_before_the_send_it_undoes_still_undoes_it() -> None:
    assert value_of(merged([told(state="undone", observed_at=LATER), told()]), "state") == "undone"


def test_a_second_send_counts_and_not_the_undo_before_it() -> None:
    again = told(subject="Lunch on Saturday?", sent_at=LATER, observed_at=LATER)
    undo = told(state="undone", observed_at=START + timedelta(seconds=2))
    for order in ([told(), undo, again], [again, undo, told()], [undo, again, told()]):
        fields = merged(order)
        assert value_of(fields, "state") == "sent"
        assert value_of(fields, "subject") == "Lunch on Saturday?"


def test_readers_and_links_keep_their_order() -> None:
    readers = (
        ReportedRecipient("to", "b@x.example", "B"),
        ReportedRecipient("cc", "a@x.example"),
        ReportedRecipient("bcc", "c@x.example"),
    )
    fields = merged([told(readers=readers)])
    assert readers_of(fields) == list(readers)
    assert [link.url for link in links_of(fields)] == ["https://example.com/"]


def test_a_report_without_recipients_does_not_remove_them() -> None:
    fields = merged([told(), told(readers=(), observed_at=LATER)])
    assert [one.address for one in readers_of(fields)] == ["bob@sandbox.example"]
