"""Finds the person signed in: one cookie per account number in the path (`/mail/u/0/`, `/mail/u/1/`)."""

from quart import request
from werkzeug.exceptions import Forbidden

from sandbox.people import Person, person_named


def cookie_name(number: int) -> str:
    return f"sandbox_u{number}"


def visitor(number: int) -> Person | None:
    """Return the person signed in under this account number."""
    return person_named(request.cookies.get(cookie_name(number)))


def signed_in(number: int) -> Person:
    """Return the same as `visitor`, but answer 403 if nobody is signed in."""
    person = visitor(number)
    if person is None:
        raise Forbidden("Nobody is signed in here.")
    return person
