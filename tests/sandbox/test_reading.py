"""Bob reads mails in the stand-in Gmail page; images come through the stand-in for Google's proxy."""

import asyncio
import re
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import httpx
import pytest
import pytest_asyncio
from playwright.async_api import expect

from tests.sandbox.browser import GmailUser
from tests.sandbox.conftest import Gmail
from tests.sandbox.driving import RunningSandbox
from tests.waiting import TIMEOUT_S, until

pytestmark = pytest.mark.asyncio(loop_scope="session")
GIF = b"GIF89a\x01\x00\x01\x00\x80\x00\x00\x00\x00\x00\xff\xff\xff!\xf9\x04\x01\x00\x00\x00\x00,"
GIF += b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x01D\x00;"
NO_CACHE = "no-store, no-cache, must-revalidate, max-age=0"


@dataclass
class ImageHost:
    """A web server that records who requests its image."""

    url: str = ""
    cache_control: str = NO_CACHE
    asked: list[str] = field(default_factory=list)

    async def requests(self) -> list[str]:
        return self.asked

    async def answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode()
        self.asked.append(head)
        words = f"HTTP/1.1 200 OK\r\nContent-Type: image/gif\r\nCache-Control: {self.cache_control}\r\n"
        writer.write(f"{words}Content-Length: {len(GIF)}\r\nConnection: close\r\n\r\n".encode() + GIF)
        await writer.drain()
        writer.close()


@pytest_asyncio.fixture(loop_scope="session")
async def images() -> AsyncIterator[ImageHost]:
    host = ImageHost()
    server = await asyncio.start_server(host.answer, "127.0.0.1", 0)
    host.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    async with server:
        yield host


async def deliver(sandbox: RunningSandbox, html: str, subject: str = "News", kind: str = "html") -> None:
    head = (
        f"From: Alice <alice@sandbox.example>\nSubject: {subject}\nContent-Type: text/{kind}; charset=utf-8"
    )
    body = f"{head}\n\n{html}".encode()
    await sandbox.post("/sandbox/deliver", content=body, headers={"X-Rcpt-To": "bob@sandbox.example"})


async def test_new_mail_appears_without_a_reload(sandbox: RunningSandbox, bob: GmailUser) -> None:
    await deliver(sandbox, "<p>Hello</p>", "Fresh")
    row = bob.page.locator("tr.zA[id]", has_text="Fresh")
    await row.wait_for()
    [mail] = await sandbox.mails("bob")
    name = row.locator("span[data-thread-id][data-legacy-thread-id]")
    await expect(name).to_have_attribute("data-legacy-last-message-id", mail["id"])
    await expect(row.locator("td.yf.xY")).to_have_count(1)


async def test_images_are_loaded_through_the_proxy_once_per_view(
    sandbox: RunningSandbox, bob: GmailUser, images: ImageHost
) -> None:
    pixel = f"{images.url}/p/abcd1234/token.gif?a=1&b=2"
    await deliver(sandbox, f'<p>Hi</p><img src="{pixel.replace("&", "&amp;")}" width="1" height="1" alt="">')
    content = await bob.read("News")
    shown = await content.locator("img").get_attribute("src") or ""
    assert shown.startswith("https://ci3.googleusercontent.com/meips/")
    assert shown.endswith(f"=s0-d-e1-ft#{pixel}")
    await content.locator("img").evaluate("image => image.decode()")
    assert len(images.asked) == 1
    assert images.asked[0].startswith("GET /p/abcd1234/token.gif?a=1&b=2 ")
    assert "via ggpht.com GoogleImageProxy" in images.asked[0]
    await asyncio.sleep(2.5)
    assert len(images.asked) == 1, "asking for new mail must not load images again"
    assert bob.errors == []


async def test_an_image_in_the_background_is_loaded_through_the_proxy_too(
    sandbox: RunningSandbox, bob: GmailUser, images: ImageHost
) -> None:
    image = f"{images.url}/p/abcd1234/r/token.gif"
    await deliver(sandbox, f'<p>Hi</p><img src="cid:none" style="display:block;background:url({image})">')
    content = await bob.read("News")
    style = await content.locator("img").get_attribute("style") or ""
    assert re.search(rf"url\(https://ci3\.googleusercontent\.com/meips/[^)]*#{re.escape(image)}\)", style)
    await until(images.requests, bool)
    assert images.asked[0].startswith("GET /p/abcd1234/r/token.gif ")
    assert "via ggpht.com GoogleImageProxy" in images.asked[0]


@pytest.mark.parametrize(("rule", "looks"), [(NO_CACHE, 2), ("max-age=3600", 1), ("", 1)])
async def test_the_proxy_caches_images_unless_their_headers_forbid_it(
    sandbox: RunningSandbox, gmail: Gmail, images: ImageHost, rule: str, looks: int
) -> None:
    images.cache_control = rule
    await deliver(sandbox, f'<img src="{images.url}/pic.gif">')
    for _ in range(2):
        bob = await gmail("bob")
        content = await bob.read("News")
        await content.locator("img").evaluate("image => image.decode()")
    assert len(images.asked) == looks


