"""The commands `sightline backup`, `restore` and `verify`."""

from __future__ import annotations

import asyncio
import os
import stat
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from server.lib.service_user import current
from server.lib.settings import ServerSettings, Settings
from server.lib.user_error import UserError

FEWEST_CHARACTERS = 12
_Command = TypeVar("_Command", bound=Callable[..., Any])
_NICE = 10  # readers must not wait for a backup
_MEGABYTE = 1 << 20


class _File(click.Path):
    """A file that root may have named, although the command works as the user of the server."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Return the path; see click. A file that this user may not read is named as such."""
        path = Path(os.fsdecode(value))
        try:
            path.stat()
            reachable = not self.exists or os.access(path, os.R_OK)
        except PermissionError:
            reachable = False
        except OSError:
            reachable = True  # click says what is wrong
        if not reachable:
            raise UserError(
                f"{path} can't be read by the user {current()}, as whom this command works. Let that user "
                "use the file and its folder, or choose another place."
            )
        return super().convert(value, param, ctx)


def _with_file(exists: bool) -> Callable[[_Command], _Command]:
    kind = _File(path_type=Path, exists=exists, dir_okay=not exists)

    def add(command: _Command) -> _Command:
        passphrase = click.option(
            "--passphrase-file",
            type=_File(exists=True, dir_okay=False, path_type=Path),
            help="a file whose first line is the passphrase; without it, you are asked or, without a "
            "terminal, the first line of standard input is read",
        )
        return click.argument("file", type=kind)(passphrase(command))

    return add


@click.command()
@_with_file(exists=False)
@click.option("--overwrite", is_flag=True, help="replace FILE once the new backup is complete")
@click.pass_obj
def backup(settings: Settings, file: Path, passphrase_file: Path | None, overwrite: bool) -> None:
    """Write everything that a new machine needs to FILE, encrypted, while the server runs.

    The database, the hits that wait to be stored, all keys and the settings. docs/backup.md says more.
    """
    from server.backup import making, report

    passphrase = _new_passphrase(passphrase_file)
    os.nice(_NICE)
    listed = asyncio.run(making.make(settings, os.environ, file, passphrase, _tell, overwrite=overwrite))
    for line in report.lines(listed):
        click.echo(line)
    click.echo(
        f"The backup is {file} ({file.stat().st_size // _MEGABYTE + 1} MB). Check it with: sightline verify"
    )


@click.command()
@_with_file(exists=True)
@click.pass_obj
def verify(settings: Settings, file: Path, passphrase_file: Path | None) -> None:
    """Check the backup in FILE completely, and say what is in it. Changes nothing."""
    from server.backup import checking, making, report

    data = settings[ServerSettings].data
    passphrase = _passphrase(passphrase_file)
    with making.private_folder(data if data.is_dir() else Path.cwd()) as folder:
        opened = asyncio.run(checking.check(file, passphrase, folder, _tell))
    for line in report.lines(opened.manifest):
        click.echo(line)
    click.echo("The backup is complete: every part was decrypted, compared with its hash, read and counted.")


@click.command()
@_with_file(exists=True)
@click.option("--overwrite", is_flag=True, help="replace what is there; it is kept in the data folder")
@click.pass_obj
def restore(settings: Settings, file: Path, passphrase_file: Path | None, overwrite: bool) -> None:
    """Put the backup in FILE in place of an empty installation. The server must not run.

    The next start of the server updates the database, if this version is newer than the backup.
    """
    from server.backup import restoring

    passphrase = _passphrase(passphrase_file)
    said = asyncio.run(restoring.restore(settings, os.environ, file, passphrase, _tell, overwrite=overwrite))
    for line in said:
        click.echo(line)
    click.echo("The backup is restored, and every table has as many rows as it had. Start the server.")


def _tell(line: str) -> None:
    click.echo(line, err=True)


def _new_passphrase(file: Path | None) -> str:
    passphrase = _passphrase(file, confirm=True)
    if len(passphrase) < FEWEST_CHARACTERS:
        raise UserError(
            f"The passphrase has fewer than {FEWEST_CHARACTERS} characters. A backup lies where others may "
            "try to guess it: use a longer one, such as five random words."
        )
    return passphrase


def _passphrase(file: Path | None, *, confirm: bool = False) -> str:
    if file:
        if stat.S_IMODE(file.stat().st_mode) & 0o077:
            _tell(f"Others on this machine can read {file}. Run: chmod 600 {file}")
        with file.open(encoding="utf-8") as lines:
            given = lines.readline()
    elif sys.stdin.isatty():
        given = str(click.prompt("Passphrase", hide_input=True, confirmation_prompt=confirm))
    else:
        given = sys.stdin.readline()
    passphrase = given.rstrip("\r\n")
    if not passphrase:
        where = f"The first line of {file} is" if file else "The passphrase is"
        raise UserError(f"{where} empty. Without a terminal, use --passphrase-file or standard input.")
    return passphrase
