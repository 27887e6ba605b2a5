"""`sightline google explain` plays Google's answers to the real clients, with neither database nor pauses."""

from __future__ import annotations

import json
import random
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from server.cli import main

CONSOLE = "https://console.developers.google.com/apis/api/x?project=7"
GOOD = {"access_token": "t", "expires_in": 3599, "refresh_token_expires_in": 604799}
DISABLED = {
    "error": {
        "errors": [{"domain": "usageLimits", "reason": "accessNotConfigured", "message": "Not enabled."}],
        "code": 403,
        "message": f"Enable it by visiting {CONSOLE} then retry.",
    }
}
PAGE = "<html>Anmeldung nötig</html>"
LATIN = {"Content-Type": "text/html; charset=ISO-8859-1"}


def run(*answers: dict[str, Any] | str, file: str = "-") -> Result:
    lines = [each if isinstance(each, str) else json.dumps(each) for each in answers]
    return CliRunner().invoke(main, ["google", "explain", file], input="\n".join(lines))


def said(result: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in result.stdout.splitlines()]


def explained(endpoint: str, status: int, body: Any = "", **headers: str) -> dict[str, Any]:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    result = run({"id": "a", "endpoint": endpoint, "status": status, "headers": named, "body": body})
    assert result.exit_code == 0, result.stderr
    [line] = said(result)
    assert list(line) == ["id", "kind", "who", "words", "wait_s"]
    assert line["id"] == "a"
    assert line["words"]
    return line


@pytest.mark.parametrize(
    ("endpoint", "status", "body", "kind", "who"),
    [
        ("token", 400, {"error": "invalid_grant", "error_subtype": "invalid_rapt"}, "ended", "person"),
        ("token", 401, {"error": "deleted_client"}, "refused for now", "owner"),
        ("token", 200, {"access_token": 7}, "busy", "nobody"),
        ("token", 200, "a text", "busy", "nobody"),
        ("token", 200, [], "busy", "nobody"),
        ("token", 200, GOOD, "works", "nobody"),
        ("api", 403, DISABLED, "refused for now", "owner"),
        ("api", 403, [DISABLED], "refused for now", "owner"),
        ("api", 403, {"error": 7}, "refused for now", "owner"),
        ("api", 400, {"error": {"message": {"a": 1}}}, "never", "nobody"),
        ("api", 401, {"error": {"code": 401, "status": "UNAUTHENTICATED"}}, "busy", "nobody"),
        ("api", 200, DISABLED, "refused for now", "owner"),
        ("api", 204, "", "busy", "nobody"),
        ("api", 200, {"emailAddress": "a@example.com"}, "works", "nobody"),
        ("api", 404, {"error": {"code": 404}}, "never", "nobody"),
        ("api", 304, "", "busy", "nobody"),
        ("code", 401, {"error": "invalid_client"}, "refused for now", "owner"),
        ("code", 400, {"error": "invalid_grant"}, "never", "person"),
        ("code", 302, "", "busy", "nobody"),
    ],
)  # fmt: skip
def test_an_answer_is_explained(endpoint: str, status: int, body: Any, kind: str, who: str) -> None:
    line = explained(endpoint, status, body)
    assert (line["kind"], line["who"]) == (kind, who)


@pytest.mark.parametrize("charset", ["base64", "idna", "no-such-thing", "ascii", "\ud800"])
def test_a_charset_that_cannot_hold_the_body_is_no_obstacle(charset: str) -> None:
    line = explained("api", 403, DISABLED, Content_Type=f"application/json; charset={charset}")
    assert (line["kind"], line["who"]) == ("refused for now", "owner")


@pytest.mark.parametrize("endpoint", ["token", "api", "code"])
def test_a_page_in_another_encoding_is_busy(endpoint: str) -> None:
    result = run({"id": 1, "endpoint": endpoint, "status": 200, "headers": LATIN, "body": PAGE})
    [line] = said(result)
    assert (line["id"], line["kind"]) == (1, "busy")


def test_googles_own_link_is_named() -> None:
    words = explained("api", 403, DISABLED)["words"]
    assert words.endswith(CONSOLE)


