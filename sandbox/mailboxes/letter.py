"""Converts a mail between values and the RFC 5322 bytes that the store keeps."""

from dataclasses import dataclass
from datetime import UTC, datetime
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr, getaddresses, parsedate_to_datetime
from functools import lru_cache

from sandbox.clock import CLOCK
from sandbox.mailboxes.plain import plain_text, text_as_html

Address = tuple[str, str]
"""(address, name); the name may be empty."""
SMALL_BYTES = 200_000


@dataclass(frozen=True, slots=True)
class Letter:
    """A mail that a person wrote or received.

    `date_ms` is in Unix milliseconds; ids have angle brackets. `words` is the whole body of a mail that was
    written as plain text.
    """

    sender: Address
    to: tuple[Address, ...]
    subject: str
    html: str
    message_id: str
    date_ms: int
    cc: tuple[Address, ...] = ()
    bcc: tuple[Address, ...] = ()
    in_reply_to: str | None = None
    references: tuple[str, ...] = ()
    words: str | None = None

    @property
    def text(self) -> str:
        return plain_text(self.html) if self.words is None else self.words

    @property
    def recipients(self) -> tuple[Address, ...]:
        return self.to + self.cc + self.bcc


def _one_line(value: str) -> str:
    return " ".join(value.split())


def _header(addresses: tuple[Address, ...]) -> str:
    return ", ".join(formataddr((_one_line(name), _one_line(address))) for address, name in addresses)


def letter_bytes(letter: Letter) -> bytes:
    """Return the letter as multipart/alternative (text, HTML) or only plain text, with CRLF line ends.

    Bcc is included, as in the sender's copy.
    """
    mail = EmailMessage(policy=SMTP)
    mail["MIME-Version"] = "1.0"
    mail["Date"] = format_datetime(datetime.fromtimestamp(letter.date_ms / 1000, UTC))
    mail["Message-ID"] = letter.message_id
    if letter.in_reply_to:
        mail["In-Reply-To"] = letter.in_reply_to
        mail["References"] = " ".join(letter.references or (letter.in_reply_to,))
    mail["Subject"] = _one_line(letter.subject)
    mail["From"] = _header((letter.sender,))
    for name, addresses in (("To", letter.to), ("Cc", letter.cc), ("Bcc", letter.bcc)):
        if addresses:
            mail[name] = _header(addresses)
    mail.set_content(letter.text, cte="base64")
    if letter.words is None:
        mail.add_alternative(letter.html, subtype="html", cte="base64")
    return mail.as_bytes()


def parsed(raw: bytes) -> EmailMessage:
    """Parse the bytes into a message with Python's modern header objects."""
    return message_from_bytes(raw, policy=SMTP)


def without_bcc(raw: bytes) -> bytes:
    """Return the recipients' copy of a mail, without Bcc."""
    mail = parsed(raw)
    if "Bcc" not in mail:
        return raw
    del mail["Bcc"]
    return mail.as_bytes()


def outgoing_bytes(raw: bytes, sender: Address, message_id: str) -> bytes:
    """Return the form in which Gmail sends a mail that the API received: with another From and Message-ID.

    From is `sender`. X-Google-Original-Message-ID contains the original Message-ID.
    """
    mail = parsed(raw)
    original = mail["Message-ID"]
    for name in ("From", "Message-ID"):
        del mail[name]
    mail["From"] = _header((sender,))
    mail["Message-ID"] = message_id
    if original:
        mail["X-Google-Original-Message-ID"] = str(original)
    if "Date" not in mail:
        mail["Date"] = format_datetime(datetime.fromtimestamp(CLOCK.unix(), UTC))
    return mail.as_bytes()


def _addresses(mail: EmailMessage, name: str) -> tuple[Address, ...]:
    pairs = getaddresses([str(value) for value in mail.get_all(name, [])])
    return tuple((address, shown) for shown, address in pairs if address)


def _date_ms(mail: EmailMessage) -> int:
    try:
        return int(parsedate_to_datetime(str(mail["Date"])).timestamp() * 1000)
    except (TypeError, ValueError):
        return 0


def body_html(mail: EmailMessage) -> str:
    """Return the HTML part, or the escaped lines of a text-only mail; empty if the mail has neither."""
    part = mail.get_body(preferencelist=("html", "plain"))
    if part is None:
        return ""
    content = str(part.get_content()).replace("\r\n", "\n").removesuffix("\n")
    return content if part.get_content_subtype() == "html" else text_as_html(content)


def letter_from(raw: bytes) -> Letter:
    """Read a stored or delivered mail. Missing headers become empty values."""
    return _remembered(raw) if len(raw) < SMALL_BYTES else _remembered_large(raw)


def _words(mail: EmailMessage) -> str | None:
    """Return the text of a mail that has no HTML part; None if it has an HTML part or no text."""
    part = mail.get_body(preferencelist=("html", "plain"))
    if part is None or part.get_content_subtype() == "html":
        return None
    return str(part.get_content()).replace("\r\n", "\n").removesuffix("\n")


def _letter(raw: bytes) -> Letter:
    mail = parsed(raw)
    return Letter(
        sender=next(iter(_addresses(mail, "From")), ("", "")),
        to=_addresses(mail, "To"),
        cc=_addresses(mail, "Cc"),
        bcc=_addresses(mail, "Bcc"),
        subject=str(mail["Subject"] or ""),
        html=body_html(mail),
        words=_words(mail),
        message_id=str(mail["Message-ID"] or "").strip(),
        date_ms=_date_ms(mail),
        in_reply_to=str(mail["In-Reply-To"] or "").strip() or None,
        references=tuple(str(mail["References"] or "").split()),
    )


# Cached, because showing a long list reads the same mails repeatedly.
_remembered = lru_cache(maxsize=2000)(_letter)
_remembered_large = lru_cache(maxsize=2)(_letter)
