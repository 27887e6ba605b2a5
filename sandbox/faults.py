"""Replaces real answers with faults that a test has ordered: Google's errors, and anything else."""

import json
from dataclasses import asdict, dataclass, field, fields, replace
from typing import Any

from quart import Response

from sandbox.google_error import OAUTH_REASONS, REASONS, google_error, oauth_error, oauth_refusal

OF_OAUTH = ("/token", "/revoke")
HANGS_UP = "X-Sandbox-Hangs-Up"


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens to requests whose path starts with `path_prefix`; an upload counts with its plain path.

    `times` says how often it happens, or `until` (Unix seconds by the sandbox's clock) how long. `method` and
    `person` (a key or an address) restrict it. The answer is `status` with `headers` (and `retry_after`, in
    seconds), and a body: Google's for the status or for `reason` (e.g. `rateLimitExceeded`), or `body`, which
    is text in `charset` (HTML, unless the headers say otherwise) or JSON. `hanging`: there is no answer until
    the client goes; `closed`: the connection is closed instead. `done`: the request is carried out, and only
    its answer is replaced. `late` (seconds) delays the answer; alone, it delays the real one.
    """

    path_prefix: str
    status: int | None = None
    times: int | None = None
    retry_after: int | None = None
    reason: str | None = None
    done: bool = False
    late: float = 0
    method: str | None = None
    person: str | None = None
    headers: dict[str, str] = field(default_factory=dict)
    body: Any = None
    charset: str = "utf-8"
    hanging: bool = False
    closed: bool = False
    until: float | None = None

    @property
    def is_real(self) -> bool:
        """Return whether the answer is the real one, only later."""
        return self.status is None and not self.hanging and not self.closed


NAMES = (*(each.name for each in fields(Fault)), "for_s")


@dataclass(frozen=True, slots=True)
class Asked:
    """What decides whether a fault is for a request. `person` is the key of whom it is about, if known."""

    path: str
    method: str
    person: str | None = None


class Faults:
    """The active faults, in the order in which they were added."""

    def __init__(self) -> None:
        self._faults: list[Fault] = []

    def add(self, fault: Fault) -> None:
        self._faults.append(fault)

    def clear(self) -> None:
        self._faults.clear()

    def all(self, now: float) -> list[Fault]:
        """Return the faults that have not ended by `now` (Unix seconds)."""
        self._faults = [fault for fault in self._faults if fault.until is None or now < fault.until]
        return list(self._faults)

    def take(self, asked: Asked, now: float) -> Fault | None:
        """Return the fault for this request and use it once; None lets the request through."""
        for place, fault in enumerate(self.all(now)):
            if _is_for(fault, asked):
                if fault.times is not None:
                    left = replace(fault, times=fault.times - 1)
                    self._faults[place : place + 1] = [left] if left.times else []
                return fault
        return None


def _is_for(fault: Fault, asked: Asked) -> bool:
    paths = (asked.path, asked.path.removeprefix("/upload"))
    return (
        any(path.startswith(fault.path_prefix) for path in paths)
        and fault.method in (None, asked.method)
        and fault.person in (None, asked.person)
    )


def fault_answer(fault: Fault, path: str) -> Response:
    """Return the fault's answer: its own body, or Google's (OAuth's under /token and /revoke)."""
    if fault.closed:
        return Response("", 200, headers={HANGS_UP: "now"})
    answer = _own(fault) if fault.body is not None else _google(fault, path)
    if fault.retry_after is not None:
        answer.headers["Retry-After"] = str(fault.retry_after)
    for name, value in fault.headers.items():
        answer.headers[name] = value
    return answer


def _own(fault: Fault) -> Response:
    if isinstance(fault.body, str):
        kind = f"text/html; charset={fault.charset}"
        return Response(fault.body.encode(fault.charset), fault.status, content_type=kind)
    content = json.dumps(fault.body, ensure_ascii=False).encode(fault.charset)
    return Response(content, fault.status, content_type=f"application/json; charset={fault.charset}")


def _google(fault: Fault, path: str) -> Response:
    status = fault.status or 500
    if 300 <= status < 400:
        return Response("", status)
    if not path.startswith(OF_OAUTH):
        return google_error(status, fault.reason)
    if fault.reason in OAUTH_REASONS:
        return oauth_refusal(fault.reason, status)
    return oauth_error(fault.reason, status)


def usual_status(reason: str, path: str) -> int | None:
    """Return the status that Google answers with a reason; None if the reason is not known."""
    if path.startswith(OF_OAUTH):
        return OAUTH_REASONS[reason][0] if reason in OAUTH_REASONS else None
    return REASONS[reason].status if reason in REASONS else None


def shown(fault: Fault) -> dict[str, Any]:
    """Return a fault as JSON, without what it leaves as usual."""
    usual = asdict(Fault(fault.path_prefix))
    return {
        name: value
        for name, value in asdict(fault).items()
        if name == "path_prefix" or value != usual[name] or type(value) is not type(usual[name])
    }
