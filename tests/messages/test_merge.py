"""Merging reports gives the same result in any order and any number of times."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from server.messages.report import Report, ReportedRecipient, links_of, merge, recipients_of, value_of
from tests.messages.reporting import START, a_report, reports

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
def test_reports_in_any_order_merge_to_the_same_result(both: tuple[list[Report], list[Report]]) -> None:
    some, shuffled = both
    assert merged(some) == merged(shuffled)


@given(st.lists(reports, min_size=1, max_size=5), st.data())
def test_a_repeated_report_changes_nothing(some: list[Report], data: st.DataObject) -> None:
    again = data.draw(st.lists(st.sampled_from(some), max_size=8))
    assert merged([*some, *again]) == merged(some)
    assert merge(merged(some), data.draw(st.sampled_from(some))).changed == frozenset()


@given(st.lists(reports, min_size=1, max_size=5))
def test_no_report_erases_a_value_that_is_known(some: list[Report]) -> None:
    fields: dict[str, Any] = {}
    for report in some:
        after = merge(fields, report).fields
        assert set(fields) <= set(after)
        assert all(after[name][1] is not None for name in after)
        fields = after


@given(reports, reports)
def test_a_merge_names_exactly_the_fields_whose_values_changed(first: Report, second: Report) -> None:
    before = merged([first])
    after = merge(before, second)
    for name in after.fields:
        assert (name in after.changed) == (value_of(before, name) != value_of(after.fields, name))


def test_an_id_from_one_of_two_reports_is_kept() -> None:
    fields = merged([a_report(), a_report(gmail_message_id="abc", observed_at=LATER)])
    assert value_of(fields, "gmail_message_id") == "abc"
    fields = merged([a_report(gmail_message_id="abc"), a_report(observed_at=LATER)])
    assert value_of(fields, "gmail_message_id") == "abc"


def test_an_undo_that_arrives_before_its_send_still_undoes_the_send() -> None:
    assert value_of(merged([a_report(state="undone", observed_at=LATER), a_report()]), "state") == "undone"


def test_a_second_send_wins_over_an_undo_before_it() -> None:
    again = a_report(subject="Lunch on Saturday?", sent_at=LATER, observed_at=LATER)
    undo = a_report(state="undone", observed_at=START + timedelta(seconds=2))
    for order in ([a_report(), undo, again], [again, undo, a_report()], [undo, again, a_report()]):
        fields = merged(order)
        assert value_of(fields, "state") == "sent"
        assert value_of(fields, "subject") == "Lunch on Saturday?"


def test_recipients_and_links_keep_their_order() -> None:
    recipients = (
        ReportedRecipient("to", "b@x.example", "B"),
        ReportedRecipient("cc", "a@x.example"),
        ReportedRecipient("bcc", "c@x.example"),
    )
    fields = merged([a_report(recipients=recipients)])
    assert recipients_of(fields) == list(recipients)
    assert [link.url for link in links_of(fields)] == ["https://example.com/"]


def test_a_report_without_recipients_does_not_remove_the_known_recipients() -> None:
    fields = merged([a_report(), a_report(recipients=(), observed_at=LATER)])
    assert [one.address for one in recipients_of(fields)] == ["bob@sandbox.example"]
