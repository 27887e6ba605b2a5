"""Handles the OAuth callback. An answer that does not match its flow, browser and session changes nothing."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from quart import g, request, url_for

from server.accounts import people
from server.google.consent import flows, id_token, identity, oauth
from server.google.consent.id_token import IdTokenClaims
from server.google.failures import GoogleFailure, Who, who_repairs
from server.google.judging import code_answers
from server.google.judging.foreign_text import line
from server.google.models import OAuthFlow
from server.google.settings import Google, GoogleSettings
from server.google.web import gmail_pages, sign_in_pages
from server.google.web.authorize import browser_cookie
from server.google.web.sign_in_words import sentence
from server.lib.i18n import ENGLISH, gettext, gettext_noop, speaking
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.lib.web import page
from server.lib.web.cookies import cookie_name

log = logging.getLogger(__name__)

Finish = Callable[[OAuthFlow, IdTokenClaims, oauth.Tokens], Awaitable[Any]]
FINISH: Mapping[str, Finish] = {
    flows.SIGN_IN: sign_in_pages.finish_sign_in,
    flows.SET_UP: sign_in_pages.finish_set_up,
    flows.CONNECT: gmail_pages.finish_connect,
}

STALE = gettext_noop(
    "Google’s answer was already used, is more than ten minutes old, or belongs to another browser. "
    "Start again."
)
UNTRUSTED = gettext_noop("Google’s answer couldn’t be verified, so nothing was changed. Start again.")


async def come_back() -> Any:
    """Match the answer with its flow, get tokens from Google, check them, and finish the flow's purpose."""
    google = runtime()[GoogleSettings].google
    flow = await flows.take(request.args.get("state", ""), browser_cookie(), g.session) if google else None
    if google is None or flow is None or not _from(google):
        return await page.show("google/failed.html", 400, reason=gettext(STALE))
    if "code" not in request.args:
        return await _without_code(flow, google)
    tokens = await oauth.redeem(
        google, runtime()[ServerSettings].public_url, flow.verifier, request.args["code"]
    )
    if not isinstance(tokens, oauth.Tokens):
        return await _failed(flow, google, tokens)
    try:
        claims = await id_token.verify(tokens.id_token, google, flow.nonce, tokens.clock_ahead)
    except id_token.UntrustedIdToken as error:
        log.warning("an ID token was rejected: %s", line(str(error)))
        return await _show(flow, gettext(UNTRUSTED))
    if not isinstance(claims, IdTokenClaims):
        return await _failed(flow, google, claims)
    await identity.follow(claims)
    return await _forget_cookie(await FINISH[flow.purpose](flow, claims, tokens))


def _from(google: Google) -> bool:
    # RFC 9207: if an answer names its issuer, it must be the issuer that we asked.
    return request.args.get("iss", google.issuers[0]) in google.issuers


async def _without_code(flow: OAuthFlow, google: Google) -> Any:
    error = request.args.get("error", "")
    if error != "access_denied":
        failure = code_answers.sent_back(error, request.args.get("error_description", ""))
        return await _failed(flow, google, failure)
    if flow.purpose == flows.CONNECT:
        return await _forget_cookie(await gmail_pages.cancelled())
    return await _forget_cookie(await page.go("accounts.sign_in", google="cancelled", next=flow.next_path))


async def _failed(flow: OAuthFlow, google: Google, failure: GoogleFailure) -> Any:
    """Log a failure in one line, and show it in the words for the person who is here."""
    who = who_repairs(failure)
    with speaking(ENGLISH):
        log.warning(
            "Google's answer ended a flow (%s, %s): %s [%s]",
            flow.purpose,
            who,
            sentence(failure, for_owner=True),
            failure.reason,
        )
    # Whoever sets the server up has the link from its console, and is going to be its owner.
    for_owner = flow.purpose == flows.SET_UP or (g.account is not None and g.account.role == people.OWNER)
    client = google.client_id if who == Who.ADMIN else None  # by which an administrator finds this server
    words = sentence(failure, for_owner=for_owner)
    return await _show(flow, words, 503 if who == Who.NOBODY else 400, client=client)


async def _show(flow: OAuthFlow, reason: str, status: int = 400, client: str | None = None) -> Any:
    answer = await page.show("google/failed.html", status, reason=reason, again=_again(flow), client=client)
    return await _forget_cookie(answer)


def _again(flow: OAuthFlow) -> str | None:
    """Return where the flow begins anew; None if only the set-up link leads there."""
    if flow.purpose == flows.CONNECT:
        wanted: dict[str, Any] = dict.fromkeys(flow.features, "yes")
        return url_for("google.connect", **wanted)
    return url_for("google.sign_in", next=flow.next_path) if flow.purpose == flows.SIGN_IN else None


async def _forget_cookie(answer: Any) -> Any:
    secure = runtime()[ServerSettings].secure
    name = cookie_name(flows.COOKIE, secure=secure)
    answer.delete_cookie(name, httponly=True, secure=secure, samesite="Lax")
    return answer
