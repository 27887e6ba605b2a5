"""The command `sightline`. It works on the data folder in SIGHTLINE_DATA, even while the server runs."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import shutil
import sys
from datetime import UTC, datetime
from typing import Any

import click

from server.backup import commands as backups
from server.backup import last
from server.lib import log
from server.lib.config import ConfigError
from server.lib.service_user import work_as_owner
from server.lib.settings import ServerSettings, Settings
from server.lib.terminal import make_printable, shows_all
from server.ops import key_commands, offline
from server.settings import doubts, load_what_can

_WRONG = f"{__name__}.wrong"  # in click's meta: the errors of the settings
_AS = f"{__name__}.as"  # in click's meta: the user as whom a command works that root has run


class _Commands(click.Group):
    """The commands. Those that fail because of their surroundings say so in a sentence."""

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run the command line; see click."""
        make_printable()
        return super().main(*args, **kwargs)

    def invoke(self, context: click.Context) -> Any:
        """Run a command; see click."""
        try:
            return super().invoke(context)
        except Exception as error:
            from server.ops.trouble import sentence_for

            sentence = sentence_for(error)
            if sentence is None:
                raise
            logging.getLogger(__name__).debug("the command failed", exc_info=error)
            user = context.meta.get(_AS)
            whose = f" (The command worked as {user}, who owns the data folder.)" if user else ""
            raise click.ClickException(sentence + whose) from None


