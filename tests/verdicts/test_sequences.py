"""What `sightline judge` makes of lines: as its format says, and without failing on any input."""

from __future__ import annotations

import json
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st

from server.cli import main
from server.messages.kinds import VerdictKind
from server.ops.judge import judge_lines
from tests.agents import CHROME, FIREFOX, GMAIL_PROXY
from tests.verdicts.cases import HEADERS

SENT = "2026-11-03T09:12:00Z"
BOB = {"address": "198.51.100.7", "user_agent": FIREFOX, "headers": HEADERS}
LINK = "https://example.com/1"


def judged(*lines: Any, threshold: str = "likely") -> list[dict[str, Any]]:
    """The objects that `sightline judge` prints for these lines, all of which are sequences."""
    found, complaints = run(*(json.dumps(line).encode() for line in lines), threshold=threshold)
    assert complaints == []
    return found


def run(*lines: bytes, threshold: str = "likely") -> tuple[list[dict[str, Any]], list[str]]:
    """What is printed for these lines, and what is complained about."""
    emitted: list[bytes] = []
    complaints: list[str] = []
    assert judge_lines(lines, threshold, emitted.append, complaints.append) == len(complaints)
    return [json.loads(line) for line in emitted], complaints


def mail(*events: dict[str, Any], **known: Any) -> dict[str, Any]:
    """Alice's mail to Bob, and what happened to it."""
    return {"id": "mail", "sent_at": SENT, "events": events} | known


def opened(at: str = "2026-11-03T10:00:00Z", **more: Any) -> dict[str, Any]:
    """Bob opens the mail."""
    return {"at": at, "kind": "open"} | BOB | more


def clicked(at: str = "2026-11-03T10:00:30Z", **more: Any) -> dict[str, Any]:
    """Bob follows a link."""
    return {"at": at, "kind": "click", "url": LINK} | BOB | more


def test_an_open_by_bob_counts_and_a_tools_does_not() -> None:
    [line] = judged(mail(opened(), opened(user_agent="curl/8.5.0")))
    assert (line["id"], line["opened"]) == ("mail", True)
    assert line["events"][0]["counts"]
    assert line["events"][1] == {
        "verdict": "crawler",
        "score": 2,
        "rule": "crawler_by_name",
        "counts": False,
        "evidence": ["“curl/8.5.0” is a known bot or tool."],
    }


@pytest.mark.parametrize(
    "at", ["2026-11-03T09:12:01", "2026-11-03 09:12:01Z", "2026-11-03T10:12:01.000+01:00", "20261103T091201Z"]
)
def test_a_moment_may_be_written_in_every_way_of_iso_8601(at: str) -> None:
    [line] = judged(mail(clicked(at)))
    assert line["events"][0]["rule"] == "too_soon"


def test_the_events_come_out_in_the_order_in_which_they_went_in() -> None:
    [line] = judged(mail(opened("2026-11-03T12:00:00Z"), opened("2026-11-03T09:00:00Z"), clicked()))
    assert [each["verdict"] == "before_sending" for each in line["events"]] == [False, True, False]


def test_headers_may_be_written_in_any_case_and_those_that_are_not_stored_change_nothing() -> None:
    written = {name.title(): value for name, value in HEADERS.items()} | {"Cookie": "a=1", "Accept": ["*/*"]}
    assert judged(mail(clicked(headers=written))) == judged(
        mail(clicked(headers=HEADERS | {"accept": "*/*"}))
    )
    [line] = judged(mail(opened(headers={"Sec-Purpose": "prefetch"})))
    assert line["events"][0]["rule"] == "announced_prefetch"


def test_a_user_agent_among_the_headers_is_enough() -> None:
    [line] = judged(mail(opened(user_agent=None, headers={"User-Agent": GMAIL_PROXY})))
    assert line["events"][0]["rule"] == "proxy_on_display"


def test_a_request_for_the_headers_alone_is_not_recorded_and_marks_the_next_hit_of_its_address() -> None:
    asked = {"headers": {":method": "HEAD"}}
    [line] = judged(
        mail(
            clicked("2026-11-03T10:00:30Z"),
            clicked("2026-11-03T10:00:27Z", **asked),
            clicked("2026-11-03T10:01:30Z"),
            clicked("2026-11-03T10:00:30Z", address="203.0.113.9", user_agent=CHROME),
        )
    )
    rules = [each["rule"] for each in line["events"]]
    assert rules[:2] == ["head_before_get", "not_recorded"]
    assert "head_before_get" not in rules[2:]
    assert "3.0 s earlier" in line["events"][0]["evidence"][0]
    [refused] = judged(mail(opened(headers={":method": "post"})))
    assert (refused["opened"], refused["events"][0]["counts"]) == (False, False)


def test_alices_own_clients_and_views_are_known() -> None:
    own = {"own": [{"address": "198.51.100.9", "user_agent": FIREFOX}]}
    assert judged(mail(opened(), about=own))[0]["events"][0]["verdict"] == "maybe_you"
    viewed = {"viewed": [{"at": "2026-11-03T10:00:05Z", "address": "198.51.100.7", "user_agent": FIREFOX}]}
    assert judged(mail(opened(), about=viewed))[0]["events"][0]["verdict"] == "you"


