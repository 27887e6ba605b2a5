"""The settings of all slices have defaults that work on one machine, and clear errors for unusable values."""

from dataclasses import asdict, replace
from pathlib import Path

import pytest

from server.accounts.settings import AccountsSettings
from server.alerts.settings import AlertsSettings, Smtp
from server.events.settings import EventsSettings
from server.google.settings import GOOGLE, GoogleSettings
from server.ingest.settings import IngestSettings
from server.lib.config import ConfigError
from server.lib.keys.signing import SessionKey
from server.lib.keys.vault import Vault
from server.lib.settings import ServerSettings, WorkerMode
from server.marks.settings import MarksSettings
from server.settings import TABLE, load
from server.startup import start

DATA = Path("data").absolute()
DEFAULTS = {
    ServerSettings: {
        "data": DATA,
        "host": "127.0.0.1",
        "port": 8000,
        "public_url": "http://127.0.0.1:8000",
        "allowed_hosts": (),
        "database_url": f"sqlite://{DATA}/sightline.db",
        "session_secret": None,
        "vault_key": None,
        "trusted_proxies": (),
        "privacy_contact": None,
        "worker": WorkerMode.ON,
        "keep_alive": 75,
        "debug": False,
    },
    AccountsSettings: {"messages_per_day": 2000, "breached_passwords": None},
    GoogleSettings: {"google": None, "sandbox_url": None, "wants_sandbox": True},
    MarksSettings: {"tracking_secret": None, "tracking_secret_old": (), "key_file": DATA / "keys.json"},
    IngestSettings: {
        "spool_path": DATA / "spool.db",
        "spool_max_bytes": 1_073_741_824,
        "spool_url": None,
        "token_events_per_minute": 60,
        "address_events_per_minute": 6000,
        "view_time_seconds": 300,
        "view_time_connections": 200,
        "view_time_connections_per_address": 8,
        "view_time_connections_per_mail": 4,
    },
    EventsSettings: {"retention_days": 0, "geoip_path": None, "geoip_asn_path": None},
    AlertsSettings: {"smtp": None},
}
CREDENTIALS = {"GOOGLE_CLIENT_ID": "x", "GOOGLE_CLIENT_SECRET": "y"}


@pytest.mark.parametrize("block", TABLE)
def test_without_variables_each_slice_has_its_default_settings(block: type) -> None:
    assert asdict(load({})[block]) == DEFAULTS[block]


def test_by_default_the_sandbox_is_wanted_view_time_is_measured_and_cookies_are_not_secure() -> None:
    settings = load({})
    assert settings[GoogleSettings].wants_sandbox
    assert settings[IngestSettings].measures_view_time
    assert not settings[ServerSettings].secure


def test_every_variable_reaches_its_setting(tmp_path: Path) -> None:
    env = {
        "SIGHTLINE_DATA": str(tmp_path),
        "HOST": "::1",
        "PORT": "9",
        "KEEP_ALIVE_SECONDS": "620",
        "PUBLIC_URL": "https://track.example/",
        "ALLOWED_HOSTS": "old.example",
        "DATABASE_URL": "mysql://db/x",
        "SESSION_SECRET": "s",
        "VAULT_KEY": "v",
        "TRUSTED_PROXIES": "10.0.0.0/8",
        "WORKER": "no",
        "DEBUG": "1",
        "MESSAGES_PER_DAY": "10",
        "TRACKING_SECRET": "t",
        "TRACKING_SECRET_OLD": "u, w",
        "SPOOL_PATH": "/s",
        "SPOOL_MAX_BYTES": "1",
        "SPOOL_URL": "redis://r",
        "TOKEN_EVENTS_PER_MINUTE": "2",
        "ADDRESS_EVENTS_PER_MINUTE": "3",
        "VIEW_TIME_SECONDS": "4",
        "VIEW_TIME_CONNECTIONS": "5",
        "VIEW_TIME_CONNECTIONS_PER_ADDRESS": "6",
        "VIEW_TIME_CONNECTIONS_PER_MAIL": "7",
        "EVENT_RETENTION_DAYS": "8",
        "BREACHED_PASSWORDS": "/b",
        "GEOIP_DATABASE_PATH": "/c",
        "GEOIP_ASN_DATABASE_PATH": "/a",
    }
    settings = load(env)
    server, marks, events = settings[ServerSettings], settings[MarksSettings], settings[EventsSettings]
    assert (server.data, server.host, server.port, server.worker, server.debug) == (
        *(tmp_path, "::1", 9),
        *(WorkerMode.OFF, True),
    )
    assert (server.public_url, server.secure) == ("https://track.example", True)
    assert (server.keep_alive, server.allowed_hosts) == (620, ("old.example",))
    assert (server.database_url, server.session_secret, server.vault_key) == ("mysql://db/x", "s", "v")
    assert [str(each) for each in server.trusted_proxies] == ["10.0.0.0/8"]
    assert marks == MarksSettings("t", ("u", "w"), tmp_path / "keys.json")
    assert settings[AccountsSettings].breached_passwords == Path("/b")
    assert events == EventsSettings(8, Path("/c"), Path("/a"))
    assert settings[IngestSettings] == IngestSettings(Path("/s"), 1, "redis://r", 2, 3, 4, 5, 6, 7)


