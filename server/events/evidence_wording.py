"""The sentences for evidence codes, all in one place. Pure.

Each text refers to the values of its code by name.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from babel.numbers import format_decimal

from server.lib.i18n import gettext, gettext_noop, locale
from server.verdicts.evidence import Code, Evidence, Packed, Value, unpack
from server.verdicts.proxies import ANY, PROXIES

TEXTS: Mapping[Code, str] = {
    Code.CORRECTED_SENDER: gettext_noop("You said this was you."),
    Code.CORRECTED_AUTOMATED: gettext_noop("You said this was a machine."),
    Code.CORRECTED_RECIPIENT: gettext_noop("You said this was a reader."),
    Code.LEARNED_SENDER: gettext_noop("You said another request from this app and network was yours."),
    Code.LEARNED_AUTOMATED: gettext_noop(
        "You said another request from this app and network was a machine’s."
    ),
    Code.LEARNED_RECIPIENT: gettext_noop(
        "You said another request from this app and network was a reader’s."
    ),
    Code.BEFORE_SENDING: gettext_noop(
        "The request came %(seconds)s s before you sent the message, while you were writing it."
    ),
    Code.VIEWED_SAME_BROWSER: gettext_noop("You had this message open in the same browser at that moment."),
    Code.VIEWED_IN_GMAIL: gettext_noop(
        "You had this message open in Gmail at that moment. Gmail’s proxy hides whether it loaded the "
        "image for you."
    ),
    Code.AFTER_BOUNCE: gettext_noop(
        "The message had already come back undelivered, so only you could view it."
    ),
    Code.BEFORE_BOUNCE: gettext_noop(
        "The message later came back undelivered, so this probably wasn’t a reader."
    ),
    Code.OWN_CLIENT: gettext_noop("You use this app on this network yourself."),
    Code.OWN_ADDRESS: gettext_noop(
        "The request came from the IP address that you use yourself, perhaps from your phone."
    ),
    Code.OWN_NETWORK: gettext_noop("The request came from a network that you also use."),
    Code.NO_USER_AGENT: gettext_noop(
        "The request didn’t name an app. Browsers and mail apps always identify themselves."
    ),
    Code.GMAIL_PREFETCH: gettext_noop(
        "Gmail loaded the image in advance, before anyone read the message. The user agent shows this."
    ),
    Code.ANNOUNCED_PREFETCH: gettext_noop("The app said that it was only loading in advance (%(header)s)."),
    Code.LINK_CHECK: gettext_noop("Outlook checked the link itself before it opened it in a browser."),
    Code.HEADLESS: gettext_noop("The browser said that it was running without a screen."),
    Code.APPLE_PRIVACY: gettext_noop(
        "Apple Mail loads every image automatically. This shows that the message arrived, but not whether "
        "anyone read it."
    ),
    Code.APPLE_NETWORK: gettext_noop("The request came from Apple’s network."),
    Code.APPLE_NAME: gettext_noop(
        "The request’s user agent is one that only Apple’s privacy protection uses."
    ),
    Code.LATER_SIGN: gettext_noop("A later sign shows that someone read the message."),
    Code.LATER_CLICK: gettext_noop(
        "Someone later clicked a link in the message, which makes this more certain."
    ),
    Code.LATER_OPEN: gettext_noop("Someone loaded the image again later, which makes this more certain."),
    Code.LATER_REPLY: gettext_noop("Someone later replied, which makes this more certain."),
    Code.SCANNER_NAME: gettext_noop(
        "A mail filter (%(name)s) checked the message. The user agent shows this."
    ),
    Code.SCANNER_NETWORK: gettext_noop("The request came from the network of a mail filter (%(name)s)."),
    Code.CRAWLER_NAME: gettext_noop("“%(program)s” is a known bot or tool."),
    Code.UNFAMILIAR: gettext_noop(
        "The app isn’t a known one, but it named a language and didn’t say that it is a machine."
    ),
    Code.UNKNOWN_PROGRAM: gettext_noop("“%(program)s” isn’t a known browser or mail app."),
    Code.PROXY: gettext_noop("%(proxy)s loaded the image, so someone viewed the message in %(program)s."),
    Code.PROXY_HIDES: gettext_noop("The proxy hides the reader’s device and place."),
    Code.PROXY_NETWORK: gettext_noop(
        "The request didn’t come from a network that this proxy is known to use."
    ),
    Code.PROXY_EARLY: gettext_noop(
        "%(proxy)s loaded the image, as it sometimes does before anyone views the message."
    ),
    Code.PROVIDER_DISPLAY: gettext_noop(
        "The image was loaded from the network of %(name)s, a mail provider, which loads images for readers."
    ),
    Code.PROVIDER_EARLY: gettext_noop(
        "The image was loaded from the network of %(name)s, a mail provider, maybe before anyone viewed the "
        "message."
    ),
    Code.PROVIDER_CHECK: gettext_noop(
        "The link was opened from the network of %(name)s, a mail provider. Readers open links on their own "
        "devices, so this was a check."
    ),
    Code.DIRECT_CLICK: gettext_noop(
        "A browser or mail app opened the link directly, with no proxy in between."
    ),
    Code.DIRECT_OPEN: gettext_noop(
        "A browser or mail app loaded the image directly, with no proxy in between."
    ),
    Code.HEAD: gettext_noop(
        "The same IP address asked only for the headers %(seconds)s s earlier, as only machines do."
    ),
    Code.LINKS_AT_ONCE: gettext_noop(
        "%(links)s links in this message were opened within %(seconds)s s, faster than a person could click."
    ),
    Code.BESIDE_BURST: gettext_noop(
        "Several links in this message were opened from the same network at the same time."
    ),
    Code.DECOY: gettext_noop("The hidden link was followed. Only machines do that."),
    Code.BESIDE_DECOY: gettext_noop(
        "The hidden link was followed from the same network. Only machines do that."
    ),
    Code.MAILS_AT_ONCE: gettext_noop("The same app went through %(mails)s of your messages within 10 s."),
    Code.SOON: gettext_noop("The request came %(seconds)s s after the message was sent."),
    Code.CAME_BACK: gettext_noop("The same app came back later, as a person would."),
    Code.TOO_SOON: gettext_noop("Nobody reads that fast, so this was a machine."),
    Code.TOGETHER: gettext_noop(
        "Any one of these signs could come from a person. Together, they point to a machine."
    ),
    Code.REPEATED_CLICK: gettext_noop(
        "The same app opened this link %(seconds)s s earlier, so the two count as one."
    ),
    Code.REPEATED_OPEN: gettext_noop(
        "The same app loaded the image %(seconds)s s earlier, so the two count as one."
    ),
    Code.NO_LANGUAGE: gettext_noop("The request didn’t name a language. Browsers always name one."),
    Code.NO_ENCODING: gettext_noop(
        "The request didn’t accept compressed responses. Browsers always accept them."
    ),
    Code.NO_PAGE: gettext_noop(
        "The request didn’t ask for a page. Browsers ask for one when someone clicks a link."
    ),
    Code.NO_IMAGE: gettext_noop(
        "The request asked for a page instead of an image. Mail apps and webmail ask for an image."
    ),
    Code.NO_METADATA: gettext_noop("The request lacked details that browsers of this version always send."),
    Code.CONTRADICTION: gettext_noop("The browser contradicted itself about its version or its system."),
    Code.ONE_LANGUAGE: gettext_noop(
        "The browser accepted only one language, as Chrome does when a program controls it."
    ),
    Code.FULL_VERSION: gettext_noop("The browser gave its full version number, which Chrome no longer does."),
    Code.NO_BRAND: gettext_noop(
        "The browser was a plain Chromium, which programs use more often than people."
    ),
    Code.SWEPT: gettext_noop(
        "%(links)s links in this message were opened from the same network within a minute, soon after it "
        "was sent."
    ),
    Code.PICTURE_AND_LINK: gettext_noop(
        "The same app loaded the image and opened a link within %(seconds)s s, faster than a person reads."
    ),
    Code.OTHER_NETWORK: gettext_noop(
        "The same link was opened from an unrelated network within %(seconds)s s. Mail filters do that."
    ),
    Code.OTHER_SYSTEM: gettext_noop(
        "Requests from this IP address named two operating systems within %(seconds)s s, as machines in "
        "disguise do."
    ),
    Code.BESIDE_SCANNER: gettext_noop(
        "A machine checked the message from the same network or data centre within a minute of this request."
    ),
    Code.CAUGHT: gettext_noop(
        "The same app on the same network gave itself away as a machine at another moment."
    ),
    Code.SAME_LATER: gettext_noop("The same app came back later, at a person’s pace."),
    Code.SAME_BEFORE: gettext_noop("The same app had been here before, and came back at a person’s pace."),
    Code.DISPLAYED_BEFORE: gettext_noop(
        "A mail service had shown the message before, and the link was followed at a person’s pace."
    ),
    Code.LONG_AFTER: gettext_noop(
        "Machines usually check messages as they arrive. This request came long after that."
    ),
    Code.PACE: gettext_noop(
        "But the image and a link were opened at a person’s pace, long after the message was delivered."
    ),
    Code.UNCONFIRMED: gettext_noop(
        "Some machines look the same, and nothing has confirmed yet that this was a person."
    ),
    Code.BY_SCRIPT: gettext_noop("A script made the request, not a person’s click."),
    Code.OLD_SYSTEM: gettext_noop(
        "The request claimed to come from a Windows that hardly anyone still uses, as sandboxes do."
    ),
    Code.OUTDATED_BROWSER: gettext_noop("The browser should have been updated months ago."),
    Code.OLD_BROWSER: gettext_noop(
        "The request claimed to come from a browser so old that hardly anyone still uses it."
    ),
    Code.EARLY_BROWSER: gettext_noop(
        "The request claimed to come from a version of a browser that wasn’t out yet."
    ),
    Code.HOSTING: gettext_noop(
        "The request came from a data centre (%(name)s), where hardly anyone reads email."
    ),
    Code.DISPLAY_OR_FILTER: gettext_noop(
        "The request came from Microsoft’s network (%(name)s), from which images are loaded for readers of "
        "Outlook on the web, but also to check messages."
    ),
    Code.UNSEEN: gettext_noop("The link was opened before any image was loaded."),
}
MINUTES_BEFORE = gettext_noop(
    "The request came %(minutes)s minutes before you sent the message, while you were writing it."
)
HOURS_BEFORE = gettext_noop(
    "The request came %(hours)s hours before the message was sent, when only you could see the message."
)
PROXY_NAMES: Mapping[str, str] = {
    "gmail": gettext_noop("Gmail’s image proxy"),
    "yahoo": gettext_noop("Yahoo’s image proxy"),
    "fastmail": gettext_noop("Fastmail’s image proxy"),
    "seznam": gettext_noop("Seznam’s image proxy"),
    "shortwave": gettext_noop("Shortwave’s image proxy"),
    "mail-ru": gettext_noop("Mail.ru’s image proxy"),
    "other": gettext_noop("An image proxy"),
    "hey": gettext_noop("HEY’s image proxy"),
    "yandex": gettext_noop("Yandex’s image proxy"),
    "rambler": gettext_noop("Rambler’s image proxy"),
    "ukrnet": gettext_noop("ukr.net’s image proxy"),
}
_PROXIES = {proxy.key: proxy for proxy in (*PROXIES, ANY)}


def evidence_sentences(stored: Iterable[Packed]) -> list[str]:
    """Return one sentence per piece of stored evidence, in the current language."""
    return [evidence_sentence(each) for each in unpack(stored)]


def evidence_sentence(evidence: Evidence) -> str:
    """Return the sentence for one piece of evidence."""
    if evidence.code == Code.VERBATIM:
        return str(evidence.values["text"])
    if evidence.code in (Code.PROXY, Code.PROXY_EARLY):
        proxy = _PROXIES[str(evidence.values["proxy"])]
        name = gettext(PROXY_NAMES[proxy.key])
        return gettext(TEXTS[evidence.code], proxy=name, program=proxy.shown_in)
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
