"""Says what a person can do about an alert that failed or waits, which depends on who can repair that."""

from __future__ import annotations

from collections.abc import Mapping

from server.accounts.models import Account
from server.accounts.people import OWNER
from server.failures.codes import FailureCode
from server.google.failures import REPAIRS, Who
from server.google.settings import GoogleSettings
from server.lib.failure import Failure
from server.lib.i18n import gettext, gettext_noop
from server.lib.runtime import runtime

_SMTP = gettext_noop("Check SMTP_SERVER, SMTP_USERNAME and SMTP_PASSWORD. “sightline doctor” tests them.")
_SANDBOX = gettext_noop("The sandbox only has mailboxes for Alice, Bob and Charlie at sandbox.example.")
_NO_GOOGLE = gettext_noop("Set SMTP_SERVER for the server, and restart it.")
_NO_CHANNEL = gettext_noop(
    "Set SMTP_SERVER, or connect Gmail in Settings and allow Sightline to send alerts through Gmail."
)
_ADVICE: Mapping[str, str] = {
    FailureCode.SMTP_ANSWERED: _SMTP,
    FailureCode.SMTP_UNABLE: _SMTP,
    FailureCode.SMTP_UNDELIVERABLE: _SMTP,
    FailureCode.SMTP_UNREACHABLE: _SMTP,
    FailureCode.SANDBOX_ANSWERED: _SANDBOX,
    FailureCode.SANDBOX_STRANGER: _SANDBOX,
    FailureCode.SANDBOX_UNREACHABLE: _SANDBOX,
    FailureCode.BAD_ADDRESS: gettext_noop("Check MAIL_FROM, and the address of your account."),
    FailureCode.NO_CHANNEL: _NO_CHANNEL,
    FailureCode.ALERT_MAYBE_SENT: gettext_noop(
        "Look in your inbox before you send it again. If Sightline may also read messages in Gmail, it finds "
        "out by itself."
    ),
}
_NO_WAY_OUT = {FailureCode.NO_CHANNEL, FailureCode.NO_CREDENTIALS}
_OWNER = gettext_noop("The owner of this server can repair this.")


def advice_of(failure: Failure, person: Account) -> str:
    """Return what the person can do about a failure, in the current language; "" if its sentence says all."""
    if failure.code in _NO_WAY_OUT and runtime()[GoogleSettings].google is None:
        return gettext(_NO_GOOGLE)
    if failure.code in _ADVICE:
        return gettext(_ADVICE[failure.code])
    is_for_owner = REPAIRS.get(failure.code) == Who.OWNER and person.role != OWNER
    return gettext(_OWNER) if is_for_owner else ""


def is_repairable(failure: Failure) -> bool:
    """Return whether alerts with this failure wait for a repair, or for a limit to pass."""
    return failure.code in {*REPAIRS, FailureCode.NO_CHANNEL, FailureCode.SENDING_LIMIT}
