"""Actions that connect and disconnect Gmail, and turn labels and the reply watch on and off."""

from __future__ import annotations

import asyncio
from collections.abc import Collection
from typing import Any

from quart import g, request

from server.accounts.models import Account
from server.accounts.people import OWNER
from server.accounts.sessions import signed_in
from server.google import features, labels, reply_watch
from server.google.access import grants, probes
from server.google.consent import flows, oauth
from server.google.consent.id_token import IdTokenClaims
from server.google.gmail_api.gmail import Gmail
from server.google.models import GmailGrant, OAuthFlow
from server.google.web.authorize import redirect_to_google
from server.lib.i18n import gettext
from server.lib.web import page
from server.mail.same_mailbox import same_mailbox

SIGN_IN = ("openid", "email")
_PATIENCE = 15  # seconds for which a person who returns from Google waits for Gmail
SCOPES = {"send": oauth.SEND, "check": oauth.READONLY, "replies": oauth.READONLY, "labels": oauth.MODIFY}


@signed_in
async def connect() -> Any:
    """Redirect to Google to ask for lasting access to Gmail. Nothing is stored before Google's answer.

    `?send=yes`, `?check=yes`, `?replies=yes` and `?labels=yes` each ask for more than headers. Features that
    the person has turned on before are included unless the parameter is `no`. With `?choose=yes`, the person
    chooses the Gmail at Google.
    """
    grant = await grants.of(g.account.id)
    wanted = await _wanted(grant)
    scopes = (*SIGN_IN, *_scopes(wanted))
    return await redirect_to_google(
        flows.CONNECT, scopes, {"features": wanted}, access_type="offline", **_prompt(g.account, grant)
    )


def _prompt(account: Account, grant: GmailGrant | None) -> dict[str, str]:
    """Return what Google shows: the consent page, without which it returns no refresh token, and for whom.

    Where nothing says which Gmail is meant, the person chooses one, and no hint decides for them.
    """
    known = same_mailbox(grant.email, account.email) if grant else account.google_sub is not None
    if known and request.args.get("choose") != "yes":
        return {"prompt": "consent", "login_hint": grant.email if grant else account.email}
    return {"prompt": "select_account consent"}


async def _wanted(grant: GmailGrant | None) -> list[str]:
    kept = {"send"} if grant and oauth.SEND in grant.scopes else set()
    kept |= await features.of(g.account.id)
    asked = {name: request.args.get(name) for name in SCOPES}
    return [name for name, answer in asked.items() if answer == "yes" or (name in kept and answer != "no")]


def _scopes(wanted: Collection[str]) -> list[str]:
    scopes = list(dict.fromkeys(SCOPES[name] for name in wanted))
    if {oauth.READONLY, oauth.MODIFY}.isdisjoint(scopes):
        # With this scope Google allows neither searching nor reading more than headers, even if other
        # scopes are granted.
        scopes.insert(0, oauth.METADATA)
    return scopes


@signed_in
async def start_labels() -> Any:
    """Turn on Gmail labels if the grant allows them; otherwise redirect to Google."""
    grant = await grants.of(g.account.id)
    if grant is None or grant.disconnected_at or oauth.MODIFY not in grant.scopes:
        return await page.go("google.connect", labels="yes")
    await labels.start(g.account.id)
    return await _settings("labels-on")


@signed_in
async def stop_labels() -> Any:
    """Turn off Gmail labels; with `remove=yes`, also delete our labels from the person's Gmail."""
    remove = (await request.form).get("remove") == "yes"
    await labels.stop(g.account.id, remove=remove)
    return await _settings("labels-removed" if remove else "labels-off")


@signed_in
async def start_replies() -> Any:
    """Turn on the reply watch if the grant allows reading mails; otherwise redirect to Google."""
    grant = await grants.of(g.account.id)
    if grant is None or grant.disconnected_at or not grants.may_read(grant):
        return await page.go("google.connect", replies="yes")
    await reply_watch.start(g.account.id)
    return await _settings("replies-on")


@signed_in
async def stop_replies() -> Any:
    """Turn off the reply watch; replies and bounces found so far are kept."""
    await reply_watch.stop(g.account.id)
    return await _settings("replies-off")


@signed_in
async def disconnect() -> Any:
    """Turn off all Gmail features and revoke the grant."""
    await features.end(g.account.id)
    return await _settings(await grants.disconnect(g.account.id))


@signed_in
async def probe() -> Any:
    """Ask Google now whether it accepts the person's grant again; for the owner, everybody's.

    At most once a minute for each grant.
    """
    outcome = await _probe(g.account.id)
    if g.account.role == OWNER:
        await probes.hasten_for_owner()
    return await _settings(outcome)


async def _probe(account_id: int) -> str:
    grant = await grants.of(account_id)
    if grant is None or grant.refusal is None or grant.disconnected_at:
        return "asking"
    if not probes.may_ask(grant):
        return "asked-just-now"
    await probes.ask(grant, _PATIENCE)
    now = await grants.of(account_id)
    return "works-again" if now and now.refusal is None else "still-refused"


async def finish_connect(flow: OAuthFlow, claims: IdTokenClaims, tokens: oauth.Tokens) -> Any:
    """Store the grant, turn on the features that it allows, and say if the person did not allow all."""
    answer = await _finish_connect(flow, claims, tokens)
    await flows.finish(flow)
    return answer


async def _finish_connect(flow: OAuthFlow, claims: IdTokenClaims, tokens: oauth.Tokens) -> Any:
    if g.account is None or flow.account_id != g.account.id:
        if flow.account_id:
            await grants.discard(flow.account_id, claims, tokens)
        return await page.show(
            "google/failed.html",
            400,
            reason=gettext(
                "Someone else has signed in here since you started. Sign in again, then try again."
            ),
        )
    asked = {scope for scope in flow.scopes if scope.startswith(oauth.API)}
    allowed = asked & tokens.scopes
    if not allowed:
        await grants.discard(g.account.id, claims, tokens)
        return await _settings("nothing-allowed")
    if tokens.refresh_token is None:
        return await _settings("no-lasting-permission")
    before = await grants.of(g.account.id)
    same = before is not None and before.google_sub == claims.sub
    await grants.keep(g.account.id, claims, tokens)
    wanted = {name for name in flow.features if SCOPES[name] in allowed}
    await features.keep(g.account.id, wanted, same_gmail=same)
    await _try_out(g.account.id)
    return await _settings("connected" if allowed == asked else "partly")


async def _try_out(account_id: int) -> None:
    """Ask Google once whether the new permission works, and whose Gmail it is for.

    What Google refuses is noted on the grant; the settings page says so.
    """
    gmail = await grants.gmail_for(account_id)
    if not isinstance(gmail, Gmail):
        return
    try:
        async with asyncio.timeout(_PATIENCE):
            profile = await gmail.profile()
    except TimeoutError:  # what waits for this Gmail will find out
        return
    if isinstance(profile, dict) and profile.get("emailAddress"):
        await grants.rename(account_id, str(profile["emailAddress"]))


async def cancelled() -> Any:
    """Return to the settings after the person declined on Google's consent page."""
    return await _settings("cancelled")


async def _settings(outcome: str) -> Any:
    return await page.go("accounts.settings", gmail=outcome, _anchor="gmail")
