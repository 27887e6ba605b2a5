"""Converts the errors of Google's libraries into failures; answers.py judges the answers themselves."""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator

import httpcore
import httpx
from google.auth.exceptions import RefreshError
from googleapiclient.errors import Error, HttpError

from server.failures.codes import FailureCode
from server.google.failures import REPAIRS, GoogleFailure, Refused, Unsure
from server.google.judging.answers import Endpoint, GoogleAnswer, judge
from server.google.judging.foreign_text import line
from server.lib.failure import Failure
from server.lib.net.proxies import ProxyRefuses, ProxyTrouble
from server.lib.net.trusted import UnreadableCertificates
from server.lib.outbox import Transient

_MOST = 30  # errors that are looked at

_CAUSES: tuple[tuple[type[BaseException], FailureCode], ...] = (
    (ssl.SSLCertVerificationError, FailureCode.CERTIFICATE_UNTRUSTED),
    (UnreadableCertificates, FailureCode.CERTIFICATE_UNTRUSTED),
    (socket.gaierror, FailureCode.NAME_UNKNOWN),
    (ConnectionRefusedError, FailureCode.CONNECTION_REFUSED),
    (TimeoutError, FailureCode.GMAIL_SLOW),
    (httpcore.TimeoutException, FailureCode.GMAIL_SLOW),
    (Error, FailureCode.GOOGLE_UNREADABLE),
    (UnicodeError, FailureCode.GOOGLE_UNREADABLE),
    (httpx.DecodingError, FailureCode.GOOGLE_UNREADABLE),
)


class NoToken(Exception):
    """The token endpoint gave no access token; `answer` is what it answered."""

    def __init__(self, answer: GoogleAnswer) -> None:
        super().__init__()
        self.answer = answer


# ValueError: a text that is not in the encoding, or not JSON
TROUBLE = (
    NoToken,
    RefreshError,
    Error,
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
            return judge(Endpoint.API, GoogleAnswer(int(error.resp.status), dict(error.resp), error.content))
        case RefreshError():
            return Transient(Failure(FailureCode.SIGN_IN_BUSY))
        case _:
            return unreached(error)


def unreached(error: Exception) -> Unsure | Refused:
    """Judge why there is no answer. What is wrapped tells most: it is the system's error, or our own."""
    causes = list(_causes(error))
    trouble = next((each for each in causes if isinstance(each, ProxyTrouble)), None)
    if trouble is not None:
        return _by_proxy(trouble)
    for each in causes:
        code = next((code for kind, code in _CAUSES if isinstance(each, kind)), None)
        if code is not None:
            failure = Failure(code, {"error": _told(each)})
            return Refused(failure) if code in REPAIRS else Unsure(failure)
    code = FailureCode.GOOGLE_UNREADABLE if isinstance(error, ValueError) else FailureCode.GOOGLE_UNREACHABLE
    return Unsure(Failure(code, {"error": _told(error)}))


def _by_proxy(trouble: ProxyTrouble) -> Unsure | Refused:
    """Judge a proxy that refuses or cannot be used, or that is out of order."""
    values = {"error": line(str(trouble))}
    if isinstance(trouble, ProxyRefuses):
        return Refused(Failure(FailureCode.PROXY_REFUSES, values))
    return Unsure(Failure(FailureCode.GOOGLE_UNREACHABLE, values))


def _told(error: BaseException) -> str:
    if isinstance(error, ssl.SSLCertVerificationError):
        return line(error.verify_message)
    return line(str(error)) if isinstance(error, OSError) else type(error).__name__


def _causes(error: BaseException) -> Iterator[BaseException]:
    """Return the error, and from what it comes."""
    left, seen = [error], {id(error)}
    while left and len(seen) < _MOST:
        each = left.pop(0)
        yield each
        for inner in (each.__cause__, each.__context__, *each.args):
            if isinstance(inner, BaseException) and id(inner) not in seen:
                seen.add(id(inner))
                left.append(inner)
