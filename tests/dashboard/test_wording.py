"""The sentences about a message, case by case."""

from dataclasses import dataclass
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.dashboard import wording as dashboard_wording
from server.events import wording as event_wording
from server.lib import clock, i18n
from server.messages import return_wording, wording
from server.messages.models import Message, Return
from tests.dashboard.mails import a_message

NOON = clock.now()


@dataclass
class Person:
    name: str
    address: str = "someone@example.com"


@pytest.mark.parametrize(
    ("state", "opens", "clicks", "said", "kind"),
    [
        ("sent", 0, 0, "No sign yet", "waiting"),
        ("sent", 1, 0, "Opened", "opened"),
        ("sent", 2, 0, "Opened twice", "opened"),
        ("sent", 3, 0, "Opened 3 times", "opened"),
        ("sent", 3, 1, "Link clicked", "clicked"),
        ("sent", 0, 4, "Links clicked 4 times", "clicked"),
        ("undone", 0, 0, "Not sent (undone)", "undone"),
        ("undone", 2, 1, "Not sent (undone)", "undone"),
        ("scheduled", 0, 0, "Scheduled", "scheduled"),
        ("unreported", 0, 0, "Not reported yet", "unreported"),
        ("unreported", 1, 0, "Opened", "opened"),
    ],
)
def test_a_row_says_what_happened_to_the_mail(
    state: str, opens: int, clicks: int, said: str, kind: str
) -> None:
    message = a_message(state=state, opens=opens, clicks=clicks)
    assert wording.state_words(message) == said
    assert wording.state_kind(message) == kind


@pytest.mark.parametrize(
    ("opens", "recipients", "said"),
    [
        (1, 1, "Likely opened"),
        (2, 1, "Likely opened twice"),
        (3, 1, "Likely opened 3 times"),
        (1, 3, "Likely opened by one of 3 recipients"),
    ],
)
def test_a_row_says_if_it_is_only_likely_that_a_person_opened_the_mail(
    opens: int, recipients: int, said: str
) -> None:
    message = a_message(opens=opens, certainty="likely_person")
    assert wording.state_words(message, recipient_count=recipients) == said
    assert wording.state_kind(message) == "opened"
    assert not wording.state_words(a_message(opens=opens, certainty="person")).startswith("Likely")


@pytest.mark.parametrize(
    ("values", "recipients", "said", "kind"),
    [
        ({"replied_at": NOON, "opens": 2, "clicks": 1}, 1, "Answered", "answered"),
        ({"bounced_at": NOON, "bounces": 1}, 1, "Not delivered", "returned"),
        ({"bounces": 1}, 3, "No sign yet; not delivered to 1 of 3", "waiting"),
        (
            {"bounces": 1, "opens": 1},
            3,
            "Opened by one of 3 recipients; not delivered to 1 of 3",
            "opened",
        ),
        ({"bounces": 1, "replied_at": NOON}, 2, "Answered; not delivered to 1 of 2", "answered"),
        ({"replied_at": NOON, "state": "undone"}, 1, "Not sent (undone)", "undone"),
    ],
)
def test_a_row_shows_replies_and_bounces(
    values: dict[str, Any], recipients: int, said: str, kind: str
) -> None:
    message = a_message(**values)
    assert wording.state_words(message, recipient_count=recipients) == said
    assert wording.state_kind(message) == kind


