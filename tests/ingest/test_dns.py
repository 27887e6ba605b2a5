"""The edge respects what the DNS says about a link's host; tests replace the system's resolver.

Covers S3.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterator, Sequence

import pytest

from server.lib.net import resolver as resolving
from server.lib.net.ip import IPAddress, parse_address
from server.lib.net.resolver import KEEP_SECONDS, MAX_LOOKUPS, SystemResolver
from server.messages.models import Message
from tests.faults import table
from tests.pipeline import Pipeline

PUBLIC, PUBLIC_6 = "93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c"
ANSWERS: dict[str, tuple[str, ...]] = {
    "fine.test": (PUBLIC,),
    "both.test": (PUBLIC, PUBLIC_6),
    "nat64-of-public.test": ("64:ff9b::5db8:d70e",),
    "mixed.test": (PUBLIC, "10.0.0.1"),
    "mixed-families.test": (PUBLIC, "fd00::1"),
    "loopback-last.test": (PUBLIC, PUBLIC_6, "::1"),
    "nat64.test": ("64:ff9b::a00:1",),
    "nat64-metadata.test": (PUBLIC, "64:ff9b::a9fe:a9fe"),
    "mapped.test": ("::ffff:127.0.0.1",),
    "6to4.test": ("2002:c0a8:1::1",),
    "metadata.test": ("169.254.169.254",),
    "nothing.test": (),
}


class Dns:
    """Answers from the table; names that begin with "slow" hang until the test ends."""

    def __init__(self) -> None:
        self.end = threading.Event()

    def __call__(self, host: str) -> Sequence[IPAddress]:
        if host.startswith("slow"):
            self.end.wait(100)
        if host not in ANSWERS:
            raise OSError(-2, "Name or service not known")
        return [address for text in ANSWERS[host] if (address := parse_address(text))]


@pytest.fixture
def dns() -> Iterator[Dns]:
    made = Dns()
    yield made
    made.end.set()


def asking(
    pipeline: Pipeline, lookup: Callable[[str], Sequence[IPAddress]], now: list[float] | None = None
) -> None:
    resolver = SystemResolver(lookup, lambda: now[0]) if now else SystemResolver(lookup)
    pipeline.edge = pipeline.edge_with(resolver)


async def mail_to(pipeline: Pipeline, *hosts: str) -> Message:
    return await pipeline.world.sends(pipeline.world.alice, links=[f"https://{host}/" for host in hosts])


@pytest.mark.parametrize(
    ("host", "status"),
    [(host, 302 if host in {"fine.test", "both.test", "nat64-of-public.test"} else 400) for host in ANSWERS]
    + [("nobody-knows.test", 400)],
)
async def test_a_host_with_one_internal_address_is_refused(
    pipeline: Pipeline, dns: Dns, host: str, status: int
) -> None:
    asking(pipeline, dns)
    mail = await mail_to(pipeline, host)
    for _ in range(2):  # first looked up, then cached
        answer = await pipeline.clicks(mail, f"https://{host}/")
        assert (answer.status_code, "location" in answer.headers) == (status, status == 302)
    table.tried("S3 host names with an address inside", int(status != 302))


async def test_a_host_that_moves_to_an_internal_address_is_noticed_after_five_minutes(
    pipeline: Pipeline, dns: Dns, monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1.0]
    asking(pipeline, dns, now)
    mail = await mail_to(pipeline, "fine.test")
    assert (await pipeline.clicks(mail, "https://fine.test/")).status_code == 302
    monkeypatch.setitem(ANSWERS, "fine.test", ("127.0.0.1",))
    now[0] += KEEP_SECONDS + 1
    assert (await pipeline.clicks(mail, "https://fine.test/")).status_code == 400


async def test_hanging_name_lookups_delay_neither_pixels_nor_other_links(
    pipeline: Pipeline, dns: Dns, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(resolving, "CAP_SECONDS", 60)  # no lookup times out before the others are answered
    asking(pipeline, dns)
    slow = [f"slow{number}.test" for number in range(MAX_LOOKUPS - 1)]
    mail = await mail_to(pipeline, "fine.test", *slow)
    waiting = [asyncio.create_task(pipeline.clicks(mail, f"https://{host}/")) for host in slow]
    await asyncio.sleep(0.05)
    assert (await pipeline.get(pipeline.marks(mail).pixel_url)).status_code == 200
    assert (await pipeline.clicks(mail, "https://fine.test/")).status_code == 302
    assert not any(task.done() for task in waiting)
    dns.end.set()
    answers = await asyncio.gather(*waiting)
    assert {(answer.status_code, "was not found" in answer.text) for answer in answers} == {(400, True)}


async def test_known_links_and_pixels_are_answered_while_the_lookups_of_many_names_hang(
    pipeline: Pipeline, dns: Dns
) -> None:
    asking(pipeline, dns)
    slow = [f"slow{number}.test" for number in range(3 * MAX_LOOKUPS)]
    mail = await mail_to(pipeline, "fine.test", *slow)
    assert (await pipeline.clicks(mail, "https://fine.test/")).status_code == 302
    before = set(threading.enumerate())  # threads of earlier tests may be about to end
    waiting = [asyncio.create_task(pipeline.clicks(mail, f"https://{host}/")) for host in slow]
    await asyncio.sleep(0.05)
    assert (await pipeline.clicks(mail, "https://fine.test/")).status_code == 302
    assert (await pipeline.get(pipeline.marks(mail).pixel_url)).status_code == 200
    assert len(set(threading.enumerate()) - before) < MAX_LOOKUPS + 12
    answers = await asyncio.gather(*waiting)
    assert {(answer.status_code, "was not found" in answer.text) for answer in answers} == {(400, True)}
