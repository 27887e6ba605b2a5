"""A real server answers hostile or broken clients with the right status and discloses nothing."""

from __future__ import annotations

import json
from collections.abc import Iterator
from uuid import uuid4

import httpx
import pytest

from tests.serving import Server

OURS = {"Sec-Fetch-Site": "same-origin"}
PASSWORD = "a long enough password"


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    with Server(tmp_path_factory.mktemp("bad") / "data") as running:
        for name in ("alice", "bob"):
            running.run("user", "add", f"{name}@example.org", stdin=f"{PASSWORD}\n")
        yield running


@pytest.fixture
def stranger(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, timeout=60) as client:
        yield client


@pytest.fixture
def alice(server: Server) -> Iterator[httpx.Client]:
    with httpx.Client(base_url=server.url, headers=OURS, timeout=60) as client:
        sign_in(client, "alice@example.org", PASSWORD)
        yield client


def sign_in(client: httpx.Client, email: str, password: str) -> httpx.Response:
    page = client.get("/login").text
    form = {"email": email, "password": password, "csrf": between(page, 'name="csrf" value="', '"')}
    return client.post("/login", data=form)


def between(text: str, before: str, after: str) -> str:
    return text.split(before, 1)[1].split(after, 1)[0]


def picture(server: Server) -> tuple[str, httpx.Response]:
    [made] = [json.loads(line) for line in server.run("mark").splitlines()]
    return made["pixel_url"], httpx.get(made["pixel_url"], timeout=60)


def test_a_broken_pixel_token_gets_the_same_image_as_a_valid_one(server: Server) -> None:
    """Covers 38, 47."""
    url, good = picture(server)
    bad = httpx.get(url[:-12] + "AAAAAAAA.gif", timeout=60)
    volatile = {"date"}
    assert (bad.status_code, bad.content) == (200, good.content)
    assert {k: v for k, v in bad.headers.items() if k not in volatile} == {
        k: v for k, v in good.headers.items() if k not in volatile
    }


@pytest.mark.parametrize("path", ["/c/aaaaaaaa/rubbish", "/c/aaaaaaaa/", "/c/", "/c/x/y/z"])
def test_a_broken_link_token_redirects_nowhere(stranger: httpx.Client, path: str) -> None:
    """Covers 65."""
    answer = stranger.get(path)
    assert answer.status_code == 400
    assert "Location" not in answer.headers


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"reports": 7}', b'{"reports": [{}]}', b"\xff\xfe"])
def test_a_broken_report_without_a_token_is_refused_before_it_is_read(
    stranger: httpx.Client, body: bytes
) -> None:
    answer = stranger.post(
        "/api/extension/reports", content=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == 401
    assert answer.json()["type"] == "urn:sightline:problem:revoked"


def test_a_wrong_password_is_refused_and_repeated_guesses_are_slowed_down(server: Server) -> None:
    """Covers 237."""
    with httpx.Client(base_url=server.url, headers=OURS, timeout=60) as client:
        answers = [sign_in(client, "bob@example.org", "not the password")]
        assert answers[0].status_code == 403
        # Each wait is twice as long as the last, so a slow machine sees a later one.
        while answers[-1].status_code != 429 and len(answers) < 12:
            answers.append(sign_in(client, "bob@example.org", "not the password"))
        assert answers[-1].status_code == 429
        assert int(answers[-1].headers["Retry-After"]) > 0


def test_an_invalid_session_leads_to_the_sign_in_page_which_remembers_the_requested_page(
    alice: httpx.Client,
) -> None:
    assert alice.get("/settings").status_code == 200
    alice.cookies.set("sightline", "rubbish", domain="127.0.0.1")
    answer = alice.get("/settings")
    assert (answer.status_code, answer.headers["Location"]) == (303, "/login?next=/settings")


@pytest.mark.parametrize(
    "path", ["/no/such/page", "/messages/", "/messages/7", "/%00", "/..%2f..%2fetc/passwd"]
)
def test_an_unknown_path_is_not_found(alice: httpx.Client, path: str) -> None:
    answer = alice.get(path)
    assert answer.status_code == 404
    assert "<h1" in answer.text


def test_another_persons_message_seems_not_to_exist(server: Server, alice: httpx.Client) -> None:
    """Covers 193, 312."""
    made = json.loads(server.run("mark", "--account", "bob@example.org", "--subject", "Bob's own affair"))
    his = alice.get(f"/messages/{made['id']}")
    none = alice.get(f"/messages/{uuid4()}")
    assert his.status_code == none.status_code == 404
    assert "affair" not in his.text
    assert "affair" not in alice.get("/").text


@pytest.mark.parametrize(
    ("path", "kind", "code"),
    [
        ("/login", "application/x-www-form-urlencoded", 403),  # nor is a form without a visitor's cookie
        ("/api/extension/pairings", "application/json", 413),
        ("/api/extension/reports", "application/json", 401),  # a request without a token is not even read
    ],
)
def test_a_body_of_ten_megabytes_is_refused_as_too_large_or_because_the_token_is_missing(
    stranger: httpx.Client, path: str, kind: str, code: int
) -> None:
    answer = stranger.post(path, content=b"x" * 10_000_000, headers={**OURS, "Content-Type": kind})
    assert answer.status_code == code


def test_a_form_from_another_site_changes_nothing(alice: httpx.Client) -> None:
    """Covers 313."""
    page = alice.get("/settings").text
    form = {"csrf": between(page, 'name="csrf" value="', '"'), "name": "Mallory", "time_zone": "UTC"}
    for headers in (
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-site"},
    ):
        assert alice.post("/settings/profile", data=form, headers=headers).status_code == 403
    assert alice.post("/settings/profile", data={**form, "csrf": "wrong"}).status_code == 403
    assert "Mallory" not in alice.get("/settings").text


def test_a_request_line_of_nine_kilobytes_is_refused_as_too_long(stranger: httpx.Client) -> None:
    assert stranger.get("/c/aaaaaaaa/" + "A" * 9000).status_code == 414


def test_the_server_is_healthy_after_all_bad_input(stranger: httpx.Client) -> None:
    assert stranger.get("/health").json() == {"status": "ok", "worker": "ok", "losing": None}
