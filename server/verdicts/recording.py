"""Writes stored hits as a line of `sightline judge`: see sequences.py. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from server.messages.kinds import CLICK, Cause
from server.verdicts.observed import MailContext, ObservedHit
from server.verdicts.sequences import (
    HEAD,
    METHOD,
    RecordedClient,
    RecordedContext,
    RecordedMail,
    RecordedRequest,
    RecordedView,
)
from server.verdicts.surroundings import HEAD_MARK
from server.verdicts.vicinity import Like


def recorded_mail(about: MailContext, events: Iterable[RecordedRequest], identity: str = "") -> RecordedMail:
    """Return what is known about a mail, and its events, as a sequence."""
    own = [_client(like) for like in sorted(about.own)]
    own += [RecordedClient(address) for address in sorted(about.own_addresses)]
    learned = [_client(like, cause) for like, cause in about.learned.items()]
    viewed = [RecordedView(view.at.isoformat(), view.address, view.user_agent) for view in about.viewings]
    context = RecordedContext(
        own or None, viewed or None, learned or None, _text(about.replied_at), _text(about.bounced_at)
    )
    return RecordedMail(identity, _text(about.sent_at), context, list(events))


def recorded_requests(observed: ObservedHit, stored: str | None = None) -> list[RecordedRequest]:
    """Return the requests of a hit: one, or two if its client asked for the headers before."""
    hit = observed.hit
    request = RecordedRequest(
        at=hit.moment.isoformat(),
        kind="decoy" if hit.is_decoy else "click" if hit.kind == CLICK else "open",
        url=None if hit.is_decoy else hit.url or None,
        address=hit.address,
        user_agent=hit.user_agent,
        headers={name: value for name, value in hit.headers.items() if name != HEAD_MARK} or None,
        network=observed.hosting
        or observed.exit
        or observed.filter
        or observed.provider
        or observed.home
        or None,
        mails=observed.mails or None,
        correction=Cause(observed.correction) if observed.correction else None,
        stored=stored,
    )
    if HEAD_MARK not in hit.headers:
        return [request]
    asked = hit.moment - timedelta(seconds=float(hit.headers[HEAD_MARK]))
    before = RecordedRequest(
        asked.isoformat(), request.kind, request.url, hit.address, hit.user_agent, {METHOD: HEAD}
    )
    return [before, request]


def _client(like: Like, cause: str = "") -> RecordedClient:
    network, user_agent = like
    return RecordedClient(network.split("/", maxsplit=1)[0], user_agent, Cause(cause) if cause else None)


def _text(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None
