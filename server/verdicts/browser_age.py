"""Says how many days a browser was behind, measured against the versions of the day of the hit.

People's browsers update themselves within weeks; programs that pretend to be browsers keep the name that
they were written with. Versions after the last release below are counted on at its pace.

Releases: chromiumdash.appspot.com/schedule, wiki.mozilla.org/Release_Management/Calendar, Apple's list of
security releases. Two weeks from Chrome 153 on: developer.chrome.com/blog, "Chrome two-week release" (2026).
"""

from __future__ import annotations

import re
from bisect import bisect_right
from datetime import date
from functools import lru_cache


def _days(*releases: tuple[int, int, int, int]) -> tuple[tuple[int, int], ...]:
    return tuple((version, date(year, month, day).toordinal()) for version, year, month, day in releases)


# (version, its release): between two rows, releases came evenly; after the last, every `_PACE` days.
_CHROME = _days(
    *((1, 2008, 12, 11), (5, 2010, 5, 25), (10, 2011, 3, 8), (20, 2012, 6, 26), (30, 2013, 10, 1)),
    *((40, 2015, 1, 21), (50, 2016, 4, 13), (60, 2017, 7, 25), (70, 2018, 10, 16), (80, 2020, 2, 4)),
    *((84, 2020, 7, 14), (90, 2021, 4, 14), (94, 2021, 9, 21), (100, 2022, 3, 29), (110, 2023, 2, 7)),
    *((120, 2023, 12, 5), (130, 2024, 10, 15), (140, 2025, 9, 2), (144, 2026, 1, 13), (153, 2026, 9, 8)),
)
_FIREFOX = _days(
    *((1, 2004, 11, 9), (2, 2006, 10, 24), (3, 2008, 6, 17), (4, 2011, 3, 22), (5, 2011, 6, 21)),
    *((10, 2012, 1, 31), (20, 2013, 4, 2), (30, 2014, 6, 10), (40, 2015, 8, 11), (50, 2016, 11, 15)),
    *((60, 2018, 5, 9), (70, 2019, 10, 22), (80, 2020, 8, 25), (90, 2021, 7, 13), (100, 2022, 5, 3)),
    *((110, 2023, 2, 14), (120, 2023, 11, 21), (130, 2024, 9, 3), (140, 2025, 6, 24), (148, 2026, 2, 24)),
)
_SAFARI = _days(
    *((3, 2007, 10, 26), (4, 2009, 6, 8), (5, 2010, 6, 7), (6, 2012, 7, 25), (7, 2013, 10, 22)),
    *((8, 2014, 10, 16), (9, 2015, 9, 30), (10, 2016, 9, 20), (18, 2024, 9, 16)),
    *((26, 2025, 9, 15), (27, 2026, 9, 14)),
)
_RELEASES = {"chrome": _CHROME, "firefox": _FIREFOX, "safari": _SAFARI}
_PACE = {"chrome": 14, "firefox": 28, "safari": 364}
_INTERNET_EXPLORER_END = date(2022, 6, 15).toordinal()  # on Windows 10
_EDGE_HTML_END = date(2021, 3, 9).toordinal()

# The last versions for systems that people still have. Chrome hides newer Macs and Androids behind one name,
# so the versions are given for the kind of system. Sources: the vendors' announcements of each end.
_LAST_CHROME = {
    "xp": {49, 50},  # and Vista
    "windows7": {109},  # to 8.1
    "mac": {
        49,
        65,
        67,
        87,
        103,
        116,
        128,
        138,
        150,
    },  # OS X 10.8 to macOS 12
    "android": {42, 71, 81, 95, 106, 119, 138},  # Android 4.0, 4.3, 4.4, 5, 6, 7, 9
    "linux": {48},  # 32 bits
}
_LAST_FIREFOX = {
    "xp": {52},
    "windows7": {115},
    "mac": {45, 48, 52, 78, 115},
    "android": {68, 143},  # Android 4, 7
}
_ESR = (45, 52, 60, 68, 78, 91, 102, 115, 128, 140, 153)  # then every 13 versions
_ESR_EVERY = 13
_ESR_OVERLAP = 3  # versions for which the ESR before is still maintained
# Each Safari is the last for some Mac, iPhone or iPad: from these minor versions on.
_LAST_SAFARI_MINOR = {5: 1, 6: 0, 7: 0, 9: 0, 10: 0, 11: 1, 12: 1, 13: 1, 14: 1}
_LATER_SAFARI_MINOR = 6
_SAFARI_SKIPPED = range(19, 26)  # version numbers that Apple left out, to have the same one on all systems

