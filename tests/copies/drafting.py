"""Helpers for tests of individual copies: Alice's draft in Gmail, and her extension that submits it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import SMTP
from typing import Any, cast
from unittest.mock import patch

from server.copies.draft import text_digest
from server.lib import clock, outbox
from server.lib.outbox import OutboxRow
from tests.accounts.walker import Walker
from tests.extension_api.paired import Extension, pair
from tests.google.test_features import asks_for
from tests.sandbox.driving import RunningSandbox
from tests.world import World

BOB, CHARLIE = "bob@sandbox.example", "charlie@sandbox.example"
LINK = "https://example.com/menu?a=1&b=2#top"
HTML = f'<div dir="ltr">Grüße, <a href="{LINK.replace("&", "&amp;")}">the menu</a></div>'
PICTURE = bytes(range(256)) * 20


def the_draft(html: str = HTML, **headers: str) -> bytes:
    """Alice's draft as Gmail stores it: text and HTML, an attachment, and a picture within the text."""
    mail = EmailMessage(policy=SMTP)
    mail["Subject"], mail["From"] = "Mittag – am Freitag?", "Alice Arnold <alice@sandbox.example>"
    mail["To"], mail["Bcc"] = f"Bob Bauer <{BOB}>", f'"Chen, Chärlie" <{CHARLIE}>'
    mail["Message-ID"] = "<draft-1@mail.gmail.com>"
    for name, value in headers.items():
        del mail[name.replace("_", "-")]
        mail[name.replace("_", "-")] = value
    mail.set_content("Grüße, the menu")
    mail.add_alternative(html, subtype="html", cte="quoted-printable")
    html_part = cast(EmailMessage, mail.get_body(("html",)))
    html_part.add_related(PICTURE, "image", "png", cid="<ii_1>", filename="dish.png")
    mail.add_attachment(PICTURE, maintype="application", subtype="pdf", filename="menu – Freitag.pdf")
    return mail.as_bytes()


def html_of(mail: EmailMessage) -> str:
    return str(cast(EmailMessage, mail.get_body(("html",))).get_content())


@dataclass
class Writer:
    """Alice, with her extension and one draft in her Gmail."""

    world: World
    google: RunningSandbox
    extension: Extension
    draft: dict[str, str]

    def asks(self, **changes: Any) -> dict[str, Any]:
        """The request with which the extension hands the draft over."""
        return {
            "draft_id": self.draft["gid"],
            "gmail_message_id": self.draft["id"],
            "subject": "Mittag – am Freitag?",
            "recipients": [CHARLIE, BOB.upper()],
            "text_digest": text_digest(HTML),
            "links": True,
            "exclusions": [],
            "without": [],
            "phishing_guard": True,
            "sensitive_guard": True,
            "decoy": False,
            "view_time": False,
            **changes,
        }

    async def hands_over(self, **changes: Any) -> tuple[int, dict[str, Any]]:
        """Hand the draft over. Returns the status and the body of the response."""
        answer = await self.extension.post("/copies", self.asks(**changes))
        return answer.status_code, await answer.get_json()

    async def lets_go(self, held: dict[str, Any]) -> tuple[int, dict[str, Any]]:
        """Release the copies. Returns the status and the body of the response."""
        answer = await self.extension.put(f"/copies/{held['id']}/release")
        return answer.status_code, await answer.get_json()

    async def sends(self, **changes: Any) -> dict[str, Any]:
        """Hand over and release; nothing is delivered yet."""
        status, held = await self.hands_over(**changes)
        assert status == 200, held
        status, released = await self.lets_go(held)
        assert status == 200, released
        return released

    async def states(self, copies: dict[str, Any]) -> dict[str, str]:
        """The state of each recipient's copy."""
        answer = await (await self.extension.get(f"/copies/{copies['id']}")).get_json()
        return {each["address"]: each["state"] for each in answer["copies"]}

    async def delivers(self) -> None:
        """Deliver what is due in the outbox; the clock stops meanwhile, so nothing becomes due again."""
        moment = clock.now()
        async with self.world.app.app_context():
            with patch.object(clock, "now", lambda: moment):
                while await outbox.deliver():
                    pass

    async def waits(self) -> None:
        """Enough time passes for everything in the outbox to become due again."""
        await OutboxRow.filter(done_at=None).update(
            due_at=clock.now() - timedelta(days=1), claimed_until=None
        )

    async def got(self, person: str) -> list[EmailMessage]:
        """The mails in somebody's inbox, newest first."""
        mails = [mail for mail in await self.google.mails(person) if "INBOX" in mail["labels"]]
        return [message_from_bytes(mail["raw"].encode(), policy=SMTP) for mail in mails]


async def writer(
    world: World,
    alice: Walker,
    google: RunningSandbox,
    raw: bytes | None = None,
    allow: str = "?send=yes&check=yes",
) -> Writer:
    """Alice, who has allowed copies and has a draft to Bob and, as Bcc, to Charlie."""
    if allow:
        await asks_for(alice, allow)
    draft = await google.post("/sandbox/drafts/alice", content=raw or the_draft())
    return Writer(world, google, await pair(world, world.alice), draft)
