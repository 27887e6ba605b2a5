"""Mails by people and by other machines are no delivery reports, even if they write about lost mails."""

from __future__ import annotations

import pytest

from server.inbound import away_subjects, received
from tests.inbound.servers import REPORTS
from tests.inbound.shapes import BOB, RETURNED, SENT, head, in_parts

QMAIL = REPORTS["qmail"].text
QUOTED = "".join(f"> {line}\n" for line in QMAIL.split("\n"))
ANSWERED = f"In-Reply-To: {SENT}"
PERSON = "Bob Bauer <bob@sandbox.example>"

NOTE = ("Return-Path: <>", "Auto-Submitted: auto-replied", ANSWERED)
FAILED = "Your mail could not be delivered"
AUTOMATIC, ABSENT = (
    [word.strip() for each in table.values() for word in each.replace("\n", "|").split("|") if word.strip()]
    for table in (away_subjects.AUTOMATIC, away_subjects.ABSENT)
)

BY_PEOPLE = {
    "an answer that quotes a report": head(PERSON, "Re: failure notice", ANSWERED) + f"Hm, look:\n\n{QUOTED}",
    "an answer that contains a report": head(PERSON, "Re: Lunch", ANSWERED) + f"Hm, look:\n\n{QMAIL}",
    "an answer below a report": head(PERSON, "Re: Lunch", ANSWERED) + f"{QUOTED}\nWhat does it mean?\n",
    "a forwarded report": head(PERSON, "Fwd: failure notice") + f"---- Forwarded ----\n\n{QMAIL}",
    "a report as an attachment": in_parts(
        *(PERSON, "Re: your mail bounced", "Content-Type: text/plain\n\nSee the attachment.\n"),
        f"Content-Type: message/rfc822\n\n{REPORTS['a gateway that wraps the report'].text}",
    ),
    "a complaint in own words": head(PERSON, "Re: Lunch", ANSWERED)
    + "My first mail could not be delivered: 550 5.1.1 user unknown. Is alice@old.example wrong?\n",
    "a question about delivery": head(PERSON, "Delivery failed?", ANSWERED) + "Did the flowers arrive?\n",
    "an answer by a postmaster": head("Postmaster <postmaster@sandbox.example>", "Re: Lunch", ANSWERED)
    + f"Your mail could not be delivered since 550 5.1.1 was set for {BOB}. I mended it.\n\n{QUOTED}",
    "an answer with another subject that contains a report": head(PERSON, "Undeliverable: Lunch", ANSWERED)
    + f"I got this:\n\n{QMAIL}",
    "an answer with a server's header": head(
        PERSON, "Re: Offer", ANSWERED, "X-Failed-Recipients: carol@corp.example"
    )
    + "All fine, thanks!\n",
    "a mail with a server's header": head(PERSON, "Offer", "X-Failed-Recipients: carol@corp.example")
    + "All fine, thanks!\n",
    "a mail with a server's header and subject": head(
        PERSON, "Delivery failed: order 12", "X-Failed-Recipients: carol@corp.example"
    )
    + "Where is it?\n",
    "a broadcaster": head("NDR Redaktion <ndr@ndr.example>", "Beitrag", ANSWERED)
    + "Er konnte gestern nicht gesendet werden. Fragen an carol@ndr.example.\n",
    "a system administrator": head("System Administrator <admin@corp.example>", "Your mailbox", ANSWERED)
    + "Delivery failed yesterday: 550 5.1.1 user unknown for carol@corp.example, I mended it.\n",
    "a person with a daemon's word in the name": head("Bob Maildaemon Fan <bob@corp.example>", "Offer")
    + "Your parcel was not delivered, but it is fine. Call carol@corp.example\n",
    "a person at a domain with a postmaster's name": head("bob@postmaster.example", "Offer", ANSWERED)
    + f"{FAILED}, says the shop: 550 5.1.1 unknown.\n",
    "a company for mail delivery": head("Mail Delivery Service GmbH <info@mds.example>", "Offer", ANSWERED)
    + "The parcels could not be delivered. Please call carol@mds.example.\n",
    "an answer without a return path": head(PERSON, "RES: Mail delivery problem", ANSWERED, NOTE[0])
    + "Erro 550 5.1.1 resolvido\n",
    "a mail without a return path": head(PERSON, "Offer: new price", ANSWERED, NOTE[0])
    + "I am not able to reach you: your phone 512 33 44 is not accepted. carol@corp.example\n",
    "a postmaster's news": head("Postmaster <postmaster@sandbox.example>", "Maintenance on Friday")
    + "Mails will be delayed on Friday.\n",
}
BY_MACHINES = {
    "a vacation note": head(PERSON, "Automatic reply: Undeliverable mail", ANSWERED, "Return-Path: <>")
    + "I am away, and your mail will not be forwarded. Please write to dora@sandbox.example.\n",
    "a vacation note that quotes a report": head(PERSON, "Automatic reply: failure notice", "Return-Path: <>")
    + f"I am away.\n\n{QUOTED}",
    "a note without a return path": head(
        PERSON, "Lunch", ANSWERED, "Return-Path: <>", "Auto-Submitted: auto-replied"
    )
    + "I have left; this address is disabled. dora@sandbox.example will help.\n",
    "a note that quotes the mail as programs do": head(
        PERSON, "Lunch", "Return-Path: <>", "Auto-Submitted: auto-replied"
    )
    + "My address is disabled, and mails are not delivered. dora@sandbox.example will help.\n\n"
    "Begin forwarded message:\n\nFrom: Alice <alice@example.org>\nSubject: Lunch\nDate: 2 November 2026\n"
    f"To: {BOB}\n\nAt noon?\n",
    "a desk's acknowledgement": head("support@shop.example", "[Ticket 55] Delivery failed: order 1", *NOTE)
    + "Thanks for contacting us.\n",
    "a note with Alice's subject": head(PERSON, "Delivery failed for order 12", *NOTE)
    + "I am away until Monday. If it is urgent, write to carol@corp.example.\n",
    "a note by somebody who has left": head(PERSON, "Sender rejected your offer", *NOTE)
    + "This account is disabled until Monday. carol@corp.example is there for you.\n",
    "a note that returns the whole mail, without a mark of its program": head(
        PERSON, "Delivery failed for order 12", *NOTE
    )
    + f"I am away.\n\n{RETURNED}",
    "a postmaster's note": head("postmaster@sandbox.example", "Delivery failed for order 12", *NOTE)
    + "I am away until Monday.\n",
    "a note by an administrator": head("System Administrator <admin@corp.example>", "Delivery failed", *NOTE)
    + "I am away.\n",
    "a note that returns the whole mail": head(PERSON, "Delivery failed", *NOTE, "X-Autoreply: yes")
    + f"I am away, and your mail will not be forwarded.\n\n{RETURNED}",
    "a parcel service with a number": head(
        "noreply@parcels.example", "Delivery problem: order 512-889", "Auto-Submitted: auto-generated"
    )
    + "The delivery of order 512-889 failed. Shop: 512 Main Street\n550 Long Road\n",
    "a parcel service": head(
        "no-reply@parcels.example", "Delivery failed: your parcel", "Auto-Submitted: auto-generated"
    )
    + "Your parcel could not be delivered to alice@example.org. Questions: help@parcels.example\n",
    "a list of blocked mails": head(
        "postmaster@sandbox.example", "Quarantine", "Auto-Submitted: auto-generated"
    )
    + "These messages were blocked:\n\n  eve@spam.example\n  mallory@spam.example\n",
}


