"""Scripts in Gmail's page try to get leases, keys and the channel of the extension, and to forge mails."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode
from collections.abc import AsyncIterator
from typing import Any

import pytest
import pytest_asyncio
from playwright.async_api import Page, Route, expect

from tests.attacks.page_scripts import CASES, THIEF, script
from tests.browser.driving.mail_actions import message_of, pixels
from tests.browser.driving.stage import Stage, alice_sets_up, stage
from tests.browser.driving.writing_actions import sends, tracked
from tests.faults import table
from tests.sandbox.browser import GMAIL, GmailUser
from tests.waiting import until

pytestmark = pytest.mark.asyncio(loop_scope="module")
WORKING = {"JSON is wrapped", "array methods are wrapped", "XMLHttpRequest is wrapped after the hook"}
LOOT = """(secrets) => {
  const found = {};
  for (const [label, texts] of Object.entries(window.loot)) {
    const all = [...texts].join("\\n");
    found[label] = { size: texts.size, secrets: secrets.filter((secret) => all.includes(secret)),
      nonces: all.match(/sightline[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g) ?? [],
      leases: [...all.matchAll(/"id":"([0-9a-f-]{36})","pixel_url":"[^"]*","pixel_token":"([^"]+)"/g)]
        .map(([, id, token]) => [id, token]) };
  }
  return found;
}"""
FORGE = """([nonce, lease, token, subject]) => {
  const at = new Date().toISOString();
  const person = { address: "mallory@sandbox.example", name: "" };
  const ids = { gmail_message_id: null, gmail_thread_id: null, rfc822_message_id: null };
  const report = { ...ids, lease, pixel_token: token, state: "sent", draft_id: "msg-a:r666", subject,
    from: person, to: [person], cc: [], bcc: [], links: [], view_time: false, sent_at: at, observed_at: at };
  const change = { kind: "sent", report }, detail = JSON.stringify({ kind: "change", value: change });
  window.postMessage({ name: "sightline", nonce, kind: "change", text: JSON.stringify(change) }, "*");
  for (const name of ["sightline", "sightline" + nonce, "sightline-hook", "sightline-hello", "sightline-ask"])
    document.dispatchEvent(new CustomEvent(name, { detail }));
}"""
POISONED_POPOUT = """([address, hostile]) => {
  window.popout = window.open(address, "", "popup,width=700,height=700");
  const run = window.popout.document.createElement("script");
  run.nonce = [...document.scripts].find(({ nonce }) => nonce).nonce;
  const policy = window.popout.trustedTypes.createPolicy("poison", { createScript: (text) => text });
  run.text = policy.createScript(hostile + "; window.early = true");
  window.popout.document.documentElement.append(run);
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with stage(tmp_path_factory.mktemp("page-scripts")) as made:
        await alice_sets_up(made)
        yield made


async def at_gmail(on: Stage, hostile: str, *, first: bool) -> GmailUser:
    """Alice's Gmail with a hostile script: the first one of the page, or one that ran before ours."""
    page = await on.alice.new_page()
    await page.goto(f"{GMAIL}?as=alice")

    async def infect(route: Route) -> None:
        # The player's own requests do not know under which address the sandbox plays Gmail.
        here = route.request.url.replace("mail.google.com", f"127.0.0.1:{on.sandbox.tls_port}")
        headers = {**await route.request.all_headers(), "host": "mail.google.com"}
        answer = await route.fetch(url=here, headers=headers)
        html = await answer.text()
        found = re.search(r'nonce="([^"]+)"', html)
        assert found is not None
        inline = f'<head>\n<script nonce="{found[1]}">{hostile}</script>'
        await route.fulfill(response=answer, body=html.replace("<head>", inline, 1))

    if first:
        await page.add_init_script(hostile)
    else:
        await page.route(re.compile(r"/mail/u/0/$"), infect)
    user = GmailUser(page)
    await page.goto(GMAIL)
    await page.wait_for_selector(".ae4")
    return user


async def alice_sends(alice: GmailUser, subject: str) -> None:
    window = await alice.compose("bob@sandbox.example", subject, "Dear Bob")
    await alice.insert_link(window, "link", "https://example.org/a")
    await tracked(window)
    await alice.send(window)


async def leases(on: Stage) -> list[dict[str, str]]:
    """Every lease of Alice's browser, whether a page has it or not."""
    kept = await on.alice.service_workers[0].evaluate(
        "async () => { const { leases, handed } = await chrome.storage.local.get(['leases', 'handed']);"
        "return [...leases, ...handed]; }"
    )
    return list(kept)


async def loot(page: Page, kept: list[dict[str, str]]) -> dict[str, dict[str, Any]]:
    """What each case has noted: which secrets of these leases, which nonces, which whole leases."""
    secrets = [lease[field] for lease in kept for field in ("id", "pixel_token", "link_key", "link_head")]
    secrets += [raw(lease["link_key"]) for lease in kept]
    await page.evaluate("() => window.stopNoting()")  # or the traps would note this very question
    found: dict[str, dict[str, Any]] = await page.evaluate(LOOT, secrets)
    return found


def with_secret(found: dict[str, dict[str, Any]], kept: list[dict[str, str]], *fields: str) -> list[str]:
    """The labels of the cases that noted one of these fields of a lease, as text or as bytes."""
    wanted = {lease[field] for lease in kept for field in fields}
    wanted |= {raw(lease["link_key"]) for lease in kept if "link_key" in fields}
    return sorted(label for label, noted in found.items() if wanted.intersection(noted["secrets"]))


def raw(key: str) -> str:
    return urlsafe_b64decode(key + "=" * (-len(key) % 4)).decode("latin-1")


async def subjects(on: Stage) -> str:
    page = await on.page("/")
    await expect(page.locator("main")).to_be_visible()
    text = await page.locator("main").inner_text()
    await page.close()
    return text


async def test_no_script_of_the_page_gets_a_lease_a_key_or_the_channel(on: Stage) -> None:
    runs = [{name: code} for name, code in CASES.items()] if table.FULL else [CASES]
    keys, whole, nonces, noted, unmarked = set[str](), set[str](), set[str](), set[str](), set[str]()
    for number, cases in enumerate(runs):
        alice = await at_gmail(on, script(cases), first=False)
        await alice_sends(alice, f"Watched {number}")
        if not pixels(on, (await sends(on, f"Watched {number}"))[-1]):
            unmarked.update(cases)
        kept = await leases(on)
        found = await loot(alice.page, kept)
        keys.update(with_secret(found, kept, "link_key"))
        whole.update(with_secret(found, kept, "id", "pixel_token", "link_head"))
        nonces.update(label for label, case in found.items() if case["nonces"])
        noted.update(label for label, case in found.items() if case["size"])
        await alice.page.close()
    result = f"{len(keys)} got a link key, {len(whole)} a lease, {len(nonces)} the channel"
    result += f", {len(unmarked)} stopped the marks"
    table.record("11.9 scripts in Gmail's page, each with its own trick", f"{len(CASES)} cases", result)
    assert noted >= WORKING  # the traps themselves work
    assert (keys, whole, nonces, unmarked) == (set(), set(), set(), set())


async def test_a_script_of_the_page_cannot_report_a_mail_that_gmail_never_had(on: Stage) -> None:
    alice = await at_gmail(on, script({THIEF: CASES[THIEF]}), first=False)
    await alice_sends(alice, "Before the forgery")
    kept, spent = await leases(on), message_ids(on, (await sends(on, "Before the forgery"))[-1])
    found = (await loot(alice.page, kept)).values()
    # Without loot of its own, the script is given what it could not steal.
    known = sorted(
        {(lease, token) for case in found for lease, token in case["leases"] if lease not in spent}
    )
    known = known or [(lease["id"], lease["pixel_token"]) for lease in kept if lease["id"] not in spent]
    nonces = {nonce.removeprefix("sightline") for case in found for nonce in case["nonces"]} or {""}
    tries = [(nonce, *lease) for nonce in nonces for lease in known[: table.amount(4, 50)]]
    for number, (nonce, lease, token) in enumerate(tries):
        await alice.page.evaluate(FORGE, [nonce, lease, token, f"Forged {number}"])
    await alice_sends(alice, "After the forgery")
    await told(on, "After the forgery")
    shown = await subjects(on)
    accepted = len(set(re.findall(r"Forged \d+", shown)))
    table.record("11.9 reports forged by a script of the page", f"{len(tries)} tries", f"{accepted} accepted")
    await alice.page.close()
    assert accepted == 0


async def told(on: Stage, subject: str) -> None:
    """Wait until the server has the report of this mail: earlier reports of the page came before it."""
    page = await on.page("/")

    async def shown() -> int:
        await page.reload()
        return await page.get_by_role("link", name=subject, exact=True).count()

    assert await until(shown, bool)
    await page.close()


def message_ids(on: Stage, body: str) -> set[str]:
    return {message_of(pixel) for pixel in pixels(on, body)}


async def test_a_script_that_runs_before_ours_sees_the_marks_of_a_send_and_no_more(on: Stage) -> None:
    alice = await at_gmail(on, script(CASES), first=True)
    await alice_sends(alice, "Seen by the first script")
    await only_the_marks(on, alice.page, "Seen by the first script", "11.9 a script that runs before ours")
    await alice.page.close()


async def only_the_marks(on: Stage, page: Page, subject: str, what: str) -> None:
    """The page's notes hold no link key, and of the leases only the marks of the mail that was sent."""
    kept = await leases(on)
    found = await loot(page, kept)
    spent = message_ids(on, (await sends(on, subject))[-1])
    others = [lease for lease in kept if lease["id"] not in spent]
    keys, unspent = with_secret(found, kept, "link_key"), with_secret(found, others, "id", "pixel_token")
    result = f"{len(keys)} got a link key, {len(unspent)} an unspent lease"
    table.record(what, f"{len(CASES)} cases", result)
    assert (keys, unspent) == ([], [])


async def test_a_popout_poisoned_by_its_opener_yields_no_lease_and_no_key(on: Stage) -> None:
    """Browsers keep the window of a new tab's blank page, so its opener can change it before we run."""
    opener = await at_gmail(on, "", first=False)
    async with on.alice.expect_page() as opened:
        await opener.page.evaluate(POISONED_POPOUT, [f"{GMAIL}?as=alice", script(CASES)])
    popout = await opened.value
    await popout.wait_for_selector(".ae4")
    early = await popout.evaluate("() => window.early === true")
    subject = "From a poisoned window"
    await alice_sends(GmailUser(popout), subject)
    if not early:
        await popout.evaluate("() => { window.loot = {} }")
    kept = "kept" if early else "replaced"
    await only_the_marks(on, popout, subject, f"11.9 a popout poisoned by its opener (window {kept})")
    await popout.close()
    await opener.page.close()


IMITATION = """(subject) => new Promise((resolve) => {
  const parts = [[0, "<p>Never sent <a href='https://example.org/a'>link</a></p>"]];
  const body = [null, parts, null, null, null, null, 1];
  const to = [[1, "bob@sandbox.example", "Bob"]];
  const from = [1, "alice@sandbox.example", ""];
  const mail = ["msg-a:r666", from, to, null, null, null, 0, subject, body, null, ["^pfg"]];
  const request = new XMLHttpRequest();
  request.open("POST", "/sync/u/0/nowhere/i/s");
  request.onloadend = () => resolve(request.status);
  request.send(JSON.stringify([mail]));
})"""


async def test_a_script_that_imitates_gmails_request_gets_a_message_that_gmail_does_not_confirm(
    on: Stage,
) -> None:
    """This cannot be prevented, as the script can do what Gmail's own scripts do. So the page says it."""
    alice = await at_gmail(on, "", first=False)
    await tracked(await alice.compose("bob@sandbox.example", "Draft", "The tab has leases"))
    assert await alice.page.evaluate(IMITATION, "Imitated") == 404
    await told(on, "Imitated")
    page = await on.page("/")
    await page.get_by_role("link", name="Imitated", exact=True).click()
    words = await page.locator("#reported-by").inner_text()
    table.record(
        "11.9 a request that imitates Gmail's (cannot be prevented)", "1 try", f"reported by {words}"
    )
    assert words == "your browser"
    await page.close()
    await alice.page.close()
