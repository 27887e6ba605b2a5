"""Handles the OAuth callback. An answer that does not match its flow, browser and session changes nothing."""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, Mapping
from typing import Any

from quart import Response, g, request

from server.google import flows, gmail_pages, id_token, oauth, sign_in_pages
from server.google.authorize import browser_cookie
from server.google.id_token import IdTokenClaims
from server.google.models import OAuthFlow
from server.google.settings import Google, GoogleSettings
from server.lib.i18n import gettext, gettext_noop
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

STALE = gettext_noop("Google’s answer doesn’t match a request from this browser. Start again.")
UNTRUSTED = gettext_noop("Google’s answer couldn’t be verified, so nothing was changed. Start again.")


async def come_back() -> Any:
    """Match the answer with its flow, get tokens from Google, check them, and finish the flow's purpose."""
    google = runtime()[GoogleSettings].google
    flow = await flows.take(request.args.get("state", ""), browser_cookie(), g.session) if google else None
    if google is None or flow is None or not _from(google):
        return await _failed(STALE)
    if "code" not in request.args:
        return await _without_code(flow)
    try:
        tokens = await oauth.redeem(
            google, runtime()[ServerSettings].public_url, flow.verifier, request.args["code"]
        )
        claims = await id_token.verify(tokens.id_token, google, flow.nonce)
    except oauth.NoTokens as error:
        return await _failed(str(error))
    except id_token.UntrustedIdToken as error:
        log.warning("an ID token was rejected: %s", error)
        return await _failed(UNTRUSTED)
    return await _forget_cookie(await FINISH[flow.purpose](flow, claims, tokens))


def _from(google: Google) -> bool:
    # RFC 9207: if an answer names its issuer, it must be the issuer that we asked.
    return request.args.get("iss", google.issuers[0]) in google.issuers


async def _without_code(flow: OAuthFlow) -> Any:
    if request.args.get("error") != "access_denied":
        log.warning(
            "Google answered %r when asked for permission (%s)", request.args.get("error"), flow.purpose
        )
        return await _failed(gettext_noop("Google didn’t complete the request. Start again."))
    if flow.purpose == flows.CONNECT:
        return await _forget_cookie(await gmail_pages.cancelled())
    return await _forget_cookie(await page.go("accounts.sign_in", google="cancelled", next=flow.next_path))


async def _failed(reason: str) -> Response:
    return await page.show("google/failed.html", 400, reason=gettext(reason))


async def _forget_cookie(answer: Any) -> Any:
    secure = runtime()[ServerSettings].secure
    name = cookie_name(flows.COOKIE, secure=secure)
    answer.delete_cookie(name, httponly=True, secure=secure, samesite="Lax")
    return answer
