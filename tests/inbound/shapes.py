"""Builds delivery reports about a mail that Alice sent to Bob."""

from __future__ import annotations

from dataclasses import dataclass

BOB = "bob@sandbox.example"
SENT = "<lunch.1@mail.example.org>"
RETURNED = (
    "Received: from laptop (unknown [192.0.2.7])\n\tby mail.example.org with ESMTPSA id 7;\n"
    "\tMon, 2 Nov 2026 09:00:00 +0000\n"
    f"Message-ID: {SENT}\nDate: Mon, 2 Nov 2026 09:00:00 +0000\n"
    f"From: Alice <alice@example.org>\nTo: {BOB}\nSubject: Lunch\nIn-Reply-To: <before@sandbox.example>\n\n"
    "At noon?\n\n> Message-ID: <quoted@elsewhere.example>\n"
)


@dataclass(frozen=True, slots=True)
class Shape:
    """A report, and what should be read from it. `about`: whether it names Alice's mail."""

    text: str
    kind: str = "bounce"
    status: str = ""
    permanent: bool | None = True
    about: bool = True
    address: str | None = BOB

    @property
    def raw(self) -> bytes:
        """The report as it arrives."""
        return self.text.replace("\n", "\r\n").encode()


def head(sender: str, subject: str, *more: str) -> str:
    """The header fields of a report."""
    fields = [f"From: {sender}", "To: alice@example.org", f"Subject: {subject}", *more]
    return "\n".join(
        [*fields, "Message-ID: <report.1@mx.example>", "Date: Mon, 2 Nov 2026 09:00:05 +0000", "", ""]
    )


def parts(*some: str, kind: str = "mixed") -> tuple[str, str]:
    """A Content-Type field for a mail with these parts, and its body."""
    body = "".join(f"--=_b1\n{one}\n" for one in some)
    return f'Content-Type: multipart/{kind}; boundary="=_b1"', f"{body}--=_b1--\n"


def in_parts(sender: str, subject: str, *some: str, kind: str = "mixed") -> str:
    """A report in several parts."""
    field, body = parts(*some, kind=kind)
    return head(sender, subject, field) + body


PLAIN = "Content-Type: text/plain; charset=utf-8\n\n"
WHOLE = f"Content-Type: message/rfc822\n\n{RETURNED}"
