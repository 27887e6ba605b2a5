"""Serves Google's token endpoints: exchange of codes and refresh tokens, revocation, certificates."""

import hashlib
import hmac
from typing import Any

from quart import Blueprint, Response, request
from werkzeug.datastructures import MultiDict

from sandbox.clock import CLOCK
from sandbox.google_error import oauth_error, oauth_refusal
from sandbox.people import Person, person_named
from sandbox.reply import json_reply
from sandbox.settings import CLIENT_ID
from sandbox.signin.grants import ACCESS_S, Code
from sandbox.signin.idtoken import at_hash, b64u
from sandbox.signin.scopes import EMAIL, PROFILE, SIGN_IN, known
from sandbox.state import here

api = Blueprint("tokens", __name__)


@api.post("/token")
async def token() -> Response:
    """Redeem a code or a refresh token (RFC 6749 sections 4.1.3 and 6)."""
    form = await request.form
    if reason := _trouble_with_client(form):
        return oauth_refusal(reason)
    match form.get("grant_type"):
        case "authorization_code":
            return _redeem(form)
        case "refresh_token":
            return _refresh(form)
        case other:
            return oauth_error("unsupported_grant_type", 400, f"Invalid grant_type: {other or ''}")


def _trouble_with_client(form: MultiDict[str, str]) -> str | None:
    basic = request.authorization
    client = basic.username if basic else form.get("client_id")
    secret = basic.password if basic else form.get("client_secret")
    if client != CLIENT_ID:
        return "unknown_client"
    project = here().project
    is_right = hmac.compare_digest((secret or "").encode(), project.state.client_secret.encode())
    return project.refusal or (None if is_right else "invalid_client")


def _redeem(form: MultiDict[str, str]) -> Response:
    code = here().grants.take_code(form.get("code", ""))
    if code is None:
        return oauth_error("invalid_grant", 400, "Malformed auth code.")
    if form.get("redirect_uri") != code.redirect_uri:
        return oauth_error("redirect_uri_mismatch")
    verifier = form.get("code_verifier")
    if code.challenge and not verifier:
        return oauth_error("invalid_grant", 400, "Missing code verifier.")
    if code.challenge and _challenge(verifier or "") != code.challenge:
        return oauth_error("invalid_grant", 400, "Invalid code verifier.")
    return json_reply(_tokens(code))


def _challenge(verifier: str) -> str:
    return b64u(hashlib.sha256(verifier.encode()).digest())


def _tokens(code: Code) -> dict[str, Any]:
    sandbox, person = here(), person_named(code.person)
    answer = _access(code.person, code.scopes)
    if code.offline:
        lives_s = None if set(code.scopes) <= set(SIGN_IN) else sandbox.project.refresh_token_s
        answer["refresh_token"] = sandbox.grants.issue_refresh(code.person, code.scopes, lives_s)
        if lives_s is not None:
            answer["refresh_token_expires_in"] = lives_s
    if "openid" in code.scopes and person:
        answer["id_token"] = _id_token(person, code, answer["access_token"])
    return answer


def _access(person: str, scopes: list[str]) -> dict[str, Any]:
    access = here().grants.issue_access(person, scopes)
    return {"access_token": access, "expires_in": ACCESS_S, "scope": " ".join(scopes), "token_type": "Bearer"}


def _id_token(person: Person, code: Code, access_token: str) -> str:
    sandbox, now = here(), int(CLOCK.unix())
    claims: dict[str, Any] = {
        "iss": sandbox.settings.url, "azp": CLIENT_ID, "aud": CLIENT_ID, "sub": person.sub,
        "at_hash": at_hash(access_token), "iat": now, "exp": now + 3600,
    }  # fmt: skip
    if EMAIL in code.scopes:
        claims |= {"email": person.address, "email_verified": True}
    if PROFILE in code.scopes:
        given, family = person.name.split()
        claims |= {"name": person.name, "given_name": given, "family_name": family}
    if code.nonce:
        claims["nonce"] = code.nonce
    return sandbox.key.signed(claims)


def _refresh(form: MultiDict[str, str]) -> Response:
    found = here().grants.renewing(form.get("refresh_token", ""))
    if isinstance(found, str):
        return oauth_refusal(found)
    ends = {} if found.left_s is None else {"refresh_token_expires_in": found.left_s}
    return json_reply(_access(found.person.key, known(list(found.scopes))) | ends)


@api.post("/revoke")
async def revoke() -> Response:
    """Revoke a grant by any of its tokens (RFC 7009; Google answers 400 for an unknown token)."""
    name = (await request.form).get("token") or request.args.get("token", "")
    if not here().grants.revoke(name):
        return oauth_error("invalid_token", 400, "Token expired or revoked")
    return json_reply({})


@api.get("/oauth2/v3/certs")
async def certs() -> Response:
    """Return the keys that sign ID tokens."""
    return json_reply(here().key.jwks())


@api.get("/oauth2/v1/certs")
async def older_certs() -> Response:
    """Return the keys that sign ID tokens, as certificates."""
    return json_reply(here().key.certificates())


@api.get("/.well-known/openid-configuration")
async def configuration() -> Response:
    """Return the URLs of all endpoints (OpenID Connect Discovery 1.0)."""
    url = here().settings.url
    return json_reply({
        "issuer": url, "authorization_endpoint": f"{url}/o/oauth2/v2/auth", "token_endpoint": f"{url}/token",
        "revocation_endpoint": f"{url}/revoke", "jwks_uri": f"{url}/oauth2/v3/certs",
        "response_types_supported": ["code"], "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["RS256"], "code_challenge_methods_supported": ["S256"],
    })  # fmt: skip
