"""Writes delivery reports (RFC 3464) in Gmail's form, for recipients whom a mail does not reach."""

from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime

from sandbox.clock import now_ms
from sandbox.ids import new_message_id
from sandbox.mailboxes.letter import parsed

DAEMON = "Mail Delivery Subsystem <mailer-daemon@googlemail.com>"
ELSEWHERE = ("example.com", "example.net", "example.org")  # domains that accept all mails and store none
_WORDS = {
    "failed": ("Failure", "Your message was not delivered to {address}."),
    "delayed": ("Delay", "Your message to {address} is delayed. Gmail will retry for 46 more hours."),
}


@dataclass(frozen=True, slots=True)
class Trouble:
    """What happened to one recipient's copy.

    `action`: failed or delayed; `diagnostic`: the other server's text.
    """

    address: str
    action: str = "failed"
    status: str = "5.1.1"
    diagnostic: str = "smtp; 550-5.1.1 The email account that you tried to reach does not exist."
    more: tuple[str, ...] = field(default=())  # more lines for this recipient


def trouble_with(address: str) -> Trouble | None:
    """Return why an unknown address cannot be reached; None if its domain accepts all mails."""
    domain = address.rpartition("@")[2].lower()
    if domain in ELSEWHERE:
        return None
    if domain == "sandbox.example":
        return Trouble(address)
    words = f"smtp; DNS Error: DNS type 'mx' lookup of {domain} responded with code NXDOMAIN"
    return Trouble(address, status="5.1.2", diagnostic=words)


def bounce_bytes(raw: bytes, troubles: tuple[Trouble, ...]) -> bytes:
    """Return a report to the sender of the mail `raw`, with the mail's headers and the start of its text."""
    mail = parsed(raw)
    message_id, sender = str(mail["Message-ID"]).strip(), str(mail["From"])
    word, sentence = _WORDS[troubles[0].action]
    failed = [each.address for each in troubles if each.action == "failed"]
    now = format_datetime(datetime.fromtimestamp(now_ms() / 1000, UTC))
    lines = [
        f"From: {DAEMON}",
        f"To: {sender}",
        "Auto-Submitted: auto-replied",
        f"Subject: Delivery Status Notification ({word})",
        f"References: {message_id}",
        f"In-Reply-To: {message_id}",
        *([f"X-Failed-Recipients: {', '.join(failed)}"] if failed else []),
        f"Message-ID: {new_message_id()}",
        f"Date: {now}",
        "Return-Path: <>",
        "MIME-Version: 1.0",
        'Content-Type: multipart/report; boundary="000000000000ab12cd"; report-type=delivery-status',
        "",
        "--000000000000ab12cd",
        'Content-Type: text/plain; charset="UTF-8"',
        "",
        *(sentence.format(address=each.address) for each in troubles),
        "",
        "--000000000000ab12cd",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; googlemail.com",
        f"Received-From-MTA: dns; {mail['From'].addresses[0].addr_spec}",
        f"Arrival-Date: {mail['Date']}",
        f"X-Original-Message-ID: {message_id}",
        "",
        *(line for each in troubles for line in _reader(each, now)),
        "--000000000000ab12cd",
        "Content-Type: message/rfc822",
        "",
    ]
    returned = raw.decode("utf-8", "surrogateescape").replace("\r\n", "\n").split("\n")[:200]
    whole = [*lines, *returned, "----- Message truncated -----", "", "--000000000000ab12cd--", ""]
    return "\r\n".join(whole).encode("utf-8", "surrogateescape")


def _reader(trouble: Trouble, now: str) -> list[str]:
    return [
        f"Final-Recipient: rfc822; {trouble.address}",
        f"Action: {trouble.action}",
        f"Status: {trouble.status}",
        f"Diagnostic-Code: {trouble.diagnostic}",
        *trouble.more,
        f"Last-Attempt-Date: {now}",
        "",
    ]
