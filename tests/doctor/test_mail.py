"""`sightline doctor` tries a mail server as alerts will use it, and names the setting that is wrong."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from server.doctor.diagnosis import Diagnosis
from server.doctor.mail import mail
from tests.certificates import new_certificate
from tests.doctor import strangers
from tests.world import settings_in

LOGIN = {"SMTP_USERNAME": "alice", "SMTP_PASSWORD": "secret"}


async def looked_at(folder: Path, talk: strangers.Talk, **env: str) -> Diagnosis:
    with strangers.listening(talk) as port:
        settings = settings_in(folder, SMTP_SERVER="127.0.0.1", SMTP_PORT=str(port), **env)
        [found] = await mail(settings)
    return found


def certified(folder: Path, monkeypatch: pytest.MonkeyPatch, name: str = "127.0.0.1") -> Mapping[str, object]:
    certificate = new_certificate(folder, name)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate.path))
    return {"context": certificate.context()}


async def test_tls_from_the_first_byte_is_named_at_once_where_starttls_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = strangers.mail(first=True, **certified(tmp_path, monkeypatch))  # type: ignore[arg-type]
    began = time.monotonic()
    found = await looked_at(tmp_path, talk, SMTP_USE_TLS="on")
    assert time.monotonic() - began < 4.5
    assert (found.colour, "Set SMTP_USE_SSL=true" in found.text) == ("red", True)
    assert (await looked_at(tmp_path, talk, SMTP_USE_SSL="on")).colour == "green"


async def test_starttls_is_named_where_tls_from_the_first_byte_is_set(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = strangers.mail(offers=("STARTTLS",), **certified(tmp_path, monkeypatch))  # type: ignore[arg-type]
    found = await looked_at(tmp_path, talk, SMTP_USE_SSL="on")
    assert (found.colour, "Set SMTP_USE_TLS=true" in found.text) == ("red", True)
    assert (await looked_at(tmp_path, talk, SMTP_USE_TLS="on")).colour == "green"


@pytest.mark.parametrize(
    ("offers", "answers", "env", "words"),
    [
        ((), {"MAIL": "530 5.7.0 Authentication required"}, {}, "wants a login"),
        ((), {"MAIL": "530 5.7.0 Must issue a STARTTLS command first"}, {}, "Set SMTP_USE_TLS=true"),
        ((), {"MAIL": "553 5.7.1 not yours"}, {}, "Set MAIL_FROM"),
        ((), {"RCPT": "554 5.7.1 relay access denied"}, {}, "relay access denied"),
        ((), {}, LOGIN, "Or remove SMTP_USERNAME"),
        (("AUTH PLAIN",), {"AUTH": "535 5.7.8 no"}, LOGIN, "Correct SMTP_USERNAME and SMTP_PASSWORD"),
        ((), {}, {"SMTP_USE_TLS": "on"}, "offers no STARTTLS"),
        ((), {}, {"MAIL_FROM": "Alice <alice@example.org"}, "MAIL_FROM=Alice"),
    ],
)
async def test_what_the_server_will_refuse_is_known_before_the_first_alert(
    tmp_path: Path, offers: tuple[str, ...], answers: dict[str, str], env: dict[str, str], words: str
) -> None:
    found = await looked_at(tmp_path, strangers.mail(offers, answers), **env)
    assert (found.colour, words in found.text) == ("red", True), found.text
    assert "secret" not in found.text


async def test_a_relay_without_login_is_green_and_gets_no_mail(tmp_path: Path) -> None:
    found = await looked_at(tmp_path, strangers.mail(answers={"DATA": "554 nobody may send"}))
    assert (found.colour, "would take a mail from" in found.text) == ("green", True), found.text


async def test_a_certificate_for_another_name_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    talk = strangers.mail(offers=("STARTTLS",), **certified(tmp_path, monkeypatch, "mail.example"))  # type: ignore[arg-type]
    found = await looked_at(tmp_path, talk, SMTP_USE_TLS="on")
    assert (found.colour, "its certificate is not trusted" in found.text) == ("red", True), found.text


@pytest.mark.parametrize(
    ("talk", "words"),
    [
        (strangers.saying(b"* OK IMAP4rev1 ready\r\n"), "is no mail server: it says '* OK IMAP4rev1 ready'"),
        (strangers.answering("400 Bad Request"), "Check SMTP_SERVER"),
    ],
)
async def test_what_is_no_mail_server_is_named(tmp_path: Path, talk: strangers.Talk, words: str) -> None:
    found = await looked_at(tmp_path, talk)
    assert (found.colour, words in found.text) == ("red", True), found.text
