"""Finds who is signed in, by a cookie for each account number in the path (`/mail/u/0/`, `/mail/u/1/`)."""

from quart import request
from werkzeug.exceptions import Forbidden

from sandbox.people import Person, person_named


def cookie_name(number: int) -> str:
    return f"sandbox_u{number}"


def visitor(number: int) -> Person | None:
    """Return the person signed in under this account number, or None."""
    return person_named(request.cookies.get(cookie_name(number)))


def signed_in(number: int) -> Person:
    """Return the person signed in under this account number. Aborts with 403 if nobody is."""
    person = visitor(number)
    if person is None:
        raise Forbidden("Nobody is signed in here.")
    return person
