"""Asks Google whether it accepts this server, and each person's permission. Nothing is changed by that."""

from __future__ import annotations

import asyncio
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from server.doctor.diagnosis import Diagnosis
from server.doctor.google_reach import reach
from server.doctor.stored import stored
from server.failures.wording import failure_sentence, failure_text
from server.google.access.revocation import unseal_with
from server.google.failures import Disconnected, GoogleFailure, Refused, Who, may_only_send
from server.google.models import GmailGrant
from server.google.settings import Google, GoogleSettings
from server.lib import clock
from server.lib.keys.secret_files import key_from
from server.lib.keys.vault import KEY_SIZE, Vault
from server.lib.settings import ServerSettings, Settings
from server.ops.google_looks import gmail_to_look_at

ALTOGETHER = 20.0  # seconds for all grants
_AT_ONCE = 4
_ANSWER = 5.0  # seconds
_SOON = timedelta(days=3)
_NAMED = 3  # people in one line


async def google(settings: Settings) -> list[Diagnosis]:
    """Ask Google, or the sandbox at SANDBOX_URL. Where a server starts one by itself, nobody is asked."""
    asked = settings[GoogleSettings].google
    if asked is None:
        return []
    way = await reach(asked)
    if not way.reached:
        text = "The client and people's permissions were not asked about, because Google is not reached."
        return [*way.lines, Diagnosis("yellow", "Gmail", text)]
    return [*way.lines, await client(asked), *await grants(settings, asked)]


async def client(google: Google) -> Diagnosis:
    """Ask Google to renew a permission that does not exist: who asks is checked before what is asked for.

    A client that Google knows gets `invalid_grant`, others `invalid_client` and the like (RFC 6749, 5.2).
    """
    answer = await gmail_to_look_at(google, f"1//{secrets.token_urlsafe(32)}").profile(_ANSWER)
    match answer:
        case Disconnected():
            return Diagnosis("green", "Google client", "Google accepts the client ID and the client secret")
        case Refused(reason):
            return Diagnosis("red", "Google client", failure_sentence(reason))
        case dict():
            return Diagnosis("red", "Google client", "somebody else answers in Google’s place")
        case _:
            text = f"could not be asked about: {failure_sentence(answer.reason)} Try again later."
            return Diagnosis("yellow", "Google client", text)


async def grants(settings: Settings, google: Google, altogether: float = ALTOGETHER) -> list[Diagnosis]:
    """Renew each person's permission and ask for their profile, within `altogether` seconds."""
    found = await stored(settings, lambda: GmailGrant.filter(account__disabled_at=None).order_by("email"))
    if found is None:
        return [Diagnosis("yellow", "Gmail", "not known before the database works")]
    if not found:
        return [Diagnosis("green", "Gmail", "nobody has connected Gmail")]
    vault = _vault(settings[ServerSettings])
    alive = [grant for grant in found if grant.disconnected_at is None]
    limit = asyncio.Semaphore(_AT_ONCE)

    async def asked(grant: GmailGrant) -> GoogleFailure | str | None:
        async with limit:
            return await _asked(google, grant, vault)

    tasks = {grant.id: asyncio.create_task(asked(grant)) for grant in alive}
    if tasks:
        _, late = await asyncio.wait(tasks.values(), timeout=altogether)
        for each in late:
            each.cancel()
    outcomes = [_ended(each) if each.disconnected_at else _outcome(tasks[each.id]) for each in found]
    emails = [each.email for each in found]  # two accounts here may have connected the same Gmail
    return _lines(list(zip(emails, outcomes, strict=True))) + _ending_soon(alive)


@dataclass(frozen=True, slots=True)
class _Trouble:
    colour: str
    text: str


async def _asked(google: Google, grant: GmailGrant, vault: Vault | None) -> GoogleFailure | str | None:
    token = unseal_with(vault, grant.account_id, grant.sealed_refresh_token) if vault else None
    if token is None:
        return "The key to the saved access is missing or has changed (VAULT_KEY or vault.key)."
    answer = await gmail_to_look_at(google, token).profile(_ANSWER)
    # Who may only send may not ask for the profile: Google has accepted the permission all the same.
    if isinstance(answer, dict) or may_only_send(answer):
        return None
    return answer


def _outcome(task: asyncio.Task[GoogleFailure | str | None]) -> _Trouble | None:
    if not task.done() or task.cancelled():
        return _Trouble("yellow", "Not asked, because the others took too long.")
    match task.result():
        case None:
            return None
        case str() as text:
            return _Trouble("red", text)
        case Disconnected(reason):
            return _Trouble(
                "yellow", f"{failure_sentence(reason)} They have to connect Gmail again in Settings."
            )
        case Refused(reason) as refused:
            return _Trouble("red" if refused.who == Who.OWNER else "yellow", failure_sentence(reason))
        case failure:
            return _Trouble("yellow", failure_sentence(failure.reason))


def _ended(grant: GmailGrant) -> _Trouble:
    assert grant.disconnected_at
    since = f"Ended on {grant.disconnected_at:%Y-%m-%d}."
    return _Trouble(
        "yellow", f"{since} {failure_text(grant.failure)} They have to connect Gmail again in Settings."
    )


def _lines(outcomes: Sequence[tuple[str, _Trouble | None]]) -> list[Diagnosis]:
    """Say how many work, and each trouble once, with the people whom it concerns."""
    people: dict[_Trouble, list[str]] = {}
    for email, trouble in outcomes:
        if trouble:
            people.setdefault(trouble, []).append(email)
    count = len(outcomes)
    works = count - sum(map(len, people.values()))
    first = [Diagnosis("green", "Gmail", f"{works} of {count} connections work")] if works else []
    return first + [
        Diagnosis(trouble.colour, "Gmail", f"{_named(emails)}: {trouble.text}")
        for trouble, emails in people.items()
    ]


def _named(emails: list[str]) -> str:
    more = f" and {len(emails) - _NAMED} more" if len(emails) > _NAMED else ""
    return ", ".join(emails[:_NAMED]) + more


def _ending_soon(alive: list[GmailGrant]) -> list[Diagnosis]:
    soon = [each for each in alive if each.access_ends_at and each.access_ends_at - clock.now() < _SOON]
    return [
        Diagnosis(
            "yellow",
            "Gmail",
            f"{each.email}: Google ends this access on {each.access_ends_at:%Y-%m-%d}. A week after "
            "connecting, that is because the project is in Testing: README.md says what to do.",
        )
        for each in soon
    ]


def _vault(server: ServerSettings) -> Vault | None:
    """Return the vault as it is; None if there is no key yet, because a look makes none."""
    path = server.data / "vault.key"
    return Vault(key_from(server.vault_key, path, KEY_SIZE)) if server.vault_key or path.exists() else None
