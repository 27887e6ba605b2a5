"""Runs the command `sightline` as `python -m server`."""

from server.cli import main

main(prog_name="sightline")
