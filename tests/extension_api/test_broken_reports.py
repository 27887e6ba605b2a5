"""Invalid reports get a clear answer, odd values are cleaned, and nothing causes a server error."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from server.messages.models import Link, Message, Recipient
from tests.extension_api.paired import Extension, pair, problem, report_of
from tests.world import World


@pytest.fixture
async def extension(world: World) -> Extension:
    """Alice's browser."""
    return await pair(world, world.alice)


LONG = "x" * 5000
BOB = {"address": "bob@sandbox.example", "name": "Bob"}


@pytest.mark.parametrize(
    ("changes", "pointer", "why"),
    [
        ({"lease": "1"}, "lease", "Invalid UUID"),
        ({"lease": None}, "lease", "Expected `uuid`, got `null`"),
        ({"state": "gone"}, "state", "Invalid enum value 'gone'"),
        ({"state": []}, "state", "Expected `str`, got `array`"),
        ({"subject": None}, "subject", "Expected `str`, got `null`"),
        ({"from": "alice"}, "from", "Expected `object`, got `str`"),
        ({"to": {}}, "to", "Expected `array`, got `object`"),
        (
            {"to": [BOB, {"address": "a\r\nBcc: x@y", "name": ""}]},
            "to/1/address",
            "Expected `str` matching regex",
        ),
        ({"to": [{"address": LONG, "name": ""}]}, "to/0/address", "Expected `str` of length <= 254"),
        ({"to": [{"address": "a b", "name": ""}]}, "to/0/address", "Expected `str` matching regex"),
        ({"to": [{"address": "a@b\x00", "name": ""}]}, "to/0/address", "Expected `str` matching regex"),
        ({"to": [{"address": "a@b"}]}, "to/0/name", "Object missing required field `name`"),
        ({"to": [BOB] * 501}, "to", "Expected `array` of length <= 500"),
        (
            {"to": [BOB] * 300, "cc": [BOB] * 300},
            "to",
            "Expected `to`, `cc` and `bcc` of length <= 500 together",
        ),
        (
            {"links": [{"url": "https://a/", "text": ""}] * 2001},
            "links",
            "Expected `array` of length <= 2000",
        ),
        ({"links": [{"url": 1, "text": ""}]}, "links/0/url", "Expected `str`, got `int`"),
        ({"sent_at": "yesterday"}, "sent_at", "Invalid RFC3339 encoded datetime"),
        ({"sent_at": "2026-03-01T09:30:00"}, "sent_at", "Expected `datetime` with a timezone component"),
        ({"sent_at": "0001-01-01T00:00:00+05:00"}, "sent_at", "Expected a moment between 2000 and 2100"),
        ({"observed_at": "9999-12-31T23:59:59Z"}, "observed_at", "Expected a moment between 2000 and 2100"),
        ({"observed_at": 5}, "observed_at", "Expected `datetime`, got `int`"),
        ({"gmail_message_id": "xyz"}, "gmail_message_id", "Expected `str` matching regex"),
        ({"rfc822_message_id": "a@b"}, "rfc822_message_id", "Expected `str` matching regex"),
        ({"pixel_token": ""}, "pixel_token", "Expected `str` matching regex"),
    ],
)
async def test_the_answer_to_an_invalid_report_points_to_the_invalid_value(
    world: World, extension: Extension, changes: dict[str, Any], pointer: str, why: str
) -> None:
    """S4."""
    (lease,) = await extension.leases()
    answer = await extension.post("/reports", {"reports": [report_of(lease, **changes)]})
    assert (answer.status_code, await problem(answer)) == (400, "invalid")
    [error] = (await answer.get_json())["errors"]
    assert error["pointer"] == f"#/reports/0/{pointer}"
    assert error["detail"].startswith(why)
    assert await Message.all().count() == 0


@pytest.mark.parametrize("reports", [None, [], {}, "x", [[]], [None], [{}] * 51])
async def test_only_a_list_of_reports_is_accepted(extension: Extension, reports: Any) -> None:
    answer = await extension.post("/reports", {"reports": reports})
    assert (answer.status_code, await problem(answer)) == (400, "invalid")


async def test_long_and_odd_texts_are_cut_and_cleaned(world: World, extension: Extension) -> None:
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
    assert message.subject.startswith("Hi Bcc: evil@example.com \ufffdxxx")
    assert len(message.subject) <= 1000
    recipient, link = await Recipient.get(message_id=message.id), await Link.get(message_id=message.id)
    assert recipient.name.startswith("B obxxx")
    assert len(recipient.name) <= 300
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
async def test_no_report_causes_a_server_error_however_broken_it_is(
    extension: Extension, changes: dict[str, Any]
) -> None:
    """S4."""
    lease = {"id": "00000000-0000-4000-8000-000000000000", "pixel_token": "nonsense"}
    answer = await extension.post("/reports", {"reports": [{**report_of(lease), **changes}]})
    assert answer.status_code in {200, 400}
