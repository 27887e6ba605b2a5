"""The stand-in clips long mails and stores their pictures separately, as Gmail does."""

import pytest
from playwright.async_api import FilePayload, expect

from tests.sandbox.browser import BODY, SEND, GmailUser
from tests.sandbox.driving import RunningSandbox

pytestmark = pytest.mark.asyncio(loop_scope="session")


async def test_a_long_mail_is_clipped_and_can_be_viewed_completely(
    sandbox: RunningSandbox, bob: GmailUser
) -> None:
    lines = "".join(f"<p>Line {number}</p>" for number in range(8000))
    head = "From: alice@sandbox.example\nSubject: Long\nContent-Type: text/html\n\n"
    body = f"{head}{lines}".encode()
    await sandbox.post("/sandbox/deliver", content=body, headers={"X-Rcpt-To": "bob@sandbox.example"})
    content = await bob.read("Long")
    await expect(content.locator(".iX")).to_contain_text("[Message clipped]")
    await expect(content).not_to_contain_text("Line 7999")
    async with bob.page.context.expect_page() as opened:
        await content.get_by_role("link", name="View entire message").click()
    await expect((await opened.value).locator("main")).to_contain_text("Line 7999")


async def test_an_image_in_the_text_is_stored_separately(sandbox: RunningSandbox, alice: GmailUser) -> None:
    window = await alice.compose("bob@sandbox.example", "A picture", "Look")
    picture = FilePayload(name="dot.gif", mimeType="image/gif", buffer=b"GIF89a" + bytes(20_000))
    await window.locator("input[name=picture]").set_input_files([picture])
    await expect(window.locator(f"{BODY} img")).to_have_attribute("alt", "dot.gif")
    await window.locator(SEND).click()
    await expect(alice.page.locator(".vh")).to_contain_text("Message sent")
    await sandbox.post("/sandbox/release")
    [mail] = await sandbox.mails("bob")
    assert f'src="{sandbox.url}/sandbox/pictures/' in mail["html"]
