"""Any input is either read or answered with a client error, never a server error."""

from __future__ import annotations

import json
import sys
from typing import Any
from uuid import uuid4

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.extension import api
from server.extension.api.feed import FeedQuery
from server.extension.api.notifications import NotificationsQuery
from server.extension.api.pairings import MAX_BODY
from server.extension.api.report_body import ReportBody, ReportsBody
from server.lib.web.problem import Problem
from server.lib.web.request_input import parse, parse_query
from tests.extension_api.paired import API, Extension, pair, report_of
from tests.world import World

KINDS = sorted(
    {
        value
        for name, module in sys.modules.items()
        if name.startswith(api.__name__)
        for value in vars(module).values()
        if isinstance(value, type) and issubclass(value, msgspec.Struct) and value.__name__.endswith("Body")
    },
    key=lambda kind: kind.__name__,
)
FIELDS = sorted({field.encode_name for kind in KINDS for field in msgspec.structs.fields(kind)})
LEASE = {"id": "00000000-0000-4000-8000-000000000000", "pixel_token": "token"}
LIKELY = ["", "sent", "me", "kept", "a1", "msg-a:r1", "a@b.example", "2026-03-01T09:30:00Z", LEASE["id"]]

values: st.SearchStrategy[Any] = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.sampled_from([1, 2**63, 10**400, -(10**400)])
    | st.floats()  # json writes NaN and Infinity, which are not JSON
    | st.text(st.characters(), max_size=8)
    | st.sampled_from(LIKELY),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.text(max_size=8) | st.sampled_from(FIELDS), inner, max_size=8)
    ),
    max_leaves=20,
)


def read(raw: bytes, kind: type[Any]) -> Any:
    """The value that was read, or the problem."""
    try:
        return parse(raw, kind)
    except Problem as problem:
        return problem


def is_read_or_refused(found: Any, kind: type[Any]) -> bool:
    """Whether the input was read, or refused with a problem that can be shown to the client."""
    if isinstance(found, Problem):
        return found.status == found.answer().status_code == 400
    return isinstance(found, kind)


def test_the_tested_request_bodies_include_those_for_copies_leases_reports_and_last_looks() -> None:
    assert {"CopiesBody", "LeasesBody", "ReportsBody", "SeenBody"} <= {kind.__name__ for kind in KINDS}


@given(value=values, kind=st.sampled_from(KINDS))
def test_any_json_is_read_or_refused(value: Any, kind: type[Any]) -> None:
    """S4."""
    assert is_read_or_refused(read(json.dumps(value).encode(), kind), kind)


@given(raw=st.binary(max_size=200), kind=st.sampled_from(KINDS))
def test_any_bytes_are_read_or_refused(raw: bytes, kind: type[Any]) -> None:
    """S4."""
    assert is_read_or_refused(read(raw, kind), kind)


@given(data=st.data(), value=values)
def test_a_report_with_one_odd_value_is_read_or_refused_with_a_pointer_to_that_value(
    data: st.DataObject, value: Any
) -> None:
    """S4."""
    report = report_of(LEASE)
    field = data.draw(st.sampled_from(sorted(report)))
    found = read(json.dumps({"reports": [{**report, field: value}]}).encode(), ReportsBody)
    assert is_read_or_refused(found, ReportsBody)
    if isinstance(found, Problem) and found.errors:
        assert found.errors[0]["pointer"].startswith(f"#/reports/0/{field}")


@given(
    limit=st.text(max_size=8) | st.integers().map(str) | st.floats().map(str),
    text=st.text(max_size=50),
    filter_=st.sampled_from(["", "unopened", "clicked", "nothing"]),
)
def test_any_query_is_read_or_refused(limit: str, text: str, filter_: str) -> None:
    asked = {"limit": limit, "q": text, "filter": filter_}
    found = sought(asked, FeedQuery)
    if isinstance(found, Problem):
        assert found.errors[0]["parameter"] in {"limit", "filter"}
    else:
        assert 1 <= found.limit <= 50
        assert not set(found.q) & {chr(code) for code in range(32)}
    cursor = sought({"after": limit}, NotificationsQuery)
    assert isinstance(cursor, NotificationsQuery) or cursor.errors[0]["parameter"] == "after"


def sought(args: dict[str, str], kind: type[Any]) -> Any:
    """The search that a query asks for, or the problem."""
    try:
        return parse_query(args, kind)
    except Problem as problem:
        return problem


