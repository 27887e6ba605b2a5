"""Pages to sign in by password and to sign out."""

from __future__ import annotations

from math import ceil
from typing import Any

from quart import Response, g, redirect, request

from server.accounts import people, proving, sessions, time_zones, trust
from server.accounts.destination import local_path
from server.accounts.models import Account, Session
from server.lib.i18n import gettext, gettext_noop, ngettext
from server.lib.web import page

WRONG = gettext_noop("Wrong email address or password.")
BUSY = gettext_noop("Many people are signing in right now. Try again in a few seconds.")
CLOSED = gettext_noop("Your account is disabled. Ask the owner of this server.")


async def show_form() -> Any:
    """Show the sign-in page; people who are signed in already are redirected to the page they asked for."""
    next_path = local_path(request.args.get("next"))
    if g.account:
        return redirect(next_path, 303)
    return await _form(next_path)


async def sign_in() -> Any:
    """Sign in by address and password."""
    form = await request.form
    email, next_path = form.get("email", "").strip().lower(), local_path(form.get("next"))
    from_, claimed = sessions.visitor_address(), sessions.claimed_address()
    match await proving.by_password(email, form.get("password", ""), from_, claimed):
        case proving.TooManyAttempts(wait):
            return await _later(429, wait, next_path, email, too_many_tries(wait))
        case proving.Busy(wait):
            return await _later(503, wait, next_path, email, gettext(BUSY))
        case proving.WrongPassword():
            return await _form(next_path, 403, email, gettext(WRONG))
        case proving.AccountDisabled():
            return await _form(next_path, 403, email, gettext(CLOSED))
        case account:
            await welcome(account)
            if not await trust.still_holds(account):
                await sessions.end()
                return await _form(next_path, 403, email, gettext(WRONG))
            return redirect(next_path, 303)


async def sign_out() -> Response:
    """End this session."""
    await sessions.end()
    return await page.go("accounts.sign_in")


async def welcome(account: Account) -> None:
    """Begin a session. The first session sets a person's time zone, if it is still UTC, to the browser's."""
    if account.time_zone == time_zones.DEFAULT and not await Session.filter(account_id=account.id).exists():
        account.time_zone = time_zones.of_browser()
        await Account.filter(id=account.id).update(time_zone=account.time_zone)
    await sessions.begin(account)


async def _later(status: int, wait: int, next_path: str, email: str, problem: str) -> Response:
    answer = await _form(next_path, status, email, problem)
    answer.headers["Retry-After"] = str(wait)
    return answer


async def _form(next_path: str, status: int = 200, email: str = "", problem: str = "") -> Response:
    nobody = status == 200 and not await people.anybody()  # a rejected form costs no query
    return await page.show(
        "accounts/sign_in.html", status, next_path=next_path, email=email, problem=problem, nobody=nobody
    )


def too_many_tries(seconds: int) -> str:
    """Say how long a person has to wait: in seconds or, for a long wait, in minutes."""
    if seconds > 90:
        minutes = ceil(seconds / 60)
        return ngettext(
            "Too many attempts. Try again in %(num)s minute.",
            "Too many attempts. Try again in %(num)s minutes.",
            minutes,
        )
    return ngettext(
        "Too many attempts. Try again in %(num)s second.",
        "Too many attempts. Try again in %(num)s seconds.",
        seconds,
    )
