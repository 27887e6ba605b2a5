"""Judges an answer of Google: busy, refused for now, ended, or never. Pure."""

from __future__ import annotations

from server.google import api_answers, token_answers
from server.google.answer import Answer, Endpoint
from server.google.failures import GoogleFailure

__all__ = ["Answer", "Endpoint", "judge"]


def judge(endpoint: Endpoint, answer: Answer) -> GoogleFailure:
    """Judge an answer that is not the wanted one."""
    if endpoint == Endpoint.API:
        return api_answers.judged(answer)
    return token_answers.judged(answer)
