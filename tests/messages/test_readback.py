"""The server checks the sent copy if the sender wants that; the server's result wins over the browser's."""

from __future__ import annotations

from typing import Any

import pytest

from server.google.access.grants import gmail_for
from server.google.gmail_api import sent_copy
from server.google.gmail_api.gmail import Gmail
from server.lib import outbox
from server.lib.keys.signing import from_b64u
from server.lib.outbox import OutboxRow
from server.marks.tokens import sign_click
from server.messages.models import GmailMessage, Message
from tests.accounts.walker import Walker
from tests.extension_api.paired import Extension, pair, report_of
from tests.google.test_features import asks_for
from tests.sandbox.driving import RunningSandbox
from tests.world import World

LINKS = [
    {"url": "https://example.com/menu?a=1&b=2#top", "text": "menu"},
    {"url": "https://example.org/", "text": "x"},
]


def the_mail(pixel: str, links: list[str]) -> bytes:
    """The mail as it was sent: quoted-printable HTML with a plain text alternative."""
    from email.message import EmailMessage

    mail = EmailMessage()
    mail["From"], mail["To"], mail["Subject"] = "alice@sandbox.example", "bob@sandbox.example", "Lunch"
    mail.set_content("Hello")
    marked = "".join(f'<a href="{link}">there</a>' for link in links)
    mail.add_alternative(f'<p>Grüße {marked}</p><img src="{pixel}">', subtype="html", cte="quoted-printable")
    mail.add_attachment(b"<a href='x'>", maintype="text", subtype="html", filename="a.html")
    return mail.as_bytes()


def tracked(lease: dict[str, Any], url: str) -> str:
    """The link as the extension writes it."""
    head, key = from_b64u(lease["link_head"]), from_b64u(lease["link_key"])
    assert head
    assert key
    return str(lease["link_base"]) + sign_click(head, key, url)


async def sent_and_reported(
    world: World, alice: Walker, pixel: bool = True, links: int = 2, query: str = "?check=yes&send=yes"
) -> tuple[Extension, Message]:
    """Alice's mail was sent with these marks, and her extension reports that all of them are in it."""
    await asks_for(alice, query)
    extension = await pair(world, world.alice)
    lease, other = await extension.leases(2)
    marked = [tracked(lease, link["url"]) for link in LINKS[:links]] + [link["url"] for link in LINKS[links:]]
    marked += [lease["decoy_url"], tracked(other, LINKS[1]["url"])]  # which are not links of this mail
    content = the_mail((lease if pixel else other)["pixel_url"], marked)
    async with world.app.app_context():
        gmail = await gmail_for(world.alice.id)
        assert isinstance(gmail, Gmail)
        gmail_id = await gmail.send(content)
    report = report_of(lease, links=LINKS, gmail_message_id=gmail_id)
    assert await extension.reports(report) == ["stored"]
    proof = {"lease": lease["id"], "pixel": True, "links": 2, "of": 2}
    assert (await extension.post("/proofs", proof)).status_code == 204
    async with world.app.app_context():
        while await outbox.deliver():
            pass
    return extension, await Message.get(id=lease["id"])


async def proof_of(message: Message) -> dict[str, Any]:
    proof = (await GmailMessage.get(message_id=message.id)).proof
    assert proof
    return proof


@pytest.mark.parametrize(("pixel", "links"), [(True, 2), (True, 1), (False, 0)])
async def test_the_marks_found_in_the_sent_copy_win_over_those_that_the_browser_reported(
    world: World, alice: Walker, google: RunningSandbox, pixel: bool, links: int
) -> None:
    extension, message = await sent_and_reported(world, alice, pixel, links)
    proof = await proof_of(message)
    found = {name: proof[name] for name in ("by", "pixel", "links", "of")}
    assert found == {"by": "gmail", "pixel": pixel, "links": links, "of": 2}
    (shown,) = (await (await extension.get("/feed")).get_json())["messages"]
    assert shown["proof"]["by"] == "gmail"


async def test_the_sent_copy_is_not_read_unless_alice_turned_the_check_on(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    _, message = await sent_and_reported(world, alice, query="?send=yes")
    assert (await proof_of(message))["by"] == "browser"


async def test_the_sent_copy_is_not_read_if_alice_turned_on_only_labels(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    _, message = await sent_and_reported(world, alice, query="?labels=yes&send=yes")
    assert (await proof_of(message))["by"] == "browser"


async def test_the_marks_in_a_part_that_gmail_keeps_apart_are_found(
    world: World, alice: Walker, google: RunningSandbox
) -> None:
    await google.patch("/sandbox/people/alice", separate_over=100)
    _, message = await sent_and_reported(world, alice)
    proof = await proof_of(message)
    assert (proof["by"], proof["pixel"], proof["links"]) == ("gmail", True, 2)


async def test_the_browsers_proof_stays_if_a_part_of_gmails_copy_cannot_be_read(
    world: World, alice: Walker, google: RunningSandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    await google.patch("/sandbox/people/alice", separate_over=100)
    monkeypatch.setattr(sent_copy, "LARGEST_APART", 100)
    _, message = await sent_and_reported(world, alice)
    proof = await proof_of(message)
    assert (proof["by"], proof["pixel"]) == ("browser", True)


async def test_the_sent_copy_is_read_once(world: World, alice: Walker, google: RunningSandbox) -> None:
    _, message = await sent_and_reported(world, alice)
    before = await proof_of(message)
    await OutboxRow.all().update(done_at=None)
    async with world.app.app_context():
        await outbox.deliver()
    assert await proof_of(message) == before
