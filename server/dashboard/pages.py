"""The table of routes for the dashboard."""

from __future__ import annotations

from quart import Blueprint

from server.accounts.threshold import opened_means
from server.dashboard import (
    bug_report_pages,
    correction_pages,
    gmail_sender,
    limits_pages,
    list_pages,
    message_pages,
    number_pages,
    problems,
    reminder_pages,
)
from server.lib.web import page
from server.messages.opened import is_opened

blueprint = Blueprint("dashboard", __name__)
blueprint.add_app_template_global(is_opened, "is_opened")
blueprint.add_app_template_global(opened_means, "opened_means")

EVENT = "/messages/<uuid:message_id>/events/<uuid:event_id>"
ROUTES = (
    ("GET", "/", "messages", list_pages.show_messages),
    ("GET", "/problems", "problems", problems.show_problems),
    ("GET", "/limits", "limits", limits_pages.show_limits),
    ("GET", "/messages/<uuid:message_id>", "message", message_pages.show_message),
    ("GET", "/messages/<uuid:message_id>/row", "row", list_pages.show_row),
    ("GET", "/messages/<uuid:message_id>/numbers", "numbers", number_pages.show_numbers),
    ("GET", "/messages/<uuid:message_id>/numbers/<verdict>", "events_judged", number_pages.show_events),
    ("GET", "/messages/<uuid:message_id>/bug-report", "bug_report", bug_report_pages.show_bug_report),
    ("POST", "/messages/<uuid:message_id>/gmail-request", "ask_gmail", message_pages.ask_gmail),
    ("POST", "/messages/<uuid:message_id>/mute", "mute", message_pages.mute),
    ("POST", "/messages/<uuid:message_id>/mute/removal", "unmute", message_pages.unmute),
    ("POST", "/messages/<uuid:message_id>/reminder", "remind", reminder_pages.remind),
    ("POST", "/messages/<uuid:message_id>/reminder/removal", "forget_reminder", reminder_pages.forget),
    ("POST", f"{EVENT}/correction", "correct", correction_pages.correct),
    ("POST", f"{EVENT}/correction/removal", "withdraw", correction_pages.withdraw),
)

for method, rule, endpoint, handler in ROUTES:
    blueprint.add_url_rule(rule, endpoint, handler, methods=[method])

page.add_values(blueprint, "accounts/settings.html", gmail_sender.values)
