"""The sentences for failure codes: what happened and, where that is known, what to do.

Each text refers to the values of its code by name. Pure, except for `install`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from babel.dates import format_timedelta
from quart import Quart

from server.failures.codes import FailureCode
from server.lib.failure import Failure, Packed, Value, unpack
from server.lib.i18n import gettext, gettext_noop, locale

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
    FailureCode.CLIENT_UNKNOWN: gettext_noop(
        "Google doesn’t accept this server’s client ID or client secret (%(error)s). Copy both again from "
        "Google Auth Platform > Clients into GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET, then restart the "
        "server."
    ),
    FailureCode.CLIENT_DELETED: gettext_noop(
        "This server’s OAuth client was deleted at Google. Restore it within 30 days under Google Auth "
        "Platform > Clients, or create a new one and set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET."
    ),
    FailureCode.CLIENT_DISABLED: gettext_noop(
        "This server’s OAuth client was disabled at Google. Look at Google Auth Platform > Clients, or create "
        "a new one there and set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET."
    ),
    FailureCode.CLIENT_ELSEWHERE: gettext_noop(
        "This server’s redirect address isn’t registered at Google. Under Google Auth Platform > Clients, add "
        "the address in PUBLIC_URL, followed by /oauth/google/callback."
    ),
    FailureCode.CONSENT_UNCONFIGURED: gettext_noop(
        "The Google Cloud project isn’t set up for this (%(error)s). Complete Google Auth Platform > Branding, "
        "and add the scopes that the README lists under Data Access."
    ),
    FailureCode.ORG_INTERNAL: gettext_noop(
        "The Google Cloud project is for the accounts of one organisation only. Use such an account, or set "
        "Google Auth Platform > Audience to External."
    ),
    FailureCode.ADMIN_BLOCKS: gettext_noop(
        "Your organisation’s Google Workspace doesn’t allow this app (%(error)s). Its administrator can allow "
        "it in the Admin console, under Security > Access and data control > API controls."
    ),
    FailureCode.ADVANCED_PROTECTION: gettext_noop(
        "Google’s Advanced Protection doesn’t allow this app for your Google account. Use another Google "
        "account, or leave Advanced Protection."
    ),
    FailureCode.EMBEDDED_BROWSER: gettext_noop(
        "Google doesn’t allow this inside another app. Open this server’s address in a browser such as "
        "Firefox, Chrome or Safari."
    ),
    FailureCode.CODE_OVER: gettext_noop("Google’s answer was already used or came too late. Start again."),
    FailureCode.SIGN_IN_UNFINISHED: gettext_noop("Google didn’t complete the request. Start again."),
    FailureCode.CLOCK_BEHIND: gettext_noop(
        "This server’s clock is %(duration)s behind Google’s. Set the clock (NTP) and try again."
    ),
    FailureCode.CLOCK_AHEAD: gettext_noop(
        "This server’s clock is %(duration)s ahead of Google’s. Set the clock (NTP) and try again."
    ),
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
    FailureCode.UNEXPECTED: gettext_noop(
        "Something went wrong on the server (%(error)s). The details are in the server’s log."
    ),
}


def install(app: Quart) -> None:
    """Give the templates of `app` the filter `failure_text`."""
    app.jinja_env.filters["failure_text"] = failure_text


def failure_text(stored: Iterable[Packed] | None) -> str:
    """Return the sentences for stored failures, in the current language; "" if there are none.

    Raises ValueError for an unknown code.
    """
    return " ".join(failure_sentence(each) for each in unpack(stored or ()))


def failure_sentence(failure: Failure) -> str:
    """Return the sentence for one failure."""
    if failure.code == FailureCode.OTHER:
        return str(failure.values["text"])
    return gettext(TEXTS[FailureCode(failure.code)], **_shown(failure.values))


def _shown(values: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return the values as a sentence shows them; `duration` is stored in seconds."""
    if "duration" not in values:
        return values
    return {**values, "duration": format_timedelta(int(values["duration"]), locale=locale())}
