"""The table of routes for accounts: set-up, signing in and settings."""

from __future__ import annotations

from quart import Blueprint

from server.accounts import places, set_up_pages, settings_pages, sign_in_pages, trust

blueprint = Blueprint("accounts", __name__)
blueprint.add_app_template_filter(places.with_place)
blueprint.add_app_template_filter(trust.browser_ends_at)
blueprint.add_app_template_filter(trust.session_ends_at)

SESSION_ID = "<int(max=9223372036854775807):session_id>"
ROUTES = (
    ("GET", "/login", "sign_in", sign_in_pages.show_form),
    ("POST", "/login", "sign_in_attempt", sign_in_pages.sign_in),
    ("POST", "/logout", "sign_out", sign_in_pages.sign_out),
    ("GET", "/setup", "set_up_hint", set_up_pages.show_hint),
    ("GET", "/setup/<token>", "set_up", set_up_pages.show_form),
    ("POST", "/setup/<token>", "set_up_attempt", set_up_pages.set_up),
    ("GET", "/settings", "settings", settings_pages.show_settings),
    ("GET", "/settings/profile", "profile_again", settings_pages.show_again),
    ("GET", "/settings/password", "password_again", settings_pages.show_again),
    ("POST", "/settings/profile", "profile", settings_pages.change_profile),
    ("POST", "/settings/password", "password", settings_pages.change_password),
    ("POST", "/settings/sessions/revocation", "other_sessions_end", settings_pages.end_other_sessions),
    ("POST", f"/settings/sessions/{SESSION_ID}/revocation", "session_end", settings_pages.end_session),
)

for method, rule, endpoint, handler in ROUTES:
    blueprint.add_url_rule(rule, endpoint, handler, methods=[method])
