"""The command `sightline`. It works on the data folder in SIGHTLINE_DATA, even while the server runs."""

from __future__ import annotations

import asyncio
import json
import os
import sys
from collections.abc import Coroutine
from datetime import UTC, datetime
from typing import Any, TypeVar

import click

from server.lib import log
from server.lib.config import ConfigError
from server.lib.settings import ServerSettings, Settings
from server.marks.settings import MarksSettings
from server.settings import load

Result = TypeVar("Result")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(context: click.Context) -> None:
    """Sightline: know when your mail was opened, on your own server."""
    try:
        settings = load(os.environ)
    except ConfigError as error:
        raise click.ClickException(str(error)) from None
    log.start(settings[ServerSettings].debug)
    context.obj = settings


@main.command()
@click.pass_obj
def serve(settings: Settings) -> None:
    """Serve the pages, the pixel and the links, and do the work behind them."""
    from server import serving

    try:
        serving.serve(settings)
    except ConfigError as error:
        raise click.ClickException(str(error)) from None


@main.command()
@click.pass_obj
def worker(settings: Settings) -> None:
    """Only the work behind the pages: digest, alerts, schedule."""
    from server import asgi

    _run(asgi.work(settings))


@main.command()
@click.pass_obj
def migrate(settings: Settings) -> None:
    """Bring the database to this version."""
    from server.lib.database.migrate import migrate as apply
    from server.tables import MODELS

    for name in _run(apply(settings, MODELS)) or ["nothing to do"]:
        click.echo(name)


@main.group()
def user() -> None:
    """People: add, list, disable, enable."""


@user.command("add")
@click.argument("email")
@click.option("--name", default="", help="as shown to others")
@click.option(
    "--role", type=click.Choice(["owner", "member"]), help="[owner for the first person, else member]"
)
@click.option("--password", help="asked for when left out; without a terminal it is read from standard input")
@click.pass_obj
def user_add(settings: Settings, email: str, name: str, role: str | None, password: str | None) -> None:
    """Add a person. EMAIL is what they sign in with."""
    from server.ops import people

    secret = password or _ask_password()
    click.echo(_run(people.add(settings, email, name, secret, role)))


@user.command("list")
@click.pass_obj
def user_list(settings: Settings) -> None:
    """List everybody."""
    from server.ops import people

    for line in _run(people.lines(settings)):
        click.echo(line)


@user.command("disable")
@click.argument("email")
@click.pass_obj
def user_disable(settings: Settings, email: str) -> None:
    """Sign a person out everywhere and let them in no more."""
    from server.ops import people

    click.echo(_run(people.disable(settings, email)))


@user.command("enable")
@click.argument("email")
@click.pass_obj
def user_enable(settings: Settings, email: str) -> None:
    """Let a disabled person in again."""
    from server.ops import people

    click.echo(_run(people.enable(settings, email)))


@main.group()
def keys() -> None:
    """The keys that sign pixels and links."""


@keys.command("rotate")
@click.pass_obj
def keys_rotate(settings: Settings) -> None:
    """Sign with a new key from now on. Older keys go on verifying what is already in people's mail."""
    from server.marks import key_file

    ours = settings[MarksSettings]
    count = len(key_file.rotate(ours.key_file))
    click.echo(f"A new key signs from now on; {count} keys verify. Back up {ours.key_file}.")
    if ours.tracking_secret:
        click.secho(
            "TRACKING_SECRET is set and goes before the file: remove it, or change it instead.", fg="yellow"
        )


@main.command()
@click.pass_obj
def doctor(settings: Settings) -> None:
    """Check everything that can be wrong, and say what to do. Exits with 1 when something is red."""
    from server.ops import doctor as checks

    results = _run(checks.examine(settings))
    for result in results:
        mark = click.style("●", fg=result.colour)
        click.echo(f"{mark} {result.colour:<6} {result.name:<16} {result.text}")
    sys.exit(1 if any(result.colour == "red" for result in results) else 0)


@main.command()
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), help="only mails in which something happened since"
)
@click.option("--dry-run", is_flag=True, help="tell what would change, and change nothing")
@click.pass_obj
def reclassify(settings: Settings, since: datetime | None, dry_run: bool) -> None:
    """Judge all stored opens and clicks by the present rules. Tells what changes before it writes."""
    from server.ops import reclassify as anew

    day = since.replace(tzinfo=UTC) if since else None
    _run(anew.reclassify(settings, day, dry_run, click.echo))


@main.command()
@click.option("--to", default="", metavar="ADDRESS", help="the reader")
@click.option("--subject", default="", metavar="TEXT")
@click.option("--link", "links", multiple=True, metavar="URL", help="to be tracked; may be repeated")
@click.option("--count", default=1, type=click.IntRange(1, 100_000), help="how many messages")
@click.option("--account", default=None, metavar="EMAIL", help="whose messages [the owner's]")
@click.pass_obj
def mark(settings: Settings, /, **wanted: Any) -> None:
    """Make tracked messages by hand; print one JSON object a line."""
    from server.ops import scripting

    _run(scripting.mark(settings, emit=_emit, **wanted))


@main.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.pass_obj
def show(settings: Settings, ids: tuple[str, ...]) -> None:
    """Print counts and every stored event of messages; one JSON object a line."""
    from server.ops import scripting

    missing = _run(scripting.show(settings, ids, emit=_emit))
    if missing:
        raise click.ClickException(f"No such message: {', '.join(missing)}")


def _emit(row: dict[str, Any]) -> None:
    click.echo(json.dumps(row, ensure_ascii=False))


def _ask_password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")


def _run(work: Coroutine[Any, Any, Result]) -> Result:
    from server.lib.user_error import UserError

    try:
        return asyncio.run(work)
    except (ConfigError, UserError) as error:
        raise click.ClickException(str(error)) from None
