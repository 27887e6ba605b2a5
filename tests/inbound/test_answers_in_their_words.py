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
