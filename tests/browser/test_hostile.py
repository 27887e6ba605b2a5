"""A malicious mail or page changes nothing outside its own content and learns nothing."""

from __future__ import annotations

import json
from collections.abc import AsyncIterator

import pytest
import pytest_asyncio
from playwright.async_api import Page, expect

from tests.browser.driving.mail_actions import pixels
from tests.browser.driving.stage import Stage
from tests.browser.driving.writing_actions import alice_at_gmail, leaves_marked, sends, tracked
from tests.sandbox.browser import GmailUser

pytestmark = pytest.mark.asyncio(loop_scope="module")
# Everything that Gmail would remove, and what it might not.
EVIL = """
  <script>window.hurt = true</script><img src=x onerror="window.hurt = true">
  <a href="https://example.org/q" title="{huge}" data-{huge}="{huge}">link</a>
  <img src="{server}/p/abcdefgh/AQEAAAAA.gif"><img src="{server}/p/{prefix}/AQEBBBBB.gif">
  <div class="sightline-thread-status" data-sightline="opened" data-testid="sightline">Opened</div>
  <div class="adn" data-message-id="#msg-a:r1" data-legacy-message-id="{message}">
    <div class="ii gt">fake</div></div>
  <div class="AD"><div><div role="dialog"><input name="draft" value="#msg-a:r1"><input name="subjectbox">
    <table class="IZ"><tr><td class="Up"><div><div role="button">Send</div></div></td></tr></table>
  </div></div></div>
"""
POUR = """([node, html]) => {
  const policy = trustedTypes.createPolicy("a-leak", { createHTML: (text) => text });
  node.innerHTML = policy.createHTML(html);
}"""
# Installed before the hook, to record everything that crosses to and from the content script.
LISTEN = """
  window.heard = [];
  const { addEventListener } = EventTarget.prototype;
  const hear = ({ detail, relatedTarget }) => window.heard.push(detail ?? null, relatedTarget?.data ?? null);
  for (const name of ["dispatchEvent", "addEventListener"]) {
    const real = EventTarget.prototype[name];
    EventTarget.prototype[name] = function (...given) {
      if (this instanceof Text || /sightline/.test(given[0]?.type ?? given[0])) {
        hear(given[0]);
        const result = real.apply(this, given);
        hear(given[0]);
        return result;
      }
      return real.apply(this, given);
    };
  }
"""
# A row and a message in Gmail's markup, as a mail quoted in a reply could contain them.
FAKES = """(body) => {
  const made = (name, attributes, ...children) => {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) node.setAttribute(key, value);
    node.append(...children);
    return node;
  };
  const genuine = document.querySelector(".adn[data-legacy-message-id]");
  const id = genuine.getAttribute("data-legacy-message-id");
  const thread = document.querySelector("[data-legacy-thread-id]").getAttribute("data-legacy-thread-id");
  const row = () => made("tr", { class: "zA", id: ":fake" }, made("td", { class: "yf xY" }),
    made("td", { class: "y6" }, made("span", { "data-legacy-thread-id": thread })));
  body.append(row(), made("div", { class: "adn", "data-legacy-message-id": id },
    made("div", { class: "ii gt" }, "fake")));
  document.body.append(made("table", { id: "beside" }, row()));
}"""
FLOOD = """(count) => {
  const pick = (all) => all[Math.floor(Math.random() * all.length)];
  const names = ["sightline", "sightline-hello", "sightline-hook", "sightline-state-changed", "request", ""];
  const known = ["state", "choices", "change", "untracked", "leaseCount"];
  const kinds = [...known, "constructor", "__proto__", null, 7];
  const state = JSON.stringify({ paired: false, tracking: false, leases: [], used: [], own: [] });
  const texts = ["null", "[]", "{", "7", state, '{"kind":"undone","lease":"x","at":""}', "\\ud800"];
  for (let at = 0; at < count; at++) {
    const nonce = pick([crypto.randomUUID(), null, 1]);
    const data = { name: pick(names), nonce, kind: pick(kinds), text: pick(texts) };
    window.postMessage(pick([data, data, null, at, [data]]), "*");
    const detail = pick([pick(texts), data, null, JSON.stringify({ kind: pick(kinds), value: data })]);
    document.dispatchEvent(new CustomEvent(pick(names) + pick(["", crypto.randomUUID()]), { detail }));
    const node = pick([new Text(String(detail)), document.body, document.createElement("p"), null]);
    document.dispatchEvent(new FocusEvent(pick(names), { relatedTarget: node, cancelable: true }));
    node?.dispatchEvent(new FocusEvent("request", { relatedTarget: new Text(state), cancelable: true }));
  }
}"""


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def on(tmp_path_factory: pytest.TempPathFactory) -> AsyncIterator[Stage]:
    async with alice_at_gmail(tmp_path_factory.mktemp("hostile")) as made:
        yield made


