"""What env files leave around values, and credentials of Google that can never work."""

from __future__ import annotations

from pathlib import Path

import pytest

from server.alerts.settings import AlertsSettings
from server.google.settings import GoogleSettings
from server.lib.config import ConfigError
from server.lib.settings import ServerSettings
from server.marks.settings import MarksSettings
from server.settings import load
from server.startup import start

CLIENT = {"GOOGLE_CLIENT_ID": "1-a.apps.googleusercontent.com", "GOOGLE_CLIENT_SECRET": "GOCSPX-b"}


@pytest.mark.parametrize(
    "around",
    [
        "{} ",
        " {}",
        "{}\r\n",
        "\t{}\n",
        '"{}"',
        "'{}'",
        '"{} "\r',
        "\ufeff{}",
        "“{}”",
        "{}\u200b",
        "\xa0{}\xa0",
    ],
)
def test_what_an_env_file_leaves_around_a_value_does_not_belong_to_it(around: str) -> None:
    env = {
        **CLIENT,
        "PUBLIC_URL": "https://track.example",
        "PORT": "9",
        "WORKER": "inline",
        "DEBUG": "yes",
        "TRUSTED_PROXIES": "10.0.0.0/8,127.0.0.1",
        "SPOOL_PATH": "/s",
        "SPOOL_URL": "redis://r",
        "SMTP_SERVER": "mail.example",
        "SMTP_USERNAME": "alice",
    }
    assert list(load({name: around.format(value) for name, value in env.items()})) == list(load(env))


@pytest.mark.parametrize("value", ['"', "''", '"a" <alice@example.com>', '"Alice" or "Bob"', "it's"])
def test_quotes_that_are_part_of_a_value_stay(value: str) -> None:
    env = {"SMTP_SERVER": "mail.example", "MAIL_FROM": value}
    smtp = load(env)[AlertsSettings].smtp
    assert smtp
    assert smtp.sender == (value if value != "''" else "sightline@mail.example")


def test_keys_and_passwords_are_used_exactly_as_they_are_set() -> None:
    """A key that is read differently one day would verify no pixel that was made before."""
    env = {
        name: f' "{name}" ' for name in ("TRACKING_SECRET", "SESSION_SECRET", "VAULT_KEY", "SMTP_PASSWORD")
    }
    settings = load({**env, "SMTP_SERVER": "mail.example"})
    smtp, server = settings[AlertsSettings].smtp, settings[ServerSettings]
    assert smtp
    assert [
        settings[MarksSettings].tracking_secret,
        server.session_secret,
        server.vault_key,
        smtp.password,
    ] == [*env.values()]


@pytest.mark.parametrize(
    ("client_id", "secret", "words"),
    [
        (CLIENT["GOOGLE_CLIENT_SECRET"], CLIENT["GOOGLE_CLIENT_ID"], "mixed up"),
        ("GOCSPX-b", "GOCSPX-b", "mixed up"),
        ("1-a .apps.googleusercontent.com", "GOCSPX-b", "GOOGLE_CLIENT_ID contains a space"),
        ("1-a.apps.googleusercontent.com", "GOCSPX-b–c", "GOOGLE_CLIENT_SECRET contains a space"),
        ("1-a.apps.googleusercontent.com", " ", "belong together"),
    ],
)
def test_credentials_that_can_never_work_are_refused_at_start_without_showing_the_secret(
    client_id: str, secret: str, words: str
) -> None:
    with pytest.raises(ConfigError, match=words) as refused:
        load({"GOOGLE_CLIENT_ID": client_id, "GOOGLE_CLIENT_SECRET": secret})
    assert "GOCSPX-b" not in str(refused.value)


def test_an_odd_client_id_is_doubted_in_the_log_and_used(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    odd = {
        "SIGHTLINE_DATA": str(tmp_path),
        "GOOGLE_CLIENT_ID": "example.com:mail",
        "GOOGLE_CLIENT_SECRET": "y",
    }
    google = start(load(odd))[GoogleSettings].google
    assert google
    assert google.client_id == "example.com:mail"
    assert any("does not look like a client ID" in record.getMessage() for record in caplog.records)
    caplog.clear()
    start(load(odd | CLIENT))
    assert not any("client ID" in record.getMessage() for record in caplog.records)
