"""Defines the routes for Google, and functions for the templates of other slices."""

from __future__ import annotations

from typing import Any

from quart import Blueprint, g

from server.google import features, labels, reply_watch
from server.google.access import grants, revocation
from server.google.consent import oauth
from server.google.settings import GoogleSettings
from server.google.web import callback, gmail_pages, gmail_status, sign_in_pages
from server.lib.runtime import runtime
from server.lib.web import page

blueprint = Blueprint("google", __name__)

ROUTES = (
    ("GET", "/login/google", "sign_in", sign_in_pages.begin_sign_in),
    ("GET", "/setup/<token>/google", "set_up", sign_in_pages.begin_set_up),
    ("GET", oauth.CALLBACK, "callback", callback.come_back),
    ("GET", "/settings/gmail/connect", "connect", gmail_pages.connect),
    ("POST", "/settings/gmail/disconnect", "disconnect", gmail_pages.disconnect),
    ("POST", "/settings/gmail/probe", "probe", gmail_pages.probe),
    ("POST", "/settings/gmail/replies", "start_replies", gmail_pages.start_replies),
    ("POST", "/settings/gmail/replies/removal", "stop_replies", gmail_pages.stop_replies),
    ("POST", "/settings/gmail/labels", "start_labels", gmail_pages.start_labels),
    ("POST", "/settings/gmail/labels/removal", "stop_labels", gmail_pages.stop_labels),
)

for method, rule, endpoint, handler in ROUTES:
    blueprint.add_url_rule(rule, endpoint, handler, methods=[method])


@blueprint.app_template_global()
def google_offered() -> bool:
    """Return whether people can sign in with Google."""
    return runtime()[GoogleSettings].google is not None


async def gmail_values() -> dict[str, Any]:
    """Return what google/gmail_part.html shows: the grant, in force or ended by Google, and its features."""
    person = g.account.id
    return {
        "grant": await grants.of(person),
        "gmail_status": await gmail_status.of(person),
        "labels": await labels.of(person),
        "watch": await reply_watch.of(person),
        "wants_check": await features.wants_check(person),
        "still_allowed": await revocation.still_allowed(person),
    }


page.add_values(blueprint, "accounts/settings.html", gmail_values)
