"""`sightline networks …` downloads whose networks are whose, and shows it.

The server itself asks nobody: only this command does, when a person or their cron runs it.
"""

from __future__ import annotations

import asyncio
import ipaddress
import os
import tempfile
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx

from server.events.evaluation.network_files import folder_in, refreshed
from server.lib import clock
from server.lib.net.trusted import trusted
from server.lib.settings import ServerSettings, Settings
from server.lib.user_error import UserError
from server.verdicts import network_lists
from server.verdicts.network_answers import RefusedAnswer, link_in, renewed
from server.verdicts.network_lists import NetworkList
from server.verdicts.network_sources import ANNOUNCED, SOURCES, NetworkSource

MOST_BYTES = 32_000_000  # of an answer; Apple's list of relays has 18 MB
AT_A_TIME = 4  # RIPEstat allows eight
_SECONDS = 60.0  # for one answer
_REDIRECTS = 3
_HEADERS = {"user-agent": "sightline networks refresh", "accept-encoding": "identity"}
Tell = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of an owner's refresh. `trouble`: why the list was kept as it was; "" if it was renewed."""

    source: NetworkSource
    text: str
    trouble: bool = False


def known_lists(settings: Settings) -> dict[str, NetworkList]:
    """Return the lists that are in use, by the stem of the file."""
    folder = folder_in(settings[ServerSettings].data)
    return network_lists.newest(network_lists.shipped(), refreshed(folder))


async def refresh(
    settings: Settings,
    stems: Collection[str],
    accept: bool,
    tell: Tell,
    transport: httpx.AsyncBaseTransport | None = None,
) -> bool:
    """Download the lists of the named owners, or of all, into the data folder.

    `accept`: also take lists that cover much more or less than those before. `tell` gets a line for each
    owner. Returns whether all could be renewed. Raises UserError for an unknown name, or without a folder.
    """
    if unknown := set(stems) - {each.stem for each in SOURCES if each.refreshable}:
        raise UserError(
            f"No list to download for: {', '.join(sorted(unknown))}. See: sightline networks list"
        )
    known = known_lists(settings)
    folder = await asyncio.to_thread(_folder, settings[ServerSettings].data)
    wanted = [each for each in SOURCES if each.refreshable and (not stems or each.stem in stems)]
    limit, fine = asyncio.Semaphore(AT_A_TIME), True
    async with httpx.AsyncClient(
        timeout=20, headers=_HEADERS, transport=transport, verify=trusted()
    ) as client:

        async def one(source: NetworkSource) -> Outcome:
            async with limit:
                return await _renew(client, source, known.get(source.stem), folder, accept)

        for done in asyncio.as_completed([one(source) for source in wanted]):
            outcome = await done
            fine = fine and not outcome.trouble
            tell(f"{outcome.source.stem:<16} {outcome.text}")
    return fine


def lines(settings: Settings) -> list[str]:
    """Return a line for each list in use: its file, kind, date, number of prefixes and owner."""
    return [
        f"{stem:<16} {each.kind:<7} {each.day} {len(each.prefixes):>6}  {each.name}"
        for stem, each in sorted(known_lists(settings).items(), key=lambda item: (item[1].kind, item[0]))
    ]


def whose(settings: Settings, addresses: Sequence[str]) -> list[str]:
    """Return a line for each address: whose network it is in. Raises UserError if one is no address."""
    table = network_lists.table_of(known_lists(settings).values())
    found = []
    for address in addresses:
        try:
            owner = table.find(str(ipaddress.ip_address(address)))
        except ValueError:
            raise UserError(f"{address} is no IP address") from None
        found.append(f"{address}: {f'{owner.name} ({owner.kind})' if owner else 'in no list'}")
    return found


