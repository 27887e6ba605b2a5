"""Renders alert emails from templates/mail/KIND, with the words of email_content.py."""

from __future__ import annotations

from quart import current_app

from server.accounts import languages
from server.accounts.models import Account
from server.alerts.email_content import opened_email, reminder_email
from server.alerts.mail import OutgoingMail, one_line
from server.alerts.models import Alert
from server.events.models import Event
from server.lib import clock, i18n
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.messages.models import Message, Recipient


async def mail_of(alert: Alert, person: Account) -> OutgoingMail:
    """Render the email of an alert in the person's language from the current state of its message."""
    with i18n.speaking(languages.of(person)):
        return await _mail_of(alert, person)


async def _mail_of(alert: Alert, person: Account) -> OutgoingMail:
    message = await Message.get(id=alert.message_id)
    recipients = await Recipient.filter(message_id=message.id).order_by("number")
    zone = person.time_zone
    values: dict[str, object] = {
        "email": reminder_email(message, recipients, zone)
        if alert.event_id is None
        else opened_email(message, recipients, await Event.get(id=alert.event_id), zone),
        "message_url": f"{runtime()[ServerSettings].public_url}/messages/{message.id}",
        "settings_url": f"{runtime()[ServerSettings].public_url}/settings",
    }
    return OutgoingMail(
        to=person.email,
        to_name=person.name,
        subject=one_line(_render(alert, "subject.txt", values)),
        text=_render(alert, "body.txt", values),
        html=_render(alert, "body.html", values),
        message_id=alert.rfc822_message_id,
        date=clock.now(),  # it may be late, and filters dislike old dates
    )


def _render(alert: Alert, part: str, values: dict[str, object]) -> str:
    return current_app.jinja_env.get_template(f"mail/{alert.kind}/{part}").render(**values)
