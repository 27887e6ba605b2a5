"""Runs a real SMTP server inside the test: plain, STARTTLS or TLS, with or without a password."""

from __future__ import annotations

import asyncio
import ssl
import warnings
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from typing import Any

from aiosmtpd.smtp import SMTP, AuthResult

from tests.certificates import Certificate

USER, PASSWORD = "sightline", "correct horse"
ANOTHER = "0.0.0.0"  # not a loopback address, so it counts as another machine; Linux connects it to this one


@dataclass
class MailServer:
    """The mails received, and the replies given.

    `answers`: replies to the next mails; afterwards all are accepted.
    """

    port: int = 0
    answers: list[str] = field(default_factory=list)
    taken: list[EmailMessage] = field(default_factory=list)
    raw: list[bytes] = field(default_factory=list)
    senders: list[str] = field(default_factory=list)
    recipients: list[list[str]] = field(default_factory=list)
    encrypted: list[bool] = field(default_factory=list)
    users: list[str | None] = field(default_factory=list)
    hold: asyncio.Event | None = None  # the response to an accepted mail waits for this
    took: asyncio.Event = field(default_factory=asyncio.Event)

    async def handle_DATA(self, server: SMTP, session: Any, envelope: Any) -> str:  # noqa: N802
        """aiosmtpd calls this with each mail."""
        if self.answers:
            return self.answers.pop(0)
        self.raw.append(envelope.content)
        self.taken.append(message_from_bytes(envelope.content, EmailMessage, policy=policy.SMTP))
        self.senders.append(envelope.mail_from)
        self.recipients.append(envelope.rcpt_tos)
        assert server.transport is not None
        self.encrypted.append(server.transport.get_extra_info("sslcontext") is not None)
        self.users.append(session.auth_data.login.decode() if session.auth_data else None)
        self.took.set()
        if self.hold:
            await self.hold.wait()
        return "250 taken"

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Any, envelope: Any, address: str, options: list[str]
    ) -> str:
        """aiosmtpd calls this with each recipient."""
        if address.startswith("nobody"):
            return "550 nobody of that name"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    def env(self, **more: str) -> dict[str, str]:
        """The settings that point to this server."""
        return {"SMTP_SERVER": "127.0.0.1", "SMTP_PORT": str(self.port), **more}


@asynccontextmanager
async def mail_server(
    certificate: Certificate | None = None, tls: bool = False, password: bool = False
) -> AsyncIterator[MailServer]:
    """Serve on a free port until the block ends.

    With a certificate but without `tls`, only STARTTLS is offered.
    """
    mail = MailServer()
    context = certificate.context() if certificate else None
    loop = asyncio.get_running_loop()
    server = await loop.create_server(
        _protocol(mail, context if not tls else None, password),
        "127.0.0.1",
        0,
        ssl=context if tls else None,
    )
    mail.port = server.sockets[0].getsockname()[1]
    try:
        yield mail
    finally:
        server.close()


def _protocol(mail: MailServer, starttls: ssl.SSLContext | None, password: bool) -> Callable[[], SMTP]:
    def check(server: Any, session: Any, envelope: Any, mechanism: str, given: Any) -> AuthResult:
        good = (given.login, given.password) == (USER.encode(), PASSWORD.encode())
        return AuthResult(success=good, handled=False, auth_data=given)

    def protocol() -> SMTP:
        with warnings.catch_warnings(
            action="ignore"
        ):  # it warns about a password without STARTTLS, even over TLS
            return SMTP(
                mail,
                hostname="mail.example",
                tls_context=starttls,
                require_starttls=starttls is not None,
                authenticator=check if password else None,
                auth_required=password,
                auth_require_tls=False,
            )

    return protocol
