"""Starts Firefox with the extension and a new profile, for one test."""

from __future__ import annotations

import asyncio
import json
import os
from asyncio.subprocess import DEVNULL, Process
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from tests import parts
from tests.browser.driving.marionette import Marionette, Tab, until
from tests.browser.driving.tunnel import tunnel_to

ID = "extension@sightline.local"
ARGUMENTS = ("--headless", "--marionette", "--remote-allow-system-access", "--no-remote", "--profile")
STARTED_WITHIN_S = 90.0


@dataclass
class Firefox:
    """The running browser, and the address of the extension's own pages in it."""

    marionette: Marionette
    pages: str = ""

    async def install(self, extension: Path) -> None:
        """Load the built extension."""
        assert await self.marionette.install(extension) == ID
        async with self.marionette.chrome():
            script = "return WebExtensionPolicy.getByID(given[0]).getURL('')"
            self.pages = await self.marionette.run(script, ID)

    async def popup(self) -> Tab:
        """The extension's popup, as a tab."""
        return await self.marionette.new_tab(f"{self.pages}popup/popup.html")

    async def allows(self) -> str:
        """Press "Allow" in Firefox's own permission dialog, and return what it asked."""

        async def pressed() -> str | None:
            asked: str | None = await self.marionette.run(PRESS_ALLOW)
            return asked

        async with self.marionette.chrome():
            return str(await until(pressed, lambda asked: asked is not None, "Firefox's question"))

    @asynccontextmanager
    async def without_extension(self) -> AsyncIterator[None]:
        """Within the block the extension is disabled in the add-on manager; it keeps its data."""
        await self._switch("disable")
        yield
        await self._switch("enable")

    async def worker_sleeps(self) -> None:
        """End the extension's worker, as Firefox does after half a minute without work."""
        async with self.marionette.chrome():
            await self.marionette.run(SLEEP, ID)

    async def _switch(self, to: str) -> None:
        async with self.marionette.chrome():
            await self.marionette.run(SWITCH, ID, to)


PRESS_ALLOW = """
  const question = document.getElementById("addon-webext-permissions-notification");
  if (question?.parentNode.state !== "open" || question.button.disabled) return null;
  const asked = question.textContent;
  question.button.click();
  return asked;
"""
SLEEP = "await WebExtensionPolicy.getByID(given[0]).extension.terminateBackground()"
SWITCH = """
  const { AddonManager } = ChromeUtils.importESModule("resource://gre/modules/AddonManager.sys.mjs");
  const addon = await AddonManager.getAddonByID(given[0]);
  await addon[given[1]]();
"""


@asynccontextmanager
async def firefox(folder: Path, tls_port: int) -> AsyncIterator[Firefox]:
    """Firefox with a new profile in `folder`, which takes the sandbox at `tls_port` for Google."""
    folder.mkdir()
    async with tunnel_to(tls_port) as tunnel:
        _write_preferences(folder, tunnel)
        process = await asyncio.create_subprocess_exec(
            parts.firefox(), *ARGUMENTS, str(folder), env={**os.environ, "HOME": str(folder)},
            stdin=DEVNULL, stdout=DEVNULL, stderr=DEVNULL,
        )  # fmt: skip
        try:
            marionette = await Marionette.connect(await _port(folder, process))
            yield Firefox(marionette)
            await marionette.close()
            await asyncio.wait_for(process.wait(), 60)
        finally:
            if process.returncode is None:
                process.kill()
                await process.wait()


def _write_preferences(profile: Path, tunnel: int) -> None:
    wanted = {
        "marionette.port": 0,  # any free port; Firefox writes it to a file
        "network.proxy.type": 1,
        "network.proxy.ssl": "127.0.0.1",
        "network.proxy.ssl_port": tunnel,
        "network.proxy.http": "127.0.0.1",
        "network.proxy.http_port": tunnel,
        "security.notification_enable_delay": 0,
        "dom.ipc.processCount.webIsolated": 1,  # one process for each site is enough
        "dom.ipc.processPrelaunch.enabled": False,
    }
    lines = [f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items()]
    (profile / "user.js").write_text("\n".join(lines))


async def _port(profile: Path, process: Process) -> int:
    port_file = profile / "MarionetteActivePort"
    deadline = asyncio.get_running_loop().time() + STARTED_WITHIN_S
    while asyncio.get_running_loop().time() < deadline:
        assert process.returncode is None, "Firefox ended at once"
        if port_file.exists() and (text := port_file.read_text().strip()):
            return int(text)
        await asyncio.sleep(0.05)
    raise AssertionError(f"Firefox did not start in {STARTED_WITHIN_S} s")
