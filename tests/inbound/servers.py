"""Delivery reports in the shapes of many mail servers, in our own words and about mails that never were.

`REPORTS`: the shape's name -> what Alice receives, and what it says about her mail to Bob.
"""

from __future__ import annotations

from tests.inbound.shapes import BOB, PLAIN, RETURNED, SENT, WHOLE, Shape, head, in_parts

EXIM = head(
    "Mail Delivery System <Mailer-Daemon@mx.example>",
    "Mail delivery failed: returning message to sender",
    f"X-Failed-Recipients: {BOB}",
    "Auto-Submitted: auto-replied",
)

REPORTS = {
    "qmail": Shape(
        head("MAILER-DAEMON@mx.example", "failure notice", "Return-Path: <>")
        + "Hi. This is the qmail-send program at mx.example.\nI tried, and have to give up now: this is a "
        "permanent error; I've given up.\n\n"
        f"<{BOB}>:\n192.0.2.9 does not like recipient.\nRemote host said: 550 5.1.1 nobody of that name\n"
        f"Giving up on 192.0.2.9.\n\n--- Below this line is a copy of the message.\n\n{RETURNED}",
        status="5.1.1",
    ),
    "opensmtpd": Shape(
        head(
            "Mailer Daemon <MAILER-DAEMON@mx.example>",
            "Delivery status notification: failed",
            "Return-Path: <>",
        )
        + "    Hi!\n\n    This is the MAILER-DAEMON, please DO NOT REPLY.\n\n    An error has occurred while "
        f"attempting to deliver a message for:\n\n{BOB}: 550 No such account\n\n"
        f"    Below is a copy of the original message:\n\n{RETURNED}",
        status="5.0.0",
    ),
    "opensmtpd that still tries": Shape(
        head("Mailer Daemon <MAILER-DAEMON@mx.example>", "Delivery status notification: delayed")
        + "    This is the MAILER-DAEMON.\n\n    A message is delayed for more than 4 hours for:\n\n"
        f"{BOB}: 421 come back later\n\n    Below is a copy of the original message:\n\n{RETURNED}",
        kind="delay",
        status="4.0.0",
        permanent=False,
    ),
    "dragonfly": Shape(
        head("MAILER-DAEMON <>", "Mail delivery failed")
        + "This is the DragonFly Mail Agent v0.13 at mx.example.\n\nThere was an error delivering "
        "your mail to "
        f"<{BOB}>.\n\nmail.sandbox.example [192.0.2.9] did not like our RCPT TO:\n550 5.1.1 nobody here\n\n"
        f"Message headers follow.\n\n{RETURNED}",
        status="5.1.1",
    ),
    "exim": Shape(
        f"{EXIM}This message was created automatically by mail delivery software.\n\nA message that "
        "you sent could "
        f"not be delivered. This is a permanent error. The following address(es) failed:\n\n  {BOB}\n"
        "    host mail.sandbox.example [192.0.2.9]\n    SMTP error from remote mail server after RCPT TO:"
        f"<{BOB}>:\n    550 5.1.1 unknown\n\n"
        f"------ This is a copy of the message, including all the headers. ------\n\n{RETURNED}",
        status="5.1.1",
    ),
    "exim that still tries": Shape(
        head("Mail Delivery System <Mailer-Daemon@mx.example>", "Warning: message 1abc-0 delayed 24 hours")
        + "This message was created automatically by mail delivery software.\nA message that you "
        "sent has not yet "
        "been delivered to one or more of its recipients after more than 24 hours.\n\n"
        "The message identifier is: 1abc-0\n\nThe address to which it has not yet been delivered "
        f"is:\n\n  {BOB}\n"
        "    Delay reason: Connection timed out\n\nNo action is required on your part.\n\n"
        f"Message-ID: {SENT}\n",
        kind="delay",
        permanent=False,
    ),
    "postfix in one text": Shape(
        head("Mail Delivery System <MAILER-DAEMON@mx.example>", "Undelivered Mail Returned to Sender")
        + "This is the Postfix program at host mx.example.\n\nYour message could not be delivered.\n\n"
        f"<{BOB}>: host mail.sandbox.example[192.0.2.9] said: 452 4.2.2 mailbox full (in reply to "
        "RCPT TO)\n\n"
        f"{RETURNED}",
        status="4.2.2",
        permanent=False,
    ),
    "sendmail of old": Shape(
        in_parts(
            "Mail Delivery Subsystem <MAILER-DAEMON>",
            "Returned mail: User unknown",
            f"{PLAIN}   ----- The following addresses had permanent fatal errors -----\n<{BOB}>\n\n"
            f"   ----- Transcript of session follows -----\n>>> RCPT To:<{BOB}>\n<<< 550 {BOB}... "
            "User unknown\n",
            WHOLE,
        ),
        status="5.0.0",
    ),
    "yahoo": Shape(
        head("MAILER-DAEMON@yahoo.example", "Failure Notice")
        + f"Sorry, we were unable to deliver your message to the following address.\n\n<{BOB}>:\nNo "
        "mx record found "
        f"for domain=sandbox.example\n\n--- Below this line is a copy of the message.\n\n{RETURNED}",
    ),
    "domino": Shape(
        in_parts(
            "Postmaster@mx.example",
            "DELIVERY FAILURE: User bob not listed in Domino Directory",
            f"{PLAIN}Your message\n\n  Subject: Lunch\n\nwas not delivered to:\n\n  {BOB}\n\nbecause:\n\n"
            "  User bob not listed in Domino Directory\n",
            WHOLE,
        ),
    ),
    "exchange 2003": Shape(
        in_parts(
            "System Administrator <postmaster@mx.example>",
            "Undeliverable: Lunch",
            f"{PLAIN}Your message\n\n  To:      {BOB}\n  Subject: Lunch\n  Sent:    Mon, 2 Nov 2026\n"
            "\ndid not reach "
            f"the following recipient(s):\n\n{BOB} on Mon, 2 Nov 2026 09:00:00\n    The recipient "
            "name is not "
            "recognized\n\tMSEXCH:IMS:SANDBOX 0 (000C05A6) Unknown Recipient\n",
            WHOLE,
        ),
    ),
    "gmx and 1&1": Shape(
        head(
            '"Mail Delivery System" <mailer-daemon@mx.example>',
            "Mail delivery failed: returning message to sender",
        )
        + "This message was created automatically by mail delivery software.\n\nA message that you "
        "sent could not be "
        f"delivered to one or more of its recipients. The following address failed:\n\n{BOB}:\nSMTP "
        "error from remote "
        "server for RCPT TO command, host: mail.sandbox.example, reason: 554 5.7.1 refused\n\n"
        f"--- The header of the original message is following. ---\n\n{RETURNED.partition('At noon')[0]}",
        status="5.7.1",
    ),
    "zoho": Shape(
        in_parts(
            "mailer-daemon@mail.example",
            "Undelivered Mail Returned to Sender",
            f"{PLAIN}This message was created automatically by mail delivery software.\nA message "
            "that you sent could "
            f"not be delivered.\n\n{BOB} Invalid Address, ERROR_CODE :550, ERROR_CODE :5.1.1 "
            f"<{BOB}>... User Unknown\n"
            f"\n{RETURNED.replace('Message-ID: ', 'Message-ID:')}",
        ),
        status="5.1.1",
    ),
    "workmail, whose fields stand in the text": Shape(
        in_parts(
            "MAILER-DAEMON@mx.example",
            "Delivery Status Notification (Failure)",
            "Content-Type: text/plain\nContent-Transfer-Encoding: quoted-printable\n\nAn error "
            "occurred while trying to "
            f"deliver the mail to:\n{BOB}\n\nTechnical report:\n\nReporting-MTA: d=\nsn; mx.example\n"
            "\nAction: failed\n"
            f"Final-Reci=\npient: rfc822; {BOB}\nDiagnostic-Code: smtp; 550 5.1.1=\n nobody\nStatus: 5.1.1\n",
            WHOLE,
        ),
        status="5.1.1",
    ),
    "outlook.com, in HTML only": Shape(
        head(
            "Microsoft Outlook <postmaster@mx.example>",
            "Undeliverable: Lunch",
            "Content-Type: text/html; charset=utf-8",
        )
        + f"<html><head><style>p {{}}</style></head><body><p>Your message to {BOB} couldn&#39;t be "
        "delivered.</p>"
        "<table><tr><td>Remote Server returned &#39;550 5.1.10 RecipientNotFound&#39;</td></tr></table>"
        "<p>Original message headers:</p><pre>"
        f"{RETURNED.partition('At noon')[0].replace('<', '&lt;').replace('>', '&gt;')}</pre></body></html>\n",
        status="5.1.10",
    ),
    "mail.ru, in Russian": Shape(
        head(
            "mailer-daemon@mx.example",
            "=?UTF-8?B?0JLQsNGI0LUg0YHQvtC+0LHRidC10L3QuNC1INC90LUg0LTQvtGB0YLQsNCy0LvQtdC90L4=?=",
            "Return-Path: <>",
        )
        + f"К сожалению, Ваше письмо не может быть доставлено:\n\n  {BOB}\n    550 5.2.2 ящик переполнен\n\n"
        f"------ This is a copy of the message, including all the headers. ------\n\n{RETURNED}",
        status="5.2.2",
    ),
    "a Japanese filter": Shape(
        head("POSTMASTER <postmaster@mx.example>", "failure notice")
        + f"以下のメールアドレスへの送信に失敗しました。\n{BOB}\n\n"
        f"-------server message\n550 unknown user <{BOB}>\n\n"
        f"-------original message\n{RETURNED}",
        status="5.0.0",
    ),
    "a German server": Shape(
        head("Mail Delivery System <mailer-daemon@mx.example>", "Unzustellbar: Lunch")
        + f"Ihre E-Mail konnte nicht zugestellt werden:\n\n{BOB}\n\nGrund: 550 Empfänger unbekannt\n\n"
        f"Es folgt die Kopie Ihrer Nachricht:\n\n{RETURNED}",
        status="5.0.0",
    ),
    "a server that quotes the headers": Shape(
        head("postmaster@mx.example", "Delivery failure", "Return-Path: <>")
        + f"Your message to {BOB} has failed due to a full mailbox.\n\nThe first lines of it:\n\n"
        + "".join(f"> {line}\n" for line in RETURNED.split("\n")[:9]),
        permanent=False,
    ),
    "a server that attaches the mail as text": Shape(
        in_parts(
            "MAILER-DAEMON@mx.example",
            "Undeliverable mail",
            f"{PLAIN}Your mail could not be delivered to <{BOB}>: 550 5.1.1 unknown\n",
            f'Content-Type: text/plain; name="mail.txt"\nContent-Disposition: attachment\n\n{RETURNED}',
        ),
        status="5.1.1",
    ),
    "a gateway that has lost the type of the parts": Shape(
        head("Mail Delivery System <Mailer-Daemon@mx.example>", "Delivery failed")
        + f"--=_b7\nContent-Type: text/plain\n\n{BOB} could not be reached.\n\n--=_b7\nContent-Type: "
        "message/delivery-status\n\nReporting-MTA: dns; mx.example\n\nFinal-Recipient: rfc822; "
        f"{BOB}\nAction: failed\n"
        f"Status: 5.1.1\n\n--=_b7\n{WHOLE}\n--=_b7--\n",
        status="5.1.1",
    ),
    "a gateway that wraps the report": Shape(
        in_parts(
            "postmaster@gateway.example",
            "Delivery Status Notification (Failure)",
            "Content-Type: message/rfc822\n\n"
            + in_parts(
                "postmaster@mx.example",
                "Delivery Status Notification (Failure)",
                f"Content-Type: message/delivery-status\n\nFinal-Recipient: rfc822; {BOB}\nAction: "
                "failed\nStatus: 5.1.1\n",
                WHOLE,
                kind="report",
            ).replace("=_b1", "=_inner"),
        ),
        status="5.1.1",
    ),
    "a filter that refuses the mail (RFC 5429)": Shape(
        in_parts(
            "Mail Delivery Subsystem <postmaster@mx.example>",
            "Rejected: Lunch",
            f"{PLAIN}Your message to <{BOB}> was automatically rejected:\nQuota exceeded\n",
            "Content-Type: message/disposition-notification\n\nReporting-UA: mx.example; Mail "
            "Delivery Agent\n"
            f"Final-Recipient: rfc822; {BOB}\nOriginal-Message-ID: {SENT}\n"
            "Disposition: automatic-action/MDN-sent-automatically; deleted\n",
            kind="report; report-type=disposition-notification",
        ),
        permanent=False,
    ),
    "a mailbox file with a From line": Shape(
        "From MAILER-DAEMON Mon Nov  2 09:00:05 2026\n"
        + head("MAILER-DAEMON@mx.example", "failure notice", "Return-Path: <>")
        + f"I'm afraid I wasn't able to deliver your message.\n\n<{BOB}>:\n550 5.1.1 unknown\n\n"
        f"--- Below this line is a copy of the message.\n\n{RETURNED}",
        status="5.1.1",
    ),
    "a server that names nobody": Shape(
        in_parts(
            "MAILER-DAEMON@mx.example",
            "Undeliverable mail",
            f"{PLAIN}Your mail could not be delivered: mailbox is full\n",
            WHOLE,
        ),
        permanent=False,
    ),
    "a server that returns nothing": Shape(
        head("MAILER-DAEMON@mx.example", "failure notice", f"In-Reply-To: {SENT}")
        + f"Your mail could not be delivered to <{BOB}>: 550 5.1.1 unknown\n",
        status="5.1.1",
    ),
    "a server that says little": Shape(
        head("MAILER-DAEMON@mx.example", "failure notice", "Return-Path: <>")
        + "Your mail could not be delivered.\n",
        about=False,
        address=None,
    ),
    "mail to oneself": Shape(
        head("MAILER-DAEMON@mx.example", "failure notice", "Return-Path: <>")
        + "I wasn't able to deliver your message.\n\n<alice@example.org>:\n552 5.2.2 disk quota exceeded\n\n"
        f"--- Below this line is a copy of the message.\n\n{RETURNED}",
        status="5.2.2",
        address="alice@example.org",
    ),
}
