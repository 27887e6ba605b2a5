"""The sentences for failure codes: what happened and, where that is known, what to do.

Each text refers to the values of its code by name. Pure, except for `install`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from quart import Quart

from server.failures.codes import FailureCode
from server.lib.failure import Failure, Packed, unpack
from server.lib.i18n import gettext, gettext_noop

TEXTS: Mapping[FailureCode, str] = {
    FailureCode.GMAIL_MESSAGE_GONE: gettext_noop("Gmail no longer has this message."),
    FailureCode.GMAIL_REFUSED: gettext_noop("Gmail refused the request (%(status)s %(reason)s)."),
    FailureCode.GMAIL_SLOW: gettext_noop("Gmail took too long to answer."),
    FailureCode.GOOGLE_BUSY: gettext_noop("Google was busy (%(status)s)."),
    FailureCode.GOOGLE_UNREACHABLE: gettext_noop("Google couldn’t be reached (%(error)s)."),
    FailureCode.GOOGLE_UNREADABLE: gettext_noop("Google’s answer couldn’t be read (%(error)s)."),
    FailureCode.SIGN_IN_BUSY: gettext_noop("Google’s sign-in was busy."),
    FailureCode.SERVER_REFUSED: gettext_noop(
        "Google doesn’t accept this server (%(reason)s). Check GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET."
    ),
    FailureCode.GRANT_ENDED: gettext_noop(
        "Google says that Sightline’s access was withdrawn or has expired."
    ),
    FailureCode.GRANT_REFUSED: gettext_noop("Google no longer accepts Sightline’s access."),
    FailureCode.NOT_PERMITTED: gettext_noop(
        "Sightline lacks the Gmail permission for this. Reconnect Gmail and grant the permission."
    ),
    FailureCode.KEY_MISSING: gettext_noop(
        "The key to Sightline’s saved Gmail access is missing or has changed (vault.key in the data folder)."
    ),
    FailureCode.SENDING_LIMIT: gettext_noop(
        "Gmail accepts no more messages until %(until)s, because its daily limit is reached."
    ),
    FailureCode.NO_CREDENTIALS: gettext_noop("This server has no Google credentials any more."),
    FailureCode.REPLIES_NOT_ALLOWED: gettext_noop(
        "Sightline isn’t connected to Gmail, or may not read messages."
    ),
    FailureCode.COPIES_NOT_ALLOWED: gettext_noop(
        "Sightline isn’t connected to Gmail, or may not send copies."
    ),
    FailureCode.OTHER_GMAIL: gettext_noop(
        "This message was written in a different Gmail account from the connected one."
    ),
    FailureCode.CONNECT_GMAIL: gettext_noop("Connect Gmail in Settings, then try again."),
    FailureCode.TOO_MANY_SENT: gettext_noop(
        "So many messages were sent in the meantime that Sightline can’t find out whether this copy was sent."
    ),
    FailureCode.MAYBE_SENT: gettext_noop("Sightline can’t tell whether this copy was sent."),
    FailureCode.NOT_KNOWN_YET: gettext_noop("Sightline can’t tell yet whether this copy was sent."),
    FailureCode.INTERRUPTED: gettext_noop("The server was interrupted each time it tried to send the copy."),
    FailureCode.NO_CHANNEL: gettext_noop("Sightline has no way to send email."),
    FailureCode.BAD_ADDRESS: gettext_noop("%(address)s isn’t a valid email address."),
    FailureCode.NO_ANSWER: gettext_noop("The email couldn’t be sent within %(seconds)s seconds."),
    FailureCode.SMTP_ANSWERED: gettext_noop("The mail server %(server)s answered: “%(code)s %(text)s”."),
    FailureCode.SMTP_UNABLE: gettext_noop(
        "The mail server %(server)s doesn’t support what the settings ask for (%(error)s)."
    ),
    FailureCode.SMTP_UNDELIVERABLE: gettext_noop("The mail server %(server)s can’t deliver to %(address)s."),
    FailureCode.SMTP_UNREACHABLE: gettext_noop(
        "The mail server %(server)s:%(port)s couldn’t be reached (%(error)s)."
    ),
    FailureCode.SANDBOX_ANSWERED: gettext_noop("The sandbox answered with an error (%(status)s)."),
    FailureCode.SANDBOX_STRANGER: gettext_noop("Nobody in the sandbox has the address %(address)s."),
    FailureCode.SANDBOX_UNREACHABLE: gettext_noop("The sandbox couldn’t be reached (%(error)s)."),
    FailureCode.GIVEN_UP: gettext_noop("Sightline stopped trying after a day."),
    FailureCode.TOO_OLD: gettext_noop(
        "The email couldn’t be sent for a week, so Sightline only sends it if you want it to."
    ),
    FailureCode.ALERT_MAYBE_SENT: gettext_noop(
        "Gmail didn’t say whether it sent this email, and Sightline can’t find out."
    ),
    FailureCode.ALERT_NOT_KNOWN_YET: gettext_noop("Sightline can’t tell yet whether this email was sent."),
    FailureCode.UNEXPECTED: gettext_noop(
        "Something went wrong on the server (%(error)s). The details are in the server’s log."
    ),
}

_LOGGED_VALUE = re.compile(r"(\w+)=(.*?)(?= \w+=|$)", re.DOTALL)


def install(app: Quart) -> None:
    """Give the templates of `app` the filters `failure_text` and `failure_sentence`."""
    app.jinja_env.filters["failure_text"] = failure_text
    app.jinja_env.filters["failure_sentence"] = failure_sentence


def failure_text(stored: Iterable[Packed] | None) -> str:
    """Return the sentences for stored failures, in the current language; "" if there are none.

    Raises ValueError for an unknown code.
    """
    return " ".join(failure_sentence(each) for each in unpack(stored or ()))


def logged_sentence(text: str) -> str:
    """Return the sentence for a failure that was stored as text for the log; other texts as they are."""
    code, _, rest = text.partition(" ")
    values = {found[1]: found[2] for found in _LOGGED_VALUE.finditer(rest)}
    try:
        return failure_sentence(Failure(FailureCode(code), values)) if code != FailureCode.OTHER else text
    except (ValueError, KeyError):  # not a code, or without its values
        return text


def failure_sentence(failure: Failure) -> str:
    """Return the sentence for one failure."""
    if failure.code == FailureCode.OTHER:
        return str(failure.values["text"])
    return gettext(TEXTS[FailureCode(failure.code)], **failure.values)
