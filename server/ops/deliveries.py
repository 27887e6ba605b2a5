"""Shows the owner at /status what failed for good, to try it again, and what waits for whom."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from quart import abort, g

from server.accounts.models import Account
from server.accounts.people import OWNER
from server.accounts.sessions import signed_in
from server.alerts import failures
from server.alerts.models import Alert
from server.copies import failures as copy_failures
from server.copies.models import Copy
from server.failures.wording import logged_sentence
from server.google.access.grant_keeper import key_of
from server.google.failures import REPAIRS, Who
from server.lib.i18n import gettext, gettext_noop
from server.lib.outbox import OutboxRow, attention
from server.lib.web.page import go, show, wants_fragment
from server.messages.models import Message

SHOWN = 20
WORDS: Mapping[str, str] = {
    "alert_first_open": gettext_noop("Email about a first open"),
    "alert_reminder": gettext_noop("Email with a reminder"),
    "alert_again": gettext_noop("Email that was to be sent again"),
    "send_copy": gettext_noop("Individual copy"),
    "read_sent_headers": gettext_noop("Confirmation of a sent message by Gmail"),
    "check_sent_copy": gettext_noop("Check of a sent message in Gmail"),
    "look_in_thread": gettext_noop("Search for replies in Gmail"),
    "label_opened": gettext_noop("Label for an opened message"),
    "label_clicked": gettext_noop("Label for a clicked message"),
    "ask_about_unconfirmed": gettext_noop("Questions to Gmail after it was connected"),
    "settle_labels": gettext_noop("Labels after a new verdict"),
    "remove_labels": gettext_noop("Removal of Sightline’s labels from Gmail"),
    "revoke_grant": gettext_noop("Withdrawal of a Gmail permission at Google"),
    "reevaluate_reconciled": gettext_noop("New verdicts after Gmail’s confirmation"),
    "reevaluate_returned": gettext_noop("New verdicts after a reply or bounce"),
    "reevaluate_like": gettext_noop("New verdicts after a correction"),
}
_WHO: Mapping[Who, str] = {
    Who.PERSON: gettext_noop("This person can repair it in Settings."),
    Who.OWNER: gettext_noop("You can repair this."),
    Who.ADMIN: gettext_noop("An administrator of their Google Workspace can repair it."),
    Who.NOBODY: "",
}


@dataclass(frozen=True, slots=True)
class FailedDelivery:
    """A delivery that failed for good: what, for whom, when and why."""

    id: int
    what: str
    whose: str
    at: datetime | None
    why: str


@dataclass(frozen=True, slots=True)
class WaitingGroup:
    """Deliveries that wait for the same: how many of what, for whom, since when and why."""

    what: list[tuple[str, int]]
    whose: str
    since: datetime
    why: str
    who: str


async def deliveries() -> dict[str, Any]:
    """Return what the part of the page about deliveries needs."""
    return {
        "failed": await _failed(),
        "failed_number": await attention.number_failed(),
        "waiting": await _waiting(),
        "unsent": await failures.people_with_failures(),
        "unsent_copies": await copy_failures.people_with_failures(),
    }


@signed_in
async def retry(delivery_id: int | None = None) -> Any:
    """Put one failed delivery back, or all of them."""
    return await _after(await attention.try_again(_ids(delivery_id)))


@signed_in
async def dismiss(delivery_id: int | None = None) -> Any:
    """Show one failed delivery no longer, or none of them."""
    return await _after(await attention.dismiss(_ids(delivery_id)))


@signed_in
async def retry_alerts(account_id: int) -> Any:
    """Try again all of a person's alerts that failed."""
    _owner_only()
    found = {person.id: (person, alerts) for person, alerts in await failures.people_with_failures()}
    person, alerts = found.get(account_id) or abort(404)
    return await _after(await failures.retry(person, [alert.id for alert in alerts], twice=False))


def _ids(delivery_id: int | None) -> Sequence[int]:
    _owner_only()
    return [] if delivery_id is None else [delivery_id]


def _owner_only() -> None:
    if g.account.role != OWNER:
        abort(404)


async def _after(changed: int) -> Any:
    if not changed:
        abort(404)
    if wants_fragment():
        return await show("ops/deliveries_part.html", **await deliveries())
    return await go("status.status", _anchor="failed")


async def _failed() -> list[FailedDelivery]:
    rows = await attention.failed(SHOWN)
    whose = await _whose(rows)
    return [
        FailedDelivery(
            row.id, _called(row.listener), whose.get(row.id, ""), row.failed_at, logged_sentence(row.error)
        )
        for row in rows
    ]


async def _waiting() -> list[WaitingGroup]:
    groups: dict[str, list[attention.WaitingDeliveries]] = {}
    for each in await attention.waiting():
        groups.setdefault(each.waits_for, []).append(each)
    people = {key_of(person.id): person.name or person.email for person in await Account.all()}
    return [_group(found, people.get(key, "")) for key, found in groups.items()]


def _group(found: Sequence[attention.WaitingDeliveries], whose: str) -> WaitingGroup:
    first = found[0]
    who = _WHO[REPAIRS.get(first.error.partition(" ")[0], Who.NOBODY)]
    what = [(_called(each.listener), each.number) for each in found]
    return WaitingGroup(what, whose, first.since, logged_sentence(first.error), gettext(who) if who else "")


async def _whose(rows: Sequence[OutboxRow]) -> dict[int, str]:
    """Return the names of the people for whom the deliveries were, by the ids of the rows."""
    found = {}
    for row in rows:
        person = await _person_of(row.payload)
        if person:
            found[row.id] = person.name or person.email
    return found


async def _person_of(payload: Mapping[str, Any]) -> Account | None:
    for name, model in (("message", Message), ("alert", Alert), ("copy", Copy)):
        if name in payload:
            row = await model.filter(id=payload[name]).select_related("account").first()
            return row.account if row else None
    return await Account.filter(id=payload.get("account", 0)).first()


def _called(listener: str) -> str:
    return gettext(WORDS[listener]) if listener in WORDS else listener
