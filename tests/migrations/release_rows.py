"""Writes rows as release 0.1.0 does, with its texts about them; runs in a checkout of 0.1.0 with its tests.

    python release_rows.py release_rows.json

The rows cover every rule, every sentence and both kinds of events. Some events are decoys, or were corrected,
undone, judged again, retired, alerted or announced. test_release.py migrates the rows to the current version.
"""

from __future__ import annotations

import asyncio
import json
import re
import sys
import tempfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

from server.lib.language import languages
from server.lib.place import Places
from server.tracking import words
from server.tracking.corrections import correct, withdraw
from server.tracking.counts import recount
from server.tracking.events import add, event_of
from server.tracking.hits import DECOY_URL, Hit, new_id
from server.tracking.mail import hold
from server.tracking.models import Event
from server.tracking.reconsider import reconsider
from server.tracking.retention import forget_before
from server.tracking.store import store
from server.tracking.surroundings import judge
from tortoise import Tortoise
from tortoise.transactions import in_transaction

from server.alerts.first_open import new_alert
from server.lib import clock, outbox
from server.messages.models import Message
from tests.tracking import agents
from tests.verdicts.corpus import SENT, cases
from tests.world import World, world

PLACES = Places(None)
LINKS = [f"https://example.com/{number}" for number in ("", 1, 2, 3, 4, 5, 6, 7, 8, 9)]
GMAIL, READER = "66.249.93.1", "203.0.113.7"


async def main(to: Path) -> None:
    """Make the database, and write its rows and words."""
    with tempfile.TemporaryDirectory() as folder:
        async with world(Path(folder)) as place, place.app.app_context():
            await _every_sentence(place)
            await _what_became_of_them(place)
            await _alerts(place)
            to.write_text(_in_lines(await _found()))


async def _every_sentence(place: World) -> None:
    """Store every hit of the corpus whose rule, kind or sentences are new."""
    known: set[str] = set()
    sent = SENT - timedelta(hours=1)  # what it says about the time is already in the sentences
    mail = await place.sends(place.alice, subject="Of every kind", sent_at=sent, links=LINKS)
    for case in cases():
        verdicts = judge(case.seen, case.about)
        fresh = []
        for seen, verdict in zip(case.seen, verdicts, strict=True):
            said = {re.sub(r"[\d.]+ ", "# ", f"{seen.hit.kind} {each}") for each in verdict.sentences}
            features = {f"{verdict.rule} {seen.hit.kind}", *(text[:40] for text in said)}
            if features - known:
                known |= features
                fresh.append((seen, verdict))
        if fresh:
            await _keep(mail, fresh)


async def _keep(mail: Message, fresh: list[Any]) -> None:
    async with in_transaction() as db:
        held = (await hold(db, [mail.id], [mail.id]))[mail.id]
        mine = [
            (replace(seen, hit=replace(seen.hit, id=new_id(seen.hit.at), message=mail.id)), verdict)
            for seen, verdict in fresh
        ]
        await add([event_of(seen, verdict, held, PLACES) for seen, verdict in mine], db)
        await recount(mail, db)


async def _what_became_of_them(place: World) -> None:
    """Create events as the release does, with their corrections, decoys, undone sends and retired counts."""
    alice = place.alice
    surer = await place.sends(alice, subject="Surer", sent_at=clock.now() - timedelta(days=3), links=LINKS)
    await _come(place, surer, 60, "", agents.GMAIL_PROXY, GMAIL)
    await _come(place, surer, 4000, LINKS[1], agents.CHROME, READER)
    filtered = await place.sends(
        alice, subject="Filtered", sent_at=clock.now() - timedelta(days=2), links=LINKS
    )
    for number, link in enumerate([*LINKS[1:5], DECOY_URL]):
        await _come(place, filtered, 70 + number / 10, link, agents.CHROME, READER)
    for number, said in enumerate(("me", "machine", "them", "me")):
        mail = await place.sends(alice, subject=f"Said {said}", sent_at=clock.now() - timedelta(days=2))
        await _come(place, mail, 600, "", agents.FIREFOX, f"198.51.{100 + number}.7")
        event = await Event.get(message_id=mail.id)
        await correct(alice, event.id, said)
        if number == 3:
            await withdraw(alice, event.id)
    undone = await place.sends(alice, subject="Undone", sent_at=clock.now() - timedelta(days=1))
    await _come(place, undone, 300, "", agents.FIREFOX, READER)
    await Message.filter(id=undone.id).update(state="undone", undone_at=clock.now())
    async with in_transaction() as db:
        await reconsider(await Message.get(id=undone.id, using_db=db), using=db)
    strange = await place.sends(alice, subject="Strange", sent_at=clock.now() - timedelta(days=1))
    await _come(place, strange, 300, "", agents.FIREFOX, READER)
    await Event.filter(message_id=strange.id).update(evidence=["A rule of long ago said so."], facts=None)
    await _retired(place)


