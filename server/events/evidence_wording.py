"""The sentences for evidence codes, all in one place. Pure.

Each text refers to the values of its code by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from babel.numbers import format_decimal

from server.lib.i18n import gettext, gettext_noop, locale
from server.verdicts.evidence import Code, Evidence, Packed, Value, unpack
from server.verdicts.signatures import PROXIES

TEXTS: Mapping[Code, str] = {
    Code.CORRECTED_SENDER: gettext_noop("You said: that was you."),
    Code.CORRECTED_AUTOMATED: gettext_noop("You said: that was a machine."),
    Code.CORRECTED_RECIPIENT: gettext_noop("You said: that was them."),
    Code.LEARNED_SENDER: gettext_noop("You said of the same program in the same network: that was you."),
    Code.LEARNED_AUTOMATED: gettext_noop(
        "You said of the same program in the same network: that was a machine."
    ),
    Code.LEARNED_RECIPIENT: gettext_noop("You said of the same program in the same network: that was them."),
    Code.BEFORE_SENDING: gettext_noop(
        "This was %(seconds)s s before the mail was sent: the sender’s own screen."
    ),
    Code.VIEWED_SAME_BROWSER: gettext_noop("You had this mail on screen in the same browser in that moment."),
    Code.VIEWED_IN_GMAIL: gettext_noop(
        "You had this mail on screen in Gmail in that moment; Gmail’s proxy hides whether it was for you."
    ),
    Code.AFTER_BOUNCE: gettext_noop(
        "The mail had come back as undeliverable: only its sender can look at it."
    ),
    Code.BEFORE_BOUNCE: gettext_noop(
        "The mail came back as undeliverable later, so that no reader had it: hardly one of them."
    ),
    Code.OWN_CLIENT: gettext_noop("You use the same program in the same network."),
    Code.OWN_NETWORK: gettext_noop("It came from a network that you use, too."),
    Code.NO_USER_AGENT: gettext_noop(
        "It did not say what program it is. Browsers and mail programs always do."
    ),
    Code.GMAIL_PREFETCH: gettext_noop("Gmail fetched this ahead of the reader; its user agent says so."),
    Code.ANNOUNCED_PREFETCH: gettext_noop("The program said that it only looked ahead (%(header)s)."),
    Code.HEADLESS: gettext_noop("The browser said that it runs without a screen."),
    Code.APPLE_PRIVACY: gettext_noop(
        "Apple Mail loads every image by itself: that the mail arrived is sure, when it was read is not."
    ),
    Code.APPLE_NETWORK: gettext_noop("It came from Apple’s network."),
    Code.APPLE_NAME: gettext_noop("It used the name that only Apple’s privacy protection uses."),
    Code.LATER_SIGN: gettext_noop("Later somebody showed by more that the mail was read."),
    Code.LATER_CLICK: gettext_noop("Later somebody followed a link of it, which makes this surer."),
    Code.LATER_OPEN: gettext_noop(
        "Later somebody loaded its picture with a program of their own, which makes this surer."
    ),
    Code.LATER_REPLY: gettext_noop("Later somebody answered it, which makes this surer."),
    Code.SCANNER_NAME: gettext_noop("A mail filter (%(name)s) checked it; its user agent says so."),
    Code.SCANNER_NETWORK: gettext_noop("It came from the network of a mail filter (%(name)s)."),
    Code.CRAWLER_NAME: gettext_noop("The program “%(program)s” is a known robot or tool."),
    Code.UNKNOWN_PROGRAM: gettext_noop("“%(program)s” is no known browser or mail program."),
    Code.PROXY: gettext_noop("%(proxy)s: somebody displayed the mail in %(program)s."),
    Code.PROXY_HIDES: gettext_noop("Their device and place stay unknown."),
    Code.PROXY_NETWORK: gettext_noop("It did not come from a network that this proxy is known for."),
    Code.DIRECT_CLICK: gettext_noop(
        "A browser or mail program followed the link directly, without a proxy in between."
    ),
    Code.DIRECT_OPEN: gettext_noop(
        "A browser or mail program loaded the image directly, without a proxy in between."
    ),
    Code.HEAD: gettext_noop("It asked for the headers alone %(seconds)s s before, as only machines do."),
    Code.LINKS_AT_ONCE: gettext_noop(
        "%(links)s links of this mail were followed within %(seconds)s s, faster than a person can."
    ),
    Code.BESIDE_BURST: gettext_noop("The same network followed several links of this mail at once."),
    Code.DECOY: gettext_noop("The hidden link was followed: only a machine does that."),
    Code.BESIDE_DECOY: gettext_noop(
        "The same network followed the hidden link of this mail, as only machines do."
    ),
    Code.MAILS_AT_ONCE: gettext_noop("The same program went through %(mails)s of your mails within 10 s."),
    Code.SOON: gettext_noop("It came %(seconds)s s after sending."),
    Code.CAME_BACK: gettext_noop("The same program came back later, as a person does."),
    Code.TOO_SOON: gettext_noop("Nobody is that fast: a machine checked it."),
    Code.TOGETHER: gettext_noop("Each of these happens to people; together they point to a machine."),
    Code.REPEATED_CLICK: gettext_noop(
        "The same program followed the same link %(seconds)s s before: it counts once."
    ),
    Code.REPEATED_OPEN: gettext_noop(
        "The same program loaded the image %(seconds)s s before: it counts once."
    ),
    Code.NO_LANGUAGE: gettext_noop("It said no language, as browsers always do."),
    Code.NO_ENCODING: gettext_noop("It took no compressed answer, as browsers always do."),
    Code.NO_PAGE: gettext_noop("It did not ask for a page, as browsers do when a link is followed."),
    Code.BY_SCRIPT: gettext_noop("A script asked for it, not a person’s click."),
    Code.OLD_BROWSER: gettext_noop("It called itself a browser so old that hardly anybody has it."),
    Code.HOSTING: gettext_noop("It came from a data centre (%(name)s), where few people sit."),
    Code.UNSEEN: gettext_noop("The link was followed before any picture was loaded."),
}
MINUTES_BEFORE = gettext_noop(
    "This was %(minutes)s minutes before the mail was sent: the sender’s own screen."
)
HOURS_BEFORE = gettext_noop("This was %(hours)s hours before the mail was sent: the sender’s own screen.")
PROXY_NAMES: Mapping[str, str] = {
    "gmail": gettext_noop("Gmail’s image proxy"),
    "yahoo": gettext_noop("Yahoo’s image proxy"),
    "fastmail": gettext_noop("Fastmail’s image proxy"),
    "seznam": gettext_noop("Seznam’s image proxy"),
    "shortwave": gettext_noop("Shortwave’s image proxy"),
}
_PROXIES = {proxy.key: proxy for proxy in PROXIES}


def evidence_sentences(stored: Iterable[Packed]) -> list[str]:
    """Return one sentence per piece of stored evidence, in the current language."""
    return [evidence_sentence(each) for each in unpack(stored)]


def evidence_sentence(evidence: Evidence) -> str:
    """Return the sentence for one piece of evidence."""
    if evidence.code == Code.VERBATIM:
        return str(evidence.values["text"])
    if evidence.code == Code.PROXY:
        proxy = _PROXIES[str(evidence.values["proxy"])]
        return gettext(TEXTS[Code.PROXY], proxy=gettext(PROXY_NAMES[proxy.key]), program=proxy.shown_in)
    if evidence.code == Code.BEFORE_SENDING:
        return _before_sending(float(evidence.values["seconds"]))
    return gettext(
        TEXTS[evidence.code], **{name: _formatted(value) for name, value in evidence.values.items()}
    )


def _before_sending(seconds: float) -> str:
    if seconds < 120:
        return gettext(TEXTS[Code.BEFORE_SENDING], seconds=_formatted(seconds))
    if seconds < 7200:
        return gettext(MINUTES_BEFORE, minutes=round(seconds / 60))
    return gettext(HOURS_BEFORE, hours=round(seconds / 3600))


def _formatted(value: Value) -> str:
    return format_decimal(value, "0.0", locale=locale()) if isinstance(value, float) else str(value)
