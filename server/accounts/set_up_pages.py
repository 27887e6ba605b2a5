"""Pages for setting up the server, where the one-time link creates the owner's account."""

from __future__ import annotations

from typing import Any

from quart import Response, redirect, request

from server.accounts import invitations, passwords, people, strength, time_zones
from server.accounts.sign_in_pages import welcome
from server.lib.i18n import gettext
from server.lib.keys.secret import lookup
from server.lib.runtime import runtime
from server.lib.user_error import UserError
from server.lib.web import page


async def show_hint() -> Any:
    """Tell people who come without the set-up link where to find it."""
    if await people.owner_exists():
        return await page.go("accounts.sign_in")
    return await page.show("accounts/set_up_hint.html")


async def show_form(token: str) -> Response:
    """Show the form. Viewing it does not use up the link, because previews and scanners open links too."""
    trouble = await invitations.trouble(lookup(token))
    return await _over(trouble) if trouble else await _form(token)


async def set_up(token: str) -> Any:
    """Create the owner and sign them in. Without a valid link, the form is not even read."""
    if trouble := await invitations.trouble(lookup(token)):
        return await _over(trouble)
    form = await request.form
    values = {"name": people.clean_name(form.get("name", "")), "email": form.get("email", "").strip()}
    password, address = form.get("password", ""), people.clean_address(values["email"])
    errors = await _errors(values["name"], address, password)
    if errors or address is None:
        return await _form(token, 422, values, errors)
    kept = {"password_hash": await passwords.hashed(password)}
    zone = time_zones.known(form.get("time_zone"))
    try:
        account = await invitations.accept(lookup(token), address, values["name"], time_zone=zone, **kept)
    except UserError as error:
        trouble = await invitations.trouble(lookup(token))
        return await _over(trouble) if trouble else await _form(token, 422, values, {"email": str(error)})
    await welcome(account)
    return redirect("/", 303)


async def _errors(name: str, address: str | None, password: str) -> dict[str, str]:
    found = {
        "name": gettext("Enter your name.") if not name else "",
        "email": gettext("This isn’t a valid email address.") if address is None else "",
        "password": await strength.weakness(password, runtime().settings, name, address or "") or "",
    }
    if len(name) > people.NAME_LENGTH:
        found["name"] = gettext("Use at most %(num)s characters.", num=people.NAME_LENGTH)
    return {field: text for field, text in found.items() if text}


async def _form(
    token: str, status: int = 200, values: dict[str, str] | None = None, errors: dict[str, str] | None = None
) -> Response:
    return await page.show(
        "accounts/set_up.html", status, token=token, values=values or {}, errors=errors or {}
    )


async def _over(trouble: str) -> Response:
    return await page.show("accounts/set_up_over.html", 410, trouble=trouble)
