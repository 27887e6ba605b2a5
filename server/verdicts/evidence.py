"""Defines the evidence for verdicts, as codes with values. events/evidence_wording.py has the sentences.

Other data that a sentence needs (a user agent, an address, when the mail was sent) is stored with the event
and its mail.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

Value = str | int | float  # spans are in seconds, to a tenth


class Code(StrEnum):
    """The codes, each with the names of its values. Codes are stored, so a released code is never renamed."""

    CORRECTED_SENDER = "corrected_sender"
    CORRECTED_AUTOMATED = "corrected_automated"
    CORRECTED_RECIPIENT = "corrected_recipient"
    LEARNED_SENDER = "learned_sender"  # from a correction of another event
    LEARNED_AUTOMATED = "learned_automated"
    LEARNED_RECIPIENT = "learned_recipient"
    BEFORE_SENDING = "before_sending"  # seconds
    VIEWED_SAME_BROWSER = "viewed_same_browser"
    VIEWED_IN_GMAIL = "viewed_in_gmail"
    AFTER_BOUNCE = "after_bounce"
    BEFORE_BOUNCE = "before_bounce"
    OWN_CLIENT = "own_client"
    OWN_ADDRESS = "own_address"
    OWN_NETWORK = "own_network"
    NO_USER_AGENT = "no_user_agent"
    GMAIL_PREFETCH = "gmail_prefetch"
    ANNOUNCED_PREFETCH = "announced_prefetch"  # header
    LINK_CHECK = "link_check"
    HEADLESS = "headless"
    APPLE_PRIVACY = "apple_privacy"
    APPLE_NETWORK = "apple_network"
    APPLE_NAME = "apple_name"
    LATER_SIGN = "later_sign"
    LATER_CLICK = "later_click"
    LATER_OPEN = "later_open"
    LATER_REPLY = "later_reply"
    SCANNER_NAME = "scanner_name"  # name
    SCANNER_NETWORK = "scanner_network"  # name
    CRAWLER_NAME = "crawler_name"  # program
    UNFAMILIAR = "unfamiliar"
    UNKNOWN_PROGRAM = "unknown_program"  # program
    PROXY = "proxy"  # proxy: the key of a proxies.Proxy
    PROXY_HIDES = "proxy_hides"
    PROXY_NETWORK = "proxy_network"
    PROXY_EARLY = "proxy_early"  # proxy
    PROVIDER_DISPLAY = "provider_display"  # name
    PROVIDER_EARLY = "provider_early"  # name
    PROVIDER_CHECK = "provider_check"  # name
    DIRECT_CLICK = "direct_click"
    DIRECT_OPEN = "direct_open"
    HEAD = "head"  # seconds
    LINKS_AT_ONCE = "links_at_once"  # links, seconds
    BESIDE_BURST = "beside_burst"
    DECOY = "decoy"
    BESIDE_DECOY = "beside_decoy"
    MAILS_AT_ONCE = "mails_at_once"  # mails
    SOON = "soon"  # seconds
    CAME_BACK = "came_back"
    TOO_SOON = "too_soon"
    TOGETHER = "together"
    REPEATED_CLICK = "repeated_click"  # seconds
    REPEATED_OPEN = "repeated_open"  # seconds
    NO_LANGUAGE = "no_language"
    NO_ENCODING = "no_encoding"
    NO_PAGE = "no_page"
    NO_IMAGE = "no_image"
    NO_METADATA = "no_metadata"
    CONTRADICTION = "contradiction"
    ONE_LANGUAGE = "one_language"
    FULL_VERSION = "full_version"
    NO_BRAND = "no_brand"
    SWEPT = "swept"  # links
    PICTURE_AND_LINK = "picture_and_link"  # seconds
    OTHER_NETWORK = "other_network"  # seconds
    OTHER_SYSTEM = "other_system"  # seconds
    BESIDE_SCANNER = "beside_scanner"
    CAUGHT = "caught"
    SAME_LATER = "same_later"
    SAME_BEFORE = "same_before"
    DISPLAYED_BEFORE = "displayed_before"
    LONG_AFTER = "long_after"
    UNCONFIRMED = "unconfirmed"
    PACE = "pace"
    BY_SCRIPT = "by_script"
    OLD_SYSTEM = "old_system"
    OUTDATED_BROWSER = "outdated_browser"
    OLD_BROWSER = "old_browser"
    EARLY_BROWSER = "early_browser"
    HOSTING = "hosting"  # name
    DISPLAY_OR_FILTER = "display_or_filter"  # name
    UNSEEN = "unseen"
    VERBATIM = "verbatim"  # text: a sentence that was stored before there were codes, and that has no code


@dataclass(frozen=True, slots=True)
class Evidence:
    """One reason for a verdict."""

    code: Code
    values: Mapping[str, Value] = field(default_factory=dict)


Packed = str | list[str | dict[str, Value]]  # a code, or a code and its values


def pack(evidence: Iterable[Evidence]) -> list[Packed]:
    """Return the evidence as JSON values, to be stored."""
    return [[str(each.code), dict(each.values)] if each.values else str(each.code) for each in evidence]


def unpack(stored: Iterable[Packed]) -> tuple[Evidence, ...]:
    """Return the evidence that `pack` made into JSON values. Raises ValueError for an unknown code."""
    return tuple(_unpacked(each) for each in stored)


def _unpacked(stored: Packed) -> Evidence:
    if isinstance(stored, str):
        return Evidence(Code(stored))
    code, values = stored
    return Evidence(Code(str(code)), values if isinstance(values, dict) else {})


def tenths(seconds: float) -> float:
    """Round seconds to tenths, as they are shown."""
    return round(seconds, 1)
