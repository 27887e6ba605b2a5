"""What people write in answer to Alice's mails is an answer, whatever it went through."""

from __future__ import annotations

import pytest

from server.inbound.author import author_of
from server.mail.addresses import Mailbox
from tests.inbound.judging import judged, kind

BOB = Mailbox("bob@x.example", "Bob Bauer")
GOOGLE_GROUP = {
    "From": "'Bob Bauer' via Team <team@alices.example>",
    "Reply_To": "Bob Bauer <bob@x.example>",
    "X_Original_From": "Bob Bauer <bob@x.example>",
    "X_Original_Sender": "bob@x.example",
    "Precedence": "list",
    "Mailing_list": "list team@alices.example; contact team+owners@alices.example",
    "List_ID": "<team.alices.example>",
    "X_Google_Group_Id": "123456",
    "List_Post": "<https://groups.example/team/post>, <mailto:team@alices.example>",
    "List_Unsubscribe": "<mailto:googlegroups-manage+1+unsubscribe@groups.example>",
}
MAILMAN = {
    "From": "Bob Bauer via Dev <dev@lists.example>",
    "Reply_To": "Bob Bauer <bob@x.example>",
    "Precedence": "list",
    "X_Mailman_Version": "2.1.39",
    "X_BeenThere": "dev@lists.example",
    "List_Id": "Development <dev.lists.example>",
    "List_Post": "<mailto:dev@lists.example>",
}
ZENDESK = {
    "From": '"Nina Example (Support)" <support@desk.example>',
    "Message_ID": "<L7VKGOM_5fd908_sprut@zendesk.com>",
    "Subject": "Lunch on Friday?",
    "X_Delivery_Context": "event-id-6862",
    "Auto_Submitted": "auto-generated",
    "X_Auto_Response_Suppress": "All",
    "X_Mailer": "Zendesk Mailer",
    "X_Zendesk_From_Account_Id": "68b8aed",
}


@pytest.mark.parametrize("passed_on", [GOOGLE_GROUP, MAILMAN], ids=["Google group", "Mailman"])
def test_bobs_answer_through_a_group_is_his(passed_on: dict[str, str]) -> None:
    assert judged(**passed_on).evidence == ("names-a-mail", "re-subject", "through-a-list")


@pytest.mark.parametrize(
    "passed_on",
    [
        {
            "List_Unsubscribe": "<https://crm.example/u/1>",
            "List_Unsubscribe_Post": "List-Unsubscribe=One-Click",
        },
        {"Precedence": "bulk"},
        {"List_Id": "<dev.lists.example>", "Precedence": "list"},
        {"List_Id": "<dev.lists.example>", "In_Reply_To": ""},  # some programs only repeat the subject
        {"Feedback_ID": "1:crm"},
    ],
    ids=str,
)
def test_bobs_program_or_list_may_add_what_newsletters_have(passed_on: dict[str, str]) -> None:
    assert kind(**passed_on) == "answer"


def test_a_vacation_note_through_a_group_is_none() -> None:
    assert kind(**GOOGLE_GROUP, Auto_Submitted="auto-replied") == "automatic"
    assert kind(**GOOGLE_GROUP, Subject="Automatic reply: Lunch") == "automatic"


def _fields(**values: str) -> dict[str, list[str]]:
    return {name.replace("_", "-").lower(): [value] for name, value in values.items()}


@pytest.mark.parametrize("passed_on", [GOOGLE_GROUP, MAILMAN], ids=["Google group", "Mailman"])
def test_the_author_of_a_mail_that_a_group_passed_on_is_found(passed_on: dict[str, str]) -> None:
    group = Mailbox(
        "team@alices.example" if passed_on is GOOGLE_GROUP else "dev@lists.example", "Bob Bauer via X"
    )
    assert author_of(_fields(**passed_on), group) == BOB


def test_a_reply_address_is_no_author_where_the_group_left_from_alone() -> None:
    fields = _fields(List_Id="<dev.lists.example>", Reply_To="dev@lists.example")
    assert author_of(fields, BOB) == BOB


def test_without_a_group_nobody_can_name_another_author() -> None:
    assert author_of(_fields(X_Original_From="dora@x.example", Reply_To="dora@x.example"), BOB) == BOB
    assert author_of(_fields(**GOOGLE_GROUP), None) is None


def test_a_person_at_a_help_desk_answers() -> None:
    assert judged(**ZENDESK).evidence == ("person-at-desk", "help-desk")


@pytest.mark.parametrize(
    ("name", "desk"),
    [
        ("Nina Example (Jira)", {"X_JIRA_FingerPrint": "34ed612e"}),
        ("Nina from Desk", {"X_Intercom_App_Id": "mnjgb56x", "X_Auto_Response_Suppress": "OOF, AutoReply"}),
    ],
    ids=str,
)
def test_other_desks_name_their_people_in_their_own_way(name: str, desk: dict[str, str]) -> None:
    shared = {"Auto_Submitted": "auto-generated", "Precedence": "bulk", "Subject": "DESK-7 Lunch", **desk}
    assert judged(**shared, From=f'"{name}" <help@desk.example>').evidence[0] == "person-at-desk"
    assert kind(**shared, From="Desk <help@desk.example>") == "automatic"