def test_replies_bounces_and_corrections_are_known() -> None:
    assert judged(mail(opened(correction="automated")))[0]["opened"] is False
    learned = {"learned": [{"address": "198.51.100.9", "user_agent": FIREFOX, "cause": "automated"}]}
    assert judged(mail(opened(), about=learned))[0]["events"][0]["rule"] == "corrected_alike"
    bounced = {"bounced_at": "2026-11-03T11:00:00Z"}
    assert judged(mail(opened(), about=bounced))[0]["events"][0]["verdict"] == "maybe_you"
    gmail = opened(user_agent=GMAIL_PROXY, address="66.249.84.1")
    replied = {"replied_at": "2026-11-03T11:00:00Z"}
    alone, later = judged(mail(gmail), mail(gmail, about=replied))
    assert later["events"][0]["score"] > alone["events"][0]["score"]


def test_the_owner_of_the_network_is_what_an_asn_database_would_say() -> None:
    [line] = judged(mail(opened(network="HETZNER-AS")))
    assert any("HETZNER-AS" in sentence for sentence in line["events"][0]["evidence"])
    assert judged(mail(opened(network="Home Broadband Ltd"))) == judged(mail(opened()))


def test_many_mails_fetched_at_once_are_a_filters() -> None:
    assert judged(mail(opened(mails=12)))[0]["events"][0]["rule"] == "mails_at_once"


def test_what_counts_depends_on_the_threshold() -> None:
    likely = mail(opened(user_agent=GMAIL_PROXY, address="66.249.84.1"))
    machine = mail(opened(user_agent="curl/8.5.0"))
    for threshold, wanted in {
        "certain": [False, False],
        "likely": [True, False],
        "everything": [True, True],
    }.items():
        assert [line["opened"] for line in judged(likely, machine, threshold=threshold)] == wanted


def test_a_line_needs_hardly_anything() -> None:
    assert judged({}) == [{"id": None, "opened": False, "events": []}]
    [line] = judged({"sent_at": None, "more": 1, "events": [{"at": SENT, "kind": "open", "headers": None}]})
    assert line["events"][0]["rule"] == "no_user_agent"


def test_a_bad_line_is_named_and_the_others_are_judged() -> None:
    found, complaints = run(
        b'\xef\xbb\xbf{"id": 1}', b"", b"nonsense", b'{"events": [{"at": "soon", "kind": "open"}]}',
        b'{"events": [{"at": "2026-11-03T09:00Z", "kind": "blink"}]}', b'"\xff"', b"[" * 5000, b'{"id": 2}\n',
    )  # fmt: skip
    assert [line["id"] for line in found] == [1, 2]
    assert [text.split()[1] for text in complaints] == ["3", "4", "5", "6", "7"]
    assert "`at` is no moment in ISO 8601: 'soon'" in complaints[1]


def test_the_command_needs_no_data_folder(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SIGHTLINE_DATA", str(tmp_path / "data"))
    (tmp_path / "lines").write_text(json.dumps(mail(opened())) + "\nnonsense\n")
    done = CliRunner().invoke(main, ["judge", str(tmp_path / "lines")])
    assert done.exit_code == 1
    assert json.loads(done.stdout)["opened"] is True
    assert done.stderr == "Line 2 is no sequence: JSON is malformed: invalid character (byte 4)\n"
    piped = CliRunner().invoke(main, ["judge", "-", "--threshold", "certain"], input=json.dumps(mail()))
    assert (piped.exit_code, json.loads(piped.stdout)["opened"]) == (0, False)
    assert [path.name for path in tmp_path.iterdir()] == ["lines"]


texts = st.text(max_size=12) | st.sampled_from([FIREFOX, GMAIL_PROXY, "203.0.113.9", "::1", "HEAD", "curl/8"])
moments = (
    st.datetimes().map(str)
    | st.sampled_from(["0001-01-01T00:00+23:59", "9999-12-31T23:59-12:00", SENT])
    | texts
)
clients = st.fixed_dictionaries({}, optional={"address": texts, "user_agent": texts, "cause": texts})
events = st.fixed_dictionaries(
    {"at": moments, "kind": st.sampled_from(["open", "click", "decoy"])},
    optional={
        "url": texts,
        "address": texts,
        "user_agent": texts,
        "headers": st.dictionaries(
            texts | st.just(":method"), texts | st.lists(texts, max_size=2), max_size=3
        ),
        "network": texts,
        "mails": st.integers(),
        "correction": st.sampled_from(["sender", "automated", "recipient", "x"]),
    },
)
lines = st.fixed_dictionaries(
    {"events": st.lists(events, max_size=6)},
    optional={
        "sent_at": moments,
        "about": st.fixed_dictionaries(
            {},
            optional={
                "own": st.lists(clients, max_size=2),
                "learned": st.lists(clients, max_size=2),
                "viewed": st.lists(st.fixed_dictionaries({"at": moments}), max_size=2),
                "replied_at": moments,
                "bounced_at": moments,
            },
        ),
    },
)
anything = st.recursive(
    st.none() | st.booleans() | st.floats() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)


@given(st.lists(st.binary(max_size=40) | (lines | anything).map(lambda line: json.dumps(line).encode())))
@settings(max_examples=300)
def test_every_line_is_judged_or_complained_about(given: list[bytes]) -> None:
    found, complaints = run(*given)
    wanted = [line.removeprefix(b"\xef\xbb\xbf") if place == 0 else line for place, line in enumerate(given)]
    assert len(found) + len(complaints) == sum(bool(line.strip()) for line in wanted)
    for line in found:
        assert line["opened"] == any(each["counts"] for each in line["events"])
        for each in line["events"]:
            assert each["verdict"] in tuple(VerdictKind)
            assert each["evidence"]
            assert 0 <= each["score"] <= 100
