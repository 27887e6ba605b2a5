"""Checks the bearer token and scopes of Gmail API calls, and answers as Google does."""

from collections.abc import Awaitable, Callable
from functools import wraps

from quart import Response, request

from sandbox.google_error import google_error
from sandbox.people import person_named
from sandbox.signin.grants import Token
from sandbox.signin.scopes import COMPOSE, LABELS, MAIL, METADATA, MODIFY, READONLY, SEND
from sandbox.state import here

READ = {METADATA, READONLY, MODIFY, MAIL}
READ_BODIES = {READONLY, MODIFY, MAIL}
SENDS = {SEND, COMPOSE, MODIFY, MAIL}
PROFILE_SCOPES = READ | {COMPOSE}
LABEL_READ = READ | {LABELS}
LABEL_WRITE = {LABELS, MODIFY, MAIL}
WRITE = {MODIFY, MAIL}

Handler = Callable[..., Awaitable[Response]]


class ApiError(Exception):
    """The API answers with this error instead of the resource."""

    def __init__(self, status: int, reason: str | None = None, message: str | None = None) -> None:
        super().__init__(message)
        self.status, self.reason, self.message = status, reason, message

    def answer(self) -> Response:
        return google_error(self.status, self.reason, self.message)


def allowed(scopes: set[str]) -> Callable[[Handler], Handler]:
    """Run a handler only if the caller's token has one of the scopes; pass the token to it as `caller`."""

    def decorate(handler: Handler) -> Handler:
        @wraps(handler)
        async def guarded(user: str, **values: str) -> Response:
            return await handler(caller=_caller(user, scopes), **values)

        vars(guarded)["scopes"] = frozenset(scopes)  # for the comparison with Google's own description
        return guarded

    return decorate


def _caller(user: str, scopes: set[str]) -> Token:
    scheme, _, name = request.headers.get("Authorization", "").partition(" ")
    caller = here().grants.token(name.strip()) if scheme.lower() == "bearer" else None
    if caller is None:
        raise ApiError(401)
    if not caller.scopes & scopes:
        raise ApiError(403)
    if user != "me" and person_named(user) != caller.person:
        raise ApiError(403, "forbidden", f"Delegation denied for {caller.person.address}")
    return caller


def headers_only(caller: Token) -> bool:
    """Return whether `gmail.metadata` applies: it restricts even a token that also has wider scopes."""
    return METADATA in caller.scopes
