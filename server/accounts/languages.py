"""Determines a person's language: the one they chose, or the one that their browser asks for."""

from __future__ import annotations

from quart import request

from server.accounts.models import Account
from server.lib import i18n

AUTOMATIC = ""  # the value in the form; the account stores None


def of(account: Account) -> str:
    """Return the language for mails to a person: their choice, or what their browser last asked for."""
    return account.language or account.asked_language or i18n.ENGLISH


async def speak_to(account: Account) -> None:
    """Answer the current request in the language that the person chose, or else in the one requested."""
    await note_asked(account)
    if account.language:
        i18n.speak(account.language)


async def note_asked(account: Account) -> None:
    """Store the language that the current request asks for, so that mails can be written in it."""
    asked = i18n.asked_for(request)
    if request.accept_languages and asked != account.asked_language:
        account.asked_language = asked
        await Account.filter(id=account.id).update(asked_language=asked)


def choices() -> list[tuple[str, str]]:
    """Return the languages to choose from, as pairs of form value and label."""
    return [(AUTOMATIC, i18n.gettext("Automatic (your browser’s language)")), *i18n.languages().items()]
