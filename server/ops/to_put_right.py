"""Says at /status what the owner should put right: keys, the clock, proxies that nobody named."""

from __future__ import annotations

from dataclasses import dataclass

from babel.dates import format_date

from server.lib.i18n import gettext, locale, ngettext
from server.lib.keys.signing import key_id
from server.lib.runtime import runtime
from server.lib.settings import ServerSettings
from server.lib.settled import DAY, SettledClock
from server.marks.key_file import LiveRing
from server.ops.observing import UnknownKey, UnnamedProxy, unknown_keys_seen, unnamed_proxies


@dataclass(frozen=True, slots=True)
class StatusNotice:
    """A notice on the page. `kind`: warning | danger."""

    kind: str
    title: str
    text: str


async def notices() -> list[StatusNotice]:
    """Return what is wrong, in the visitor's language."""
    held = runtime()
    ring = held[LiveRing]
    present = frozenset(key_id(each).hex() for each in ring.current().secrets)
    found = []
    if ring.trouble:
        title = gettext("The file of signing keys can’t be used")
        found.append(StatusNotice("danger", title, ring.trouble))
    found += [_unknown(each) for each in await unknown_keys_seen(present) if each.is_ours]
    if doubt := held[SettledClock].doubt:
        found.append(_clock(round(abs(doubt.total_seconds()) / DAY)))
    return found + [_unnamed(each) for each in await unnamed_proxies(held[ServerSettings].trusted_proxies)]


def _unknown(key: UnknownKey) -> StatusNotice:
    title = ngettext(
        "%(num)s open or click named a key that this server doesn’t have",
        "%(num)s opens and clicks named a key that this server doesn’t have",
        key.hits,
    )
    text = gettext(
        "They are for messages of this server, and have come since %(day)s. Put back the keys.json that has "
        "the key %(id)s, or restore a backup.",
        day=format_date(key.since, locale=locale()),
        id=key.id,
    )
    return StatusNotice("danger", title, text)


def _clock(days: int) -> StatusNotice:
    title = gettext("The clock of this server has jumped")
    text = gettext(
        "By %(days)s days. Unless the server was off for so long, set its clock. Nothing is deleted by it "
        "for at least a day.",
        days=days,
    )
    return StatusNotice("warning", title, text)


def _unnamed(proxy: UnnamedProxy) -> StatusNotice:
    title = gettext("%(address)s passes on the addresses of readers", address=proxy.address)
    if not proxy.is_inside:
        text = gettext(
            "TRUSTED_PROXIES doesn’t name it. Anybody outside can send such requests: add it only if you "
            "know it as your proxy."
        )
        return StatusNotice("warning", title, text)
    text = gettext(
        "TRUSTED_PROXIES doesn’t name it, so all of them seem to come from there. If it is your proxy, set "
        "TRUSTED_PROXIES=%(address)s.",
        address=proxy.address,
    )
    return StatusNotice("danger", title, text)
