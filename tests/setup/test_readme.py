"""The README names every command of the program."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from server.cli import main

README = (Path(__file__).parents[2] / "README.md").read_text()


@pytest.mark.parametrize("name", sorted(main.commands))
def test_the_readme_names_each_command_for_scripts(name: str) -> None:
    (commands,) = re.findall(r"## For scripts\n\n```\n(.*?)```", README, re.DOTALL)
    assert re.search(rf"\b{name}\b", commands)