@pytest.mark.parametrize(
    ("values", "title", "why"),
    [
        ({"kind": "reply", "name": "Bob"}, "Bob replied", "Someone who replies has read the message."),
        ({"kind": "reply"}, "bob@x.example replied", "has read the message"),
        (
            {"kind": "automatic", "name": "Bob"},
            "Automatic or mailing-list message from Bob",
            "doesn’t show that anyone read",
        ),
        ({"kind": "desk", "name": "Bob"}, "Bob answered through a help desk", "the message was read there"),
        ({"kind": "desk_note"}, "The help desk bob@x.example wrote back", "doesn’t show that anyone read"),
        ({"kind": "calendar", "name": "Bob"}, "Bob answered an invitation", "doesn’t show that anyone read"),
        ({"kind": "receipt", "name": "Bob"}, "Read receipt from Bob", "neither as an open nor as a reply"),
        ({"kind": "feedback"}, "Spam report from bob@x.example", "It may not be this one."),
        (
            {"kind": "delay"},
            "Not delivered to bob@x.example yet; Gmail keeps trying",
            "a few days",
        ),
        (
            {"kind": "bounce", "status": "5.1.1", "lasting": True},
            "Couldn’t be delivered to bob@x.example: mailbox not found",
            "Sending the message again won’t help.",
        ),
        (
            {"kind": "bounce", "status": "4.2.2"},
            "Couldn’t be delivered to bob@x.example: mailbox full",
            "stopped trying",
        ),
        ({"kind": "bounce", "status": "5.7.26"}, "to bob@x.example: their mail server rejected it", ""),
        (
            {"kind": "bounce", "status": "5.4.300"},
            "to bob@x.example: their mail server couldn’t be reached",
            "",
        ),
        ({"kind": "bounce", "status": ""}, "to bob@x.example: their mail server didn’t accept it", ""),
        ({"kind": "of tomorrow", "status": "9.9.9"}, "Couldn’t be delivered to bob@x.example: their", ""),
    ],
)
def test_replies_and_bounces_are_described_in_plain_words(
    values: dict[str, Any], title: str, why: str
) -> None:
    came = Return(**{"address": "bob@x.example", "name": "", "status": "", **values})
    assert title in return_wording.returned_title(came)
    assert why in return_wording.returned_why(came)
    assert return_wording.returned_icon(came)


@pytest.mark.parametrize(
    ("names", "line", "opener"),
    [
        ([], "Recipient not known yet", "Someone"),
        (["Bob"], "Bob", "Bob"),
        ([""], "someone@example.com", "someone@example.com"),
        (["Bob", "Charlie"], "Bob and 1 more", "One of 2 recipients"),
        (["Bob", "Charlie", "Dora"], "Bob and 2 more", "One of 3 recipients"),
    ],
)
def test_recipients_are_listed_in_one_line(names: list[str], line: str, opener: str) -> None:
    people = [Person(name) for name in names]
    assert wording.recipients_line(people) == line
    assert wording.opener(people) == opener


@given(st.integers(0, 10**9))
def test_one_click_is_singular_and_any_other_number_of_clicks_is_plural(count: int) -> None:
    assert wording.clicks_words(count) == f"{count} click" + ("" if count == 1 else "s")


@pytest.mark.parametrize(
    ("message", "headline", "explained"),
    [
        (a_message(), "No sign yet", "no sign of being opened may still have been read"),
        (a_message(opens=1, certainty="person"), "Opened once", "A person opened the message"),
        (
            a_message(opens=2, clicks=1, certainty="likely_person"),
            "Likely opened twice · 1 link click",
            "likely opened the message",
        ),
        (a_message(opens=1, certainty="likely_person"), "Likely opened once", "could be a machine’s"),
        (a_message(opens=3, certainty="likely_person"), "Likely opened 3 times", "could be a machine’s"),
        (a_message(clicks=3), "3 link clicks", "no image load was counted"),
        (a_message(raw_opens=1), "No sign yet", "1 request by machines or by you"),
        (a_message(raw_opens=1, raw_clicks=1), "No sign yet", "2 requests by machines"),
        (a_message(replied_at=NOON, opens=2), "Answered · Opened twice", "the message was read"),
        (
            a_message(replied_at=NOON, opens=2, certainty="likely_person"),
            "Answered · Opened twice",
            "the message was read",
        ),
        (a_message(replied_at=NOON), "Answered", "the message was read"),
        (a_message(bounced_at=NOON, bounces=1, raw_opens=1), "Not delivered", "Only you have it"),
        (a_message(state="undone", raw_opens=1), "Not sent", "doesn’t count"),
        (a_message(state="scheduled"), "Scheduled", "at the time you chose"),
        (a_message(state="unreported"), "Not reported yet", "hasn’t reported the message"),
    ],
)
def test_a_message_page_begins_with_a_headline_and_an_explanation(
    message: Message, headline: str, explained: str
) -> None:
    """Covers 53."""
    assert dashboard_wording.headline(message) == headline
    assert explained in dashboard_wording.explanation(message)


