"""Converts the errors of Google's libraries into failures; answers.py judges the answers themselves."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator
from http.client import HTTPException

import httplib2
from google.auth.exceptions import RefreshError, TransportError
from googleapiclient.errors import Error, HttpError

from server.failures.codes import FailureCode
from server.google.answers import Answer, Endpoint, judge
from server.google.failures import GoogleFailure, Refused, Unsure
from server.google.foreign_text import line
from server.lib.failure import Failure
from server.lib.outbox import Transient

_DEEPEST = 10


class NoToken(Exception):
    """The token endpoint gave no access token; `answer` is what it answered."""

    def __init__(self, answer: Answer) -> None:
        super().__init__()
        self.answer = answer


# ValueError: a text that is not in the encoding, or not JSON
TROUBLE = (
    NoToken,
    RefreshError,
    TransportError,
    Error,
    httplib2.HttpLib2Error,
    HTTPException,
    OSError,
    ValueError,
)
STUMBLED = (LookupError, TypeError, AttributeError, ArithmeticError, RecursionError)
"""What Google's libraries raise if JSON does not have the form of Google's."""


def explain(error: Exception) -> GoogleFailure:
    """Convert an error of Google's libraries (any of TROUBLE) into a failure."""
    match error:
        case NoToken():
            return judge(Endpoint.TOKEN, error.answer)
        case HttpError():
            return judge(Endpoint.API, Answer(int(error.resp.status), dict(error.resp), error.content))
        case RefreshError():
            return Transient(Failure(FailureCode.SIGN_IN_BUSY))
        case _:
            return _without_answer(error)


def _without_answer(error: Exception) -> GoogleFailure:
    """Judge why there is no answer. The libraries wrap the error of the system, which tells most."""
    for each in _causes(error):
        match each:
            case ssl.SSLCertVerificationError():
                return Refused(Failure(FailureCode.CERTIFICATE_UNTRUSTED, {"error": _told(each)}))
            case socket.gaierror() | httplib2.ServerNotFoundError():
                return Unsure(Failure(FailureCode.NAME_UNKNOWN))
            case ConnectionRefusedError():
                return Unsure(Failure(FailureCode.CONNECTION_REFUSED))
            case TimeoutError():
                return Unsure(Failure(FailureCode.GMAIL_SLOW))
            case Error() | UnicodeError() | httplib2.FailedToDecompressContent():
                return Unsure(Failure(FailureCode.GOOGLE_UNREADABLE, {"error": type(each).__name__}))
    code = FailureCode.GOOGLE_UNREADABLE if type(error) is ValueError else FailureCode.GOOGLE_UNREACHABLE
    return Unsure(Failure(code, {"error": line(str(error)) or type(error).__name__}))


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Return the error, and from what it comes."""
    left: list[BaseException] = [error]
    for _ in range(_DEEPEST):
        if not left:
            return
        each = left.pop(0)
        yield each
        inner = [each.__cause__, each.__context__, *each.args]
        left += [one for one in inner if isinstance(one, BaseException)]


def _told(error: ssl.SSLCertVerificationError) -> str:
    return line(error.verify_message) or "unknown"
