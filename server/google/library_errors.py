"""Converts the errors of Google's libraries into failures; answers.py judges the answers themselves."""

from __future__ import annotations

from http.client import HTTPException

import httplib2
from google.auth.exceptions import RefreshError, TransportError
from googleapiclient.errors import Error, HttpError

from server.failures.codes import FailureCode
from server.google.answers import Answer, Endpoint, judge
from server.google.failures import GoogleFailure, Unsure
from server.lib.failure import Failure
from server.lib.outbox import Transient

# ValueError: a text that is not in the encoding, or not JSON
TROUBLE = (RefreshError, TransportError, Error, httplib2.HttpLib2Error, HTTPException, OSError, ValueError)


def explain(error: Exception, token_answer: Answer | None) -> GoogleFailure:
    """Convert an error of Google's libraries (any of TROUBLE) into a failure.

    `token_answer`: what the token endpoint answered during this call, unless it gave a token.
    """
    if token_answer is not None:
        return judge(Endpoint.TOKEN, token_answer)
    match error:
        case HttpError():
            return judge(Endpoint.API, Answer(int(error.resp.status), dict(error.resp), error.content))
        case RefreshError():
            return Transient(Failure(FailureCode.SIGN_IN_BUSY))
        case Error() | ValueError():
            return Unsure(Failure(FailureCode.GOOGLE_UNREADABLE, {"error": type(error).__name__}))
        case _:
            why = str(error) or type(error).__name__
            return Unsure(Failure(FailureCode.GOOGLE_UNREACHABLE, {"error": why}))