_SYSTEMS = (
    ("xp", re.compile(r"Windows NT (?:5|6\.0)")),
    ("windows7", re.compile(r"Windows NT 6\.[123]")),
    ("windows", re.compile(r"Windows NT 1\d")),
    ("ios", re.compile(r"iPhone|iPad|iPod")),
    ("mac", re.compile(r"Macintosh")),
    ("android", re.compile(r"Android")),
    ("linux", re.compile(r"X11; (?:U; )?(?:Ubuntu; |Fedora; )?Linux")),
)
# What a browser by Google, Microsoft, Opera, Mozilla or Apple says. Other names mean another maker, an app, a
# television…, which follow at their own pace.
_PLAIN = re.compile(
    r"Mozilla/5\.0 \((?P<system>[^()]*(?:\([^()]*\)[^()]*)*)\) "
    r"(?:AppleWebKit/[\d.]+ \(KHTML, like Gecko\) (?:"
    r"Chrome/(?P<chrome>\d{1,6})(?:\.[\d.]*)? (?:Mobile )?Safari/[\d.]+(?: (?:Edg|EdgA|OPR)/[\d.]+)?"
    r"|Version/(?P<safari>\d{1,6})(?:\.(?P<minor>\d{1,6})(?:\.[\d.]*)?)? (?:Mobile/\w+ )?Safari/[\d.]+)"
    r"|Gecko/[\d.]+ Firefox/(?P<firefox>\d{1,6})(?:\.[\d.]*)?)"
)
_OTHER_SYSTEM = re.compile(
    r"; wv\b|\bTV|SmartTV|Tizen|Web0S|PlayStation|Xbox|Nintendo|CrOS|CrKey|\bAFT|SMART"
)
_EDGE_HTML = re.compile(r"Windows NT 10\.0[^()]*\).* Edge/\d[\d.]*$")
_TRIDENT = re.compile(r"Windows NT 10\.0[^()]*Trident/")


# When Microsoft stopped mending each Windows, also for those who paid (learn.microsoft.com/lifecycle).
_WINDOWS_END = {
    "5.": date(2014, 4, 8),
    "6.0": date(2020, 1, 14),
    "6.1": date(2023, 1, 10),
    "6.2": date(2023, 1, 10),
    "6.3": date(2023, 1, 10),
}
_WINDOWS = re.compile(r"Windows NT (5\.|6\.[0123])")


def is_abandoned(user_agent: str, day: date) -> bool:
    """Return whether a user agent names a Windows that nobody mended any more on `day`.

    Outlook's own engine names an old one for ever, so it is left out.
    """
    found = _WINDOWS.search(user_agent)
    return found is not None and "utlook" not in user_agent and day > _WINDOWS_END[found[1]]


def behind(user_agent: str, day: date) -> int | None:
    """Return for how many days a newer version of this browser had been out on `day`: 0 for the current one.

    Negative: so many days before its release. None: not a plain browser, or the last version for its system.
    """
    span = _span(user_agent)
    if span is None:
        return None
    released, outdated = span
    today = day.toordinal()
    return today - released if released > today else max(today - outdated, 0)


@lru_cache(maxsize=4096)
def _span(user_agent: str) -> tuple[int, int] | None:
    """Return when a browser's version was released, and when a newer one was, as ordinals of dates."""
    if _OTHER_SYSTEM.search(user_agent):
        return None
    found = _PLAIN.fullmatch(user_agent)
    if found is None:
        return _microsoft(user_agent)
    system = next((name for name, pattern in _SYSTEMS if pattern.search(found["system"])), "")
    if not system:
        return None
    maker = next(name for name in _RELEASES if found[name])
    version = int(found[maker][:6])
    if _is_last(maker, version, int(found["minor"] or 0), system):
        return None
    return _release(maker, version), _release(maker, _successor(maker, version))


def _microsoft(user_agent: str) -> tuple[int, int] | None:
    """Return the span of Internet Explorer and the first Edge on Windows 10, where both were replaced."""
    if "utlook" in user_agent or "ms-office" in user_agent:
        return None
    if _TRIDENT.search(user_agent):
        return 0, _INTERNET_EXPLORER_END
    return (0, _EDGE_HTML_END) if _EDGE_HTML.search(user_agent) else None


def _is_last(maker: str, version: int, minor: int, system: str) -> bool:
    """Return whether no later version runs on some system that the user agent may mean.

    On old versions of Windows, neither do later versions: what claims to be one is another maker's.
    """
    if maker == "safari":
        return minor >= _LAST_SAFARI_MINOR.get(version, _LATER_SAFARI_MINOR)
    last = (_LAST_CHROME if maker == "chrome" else _LAST_FIREFOX).get(system, set())
    if system in ("xp", "windows7"):
        return version >= min(last)
    return version in last or (maker == "firefox" and system in ("mac", "linux") and _is_esr(version))


def _is_esr(version: int) -> bool:
    return version in _ESR or (version > _ESR[-1] and (version - _ESR[-1]) % _ESR_EVERY == 0)


def _successor(maker: str, version: int) -> int:
    """Return the version that a browser should have been updated to."""
    if maker == "firefox" and _is_esr(version):
        following = next((each for each in _ESR if each > version), version + _ESR_EVERY)
        return following + _ESR_OVERLAP
    if maker == "safari" and version + 1 in _SAFARI_SKIPPED:
        return _SAFARI_SKIPPED.stop
    return version + 1


def _release(maker: str, version: int) -> int:
    """Return when a version was released: between the rows of the tables and after them, at an even pace."""
    releases = _RELEASES[maker]
    place = bisect_right(releases, (version, 0))
    if place < len(releases) and releases[place][0] == version:
        return releases[place][1]
    first, start = releases[max(place - 1, 0)]
    if place == len(releases):
        return start + (version - first) * _PACE[maker]
    last, end = releases[place]
    return start + (version - first) * (end - start) // max(last - first, 1)
