"""Commands know at which address people reach the running server."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.ops import people
from server.ops.served import keep_served_url, served_url
from tests.world import settings_in


async def test_a_new_person_is_told_the_address_of_the_running_server(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PUBLIC_URL", "PORT"):  # a command has the settings of its own shell, not the server's
        monkeypatch.delenv(name, raising=False)
    keep_served_url(settings_in(tmp_path, PUBLIC_URL="https://hello.example.com"))
    said = await people.add(settings_in(tmp_path), "alice@example.org", "", "a long enough password", None)
    assert said == "alice@example.org can sign in at https://hello.example.com/login"


def test_a_server_starts_though_its_url_cannot_be_written_and_the_earlier_one_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("PUBLIC_URL", "PORT"):
        monkeypatch.delenv(name, raising=False)
    keep_served_url(settings_in(tmp_path, PUBLIC_URL="https://first.example"))
    (tmp_path / "public-url.new").mkdir()  # as little can be written as on a full disk
    keep_served_url(settings_in(tmp_path, PUBLIC_URL="https://mail.example"))
    assert served_url(settings_in(tmp_path)) == "https://first.example"
