"""The web application: blueprints registered, guards in front, errors with pages of their own."""

from __future__ import annotations

from typing import Any

from quart import Quart, Response, g, has_request_context, request
from werkzeug.exceptions import HTTPException, InternalServerError

from server.accounts import pages as accounts
from server.accounts import sessions
from server.alerts import pages as alerts
from server.copies import pages as copies
from server.dashboard import live
from server.dashboard import pages as dashboard
from server.extension import api as extension_api
from server.extension import pages as extension
from server.google import pages as google
from server.google.settings import GoogleSettings
from server.lib import runtime as runtimes
from server.lib.keys.secret import new_secret
from server.lib.keys.signing import SessionKey
from server.lib.runtime import Runtime
from server.lib.settings import ServerSettings
from server.lib.web import assets, csrf, datetimes, headers, page
from server.ops import health, status

BLUEPRINTS = (
    health.blueprint,
    status.blueprint,
    accounts.blueprint,
    google.blueprint,
    dashboard.blueprint,
    live.blueprint,
    alerts.blueprint,
    copies.blueprint,
    extension.blueprint,
    extension_api.blueprint,
)
BEARER_ONLY = ("/api/extension/",)  # no cookie is read there, so there is nothing to forge
MAX_BODY = 1_000_000
_VISITOR = "sightline-visitor"


class _Application(Quart):
    def log_exception(self, exception_info: Any) -> None:
        # By its rule, not its path: the path of a set-up link is a secret.
        rule = f"{request.method} {request.url_rule}" if has_request_context() else "no request"
        self.logger.error("error on %s", rule, exc_info=exception_info)


def create_app(held: Runtime) -> Quart:
    """The application for one runtime. The database is connected by whoever serves it (see asgi.py)."""
    app = _Application("server", root_path=None, template_folder="../templates", static_folder="../static")
    app.secret_key = held[SessionKey]
    app.config.update(MAX_CONTENT_LENGTH=MAX_BODY, BODY_TIMEOUT=15)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    runtimes.install(app.config, held)
    sessions.install(app, held)
    datetimes.install(app)
    assets.install(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    app.before_request(_guard)
    app.after_request(_finish)
    app.context_processor(_context)
    app.register_error_handler(HTTPException, _error_page)
    app.register_error_handler(InternalServerError, _surprise)
    return app


async def _guard() -> Any:
    if request.path.startswith(BEARER_ONLY) or request.endpoint == "static":
        g.session = g.account = None
        return None
    await sessions.load()
    if request.method not in csrf.SAFE_METHODS and not await _is_ours():
        return await page.show("errors/forged.html", 403)
    return None


async def _is_ours() -> bool:
    held = runtimes.runtime()
    public_url = held[ServerSettings].public_url
    if not csrf.comes_from_us(request.headers, public_url, request.host_url.rstrip("/")):
        return False
    given = request.headers.get(csrf.HEADER) or (await request.form).get(csrf.FIELD, "")
    return csrf.matches(held[SessionKey], _csrf_session(), given)


def _csrf_session() -> str:
    if g.session:
        return f"session:{g.session.token_lookup}"
    return f"visitor:{request.cookies.get(_VISITOR) or g.get('visitor', '')}"


async def _finish(answer: Response) -> Response:
    secure = runtimes.runtime()[ServerSettings].secure
    if "visitor" in g:
        answer.set_cookie(_VISITOR, g.visitor, httponly=True, samesite="Lax", secure=secure)
    return headers.secure(answer, secure)


def _context() -> dict[str, object]:
    held = runtimes.runtime()
    google = held[GoogleSettings]
    return {
        "account": g.get("account"),
        "csrf_token": _csrf_token,
        "sandbox_url": google.sandbox_url if google.wants_sandbox else None,
        "public_url": held[ServerSettings].public_url,
    }


def _csrf_token() -> str:
    """For forms. An anonymous visitor gets a cookie of their own to bind it to."""
    if not g.get("session") and not request.cookies.get(_VISITOR) and "visitor" not in g:
        g.visitor = new_secret()
    return csrf.token(runtimes.runtime()[SessionKey], _csrf_session())


async def _error_page(error: HTTPException) -> Any:
    if request.path.startswith("/api/"):
        return {
            "error": error.name.lower().replace(" ", "_"),
            "message": error.description,
        }, error.code or 500
    known = {400, 401, 403, 404, 405, 413, 429}
    template = f"errors/{error.code}.html" if error.code in known else "errors/other.html"
    return await page.show(template, error.code or 500, error=error)


async def _surprise(error: InternalServerError) -> Any:
    if request.path.startswith("/api/"):
        return {"error": "internal", "message": "Something went wrong on our side. Try again."}, 500
    return await page.show("errors/500.html", 500)
