"""The routes of the extension's JSON API, which docs/extension-api.md describes; each noun has a file."""

from __future__ import annotations

from typing import Any, Final

from quart import request

from server.extension.api import (
    account,
    browsers,
    copies,
    corrections,
    feed,
    image_blocking,
    leases,
    mutes,
    notifications,
    pairings,
    proofs,
    reminders,
    reports,
    thread_statuses,
    timelines,
    viewing,
)
from server.lib import clock
from server.lib.web.policy import Policy, PolicyBlueprint

MESSAGE = "/messages/<uuid:message_id>"
COPIES = "/copies/<uuid:set_id>"
EVENT = "/events/<uuid:event_id>"
NOTIFICATION = "/browser-notifications/<int(max=9223372036854775807):notification_id>"
BROWSER = "/browsers/<int(max=9223372036854775807):browser_id>"
ROUTES = (
    ("POST", "/pairings", pairings.begin),
    ("POST", "/pairings/token", pairings.claim),
    ("GET", "/account", account.show),
    ("POST", "/pairing/revocation", account.unpair),
    ("GET", "/browsers", browsers.show),
    ("POST", f"{BROWSER}/revocation", browsers.revoke),
    ("POST", "/leases", leases.give),
    ("POST", "/reports", reports.take),
    ("GET", "/feed", feed.show),
    ("POST", "/seen", feed.see),
    ("POST", "/thread-statuses", thread_statuses.show),
    ("POST", "/timelines", timelines.show),
    ("POST", "/image-blocking", image_blocking.show),
    ("POST", "/viewing", viewing.note),
    ("POST", f"{EVENT}/correction", corrections.set_correction),
    ("GET", "/copies/permit", copies.permit),
    ("POST", "/copies", copies.hold),
    ("GET", COPIES, copies.show),
    ("POST", f"{COPIES}/release", copies.release),
    ("POST", "/copies/stops", copies.stop),
    ("GET", "/browser-notifications", notifications.show),
    ("POST", f"{NOTIFICATION}/claim", notifications.claim),
    ("POST", f"{NOTIFICATION}/showing", notifications.note_showing),
    ("POST", "/proofs", proofs.take),
    ("POST", f"{MESSAGE}/mute", mutes.set_mute),
    ("POST", f"{MESSAGE}/reminder", reminders.set_reminder),
)
# How older extensions make the same changes. Firewalls often refuse these methods (decision 075).
OLDER_ROUTES = (
    ("DELETE", "/pairing", account.unpair),
    ("DELETE", BROWSER, browsers.revoke),
    ("PUT", f"{EVENT}/correction", corrections.correct),
    ("DELETE", f"{EVENT}/correction", corrections.withdraw),
    ("PUT", f"{COPIES}/release", copies.release),
    ("PUT", f"{NOTIFICATION}/claim", notifications.claim),
    ("PUT", f"{NOTIFICATION}/showing", notifications.note_showing),
    ("PUT", f"{MESSAGE}/mute", mutes.mute),
    ("DELETE", f"{MESSAGE}/mute", mutes.unmute),
    ("PUT", f"{MESSAGE}/reminder", reminders.remind),
    ("DELETE", f"{MESSAGE}/reminder", reminders.forget),
)

POLICY: Final = Policy(reads_cookies=False, answers_problems=True, max_body=1_000_000)

PREFIX: Final = "/api/extension"
# By this header the extension knows our answers from those of a proxy, a firewall or another site.
MARK: Final = "Sightline-Api"
VERSION: Final = 1

blueprint = PolicyBlueprint("extension_api", __name__, POLICY, url_prefix=PREFIX)

_methods: dict[tuple[str, Any], list[str]] = {}
for _method, _path, _handler in ROUTES + OLDER_ROUTES:
    _methods.setdefault((_path, _handler), []).append(_method)
for (_path, _handler), _all in _methods.items():
    blueprint.add_url_rule(_path, view_func=_handler, endpoint=_path.strip("/") + _all[0], methods=_all)


@blueprint.after_request
async def _keep_nothing(answer: Any) -> Any:
    answer.headers["Cache-Control"] = "no-store"
    return answer


@blueprint.after_app_request
async def _sign(answer: Any) -> Any:
    """Mark our answers, errors and unknown paths included, and say what our clock says (Unix seconds)."""
    if request.path.startswith(f"{PREFIX}/"):
        answer.headers[MARK] = f"{VERSION};now={int(clock.unix())}"
    return answer