async def test_the_proxy_fetches_only_from_this_machine(sandbox: RunningSandbox, bob: GmailUser) -> None:
    outside = ["http://192.0.2.1/pixel.gif", "https://track.example/p.gif"]
    await deliver(sandbox, "".join(f'<img src="{url}">' for url in outside))
    content = await bob.read("News")
    sources = [str(await image.get_attribute("src")) for image in await content.locator("img").all()]
    assert [source.partition("#")[2] for source in sources] == outside
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        for source in (*sources, "https://ci3.googleusercontent.com/meips/forged=s0-d-e1-ft"):
            assert (await client.get(httpx.URL(source).path)).status_code == 404


async def test_a_mail_cannot_run_scripts_or_imitate_the_page(sandbox: RunningSandbox, bob: GmailUser) -> None:
    nasty = (
        '<script>document.title = "owned"</script><img src=x onerror="document.title = 1">'
        '<div class="adn gmail_quote" onclick="x()">text</div><a href="javascript:x()">a</a>'
        '<iframe src="/"></iframe><style>body { display: none }</style><a href="https://example.org/?a=1&amp;b=2">link</a>'
    )
    await deliver(sandbox, nasty)
    content = await bob.read("News")
    assert await bob.page.title() == "Stand-in Gmail"
    assert await content.locator("script, style, iframe, .adn, [onclick], [onerror]").count() == 0
    link = content.locator("a", has_text="link")
    assert await link.get_attribute("href") == "https://example.org/?a=1&b=2"
    assert await link.get_attribute("target") == "_blank"


async def test_a_plain_text_mail_has_clickable_links(sandbox: RunningSandbox, bob: GmailUser) -> None:
    await deliver(sandbox, "Opened by Bob.\nSee http://127.0.0.1:9/m/1.\n<b>", kind="plain")
    content = await bob.read("News")
    assert await content.locator("a").get_attribute("href") == "http://127.0.0.1:9/m/1"
    assert "<b>" in await content.inner_text()


async def test_a_reply_quotes_the_proxied_image(
    sandbox: RunningSandbox, bob: GmailUser, images: ImageHost
) -> None:
    await deliver(sandbox, f'<div dir="ltr">Hi</div><img src="{images.url}/p/abcd1234/t.gif">')
    await bob.read("News")
    await bob.send(await bob.reply("Thanks"))
    body = (await sandbox.get("/sandbox/wire"))["requests"][-1]["body"]
    assert "https://ci3.googleusercontent.com/meips/" in body
    assert f"=s0-d-e1-ft#{images.url}/p/abcd1234/t.gif" in body
    await sandbox.post("/sandbox/release")
    [mail] = await sandbox.mails("alice")
    assert f'src="{images.url}/p/abcd1234/t.gif"' in mail["html"], (
        "what leaves has the original address again"
    )


async def test_an_open_message_has_its_ids_and_its_senders_address_in_its_attributes(
    sandbox: RunningSandbox, bob: GmailUser
) -> None:
    await deliver(sandbox, "<p>Hello</p>")
    await bob.read("News")
    [mail] = await sandbox.mails("bob")
    message = bob.page.locator(".adn[data-message-id][data-legacy-message-id]")
    assert await message.get_attribute("data-legacy-message-id") == mail["id"]
    assert await message.get_attribute("data-message-id") == f"#{mail['gid']}"
    assert await message.locator("td.gF span[email]").get_attribute("email") == "alice@sandbox.example"
    await expect(bob.page.locator("h2[data-legacy-thread-id]")).to_have_attribute(
        "data-legacy-thread-id", mail["threadId"]
    )
    await until(lambda: sandbox.mails("bob"), lambda mails: mails[0]["labels"] == ["INBOX"])


async def test_the_page_over_plain_http_loads_images_through_the_proxy(
    sandbox: RunningSandbox, gmail: Gmail, images: ImageHost
) -> None:
    await deliver(sandbox, f'<img src="{images.url}/pic.gif">')
    bob = await gmail("bob", f"{sandbox.url}/mail/u/0/")
    content = await bob.read("News")
    await content.locator("img").evaluate("image => image.decode()")
    assert (await content.locator("img").get_attribute("src") or "").startswith(f"{sandbox.url}/meips/")
    assert len(images.asked) == 1
    assert bob.errors == []


async def test_a_person_is_chosen_before_a_mailbox_is_shown(sandbox: RunningSandbox, bob: GmailUser) -> None:
    await bob.page.goto("https://mail.google.com/mail/u/1/")
    await bob.page.get_by_text("Charlie Chen").click()
    await bob.page.wait_for_selector(".ae4")
    await expect(bob.page.locator(".whose")).to_contain_text("charlie@sandbox.example")
