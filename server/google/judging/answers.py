"""Judges an answer of Google: busy, refused for now, ended, or never. Pure."""

from __future__ import annotations

from server.failures.codes import FailureCode
from server.google.failures import GoogleFailure, Refused
from server.google.judging import api_answers, code_answers, token_answers
from server.google.judging.answer import Endpoint, GoogleAnswer
from server.lib.failure import Failure

__all__ = ["Endpoint", "GoogleAnswer", "judge"]


def judge(endpoint: Endpoint, answer: GoogleAnswer) -> GoogleFailure:
    """Judge an answer that is not the wanted one."""
    if answer.status == 407:  # only a proxy gives this answer
        return Refused(Failure(FailureCode.PROXY_REFUSES, {"error": "HTTP 407"}))
    match endpoint:
        case Endpoint.API:
            return api_answers.judged(answer)
        case Endpoint.TOKEN:
            return token_answers.judged(answer)
        case Endpoint.CODE:
            return code_answers.judged(answer)
