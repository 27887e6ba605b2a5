"""Actions that sign a person in with Google, or create the owner's account with it."""

from __future__ import annotations

from typing import Any

from quart import redirect, request

from server.accounts import invitations, time_zones
from server.accounts.destination import local_path
from server.accounts.sign_in_pages import welcome
from server.google.consent import flows, identity, oauth
from server.google.consent.id_token import IdTokenClaims
from server.google.models import OAuthFlow
from server.google.web.authorize import redirect_to_google
from server.lib.i18n import gettext
from server.lib.keys.secret import lookup
from server.lib.user_error import UserError
from server.lib.web import page


async def begin_sign_in() -> Any:
    """Redirect to Google's sign-in; afterwards, the person is redirected to the path `next`."""
    next_path = local_path(request.args.get("next"))
    return await redirect_to_google(
        flows.SIGN_IN, oauth.SIGN_IN, {"next_path": next_path}, access_type="online", prompt="select_account"
    )


async def begin_set_up(token: str) -> Any:
    """Redirect to Google's sign-in from a set-up link, which stays valid until Google has answered."""
    trouble = await invitations.trouble(lookup(token))
    if trouble:
        return await page.show("accounts/set_up_over.html", 410, trouble=trouble)
    row = {"invitation_lookup": lookup(token)}
    return await redirect_to_google(
        flows.SET_UP, oauth.SIGN_IN, row, access_type="online", prompt="select_account"
    )


async def finish_sign_in(flow: OAuthFlow, claims: IdTokenClaims, _: oauth.Tokens) -> Any:
    """Sign in the person with this Google account."""
    try:
        account = await identity.account_for(claims)
    except UserError as error:
        return await page.show("google/no_account.html", 403, reason=str(error))
    await welcome(account)
    return redirect(local_path(flow.next_path), 303)


async def finish_set_up(flow: OAuthFlow, claims: IdTokenClaims, _: oauth.Tokens) -> Any:
    """Create the owner's account for the person who signed in at Google."""
    if not claims.speaks_for_address:
        reason = gettext(
            "Google can’t vouch for %(address)s. Open the setup link again and choose a password.",
            address=claims.email,
        )
        return await page.show("google/no_account.html", 403, reason=reason)
    zone = time_zones.of_browser()
    try:
        account = await invitations.accept(
            flow.invitation_lookup, claims.email, claims.name, google_sub=claims.sub, time_zone=zone
        )
    except UserError as error:
        return await page.show("accounts/set_up_over.html", 410, trouble=str(error))
    await welcome(account)
    return redirect("/", 303)
