"""Makes HTML responses: whole pages, fragments for htmx, and redirects for browsers and for htmx."""

from __future__ import annotations

from typing import Any, cast

from quart import Response, make_response, redirect, render_template, request, url_for


def wants_fragment() -> bool:
    """Return whether htmx asks for a part of the page. A boosted link asks for the whole page."""
    headers = request.headers
    return headers.get("HX-Request") == "true" and headers.get("HX-Boosted") != "true"


async def show(template: str, status: int = 200, **context: Any) -> Response:
    """Render `template`. No cache may store the response, because it may show one person's data."""
    answer = cast(Response, await make_response(await render_template(template, **context), status))
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
