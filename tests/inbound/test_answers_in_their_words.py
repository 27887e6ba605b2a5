"""Bob's ordinary answers are his, whatever the words in Alice's subject, in his text and in his address."""

from __future__ import annotations

import pytest

from tests.inbound.judging import judged, kind


@pytest.mark.parametrize(
    "subject",
    [
        *("Thank you for your email", "Your request has been received", "Ticket created", "Automatic reply"),
        *("Urlaub", "Out of office", "OOO: who covers?", "Abwesend bis 5. Mai", "Danke für Ihre Anfrage"),
        *("[Jira] Out of office", "Complaint about message from us", "AW: Vacation notice: May"),
    ],
)
@pytest.mark.parametrize(
    "prefix", ["", "Re: ", "Odpověď: ", "Ответ: ", "Отв: ", "Svar: ", "Vastaus: ", "[EXT] "]
)
def test_alices_own_subject_says_nothing_about_bobs_answer(prefix: str, subject: str) -> None:
    assert kind(Subject=prefix + subject, ours=subject) == "answer"


@pytest.mark.parametrize(
    "subject",
    [
        *("Your order", "Please confirm: Friday 10am", "Thanks for your message yesterday", "Moderation"),
        *("Order confirmation needed", "Your query has been answered", "Reference number", "Please rate"),
        *("Thank you for your email?", "Your message to the board", "We received your invoice", "Ваш запрос"),
        *("Vi har mottagit varorna", "Votre demande a été acceptée", "Your subscription", "Please confirm"),
        *("Congés du 3 au 10 août", "Urlaub ab Montag", "Absence de Marie", "Annual leave: who covers?"),
        *("OOO: who covers?", "Office closed on Friday", "Vacaciones: plan 2027", "Férias de verão"),
        *("Dovolená: kdy?", "Ferie: piano", "外出 の件", "Urlaub?", "Out of office?", "Absence du 3 mai"),
    ],
)
def test_bob_may_change_the_subject_to_what_people_write_of(subject: str) -> None:
    assert kind(Subject=subject) == kind(Subject=subject, ours="Lunch") == "answer"


@pytest.mark.parametrize(
    "subject",
    [
        *(
            "Thank you for your email",
            "Thank you for your message to Bob",
            "Your order #17",
            "Order confirmation",
        ),
        *("Please confirm your subscription", "Your message to dev awaits moderator approval", "Urlaub"),
        *(
            "Your request #17 has been updated",
            "We've received your enquiry",
            "A ticket has been created: Lunch",
        ),
        *("Moderation request", "Absence", "Out of office: Lunch", "Fuori ufficio: Lunch", "Gone fishing!"),
        *("OOO: Lunch", "Urlaub: Lunch", "[Request received] Lunch", "Case 17: acknowledgement"),
    ],
)
def test_programs_write_such_subjects_in_full(subject: str) -> None:
    assert kind(Subject=subject, ours="Lunch") == "automatic"


@pytest.mark.parametrize(
    "prefix", ["Svar", "Ответ", "Отв", "Odpověď", "Odpowiedź", "Válasz", "VÁ", "회신", "RES"]
)
def test_mail_programs_of_many_languages_say_re(prefix: str) -> None:
    assert judged(Subject=f"{prefix}: Danke für Ihre Anfrage").evidence == ("names-a-mail", "re-subject")


def test_alices_own_subject_makes_no_answer_to_an_invitation() -> None:
    several = "multipart/alternative; boundary=b"
    assert kind(Subject="Accepted: Lunch", Content_Type=several, ours="Accepted: Lunch") == "answer"
    assert kind(Subject="Accepted: Lunch", Content_Type=several, ours="Lunch") == "calendar"


@pytest.mark.parametrize("subject", ["Lunch", "Out of office", "Lunch: what to eat"])
@pytest.mark.parametrize(
    "prefix",
    ["Automatic reply: ", "Abwesenheitsnotiz: ", "Out of Office: Re: ", "Ticket received: ", "[Autoreply] "],
)
def test_what_a_program_puts_before_alices_subject_gives_it_away(prefix: str, subject: str) -> None:
    assert kind(Subject=prefix + subject, ours=subject) == "automatic"


def test_a_program_that_repeats_alices_subject_is_known_by_its_other_marks() -> None:
    assert judged(Subject="Lunch", Auto_Submitted="auto-replied", ours="Lunch").kind == "automatic"


