"""Says in lines what is in a backup."""

from __future__ import annotations

from server.backup import manifest
from server.backup.manifest import Manifest


def lines(listed: Manifest) -> list[str]:
    """Return what a person wants to know of a backup."""
    tables = listed.tables
    made = f"{listed.made_at:%Y-%m-%d %H:%M:%S} UTC"
    database = f"{manifest.name_of(listed.dialect)} {listed.server}"
    rows = f"{sum(tables.values())} rows in {len(tables)} tables"
    shown = f"{tables.get('message', 0)} messages, {tables.get('event', 0)} events"
    return [
        f"Made {made} by Sightline {listed.release}, migration {listed.migration}.",
        f"Database: {database}, {rows}: {shown}.",
        f"Hits that wait to be stored: {listed.waiting}. Hits told as lost: {listed.lost}.",
        *_keys(listed),
        *_vault(listed),
    ]


def _keys(listed: Manifest) -> list[str]:
    made = [f", made {key.made[:10]}" if key.made else "" for key in listed.keys]
    return [
        f"Key {key.id}{since}: {key.messages} messages are from its time."
        for key, since in zip(listed.keys, made, strict=True)
    ]


def _vault(listed: Manifest) -> list[str]:
    if not listed.sealed:
        return []
    if listed.opened == listed.sealed:
        return [f"The vault's key opens the Gmail access of all {listed.sealed} people who have it."]
    missing = f"{listed.sealed - listed.opened} of {listed.sealed}"
    text = (
        f"The vault's key does not open the Gmail access of {missing} people: it was stored with "
        "another key. After a restore, they have to connect Gmail again."
    )
    return [text]
