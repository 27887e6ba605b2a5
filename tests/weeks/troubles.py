"""The trouble of a week: what goes wrong at Google, for how long, and how it is repaired in the end."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from tests.weeks.life import Life

API, SEND = "/gmail/v1", "/gmail/v1/users/me/messages/send"
PORTAL = "<html><title>Anmeldung nötig</title><p>Bitte melden Sie sich im WLAN an: für Gäste.</p></html>"
BUSY_PAGE = (
    "<!DOCTYPE html><html lang=en><title>Error 502 (Server Error)!!1</title><p>The server encountered a "
    "temporary error and could not complete your request.<p>Please try again in 30 seconds.</html>"
)
Begin = Callable[[Life, str, float], Awaitable[Any]]
End = Callable[[Life, str], Awaitable[Any]]


@dataclass(frozen=True)
class Trouble:
    """One kind of trouble. `hours`: its shortest and longest time.

    `begin` gets a person's name, and when the trouble ends (Unix seconds, by Google's clock).
    """

    words: str
    hours: tuple[float, float]
    begin: Begin
    end: End | None = None


def fault(path: str, /, *, of_one: bool = False, **values: Any) -> Begin:
    """Order a fault that ends with the trouble."""

    async def begin(life: Life, name: str, until: float) -> None:
        whose = {"person": name} if of_one else {}
        await life.google.fault(path, until=until, **values, **whose)

    return begin


def project(**values: Any) -> Callable[..., Awaitable[Any]]:
    """Change the project at Google Cloud."""

    async def change(life: Life, name: str, until: float = 0) -> None:
        await life.google.patch("/sandbox/project", **values)

    return change


async def portal(life: Life, name: str, until: float) -> None:
    for path in (API, "/token"):
        await fault(path, status=200, body=PORTAL, charset="latin-1")(life, name, until)


async def answers_are_lost(life: Life, name: str, until: float) -> None:
    await life.google.fault(SEND, status=503, done=True, times=4)


async def connections_are_cut(life: Life, name: str, until: float) -> None:
    await life.google.fault(SEND, closed=True, done=True, times=3)


async def limit(life: Life, name: str, until: float) -> None:
    await life.google.post(f"/sandbox/send_limits/{name}", json={"for_s": until - life.clock.unix()})


async def no_limit(life: Life, name: str) -> None:
    await life.google.delete(f"/sandbox/send_limits/{name}")


async def revoked(life: Life, name: str, until: float) -> None:
    await life.google.delete(f"/sandbox/grants/{name}")


async def new_password(life: Life, name: str, until: float) -> None:
    await life.google.post(f"/sandbox/passwords/{name}")


async def wrong_gmail(life: Life, name: str, until: float) -> None:
    life.people[name].google = "charlie"
    await life.people[name].connects()


async def right_gmail(life: Life, name: str) -> None:
    life.people[name].google = ""


async def forgotten_history(life: Life, name: str, until: float) -> None:
    await life.google.delete(f"/sandbox/history/{name}")


async def busy_history(life: Life, name: str, until: float) -> None:
    await life.google.post(f"/sandbox/history/{name}", json={"changes": 6500})


async def renamed(life: Life, name: str, until: float) -> None:
    await life.google.patch(f"/sandbox/people/{name}", address=f"{name}.stone@sandbox.example")


async def no_session_control(life: Life, name: str) -> None:
    await life.google.patch(f"/sandbox/people/{name}", session_s=None)


async def session_control(life: Life, name: str, until: float) -> None:
    await life.google.patch(f"/sandbox/people/{name}", session_s=12 * 3600)


TROUBLES: dict[str, Trouble] = {
    "api off": Trouble("the Gmail API is not enabled", (1, 30), fault(API, reason="accessNotConfigured")),
    "api off, new form": Trouble("the Gmail API is disabled", (1, 30), fault(API, reason="SERVICE_DISABLED")),
    "suspended": Trouble("the project is suspended", (2, 30), fault(API, reason="CONSUMER_SUSPENDED")),
    "admin": Trouble(
        "the admin has disabled Gmail apps",
        (1, 40),
        fault(API, of_one=True, reason="domainPolicy"),
    ),
    "no Gmail": Trouble(
        "Gmail is off for the account",
        (1, 30),
        fault(API, of_one=True, reason="failedPrecondition"),
    ),
    "quota": Trouble("the quota is exhausted", (0.1, 3), fault(API, reason="RESOURCE_EXHAUSTED")),
    "quota per minute": Trouble(
        "the quota per minute is exhausted", (0.1, 3), fault(API, reason="RATE_LIMIT_EXCEEDED")
    ),
    "busy": Trouble("Gmail answers 503", (0.1, 20), fault(API, status=503, retry_after=1)),
    "401": Trouble("Gmail refuses good tokens", (0.1, 5), fault(API, of_one=True, status=401)),
    "502": Trouble("the token endpoint answers 502", (0.1, 12), fault("/token", status=502, body=BUSY_PAGE)),
    "nested": Trouble(
        "the token endpoint answers in another form",
        (0.1, 3),
        fault("/token", status=500, body={"error": {"code": 500, "message": "Internal error"}}),
    ),
    "cut": Trouble("Gmail hangs up", (0.1, 6), fault(API, closed=True)),
    "portal": Trouble("a portal answers in Google's place", (0.1, 12), portal),
    "client deleted": Trouble(
        "the client is deleted", (5, 40), project(client="deleted"), project(client="active")
    ),
    "client disabled": Trouble(
        "the client is disabled", (5, 40), project(client="disabled"), project(client="active")
    ),
    "secret": Trouble(
        "the client's secret is another",
        (1, 30),
        project(client_secret="another"),
        project(client_secret="sandbox-secret"),
    ),
    "lost answers": Trouble("answers to sent mails are lost", (1, 4), answers_are_lost),
    "cut sends": Trouble("connections end while mails are sent", (1, 4), connections_are_cut),
    "sending limit": Trouble("Gmail's limit for sending is reached", (5, 24), limit, no_limit),
    "session control": Trouble(
        "the organisation's session control ends permissions", (1, 30), session_control, no_session_control
    ),
    "revoked": Trouble("the permission is revoked at Google", (0, 1), revoked),
    "new password": Trouble("the password is changed", (0, 1), new_password),
    "wrong Gmail": Trouble("another Gmail is connected", (2, 30), wrong_gmail, right_gmail),
    "forgotten history": Trouble("Gmail forgets its history", (0, 1), forgotten_history),
    "busy history": Trouble("thousands of changes fill the history", (0, 1), busy_history),
    "certificates": Trouble(
        "Google's certificates cannot be fetched", (0.5, 6), fault("/oauth2/v3/certs", status=503)
    ),
    "renamed": Trouble("the account is renamed", (0, 1), renamed),
}


def length(trouble: Trouble, chance: random.Random) -> timedelta:
    """How long the trouble lasts this time."""
    return timedelta(hours=chance.uniform(*trouble.hours))
