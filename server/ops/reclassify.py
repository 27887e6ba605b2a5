"""`sightline reclassify` applies the current rules to stored hits and prints changes before writing them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from server.events.evaluation import network_files, reclassification
from server.events.evaluation.reclassification import ReclassificationDiff
from server.lib.net import inside
from server.lib.settings import ServerSettings, Settings
from server.ops.people import database


async def reclassify(
    settings: Settings, since: datetime | None, dry_run: bool, tell: Callable[[str], None]
) -> None:
    """Judge the stored events since `since` again, and pass lines about the changes to `tell`.

    With `dry_run`, nothing is written.
    """
    network_files.watched.watch(network_files.folder_in(settings[ServerSettings].data))
    inside.use_proxies(settings[ServerSettings].trusted_proxies)
    async with database(settings):
        found = await reclassification.difference(since)
        for line in lines(found):
            tell(line)
        if dry_run or not found.changes:
            return
        await reclassification.write(found, lambda done: None)
        tell(f"{found.changes.total()} events of {len(found.mails) // 16} messages were judged again.")


def lines(found: ReclassificationDiff) -> list[str]:
    """Return the changes as lines of a table: verdict before, verdict after, number of events, examples."""
    if not found.changes:
        return [f"Checked {found.events} events. The current rules give the same verdict for all of them."]
    rows = [f"Checked {found.events} events.", f"{'before':<16} {'after':<16} {'events':>9}"]
    for (before, after), number in sorted(found.changes.items(), key=lambda each: -each[1]):
        note = "  (a different certainty or rule)" if before == after else ""
        rows.append(f"{before:<16} {after:<16} {number:>9}{note}")
        rows += [f"    {example}" for example in found.examples.get((before, after), ())]
    return rows