def test_apple_mail_shows_only_that_a_mail_arrived() -> None:
    said = dashboard_wording.explanation(a_message(raw_opens=1), {"unknown_time"})
    assert said.startswith("The message arrived")
    assert "doesn’t show whether anyone read the message" in said


@pytest.mark.parametrize(
    ("kind", "verdict", "counts", "title"),
    [
        ("open", "person", True, "Opened"),
        ("click", "likely_person", True, "Clicked"),
        ("open", "unknown_time", False, "Delivered"),
        ("open", "prefetch", False, "Image loaded"),
        ("open", "before_sending", False, "You viewed it"),
        ("click", "you", False, "You clicked"),
        ("click", "scanner", False, "Link checked"),
        ("open", "a rule of tomorrow", False, "Image loaded"),
    ],
)
def test_an_event_is_described_in_plain_words(kind: str, verdict: str, counts: bool, title: str) -> None:
    assert event_wording.event_title(kind, verdict, counts) == title
    assert event_wording.verdict_words(verdict)


@pytest.mark.parametrize(
    ("stored", "english", "german"),
    [
        ("Firefox 153 on Windows", "Firefox 153 on Windows", "Firefox 153 unter Windows"),
        ("Thunderbird 140", "Thunderbird 140", "Thunderbird 140"),
        ("Gmail’s image proxy", "Gmail’s image proxy", "Der Bildproxy von Gmail"),
        ("Gmail, ahead of the reader", "Gmail, in advance", "Gmail im Voraus"),
        ("", "", ""),
    ],
)
def test_a_client_is_named_in_the_persons_language(stored: str, english: str, german: str) -> None:
    assert event_wording.client_name(stored) == english
    with i18n.speaking("de"):
        assert event_wording.client_name(stored) == german


def test_a_place_is_described_as_precisely_as_it_is_known() -> None:
    assert (
        event_wording.client_words("Firefox on Windows", "Lyon", "France")
        == "Firefox on Windows · near Lyon, France"
    )
    assert event_wording.client_words("Firefox", "", "France") == "Firefox · France"
    assert event_wording.client_words("", "", "") == ""


@given(st.text(max_size=200))
def test_a_long_address_is_shortened(path: str) -> None:
    shown = event_wording.short_url(f"https://www.example.com/{path}")
    assert len(shown) <= 60
    assert shown.startswith("example.com")


def test_differences_in_subject_recipients_and_time_are_shown_but_not_differences_in_ids() -> None:
    found: dict[str, list[Any]] = {
        "subject": ["Lunch", "Lunch on Friday"],
        "recipients": [["to bob@example.com"], []],
        "sent_at": ["2026-11-03T09:12:00.000Z", "2026-11-03T09:15:00.000Z"],
        "gmail_message_id": ["a", "b"],
    }
    differences = {one.what: one for one in dashboard_wording.differences_of(found)}
    assert set(differences) == {"Subject in Gmail", "Recipients in Gmail", "Time sent in Gmail"}
    assert differences["Recipients in Gmail"].gmail == "nobody"
    assert not isinstance(differences["Time sent in Gmail"].gmail, str)
    assert dashboard_wording.differences_of(None) == []


@pytest.mark.parametrize(
    ("values", "state", "headline"),
    [
        ({"opens": 2}, "Opened twice by one of 3 recipients", "Opened twice by one of 3 recipients"),
        ({"clicks": 1}, "Link clicked by one of 3 recipients", "1 link click by one of 3 recipients"),
        ({}, "No sign yet", "No sign yet"),
    ],
)
def test_an_open_of_a_mail_to_three_recipients_is_attributed_to_one_of_them(
    values: dict[str, int], state: str, headline: str
) -> None:
    """Covers 52: all recipients share one pixel, so none of them is named."""
    message = a_message(**values)
    assert wording.state_words(message, recipient_count=3) == state
    assert dashboard_wording.headline(message, recipient_count=3) == headline
