"""What evidence says, in sentences: the one place that words its codes. Pure.

A text's gaps are named as the values of its code; server/texts/ has each text in the other languages.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from server.lib.language import ENGLISH, Language
from server.verdicts.evidence import Code, Evidence, Packed, Value, unpack
from server.verdicts.signatures import PROXIES

TEXTS: Mapping[Code, str] = {
    Code.CORRECTED_ME: "You said: that was you.",
    Code.CORRECTED_MACHINE: "You said: that was a machine.",
    Code.CORRECTED_THEM: "You said: that was them.",
    Code.LEARNED_ME: "You said of the same program in the same network: that was you.",
    Code.LEARNED_MACHINE: "You said of the same program in the same network: that was a machine.",
    Code.LEARNED_THEM: "You said of the same program in the same network: that was them.",
    Code.BEFORE_SENDING: "This was {seconds} s before the mail was sent: the sender’s own screen.",
    Code.VIEWED_SAME_BROWSER: "You had this mail on screen in the same browser in that moment.",
    Code.VIEWED_IN_GMAIL: "You had this mail on screen in Gmail in that moment; Gmail’s proxy hides whether "
    "it was for you.",
    Code.AFTER_BOUNCE: "The mail had come back as undeliverable: only its sender can look at it.",
    Code.BEFORE_BOUNCE: "The mail came back as undeliverable later, so that no reader had it: hardly one of "
    "them.",
    Code.OWN_CLIENT: "You use the same program in the same network.",
    Code.OWN_NETWORK: "It came from a network that you use, too.",
    Code.NO_USER_AGENT: "It did not say what program it is. Browsers and mail programs always do.",
    Code.GMAIL_PREFETCH: "Gmail fetched this ahead of the reader; its user agent says so.",
    Code.ANNOUNCED_PREFETCH: "The program said that it only looked ahead ({header}).",
    Code.HEADLESS: "The browser said that it runs without a screen.",
    Code.APPLE_PRIVACY: "Apple Mail loads every image by itself: that the mail arrived is sure, when it was "
    "read is not.",
    Code.APPLE_NETWORK: "It came from Apple’s network.",
    Code.APPLE_NAME: "It used the name that only Apple’s privacy protection uses.",
    Code.LATER_SIGN: "Later somebody showed by more that the mail was read.",
    Code.LATER_CLICK: "Later somebody followed a link of it, which makes this surer.",
    Code.LATER_OPEN: "Later somebody loaded its picture with a program of their own, which makes this surer.",
    Code.LATER_REPLY: "Later somebody answered it, which makes this surer.",
    Code.SCANNER_NAME: "A mail filter ({name}) checked it; its user agent says so.",
    Code.SCANNER_NETWORK: "It came from the network of a mail filter ({name}).",
    Code.CRAWLER_NAME: "The program “{program}” is a known robot or tool.",
    Code.UNKNOWN_PROGRAM: "“{program}” is no known browser or mail program.",
    Code.PROXY: "{proxy}: somebody displayed the mail in {program}.",
    Code.PROXY_HIDES: "Their device and place stay unknown.",
    Code.PROXY_NETWORK: "It did not come from a network that this proxy is known for.",
    Code.DIRECT_CLICK: "A browser or mail program followed the link directly, without a proxy in between.",
    Code.DIRECT_OPEN: "A browser or mail program loaded the image directly, without a proxy in between.",
    Code.HEAD: "It asked for the headers alone {seconds} s before, as only machines do.",
    Code.LINKS_AT_ONCE: "{links} links of this mail were followed within {seconds} s, faster than a person "
    "can.",
    Code.BESIDE_BURST: "The same network followed several links of this mail at once.",
    Code.DECOY: "The hidden link was followed: only a machine does that.",
    Code.BESIDE_DECOY: "The same network followed the hidden link of this mail, as only machines do.",
    Code.MAILS_AT_ONCE: "The same program went through {mails} of your mails within 10 s.",
    Code.SOON: "It came {seconds} s after sending.",
    Code.CAME_BACK: "The same program came back later, as a person does.",
    Code.TOO_SOON: "Nobody is that fast: a machine checked it.",
    Code.TOGETHER: "Each of these happens to people; together they point to a machine.",
    Code.REPEATED_CLICK: "The same program followed the same link {seconds} s before: it counts once.",
    Code.REPEATED_OPEN: "The same program loaded the image {seconds} s before: it counts once.",
    Code.NO_LANGUAGE: "It said no language, as browsers always do.",
    Code.NO_ENCODING: "It took no compressed answer, as browsers always do.",
    Code.NO_PAGE: "It did not ask for a page, as browsers do when a link is followed.",
    Code.BY_SCRIPT: "A script asked for it, not a person’s click.",
    Code.OLD_BROWSER: "It called itself a browser so old that hardly anybody has it.",
    Code.HOSTING: "It came from a data centre ({name}), where few people sit.",
    Code.UNSEEN: "The link was followed before any picture was loaded.",
    Code.VERBATIM: "{text}",
}
MINUTES_BEFORE = "This was {minutes} minutes before the mail was sent: the sender’s own screen."
HOURS_BEFORE = "This was {hours} hours before the mail was sent: the sender’s own screen."
_PROXIES = {proxy.key: proxy for proxy in PROXIES}


def evidence_sentences(stored: Iterable[Packed], language: Language = ENGLISH) -> list[str]:
    """What stored evidence says, a sentence each."""
    return [evidence_sentence(each, language) for each in unpack(stored)]


def evidence_sentence(evidence: Evidence, language: Language = ENGLISH) -> str:
    """What one piece of it says."""
    if evidence.code == Code.VERBATIM:
        return str(evidence.values["text"])
    if evidence.code == Code.PROXY:
        proxy = _PROXIES[str(evidence.values["proxy"])]
        named = {"proxy": language.say(proxy.name), "program": proxy.shown_in}
        return language.say(TEXTS[Code.PROXY], **named)
    if evidence.code == Code.BEFORE_SENDING:
        return _before_sending(float(evidence.values["seconds"]), language)
    values = {name: _told(value, language) for name, value in evidence.values.items()}
    return language.say(TEXTS[evidence.code], **values)


def _before_sending(seconds: float, language: Language) -> str:
    if seconds < 120:
        return language.say(TEXTS[Code.BEFORE_SENDING], seconds=language.tenths(seconds))
    if seconds < 7200:
        return language.say(MINUTES_BEFORE, minutes=f"{seconds / 60:.0f}")
    return language.say(HOURS_BEFORE, hours=f"{seconds / 3600:.0f}")


def _told(value: Value, language: Language) -> str:
    return language.tenths(value) if isinstance(value, float) else str(value)
