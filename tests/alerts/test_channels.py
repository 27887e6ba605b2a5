"""Every channel for alerts gives the same guarantees; some have special cases."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from server.alerts.channels.choice import channel_for
from server.alerts.channels.sandbox import SandboxChannel
from server.alerts.channels.smtp import SmtpChannel
from server.alerts.mail import OutgoingMail
from server.alerts.settings import AlertsSettings, Smtp
from server.failures.codes import FailureCode
from server.failures.wording import failure_sentence
from server.lib.outbox import Done, Permanent, Transient, Waiting
from tests.alerts.mail_server import ANOTHER, PASSWORD, USER, MailServer, mail_server
from tests.certificates import Certificate, new_certificate
from tests.sandbox.driving import RunningSandbox, sandbox_running
from tests.world import World, opened_world

MAIL = OutgoingMail(
    to="alice@sandbox.example",
    to_name="Alice",
    subject="Bob opened “Lunch”",
    text="Grüße\n",
    html="<p>Grüße</p>",
    message_id="<1.2@track.example.com>",
    date=datetime(2026, 1, 2, tzinfo=UTC),
)


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Certificate:
    """A certificate that this machine trusts for the duration of the test."""
    made = new_certificate(tmp_path, "127.0.0.1", ANOTHER)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.path))
    return made


@pytest.fixture
def sandbox(tmp_path: Path) -> Iterator[RunningSandbox]:
    """The real sandbox process."""
    with sandbox_running(tmp_path / "sandbox") as running:
        yield running


def channel(mail: MailServer, **env: str) -> SmtpChannel:
    """Return the SMTP channel for settings that point to `mail`."""
    smtp = AlertsSettings.read(mail.env(**env)).smtp
    assert smtp is not None
    return SmtpChannel(smtp)


async def test_plain_smtp_delivers_the_mail_unchanged() -> None:
    """Covers 101, 102."""
    async with mail_server() as mail:
        assert await channel(mail, MAIL_FROM="s@example.com").deliver(MAIL) == Done()
    (sent,) = mail.taken
    assert (sent["Subject"], sent["Message-ID"]) == ("Bob opened “Lunch”", "<1.2@track.example.com>")
    assert sent["Date"] == "Fri, 02 Jan 2026 00:00:00 +0000"
    assert [part.get_content().strip() for part in sent.iter_parts()] == ["Grüße", "<p>Grüße</p>"]
    assert (mail.encrypted, mail.users) == ([False], [None])


async def test_the_sender_can_have_a_name() -> None:
    async with mail_server() as mail:
        assert await channel(mail, MAIL_FROM="Post Room <post@example.com>").deliver(MAIL) == Done()
    assert mail.taken[0]["From"] == "Post Room <post@example.com>"
    assert mail.senders == ["post@example.com"]


async def test_a_mail_is_sent_with_a_password_over_starttls(certificate: Certificate) -> None:
    """Covers 101, 102."""
    async with mail_server(certificate, password=True) as mail:
        env = {"SMTP_USE_TLS": "true", "SMTP_USERNAME": USER, "SMTP_PASSWORD": PASSWORD}
        assert await channel(mail, **env).deliver(MAIL) == Done()
    assert (mail.encrypted, mail.users) == ([True], [USER])


async def test_a_mail_is_sent_with_a_password_over_implicit_tls(certificate: Certificate) -> None:
    """Covers 101, 102."""
    async with mail_server(certificate, tls=True, password=True) as mail:
        env = {"SMTP_USE_SSL": "true", "SMTP_USERNAME": USER, "SMTP_PASSWORD": PASSWORD}
        assert await channel(mail, **env).deliver(MAIL) == Done()
    assert (mail.encrypted, mail.users) == ([True], [USER])


async def test_no_mail_goes_to_a_server_with_an_untrusted_certificate(tmp_path: Path) -> None:
    async with mail_server(new_certificate(tmp_path, "127.0.0.1", ANOTHER), tls=True) as mail:
        outcome = await channel(mail, SMTP_USE_SSL="true").deliver(MAIL)
    assert isinstance(outcome, Transient)
    assert "certificate" in str(outcome.reason).lower()
    assert mail.taken == []


async def test_nothing_is_sent_when_the_mail_server_does_not_offer_the_required_starttls() -> None:
    async with mail_server() as mail:
        outcome = await channel(mail, SMTP_USE_TLS="true").deliver(MAIL)
    assert isinstance(outcome, Permanent)
    assert mail.taken == []


async def test_a_wrong_password_is_a_permanent_failure(certificate: Certificate) -> None:
    async with mail_server(certificate, password=True) as mail:
        env = {"SMTP_USE_TLS": "true", "SMTP_USERNAME": USER, "SMTP_PASSWORD": "guess"}
        outcome = await channel(mail, **env).deliver(MAIL)
    assert isinstance(outcome, Permanent)
    assert "535" in str(outcome.reason)
    assert "guess" not in str(outcome.reason)


@pytest.mark.parametrize(
    ("answer", "expected"),
    [
        ("451 try later", Transient),
        ("421 too busy", Transient),
        ("554 no", Permanent),
        ("552 full", Permanent),
    ],
)
async def test_the_mail_servers_reply_decides_whether_a_failure_is_transient_or_permanent(
    answer: str, expected: type[Transient | Permanent]
) -> None:
    async with mail_server() as mail:
        mail.answers = [answer]
        outcome = await channel(mail).deliver(MAIL)
    assert isinstance(outcome, expected)
    assert answer in failure_sentence(outcome.reason)


async def test_an_unknown_recipient_is_a_permanent_failure() -> None:
    async with mail_server() as mail:
        outcome = await channel(mail).deliver(replace(MAIL, to="nobody@example.com"))
    assert isinstance(outcome, Permanent)
    assert "550 nobody of that name" in failure_sentence(outcome.reason)


async def test_an_unreachable_mail_server_is_a_transient_failure() -> None:
    with socket.socket() as nobody:
        nobody.bind(("127.0.0.1", 0))  # bound, but nobody listens
        smtp = Smtp("127.0.0.1", nobody.getsockname()[1], False, False, "", "", "s@example.com")
        outcome = await SmtpChannel(smtp).deliver(MAIL)
    assert isinstance(outcome, Transient)
    assert outcome.reason.code == FailureCode.SMTP_UNREACHABLE


@pytest.mark.parametrize(
    "address", ["", "alice", "a b@example.com", "a@b.example\r\nRCPT TO:<x@y>", "ü@ü", "a@exämple.com"]
)
async def test_an_invalid_address_is_a_permanent_failure(address: str) -> None:
    """S10."""
    async with mail_server() as mail:
        assert isinstance(await channel(mail).deliver(replace(MAIL, to=address)), Permanent)
    assert mail.raw == []


async def test_the_sandbox_delivers_the_mail_to_alices_inbox(sandbox: RunningSandbox) -> None:
    assert await SandboxChannel(sandbox.url).deliver(MAIL) == Done()
    (mail,) = await sandbox.mails("alice")
    assert mail["subject"] == "Bob opened “Lunch”"
    assert mail["message_id"] == "<1.2@track.example.com>"


async def test_a_mail_to_an_address_unknown_to_the_sandbox_is_a_permanent_failure(
    sandbox: RunningSandbox,
) -> None:
    outcome = await SandboxChannel(sandbox.url).deliver(replace(MAIL, to="dora@example.com"))
    assert isinstance(outcome, Permanent)


async def test_an_unreachable_sandbox_is_a_transient_failure() -> None:
    assert isinstance(await SandboxChannel("http://127.0.0.1:9").deliver(MAIL), Transient)


async def test_a_configured_mail_server_is_preferred_to_the_sandbox(tmp_path: Path) -> None:
    env = {"SMTP_SERVER": "mail.example.com", "SANDBOX_URL": "http://127.0.0.1:9"}
    async with opened_world(tmp_path, **env) as world:
        assert await _chosen(world) == "smtp"


async def test_without_a_mail_server_the_sandbox_is_used(tmp_path: Path) -> None:
    async with opened_world(tmp_path, SANDBOX_URL="http://127.0.0.1:9") as world:
        assert await _chosen(world) == "sandbox"


async def test_with_real_google_and_no_mail_server_the_failure_says_that_there_is_no_channel(
    tmp_path: Path,
) -> None:
    env = {"GOOGLE_CLIENT_ID": "x", "GOOGLE_CLIENT_SECRET": "y"}
    async with opened_world(tmp_path, **env) as world:
        assert await _chosen(world) == FailureCode.NO_CHANNEL


async def _chosen(world: World) -> str:
    async with world.app.app_context():
        found = await channel_for(world.alice)
    return found.reason.code if isinstance(found, Waiting) else found.name