async def _renew(
    client: httpx.AsyncClient, source: NetworkSource, known: NetworkList | None, folder: Path, accept: bool
) -> Outcome:
    try:
        answers = [await _answer(client, source, page) for page in source.pages]
        answers += [await _get(client, ANNOUNCED.format(system)) for system in source.systems]
        fresh = renewed(source, answers, None if accept else known, clock.now().date())
        await asyncio.to_thread(_write, folder / f"{source.stem}.txt", network_lists.written(fresh))
    except RefusedAnswer as error:
        return Outcome(source, f"kept as it was: {error}", trouble=True)
    except (httpx.HTTPError, httpx.InvalidURL, OSError) as error:
        text = str(error) or type(error).__name__
        return Outcome(source, f"kept as it was: {text}", trouble=True)
    return Outcome(source, _difference(known, fresh))


async def _answer(client: httpx.AsyncClient, source: NetworkSource, page: str) -> str:
    text = await _get(client, page.format(uuid=uuid4()))
    return await _get(client, link_in(source, text)) if source.link else text


async def _get(client: httpx.AsyncClient, url: str) -> str:
    """Return an answer's text. Raises httpx.HTTPError, TimeoutError, or RefusedAnswer for a strange one."""
    asked = httpx.URL(url).host
    async with asyncio.timeout(_SECONDS):
        for _ in range(_REDIRECTS + 1):
            if not url.startswith("https://"):
                raise RefusedAnswer(f"{url[:200]} does not use HTTPS")
            if not _is_within(httpx.URL(url).host, asked):
                raise RefusedAnswer(f"it is redirected to another host, {httpx.URL(url).host}")
            async with client.stream("GET", url) as answer:
                if answer.next_request is not None:
                    url = str(answer.next_request.url)
                    continue
                answer.raise_for_status()
                return await _text(answer)
    raise RefusedAnswer("it is redirected too often")


def _is_within(host: str, asked: str) -> bool:
    """Return whether a host belongs to the one that was asked, such as www.example.com to example.com."""
    domain = asked.removeprefix("www.")
    return host == domain or host.endswith(f".{domain}")


async def _text(answer: httpx.Response) -> str:
    if answer.headers.get("content-encoding", "identity") != "identity":
        raise RefusedAnswer("it is compressed, which was not asked for")
    content = bytearray()
    async for piece in answer.aiter_raw():
        content += piece
        if len(content) > MOST_BYTES:
            raise RefusedAnswer(f"it is larger than {MOST_BYTES:,} bytes")
    return content.decode("utf-8", "replace")


def _write(path: Path, text: str) -> None:
    """Put a file in its place at once, so that no reader sees a part of it, even after a crash."""
    with tempfile.NamedTemporaryFile(
        "w", dir=path.parent, suffix=".part", delete=False, encoding="utf-8"
    ) as draft:
        try:
            draft.write(text)
            draft.flush()
            os.fsync(draft.fileno())
            if owner := _other_owner(path.parent):
                os.chown(draft.fileno(), *owner)
            Path(draft.name).replace(path)
        except BaseException:
            Path(draft.name).unlink(missing_ok=True)
            raise


def _folder(data: Path) -> Path:
    folder = folder_in(data)
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        if owner := _other_owner(data):
            os.chown(folder, *owner, follow_symlinks=False)  # the owner may have put a link there
    except OSError as error:
        raise UserError(f"{folder} cannot be written: {error.strerror}") from None
    return folder


def _other_owner(folder: Path) -> tuple[int, int] | None:
    """Return the user and group whose folder this is, if root runs this command for them: the server's."""
    status = folder.stat()
    return (status.st_uid, status.st_gid) if os.geteuid() == 0 and status.st_uid != 0 else None


def _difference(known: NetworkList | None, fresh: NetworkList) -> str:
    before, now = set(known.prefixes if known else ()), set(fresh.prefixes)
    if before == now:
        return f"unchanged, {len(now)} ranges"
    return f"{len(now)} ranges: {len(now - before)} new, {len(before - now)} gone"