@pytest.mark.parametrize("text", BY_PEOPLE.values(), ids=BY_PEOPLE.keys())
def test_a_persons_mail_is_an_answer(text: str) -> None:
    found = received.read(text.encode())
    assert found.kind in {"answer", "automatic"}, found
    assert found.recipients == ()


@pytest.mark.parametrize("text", BY_MACHINES.values(), ids=BY_MACHINES.keys())
def test_a_mail_by_another_machine_is_automatic(text: str) -> None:
    assert received.read(text.encode()).kind == "automatic"


@pytest.mark.parametrize("word", AUTOMATIC + ABSENT)
def test_a_vacation_note_in_any_language_is_no_report_whatever_alices_subject_was(word: str) -> None:
    note = head(PERSON, f"{word}: Delivery failed for order 12", *NOTE) + "See you on Monday.\n"
    found = received.read(note.encode())
    assert (found.kind, found.recipients) == ("automatic", ())


@pytest.mark.parametrize("word", AUTOMATIC)
def test_not_even_a_note_that_returns_her_mail_is_a_report(word: str) -> None:
    note = head(PERSON, f"{word}: Delivery failed for order 12", *NOTE) + f"{FAILED}.\n\n{RETURNED}"
    assert received.read(note.encode()).kind == "automatic"


