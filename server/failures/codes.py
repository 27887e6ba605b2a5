"""The codes of failures; their sentences are in wording.py."""

from __future__ import annotations

from enum import StrEnum

from server.lib import failure


class FailureCode(StrEnum):
    """The codes of failures. The comment after a code names its values.

    Codes are stored, so a released code is never renamed.
    """

    # Google and Gmail
    GMAIL_MESSAGE_GONE = "gmail_message_gone"
    GMAIL_REFUSED = "gmail_refused"  # status, reason
    GMAIL_SLOW = "gmail_slow"
    GOOGLE_BUSY = "google_busy"  # status
    GOOGLE_UNREACHABLE = "google_unreachable"  # error
    GOOGLE_UNREADABLE = "google_unreadable"  # error
    SIGN_IN_BUSY = "sign_in_busy"
    SERVER_REFUSED = "server_refused"  # reason
    GRANT_ENDED = "grant_ended"
    GRANT_REFUSED = "grant_refused"
    NOT_PERMITTED = "not_permitted"
    KEY_MISSING = "key_missing"
    NO_CREDENTIALS = "no_credentials"
    SENDING_LIMIT = "sending_limit"  # until: ISO 8601
    REPLIES_NOT_ALLOWED = "replies_not_allowed"
    # what Google's answers mean; each may have `said`, Google's sentence, and a `link` to a page of Google
    API_DISABLED = "api_disabled"
    PROJECT_SUSPENDED = "project_suspended"
    PROJECT_DELETED = "project_deleted"
    PROJECT_BILLING = "project_billing"
    PROJECT_QUOTA = "project_quota"
    DOMAIN_POLICY = "domain_policy"
    SESSION_CONTROL = "session_control"
    ACCOUNT_GONE = "account_gone"
    ACCOUNT_SUSPENDED = "account_suspended"
    DELEGATION_REFUSED = "delegation_refused"
    OTHER_MAILBOX = "other_mailbox"
    NO_GMAIL = "no_gmail"
    MAILBOX_FULL = "mailbox_full"
    CLOCK_WRONG = "clock_wrong"
    NOT_A_TESTER = "not_a_tester"
    PRECONDITION = "precondition"
    GMAIL_REFUSES = "gmail_refuses"  # status, reason
    MAIL_TOO_LARGE = "mail_too_large"
    ADDRESS_REFUSED = "address_refused"
    RATE_LIMIT = "rate_limit"  # status
    DAILY_LIMIT = "daily_limit"
    NETWORK_REFUSED = "network_refused"
    PROXY_REFUSES = "proxy_refuses"  # error
    CERTIFICATE_UNTRUSTED = "certificate_untrusted"  # error
    NAME_UNKNOWN = "name_unknown"
    CONNECTION_REFUSED = "connection_refused"
    # signing in at Google; the values of each but CLOCK_…: status, error, said, link, as Google told them
    CLIENT_UNKNOWN = "client_unknown"
    CLIENT_DELETED = "client_deleted"
    CLIENT_DISABLED = "client_disabled"
    CLIENT_ELSEWHERE = "client_elsewhere"
    CONSENT_UNCONFIGURED = "consent_unconfigured"
    ORG_INTERNAL = "org_internal"
    ADMIN_BLOCKS = "admin_blocks"
    ADVANCED_PROTECTION = "advanced_protection"
    EMBEDDED_BROWSER = "embedded_browser"
    CODE_OVER = "code_over"
    SIGN_IN_UNFINISHED = "sign_in_unfinished"
    CLOCK_BEHIND = "clock_behind"  # duration: seconds
    CLOCK_AHEAD = "clock_ahead"  # duration: seconds
    # individual copies
    COPIES_NOT_ALLOWED = "copies_not_allowed"
    OTHER_GMAIL = "other_gmail"
    CONNECT_GMAIL = "connect_gmail"  # no longer written: it is stored with copies of earlier releases
    TOO_MANY_SENT = "too_many_sent"
    MAYBE_SENT = "maybe_sent"
    NOT_KNOWN_YET = "not_known_yet"
    INTERRUPTED = "interrupted"
    WAITED_IN_VAIN = "waited_in_vain"  # days
    # alerts
    NO_CHANNEL = "no_channel"
    BAD_ADDRESS = "bad_address"  # address
    NO_ANSWER = "no_answer"  # seconds
    SMTP_ANSWERED = "smtp_answered"  # server, code, text
    SMTP_UNABLE = "smtp_unable"  # server, error
    SMTP_UNDELIVERABLE = "smtp_undeliverable"  # server, address
    SMTP_UNREACHABLE = "smtp_unreachable"  # server, port, error
    SANDBOX_ANSWERED = "sandbox_answered"  # status
    SANDBOX_STRANGER = "sandbox_stranger"  # address
    SANDBOX_UNREACHABLE = "sandbox_unreachable"  # error
    GIVEN_UP = "given_up"
    TOO_OLD = "too_old"
    ALERT_MAYBE_SENT = "alert_maybe_sent"
    # anywhere
    UNEXPECTED = failure.UNEXPECTED  # error
    OTHER = failure.OTHER  # text: only for the log, or stored before codes existed
