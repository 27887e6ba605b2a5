"""The routes of the extension's JSON API, which docs/extension-api.md describes; each noun has a file."""

from __future__ import annotations

from typing import Any, Final

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
    ("DELETE", "/pairing", account.unpair),
    ("GET", "/browsers", browsers.show),
    ("DELETE", BROWSER, browsers.revoke),
    ("POST", "/leases", leases.give),
    ("POST", "/reports", reports.take),
    ("GET", "/feed", feed.show),
    ("POST", "/seen", feed.see),
    ("POST", "/thread-statuses", thread_statuses.show),
    ("POST", "/timelines", timelines.show),
    ("POST", "/image-blocking", image_blocking.show),
    ("POST", "/viewing", viewing.note),
    ("PUT", f"{EVENT}/correction", corrections.correct),
    ("DELETE", f"{EVENT}/correction", corrections.withdraw),
    ("GET", "/copies/permit", copies.permit),
    ("POST", "/copies", copies.hold),
    ("GET", COPIES, copies.show),
    ("PUT", f"{COPIES}/release", copies.release),
    ("POST", "/copies/stops", copies.stop),
    ("GET", "/browser-notifications", notifications.show),
    ("PUT", f"{NOTIFICATION}/claim", notifications.claim),
    ("PUT", f"{NOTIFICATION}/showing", notifications.note_showing),
    ("POST", "/proofs", proofs.take),
    ("PUT", f"{MESSAGE}/mute", mutes.mute),
    ("DELETE", f"{MESSAGE}/mute", mutes.unmute),
    ("PUT", f"{MESSAGE}/reminder", reminders.remind),
    ("DELETE", f"{MESSAGE}/reminder", reminders.forget),
)

POLICY: Final = Policy(reads_cookies=False, answers_problems=True, max_body=1_000_000)

blueprint = PolicyBlueprint("extension_api", __name__, POLICY, url_prefix="/api/extension")

for _method, _path, _handler in ROUTES:
    blueprint.add_url_rule(_path, view_func=_handler, endpoint=_path.strip("/") + _method, methods=[_method])


@blueprint.after_request
async def _keep_nothing(answer: Any) -> Any:
    answer.headers["Cache-Control"] = "no-store"
    return answer
