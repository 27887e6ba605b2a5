"""Delivers mail into the sandbox's mailboxes when the sandbox stands in for Google."""

from __future__ import annotations

from dataclasses import dataclass

import httpx

from server.alerts.mail import InvalidAddress, OutgoingMail
from server.failures.codes import FailureCode
from server.lib.failure import Failure
from server.lib.outbox import Done, Outcome, Permanent, Transient

SENDER = "sightline@sandbox.example"
TIMEOUT = 30


@dataclass(frozen=True, slots=True)
class SandboxChannel:
    """The sandbox at `url`."""

    url: str
    name: str = "sandbox"

    async def deliver(self, mail: OutgoingMail) -> Outcome:
        """Put the mail into the inbox of the sandbox person with this address."""
        try:
            raw = mail.as_bytes(SENDER)
        except InvalidAddress as invalid:
            return Permanent(invalid.failure)
        try:
            async with httpx.AsyncClient(timeout=TIMEOUT, trust_env=False) as client:
                answer = await client.post(
                    f"{self.url}/sandbox/deliver", content=raw, headers={"X-Rcpt-To": mail.to}
                )
        except httpx.HTTPError as error:
            return Transient(Failure(FailureCode.SANDBOX_UNREACHABLE, {"error": type(error).__name__}))
        return _outcome(answer, mail.to)


def _outcome(answer: httpx.Response, to: str) -> Outcome:
    if answer.status_code == 404:
        return Permanent(Failure(FailureCode.SANDBOX_STRANGER, {"address": to}))
    if answer.is_success:
        return Done()
    return Transient(Failure(FailureCode.SANDBOX_ANSWERED, {"status": answer.status_code}))
