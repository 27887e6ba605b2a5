"""Slow name lookups do not delay other lookups. Covers S3."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

import pytest

from server.lib.net import resolver as resolving
from server.lib.net.ip import IPAddress, parse_address
from server.lib.net.resolver import MAX_KEPT, MAX_LOOKUPS, DocumentationNames, NoAnswer, SystemResolver

PUBLIC = parse_address("93.184.215.14")
assert PUBLIC


class Dns:
    """A name server that counts requests, and stalls for names that begin with "slow"."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.answered: list[str] = []
        self.wake = threading.Event()

    def __call__(self, host: str) -> Sequence[IPAddress]:
        self.asked.append(host)
        if host.startswith("slow"):
            self.wake.wait(60)
        if host.startswith("gone"):
            raise OSError("no such name")
        self.answered.append(host)
        assert PUBLIC
        return [PUBLIC]


async def test_the_addresses_of_a_host_name_are_remembered_for_five_minutes() -> None:
    dns, now = Dns(), [0.0]
    resolver = SystemResolver(dns, lambda: now[0])
    assert resolver.kept("a.test") is None
    for _ in range(3):
        assert await resolver.resolve("a.test") == [PUBLIC]
    assert (resolver.kept("a.test"), dns.asked) == ([PUBLIC], ["a.test"])
    now[0] = 301
    assert resolver.kept("a.test") is None
    await resolver.resolve("a.test")
    assert len(dns.asked) == 2


async def test_a_failed_name_lookup_is_remembered_for_only_ten_seconds() -> None:
    dns, now = Dns(), [0.0]
    resolver = SystemResolver(dns, lambda: now[0])
    for _ in range(2):
        with pytest.raises(NoAnswer):
            await resolver.resolve("gone.test")
    assert len(dns.asked) == 1
    now[0] = 11
    with pytest.raises(NoAnswer):
        await resolver.resolve("gone.test")
    assert len(dns.asked) == 2


async def test_a_slow_name_lookup_times_out_and_does_not_delay_others(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    dns = Dns()
    resolver = SystemResolver(dns)
    with monkeypatch.context() as patient:
        patient.setattr(resolving, "CAP_SECONDS", 60)  # no lookup times out before the quick one is answered
        before = [asyncio.create_task(resolver.resolve("slow.test")) for _ in range(15)]
        assert await resolver.resolve("quick.test") == [PUBLIC]
        assert not any(task.done() for task in before)
    slow = [asyncio.create_task(resolver.resolve("slow.test")) for _ in range(15)]
    answers = await asyncio.gather(*slow, return_exceptions=True)
    assert {type(each) for each in answers} == {NoAnswer}
    assert dns.asked.count("slow.test") == 1
    assert dns.answered.count("slow.test") == 0  # nobody waited for it
    dns.wake.set()
    assert await asyncio.gather(*before) == [[PUBLIC]] * 15


async def test_a_name_lookup_beyond_the_limit_of_simultaneous_lookups_is_refused_immediately(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(resolving, "CAP_SECONDS", 60)  # the lookups are woken and do not time out
    dns = Dns()
    resolver = SystemResolver(dns)
    slow = [asyncio.create_task(resolver.resolve(f"slow{n}.test")) for n in range(MAX_LOOKUPS)]
    await asyncio.sleep(0)
    with pytest.raises(NoAnswer):
        await resolver.resolve("one-more.test")
    dns.wake.set()
    await asyncio.gather(*slow)
    assert await resolver.resolve("one-more.test") == [PUBLIC]


async def test_the_number_of_remembered_host_names_is_limited() -> None:
    resolver = SystemResolver(lambda host: [PUBLIC] if PUBLIC else [])
    loop = asyncio.get_running_loop()
    for number in range(MAX_KEPT + 50):
        resolver._settle(f"{number}.test", [], loop.create_future())
        await asyncio.sleep(0) if number % 1000 == 0 else None
    assert len(resolver._kept) == MAX_KEPT


async def test_example_host_names_have_addresses_in_the_sandbox_without_a_lookup() -> None:
    dns = Dns()
    resolver = DocumentationNames(SystemResolver(dns))
    for host in ("example.com", "www.example.org", "shop.example", "a.b.example.net"):
        assert resolver.kept(host) == await resolver.resolve(host)
    assert dns.asked == []
    for host in ("gone-example.com", "notexample.com", "example.com.test"):
        assert resolver.kept(host) is None
    await resolver.resolve("notexample.com")
    assert dns.asked == ["notexample.com"]
