"""The table of routes for the extension's pages: installing it, pairing, and the paired browsers."""

from __future__ import annotations

from quart import Blueprint

from server.extension import browser_pages, install_pages, pair_pages

blueprint = Blueprint("extension", __name__)

CODE = "<string(maxlength=20):code>"
BROWSER_ID = "<int(max=9223372036854775807):browser_id>"
ROUTES = (
    ("GET", "/extension", "install", install_pages.show),
    ("GET", "/extension/download", "download", install_pages.download),
    ("GET", "/pair", "pair", pair_pages.show),
    ("POST", "/pair", "pair_code", pair_pages.read_code),
    ("GET", f"/pairings/{CODE}", "pairing", pair_pages.show_answered),
    ("POST", f"/pairings/{CODE}/permission", "allow", pair_pages.allow),
    ("POST", f"/pairings/{CODE}/refusal", "deny", pair_pages.deny),
    ("GET", "/browsers", "browsers", browser_pages.show),
    ("POST", f"/browsers/{BROWSER_ID}/revocation", "revoke", browser_pages.revoke),
)

for method, rule, endpoint, handler in ROUTES:
    blueprint.add_url_rule(rule, endpoint, handler, methods=[method])
