"""Lets tests and people control the sandbox: deliver, inspect and release mails, revoke, and reset."""

import json
from email.utils import getaddresses
from typing import Any

from quart import Blueprint, Response, redirect, render_template, request
from werkzeug.exceptions import BadRequest, NotFound
from werkzeug.wrappers import Response as AnyResponse

from sandbox.ids import local_id, new_message_id
from sandbox.mailboxes.bounce import Trouble, bounce_bytes
from sandbox.mailboxes.fill import fill, read_order
from sandbox.mailboxes.letter import outgoing_bytes, without_bcc
from sandbox.mailboxes.mail import Mail
from sandbox.mailboxes.plain import snippet
from sandbox.people import people, person_named
from sandbox.reply import json_reply
from sandbox.state import here
from sandbox.troubles import mend_all, named

api = Blueprint("control", __name__)


@api.get("/")
async def index() -> str:
    """Show the people who have a mailbox here, with links to their pages."""
    sandbox = here()
    counts = {p.key: sum("UNREAD" in m.labels for m in sandbox.mailbox.mails(p.key)) for p in people()}
    grants = {p.key: [s.rpartition("/")[2] or s for s in sandbox.grants.consented(p)] for p in people()}
    values = {"people": people(), "counts": counts, "grants": grants, "settings": sandbox.settings}
    return await render_template("index.html", **values)


@api.post("/sandbox/deliver")
async def deliver() -> Response:
    """Deliver the body (RFC 822) to the addresses in X-Rcpt-To (comma separated); 404 if all are unknown."""
    raw = await request.body
    wanted = [address for _, address in getaddresses([request.headers.get("X-Rcpt-To", "")]) if address]
    if not raw or not wanted:
        raise BadRequest("Send a mail as the body, and its recipients in X-Rcpt-To.")
    found = [person for address in wanted if (person := person_named(address))]
    if not found:
        raise NotFound("None of the recipients has a mailbox here.")
    mails = [(person, here().mailbox.deliver(person.key, raw)) for person in found]
    return json_reply({"delivered": [{"address": p.address, "id": m.id} for p, m in mails]}, 201)


@api.post("/sandbox/fill")
async def fill_box() -> Response:
    """Add many threads at once to INBOX or SENT: `{"person", "count", "label"}`."""
    try:
        person, label, count = read_order(json.loads(await request.get_data()))
    except ValueError as error:
        raise BadRequest(str(error)) from error
    return json_reply({"threads": fill(here().mailbox, person, label, count)}, 201)


@api.post("/sandbox/drafts/<address>")
async def draft(address: str) -> Response:
    """Save the body (RFC 822) as a person's draft; `?gid=` replaces the draft with this perm id."""
    person = named(address)
    mail = here().mailbox.draft(person.key, await request.body, request.args.get("gid") or local_id("msg"))
    return json_reply({"gid": mail.gid, "id": mail.id, "threadId": mail.thread_id}, 201)


@api.post("/sandbox/sent/<address>")
async def sent(address: str) -> Response:
    """Send the body (RFC 822) at once, as the person does in Gmail's page."""
    person = named(address)
    raw = outgoing_bytes(await request.body, (person.address, person.name), new_message_id())
    mail = here().mailbox.send(person.key, raw)
    return json_reply({"id": mail.id, "threadId": mail.thread_id, "message_id": mail.message_id}, 201)


@api.get("/sandbox/mailbox/<address>")
async def mailbox(address: str) -> Response:
    """Return all mails in a person's mailbox, newest first."""
    person = named(address)
    mails = [_shown(mail) for mail in here().mailbox.mails(person.key)]
    return json_reply({"address": person.address, "messages": mails})


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
    """Return the bodies of the sync requests received, oldest first; `?containing=` filters them by text."""
    sql = "SELECT * FROM wire WHERE instr(body, ?) ORDER BY id"
    rows = here().store.rows(sql, json.dumps(request.args.get("containing", ""), ensure_ascii=False)[1:-1])
    return json_reply({"requests": [dict(row) for row in rows]})


@api.post("/sandbox/bounce")
async def bounce() -> Response:
    """Deliver a delivery report about a person's mail to their inbox.

    The body is `{"person", "message_id", "troubles": [{"address", "action", "status", "diagnostic"}]}`; in a
    trouble, only `address` is required.
    """
    order = json.loads(await request.get_data())
    person = named(order["person"])
    mails = here().mailbox.mails(person.key)
    sent = next((mail for mail in mails if mail.message_id == order["message_id"]), None)
    if sent is None:
        raise NotFound("There is no such mail.")
    troubles = tuple(Trouble(**each) for each in order["troubles"])
    mail = here().mailbox.deliver(person.key, bounce_bytes(without_bcc(sent.raw), troubles))
    return json_reply({"id": mail.id}, 201)


@api.delete("/sandbox/history/<address>")
async def forget_history(address: str) -> Response:
    """Make all changes so far in a person's mailbox too old to be listed."""
    owner = named(address).key
    here().history.forget(owner, here().mailbox.history_id(owner))
    return json_reply({})


@api.post("/sandbox/release")
async def release() -> Response:
    """Send all mails that wait, as if all undo times and schedules were over."""
    return json_reply({"released": here().mailbox.release()})


@api.delete("/sandbox/state")
async def reset() -> Response:
    """Delete all mails, labels, grants, tokens, troubles and recorded requests, and set the clock right."""
    here().store.empty()
    mend_all()
    here().proxy.forget()
    return json_reply({})


@api.get("/sandbox/grants/<address>")
async def shown_grant(address: str) -> Response:
    """Show what a person allowed, and whether their newest refresh token would be renewed now."""
    person, grants = named(address), here().grants
    newest = grants.newest(person.key)
    is_live = newest is not None and not isinstance(grants.renewing(newest), str)
    return json_reply({"scopes": grants.consented(person), "newest_is_live": is_live})


@api.delete("/sandbox/grants/<address>")
async def forget_grant(address: str) -> Response:
    """Revoke what a person allowed, as the person can do at Google."""
    here().grants.forget(named(address).key)
    return json_reply({})


@api.post("/sandbox/grants/<address>/forgotten")
async def forget_grant_by_form(address: str) -> AnyResponse:
    """Revoke what a person allowed, from the button on the index page."""
    here().grants.forget(named(address).key)
    return redirect("/")


@api.post("/sandbox/grants/<address>/expired")
async def expire_tokens(address: str) -> Response:
    """Expire a person's access tokens now; refresh tokens stay valid."""
    return json_reply({"expired": here().grants.expire(named(address).key)})
