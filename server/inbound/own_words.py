"""Tells by how a mail's text begins whether it calls itself automatic. Pure.

Only statements about the mail itself count: that somebody is away or says thanks, a person may write, too.
"""

from __future__ import annotations

import re
from typing import Final

from server.inbound.subjects import folded

_LONGEST = 400  # characters that are read; Gmail's snippet has about 200

_AUTOMATIC: Final = re.compile(
    r"\b(?:this is an? (?:auto(?:mated|matic|matically)?|auto-?generated|computer[ -]generated)\b"
    r"|this (?:e-?mail|message|reply|response|notification) (?:is|was|has been) (?:sent )?auto"
    r"|automatically (?:generated|sent) (?:e-?mail|message|reply|response)"
    r"|do not (?:reply|respond) (?:directly )?to this (?:e-?mail|message|address)"
    r"|diese (?:e-?mail|nachricht|antwort) (?:wurde|ist) automatisch|(?:dies|das) ist eine automatisch"
    r"|antworten sie (?:bitte )?nicht auf diese|ceci est une? [^.!?]{0,20}automati|ne pas repondre a ce"
    r"|est[ea] es una? [^.!?]{0,20}automatic|no responda a este|questa e una [^.!?]{0,20}automatic"
    r"|messaggio generato automaticamente|non rispondere a questa|esta e uma [^.!?]{0,20}automatic"
    r"|nao responda a est|dit is een automatisch|dette er (?:en|et) automatisk|detta ar ett automat"
    r"|tama on automaattinen|to jest automatyczn|toto je automatick|ez egy automatikus|это автоматическ)"
    r"|このメールは自動|自動送信|这是一封自动|此邮件由系统自动|這是一封自動"
)
_LOGGED: Final = re.compile(
    r"\byour (?:support )?(?:request|ticket|case|enquiry|inquiry)(?: \([^)]{1,40}\)| #?[\w-]{1,30})?"
    r" (?:has been|was) (?:received|logged|registered|created|opened)"
    r"|\ba (?:new )?(?:support )?(?:ticket|case) has been (?:created|opened)"
)
_DISPLAYED: Final = re.compile(r"^this receipt\b|^your message to: .{1,200} was read on\b")
_DESK: Final = re.compile(r"^\W{0,12}(?:please )?(?:(?:type|write) (?:your )?)?reply above this line")


def says_automatic(text: str) -> bool:
    """Return whether the text says that a program wrote it, or that a desk logged a request."""
    return bool(_AUTOMATIC.search(text) or _LOGGED.search(text))


def says_displayed(text: str) -> bool:
    """Return whether the text is a receipt's."""
    return bool(_DISPLAYED.search(text))


def is_from_desk(text: str) -> bool:
    """Return whether the text begins with a help desk's line for replies."""
    return bool(_DESK.search(text))


def beginning(text: str) -> str:
    """Return how a text begins, folded, in one line."""
    return folded(" ".join(text[: 4 * _LONGEST].split()))[:_LONGEST]
