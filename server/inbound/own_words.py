"""Tells by how a mail's text begins whether it calls itself automatic. Pure.

Only statements about the mail itself count, and before what it quotes: that somebody is away or says thanks,
a person may write, too. In what looks like a person's answer, the statement has to come first: footers, which
scanners and lawyers add to people's mails, speak of machines as well.
"""

from __future__ import annotations

import re
from typing import Final

from server.inbound.subjects import folded

_LONGEST = 400  # characters that are read; Gmail's snippet has about 200

# What may come before the statement that a program wrote it: the line for replies, a greeting, and thanks.
_BEFORE: Final = (
    r"^\W{0,12}(?:(?:please )?(?:type |write )?(?:your )?reply above this line\W{0,12})?"
    r"(?:(?:hi|hello|hey|dear|hallo|guten tag|sehr geehrte[rs]?|liebe[rs]?|bonjour|hola|buongiorno|gentile)\b"
    r"(?: [^\s.!?,:;]{1,30}){0,5}? ?[,.!:;-]{0,3} ?\W{0,3})?"
    r"(?:(?:thank you|thanks|vielen dank|danke|merci|gracias|grazie)\b[^.!?]{0,100}[.!] )?\W{0,12}"
)
_MAIL: Final = (
    r"(?:e-?mail|message|mail|reply|response|answer|notification|notice|acknowledge?ment|confirmation)"
)
_MADE: Final = r"(?:generated|sent|created|produced|issued)"
_GEMACHT: Final = r"(?:generiert|erstellt|erzeugt|versendet|verschickt|versandt|gesendet)"
_AUTOMATIC: Final = (
    rf"(?:this is an? (?:auto(?:mated|matic|matically)?[ -]?|computer[ -])(?:{_MADE} )?{_MAIL}\b"
    rf"|this {_MAIL} (?:is|was|has been) (?:auto(?:matically)?[ -]{_MADE}|{_MADE} auto(?:matically|mated)?\b)"
    rf"|this is an? auto[a-z]*[ -](?:[a-z-]{{1,20}} ){{0,2}}{_MAIL}\b|automatically {_MADE} {_MAIL}"
    rf"|diese (?:e-?mail|nachricht|antwort|mail) (?:wurde|ist|wird) (?:automatisch|maschinell) {_GEMACHT}"
    r"|(?:(?:dies|das) ist|es handelt sich(?: hierbei)? um|hierbei handelt es sich um) eine automatisch"
    r"(?:e| [a-z]{4,12})? (?:e-?mail|mail|[a-z]{0,12}(?:antwort|nachricht|richtigung|bestatigung|meldung))"
    r"|ceci est une? [^.!?]{0,20}automati|est[ea] es una? [^.!?]{0,20}automatic"
    r"|questa e una [^.!?]{0,20}automatic|messaggio generato automaticamente|esta e uma [^.!?]{0,20}automatic"
    r"|dit is een automatisch|dette er (?:en|et) automatisk|detta ar ett automat|tama on automaattinen"
    r"|to jest automatyczn|toto je automatick|ez egy automatikus|это автоматическ"
    r"|このメールは自動|(?:[^.。]{0,20})自動送信|这是一封自动|此邮件由系统自动|這是一封自動)"
)
_NOT_TO_ANSWER: Final = (
    r"(?:(?:do not|don't) (?:reply|respond) (?:directly )?to this (?:e-?mail|message|address)(?! and| or)"
    r"|antworten sie (?:bitte )?nicht auf diese|ne pas repondre a ce|no responda a este"
    r"|non rispondere a questa|nao responda a est)"
)
_LOGGED: Final = (
    r"(?:your (?:support )?(?:request|ticket|case|enquiry|inquiry)(?: \([^)]{1,40}\)| #?[\w-]{1,30})?"
    r" (?:has been|was) (?:received|logged|registered|created|opened)(?! by\b)"
    r"|a (?:new )?(?:support )?(?:ticket|case) has been (?:created|opened)(?! by\b))"
)
# No footer calls a mail a reply, so this may be any sentence.
_REPLY: Final = (
    r"(?:this is an? auto[a-z]*[ -](?:[a-z-]{1,20} ){0,2}(?:reply|response|answer)\b"
    rf"|(?:dies|das) ist eine automatisch(?:e| {_GEMACHT}e)? (?:[a-z]{{0,12}}antwort|abwesenheits)"
    r"|ceci est une reponse automati|est[ea] es una respuesta automati|questa e una risposta automati"
    r"|esta e uma resposta automati|dit is een automatisch antwoord"
    r"|(?:dette er et|detta ar ett) auto(?:matiske?t?)? ?svar"
    r"|このメールは自動|本メールは自動|这是一封自动|此邮件由系统自动|這是一封自動)"
)
_SAYS_FIRST: Final = re.compile(rf"{_BEFORE}(?:{_AUTOMATIC}|{_LOGGED})|(?:^|[^\w\s,;'\"(])\W{{0,6}}{_REPLY}")
_SAYS: Final = re.compile(rf"\b(?:{_AUTOMATIC}|{_NOT_TO_ANSWER}|{_LOGGED})")
_QUOTES: Final = re.compile(
    r"\bon .{5,120}? wrote ?:|\bam .{5,120}? schrieb\b|\ble .{5,120}? a ecrit ?:|\bel .{5,120}? escribio ?:"
    r"|\bil .{5,120}? ha scritto ?:|\bem .{5,120}? escreveu ?:|\bop .{5,120}? schreef\b"
    r"|\bden .{5,120}? skrev\b|\bdnia .{5,120}? napisal"
    r"|-{2,} ?[^\W\d_][^-]{5,40}-{2,}|_{10,}|(?<!\S)>|(?<!\S)-- (?=\S)"
    r"|\b(?:from|von|de|da|van) ?: .{3,120}? (?:sent|gesendet|envoye|enviado|inviato|date|datum) ?:"
)
_DISPLAYED: Final = re.compile(
    r"^this receipt (?:only )?(?:verifies|shows|confirms|acknowledges) that the (?:message|mail|e-?mail)\b"
    r"|^your message to: .{1,200} subject: .{0,200} was read on\b"
)
_DESK: Final = re.compile(r"^\W{0,12}(?:please )?(?:(?:type|write) (?:your )?)?reply above this line")


def says_automatic(text: str, *, first: bool) -> bool:
    """Return whether the text says that a program wrote it, or that a desk logged a request.

    `first`: only at its beginning.
    """
    own = _own(text)
    return bool(_SAYS_FIRST.search(own) if first else _SAYS.search(own))


def says_displayed(text: str) -> bool:
    """Return whether the text is a receipt's."""
    return bool(_DISPLAYED.search(text))


def is_from_desk(text: str) -> bool:
    """Return whether the text begins with a help desk's line for replies."""
    return bool(_DESK.search(text))


def beginning(text: str) -> str:
    """Return how a text begins, folded, in one line."""
    return folded(" ".join(text[: 4 * _LONGEST].split()))[:_LONGEST]


def _own(text: str) -> str:
    """Return the text before the first thing that it quotes, or before the signature."""
    desk = _DESK.match(text)
    found = _QUOTES.search(text, desk.end() if desk else 0)
    return text[: found.start()] if found else text
