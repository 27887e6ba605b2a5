"""Alice changes her password, which disconnects her browsers: her mails go out, and she learns what to do."""

from __future__ import annotations

from playwright.async_api import expect

from tests.browser.driving.stage import PASSWORD, Stage, pair
from tests.browser.test_server_away import alice_writes, sent_body


async def test_a_mail_from_a_disconnected_browser_goes_out_unchanged_and_alice_can_connect_again(
    on: Stage,
) -> None:
    """Covers promise one."""
    alice = await on.writes()
    settings = await on.page("/settings")
    box = settings.locator("#password").get_by_label("Also disconnect browsers with the extension")
    await expect(box).to_be_checked()
    await settings.fill("[name=old_password]", PASSWORD)
    await settings.fill("#password [name=password]", "three other words here")
    await settings.get_by_role("button", name="Change password").click()
    await expect(settings.locator("#password")).to_contain_text("your browsers are disconnected")
    await expect(settings.locator("#paired-browsers")).to_contain_text("No browser is connected")

    popup = await on.popup()  # asks the server, as the worker does every minute
    await expect(popup.locator("#unpaired")).to_contain_text("Your messages go out as usual")
    window = await alice.compose("bob@sandbox.example", "Not tracked", "Dear Bob")
    await expect(window.locator(".sightline")).to_have_attribute("data-state", "unpaired")
    await alice.send(window)
    assert f"{on.server.url}/p/" not in await sent_body(on)

    await pair(on)
    await expect(popup.locator("#unpaired")).to_be_hidden()
    await alice_writes(alice, "Tracked again")
    assert f"{on.server.url}/p/" in await sent_body(on)
