"""Judges an answer of Google: busy, refused for now, ended, or never. Pure."""

from __future__ import annotations

from server.google import api_answers, code_answers, pauses, token_answers
from server.google.answer import Answer, Endpoint
from server.google.failures import GoogleFailure

__all__ = ["Answer", "Endpoint", "judge"]


def judge(endpoint: Endpoint, answer: Answer) -> GoogleFailure:
    """Judge an answer that is not the wanted one."""
    match endpoint:
        case Endpoint.API:
            return api_answers.judged(answer)
        case Endpoint.TOKEN:
            return token_answers.judged(answer)
        case Endpoint.CODE:
            return code_answers.judged(answer, pauses.of_sign_in(answer))
