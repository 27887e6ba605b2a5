"""Words what went wrong at Google for the person who reads it: the owner of the server, or somebody else."""

from __future__ import annotations

from server.failures.codes import FailureCode
from server.failures.wording import failure_sentence
from server.google.failures import GoogleFailure, Who, who_repairs
from server.lib.i18n import gettext
from server.lib.outbox import Transient


def sentence(failure: GoogleFailure, *, for_owner: bool) -> str:
    """Return what happened and what to do, in the current language."""
    if isinstance(failure, Transient):
        return " ".join([failure_sentence(failure.reason), gettext("Try again in a minute.")])
    if for_owner or who_repairs(failure) != Who.OWNER:
        return failure_sentence(failure.reason)
    if failure.reason.code == FailureCode.ORG_INTERNAL:
        return gettext(
            "Only the Google accounts of one organisation can be used here. Use such an account, or ask the "
            "owner of this server."
        )
    return gettext(
        "This doesn’t work at Google at the moment. Ask the owner of this server, whose log says what to "
        "check."
    )