@click.group(cls=_Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.pass_context
def main(context: click.Context) -> None:
    """Sightline tells you when your emails are opened. It runs on your own server."""
    settings, wrong = load_what_can(os.environ)
    if wrong and context.invoked_subcommand != doctor.name:  # the doctor reports it among all the rest
        raise ConfigError("\n".join(str(error) for error in wrong))

    def explained(error: BaseException) -> str | None:
        from server.ops import away  # late: few commands need the drivers

        return away.explained(error, settings[ServerSettings].database_url)

    log.start(settings[ServerSettings].debug, explained)
    context.obj, context.meta[_WRONG] = settings, wrong
    if context.invoked_subcommand not in {serve.name, worker.name}:
        context.meta[_AS] = work_as_owner(settings[ServerSettings].data)
    else:
        from server.ops import at_start

        last.refuse_half_restored(settings[ServerSettings].data)
        at_start.warn(settings, doubts(os.environ))


@main.command()
@click.pass_obj
def serve(settings: Settings) -> None:
    """Serve pages, pixels and links, and do the background work."""
    from server import serving

    serving.serve(settings)


@main.command()
@click.pass_obj
def worker(settings: Settings) -> None:
    """Do only the background work: digest, alerts and scheduled tasks."""
    from server import asgi

    asyncio.run(asgi.work(settings))


@main.command()
@click.pass_obj
def migrate(settings: Settings) -> None:
    """Update the database to this version of Sightline."""
    from server.lib.database.migrate import migrate as apply
    from server.tables import MODELS

    for name in asyncio.run(apply(settings, MODELS)) or ["The database is up to date."]:
        click.echo(name)


_password_option = click.option(
    "--password",
    help="if left out, you are asked for it or, without a terminal, it is read from standard input. Scripts "
    "should use standard input, because everyone on this machine can see the options of a running command",
)


@main.group()
def user() -> None:
    """Add, list, disable and enable people, and set forgotten passwords."""


@user.command("add")
@click.argument("email")
@click.option("--name", default="", help="the name shown on pages")
@click.option(
    "--role", type=click.Choice(["owner", "member"]), help="default: owner for the first person, then member"
)
@_password_option
@click.pass_obj
def user_add(settings: Settings, email: str, name: str, role: str | None, password: str | None) -> None:
    """Add a person, who signs in with EMAIL."""
    from server.ops import people

    secret = password or _ask_password()
    click.echo(asyncio.run(people.add(settings, email, name, secret, role)))


@user.command("password")
@click.argument("email")
@_password_option
@click.pass_obj
def user_password(settings: Settings, email: str, password: str | None) -> None:
    """Set a new password for a person who forgot theirs.

    It signs them out everywhere and disconnects their browsers.
    """
    from server.ops import people

    click.echo(asyncio.run(people.set_password(settings, email, password or _ask_password())))


@user.command("list")
@click.pass_obj
def user_list(settings: Settings) -> None:
    """List all people who have an account."""
    from server.ops import people

    for line in asyncio.run(people.lines(settings)):
        click.echo(line)


@user.command("disable")
@click.argument("email")
@click.pass_obj
def user_disable(settings: Settings, email: str) -> None:
    """Sign a person out everywhere and block new sign-ins."""
    from server.ops import people

    click.echo(asyncio.run(people.disable(settings, email)))


@user.command("enable")
@click.argument("email")
@click.pass_obj
def user_enable(settings: Settings, email: str) -> None:
    """Let a disabled person sign in again."""
    from server.ops import people

    click.echo(asyncio.run(people.enable(settings, email)))


@main.group()
def networks() -> None:
    """Manage the lists that tell networks of clouds, mail filters, relays and VPNs from people's own."""


@networks.command("refresh")
@click.argument("owners", nargs=-1, metavar="[OWNER]...")
@click.option("--accept", is_flag=True, help="also take lists that cover much more or less than before")
@click.pass_obj
def networks_refresh(settings: Settings, owners: tuple[str, ...], accept: bool) -> None:
    """Download the lists of each OWNER, or of all. Exits with status 1 if some were kept as they were.

    The server takes them into use within a minute.
    """
    from server.ops import networks as lists

    if not asyncio.run(lists.refresh(settings, owners, accept, click.echo)):
        sys.exit(1)


@networks.command("list")
@click.pass_obj
def networks_list(settings: Settings) -> None:
    """Show the lists in use: name, what comes from there, date, number of ranges, owner."""
    from server.ops import networks as lists

    for line in lists.lines(settings):
        click.echo(line)


@networks.command("find")
@click.argument("addresses", nargs=-1, required=True, metavar="ADDRESS...")
@click.pass_obj
def networks_find(settings: Settings, addresses: tuple[str, ...]) -> None:
    """Say whose network each ADDRESS is in."""
    from server.ops import networks as lists

    for line in lists.whose(settings, addresses):
        click.echo(line)


@main.command()
@click.option("--json", "as_json", is_flag=True, help="print a list of objects with colour, name and text")
@click.pass_context
def doctor(context: click.Context, as_json: bool) -> None:
    """Check the installation and say how to fix what is wrong. Exits with status 1 if anything is red."""
    from server.doctor import report
    from server.doctor.examination import examine, hanging

    logging.getLogger().setLevel(logging.ERROR)  # what is refused is in the report
    width = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    found = []
    for each in examine(context.obj, context.meta[_WRONG], doubts(os.environ)):
        found.append(each)
        for number, row in enumerate([] if as_json else report.rows(each, width)):
            click.echo(f"{' ' if number else click.style('●', fg=each.colour)} {row}")
    click.echo(report.as_json(found) if as_json else report.summary(found))
    status = 1 if any(each.colour == "red" for each in found) else 0
    if hanging():
        sys.stdout.flush()
        os._exit(status)  # an exit would wait for what hangs
    sys.exit(status)


@main.command()
@click.option("--since", type=click.DateTime(["%Y-%m-%d"]), help="only messages with an event since that day")
@click.option("--dry-run", is_flag=True, help="show what would change, and change nothing")
@click.pass_obj
def reclassify(settings: Settings, since: datetime | None, dry_run: bool) -> None:
    """Judge all stored opens and clicks by the current rules. Prints the changes before writing them."""
    from server.ops import reclassify as anew

    day = since.replace(tzinfo=UTC) if since else None
    asyncio.run(anew.reclassify(settings, day, dry_run, click.echo))


for _command in (
    key_commands.keys,
    offline.judge,
    offline.read,
    offline.google,
    backups.backup,
    backups.restore,
    backups.verify,
):
    main.add_command(_command)


@main.command()
@click.option("--to", default="", metavar="ADDRESS", help="the recipient")
@click.option("--subject", default="", metavar="TEXT", help="the subject")
@click.option("--link", "links", multiple=True, metavar="URL", help="a link to track; may be repeated")
@click.option("--count", default=1, type=click.IntRange(1, 100_000), help="how many messages to create")
@click.option("--account", default=None, metavar="EMAIL", help="whose messages; default: the owner's")
@click.pass_obj
def mark(settings: Settings, /, **wanted: Any) -> None:
    """Create tracked messages without the extension. Prints one JSON object per line."""
    from server.ops import scripting

    asyncio.run(scripting.mark(settings, emit=_emit, **wanted))


@main.command()
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@click.pass_obj
def show(settings: Settings, ids: tuple[str, ...]) -> None:
    """Print the counts and all events of each message, as one JSON object per line."""
    from server.ops import scripting

    missing = asyncio.run(scripting.show(settings, ids, emit=_emit))
    if missing:
        raise click.ClickException(f"No such message: {', '.join(missing)}")


def _emit(row: dict[str, Any]) -> None:
    click.echo(json.dumps(row, ensure_ascii=not shows_all(sys.stdout)))


def _ask_password() -> str:
    if sys.stdin.isatty():
        return str(click.prompt("Password", hide_input=True, confirmation_prompt=True))
    return sys.stdin.readline().rstrip("\n")
