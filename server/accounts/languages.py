"""The language of a person: the one they chose, or the one that their browser asks for."""

from __future__ import annotations

from quart import request

from server.accounts.models import Account
from server.lib import i18n

AUTOMATIC = ""  # in the form; None on the account


def of(account: Account) -> str:
    """The language for mails to somebody: chosen, or what a browser of theirs asked for last."""
    return account.language or account.asked_language or i18n.ENGLISH


async def speak_to(account: Account) -> None:
    """Answer the present request in the language that its person chose, or else in the one asked for."""
    await note_asked(account)
    if account.language:
        i18n.speak(account.language)


async def note_asked(account: Account) -> None:
    """Remember what the present request asks for, so that mails have a language, too."""
    asked = i18n.asked_for(request)
    if request.accept_languages and asked != account.asked_language:
        account.asked_language = asked
        await Account.filter(id=account.id).update(asked_language=asked)


def choices() -> list[tuple[str, str]]:
    """For a select: what is kept, and how it is called."""
    return [(AUTOMATIC, i18n.gettext("Automatic (as your browser asks)")), *i18n.languages().items()]
