"""Makes Alice's tracked mail, and the replies and bounces to it in her Gmail."""

from __future__ import annotations

from dataclasses import dataclass
from email.message import EmailMessage
from typing import Any

from server.google.access.grants import gmail_for
from server.google.gmail_api.gmail import Gmail
from server.google.gmail_api.sent_headers import SentHeaders
from server.google.models import ReplyWatch
from server.lib import clock, outbox
from server.messages import inbox_poll
from server.messages.models import GmailMessage, Message, Return
from tests.sandbox.driving import RunningSandbox
from tests.world import World


@dataclass
class Post:
    """Alice's Gmail, connected with reply tracking."""

    world: World
    google: RunningSandbox

    async def sends(self, to: str = "bob@sandbox.example", **values: Any) -> Message:
        """Alice sends a tracked mail in her Gmail, and it is reported."""
        mail = EmailMessage()
        mail["To"], mail["Subject"] = to, "Lunch on Friday?"
        mail.set_content("At noon?")
        found = await self._sent(mail)
        ids = {
            "gmail_id": found.message_id,
            "thread_id": found.thread_id,
            "rfc822_message_id": found.rfc822_message_id,
        }
        return await self.world.sends(self.world.alice, to, **{"sent_at": found.date, **ids, **values})

    async def follows_up(self, message: Message) -> str:
        """Alice sends one more mail in the same thread, without marks. Returns its Message-ID."""
        mail = EmailMessage()
        mail["To"], mail["Subject"] = "bob@sandbox.example", "Re: Lunch on Friday?"
        mail["In-Reply-To"] = message.rfc822_message_id
        mail.set_content("Or at one?")
        found = await self._sent(mail)
        assert found.thread_id == await thread_of(message)
        return found.rfc822_message_id

    async def comes(self, message: Message, sender: str, **headers: str) -> None:
        """A mail to Alice arrives. It answers `message` unless the headers say otherwise."""
        mail = EmailMessage()
        usual = {"In_Reply_To": message.rfc822_message_id, "References": message.rfc822_message_id}
        for name, value in {"Subject": "Re: Lunch on Friday?", **usual, **headers}.items():
            if value:
                mail[name.replace("_", "-")] = value
        mail["From"], mail["To"] = sender, "alice@sandbox.example"
        mail["Message-ID"] = f"<{clock.now().timestamp()}@{sender.rpartition('@')[2].strip('>')}>"
        mail.set_content("Yes, gladly.")
        rcpt = {"X-Rcpt-To": "alice@sandbox.example"}
        await self.google.post("/sandbox/deliver", content=mail.as_bytes(), headers=rcpt)

    async def bounces(self, message: Message, *troubles: dict[str, Any]) -> None:
        """A delivery report about `message` arrives."""
        order = {"person": "alice", "message_id": message.rfc822_message_id, "troubles": troubles}
        await self.google.post("/sandbox/bounce", json=order)

    async def arrives(self, raw: bytes) -> None:
        """A mail to Alice arrives, as these bytes."""
        await self.google.post(
            "/sandbox/deliver", content=raw, headers={"X-Rcpt-To": "alice@sandbox.example"}
        )

    async def looks(self) -> None:
        """The worker makes a due poll, and delivers the facts that result."""
        await ReplyWatch.all().update(due_at=clock.now())
        async with self.world.app.app_context():
            await inbox_poll.look_for_returns()
            while await outbox.deliver():
                pass

    async def _sent(self, mail: EmailMessage) -> SentHeaders:
        async with self.world.app.app_context():
            gmail = await gmail_for(self.world.alice.id)
            assert isinstance(gmail, Gmail)
            sent = await gmail.send(mail.as_bytes())
            assert isinstance(sent, str)
            found = await gmail.sent_headers(sent)
        assert isinstance(found, SentHeaders)
        return found


async def came(message: Message) -> list[tuple[str, str]]:
    """The kind and address of each known reply and bounce of the message, oldest first."""
    rows = await Return.filter(message_id=message.id).order_by("at", "id")
    return [(row.kind, row.address) for row in rows]


async def watch() -> ReplyWatch:
    """The position up to which Alice's Gmail was read."""
    return await ReplyWatch.get()


async def thread_of(message: Message) -> str | None:
    """Gmail's thread of a tracked mail."""
    return (await GmailMessage.get(message_id=message.id)).thread_id
