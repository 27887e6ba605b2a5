"""Google's clock is ahead or behind, and moves when a test wants it."""

from __future__ import annotations

from email.utils import parsedate_to_datetime

import httpx
import pytest

from tests.sandbox.conftest import Connect
from tests.sandbox.driving import RunningSandbox
from tests.sandbox.test_project_and_people import claims, connected
from tests.waiting import TIMEOUT_S

pytestmark = pytest.mark.filterwarnings("ignore:Scope has changed")


@pytest.mark.parametrize("ahead_s", [-12, 90])
async def test_id_tokens_and_date_headers_are_of_googles_clock(
    sandbox: RunningSandbox, connect: Connect, ahead_s: int
) -> None:
    here = (await sandbox.get("/sandbox/clock"))["at"]
    await sandbox.post("/sandbox/clock", json={"ahead_s": ahead_s})
    issued = claims(await connected(connect))["iat"]
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        date = parsedate_to_datetime((await client.get("/oauth2/v3/certs")).headers["Date"]).timestamp()
    assert here + ahead_s - 1 <= issued <= date < here + ahead_s + TIMEOUT_S


async def test_the_clock_can_be_set_and_is_right_again_after_a_reset(sandbox: RunningSandbox) -> None:
    assert 2e9 <= (await sandbox.post("/sandbox/clock", json={"at": 2e9}))["at"] < 2e9 + TIMEOUT_S
    await sandbox.delete("/sandbox/state")
    assert (await sandbox.get("/sandbox/clock"))["ahead_s"] == 0
    async with httpx.AsyncClient(base_url=sandbox.url, timeout=TIMEOUT_S) as client:
        for wrong in ({}, {"moves_s": -1}, {"moves_s": "1"}, {"at": 1, "moves_s": 1}):
            assert (await client.post("/sandbox/clock", json=wrong)).status_code == 400
