"""Defines the routes for Google, and functions for the templates of other slices."""

from __future__ import annotations

from quart import Blueprint

from server.accounts.models import Account
from server.google import callback, features, gmail_pages, grants, labels, oauth, reply_watch, sign_in_pages
from server.google.models import GmailGrant, GmailLabels, ReplyWatch
from server.google.settings import GoogleSettings
from server.lib.runtime import runtime

blueprint = Blueprint("google", __name__)

ROUTES = (
    ("GET", "/login/google", "sign_in", sign_in_pages.begin_sign_in),
    ("GET", "/setup/<token>/google", "set_up", sign_in_pages.begin_set_up),
    ("GET", oauth.CALLBACK, "callback", callback.come_back),
    ("GET", "/settings/gmail/connect", "connect", gmail_pages.connect),
    ("POST", "/settings/gmail/disconnect", "disconnect", gmail_pages.disconnect),
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


@blueprint.app_template_global()
async def gmail_grant(account: Account) -> GmailGrant | None:
    """Return a person's grant, whether valid or ended by Google; None if Gmail was not connected."""
    return await grants.of(account.id)


@blueprint.app_template_global()
async def gmail_labels(account: Account) -> GmailLabels | None:
    """Return the labels feature of a person; None if it is off."""
    return await labels.of(account.id)


@blueprint.app_template_global()
async def reply_watch_of(account: Account) -> ReplyWatch | None:
    """Return the reply watch of a person; None if it is off."""
    return await reply_watch.of(account.id)


@blueprint.app_template_global()
async def wants_check(account: Account) -> bool:
    """Return whether a person has the sent-copy check on."""
    return await features.wants_check(account.id)


blueprint.add_app_template_global(grants.disconnected_grant, "disconnected_grant")
