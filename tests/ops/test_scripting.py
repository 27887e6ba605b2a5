"""`sightline mark`, `show`, `user`, `keys` and `doctor` work with and without a running server."""

from __future__ import annotations

import json
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
from click.testing import CliRunner

from server.cli import main
from tests.agents import THUNDERBIRD
from tests.serving import Server

READER = {
    "User-Agent": "Mozilla/5.0 (X11; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0",
    "Accept": "text/html,image/*",
    "Accept-Language": "en",
}


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    with Server(tmp_path / "data") as running:
        yield running


def marked(server: Server, *arguments: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in server.run("mark", *arguments).splitlines()]


def shown(server: Server, *ids: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in server.run("show", *ids).splitlines()]


def test_alice_marks_a_message_by_hand_and_sees_what_happened_to_it(server: Server) -> None:
    """Covers 30, 59, 160."""
    link = "https://example.com/menu?a=1&b=2#soups"
    [made] = marked(server, "--to", "bob@example.org", "--subject", "Lunch", "--link", link)
    assert made["pixel_url"].startswith(f"{server.url}/p/")
    assert made["links"][0]["url"] == link

    in_thunderbird = READER | {"User-Agent": THUNDERBIRD}
    assert httpx.get(made["pixel_url"], headers=in_thunderbird, timeout=60).status_code == 200
    clicked = httpx.get(made["links"][0]["tracked_url"], headers=READER, timeout=60)
    assert (clicked.status_code, clicked.headers["Location"]) == (302, link)

    [seen] = shown(server, made["id"])
    assert (seen["opens"], seen["clicks"]) == (1, 1)
    assert [(event["kind"], event["verdict"], event["link"]) for event in seen["events"]] == [
        ("open", "likely_person", None),
        ("click", "likely_person", link),
    ]
    assert seen["events"][0]["address"] == "127.0.0.1"
    assert [event["user_agent"] for event in seen["events"]] == [THUNDERBIRD, READER["User-Agent"]]
    fields = {"id", "kind", "at", "verdict", "rule", "address", "user_agent", "link", "seconds_on_screen"}
    assert set(seen["events"][0]) == fields


def test_answered_hits_are_shown_even_after_the_server_was_killed(server: Server) -> None:
    [made] = marked(server)
    assert httpx.get(made["pixel_url"], headers=READER, timeout=60).status_code == 200
    server.stop(9)
    [seen] = shown(server, made["id"])
    assert len(seen["events"]) == 1
    server.start()


def test_1200_messages_created_with_one_command_have_different_ids_and_pixels(server: Server) -> None:
    made = marked(server, "--count", "1200", "--link", "https://example.com/")
    assert len({row["id"] for row in made}) == len({row["pixel_url"] for row in made}) == 1200


def test_messages_marked_before_the_first_account_belong_to_the_first_owner(tmp_path: Path) -> None:
    server = Server(tmp_path / "data")
    [made] = marked(server)
    server.run("user", "add", "alice@example.org", "--name", "Alice", stdin="a long enough password\n")
    assert "owner" in server.run("user", "list")
    assert [row["id"] for row in shown(server, made["id"])] == [made["id"]]
    [again] = marked(server)
    assert again["pixel_url"].split("/")[4] == made["pixel_url"].split("/")[4]


def test_a_link_that_is_not_a_web_address_is_refused(server: Server) -> None:
    with pytest.raises(AssertionError, match="Only http and https"):
        server.run("mark", "--link", "javascript:alert(1)")


def test_showing_an_unknown_message_is_refused_with_an_error(server: Server) -> None:
    with pytest.raises(AssertionError, match="No such message"):
        server.run("show", "018f3f2e-7b1a-4c3d-9e5f-0123456789ab")


def test_after_a_key_rotation_old_pixels_still_count_and_new_ones_use_the_new_key(server: Server) -> None:
    """Covers 12, 13, 31."""
    [old] = marked(server)
    assert "2 keys can verify marks" in server.run("keys", "rotate")
    [new] = marked(server)
    assert old["pixel_url"].split("/")[5][:8] != new["pixel_url"].split("/")[5][:8]
    for made in (old, new):
        assert httpx.get(made["pixel_url"], headers=READER, timeout=60).status_code == 200
    assert [len(row["events"]) for row in shown(server, old["id"], new["id"])] == [1, 1]
    assert stat.S_IMODE((server.data / "keys.json").stat().st_mode) == 0o600


def test_the_doctor_finds_no_fault_on_a_fresh_server_and_lists_a_possible_improvement(server: Server) -> None:
    """Covers 15, 285."""
    report = server.run("doctor")
    assert "red" not in report.split()
    assert "TRACKING_SECRET is not set" in report
    assert "answers 200" in report


def test_the_doctor_reports_a_key_that_others_can_read(server: Server) -> None:
    (server.data / "keys.json").chmod(0o644)
    with pytest.raises(AssertionError, match="chmod 600"):
        server.run("doctor")


def test_the_doctor_reports_a_database_file_that_others_can_read(server: Server) -> None:
    (server.data / "sightline.db").chmod(0o644)
    report = server.run("doctor")
    assert "yellow sightline.db" in report
    assert f"chmod 600 {server.data / 'sightline.db'}" in report


def test_people_are_added_listed_disabled_and_enabled_again(server: Server) -> None:
    """Covers 181."""
    server.run("user", "add", "alice@example.org", stdin="a long enough password\n")
    server.run("user", "add", "bob@example.org", stdin="a long enough password\n")
    server.run("user", "disable", "bob@example.org")
    lines = server.run("user", "list").splitlines()
    assert ["owner" in lines[0], "disabled" in lines[1]] == [True, True]
    server.run("user", "enable", "bob@example.org")
    assert "disabled" not in server.run("user", "list")


def test_the_operator_sets_a_forgotten_password_from_standard_input(server: Server) -> None:
    server.run("user", "add", "alice@example.org", stdin="a long enough password\n")
    said = server.run("user", "password", "alice@example.org", stdin="another quite long phrase\n")
    assert said == (
        "alice@example.org can sign in with the new password. Ended: 0 sessions and 0 connected browsers.\n"
    )
    server.run("user", "add", "bob@example.org", stdin="a long enough password\n")
    server.run("user", "disable", "bob@example.org")
    said = server.run("user", "password", "bob@example.org", "--password", "another quite long phrase")
    assert "bob@example.org is still disabled; run: sightline user enable bob@example.org." in said
    refused = server.outcome("user", "password", "alice@example.org", stdin="short\n")
    assert (refused.returncode, "at least 10 characters" in refused.stderr) == (1, True)


@pytest.mark.parametrize("command", ["add", "password"])
def test_the_help_says_how_a_script_gives_a_password_that_nobody_else_sees(command: str) -> None:
    told = " ".join(CliRunner().invoke(main, ["user", command, "--help"]).output.split())
    assert "Scripts should use standard input" in told


def test_a_port_in_use_is_named_as_the_reason_why_the_server_does_not_start(
    server: Server, tmp_path: Path
) -> None:
    second = Server(tmp_path / "other", port=server.port)
    with pytest.raises(AssertionError, match="Cannot listen"):
        second.run("serve")


def test_a_server_with_a_sandbox_from_its_settings_refuses_to_listen_on_a_public_address(
    tmp_path: Path,
) -> None:
    env = {"HOST": "0.0.0.0", "SANDBOX_URL": "http://127.0.0.1:9"}
    with pytest.raises(AssertionError, match="anyone"):
        Server(tmp_path / "data", env).run("serve")
