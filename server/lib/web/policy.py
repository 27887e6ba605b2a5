"""Defines the request policy of a blueprint; a blueprint without one gets the strictest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Final

from quart import Blueprint, Quart, current_app, request


@dataclass(frozen=True, slots=True)
class Policy:
    """The rules for the requests of a blueprint.

    `reads_cookies`: the session cookie identifies the account, so a request that changes something must prove
    that one of our pages sent it. `answers_problems`: errors are JSON (problem.py), not pages. `max_body`:
    the largest body, in bytes. `max_fields`: the highest number of fields in a form.
    """

    reads_cookies: bool = True
    answers_problems: bool = False
    max_body: int = 65_536
    max_fields: int = 100


STRICTEST: Final = Policy()
_STATIC: Final = Policy(reads_cookies=False, max_body=0)


class PolicyBlueprint(Blueprint):
    """A blueprint that has its own policy."""

    def __init__(self, name: str, import_name: str, policy: Policy, **options: Any) -> None:
        super().__init__(name, import_name, **options)
        self.policy = policy


def of_request() -> Policy:
    """Return the policy of the request's blueprint. If no route matches, the URL's prefix tells which."""
    if request.endpoint == "static":
        return _STATIC
    if request.url_rule is None:
        return _of_prefix(current_app, request.path)
    return of_blueprint(current_app, request.blueprint)


def of_blueprint(app: Quart, name: str | None) -> Policy:
    """Return the policy of the blueprint called `name`; None means the routes of the app itself."""
    found = app.blueprints.get(name or "")
    return found.policy if isinstance(found, PolicyBlueprint) else STRICTEST


def largest_body(app: Quart) -> int:
    """Return the largest body, in bytes, that any blueprint accepts."""
    return max(of_blueprint(app, name).max_body for name in (None, *app.blueprints))


def _of_prefix(app: Quart, path: str) -> Policy:
    prefixes = {blueprint.url_prefix: name for name, blueprint in app.blueprints.items()}
    above = [prefix for prefix in prefixes if prefix and f"{path}/".startswith(f"{prefix}/")]
    return of_blueprint(app, prefixes[max(above, key=len)] if above else None)