@pytest_asyncio.fixture(loop_scope="module")
async def alice(on: Stage) -> AsyncIterator[GmailUser]:
    await on.alice.add_init_script(LISTEN)
    user = await on.writes()
    yield user
    await user.page.close()


async def sends_one(alice: GmailUser, subject: str) -> None:
    window = await alice.compose("bob@sandbox.example", subject, "Dear Bob")
    await tracked(window)
    await alice.send(window)


async def test_a_hostile_mail_changes_nothing_outside_its_own_content(on: Stage, alice: GmailUser) -> None:
    await sends_one(alice, "Sent before")
    own = pixels(on, (await sends(on, "Sent before"))[-1])[0]
    [mine] = [mail for mail in await on.sandbox.mails("alice") if mail["subject"] == "Sent before"]
    values = {
        "huge": "h" * 100_000,
        "server": on.server.url,
        "prefix": own.split("/")[4],
        "message": mine["id"],
    }
    html = EVIL
    for name, value in values.items():
        html = html.replace("{" + name + "}", value)
    head = "From: Mallory <m@evil.example>\nTo: alice@sandbox.example\nSubject: Free\nContent-Type: text/html"
    mail = f"{head}\n\n{html}"
    headers = {"X-Rcpt-To": "alice@sandbox.example"}
    await on.sandbox.post("/sandbox/deliver", content=mail.encode(), headers=headers)
    content = await alice.read("Free")
    await alice.page.evaluate(POUR, [await content.locator(".a3s").element_handle(), html])
    answer = await alice.reply("No, thank you.")
    await tracked(answer)

    await expect(content.locator("[data-testid=sightline-switch]")).to_have_count(0)
    await expect(alice.page.get_by_test_id("sightline-switch")).to_have_count(1)
    await expect(alice.page.get_by_test_id("sightline-toast").filter(has_text="not tracked")).to_have_count(0)
    await alice.send(answer)
    left = (await sends(on, "Re: Free"))[-1]
    assert len([pixel for pixel in pixels(on, left) if values["prefix"] in pixel]) == 1
    assert f"{on.server.url}/p/abcdefgh/AQEAAAAA.gif" in left


async def test_quoted_mails_in_a_reply_get_no_status_icon_and_no_timeline(
    on: Stage, alice: GmailUser
) -> None:
    """Icons and timelines inside a quote would leave with the reply, and its recipients would see them."""
    await sends_one(alice, "Own thread")
    await alice.read("Own thread", folder="sent")
    await expect(alice.page.locator(".adn .sightline-timeline")).to_have_count(1)
    answer = await alice.reply("See below")
    body = answer.locator(".Ap [g_editable=true]")
    await body.evaluate(FAKES)
    await expect(alice.page.locator("#beside .sightline-thread-status")).to_have_count(1)
    await expect(body.locator(".sightline-thread-status, .sightline-timeline")).to_have_count(0)
    await expect(alice.page.locator(".sightline-timeline")).to_have_count(1)


async def test_ten_thousand_forged_messages_from_the_page_have_no_effect(on: Stage, alice: GmailUser) -> None:
    errors: list[str] = []
    alice.page.on("pageerror", lambda error: errors.append(str(error)))
    await alice.page.evaluate(FLOOD, 5000)
    await sends_one(alice, "After the flood")
    await leaves_marked(on, alice.page, "After the flood")
    assert errors == []


async def test_no_token_and_no_key_reaches_the_pages_world(on: Stage, alice: GmailUser) -> None:
    await sends_one(alice, "Quietly")
    worker = on.alice.service_workers[0]
    kept = await worker.evaluate("async () => chrome.storage.local.get(['pairing', 'handed', 'leases'])")
    heard = await all_heard(alice.page)
    assert "Quietly" in heard
    for secret in (kept["pairing"]["token"], *(one["link_key"] for one in kept["handed"] + kept["leases"])):
        assert secret not in heard
        assert secret not in await alice.page.content()


async def all_heard(page: Page) -> str:
    return json.dumps(await page.evaluate("() => window.heard"))
