"""The commands that need no database and no data folder."""

from __future__ import annotations

import asyncio
import sys
from typing import BinaryIO

import click


@click.command()
@click.argument("file", type=click.File("rb"))
@click.option(
    "--threshold",
    type=click.Choice(["certain", "likely", "everything"]),
    default="likely",
    help="which verdicts count as a person's; default: likely",
)
def judge(file: BinaryIO, threshold: str) -> None:
    """Judge requests from FILE (- for standard input) by the rules, without a database.

    Each line of FILE is a JSON object that says what happened to one mail; docs/judge.md describes it. Prints
    one JSON object per line. Exits with status 1 if a line could not be read.
    """
    from server.ops import judge as judging

    if judging.judge_lines(file, threshold, click.echo, lambda text: click.echo(text, err=True)):
        sys.exit(1)


@click.command()
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
def read(files: tuple[str, ...]) -> None:
    """Say what the mails in FILE (a mail, a folder such as a maildir, or -) are, without a database.

    docs/read.md describes what is printed. Exits with status 1 if a file could not be read.
    """
    from server.ops import read as reading

    sys.exit(1 if reading.read_files(files, click.echo, lambda text: click.echo(text, err=True)) else 0)


@click.group()
def google() -> None:
    """Find out what Google's answers mean."""


@google.command("explain")
@click.argument("file", type=click.File("rb"))
def google_explain(file: BinaryIO) -> None:
    """Say what Sightline makes of Google's answers in FILE (- for standard input), without a database.

    Each line of FILE is a JSON object; docs/google-explain.md describes it. Prints one JSON object per line.
    Exits with status 1 if a line could not be read.
    """
    from server.ops import google_explain as explaining

    explained = explaining.explain_lines(file, click.echo, lambda text: click.echo(text, err=True))
    sys.exit(1 if asyncio.run(explained) else 0)
