"""Makes reports of one mail as browsers might send them: late, twice, changed, in any order."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any, get_args
from uuid import UUID

from hypothesis import strategies as st

from server.messages.report import Correspondent, Report, ReportedLink, ReportedRecipient, State

LEASE = UUID("11111111-2222-4333-8444-555555555555")
START = datetime(2026, 3, 1, 9, 30, tzinfo=UTC)

recipients = st.lists(
    st.builds(
        ReportedRecipient,
        st.sampled_from(["to", "cc", "bcc"]),
        st.sampled_from(["bob@example.com", "Bob@example.com", "charlie@example.com", "dora@example.com"]),
        st.sampled_from(["", "Bob", "Robert"]),
    ),
    max_size=4,
).map(tuple)
links = st.lists(
    st.builds(
        ReportedLink,
        st.sampled_from(["https://a.example/", "https://b.example/?x=1&y=2", "https://c.example/#d"]),
        st.sampled_from(["", "here"]),
    ),
    max_size=4,
).map(tuple)
moments = st.integers(0, 6).map(lambda seconds: START + timedelta(seconds=seconds))
ids = st.sampled_from([None, "a1b2c3d4", "d4c3b2a1"])

reports = st.builds(
    Report,
    lease=st.just(LEASE),
    state=st.sampled_from(get_args(State)),
    sender=st.builds(Correspondent, st.just("alice@example.com"), st.sampled_from(["", "Alice"])),
    recipients=recipients,
    links=links,
    subject=st.sampled_from(["", "Lunch", "Lunch?"]),
    sent_at=moments,
    observed_at=moments,
    draft_id=st.sampled_from([None, "msg-a:r1"]),
    gmail_message_id=ids,
    gmail_thread_id=ids,
    rfc822_message_id=st.sampled_from([None, "<a@mail.gmail.com>"]),
)


def a_report(**changes: Any) -> Report:
    """A report of a mail to Bob with one link."""
    values: dict[str, Any] = {
        "lease": LEASE,
        "state": "sent",
        "sender": Correspondent("alice@sandbox.example", "Alice"),
        "recipients": (ReportedRecipient("to", "bob@sandbox.example", "Bob Bauer"),),
        "links": (ReportedLink("https://example.com/", "here"),),
        "subject": "Lunch on Friday?",
        "sent_at": START,
        "observed_at": START,
        **changes,
    }
    return Report(**values)
