"""Builds the sandbox as a Quart app, which is served over plain HTTP and over TLS."""

import asyncio
from typing import cast

from quart import Quart, Response, g, request
from werkzeug.exceptions import HTTPException
from werkzeug.http import http_date

from sandbox import control, troubles
from sandbox.clock import CLOCK, now_ms
from sandbox.faults import Asked, Fault, fault_answer
from sandbox.gmail_api import api as gmail_api
from sandbox.gmail_api import threads as gmail_threads
from sandbox.gmail_api import upload as gmail_upload
from sandbox.hang_up import may_hang_up
from sandbox.own_names import only_own_names
from sandbox.reply import json_reply
from sandbox.settings import Settings
from sandbox.signin import oauth, tokens
from sandbox.signin.asker import asker
from sandbox.state import Sandbox, here, open_sandbox
from sandbox.webmail import conversations, images, page, sync

PARTS = (
    control.api,
    troubles.api,
    oauth.pages,
    tokens.api,
    gmail_api.api,
    gmail_threads.api,
    gmail_upload.api,
    page.pages,
    conversations.api,
    images.api,
    sync.api,
)
RELEASE_S = 0.25
POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'; "
    "form-action 'self' http://127.0.0.1:* http://localhost:*"
)


def create_app(settings: Settings) -> Quart:
    """Build the app, with the state that is stored in the settings' data folder."""
    app = Quart(__name__, static_url_path="/sandbox/static")
    app.config["SANDBOX"] = sandbox = open_sandbox(settings)
    app.config["MAX_CONTENT_LENGTH"] = 40_000_000
    for part in PARTS:
        app.register_blueprint(part)
    app.asgi_app = only_own_names(may_hang_up(app.asgi_app))  # type: ignore[method-assign, assignment]
    app.before_request(only_own_pages)
    app.before_request(ordered_faults)
    app.after_request(lose)
    app.after_request(with_policy)
    app.after_request(dated)
    app.register_error_handler(HTTPException, in_words)
    _release_while_serving(app, sandbox)
    return app


def _release_while_serving(app: Quart, sandbox: Sandbox) -> None:
    tasks: set[asyncio.Task[None]] = set()

    @app.before_serving
    async def start() -> None:
        tasks.add(asyncio.create_task(_release_forever(sandbox)))

    @app.after_serving
    async def stop() -> None:
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        sandbox.store.close()


async def _release_forever(sandbox: Sandbox) -> None:
    while True:
        sandbox.mailbox.release(now_ms())
        await asyncio.sleep(RELEASE_S)


async def only_own_pages() -> Response | None:
    """Refuse requests that change something if a page of another site sent them."""
    unsafe = request.method not in ("GET", "HEAD", "OPTIONS")
    if unsafe and request.headers.get("Sec-Fetch-Site", "none") not in ("none", "same-origin"):
        return json_reply({"error": "not from another site"}, 403)
    return None


async def ordered_faults() -> Response | None:
    """Answer with a fault if a test has ordered one for this path."""
    if request.path.startswith("/sandbox/"):
        return None
    fault = here().faults.take(Asked(request.path, request.method, await asker()), CLOCK.unix())
    if fault and (fault.done or fault.is_real):
        g.lost = fault
        return None
    return await _played(fault) if fault else None


async def _played(fault: Fault) -> Response:
    await asyncio.sleep(fault.late)
    if fault.hanging:
        await asyncio.Event().wait()  # until the client goes
    return fault_answer(fault, request.path)


async def lose(answer: Response) -> Response:
    """Replace the response to a carried-out request if a fault asks for that, after the fault's delay."""
    fault = cast("Fault | None", g.pop("lost", None))
    if fault and fault.is_real:
        await asyncio.sleep(fault.late)
        return answer
    return await _played(fault) if fault else answer


async def dated(answer: Response) -> Response:
    """Set the date by the sandbox's clock, unless a fault sets another."""
    answer.headers.setdefault("Date", http_date(CLOCK.unix()))
    return answer


async def with_policy(answer: Response) -> Response:
    """Set a strict CSP on responses that have no CSP yet.

    The CSP allows forms to lead to the app, because browsers also apply form-action to the redirect that
    follows a form.
    """
    answer.headers.setdefault("Content-Security-Policy", POLICY)
    answer.headers.setdefault("X-Content-Type-Options", "nosniff")
    answer.headers.setdefault("Referrer-Policy", "no-referrer")
    return answer


async def in_words(error: HTTPException) -> Response:
    """Return an error as JSON, with a sentence for people."""
    return json_reply({"error": error.name, "message": error.description or error.name}, error.code or 500)