@pytest.mark.parametrize(
    "phone",
    [
        "call +46 8 512 33 44 or write to carol@corp.example",
        "Tel 020 512 33 44, carol@corp.example",
        "Tel.: 555 0123, carol@corp.example",
        "Phone: 512 33 44\ncarol@corp.example",
        "450 12 34\ncarol@corp.example",
        "Corp Ltd, 512 Main Street, carol@corp.example",
        "512 Main Street\ncarol@corp.example",
    ],
)
@pytest.mark.parametrize("subject", ["Offer", "Delivery failed for order 12"])
def test_a_phone_number_or_a_street_is_no_servers_reply(subject: str, phone: str) -> None:
    text = f"Your mail will not be forwarded. In urgent cases: {phone}\n"
    assert received.read((head(PERSON, subject, *NOTE) + text).encode()).kind == "automatic"


def test_a_phone_number_does_not_make_a_delay_a_bounce() -> None:
    text = (
        head("MAILER-DAEMON@mx.example", "Warning: message delayed", NOTE[0])
        + f"Your message to {BOB} has been delayed. Call us under 020 512 33 44.\n"
    )
    found = received.read(text.encode())
    assert [(found.kind, each.status, each.permanent) for each in found.recipients] == [("delay", "", False)]


@pytest.mark.parametrize(
    "shape", ["a server that attaches the mail as text", "qmail", "a German server", "domino"]
)
def test_a_report_without_a_return_path_from_any_sender_returns_the_mail(shape: str) -> None:
    text = REPORTS[shape].text.replace("MAILER-DAEMON@", "mta7@").replace("Postmaster@", "mta7@")
    text = text.replace("mailer-daemon@", "mta7@").replace("Mail Delivery System", "Gateway")
    found = received.read((text if NOTE[0] in text else f"{NOTE[0]}\n{text}").encode())
    assert (found.kind, found.about) == ("bounce", (SENT,))


def test_a_report_of_success_is_neither_a_bounce_nor_an_answer() -> None:
    text = in_parts(
        *(
            "MAILER-DAEMON@mx.example",
            "Successful Mail Delivery Report",
            "Content-Type: text/plain\n\nDelivered.\n",
        ),
        f"Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; {BOB}\nAction: delivered\n"
        "Status: 2.1.5\n",
        f"Content-Type: message/rfc822\n\n{RETURNED}",
        kind="report; report-type=delivery-status",
    )
    found = received.read(text.encode())
    assert (found.kind, found.about) == ("other", (SENT,))
    assert [(each.action, each.permanent) for each in found.recipients] == [("delivered", None)]


def test_a_read_receipt_an_abuse_report_and_an_invitation_are_told_apart() -> None:
    receipt = in_parts(
        *(PERSON, "Read: Lunch", "Content-Type: text/plain\n\nRead on Monday.\n"),
        f"Content-Type: message/disposition-notification\n\nOriginal-Message-ID: {SENT}\n"
        "Disposition: manual-action/MDN-sent-manually; displayed\n",
        kind="report; report-type=disposition-notification",
    )
    abuse = in_parts(
        *("feedback@isp.example", "complaint", "Content-Type: text/plain\n\nAbuse.\n"),
        "Content-Type: message/feedback-report\n\nFeedback-Type: abuse\nVersion: 1\n",
        f"Content-Type: message/rfc822\n\n{RETURNED}",
        kind="report; report-type=feedback-report",
    )
    invitation = in_parts(
        *(PERSON, "Accepted: Lunch", "Content-Type: text/plain\n\nBob accepts.\n"),
        "Content-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\n",
    )
    found = [received.read(each.encode()) for each in (receipt, abuse, invitation)]
    assert [each.kind for each in found] == ["receipt", "feedback", "calendar"]
    assert [each.about for each in found] == [(SENT,), (SENT,), ()]


@pytest.mark.parametrize("raw", [b"", b"\r\n\r\n", b"just some text", b"\0\xff\x00", b"---"])
def test_what_is_no_mail_is_something_else(raw: bytes) -> None:
    assert received.read(raw).kind == "other"


def test_a_persons_answer_names_the_mails_that_it_answers_the_nearest_first() -> None:
    text = head(PERSON, "Re: Lunch", ANSWERED, f"References: <first@x.example> {SENT}") + "Yes.\n"
    found = received.read(text.encode())
    assert (found.kind, found.about) == ("answer", (SENT, "<first@x.example>"))
