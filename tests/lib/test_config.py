"""Settings: defaults that work, and sentences for what cannot."""

from pathlib import Path

import pytest

from server.lib.config import ConfigError, load, with_sandbox
from server.lib.runtime import Runtime


def test_nothing_set_is_enough() -> None:
    settings = load({})
    assert settings.public_url == "http://127.0.0.1:8000"
    assert settings.database_url.endswith("/data/sightline.db")
    assert settings.wants_sandbox
    assert not settings.secure


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.com"])
def test_the_sandbox_refuses_an_address_that_others_can_reach(host: str) -> None:
    with pytest.raises(ConfigError, match="anybody"):
        load({"HOST": host})
    assert load({"HOST": host, "GOOGLE_CLIENT_ID": "x", "GOOGLE_CLIENT_SECRET": "y"}).google is not None


def test_with_real_credentials_the_sandbox_never_stands_in() -> None:
    settings = load({"GOOGLE_CLIENT_ID": "x", "GOOGLE_CLIENT_SECRET": "y"})
    assert with_sandbox(settings, "http://127.0.0.1:1") == settings


@pytest.mark.parametrize(
    ("env", "word"),
    [
        ({"PORT": "eighty"}, "PORT"),
        ({"GOOGLE_CLIENT_ID": "x"}, "go together"),
        ({"SMTP_SERVER": "mail.example", "SMTP_USE_TLS": "1", "SMTP_USE_SSL": "1"}, "exclude"),
        ({"SMTP_SERVER": "mail.example", "SMTP_USE_TLS": "maybe"}, "neither true nor false"),
        ({"TRUSTED_PROXIES": "everyone"}, "TRUSTED_PROXIES"),
    ],
)
def test_a_setting_that_cannot_be_used_is_named(env: dict[str, str], word: str) -> None:
    with pytest.raises(ConfigError, match=word):
        load(env)


def test_the_usual_mail_ports_are_known() -> None:
    """Covers 101, 102."""
    assert load({"SMTP_SERVER": "m", "SMTP_USE_SSL": "true"}).smtp.port == 465  # type: ignore[union-attr]
    assert load({"SMTP_SERVER": "m", "SMTP_USE_TLS": "true"}).smtp.port == 587  # type: ignore[union-attr]
    assert load({"SMTP_SERVER": "m"}).smtp.port == 25  # type: ignore[union-attr]


def test_several_nodes_are_given_the_same_secrets(tmp_path: Path) -> None:
    shared = {"SESSION_SECRET": "one for cookies", "VAULT_KEY": "one for what is sealed"}
    here = Runtime.start(load({"SIGHTLINE_DATA": str(tmp_path / "a"), **shared}))
    there = Runtime.start(load({"SIGHTLINE_DATA": str(tmp_path / "b"), **shared}))
    assert here.session_key == there.session_key
    assert len(here.session_key) == 32
    assert there.vault.open(here.vault.seal("a token", "alice"), "alice") == "a token"
    assert not (tmp_path / "a" / "session.key").exists()


def test_a_spool_that_is_no_redis_is_refused() -> None:
    assert load({}).spool_url is None
    assert load({"SPOOL_URL": "redis://127.0.0.1:6379/0"}).spool_url
    with pytest.raises(ConfigError, match="redis://HOST"):
        load({"SPOOL_URL": "http://127.0.0.1"})
