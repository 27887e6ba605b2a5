"""Whoever reads the files of the data folder can sign in as nobody. Covers S14."""

from __future__ import annotations

from pathlib import Path

from server.accounts import invitations, people
from server.accounts.models import Account
from tests.extension_api.paired import begin, pair
from tests.faults import table
from tests.faults.visitor import PASSWORD
from tests.world import World

PART = 16  # characters of a secret that must not be found either


async def test_no_file_contains_a_secret_that_lets_somebody_in(world: World, tmp_path: Path) -> None:
    await people.add(world.runtime.settings, "dora@sandbox.example", "Dora", PASSWORD)
    browser = await world.browser_of(world.alice)
    began = await begin(world)
    extension = await pair(world, world.bob)
    await Account.filter(role="owner").update(role="member")  # a set-up link is for a server without owner
    link = await invitations.set_up_link(world.public_url)
    assert link
    secrets = {
        "the password": PASSWORD,
        "a session": browser.token or "",
        "a session's cookie": next(iter(browser.client.cookie_jar or ())).value or "",
        "a pairing's device code": began["device_code"],
        "an extension's token": extension.token,
        "a set-up link": link.rpartition("/")[2],
    }
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    stored = b"".join(files)
    assert b"SQLite format 3" in stored
    assert all(len(secret) >= PART for secret in secrets.values())
    found = [name for name, secret in secrets.items() if _is_in(secret, stored)]
    counted = f"{len(secrets)} kinds in {len(files)} files"
    table.record("S14 secrets in the data folder", counted, f"{len(found)} found")
    assert not found


def _is_in(secret: str, stored: bytes) -> bool:
    parts = (secret[start : start + PART] for start in range(0, len(secret) - PART + 1, PART))
    return any(part.encode() in stored for part in parts)