@pytest.mark.parametrize(
    ("given", "mode"),
    [
        *(("", WorkerMode.ON), ("on", WorkerMode.ON), ("1", WorkerMode.ON), ("TRUE", WorkerMode.ON)),
        *(("inline", WorkerMode.INLINE), ("off", WorkerMode.OFF), ("0", WorkerMode.OFF)),
    ],
)
def test_the_background_work_has_a_process_of_its_own_unless_the_owner_wants_it_otherwise(
    given: str, mode: WorkerMode
) -> None:
    assert load({"WORKER": given})[ServerSettings].worker is mode
    assert load({})[ServerSettings].worker is WorkerMode.ON


def test_another_word_for_the_worker_is_refused_with_the_words_that_there_are() -> None:
    with pytest.raises(ConfigError, match="WORKER=thread is none of on, inline and off"):
        load({"WORKER": "thread"})


def test_every_variable_of_a_mail_server_reaches_its_setting() -> None:
    env = {
        "SMTP_SERVER": "mail.example",
        "SMTP_PORT": "2525",
        "SMTP_USE_TLS": "1",
        "SMTP_USERNAME": "alice",
        "SMTP_PASSWORD": "p",
        "MAIL_FROM": "alice@example.com",
    }
    smtp = Smtp("mail.example", 2525, True, False, "alice", "p", "alice@example.com")
    assert load(env)[AlertsSettings].smtp == smtp
    unnamed = load(env | {"MAIL_FROM": ""})[AlertsSettings].smtp
    assert unnamed == replace(smtp, sender="sightline@mail.example")


def test_the_default_mail_port_depends_on_tls() -> None:
    """Covers 101, 102."""

    def port(**env: str) -> int:
        smtp = load({"SMTP_SERVER": "m", **env})[AlertsSettings].smtp
        assert smtp
        return smtp.port

    assert port(SMTP_USE_SSL="true") == 465
    assert port(SMTP_USE_TLS="true") == 587
    assert port() == 25


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "example.com"])
def test_on_an_address_that_others_can_reach_there_is_no_sandbox(host: str) -> None:
    google = load({"HOST": host})[GoogleSettings]
    assert (google.google, google.wants_sandbox) == (None, False)
    assert google.with_sandbox("http://127.0.0.1:1") == google
    assert load({"HOST": host, **CREDENTIALS})[GoogleSettings].google is not None


def test_a_sandbox_at_a_url_from_the_settings_stands_in_for_google() -> None:
    settings = load({"SANDBOX_URL": "http://127.0.0.1:1"})[GoogleSettings]
    assert settings.wants_sandbox
    assert settings.google
    assert settings.google.token_url == "http://127.0.0.1:1/token"


def test_with_real_credentials_the_sandbox_never_stands_in_for_google() -> None:
    settings = load(CREDENTIALS)[GoogleSettings]
    assert settings.google
    assert (settings.google.client_id, settings.google.token_url) == ("x", GOOGLE.token_url)
    assert settings.with_sandbox("http://127.0.0.1:1") == settings
    both = load({"SANDBOX_URL": "http://127.0.0.1:1", **CREDENTIALS})[GoogleSettings]
    assert both.google == settings.google


@pytest.mark.parametrize(
    ("env", "word"),
    [
        ({"PORT": "eighty"}, "PORT"),
        ({"GOOGLE_CLIENT_ID": "x"}, "belong together"),
        ({"SMTP_SERVER": "mail.example", "SMTP_USE_TLS": "1", "SMTP_USE_SSL": "1"}, "both be on"),
        ({"SMTP_SERVER": "mail.example", "SMTP_USE_TLS": "maybe"}, "neither true nor false"),
        ({"TRUSTED_PROXIES": "everyone"}, "TRUSTED_PROXIES"),
        ({"SPOOL_URL": "http://127.0.0.1"}, "SPOOL_URL .*redis://HOST"),
    ],
)
def test_an_unusable_setting_is_named_in_the_error(env: dict[str, str], word: str) -> None:
    with pytest.raises(ConfigError, match=word):
        load(env)


def test_two_nodes_with_the_same_secrets_share_sessions_and_sealed_values(tmp_path: Path) -> None:
    shared = {"SESSION_SECRET": "one for cookies", "VAULT_KEY": "one for what is sealed"}
    here = start(load({"SIGHTLINE_DATA": str(tmp_path / "a"), **shared}))
    there = start(load({"SIGHTLINE_DATA": str(tmp_path / "b"), **shared}))
    assert here[SessionKey] == there[SessionKey]
    assert len(here[SessionKey]) == 32
    assert there[Vault].open(here[Vault].seal("a token", "alice"), "alice") == "a token"
    assert not (tmp_path / "a" / "session.key").exists()
