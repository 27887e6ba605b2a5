"""Reads request bodies and queries into structs, whose types say which input is valid."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Final, TypeVar

import msgspec
from quart import request

from server.lib.web import limited_request
from server.lib.web.problem import Problem, invalid

T = TypeVar("T")
_ESCAPE: Final = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u[dD][89a-fA-F][0-9a-fA-F]{2})|.)",
    re.DOTALL,
)
_PLACE: Final = re.compile(r"(?P<why>.*) - at `\$(?P<path>[^`]*)`", re.DOTALL)
_STEP: Final = re.compile(r"\.(\w+)|\[(\d+)\]")
_MISSING: Final = re.compile(r"Object missing required field `(\w+)`")


class WrongField(ValueError):
    """A field is wrong in a way that types cannot express. A struct raises this error in `__post_init__`."""

    def __init__(self, field: str, why: str) -> None:
        super().__init__(why)
        self.field = field


async def json_body(kind: type[T], max_body: int | None = None) -> T:
    """Read the current request's body. Raises Problem: 415 if it is not JSON, 400 if it does not fit `kind`.

    `max_body`: in bytes, if the blueprint's policy would allow more; a larger body is answered with 413.
    Unknown fields are ignored; if a name occurs twice, its last value counts. A lone surrogate, which
    JavaScript leaves when it cuts a text in the middle of a character, becomes U+FFFD.
    """
    if request.mimetype != "application/json":
        raise Problem(415, "unsupported_media_type", "Send JSON, with Content-Type: application/json.")
    if max_body is not None:
        limited_request.of_now().body.limit(max_body)
    return parse(await request.get_data(cache=True, as_text=False, parse_form_data=False), kind)


def parse(raw: bytes, kind: type[T]) -> T:
    """Read a struct of the type `kind` from JSON. Raises Problem 400."""
    try:
        return msgspec.json.decode(_without_lone_surrogates(raw.decode()), type=kind)
    except msgspec.ValidationError as error:
        steps, why = _fault(error)
        pointer = "#" + "".join(f"/{step}" for step in steps)
        raise invalid(f"{pointer}: {why}", [{"pointer": pointer, "detail": why}]) from None
    except (ValueError, RecursionError) as error:
        raise invalid(f"The body is not valid JSON: {error}.") from None


def query(kind: type[T]) -> T:
    """Read the current request's query; if a name occurs twice, the first value counts.

    Raises Problem 400.
    """
    return parse_query(request.args.to_dict(), kind)


def parse_query(args: Mapping[str, Any], kind: type[T]) -> T:
    """Read a struct of the type `kind` from the names and texts of a query. Raises Problem 400."""
    try:
        return msgspec.convert(args, kind, strict=False)
    except msgspec.ValidationError as error:
        steps, why = _fault(error)
        name = "".join(steps[:1])
        raise invalid(f"{name}: {why}", [{"parameter": name, "detail": why}]) from None


def _fault(error: msgspec.ValidationError) -> tuple[list[str], str]:
    """Return where the wrong value is, and why it is wrong."""
    found = _PLACE.fullmatch(str(error))
    why, path = (found["why"], found["path"]) if found else (str(error), "")
    steps = [name or number for name, number in _STEP.findall(path)]
    if isinstance(error.__cause__, WrongField):
        steps.append(error.__cause__.field)
    elif missing := _MISSING.fullmatch(why):
        steps.append(missing[1])
    return steps, why


def _without_lone_surrogates(text: str) -> str:
    if "\\ud" not in text and "\\uD" not in text:
        return text
    return _ESCAPE.sub(lambda escape: r"\ufffd" if escape[1] else escape[0], text)
