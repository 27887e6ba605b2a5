"""Judges mails to Alice that are written as a few header lines."""

from __future__ import annotations

from collections.abc import Sequence

from server.inbound.automatic import Judgement, judge
from server.inbound.judged_mail import Answered
from server.mail.addresses import people
from server.mail.fields import fields_of

ANSWER = {
    "From": "Bob Bauer <bob@x.example>",
    "Subject": "Re: Lunch on Friday?",
    "In-Reply-To": "<m1@mail.example>",
    "Content-Type": "text/plain; charset=utf-8",
}


def judged(
    *,
    text: str = "",
    parts: Sequence[str] = (),
    ours: str | None = None,
    sent_to: str = "bob@x.example",
    **fields: str,
) -> Judgement:
    """What Bob's answer to Alice is taken for, with some fields changed; "" leaves one out.

    `ours`: the subject of Alice's mail, if it is known which mail he answers; it went to `sent_to`.
    """
    named = {name.replace("_", "-"): value for name, value in fields.items()}
    lines = [f"{name}: {value}" for name, value in {**ANSWER, **named}.items() if value or name not in ANSWER]
    read = fields_of("\r\n".join(lines).encode())
    answered = None if ours is None else Answered(ours, frozenset({sent_to}))
    return judge(read, next(iter(people(read.get("from", []))), None), text, parts, answered)


def kind(
    *,
    text: str = "",
    parts: Sequence[str] = (),
    ours: str | None = None,
    sent_to: str = "bob@x.example",
    **fields: str,
) -> str:
    """The kind of such a mail."""
    return judged(text=text, parts=parts, ours=ours, sent_to=sent_to, **fields).kind
