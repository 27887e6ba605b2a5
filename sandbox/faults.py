"""Replaces real answers with faults that a test has ordered: 401, 403, 429 and 503 in Google's wording."""

from dataclasses import dataclass, replace
from typing import Any

from quart import Response

from sandbox.google_error import google_error, oauth_error


@dataclass(frozen=True, slots=True)
class Fault:
    """An error that replaces the answers to the next `times` requests whose path starts with `path_prefix`.

    `retry_after` is in seconds. `reason` replaces the usual reason of `status` (e.g. `rateLimitExceeded`
    for a 403). `done`: the request is carried out, and only its answer is replaced, after `late` seconds.
    """

    path_prefix: str
    status: int
    times: int = 1
    retry_after: int | None = None
    reason: str | None = None
    done: bool = False
    late: float = 0


def read_fault(values: Any) -> Fault:
    """Read a fault from JSON. Raises ValueError with a sentence that says what is wrong."""
    try:
        fault = Fault(**values)
    except TypeError as error:
        raise ValueError(
            "needs path_prefix and status; may have times, retry_after, reason, done, late"
        ) from error
    if not isinstance(fault.path_prefix, str) or not fault.path_prefix.startswith("/"):
        raise ValueError("path_prefix must start with /")
    if not isinstance(fault.status, int) or not 400 <= fault.status <= 599:
        raise ValueError("status must be between 400 and 599")
    if not isinstance(fault.times, int) or fault.times < 1:
        raise ValueError("times must be 1 or more")
    return fault


class Faults:
    """The active faults, in the order in which they were added."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._faults.append(fault)

    def clear(self) -> None:
        self._faults.clear()

    def all(self) -> list[Fault]:
        return list(self._faults)

    def take(self, path: str) -> Fault | None:
        """Return the fault for this request and use it once; None lets the request through."""
        for place, fault in enumerate(self._faults):
            if path.startswith(fault.path_prefix):
                left = replace(fault, times=fault.times - 1)
                self._faults[place : place + 1] = [left] if left.times else []
                return fault
        return None


def fault_answer(fault: Fault, path: str) -> Response:
    """Return the fault in Google's form: OAuth's under /token and /revoke, the API's elsewhere."""
    if path.startswith(("/token", "/revoke")):
        answer = oauth_error(fault.reason, fault.status)
    else:
        answer = google_error(fault.status, fault.reason)
    if fault.retry_after is not None:
        answer.headers["Retry-After"] = str(fault.retry_after)
    return answer