async def _retired(place: World) -> None:
    old = await place.sends(
        place.alice, subject="Old", sent_at=clock.now() - timedelta(days=900), links=LINKS
    )
    for day in (1, 2, 890):
        await _come(place, old, day * 86400, "", agents.FIREFOX, READER)
        await _come(place, old, day * 86400 + 60, LINKS[2], agents.FIREFOX, READER)
    await forget_before(clock.now() - timedelta(days=800))


async def _come(place: World, mail: Message, after: float, url: str, agent: str, address: str) -> None:
    sent = mail.sent_at
    assert sent
    at = int((sent.timestamp() + after) * 1_000_000)
    headers = {"accept": "text/html,*/*", "accept-language": "en", "accept-encoding": "gzip"}
    kind = "click" if url else "open"
    hit = Hit(new_id(at), at, kind, place.alice.id, mail.id, 0, url, address, agent, "", "GET", headers)
    await store([hit], PLACES)


async def _alerts(place: World) -> None:
    """Create a waiting, a sent and a failed alert; mark one waiting fact as abandoned."""
    for number, mail in enumerate(await Message.filter(opens__gt=0).order_by("listed_at").limit(3)):
        event = await Event.filter(message_id=mail.id, counts=True, kind="open").first()
        alert = await new_alert(mail, "first_open", event)
        alert.sent_at = clock.now() if number == 1 else None
        alert.failed_at, alert.error = (
            (clock.now(), "The mail server refused it.") if number == 2 else (None, "")
        )
        await alert.save()
    first = await outbox.OutboxRow.filter(fact="first_open").order_by("id").first()
    assert first
    await outbox.OutboxRow.filter(id=first.id).update(failed_at=clock.now(), error="gave up", attempts=9)


def _in_lines(found: dict[str, Any]) -> str:
    """One row per line."""
    tables = [
        f'{json.dumps(name)}: {{"columns": {json.dumps(table["columns"])}, "rows": [\n'
        + ",\n".join(json.dumps(row, ensure_ascii=False) for row in table["rows"])
        + "\n]}"
        for name, table in found["tables"].items()
    ]
    said = [
        f"{json.dumps(each)}: {json.dumps(value, ensure_ascii=False)}"
        for each, value in found["said"].items()
    ]
    rows, words_of_them = ",\n".join(tables), ",\n".join(said)
    return f'{{"tables": {{\n{rows}\n}}, "said": {{\n{words_of_them}\n}}}}\n'


async def _found() -> dict[str, Any]:
    db = Tortoise.get_connection("default")
    made = await db.execute_query_dict(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY rowid"
    )
    tables = {}
    for name in (row["name"] for row in made):
        rows = await db.execute_query_dict(f'SELECT * FROM "{name}" ORDER BY 1')
        if rows:
            tables[name] = {"columns": list(rows[0]), "rows": [list(row.values()) for row in rows]}
    events = await Event.all().order_by("id").select_related("link")
    return {"tables": tables, "said": {str(event.id): _said(event) for event in events}}


def _said(event: Event) -> dict[str, Any]:
    texts: dict[str, Any] = {tag: words.why(event, language) for tag, language in languages().items()}
    return texts | {"changes": [change.said for change in words.changes_of(event)]}


if __name__ == "__main__":
    asyncio.run(main(Path(sys.argv[1])))
