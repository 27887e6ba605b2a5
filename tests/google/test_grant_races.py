"""Several requests and processes learn of Alice's permission at once, or the server lacks its keys."""

from __future__ import annotations

import asyncio
from dataclasses import replace

import pytest

from server.failures.codes import FailureCode
from server.google.access import grants, probes
from server.google.access.grant_keeper import key_of
from server.google.failures import Refused
from server.google.gmail_api.gmail import Gmail
from server.google.models import GmailGrant
from server.google.settings import GoogleSettings
from server.lib.failure import Failure
from server.lib.keys.vault import Vault
from tests.accounts.walker import Walker
from tests.google.conftest import connects
from tests.google.test_grant_life import (
    ENDED,
    NO_ACCESS,
    NO_CLIENT,
    Breaks,
    asks,
    breaks,
    connected,
    left_of,
    something_waits,
    the_grant,
    time,
    woken,
)
from tests.sandbox.driving import RunningSandbox
from tests.world import StillClock, World

__all__ = ["breaks", "connected", "time"]


async def test_many_processes_probe_a_permission_once(
    connected: World, breaks: Breaks, google: RunningSandbox
) -> None:
    await breaks(NO_CLIENT)
    await asks(connected)
    await probes.hasten()
    before, grant = await left_of(google), await the_grant(connected)
    seen = [await GmailGrant.get(id=grant.id) for _ in range(6)]
    await asyncio.gather(*(probes.ask(each) for each in seen))
    assert before - await left_of(google) == 1
    assert (await the_grant(connected)).refusals == 2


async def test_many_second_looks_at_once_count_as_one(
    connected: World, time: StillClock, breaks: Breaks
) -> None:
    await breaks(ENDED)
    await asks(connected)
    time.passes(61)
    grant = await the_grant(connected)
    seen = [await GmailGrant.get(id=grant.id) for _ in range(6)]
    await asyncio.gather(*(probes.ask(each) for each in seen))
    assert (await the_grant(connected)).sealed_refresh_token


async def test_a_late_answer_about_an_old_permission_does_not_change_the_new_one(
    connected: World, alice: Walker, breaks: Breaks, google: RunningSandbox
) -> None:
    old = await grants.gmail_for(connected.alice.id)
    assert isinstance(old, Gmail)
    await connects(alice, "alice")
    for fault in (ENDED, NO_CLIENT, {**NO_ACCESS, "times": 3}):
        await breaks(fault)
        old.credentials.token = None
        await old.find_label("x")
        await google.delete("/sandbox/faults")
    grant = await the_grant(connected)
    assert (grant.disconnected_at, grant.refusal) == (None, None)


async def test_a_server_without_its_key_says_so_and_goes_on_when_the_key_is_back(connected: World) -> None:
    sealed = (await the_grant(connected)).sealed_refresh_token
    grants._ready.clear()
    await GmailGrant.all().update(sealed_refresh_token=Vault(b"x" * 32).seal("1//x", "gmail-grant:1"))
    missing = Failure(FailureCode.KEY_MISSING)
    assert await asks(connected) == Refused(missing, key_of(connected.alice.id))
    grant, row = await the_grant(connected), await something_waits(connected)
    assert grant.refusal == [FailureCode.KEY_MISSING]
    assert grant.sealed_refresh_token
    await probes.hasten()
    await probes.ask_again()
    assert not await woken(row)
    await GmailGrant.all().update(sealed_refresh_token=sealed)
    assert await asks(connected) == "worked"
    assert await woken(row)


async def test_a_server_without_credentials_says_so_and_goes_on_by_itself_when_it_has_them_again(
    connected: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    without = replace(connected.runtime[GoogleSettings], google=None)
    monkeypatch.setattr(grants, "runtime", lambda: {GoogleSettings: without})
    assert isinstance(await asks(connected), Refused)
    assert (await the_grant(connected)).refusal == [FailureCode.NO_CREDENTIALS]
    row = await something_waits(connected)
    monkeypatch.undo()
    await probes.hasten()  # the server starts
    await probes.ask_again()
    assert await woken(row)
    assert await asks(connected) == "worked"
