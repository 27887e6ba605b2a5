"""Creates the web application: registers the blueprints, installs the guards, and handles errors."""

from __future__ import annotations

from typing import Any

from quart import Quart, Response, g, has_request_context, request
from werkzeug.exceptions import HTTPException

from server import security_log
from server.accounts import languages, sessions
from server.accounts import pages as accounts
from server.alerts import pages as alerts
from server.copies import pages as copies
from server.dashboard import live
from server.dashboard import pages as dashboard
from server.extension import api as extension_api
from server.extension import pages as extension
from server.failures import wording as failure_wording
from server.google.settings import GoogleSettings
from server.google.web import pages as google
from server.lib import i18n
from server.lib import runtime as runtimes
from server.lib.database.readiness import Readiness, Stage
from server.lib.database.retryable import is_away
from server.lib.fair_queue import QueueFull
from server.lib.keys.secret import new_secret
from server.lib.keys.signing import SessionKey
from server.lib.runtime import Runtime
from server.lib.settings import ServerSettings
from server.lib.web import assets, csrf, datetimes, headers, limited_request, page, policy, problem
from server.lib.web.cookies import cookie_name
from server.lib.web.limited_request import LimitedRequest
from server.lib.web.problem import Problem
from server.ops import health, privacy, status

BLUEPRINTS = (
    health.blueprint,
    status.blueprint,
    privacy.blueprint,
    accounts.blueprint,
    google.blueprint,
    dashboard.blueprint,
    live.blueprint,
    alerts.blueprint,
    copies.blueprint,
    extension.blueprint,
    extension_api.blueprint,
)
OWN_PAGES = frozenset({400, 401, 403, 404, 405, 413, 429, 500, 503})
_BUSY_SECONDS, _STARTING_SECONDS = 3, 10
_WITHOUT_DATABASE = frozenset({"static", "health.health"})
_OWN_TEMPLATES = {"forged": "errors/forged.html", "starting": "errors/starting.html"}
_VISITOR = "sightline-visitor"


class _Application(Quart):
    request_class = LimitedRequest

    def log_exception(self, exception_info: Any) -> None:
        # Logs the rule, not the path: the path of a set-up link is a secret.
        rule = f"{request.method} {request.url_rule}" if has_request_context() else "no request"
        self.logger.error("error on %s", rule, exc_info=exception_info)

    async def handle_user_exception(self, error: Exception) -> Any:
        """Answer an error; if the database went away, tell people to wait, as at the start."""
        if is_away(error):
            self.logger.warning("no answer to %s without the database", request.method, exc_info=error)
            error = _waiting(Stage.WAITING)
        return await super().handle_user_exception(error)


def create_app(held: Runtime) -> Quart:
    """Create the application for one runtime. The database is connected later, in asgi.py."""
    app = _Application("server", root_path=None, template_folder="../templates", static_folder="../static")
    app.secret_key = held[SessionKey]
    app.config.update(BODY_TIMEOUT=15)
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    app.jinja_env.is_async = False  # no template awaits; async costs an eighth of a page's time
    runtimes.install(app.config, held)
    sessions.install(app, held)
    i18n.install(app)
    failure_wording.install(app)
    datetimes.install(app)
    assets.install(app)
    for blueprint in BLUEPRINTS:
        app.register_blueprint(blueprint)
    app.config.update(MAX_CONTENT_LENGTH=policy.largest_body(app))  # applies until a request is routed
    app.before_request(_guard)
    security_log.install(app)
    app.after_request(_finish)
    app.context_processor(_context)
    app.register_error_handler(HTTPException, _framework_error)
    app.register_error_handler(Problem, _error)
    app.register_error_handler(QueueFull, _busy)
    return app


async def _guard() -> None:
    i18n.speak(i18n.asked_for(request))
    asked = policy.of_request()
    limited_request.of_now().limit(asked.max_body, asked.max_fields)
    g.session = g.account = None
    _wait_for_database()
    if not asked.reads_cookies:
        return
    await sessions.load()
    if g.account:
        await languages.speak_to(g.account)
    if request.method not in csrf.SAFE_METHODS and not await _is_ours():
        raise Problem(
            403, "forged", "The page that sent this request is out of date. Reload it and try again."
        )
    if g.session and request.method not in csrf.SAFE_METHODS:
        # A body may take as long as BODY_TIMEOUT, and the session may have been ended meanwhile.
        await sessions.load()


def _wait_for_database() -> None:
    """Answer 503 to what needs the database, while there is none. Raises Problem."""
    stage = runtimes.runtime()[Readiness].stage
    if stage is not Stage.READY and request.endpoint not in _WITHOUT_DATABASE:
        raise _waiting(stage)


def _waiting(stage: Stage) -> Problem:
    wait = {"Retry-After": str(_STARTING_SECONDS)}
    return Problem(503, "starting", f"Sightline is {stage}. Try again soon.", headers=wait)


async def _is_ours() -> bool:
    held = runtimes.runtime()
    public_url = held[ServerSettings].public_url
    if not csrf.comes_from_us(request.headers, public_url, request.host_url.rstrip("/")):
        return False
    if not g.session and not _visitor_cookie():
        return False  # no token can match, so the form is not read
    given = request.headers.get(csrf.HEADER) or (await request.form).get(csrf.FIELD, "")
    return csrf.matches(held[SessionKey], _csrf_session(), given)


def _csrf_session() -> str:
    if g.session:
        return f"session:{g.session.token_lookup}"
    return f"visitor:{_visitor_cookie() or g.get('visitor', '')}"


def _visitor_cookie() -> str | None:
    return request.cookies.get(cookie_name(_VISITOR, secure=runtimes.runtime()[ServerSettings].secure))


async def _finish(answer: Response) -> Response:
    secure = runtimes.runtime()[ServerSettings].secure
    if "visitor" in g:
        name = cookie_name(_VISITOR, secure=secure)
        answer.set_cookie(name, g.visitor, httponly=True, samesite="Lax", secure=secure)
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
    """Return the token for forms. An anonymous visitor gets a cookie that the token is bound to."""
    if not g.get("session") and not _visitor_cookie() and "visitor" not in g:
        g.visitor = new_secret()
    return csrf.token(runtimes.runtime()[SessionKey], _csrf_session())


async def _busy(_: QueueFull) -> Response:
    wait = {"Retry-After": str(_BUSY_SECONDS)}
    return await _error(Problem(503, "", "The server is busy. Try again in a few seconds.", headers=wait))


async def _framework_error(error: HTTPException) -> Response:
    return await _error(problem.from_http(error))


async def _error(error: Problem) -> Response:
    """Answer with JSON or with a page, as the blueprint's policy requires."""
    if error.code != "starting":
        security_log.note(error)
    if policy.of_request().answers_problems:
        return error.answer()
    stage = runtimes.runtime()[Readiness].stage
    answer = await page.show(_template(error), error.status, problem=error, stage=stage.name)
    answer.headers.extend(error.headers)
    return answer


def _template(error: Problem) -> str:
    if error.code in _OWN_TEMPLATES:
        return _OWN_TEMPLATES[error.code]
    return f"errors/{error.status if error.status in OWN_PAGES else 'other'}.html"
