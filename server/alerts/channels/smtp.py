"""Sends mail by the configured SMTP server (RFC 5321): plain, STARTTLS or TLS, with or without a password."""

from __future__ import annotations

import ssl
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parseaddr

import aiosmtplib

from server.alerts.mail import OutgoingMail
from server.alerts.settings import Smtp
from server.lib.outbox import Done, Outcome, Permanent, Transient

TIMEOUT = 30  # seconds for each step of the conversation


@dataclass(frozen=True, slots=True)
class SmtpChannel:
    """The SMTP server of this installation."""

    smtp: Smtp
    name: str = "smtp"

    async def deliver(self, mail: OutgoingMail) -> Outcome:
        """Send the mail. A 4xx reply or a broken connection is worth another try, a 5xx reply is not."""
        try:
            raw = mail.as_bytes(self.smtp.sender)
        except ValueError as error:
            return Permanent(str(error))
        try:
            await self._send(raw, mail.to)
        except UnicodeError:  # the domain needs SMTPUTF8, which this server does not offer (RFC 6531)
            return Permanent(f"The mail server {self.smtp.server} cannot deliver to {mail.to}")
        except aiosmtplib.SMTPRecipientsRefused as error:
            return _answered(self.smtp, error.recipients[0].code, error.recipients[0].message)
        except aiosmtplib.SMTPResponseException as error:
            return _answered(self.smtp, error.code, error.message)
        except (aiosmtplib.SMTPException, OSError) as error:
            return _broken(self.smtp, error)
        return Done()

    async def _send(self, raw: bytes, recipient: str) -> None:
        smtp = self.smtp
        connection = aiosmtplib.SMTP(
            hostname=smtp.server,
            port=smtp.port,
            use_tls=smtp.tls,
            start_tls=smtp.starttls,
            tls_context=ssl.create_default_context() if smtp.tls or smtp.starttls else None,
            username=smtp.username or None,
            password=smtp.password or None,
            timeout=TIMEOUT,
        )
        # Not a context manager: on cancellation it would send QUIT to a server that may hang, and wait.
        try:
            await connection.connect()
            await connection.sendmail(parseaddr(smtp.sender)[1], [recipient], raw)
            with suppress(aiosmtplib.SMTPException, OSError):  # the mail is accepted, whatever happens next
                await connection.quit()
        finally:
            connection.close()


def _answered(smtp: Smtp, code: int, text: str) -> Outcome:
    said = f"The mail server {smtp.server} said {code} {text}"
    return Permanent(said) if code >= 500 else Transient(said)


def _broken(smtp: Smtp, error: Exception) -> Outcome:
    # aiosmtplib raises the bare class if a server lacks STARTTLS or AUTH, its subclasses for connections.
    if type(error) in {aiosmtplib.SMTPException, aiosmtplib.SMTPNotSupported}:
        return Permanent(f"The mail server {smtp.server} cannot do what the settings ask for: {error}")
    return Transient(f"The mail server {smtp.server}:{smtp.port} cannot be reached: {error}")