def test_jira_tells_those_who_watch_an_issue() -> None:
    watched = {"From": '"Nina (Jira)" <jira@desk.example>', "Subject": "[JIRA] (DESK-7) Lunch"}
    assert judged(**watched, X_JIRA_FingerPrint="34ed612e").evidence == ("watchers-subject",)


def test_a_help_desk_that_names_nobody_is_only_that() -> None:
    """A rule of the desk may write "Re:", too."""
    unnamed = {**ZENDESK, "From": "Support <support@desk.example>"}
    assert judged(**{**unnamed, "Subject": "Re: Lunch on Friday?"}).evidence == ("help-desk",)
    earlier = "<L7VKGOM@zendesk.com> <L7VKGOM_5fd907_sprut@zendesk.com>"
    assert judged(**unnamed, References=earlier).evidence == ("help-desk",)
    assert kind(**unnamed) == "automatic"  # the first mail of a desk acknowledges ours


@pytest.mark.parametrize(
    "acknowledgement",
    [
        {"Subject": "[Desk] Request received: Lunch on Friday?"},
        {"Subject": "Your email was received: Lunch"},
        {"Auto_Submitted": "auto-replied"},
    ],
    ids=str,
)
def test_a_help_desks_acknowledgement_is_automatic(acknowledgement: dict[str, str]) -> None:
    assert kind(**{**ZENDESK, **acknowledgement}) == "automatic"


@pytest.mark.parametrize(
    "desk",
    [
        {"X_Mailer": "Zammad Mail Service"},
        {"X_Powered_By": "OTRS (https://otrs.example/)", "X_Mailer": "OTRS Mail Service (6.0)"},
        {"X_RT_Ticket": "desk.example #12", "X_Managed_By": "RT 5.0 (http://rt.example/)"},
        {"X_FreeScout_Mail_Type": "customer.message"},
    ],
    ids=str,
)
def test_help_desks_that_mark_their_own_mails_pass_on_answers(desk: dict[str, str]) -> None:
    found = judged(**desk)
    assert (found.kind, found.evidence[-2:]) == ("answer", ("help-desk", "person-at-desk"))
    assert kind(**desk, Auto_Submitted="auto-replied") == "automatic"


def test_a_help_desk_without_a_header_is_known_by_its_line_for_replies() -> None:
    line = "##- Please type your reply above this line -##\n\nAt noon, gladly."
    assert judged(text=line).evidence == ("help-desk",)


def test_a_part_for_calendars_makes_a_calendars_mail() -> None:
    assert kind(parts=["text/plain", 'text/calendar; charset=utf-8; method="REPLY"']) == "calendar"
    assert kind(parts=["text/plain", "text/calendar; name=lunch.ics"]) == "answer"  # a person attached it


def test_a_receipt_may_consist_of_text() -> None:
    assert kind(text="This receipt verifies that the message has been displayed.") == "receipt"


@pytest.mark.parametrize(
    ("fields", "kind_of_mail"),
    [
        ({"Content_Type": 'text/calendar; charset="utf-8"; method=REPLY'}, "calendar"),
        ({"Content_Type": 'TEXT/CALENDAR; METHOD="REPLY"', "Auto_Submitted": "auto-generated"}, "calendar"),
        ({"Content_Class": "urn:content-classes:calendarmessage"}, "calendar"),
        ({"Sender": "Google Calendar <calendar-notification@google.com>"}, "calendar"),
        (
            {"Subject": "Accepted: Lunch @ Fri 5 May", "Content_Type": "multipart/mixed; boundary=b"},
            "calendar",
        ),
        ({"Subject": "Zugesagt: Lunch", "Content_Type": "multipart/alternative; boundary=b"}, "calendar"),
        ({"Subject": "Accepté : Lunch", "Content_Type": "multipart/alternative; boundary=b"}, "calendar"),
        ({"Subject": "承諾: Lunch", "Content_Type": "multipart/alternative; boundary=b"}, "calendar"),
        ({"Subject": "Accepted: Lunch"}, "answer"),  # a calendar's answer has a part for calendars
        ({"Subject": "Accepted offers", "Content_Type": "multipart/alternative; boundary=b"}, "answer"),
        ({"Content_Type": "multipart/report; report-type=disposition-notification; boundary=b"}, "receipt"),
        ({"Content_Type": "message/disposition-notification"}, "receipt"),
        ({"Content_Type": "multipart/report; boundary=b", "Subject": "Gelesen: Lunch"}, "receipt"),
        ({"Subject": "Read: the new book"}, "answer"),
        ({"Content_Type": "multipart/report; report-type=feedback-report; boundary=b"}, "feedback"),
        ({"X_XARF": "PLAIN"}, "feedback"),
    ],
    ids=str,
)
def test_calendars_receipts_and_spam_reports_are_what_they_are(
    fields: dict[str, str], kind_of_mail: str
) -> None:
    assert kind(**fields) == kind_of_mail
