"""People who use the stand-in Gmail page; other tests may import it."""

from collections.abc import Callable
from typing import Any, Self
from urllib.parse import urlsplit

from playwright.async_api import BrowserContext, Locator, Page, expect

GMAIL = "https://mail.google.com/mail/u/0/"
WINDOW = ".AD > * [role=dialog]"
INLINE = ".ip.adB .M9"
BODY = ".Ap [g_editable=true]"
SEND = ".IZ .Up div > div[role=button]:not(.Uo):not([aria-haspopup=true])"
UNDO = "#link_undo"
CHOOSER, CONSENT = "/o/oauth2/", "/signin/oauth/consent"


class GmailUser:
    """One person in front of their mailbox. Errors of the page are kept in `errors`."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.errors: list[str] = []
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)

    @classmethod
    async def open(cls, context: BrowserContext, person: str, url: str = GMAIL, query: str = "") -> Self:
        """Sign in as `alice`, `bob` or `charlie` and wait for the inbox."""
        user = cls(await context.new_page())
        await user.page.goto(f"{url}?as={person}{query}")
        await user.page.wait_for_selector(".ae4")
        return user

    @property
    def window(self) -> Locator:
        """The newest compose window."""
        return self.page.locator(WINDOW).last

    async def compose(self, to: str, subject: str, words: str = "", cc: str = "", bcc: str = "") -> Locator:
        """Open a compose window and fill it; returns the window."""
        await self.page.click("[gh=cm]")
        window = self.window
        for name, addresses in (("to", to), ("cc", cc), ("bcc", bcc)):
            for address in filter(None, addresses.split(",")):
                field = window.locator(f".anm[name={name}] input")
                await field.fill(address.strip())
                await field.press("Enter")
        await window.locator("input[name=subjectbox]").fill(subject)
        await window.locator(BODY).click()
        await self.page.keyboard.type(words)
        return window

    async def insert_link(self, window: Locator, words: str, address: str) -> None:
        """Insert a link with the composer's own form, at the end of the body."""
        await window.locator("[data-tool=link]").click()
        await window.locator("input[name=link-text]").fill(words)
        await window.locator("input[name=link-url]").fill(address)
        await window.locator(".link-form button").click()

    async def send(self, window: Locator) -> None:
        """Press Send and wait until the page says that the mail is on its way."""
        await window.locator(SEND).click()
        await expect(self.page.locator(".vh")).to_contain_text("Message sent")

    async def undo(self) -> None:
        """Press Undo in the bar and wait until the mail is a draft again."""
        await self.page.click(UNDO)
        await expect(self.page.locator(".vh")).to_contain_text("Sending undone")

    async def read(self, subject: str, folder: str = "inbox") -> Locator:
        """Open the conversation with that subject once it is there; returns the newest mail's content."""
        await self.page.evaluate("folder => { location.hash = folder }", folder)
        # The rows of the previous folder may still be there.
        await expect(self.page.locator(f'.side a[href="#{folder}"]')).to_have_attribute(
            "aria-current", "page"
        )
        await self.page.locator("tr.zA", has_text=subject).first.click()
        content = self.page.locator(".adn div.ii.gt").last
        await content.wait_for()
        return content

    async def reply(self, words: str, *, expand: bool = False) -> Locator:
        """Begin a reply to the open conversation; `expand` shows the quote inline, as the dots do."""
        await self.page.click("[data-action=reply]")
        inline = self.page.locator(INLINE)
        await inline.locator(BODY).click()
        await self.page.keyboard.type(words)
        if expand:
            await inline.locator(".ajR").click()
        return inline


async def choose_at_google(page: Page, name: str) -> None:
    """Choose the account `name` on the stand-in's pages, allow what is requested, and return to the app.

    The browser may still be loading the stand-in's page, so each step waits for what it needs to see.
    """
    chooser, allow = page.get_by_text("Choose an account"), page.get_by_role("button", name="Continue")
    await expect(chooser.or_(allow)).to_be_visible()
    if await chooser.is_visible():
        await page.get_by_text(f"{name}@sandbox.example").click()
        await page.wait_for_url(lambda url: not urlsplit(url).path.startswith(CHOOSER))
    if urlsplit(page.url).path.startswith(CONSENT):
        await allow.click()
        await page.wait_for_url(lambda url: not urlsplit(url).path.startswith(CONSENT))


def wire_messages(request: Any) -> list[list[Any]]:
    """The message arrays of a sync request: every long array that begins with a `msg-a:` id."""
    found: list[list[Any]] = []

    def walk(tree: Any) -> None:
        if isinstance(tree, list):
            if len(tree) > 10 and str(tree[0]).startswith("msg-a:"):
                found.append(tree)
            else:
                for branch in tree:
                    walk(branch)

    walk(request)
    return found


def shape(value: Any, same: Callable[[Any], Any] = lambda leaf: type(leaf).__name__) -> Any:
    """A tree of arrays with its leaves replaced by their types, to compare the shape of two requests."""
    return [shape(branch, same) for branch in value] if isinstance(value, list) else same(value)
