"""Formats times for people: "today, 14:05", "3 Nov, 09:12", "3 minutes ago"; provides template filters."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from babel.dates import format_datetime, format_skeleton, format_time, format_timedelta
from markupsafe import Markup, escape
from quart import Quart, g, has_request_context

from server.lib import clock
from server.lib.i18n import gettext, language, locale, locale_of

_WEEK = timedelta(days=7)
_STEPS = (timedelta(days=1), timedelta(hours=1), timedelta(minutes=1))


def install(app: Quart) -> None:
    """Give the templates of `app` the filters `moment` and `ago`: a <time> element, or "" for None."""
    app.jinja_env.filters.update(moment=_moment, ago=_ago)


def zone_called(name: str) -> tzinfo:
    """Return the time zone with this IANA name; UTC if there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder, such as "Europe"
        return UTC


def moment_words(at: datetime, now: datetime, zone: tzinfo) -> str:
    """Return the day and minute of `at`, as seen at `now`: "yesterday, 09:12", "3 Nov 2024, 09:12"."""
    there, here = at.astimezone(zone), now.astimezone(zone)
    time = format_time(there, "short", tzinfo=zone, locale=locale())
    match (here.date() - there.date()).days:
        case 0:
            return gettext("today, %(time)s", time=time)
        case 1:
            return gettext("yesterday, %(time)s", time=time)
        case -1:
            return gettext("tomorrow, %(time)s", time=time)
    skeleton = "MMMd" if there.year == here.year else "yMMMd"
    return f"{format_skeleton(skeleton, there, tzinfo=zone, locale=locale())}, {time}"


def words_here(at: datetime) -> str:
    """Return what `moment_words` does now, in the reader's time zone (UTC if nobody reads)."""
    return moment_words(at, clock.now(), _zone())


def full_words(at: datetime, zone: tzinfo) -> str:
    """Return the date of `at` and its time with seconds and zone: "3 Nov 2025, 09:12:44 CET"."""
    return _full(at, zone, language())


def ago_words(at: datetime, now: datetime, zone: tzinfo) -> str:
    """Return how long ago `at` was: "3 minutes ago". After a week, or for a future time, return the time."""
    past = now - at
    if past < -timedelta(minutes=1) or past >= _WEEK:
        return moment_words(at, now, zone)
    for step in _STEPS:
        if past >= step:
            return _past(past // step * step, language())
    return gettext("just now")


# With Babel, formatting a time takes as long as rendering a row, and the same times are shown repeatedly.


@lru_cache(maxsize=8192)
def _full(at: datetime, zone: tzinfo, tag: str) -> str:
    there = at.astimezone(zone)
    return f"{format_datetime(there, 'medium', tzinfo=zone, locale=locale_of(tag))} {there.tzname()}"


@lru_cache(maxsize=1024)
def _past(past: timedelta, tag: str) -> str:
    return format_timedelta(-past, threshold=1, add_direction=True, locale=locale_of(tag))


def _moment(at: datetime | None) -> str:
    return _element(at, moment_words, "") if at else ""


def _ago(at: datetime | None) -> str:
    return _element(at, ago_words, " data-ago") if at else ""


def _element(at: datetime, words: Callable[[datetime, datetime, tzinfo], str], mark: str) -> Markup:
    zone = _zone()
    iso = at.astimezone(UTC).isoformat(timespec="seconds")
    title, text = escape(full_words(at, zone)), escape(words(at, clock.now(), zone))
    return Markup(f'<time datetime="{iso}" title="{title}"{mark}>{text}</time>')  # noqa: S704


def _zone() -> tzinfo:
    account = g.get("account") if has_request_context() else None
    return zone_called(account.time_zone) if account else UTC
