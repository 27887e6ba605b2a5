"""What a test or a person does to the sandbox itself: deliver, look, release, break, forget."""

import json
from dataclasses import asdict
from email.utils import getaddresses
from typing import Any

from quart import Blueprint, Response, redirect, render_template, request
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.wrappers import Response as AnyResponse

from sandbox.bounce import Trouble, bounce_bytes
from sandbox.faults import read_fault
from sandbox.fill import fill, read_order
from sandbox.ids import local_id
from sandbox.letter import without_bcc
from sandbox.mail import Mail
from sandbox.people import PEOPLE, Person, person_named
from sandbox.plain import snippet
from sandbox.reply import json_reply
from sandbox.state import here

api = Blueprint("control", __name__)


@api.get("/")
async def index() -> str:
    """Who is who, and where to go."""
    sandbox = here()
    counts = {p.key: sum("UNREAD" in m.labels for m in sandbox.mailbox.mails(p.key)) for p in PEOPLE}
    grants = {p.key: [s.rpartition("/")[2] or s for s in sandbox.grants.consented(p)] for p in PEOPLE}
    values = {"people": PEOPLE, "counts": counts, "grants": grants, "settings": sandbox.settings}
    return await render_template("index.html", **values)


@api.post("/sandbox/deliver")
async def deliver() -> Response:
    """RFC 822 bytes as the body, the readers in X-Rcpt-To (comma separated); 404: none of them lives here."""
    raw = await request.body
    wanted = [address for _, address in getaddresses([request.headers.get("X-Rcpt-To", "")]) if address]
    if not raw or not wanted:
        raise BadRequest("Needs a mail as the body and X-Rcpt-To.")
    people = [person for address in wanted if (person := person_named(address))]
    if not people:
        raise NotFound("None of the recipients lives here.")
    mails = [(person, here().mailbox.deliver(person.key, raw)) for person in people]
    return json_reply({"delivered": [{"address": p.address, "id": m.id} for p, m in mails]}, 201)


@api.post("/sandbox/fill")
async def fill_box() -> Response:
    """`{"person", "count", "label"}`: that many threads at once, in INBOX or SENT."""
    try:
        person, label, count = read_order(json.loads(await request.get_data()))
    except ValueError as error:
        raise BadRequest(str(error)) from error
    return json_reply({"threads": fill(here().mailbox, person, label, count)}, 201)


@api.post("/sandbox/drafts/<address>")
async def draft(address: str) -> Response:
    """RFC 822 bytes as the body, saved as a person's draft; `?gid=` in place of the one with this perm id."""
    person = _person(address)
    mail = here().mailbox.draft(person.key, await request.body, request.args.get("gid") or local_id("msg"))
    return json_reply({"gid": mail.gid, "id": mail.id, "threadId": mail.thread_id}, 201)


@api.get("/sandbox/mailbox/<address>")
async def mailbox(address: str) -> Response:
    """Everything in a person's box, newest first."""
    person = _person(address)
    mails = [_shown(mail) for mail in here().mailbox.mails(person.key)]
    return json_reply({"address": person.address, "messages": mails})


def _person(address: str) -> Person:
    person = person_named(address)
    if person is None:
        raise NotFound("Nobody of that name lives here.")
    return person


def _shown(mail: Mail) -> dict[str, Any]:
    letter = mail.letter
    return {
        "id": mail.id, "threadId": mail.thread_id, "gid": mail.gid, "labels": mail.labels,
        "message_id": mail.message_id, "in_reply_to": letter.in_reply_to,
        "date_ms": mail.date_ms, "due_ms": mail.due_ms,
        "from": letter.sender, "to": letter.to, "cc": letter.cc, "bcc": letter.bcc, "subject": letter.subject,
        "snippet": snippet(letter.text), "html": letter.html, "raw": mail.raw.decode("utf-8", "replace"),
    }  # fmt: skip


@api.get("/sandbox/wire")
async def wire() -> Response:
    """The sync requests that came in, oldest first, byte for byte; `?containing=` those with that text."""
    sql = "SELECT * FROM wire WHERE instr(body, ?) ORDER BY id"
    rows = here().store.rows(sql, json.dumps(request.args.get("containing", ""), ensure_ascii=False)[1:-1])
    return json_reply({"requests": [dict(row) for row in rows]})


@api.post("/sandbox/bounce")
async def bounce() -> Response:
    """`{"person", "message_id", "troubles": [{"address", "action", "status", "diagnostic"}]}`: a delivery
    report about a mail of that person's comes into their inbox. Only the addresses are needed."""
    order = json.loads(await request.get_data())
    person = _person(order["person"])
    mails = here().mailbox.mails(person.key)
    sent = next((mail for mail in mails if mail.message_id == order["message_id"]), None)
    if sent is None:
        raise NotFound("There is no such mail.")
    troubles = tuple(Trouble(**each) for each in order["troubles"])
    mail = here().mailbox.deliver(person.key, bounce_bytes(without_bcc(sent.raw), troubles))
    return json_reply({"id": mail.id}, 201)


@api.delete("/sandbox/history/<address>")
async def forget_history(address: str) -> Response:
    """What changed in a person's box so far is told to no program any more: it was too long ago."""
    owner = _person(address).key
    here().history.forget(owner, here().mailbox.history_id(owner))
    return json_reply({})


@api.post("/sandbox/release")
async def release() -> Response:
    """Let everything leave that waits: undo times and schedules are over."""
    return json_reply({"released": here().mailbox.release()})


@api.route("/sandbox/faults", methods=["GET", "POST", "DELETE"])
async def faults() -> Response:
    """GET shows, POST adds, DELETE clears the answers that are given instead of the real ones."""
    if request.method == "DELETE":
        here().faults.clear()
    if request.method == "POST":
        try:
            here().faults.add(read_fault(json.loads(await request.get_data())))
        except ValueError as error:
            raise BadRequest(str(error)) from error
    return json_reply({"faults": [asdict(fault) for fault in here().faults.all()]})


@api.delete("/sandbox/state")
async def reset() -> Response:
    """Mails, labels, grants, tokens, faults, the wire: all gone, as on the first day."""
    here().store.empty()
    here().faults.clear()
    here().proxy.forget()
    return json_reply({})


@api.delete("/sandbox/grants/<address>")
async def forget_grant(address: str) -> Response:
    """A person takes back at Google what they allowed."""
    here().grants.forget(_person(address).key)
    return json_reply({})


@api.post("/sandbox/grants/<address>/forgotten")
async def forget_grant_by_form(address: str) -> AnyResponse:
    """The same, by the button of the index page."""
    here().grants.forget(_person(address).key)
    return redirect("/")


@api.post("/sandbox/grants/<address>/expired")
async def expire_tokens(address: str) -> Response:
    """A person's access tokens run out now; refresh tokens stay."""
    return json_reply({"expired": here().grants.expire(_person(address).key)})
