"""What `make check` measures by itself: sizes, names, places. Every test makes a small checkout."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

CI = Path(__file__).parents[2] / ".ci"


@dataclass
class Checkout:
    """A git checkout of its own, and what a check says about it."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def check(self, script: str) -> list[str]:
        """The complaints; empty when the check was content."""
        command = [sys.executable, str(CI / script)]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert not done.stderr
        complaints = done.stdout.split("\n")[:-1]
        assert done.returncode == (1 if any(complaints) else 0)
        return [line for line in complaints if line]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return Checkout(tmp_path)


def test_a_file_of_300_lines_is_fine_and_one_more_is_named(checkout: Checkout) -> None:
    checkout.write("server/short.py", "x = 1\n" * 300)
    checkout.write("static/css/long.css", "a {}\n" * 301)
    assert checkout.check("sizes.py") == ["static/css/long.css: 301 lines, 300 at most"]


def test_a_function_of_45_lines_is_fine_and_one_more_is_named(checkout: Checkout) -> None:
    body = "    x = 1\n"
    checkout.write("server/a.py", "def short():\n" + body * 44 + "\n\nasync def long():\n" + body * 45)
    assert checkout.check("sizes.py") == ["server/a.py:48: long has 46 lines, 45 at most"]


@pytest.mark.parametrize(
    "name", ["server/utils.py", "server/helpers/open.py", "templates/base.html", "static/js/common.js"]
)
def test_a_name_that_says_nothing_is_named(checkout: Checkout, name: str) -> None:
    checkout.write(name, "")
    (complaint,) = checkout.check("sizes.py")
    assert complaint.startswith(f"{name}: the name ")


def test_what_git_ignores_and_what_is_not_ours_is_not_measured(checkout: Checkout) -> None:
    checkout.write(".gitignore", "static/vendor/\n")
    checkout.write("static/vendor/utils.js", "x\n" * 1000)
    checkout.write("docs/long.html", "x\n" * 1000)
    checkout.write("migrations/models/0_init.py", "x = 1\n" * 1000)
    assert checkout.check("sizes.py") == []


@pytest.mark.parametrize(
    "veiled",  # or this file would be found
    [
        "see |home|alice|notes",
        "PATH = '|root|.cache'",
        "C: is C:^Users^Alice",
        "index = https://pypi~org/simple",
        '"resolved": "https://registry.npmjs~org/x"',
    ],
)
def test_a_place_on_somebodys_machine_or_a_registry_is_found(checkout: Checkout, veiled: str) -> None:
    text = veiled.replace("|", "/").replace("^", "\\").replace("~", ".")
    checkout.write("notes.txt", f"fine\n{text}\n")
    (complaint,) = checkout.check("places.py")
    assert complaint.startswith("notes.txt:2: ")


def test_addresses_that_only_look_like_a_place_are_fine(checkout: Checkout) -> None:
    checkout.write(
        "a.txt", "https://mail.example/home/1 ~/work/x /var/lib/sightline https://docs.example.org/root/a\n"
    )
    (checkout.folder / "picture.png").write_bytes(b"\x89PNG\xff")
    assert checkout.check("places.py") == []


def test_a_script_function_over_45_lines_is_named_and_its_wrapper_is_not_measured(checkout: Checkout) -> None:
    (checkout.folder / "node_modules").symlink_to(CI.parent / "node_modules")
    checkout.write(".gitignore", "node_modules\n")
    function = "  function long() {\n" + "    x();\n" * 50 + "  }\n"
    checkout.write("static/js/long.js", f"(() => {{\n{function}  long();\n}})();\n")
    (complaint,) = checkout.check("scripts.py")
    assert "file=static/js/long.js,line=2" in complaint
