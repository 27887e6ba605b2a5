"""Serves the page's sync endpoint, in the form captured from Gmail or another: saves, sends, undone sends."""

from quart import Blueprint, Response, request
from werkzeug.exceptions import BadRequest

from sandbox.clock import now_ms
from sandbox.ids import new_message_id
from sandbox.mailboxes.letter import Letter
from sandbox.mailboxes.mail import Draft, Mail
from sandbox.state import here
from sandbox.webmail.shapes import answer_in, request_in
from sandbox.webmail.visitor import signed_in
from sandbox.webmail.wire import Relabelling, Written, answer, read_request

api = Blueprint("sync", __name__)


@api.post("/sync/u/<int:number>/i/s")
@api.post("/sync/u/<int:number>/i/w")
async def sync(number: int) -> Response:
    """Record the body of the request, then carry the request out."""
    person, body = signed_in(number), (await request.body).decode()
    shape = request.args.get("shape", "")
    _note(person.key, body)
    try:
        asked = read_request(request_in(shape, body))
    except ValueError as error:
        raise BadRequest(str(error)) from error
    mails = [_write(person.key, written) for written in asked.messages]
    box = here().mailbox
    for change in asked.relabellings:
        _relabel(person.key, change)
    threads = [box.thread(person.key, thread_id) for thread_id in dict.fromkeys(m.thread_id for m in mails)]
    text = answer(asked.operations, threads, box.history_id(person.key))
    reply = Response(answer_in(shape, text))
    reply.content_type = "application/json; charset=utf-8"
    reply.headers["Cache-Control"] = "no-store"
    return reply


def _note(owner: str, body: str) -> None:
    values = (owner, now_ms(), request.args.get("transport", "xhr"), body)
    with here().store.change() as db:
        db.execute("INSERT INTO wire (owner, at_ms, transport, body) VALUES (?, ?, ?, ?)", values)


def _write(owner: str, written: Written) -> Mail:
    """Store a message: a send is due after the undo time, a scheduled send at its own time (m[17])."""
    due = {"SENT": now_ms() + here().settings.hold_ms, "SCHEDULED": written.due_ms, "DRAFT": None}
    draft = Draft(owner, written.gid, written.thread_gid, written.label, due[written.label])
    mail = here().mailbox.write(draft, _letter(owner, written))
    if written.label == "SENT" and not here().settings.hold_ms:
        here().mailbox.release(now_ms())
    return mail


def _relabel(owner: str, change: Relabelling) -> None:
    """Archive mails if the change removes `^i`; ignore changes of other labels."""
    box = here().mailbox
    for mail in [mail for gid in change.gids if (mail := box.written(owner, gid))]:
        if "^i" in change.remove:
            box.relabel(mail, (), ("INBOX", "UNREAD"))


def _letter(owner: str, written: Written) -> Letter:
    answered = _answered(owner, written)
    return Letter(
        sender=written.sender,
        to=written.to,
        cc=written.cc,
        bcc=written.bcc,
        subject=written.subject,
        html=here().pictures.put_aside(here().proxy.unproxied(written.html)),
        message_id=new_message_id(),
        date_ms=now_ms(),
        in_reply_to=written.in_reply_to,
        references=answered,
        words="".join(text for _, text in written.parts) if written.plain else None,
    )


def _answered(owner: str, written: Written) -> tuple[str, ...]:
    if not written.in_reply_to:
        return ()
    thread = here().mailbox.thread(owner, written.thread_gid)
    earlier = next((m.letter.references for m in thread if m.message_id == written.in_reply_to), ())
    return (*earlier, written.in_reply_to)
