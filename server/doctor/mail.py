"""Checks how alerts leave: tried as they will be used, but without sending anything."""

from __future__ import annotations

import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parseaddr

import aiosmtplib

from server.accounts.models import Account
from server.alerts.channels.smtp import smtp_client
from server.alerts.settings import AlertsSettings, Smtp
from server.doctor.diagnosis import Diagnosis
from server.doctor.smtp_port import Speech, spoken
from server.doctor.stored import stored
from server.google.models import GmailGrant
from server.google.settings import GoogleSettings
from server.lib.net.ip import is_loopback
from server.lib.settings import Settings

_TIMEOUT = 5.0
_SEND = "https://www.googleapis.com/auth/gmail.send"


async def mail(settings: Settings) -> list[Diagnosis]:
    """Check how alerts are sent: by SMTP, or else through people's Gmail or to the sandbox's mailboxes."""
    if smtp := settings[AlertsSettings].smtp:
        return [await _smtp(settings, smtp)]
    google = settings[GoogleSettings]
    if google.wants_sandbox:
        return [_line("yellow", "go to the sandbox's mailboxes. Set SMTP_SERVER to send real emails.")]
    if google.google is None:
        return [_line("yellow", "are not sent. Set SMTP_SERVER if you want them.")]
    grants = await stored(settings, lambda: GmailGrant.filter(disconnected_at=None))
    if grants is None:
        text = "not known before the database works. Set SMTP_SERVER, or connect Gmail in Settings later."
        return [_line("yellow", text)]
    if any(_SEND in grant.scopes for grant in grants):
        return [_line("green", "sent through Gmail for people who allowed this in Settings")]
    text = "cannot be sent. Set SMTP_SERVER, or connect Gmail in Settings and allow sending."
    return [_line("red", text)]


def _line(colour: str, text: str) -> Diagnosis:
    return Diagnosis(colour, "alert emails", text)


async def _smtp(settings: Settings, smtp: Smtp) -> Diagnosis:
    sender = parseaddr(smtp.sender)[1]
    if "@" not in sender or smtp.sender.count("<") != smtp.sender.count(">"):
        return _line("red", f"MAIL_FROM={smtp.sender} has no address. Set it to one of your mail server's.")
    found = await spoken(smtp.server, smtp.port, first_tls=smtp.tls)
    at = f"{smtp.server}:{smtp.port}"
    if wrong := _wrong_speech(smtp, found):
        return _line("red", f"{at} {wrong}")
    owner = await stored(settings, lambda: Account.filter(disabled_at=None).order_by("created_at").first())
    recipient = owner.email if owner else sender
    try:
        await _talk(smtp, sender, recipient)
    except _Refused as refused:
        return _line(refused.colour, f"{at} {refused.text}")
    except (TimeoutError, aiosmtplib.SMTPException, OSError, UnicodeError) as error:
        return _line("red", f"{at}: {_explained(smtp, error)}")
    if smtp.tls or smtp.starttls or is_loopback(smtp.server):
        return _line("green", f"{at} would take a mail from {sender} to {recipient}")
    return _line("yellow", f"{at} is used without TLS, so others can read alerts. {_SWITCH_ON}")


_SWITCH_ON = "Set SMTP_USE_TLS or SMTP_USE_SSL."


def _wrong_speech(smtp: Smtp, found: Speech) -> str | None:
    """Say what is wrong with the port, judged by what is spoken there first; None if nothing is."""
    match found.kind:
        case "none":
            return f"does not answer: {found.words}. Check SMTP_SERVER and SMTP_PORT."
        case "tls" if not smtp.tls:
            return (
                "speaks TLS from the first byte. Set SMTP_USE_SSL=true and remove SMTP_USE_TLS, or set "
                "SMTP_PORT=587 for STARTTLS."
            )
        case "smtp" if smtp.tls:
            return (
                "does not speak TLS from the first byte. Set SMTP_USE_TLS=true (STARTTLS) and remove "
                "SMTP_USE_SSL, or set SMTP_PORT=465."
            )
        case "other":
            return f"is no mail server: it says {found.words!r}. Check SMTP_SERVER and SMTP_PORT."
        case _:
            return None


@dataclass
class _Refused(Exception):
    colour: str
    text: str


async def _talk(smtp: Smtp, sender: str, recipient: str) -> None:
    """Log in, name sender and recipient, and take all back. Raises _Refused and errors of aiosmtplib."""
    client = smtp_client(smtp, _TIMEOUT)
    try:
        await client.connect()
        await _named(client, smtp, sender, recipient)
        with suppress(aiosmtplib.SMTPException, OSError):
            await client.rset()
            await client.quit()
    finally:
        client.close()


async def _named(client: aiosmtplib.SMTP, smtp: Smtp, sender: str, recipient: str) -> None:
    try:
        await client.mail(sender)
    except aiosmtplib.SMTPResponseException as error:
        raise _Refused("red", _about_sender(smtp, sender, error)) from None
    try:
        await client.rcpt(recipient)
    except aiosmtplib.SMTPResponseException as error:
        colour = "yellow" if error.code < 500 else "red"
        do = "" if smtp.username else " If it wants a login, set SMTP_USERNAME and SMTP_PASSWORD."
        text = f"refuses a mail to {recipient} ({error.code} {error.message}).{do}"
        raise _Refused(colour, " ".join(text.split())) from None


def _about_sender(smtp: Smtp, sender: str, error: aiosmtplib.SMTPResponseException) -> str:
    said = " ".join(f"({error.code} {error.message})".split())
    if "STARTTLS" in error.message.upper():
        return f"wants STARTTLS {said}. Set SMTP_USE_TLS=true."
    if error.code == 530 or ("auth" in error.message.lower() and not smtp.username):
        return f"wants a login {said}. Set SMTP_USERNAME and SMTP_PASSWORD."
    return f"refuses the sender {sender} {said}. Set MAIL_FROM to an address that it knows."


def _explained(smtp: Smtp, error: Exception) -> str:
    certificate = error.__cause__ if isinstance(error.__cause__, ssl.SSLError) else error
    if isinstance(certificate, ssl.SSLCertVerificationError):
        return (
            f"its certificate is not trusted ({certificate.verify_message}). Set SMTP_SERVER to the name in "
            "the certificate, or name its authority in SSL_CERT_FILE."
        )
    if isinstance(error, aiosmtplib.SMTPAuthenticationError):
        quoted = smtp.password[:1] == smtp.password[-1:] and smtp.password[:1] in {'"', "'"}
        hint = " The password is in quotes, which belong to it." if quoted else ""
        said = " ".join(f"({error.code} {error.message})".split())
        return f"refuses the login {said}. Correct SMTP_USERNAME and SMTP_PASSWORD.{hint}"
    text = " ".join(str(error).split()).rstrip(".")
    if smtp.starttls and "STARTTLS" in text.upper():
        return "offers no STARTTLS. Remove SMTP_USE_TLS, or use SMTP_USE_SSL=true with SMTP_PORT=465."
    if "AUTH" in text.upper():
        if not (smtp.tls or smtp.starttls):
            return f"offers no login without TLS ({text}). {_SWITCH_ON} Or remove SMTP_USERNAME."
        return f"offers no login ({text}). Remove SMTP_USERNAME and SMTP_PASSWORD."
    return f"{text}. Check SMTP_SERVER, SMTP_PORT, SMTP_USERNAME and SMTP_PASSWORD."
