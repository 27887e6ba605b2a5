"""The pages on which a person types the code of a browser, and allows the browser to act for them.

No link can fill in the code: a stranger could send one, and the victim would only have to press Allow
(RFC 8628, section 5.4).
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import datetime
from typing import Any

from quart import Response, abort, g, request

from server.accounts.models import Account, Pairing
from server.accounts.sessions import signed_in, visitor_address
from server.extension import browsers, pairing
from server.extension.user_code import read_user_code
from server.lib import backoff, clock
from server.lib.backoff import Backoff
from server.lib.i18n import gettext, gettext_noop, ngettext
from server.lib.net.ip import network
from server.lib.web import page

NOBODY = gettext_noop(
    "No browser is waiting with this code. The code may have expired. Start again in the browser that you "
    "want to connect."
)
Answer = Callable[[str, Account, datetime], Awaitable[bool]]


@signed_in
async def show() -> Any:
    """Ask for the code that the extension shows."""
    return await _ask()


@signed_in
async def read_code() -> Any:
    """Ask whether to allow the browser whose code was typed. Changes nothing."""
    typed = (await request.form).get("code", "").strip()
    if too_many := await _too_many(typed):
        return too_many
    _limit().count(
        g.account.id, clock.unix()
    )  # before the code is looked up, so that parallel guesses gain nothing
    found = await _waiting(typed)
    if found is None:
        return await _ask(typed, gettext(NOBODY), 404)
    _limit().take_back(g.account.id)
    if not await browsers.may_pair_another(g.account, clock.now()):
        return await _have_too_many()
    here = visitor_address()
    elsewhere = network(found.address or "") != network(here)
    return await page.show("extension/pair_confirm.html", pairing=found, here=here, elsewhere=elsewhere)


@signed_in
async def allow(code: str) -> Any:
    """Let the browser act for the person."""
    if not await browsers.may_pair_another(g.account, clock.now()):
        return await _have_too_many()
    return await _answered(code, pairing.allow)


@signed_in
async def deny(code: str) -> Any:
    """Deny the browser's request."""
    return await _answered(code, pairing.deny)


@signed_in
async def show_answered(code: str) -> Any:
    """Show what the person answered."""
    found = await Pairing.filter(user_code=code, account_id=g.account.id).first()
    if found is None:
        abort(404)
    return await page.show("extension/pair_answered.html", pairing=found)


async def _answered(code: str, answer: Answer) -> Response:
    if too_many := await _too_many(code):
        return too_many
    _limit().count(g.account.id, clock.unix())
    if await answer(code, g.account, clock.now()):
        _limit().take_back(g.account.id)
        return await page.go("extension.pairing", code=code)
    return await _ask("", gettext(NOBODY), 404)  # it expired, or was answered in another tab


async def _too_many(code: str) -> Response | None:
    wait = _limit().wait(g.account.id, clock.unix())
    return await _ask(code, _too_many_codes(int(wait) + 1), 429) if wait else None


async def _waiting(typed: str) -> Pairing | None:
    code = read_user_code(typed)
    return await pairing.waiting(code, clock.now()) if code else None


async def _have_too_many() -> Response:
    return await page.show("extension/pair_too_many.html", 409, most=browsers.MOST)


async def _ask(typed: str = "", problem: str = "", status: int = 200) -> Response:
    return await page.show("extension/pair.html", status, typed=typed[:20], problem=problem)


def _limit() -> Backoff:
    """Return the limit on guessing: a guessed code would pair somebody else's browser with the guesser."""
    return backoff.of_all_nodes("sightline-pair-codes", Backoff(free=10, longest=300))


def _too_many_codes(seconds: int) -> str:
    return ngettext(
        "Too many wrong codes. Try again in %(num)s second.",
        "Too many wrong codes. Try again in %(num)s seconds.",
        seconds,
    )
