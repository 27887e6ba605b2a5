"""What is no report gets a clear answer; what is odd in one is cleaned; nothing is an error of ours."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.messages.models import Link, Message, Recipient
from tests.extension_api.paired import Extension, pair, report_of
from tests.world import World


@pytest.fixture
async def extension(place: World) -> Extension:
    """Alice's browser."""
    return await pair(place, place.alice)


LONG = "x" * 5000


@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"lease": "1"}, "reports[0].lease: must be a UUID"),
        ({"lease": None}, "reports[0].lease: must be a text"),
        ({"state": "gone"}, "reports[0].state: must be one of sent, scheduled, undone"),
        ({"state": []}, "reports[0].state: must be one of sent, scheduled, undone"),
        ({"subject": None}, "reports[0].subject: must be a text"),
        ({"from": "alice"}, "reports[0].from: must be an object"),
        ({"to": {}}, "reports[0].to: must be a list of 0 to 500"),
        (
            {"to": [{"address": "a@b.example", "name": ""}, {"address": "a\r\nBcc: x@y", "name": ""}]},
            "reports[0].to[1].address: must be a text of 1 to 254 printable characters",
        ),
        (
            {"to": [{"address": LONG, "name": ""}]},
            "reports[0].to[0].address: must be a text of 1 to 254 printable characters",
        ),
        (
            {"to": [{"address": "a b", "name": ""}]},
            "reports[0].to[0].address: is not in the form it must have",
        ),
        ({"to": [{"address": "a@b"}]}, "reports[0].to[0].name: is missing"),
        ({"to": [{"address": "a@b", "name": ""}] * 501}, "reports[0].to: must be a list of 0 to 500"),
        (
            {"to": [{"address": "a@b", "name": ""}] * 300, "cc": [{"address": "a@b", "name": ""}] * 300},
            "reports[0]: to, cc and bcc together must have at most 500 entries",
        ),
        (
            {"links": [{"url": "https://a/", "text": ""}] * 2001},
            "reports[0].links: must be a list of 0 to 2000",
        ),
        ({"links": [{"url": 1, "text": ""}]}, "reports[0].links[0].url: must be a text"),
        ({"sent_at": "yesterday"}, "reports[0].sent_at: must be a time like 2026-03-01T09:30:00.000Z"),
        (
            {"sent_at": "2026-03-01T09:30:00"},
            "reports[0].sent_at: must be a time like 2026-03-01T09:30:00.000Z",
        ),
        (
            {"sent_at": "0001-01-01T00:00:00Z"},
            "reports[0].sent_at: must be a time like 2026-03-01T09:30:00.000Z",
        ),
        ({"observed_at": 5}, "reports[0].observed_at: must be a text"),
        ({"gmail_message_id": "xyz"}, "reports[0].gmail_message_id: is not in the form it must have"),
        ({"rfc822_message_id": "a@b"}, "reports[0].rfc822_message_id: is not in the form it must have"),
        ({"pixel_token": ""}, "reports[0].pixel_token: must be a text of 1 to "),
    ],
)
async def test_a_broken_report_is_answered_with_the_place_of_the_fault(
    place: World, extension: Extension, changes: dict[str, Any], message: str
) -> None:
    """S4."""
    (lease,) = await extension.leases()
    answer = await extension.post("/reports", {"reports": [report_of(lease, **changes)]})
    told = await answer.get_json()
    assert (answer.status_code, told["error"]) == (400, "invalid")
    assert told["message"].startswith(message[:60])
    assert await Message.all().count() == 0


@pytest.mark.parametrize("reports", [None, [], {}, "x", [[]], [None], [{}] * 51])
async def test_what_is_no_list_of_reports_is_refused(extension: Extension, reports: Any) -> None:
    answer = await extension.post("/reports", {"reports": reports})
    assert (answer.status_code, (await answer.get_json())["error"]) == (400, "invalid")


async def test_long_and_odd_texts_are_cut_and_cleaned(place: World, extension: Extension) -> None:
    """S10, and what the databases cannot hold: NUL, lone surrogates."""
    (lease,) = await extension.leases()
    report = report_of(
        lease,
        subject="Hi\r\nBcc: evil@example.com\x00\ud800" + LONG,
        to=[{"address": "bob@sandbox.example", "name": "B\r\nob" + LONG}],
        links=[
            {"url": "https://example.com/" + LONG, "text": "too long to be tracked"},
            {"url": "https://example.com/", "text": "t\n" + LONG},
        ],
    )
    assert await extension.reports(report) == ["stored"]
    message = await Message.get(id=lease["id"])
    assert message.subject.startswith("Hi Bcc: evil@example.com ?xxx")
    assert len(message.subject) <= 1000
    reader, link = await Recipient.get(message_id=message.id), await Link.get(message_id=message.id)
    assert reader.name.startswith("B obxxx")
    assert len(reader.name) <= 300
    assert (link.number, link.url, len(link.text)) == (1, "https://example.com/", 500)
    assert await extension.reports(report) == ["known"]


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)
FIELDS = [
    *(
        "lease",
        "pixel_token",
        "state",
        "draft_id",
        "gmail_message_id",
        "gmail_thread_id",
        "rfc822_message_id",
    ),
    *("subject", "from", "to", "cc", "bcc", "links", "sent_at", "observed_at"),
]


@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(changes=st.dictionaries(st.sampled_from(FIELDS), json_values, min_size=1, max_size=4))
async def test_no_report_however_broken_is_an_error_of_ours(
    extension: Extension, changes: dict[str, Any]
) -> None:
    """S4."""
    lease = {"id": "00000000-0000-4000-8000-000000000000", "pixel_token": "nonsense"}
    answer = await extension.post("/reports", {"reports": [{**report_of(lease), **changes}]})
    assert answer.status_code in {200, 400}
