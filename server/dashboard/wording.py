"""Sentences about one message and its events. Pure; moments are put in by the templates."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from server.accounts.threshold import LIKELY
from server.messages.kinds import VerdictKind
from server.messages.models import Message
from server.messages.opened import is_opened
from server.messages.wording import by_whom, plural, times

_ADDRESSED: Mapping[str, str] = {"to": "To", "cc": "Cc", "bcc": "Bcc"}

_CERTAINTY: Mapping[str, str] = {
    VerdictKind.PERSON: "A person opened it: a reader’s own mail program loaded the picture, at least once.",
    VerdictKind.LIKELY_PERSON: "Likely a person: the picture was fetched as by somebody who looks at the "
    "mail, through a proxy that hides who and where.",
}

_FIELDS: Mapping[str, str] = {"subject": "subject", "recipients": "recipients", "sent_at": "time of sending"}

_NOTHING: Mapping[str, str] = {
    "undone": "Not sent",
    "scheduled": "Scheduled",
    "unreported": "Not reported yet",
}


def headline(message: Message, threshold: str = LIKELY, readers: int = 1) -> str:
    """What became of the mail, to begin a sentence with: "Opened twice by someone of 3", "3 link clicks"."""
    if message.bounced_at and message.state != "undone":
        return "Not delivered"
    parts = ["Answered"] if message.replied_at else []
    if message.opens:
        verb = "Opened" if is_opened(message, threshold) else "Perhaps opened"
        parts.append(f"{verb} {times(message.opens)}")
    elif message.state != "undone" and is_opened(message, threshold):
        parts.append("Picture loaded")
    if message.clicks:
        parts.append(plural(message.clicks, "link click"))
    told = ", ".join([*parts[:1], *(part[0].lower() + part[1:] for part in parts[1:])])
    if message.opens or message.clicks:
        return told + by_whom(readers)
    return told or _NOTHING.get(message.state, "No sign yet")


def explanation(message: Message, verdicts: Collection[str] = ()) -> str:
    """How sure we are, or why there is nothing, in one or two sentences; `verdicts`: those of its events."""
    if message.state == "undone":
        return "You took the mail back before it went out. What was fetched meanwhile does not count."
    if message.bounced_at:
        return "It came back: nobody but you has it. What was fetched of it was not a reader’s."
    if message.replied_at:
        return "Somebody answered it, so it was read."
    if message.opens and message.certainty:
        return _CERTAINTY.get(message.certainty, "")
    if message.clicks:
        return "Somebody followed a link without loading pictures, which is as good a sign."
    return _uncounted(message, verdicts) or _waiting(message)


def _uncounted(message: Message, verdicts: Collection[str]) -> str:
    if VerdictKind.UNKNOWN_TIME in verdicts:
        return "It arrived: Apple Mail loaded the picture by itself. Whether it was read cannot be seen."
    found = message.raw_opens + message.raw_clicks
    if not found:
        return ""
    return f"{plural(found, 'fetch', 'fetches')} by machines or by yourself, which do not count."


def _waiting(message: Message) -> str:
    if message.state == "scheduled":
        return "Gmail sends it at the time that you chose."
    if message.state == "unreported":
        return "Its picture was fetched, but the extension has not told us about the mail yet."
    return "Many mail programs load no pictures, so no sign does not mean unread."


def loads_words(message: Message) -> str:
    """What was counted, beside all there was: "2 of 5 loads and 0 of 3 link requests count."."""
    pairs = (
        (message.opens, message.raw_opens, "load"),
        (message.clicks, message.raw_clicks, "link request"),
    )
    told = [f"{counted} of {plural(raw, what)}" for counted, raw, what in pairs if raw]
    verb = "counts" if len(told) == 1 and (message.raw_opens + message.raw_clicks) == 1 else "count"
    return f"{' and '.join(told)} {verb}."


def excess_words(message: Message) -> str:
    """What came too fast after others to be kept: "14 further loads in the same minute were not kept …"."""
    counted = ((message.excess_opens, "further load"), (message.excess_clicks, "further link request"))
    parts = [plural(number, what) for number, what in counted if number]
    verb = "was" if message.excess_opens + message.excess_clicks == 1 else "were"
    return f"{' and '.join(parts)} in the same minute {verb} not kept one by one."


def alert_words(message: Message, muted: bool, alerts_on: bool, threshold: str = LIKELY) -> str:
    """Whether a mail comes at the first open."""
    if muted:
        return "Muted: no mail comes when this is opened."
    if message.bounced_at:
        return "It came back: there is nobody who could open it."
    if is_opened(message, threshold):
        return "Opened already: no mail comes for later opens."
    return "A mail comes at the first open." if alerts_on else "Alerts are off in Settings: no mail comes."


def addressed(kind: str) -> str:
    """ "To", "Cc", "Bcc"."""
    return _ADDRESSED.get(kind, kind)


def is_web(url: str) -> bool:
    """Whether an address may be followed from our page: any other scheme is only shown."""
    return url.lower().startswith(("http://", "https://"))


@dataclass(frozen=True, slots=True)
class Difference:
    """Where Gmail and the extension's report differ; moments stay moments, the template words them."""

    what: str
    reported: str | datetime
    gmail: str | datetime


def differences_of(found: Mapping[str, Sequence[object]] | None) -> list[Difference]:
    """Those differences that mean something to a person (Message.differences); ids are left out."""
    pairs = {name: pair for name, pair in (found or {}).items() if name in _FIELDS and len(pair) == 2}
    return [Difference(_FIELDS[name], shown(pair[0]), shown(pair[1])) for name, pair in pairs.items()]


def shown(value: object) -> str | datetime:
    """A reported value as text, or as a moment if it is one."""
    if isinstance(value, list):
        return ", ".join(str(shown(one)) for one in value) or "nobody"
    text = str(value or "nothing")
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return text
    return moment if moment.tzinfo else text
