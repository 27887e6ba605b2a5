"""Reads the faults that tests order, and refuses those that make no sense."""

from collections.abc import Callable
from typing import Any

from sandbox.faults import NAMES, Fault, usual_status
from sandbox.people import person_named

METHODS = ("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD")
REDIRECTS = (301, 302, 303, 307, 308)
WITHOUT_BODY = (204, 304)
ENDS = ("times", "for_s", "until")


def read_fault(values: Any, now: float) -> Fault:
    """Read a fault from JSON; `now` is in Unix seconds. Raises ValueError, which says what is wrong.

    `for_s` (seconds from now) is another way to say `until`. Without any end, the fault happens once.
    """
    if not isinstance(values, dict) or "path_prefix" not in values:
        raise ValueError("needs an object with path_prefix")
    if unknown := sorted(values.keys() - set(NAMES)):
        raise ValueError(f"{unknown[0]} is unknown; a fault may have {', '.join(NAMES)}")
    values = {name: value for name, value in values.items() if value is not None}
    for name, (is_right, words) in VALUES.items():
        if name in values and not is_right(values[name]):
            raise ValueError(f"{name} must be {words}")
    _check_end(values, now)
    if "for_s" in values:
        values["until"] = now + values.pop("for_s")
    if not values.keys() & {"times", "until"}:
        values["times"] = 1
    if "person" in values:
        values["person"] = _key(values["person"])
    if "status" not in values and "reason" in values:
        values["status"] = usual_status(values["reason"], values["path_prefix"])
    fault = Fault(**values)
    _check_answer(fault)
    return fault


def _whole(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _number(value: Any) -> bool:
    return isinstance(value, (int, float)) and not isinstance(value, bool)


def _headers(value: Any) -> bool:
    return isinstance(value, dict) and all(
        isinstance(each, str) and each.isascii() and each.isprintable()
        for pair in value.items()
        for each in pair
    )


VALUES: dict[str, tuple[Callable[[Any], bool], str]] = {
    "path_prefix": (
        lambda value: isinstance(value, str) and value.startswith("/"),
        "text that starts with /",
    ),
    "status": (lambda value: _whole(value) and 200 <= value <= 599, "between 200 and 599"),
    "times": (lambda value: _whole(value) and value >= 1, "1 or more"),
    "for_s": (lambda value: _number(value) and value > 0, "a number of seconds"),
    "until": (_number, "a time in Unix seconds"),
    "late": (lambda value: _number(value) and value >= 0, "a number of seconds"),
    "retry_after": (lambda value: _whole(value) and value >= 0, "a number of seconds"),
    "method": (lambda value: value in METHODS, f"one of {', '.join(METHODS)}"),
    "reason": (lambda value: isinstance(value, str) and bool(value), "text"),
    "headers": (_headers, "an object of texts in printable ASCII"),
    "done": (lambda value: isinstance(value, bool), "true or false"),
    "hanging": (lambda value: isinstance(value, bool), "true or false"),
    "closed": (lambda value: isinstance(value, bool), "true or false"),
    "charset": (lambda value: isinstance(value, str) and _is_charset(value), "an encoding, such as latin-1"),
    "person": (lambda value: isinstance(value, str), "somebody's address"),
}


def _is_charset(name: str) -> bool:
    try:
        return "".encode(name) == b""
    except LookupError:
        return False


def _check_end(values: dict[str, Any], now: float) -> None:
    if len(ends := [name for name in ENDS if name in values]) > 1:
        raise ValueError(f"{' and '.join(ends)} exclude each other")
    if values.get("until", now + 1) <= now:
        raise ValueError("until is already past")


def _key(name: str) -> str:
    person = person_named(name)
    if person is None:
        raise ValueError(f"nobody here is called {name}")
    return person.key


def _check_answer(fault: Fault) -> None:
    silent = fault.hanging or fault.closed
    says_something = fault.headers or fault.retry_after is not None or fault.body is not None or fault.reason
    if fault.hanging and fault.closed:
        raise ValueError("hanging and closed exclude each other")
    if silent and (says_something or fault.status):
        raise ValueError("a fault that gives no answer has no status, reason, body or headers")
    if fault.hanging and fault.late:
        raise ValueError("an answer that never comes cannot be late")
    if fault.is_real and (says_something or not fault.late):
        raise ValueError("needs status (or a reason that Google knows), hanging, closed or late")
    if fault.body is not None and fault.reason:
        raise ValueError("body and reason exclude each other: a reason says what the body is")
    _check_status(fault)


def _check_status(fault: Fault) -> None:
    if fault.status is None:
        return
    if fault.status in WITHOUT_BODY and fault.body:
        raise ValueError(f"an answer with status {fault.status} has no body")
    if fault.status < 300 and fault.status not in WITHOUT_BODY and fault.body is None:
        raise ValueError(f"status {fault.status} needs a body, which may be empty")
    if fault.status in REDIRECTS and "location" not in {name.lower() for name in fault.headers}:
        raise ValueError(f"status {fault.status} needs a Location among its headers")
    if isinstance(fault.body, str):
        try:
            fault.body.encode(fault.charset)
        except UnicodeError as error:
            raise ValueError(f"the body cannot be written in {fault.charset}") from error
