"""The commands `sightline keys`, for the keys that sign pixels and links."""

from __future__ import annotations

import asyncio

import click

from server.lib.settings import Settings
from server.marks.settings import MarksSettings


@click.group()
def keys() -> None:
    """Manage the keys that sign pixels and links."""


@keys.command("rotate")
@click.pass_obj
def keys_rotate(settings: Settings) -> None:
    """Sign with a new key from now on. Older keys still verify the marks of messages already sent."""
    from server.ops import lost_keys
    from server.ops.people import database

    async def rotate() -> int:
        async with database(settings):
            return await lost_keys.rotate(settings)

    ours, count = settings[MarksSettings], asyncio.run(rotate())
    known = "1 key" if count == 1 else f"{count} keys"
    click.echo(f"A new key signs from now on. {known} can verify marks. Back up {ours.key_file}.")
    if ours.tracking_secret:
        click.secho(
            "TRACKING_SECRET is set and overrides the key file. Remove it to use the new key, or change it.",
            fg="yellow",
        )


@keys.command("new")
@click.option("--accept-loss", is_flag=True, help="although something in the database needs the lost keys")
@click.pass_obj
def keys_new(settings: Settings, accept_loss: bool) -> None:
    """Make the keys that are missing, for good. Says what is lost with the old ones.

    Marks that were signed with a lost key can't be recognised any more, and people whose access to Gmail was
    encrypted with a lost key have to connect Gmail again.
    """
    from server.ops import lost_keys

    for line in asyncio.run(lost_keys.replace(settings, accept_loss)):
        click.echo(line)
