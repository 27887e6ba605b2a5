"""Finds out about whom a request is, for faults that are for one person only."""

from quart import request

from sandbox.faults import OF_OAUTH
from sandbox.people import person_named
from sandbox.state import here


async def asker() -> str | None:
    """Return the key of the person whose token or code the request has, or None."""
    grants = here().grants
    _, _, bearer = request.headers.get("Authorization", "").partition(" ")
    if owner := grants.owner(bearer.strip()):
        return owner
    if request.path.startswith(OF_OAUTH):
        form = await request.form
        names = [form.get(name) or request.args.get(name, "") for name in ("refresh_token", "code", "token")]
        return next((owner for name in names if (owner := grants.owner(name))), None)
    person = person_named(request.args.get("authuser") or request.args.get("login_hint"))
    return person.key if person else None