class Text(msgspec.Struct):
    """A body with one text."""

    text: str


@given(text=st.text(st.characters() | st.characters(categories=["Cs"]) | st.sampled_from('\\"u')))
def test_a_text_arrives_unchanged_except_for_lone_surrogates(text: str) -> None:
    whole = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    assert parse(json.dumps({"text": text}).encode(), Text).text == whole


def test_the_last_of_two_equal_names_in_a_json_object_counts() -> None:
    assert parse(b'{"text": "a", "text": "b"}', Text).text == "b"
    with pytest.raises(Problem):
        parse(b'{"text": 1, "text": "b"}', Text)


def test_unknown_fields_are_ignored() -> None:
    """A newer extension may send more fields."""
    assert read(json.dumps({**report_of(LEASE), "mood": [{}]}).encode(), ReportBody).subject


DEEP = 200_000
BODIES = {
    "nothing": b"",
    "half of it": b'{"reports": [',
    "NaN": b'{"count": NaN, "days": Infinity}',
    "a huge number": b'{"count": ' + b"9" * 9000 + b"}",
    "a huge exponent": b'{"count": 1e999999999, "days": -1e999999999}',
    "deep lists": b'{"x": ' + b"[" * DEEP + b"]" * DEEP + b"}",
    "deep objects": b'{"reports":' * 50_000 + b"1" + b"}" * 50_000,
    "deep and unfinished": b"[" * DEEP,
    "Latin-1": '{"browser": "Käse", "subject": "Käse"}'.encode("latin-1"),
    "UTF-16": '{"count": 1}'.encode("utf-16"),
    "a byte order mark": b'\xef\xbb\xbf{"count": 1}',
    "an encoded surrogate": b'{"browser": "\xed\xa0\x80"}',
    "a raw NUL": b'{"browser": "\x00"}',
    "a name twice": b'{"count": 1, "count": 51}',
    "two values": b'{"count": 1}{"count": 1}',
    "a list": b"[]",
    "null": b"null",
}


def routes() -> list[tuple[str, str]]:
    """The routes that may have a body."""
    filled = [
        (method, path.replace("<uuid:", "").replace("<int(max=9223372036854775807):", ""))
        for method, path, _ in (*api.ROUTES, *api.OLDER_ROUTES)
        if method in {"POST", "PUT"} and path not in BODILESS
    ]
    ids = {
        "message_id>": str(uuid4()),
        "event_id>": str(uuid4()),
        "set_id>": str(uuid4()),
        "notification_id>": "1",
        "browser_id>": "1000000",
    }
    for name, value in ids.items():
        filled = [(method, path.replace(name, value)) for method, path in filled]
    return filled


BODILESS = ("/pairing/revocation",)  # it reads no body, and ends the pairing of the browser that asks
OPEN_TO_ALL = ("/pairings", "/pairings/token")


@pytest.mark.parametrize("name", BODIES, ids=str)
async def test_no_route_fails_because_of_a_broken_body(world: World, name: str) -> None:
    """S4."""
    extension = await pair(world, world.alice)
    headers = {"Authorization": f"Bearer {extension.token}", "Content-Type": "application/json"}
    reading = 0
    for method, path in routes():
        client = world.app.test_client()
        answer = await client.open(f"{API}{path}", method=method, data=BODIES[name], headers=headers)
        assert answer.status_code in {400, 404, 413}, (method, path)
        assert (answer.status_code == 413) == (path in OPEN_TO_ALL and len(BODIES[name]) > MAX_BODY)
        assert answer.headers["Content-Type"] == "application/problem+json"
        reading += answer.status_code != 404
    assert reading == 17


@pytest.mark.parametrize("name", ["browser\x00", "\x00", "\ud800", "a\udc00b", "\u2028", "x" * 4000])
async def test_an_odd_browser_name_is_accepted(world: World, name: str) -> None:
    """S10."""
    answer = await Extension(world).post("/pairings", {"browser": name})
    assert answer.status_code == 201


@pytest.mark.parametrize("text", ["%00", "a%00b", "%ED%A0%80", "%FF", "x" * 4000, "%E2%80%A8", "%25_%5C"])
async def test_an_odd_search_causes_no_error(world: World, text: str) -> None:
    await world.sends(world.alice)
    answer = await (await pair(world, world.alice)).get(f"/feed?q={text}")
    assert answer.status_code == 200
