"""`python -m server` is the command `sightline`."""

from server.cli import main

main(prog_name="sightline")