@pytest.mark.parametrize(
    "text",
    [
        "Passt, danke!\n\nDiese E-Mail wurde automatisch auf Viren geprüft.",
        "Passt. Diese Nachricht wurde automatisch verschlüsselt übertragen.",
        "Sounds good.\n\nThis email has been automatically scanned for viruses by a gateway.",
        "OK! On Mon, Alice wrote: This is an automated reminder that I owe you a call",
        "On Mon, 2 Nov 2026 at 09:00, Alice wrote:\n> This is an automated message.\n\nIs it?",
        "Am 2. November schrieb Alice: Dies ist eine automatische Nachricht",
        "Le lun. 2 nov. Alice a écrit : Ceci est un message automatique",
        "-----Original Message-----\nThis is an automated message.",
        "Ja.\n-- \nBob\nThis message was automatically generated.",
        "Yes.\nIf you received this in error please do not reply to this message and delete it.",
        "Gern. Bitte antworten Sie nicht auf diese Adresse, sondern an die neue.",
        "Happy with the price. One thing: this is an automatic, right?",
        "This is an automatic, isn't it?",
        "This is an automated plant, so noise is no problem.",
        "Good news: your case has been opened by the court, hearing in May.",
        "Your case has been opened by the court.",
        "I hope your request was received well.",
        "Yes.\n\nThis is an automated message: the gateway has removed an attachment.",
        "Is this an automatic reply? If this is an automated response, call me.",
    ],
)
def test_bobs_text_may_speak_of_machines(text: str) -> None:
    assert kind(text=text) == "answer"


@pytest.mark.parametrize(
    "text",
    [
        "Dear Alice,\n\nThis is an automatically generated reply.",
        "Hello Alice Example\n\nThis is an automated out-of-office message.",
        "Thank you for contacting the council. Your request has been logged with reference 17.",
        "##- Please type your reply above this line -##\n\nYour request (17) has been received.",
        "*** This message was sent automatically. *** Bob is away.",
        "Guten Tag, diese Nachricht wurde automatisch generiert.",
        "I'm away until Monday. This is an automatic reply.",
        "Ich bin im Urlaub.\n\nDies ist eine automatische Antwort.",
        "お世話になっております。このメールは自動送信です。",
        "Hi,\n\nThis is an automated response.\n\nOn Mon, 2 Nov 2026, Alice wrote:\n> At noon?",
    ],
)
def test_a_program_that_says_re_calls_itself_one_at_the_beginning(text: str) -> None:
    assert judged(text=text).evidence == ("automatic-text",)


def test_a_mail_that_is_not_formed_as_an_answer_may_call_itself_automatic_later() -> None:
    later = "The room is booked from noon. Please do not reply to this email."
    assert kind(text=later) == "answer"
    assert kind(text=later, Subject="Room 7") == "automatic"


@pytest.mark.parametrize(
    "text",
    [
        "This receipt is for the wrong amount, could you send another?",
        "This receipt looks wrong",
        "This receipt shows that I paid.",
        "Your message to: all staff was a nice one. I was read on tv",
    ],
)
def test_bob_may_write_about_receipts(text: str) -> None:
    assert kind(text=text) == kind(text=text, Subject="The receipt") == "answer"


def test_a_mail_program_tells_that_a_mail_was_read() -> None:
    told = "Your message\n\n   To: Bob\n   Subject: Lunch\n   Sent: Monday\n\nwas read on Monday."
    assert kind(text=told) == "receipt"


@pytest.mark.parametrize(
    "subject",
    [
        *("Re: Accepted: your talk at PyCon", "RE: Refusé: article 12", "AW: Abgesagt: Treffen"),
        *("Re: Peut-être: dîner", "R: Forse: cena", "Re: Read: the new book"),
    ],
)
@pytest.mark.parametrize("form", ["multipart/alternative; boundary=b", "application/ms-tnef"])
def test_bob_may_answer_a_subject_that_calendars_and_receipts_use(subject: str, form: str) -> None:
    assert kind(Subject=subject, Content_Type=form) == "answer"


def test_bobs_answer_may_bring_an_invitation() -> None:
    parts = ["multipart/mixed; boundary=b", "text/plain", 'text/calendar; charset=utf-8; method="REQUEST"']
    assert kind(parts=parts) == "answer"
    assert kind(parts=parts, Subject="Lunch") == "calendar"
    assert kind(parts=[*parts[:2], "text/calendar; method=REPLY"]) == "calendar"


@pytest.mark.parametrize(
    "local", ["mailer", "robot", "alerts", "root", "press-request", "notifications", "daemon", "newsletter"]
)
def test_a_person_may_answer_from_an_address_that_programs_have(local: str) -> None:
    address = f"{local}@x.example"
    assert kind(From=f"Bob <{address}>") == kind(From=f"Bob <{address}>", ours="Lunch", sent_to=address)
    assert kind(From=f"Bob <{address}>") == "answer"
    assert kind(From=f"Bob <{address}>", ours="Lunch") == "automatic"  # Alice wrote to another address
    assert kind(From=f"Bob <{address}>", Subject="Lunch") == "automatic"
    assert kind(From=f"Bob <{address}>", In_Reply_To="") == "automatic"
