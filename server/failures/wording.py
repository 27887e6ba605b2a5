"""The sentences for failure codes: what happened and, where that is known, what to do.

Each text refers to the values of its code by name. Pure, except for `install`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from datetime import datetime

from babel.dates import format_timedelta
from quart import Quart

from server.failures.codes import FailureCode
from server.lib.failure import Failure, Packed, Value, unpack
from server.lib.i18n import gettext, gettext_noop, locale
from server.lib.web.datetimes import words_here

TEXTS: Mapping[FailureCode, str] = {
    FailureCode.GMAIL_MESSAGE_GONE: gettext_noop("Gmail no longer has this message."),
    FailureCode.GMAIL_REFUSED: gettext_noop("Gmail refused the request (%(status)s %(reason)s)."),
    FailureCode.GMAIL_SLOW: gettext_noop("Gmail took too long to answer."),
    FailureCode.GOOGLE_BUSY: gettext_noop("Google was busy (%(status)s)."),
    FailureCode.GOOGLE_UNREACHABLE: gettext_noop("Google couldn’t be reached (%(error)s)."),
    FailureCode.GOOGLE_UNREADABLE: gettext_noop(
        "Google’s answer couldn’t be read (%(error)s). A proxy or a network’s sign-in page may have "
        "answered in its place."
    ),
    FailureCode.SIGN_IN_BUSY: gettext_noop("Google’s sign-in was busy."),
    FailureCode.SERVER_REFUSED: gettext_noop(
        "Google doesn’t accept this server (%(reason)s). Check GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET."
    ),
    FailureCode.GRANT_ENDED: gettext_noop(
        "Google says that Sightline’s access was withdrawn or has expired."
    ),
    FailureCode.GRANT_REFUSED: gettext_noop("Google doesn’t accept Sightline’s access token."),
    FailureCode.NOT_PERMITTED: gettext_noop(
        "Sightline lacks the Gmail permission for this. Reconnect Gmail and grant the permission."
    ),
    FailureCode.KEY_MISSING: gettext_noop(
        "The key to Sightline’s saved Gmail access is missing or has changed (vault.key in the data folder)."
    ),
    FailureCode.SENDING_LIMIT: gettext_noop(
        "Gmail’s limit for sent messages is reached. Sightline sends the rest by itself from %(until)s on."
    ),
    FailureCode.NO_CREDENTIALS: gettext_noop("This server has no Google credentials any more."),
    FailureCode.API_DISABLED: gettext_noop(
        "The Gmail API isn’t enabled in this server’s Google Cloud project. Its owner can enable it. "
        "Sightline goes on by itself then."
    ),
    FailureCode.PROJECT_SUSPENDED: gettext_noop(
        "Google has suspended this server’s Google Cloud project. Its owner can appeal in the Google Cloud "
        "console, or use another project."
    ),
    FailureCode.PROJECT_DELETED: gettext_noop(
        "This server’s Google Cloud project was deleted or isn’t valid any more. Its owner can restore it "
        "within 30 days, or use another project."
    ),
    FailureCode.PROJECT_BILLING: gettext_noop(
        "Google wants billing to be enabled for this server’s Google Cloud project. Its owner can do that in "
        "the Google Cloud console."
    ),
    FailureCode.PROJECT_QUOTA: gettext_noop(
        "This server’s Google Cloud project has no quota for the Gmail API. Its owner can raise the quota in "
        "the Google Cloud console, under APIs & Services > Gmail API > Quotas."
    ),
    FailureCode.DOMAIN_POLICY: gettext_noop(
        "An administrator of your organisation’s Google Workspace doesn’t allow Sightline to use Gmail. "
        "They can allow it in the Admin console, under Security > Access and data control > API controls."
    ),
    FailureCode.SESSION_CONTROL: gettext_noop(
        "Your organisation’s session control ended Sightline’s access to Gmail. Connect Gmail again. So "
        "that it lasts, an administrator can mark this app as trusted and exempt trusted apps in the Admin "
        "console, under Security > Access and data control > Google Cloud session control."
    ),
    FailureCode.ACCOUNT_GONE: gettext_noop(
        "Google says that this Google account was deleted or disabled. If an administrator restores it, "
        "connect Gmail again."
    ),
    FailureCode.ACCOUNT_SUSPENDED: gettext_noop(
        "This Google account is suspended or disabled. An administrator of its organisation can restore it."
    ),
    FailureCode.DELEGATION_REFUSED: gettext_noop(
        "Google doesn’t let this app act for people of this organisation. Its administrator can allow "
        "that in the Admin console, under Security > Access and data control > API controls > Domain-wide"
        " delegation."
    ),
    FailureCode.OTHER_MAILBOX: gettext_noop(
        "Google doesn’t let this connection use that mailbox: it belongs to another Google account. "
        "Connect Gmail again, and choose the account to which the mailbox belongs."
    ),
    FailureCode.NO_GMAIL: gettext_noop(
        "Gmail isn’t turned on for this Google account. Connect an account that has Gmail, or ask your "
        "organisation’s administrator to turn Gmail on."
    ),
    FailureCode.MAILBOX_FULL: gettext_noop(
        "The storage of this Google account is full. Make room in it, or buy more."
    ),
    FailureCode.CLOCK_WRONG: gettext_noop(
        "Google says that this server’s clock is wrong. Its owner can set it (NTP)."
    ),
    FailureCode.NOT_A_TESTER: gettext_noop(
        "The Google Cloud project is in Testing, and this Google account isn’t one of its test users. The "
        "server’s owner can publish the app under Google Auth Platform > Audience, or add the account there."
    ),
    FailureCode.PRECONDITION: gettext_noop(
        "Gmail says that a precondition isn’t met. Mostly the Google account has no Gmail: connect one that "
        "has, or ask your organisation’s administrator to turn Gmail on."
    ),
    FailureCode.GMAIL_REFUSES: gettext_noop(
        "Gmail refuses this for now, for a reason that Sightline doesn’t know (%(status)s %(reason)s). "
        "The owner of this server may find out more. Sightline keeps trying."
    ),
    FailureCode.MAIL_TOO_LARGE: gettext_noop("The message is larger than Gmail accepts."),
    FailureCode.ADDRESS_REFUSED: gettext_noop("Gmail doesn’t accept an address of this message."),
    FailureCode.RATE_LIMIT: gettext_noop(
        "Google’s limit on the number of requests is reached (%(status)s). Sightline slows down."
    ),
    FailureCode.DAILY_LIMIT: gettext_noop(
        "A daily limit of Google is reached. It mostly ends at midnight Pacific Time; Sightline goes on "
        "by itself then."
    ),
    FailureCode.NETWORK_REFUSED: gettext_noop(
        "Google refuses requests from this server’s IP address (403). Its owner can check from which "
        "country and through which proxy or VPN it reaches Google."
    ),
    FailureCode.PROXY_REFUSES: gettext_noop(
        "The proxy between this server and Google refuses the connection (%(error)s). The server’s owner "
        "can check HTTPS_PROXY, its user name and password, and the proxy’s rules."
    ),
    FailureCode.CERTIFICATE_UNTRUSTED: gettext_noop(
        "The certificate shown in Google’s place isn’t trusted (%(error)s). Mostly a proxy or a firewall "
        "reads the traffic: the server’s owner can add its certificate to the trusted ones "
        "(SSL_CERT_FILE), or check the clock."
    ),
    FailureCode.NAME_UNKNOWN: gettext_noop(
        "The addresses of Google’s servers couldn’t be looked up. If that lasts, the server’s owner can "
        "check its network and DNS."
    ),
    FailureCode.CONNECTION_REFUSED: gettext_noop(
        "The connection to Google was refused. If that lasts, the server’s owner can check its firewall and"
        " proxy."
    ),
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
        "This server’s OAuth client was disabled at Google. Look at Google Auth Platform > Clients, or "
        "create a new one there and set GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET."
    ),
    FailureCode.CLIENT_ELSEWHERE: gettext_noop(
        "This server’s redirect address isn’t registered at Google. Under Google Auth Platform > Clients, "
        "add the address in PUBLIC_URL, followed by /oauth/google/callback."
    ),
    FailureCode.CONSENT_UNCONFIGURED: gettext_noop(
        "The Google Cloud project isn’t set up for this (%(error)s). Complete Google Auth Platform > "
        "Branding, and add the scopes that the README lists under Data Access."
    ),
    FailureCode.ORG_INTERNAL: gettext_noop(
        "The Google Cloud project is for the accounts of one organisation only. Use such an account, or set "
        "Google Auth Platform > Audience to External."
    ),
    FailureCode.ADMIN_BLOCKS: gettext_noop(
        "Your organisation’s Google Workspace doesn’t allow this app (%(error)s). Its administrator can "
        "allow it in the Admin console, under Security > Access and data control > API controls."
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
        "So many messages were sent in the meantime that Sightline can’t find out whether this one was sent."
    ),
    FailureCode.MAYBE_SENT: gettext_noop("Sightline can’t tell whether this copy was sent."),
    FailureCode.NOT_KNOWN_YET: gettext_noop("Sightline can’t tell yet whether this email was sent."),
    FailureCode.INTERRUPTED: gettext_noop("The server was interrupted each time it tried to send the copy."),
    FailureCode.WAITED_IN_VAIN: gettext_noop("Sightline stopped waiting after %(days)s days."),
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
    sentences = [gettext(TEXTS[FailureCode(failure.code)], **_shown(failure.values))]
    if said := failure.values.get("said"):
        sentences.append(gettext("Google says: “%(said)s”.", said=said))
    if link := failure.values.get("link"):
        sentences.append(gettext("See Google’s page: %(link)s", link=link))
    return " ".join(sentences)


def _shown(values: Mapping[str, Value]) -> Mapping[str, Value]:
    """Return the values as a sentence shows them: `duration` is stored in seconds, `until` as ISO 8601."""
    shown = dict(values)
    if "duration" in values:
        shown["duration"] = format_timedelta(int(values["duration"]), locale=locale())
    if "until" in values:
        shown["until"] = words_here(datetime.fromisoformat(str(values["until"])))
    return shown
