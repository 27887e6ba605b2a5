"""Moments as people say them: "today, 14:05", "3 Nov, 09:12", "3 minutes ago". Filters for all templates."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from markupsafe import Markup
from quart import Quart, g, has_request_context

from server.lib import clock

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_NEAR = {0: "today", 1: "yesterday", -1: "tomorrow"}
_STEPS = (("day", 86_400), ("hour", 3_600), ("minute", 60))
_WEEK = timedelta(days=7)


def install(app: Quart) -> None:
    """Give the templates of `app` the filters `moment` and `ago`: a <time> element, or "" for None."""
    app.jinja_env.filters.update(moment=_moment, ago=_ago)


def zone_called(name: str) -> tzinfo:
    """The time zone of that IANA name; UTC when there is none."""
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):  # OSError: the name of a folder, as "Europe"
        return UTC


def moment_words(at: datetime, now: datetime, zone: tzinfo) -> str:
    """Day and minute of `at` as seen from `now`, both aware: "yesterday, 09:12", "3 Nov 2024, 09:12"."""
    there, here = at.astimezone(zone), now.astimezone(zone)
    near = _NEAR.get((here.date() - there.date()).days)
    year = "" if near or there.year == here.year else f" {there.year}"
    return f"{near or f'{there.day} {_MONTHS[there.month - 1]}'}{year}, {there:%H:%M}"


def full_words(at: datetime, zone: tzinfo) -> str:
    """All of a moment, with seconds and zone: "3 Nov 2025, 09:12:44 CET"."""
    there = at.astimezone(zone)
    return f"{there.day} {_MONTHS[there.month - 1]} {there.year}, {there:%H:%M:%S} {there.tzname()}"


def ago_words(at: datetime, now: datetime, zone: tzinfo) -> str:
    """How long ago, up to a week: "just now", "3 minutes ago"; longer ago and to come: the moment itself."""
    seconds = int((now - at).total_seconds())
    if seconds < -60 or now - at >= _WEEK:
        return moment_words(at, now, zone)
    for unit, size in _STEPS:
        if seconds >= size:
            count = seconds // size
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "just now"


def _moment(at: datetime | None) -> str:
    return _element(at, moment_words(at, clock.now(), _zone()), "") if at else ""


def _ago(at: datetime | None) -> str:
    return _element(at, ago_words(at, clock.now(), _zone()), " data-ago") if at else ""


def _element(at: datetime, words: str, mark: str) -> Markup:
    iso = at.astimezone(UTC).isoformat(timespec="seconds")
    shape = Markup('<time datetime="{}" title="{}"{}>{}</time>')
    return shape.format(iso, full_words(at, _zone()), Markup(mark), words)  # noqa: S704


def _zone() -> tzinfo:
    account = g.get("account") if has_request_context() else None
    return zone_called(account.time_zone) if account else UTC
