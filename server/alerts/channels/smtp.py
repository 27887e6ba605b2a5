"""Sends mail through the configured SMTP server (RFC 5321): plain, STARTTLS or TLS, with or without login."""

from __future__ import annotations

import ssl
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from email.utils import parseaddr

import aiosmtplib

from server.alerts.mail import InvalidAddress, OutgoingMail
from server.alerts.settings import Smtp
from server.failures.codes import FailureCode
from server.lib.error_words import error_words
from server.lib.failure import Failure, Value
from server.lib.outbox import Done, Outcome, Permanent, Transient

TIMEOUT = 30  # seconds for each step of the SMTP dialogue


def smtp_client(smtp: Smtp, timeout: float = TIMEOUT) -> aiosmtplib.SMTP:
    """Return a connection as the settings describe it, which is not open yet."""
    return aiosmtplib.SMTP(
        hostname=smtp.server,
        port=smtp.port,
        use_tls=smtp.tls,
        start_tls=smtp.starttls,
        tls_context=ssl.create_default_context() if smtp.tls or smtp.starttls else None,
        username=smtp.username or None,
        password=smtp.password or None,
        timeout=timeout,
    )


@dataclass(frozen=True, slots=True)
class SmtpChannel:
    """The SMTP server of this installation."""

    smtp: Smtp
    name: str = "smtp"

    async def deliver(self, mail: OutgoingMail) -> Outcome:
        """Send the mail. A 4xx reply or a broken connection is worth another try, a 5xx reply is not."""
        try:
            raw = mail.as_bytes(self.smtp.sender)
        except InvalidAddress as invalid:
            return Permanent(invalid.failure)
        try:
            await self._send(raw, mail.to)
        except UnicodeError:  # the domain needs SMTPUTF8, which this server does not offer (RFC 6531)
            undeliverable = {"server": self.smtp.server, "address": mail.to}
            return Permanent(Failure(FailureCode.SMTP_UNDELIVERABLE, undeliverable))
        except aiosmtplib.SMTPRecipientsRefused as error:
            return _answered(self.smtp, error.recipients[0].code, error.recipients[0].message)
        except aiosmtplib.SMTPResponseException as error:
            return _answered(self.smtp, error.code, error.message)
        except (aiosmtplib.SMTPException, OSError) as error:
            return _broken(self.smtp, error)
        return Done()

    async def _send(self, raw: bytes, recipient: str) -> None:
        connection = smtp_client(self.smtp)
        # Not a context manager: on cancellation it would send QUIT to a server that may hang, and wait.
        try:
            await connection.connect()
            await connection.sendmail(parseaddr(self.smtp.sender)[1], [recipient], raw)
            with suppress(aiosmtplib.SMTPException, OSError):  # the mail has been accepted already
                await connection.quit()
        finally:
            connection.close()


def _answered(smtp: Smtp, code: int, text: str) -> Outcome:
    said = Failure(FailureCode.SMTP_ANSWERED, {"server": smtp.server, "code": code, "text": text})
    return Permanent(said) if code >= 500 else Transient(said)


def _broken(smtp: Smtp, error: Exception) -> Outcome:
    # aiosmtplib raises the bare class if a server lacks STARTTLS or AUTH, its subclasses for connections.
    if type(error) in {aiosmtplib.SMTPException, aiosmtplib.SMTPNotSupported}:
        return Permanent(Failure(FailureCode.SMTP_UNABLE, {"server": smtp.server, "error": str(error)}))
    values: Mapping[str, Value] = {"server": smtp.server, "port": smtp.port, "error": error_words(error)}
    return Transient(Failure(FailureCode.SMTP_UNREACHABLE, values))
