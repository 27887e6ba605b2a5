"""Serves the stand-in Gmail page and its login."""

import secrets
from typing import Any

from markupsafe import Markup
from quart import Blueprint, Response, make_response, redirect, render_template, request
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.wrappers import Response as AnyResponse

from sandbox.people import Person, people, person_named
from sandbox.state import here
from sandbox.webmail.conversations import proxied
from sandbox.webmail.display import shown_html
from sandbox.webmail.visitor import cookie_name, signed_in, visitor

pages = Blueprint("page", __name__)

MOST_ACCOUNTS = 10  # signed in at the same time
Shown = AnyResponse | Response
POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' https: data:; font-src 'self'; connect-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'; object-src 'none'; require-trusted-types-for 'script'"
)


@pages.get("/mail/")
@pages.get("/mail/u/<int:number>")
async def shortcut(number: int = 0) -> AnyResponse:
    return redirect(f"/mail/u/{number}/")


@pages.get("/mail/u/")
async def by_address() -> AnyResponse:
    """Redirect to the account of `?authuser=ADDRESS`, under whichever number that person is signed in."""
    wanted = request.args.get("authuser", "").lower()
    numbers = [n for n in range(MOST_ACCOUNTS) if (who := visitor(n)) and who.address.lower() == wanted]
    return redirect(f"/mail/u/{numbers[0] if numbers else 0}/")


@pages.get("/mail/u/<int:number>/")
async def gmail(number: int) -> Shown:
    """Show the page, or the login page if nobody is signed in. `?as=alice` signs Alice in and redirects."""
    if "as" in request.args:
        return _sign_in(number, person_named(request.args["as"]))
    return await _shown(number, "gmail.html")


@pages.get("/mail/u/<int:number>/popout")
async def popout(number: int) -> Shown:
    """Show a page with only a compose window: a new mail, or the draft with the perm id in `?draft=`."""
    return await _shown(number, "popout.html")


@pages.get("/mail/u/<int:number>/whole/<legacy_id>")
async def whole(number: int, legacy_id: str) -> Shown:
    """Show the whole of a mail that the conversation clips."""
    mail = here().mailbox.mail(signed_in(number).key, legacy_id)
    if mail is None:
        raise NotFound("There is no such mail.")
    html = Markup(shown_html(mail.letter.html, proxied))  # noqa: S704 - shown_html makes it safe
    return await _shown(number, "whole.html", mail=mail, html=html)


async def _shown(number: int, template: str, **values: Any) -> Shown:
    """Show a page to the person signed in under this number, else the login page."""
    person = visitor(number)
    nonce = secrets.token_urlsafe(16)
    boot = {"number": number, "undoMs": here().settings.undo_ms, "person": person and _card(person),
            "people": [_card(p) for p in people()]}  # fmt: skip
    values |= {"person": person, "people": people(), "number": number, "nonce": nonce, "boot": boot}
    text = await render_template(template if person else "login.html", **values)
    answer = await make_response(text)
    answer.headers["Content-Security-Policy"] = POLICY.format(nonce=nonce)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _sign_in(number: int, person: Person | None) -> AnyResponse:
    if person is None:
        raise BadRequest("Nobody here has that name.")
    rest = "&".join(f"{k}={v}" for k, v in request.args.items(multi=True) if k in {"transport", "shape"})
    answer = redirect(f"/mail/u/{number}/{'?' if rest else ''}{rest}")
    answer.set_cookie(
        cookie_name(number), person.key, httponly=True, samesite="Lax", secure=request.is_secure
    )
    return answer


def _card(person: Person) -> dict[str, Any]:
    aliases = [{"address": address, "name": name} for address, name in person.aliases]
    return {"address": person.address, "name": person.name, "aliases": aliases}
