"""Makes HTML responses: whole pages, fragments for htmx, and redirects for browsers and for htmx."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any, cast

from quart import Blueprint, Response, current_app, make_response, redirect, request, url_for

from server.lib import work_pace

_ADDED = "values of other slices"
Load = Callable[[], Awaitable[dict[str, Any]]]


def add_values(blueprint: Blueprint, template: str, load: Load) -> None:
    """Let `template`, which includes parts of the blueprint's slice, have the values that `load` returns."""
    blueprint.record_once(
        lambda state: state.app.extensions.setdefault(_ADDED, {}).setdefault(template, []).append(load)
    )


def wants_fragment() -> bool:
    """Return whether htmx asks for a part of the page. A boosted link asks for the whole page."""
    headers = request.headers
    return headers.get("HX-Request") == "true" and headers.get("HX-Boosted") != "true"


async def show(template: str, status: int = 200, **context: Any) -> Response:
    """Render `template`. No cache may store the response, because it may show one person's data."""
    values = dict(context)
    for load in current_app.extensions.get(_ADDED, {}).get(template, ()):
        values |= await load()
    await current_app.update_template_context(values)
    await work_pace.of(current_app).go_on()
    text = current_app.jinja_env.get_template(template).render(values)
    answer = cast(Response, await make_response(text, status))
    answer.headers["Cache-Control"] = "no-store"
    answer.headers["Vary"] = "HX-Request, Cookie, Accept-Language"
    return answer


async def go(endpoint: str, **values: Any) -> Response:
    """Redirect to a page after a form was sent; if htmx sent the form, the browser loads the whole page."""
    place = url_for(endpoint, **values)
    if wants_fragment():
        answer = cast(Response, await make_response("", 204))
        answer.headers["HX-Redirect"] = place
        return answer
    return cast(Response, redirect(place, 303))