@pytest.mark.parametrize(
    ("endpoint", "status", "headers", "wait"),
    [
        ("api", 503, {"Retry_After": "30"}, 30),
        ("token", 503, {"retry_after": "30"}, 30),
        ("api", 503, {"Retry_After": "1"}, 5),  # the outbox waits for five seconds at least
        ("api", 500, {}, 5),
        ("api", 429, {"Retry_After": "9999999"}, 3600),
        ("code", 503, {"Retry_After": "30"}, None),  # a person starts again
        ("api", 403, {}, None),
    ],
)
def test_how_long_the_product_waits_by_itself_is_told(
    endpoint: str, status: int, headers: dict[str, str], wait: int | None
) -> None:
    assert explained(endpoint, status, **headers)["wait_s"] == wait


def test_bad_lines_are_named_and_the_good_ones_explained() -> None:
    good = {"id": "good", "endpoint": "api", "status": 503, "headers": {}, "body": ""}
    result = run(
        "{",
        good,
        "",
        "[]",
        good | {"endpoint": "mail"},
        good | {"status": "503"},
        good | {"headers": 7},
        good,
        good | {"endpoint": []},
        good | {"id": "\ud800"},
    )
    assert result.exit_code == 1
    assert [each["id"] for each in said(result)] == ["good", "good", "\ud800"]
    assert result.stderr.splitlines() == [
        "line 1: this is not a JSON object",
        "line 4: this is not a JSON object",
        'line 5: "endpoint" is to be "token", "api" or "code"',
        'line 6: "status" is to be a number from 200 to 599',
        'line 7: "headers" is to be an object',
        'line 9: "endpoint" is to be "token", "api" or "code"',
    ]


def test_a_file_is_read_in_order_and_headers_that_would_break_the_answer_are_left_out(tmp_path: Path) -> None:
    file = tmp_path / "answers.jsonl"
    headers = {
        "Content-Length": "1",
        "Transfer-Encoding": "chunked",
        "X": "a\r\nSet-Cookie: b",
        "Content-Encoding": "gzip",
    }
    answers = [
        {"id": number, "endpoint": endpoint, "status": 502, "headers": headers, "body": PAGE}
        for number, endpoint in enumerate(["api", "token", "code"] * 7)
    ]
    file.write_text("\n".join(map(json.dumps, answers)))
    result = run(file=str(file))
    assert result.exit_code == 0
    assert [each["id"] for each in said(result)] == list(range(21))
    assert {each["kind"] for each in said(result)} == {"busy"}


def test_a_hundred_answers_take_seconds_because_nothing_is_repeated() -> None:
    """Google's libraries would repeat each of these requests, with pauses of seconds."""
    answers = [
        {"id": number, "endpoint": endpoint, "status": 503, "headers": {}, "body": ""}
        for number, endpoint in enumerate(["api", "token"] * 50)
    ]
    begun = time.process_time()
    assert len(said(run(*answers))) == 100
    assert time.process_time() - begun < 20


def test_answers_of_any_form_get_through_the_libraries() -> None:
    """Bytes, texts and numbers where something else belongs, at each endpoint."""
    chance = random.Random(14)
    odd: list[Any] = [None, 7, "x", [], {}, True, [[]], "\ud800", {"a": 1}, 1e400, "invalid_grant"]
    names = [
        "error",
        "errors",
        "message",
        "code",
        "status",
        "details",
        "reason",
        "access_token",
        "expires_in",
    ]

    def body(deep: int = 3) -> Any:
        if deep == 0 or chance.random() < 0.2:
            return chance.choice(odd)
        inner = {chance.choice(names): body(deep - 1) for _ in range(3)}
        return [inner] if chance.random() < 0.2 else inner

    answers = [
        {
            "id": number,
            "endpoint": chance.choice(["token", "api", "code"]),
            "status": chance.choice([200, 201, 204, 302, 400, 401, 403, 404, 429, 500, 599]),
            "headers": {
                chance.choice(["Content-Type", "Retry-After", "Date", "Location"]): chance.choice(odd)
            },
            "body": body() if chance.random() < 0.8 else "".join(map(chr, chance.choices(range(256), k=40))),
        }
        for number in range(200)
    ]
    result = run(*answers)
    assert result.exit_code == 0, result.stderr
    assert [each["id"] for each in said(result)] == list(range(200))
    kinds = {each["kind"] for each in said(result)}
    assert kinds <= {"busy", "refused for now", "ended", "never", "works"}
    assert len(kinds) >= 3
    assert all(each["words"] for each in said(result))


def test_it_needs_no_settings_of_google_and_no_data_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIGHTLINE_DATA", str(tmp_path / "absent"))
    assert explained("api", 503)["kind"] == "busy"
    assert not (tmp_path / "absent").exists()
