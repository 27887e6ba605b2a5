"""Lets tests decide what goes wrong at Google, and what time it is there."""

import json
from collections.abc import Callable
from dataclasses import asdict
from typing import Any

from quart import Blueprint, Response, request
from werkzeug.exceptions import BadRequest, NotFound

from sandbox.clock import CLOCK
from sandbox.fault_orders import read_fault
from sandbox.faults import shown
from sandbox.gmail_api.send_limits import MOVES_ON_S
from sandbox.people import Person, change_person, forget_changes, person_named
from sandbox.reply import json_reply
from sandbox.signin.scopes import SIGN_IN
from sandbox.state import here

api = Blueprint("troubles", __name__)


async def _read(reader: Callable[[Any], Any]) -> Any:
    try:
        return reader(json.loads(await request.get_data()))
    except ValueError as error:
        raise BadRequest(str(error)) from error


def named(address: str) -> Person:
    """Return the person with this key or address; aborts with 404 if there is none."""
    person = person_named(address)
    if person is None:
        raise NotFound("Nobody here has that name.")
    return person


@api.route("/sandbox/faults", methods=["GET", "POST", "DELETE"])
async def faults() -> Response:
    """Show (GET), add (POST) or clear (DELETE) the faults that replace real answers."""
    if request.method == "DELETE":
        here().faults.clear()
    if request.method == "POST":
        here().faults.add(await _read(lambda values: read_fault(values, CLOCK.unix())))
    return json_reply({"faults": [shown(fault) for fault in here().faults.all(CLOCK.unix())]})


@api.route("/sandbox/clock", methods=["GET", "POST"])
async def clock() -> Response:
    """Show the clock, or set it: `{"moves_s": 3600}`, `{"ahead_s": -12}` or `{"at": 1764500000}`."""
    if request.method == "POST":
        await _read(CLOCK.change)
    return json_reply({"ahead_s": CLOCK.ahead_s, "at": CLOCK.unix()})


@api.route("/sandbox/project", methods=["GET", "PATCH"])
async def project() -> Response:
    """Show or change the app's project at Google: see `Project.change`."""
    if request.method == "PATCH":
        await _read(here().project.change)
    return json_reply(asdict(here().project.state))


@api.patch("/sandbox/people/<address>")
async def person(address: str) -> Response:
    """Change a person's account: see `change_person`."""
    found = named(address)
    changed = await _read(lambda values: change_person(found, values))
    return json_reply(asdict(changed) | {"address": changed.address})


@api.post("/sandbox/passwords/<address>")
async def password(address: str) -> Response:
    """The person gets a new password, which ends all tokens that reach Gmail; the consent stays."""
    ended = here().grants.end_tokens(named(address).key, beyond=SIGN_IN)
    return json_reply({"ended": ended}, 201)


@api.route("/sandbox/send_limits/<address>", methods=["GET", "POST", "DELETE"])
async def send_limit(address: str) -> Response:
    """Show, begin (`{"for_s", "moves_on_s"?}`) or end the time in which Gmail does not let a person send."""
    key, limits = named(address).key, here().send_limits
    if request.method == "DELETE":
        limits.end(key)
    if request.method == "POST":
        for_s, moves_on_s = await _read(_limit)
        limits.begin(key, CLOCK.unix() + for_s, moves_on_s)
    return json_reply({"until": limits.ends(key)})


def _limit(values: Any) -> tuple[float, float]:
    if not isinstance(values, dict) or not {"for_s"} <= values.keys() <= {"for_s", "moves_on_s"}:
        raise ValueError("needs for_s; may have moves_on_s")
    numbers = (values["for_s"], values.get("moves_on_s", MOVES_ON_S))
    if not all(
        isinstance(each, (int, float)) and not isinstance(each, bool) and each >= 0 for each in numbers
    ):
        raise ValueError("for_s and moves_on_s must be numbers of seconds")
    return numbers


@api.post("/sandbox/history/<address>")
async def busy_history(address: str) -> Response:
    """Add changes that nobody asks about to a person's history: `{"changes": 1200}`."""

    def count(values: Any) -> int:
        found = values.get("changes") if isinstance(values, dict) else None
        if not isinstance(found, int) or isinstance(found, bool) or not 1 <= found <= 20_000:
            raise ValueError("changes must be between 1 and 20000")
        return found

    here().history.fill(named(address).key, await _read(count))
    return json_reply({"historyId": str(here().mailbox.history_id(named(address).key))}, 201)


def mend_all() -> None:
    """End everything that a test let go wrong; the clock shows the machine's time."""
    sandbox = here()
    sandbox.faults.clear()
    sandbox.send_limits.clear()
    sandbox.project.reset()
    forget_changes()
    CLOCK.reset()
