"""A name that is almost a setting is found; what the environment holds for others is left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib.misspelt import misspelt
from server.settings import NAMES, doubts, load


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("PUBLIC_ULR", "PUBLIC_URL"),
        ("public_url", "PUBLIC_URL"),
        ("SIGHTLINE_PUBLIC_URL", "PUBLIC_URL"),
        ("SMTP_HOST", "SMTP_SERVER"),
        ("SMTP_USER", "SMTP_USERNAME"),
        ("SMTP_PASS", "SMTP_PASSWORD"),
        ("DATABASE_URI", "DATABASE_URL"),
        ("TRUSTED_PROXY", "TRUSTED_PROXIES"),
        ("SECRET_KEY", "SESSION_SECRET"),
        ("GOOGLE_CLIENTID", "GOOGLE_CLIENT_ID"),
        ("GEOIP_DATABASE", "GEOIP_DATABASE_PATH"),
        ("SPOOL_MAXBYTES", "SPOOL_MAX_BYTES"),
        ("EVENT_RETENTION_DAY", "EVENT_RETENTION_DAYS"),
    ],
)
def test_what_is_meant_is_said(given: str, meant: str) -> None:
    assert misspelt({given: "x"}, NAMES) == [(given, meant)]
    assert f"{given} is not a setting; did you mean {meant}?" in doubts({given: "x"})


@pytest.mark.parametrize(
    "name",
    [
        *("PATH", "HOSTNAME", "HOME", "USER", "LANG", "PWD", "PORTS", "HTTP_PROXY", "DEBUGGER"),
        *(
            "SIGHTLINE_PORT",
            "SIGHTLINE_SERVICE_HOST",
            "SIGHTLINE_SERVICE_PORT_HTTP",
            "SIGHTLINE_PORT_80_TCP_ADDR",
        ),
        *("POSTGRES_PASSWORD", "INVOCATION_ID", "JOURNAL_STREAM", "STATE_DIRECTORY", "host", "SSL_CERT_FILE"),
    ],
)
def test_names_of_others_are_left_alone(name: str) -> None:
    assert misspelt({name: "x"}, NAMES) == []


def test_what_is_empty_or_whose_setting_is_set_too_is_left_alone() -> None:
    assert misspelt({"SMTP_HOST": ""}, NAMES) == []
    assert misspelt({"SMTP_HOST": "x", "SMTP_SERVER": "y"}, NAMES) == []


@given(st.dictionaries(st.text(min_size=1), st.text()))
def test_any_environment_is_looked_through(env: dict[str, str]) -> None:
    assert all(given in env and meant in {"", *NAMES} for given, meant in misspelt(env, NAMES))


def test_every_setting_that_is_read_is_in_the_list() -> None:
    class Noting(dict[str, str]):
        def get(self, name: str, default: object = None) -> object:  # type: ignore[override]
            asked.add(name)
            return super().get(name, default)

    asked: set[str] = set()
    load(Noting(SMTP_SERVER="mail.example"))
    assert asked == set(NAMES)


def test_a_secret_in_quotes_is_doubted_and_used_as_it_is() -> None:
    [said] = doubts({"SMTP_PASSWORD": "'secret'"})
    assert said.startswith("SMTP_PASSWORD has quotes or blanks around it")
