"""The project's own checks in `make check`: texts, sizes, names and places, each run on a small checkout."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

CI = Path(__file__).parents[2] / ".ci"


@dataclass
class Checkout:
    """A git checkout for the test, and a check's output about it."""

    folder: Path

    def write(self, name: str, text: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)

    def gather(self) -> list[str]:
        """Gather texts as `make texts` does, and return its output."""
        command = [sys.executable, str(CI / "texts.py"), "."]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=True)
        return done.stdout.splitlines()

    def check(self, script: str, *arguments: str) -> list[str]:
        """The complaints; empty if the check passed."""
        command = [sys.executable, str(CI / script), *arguments]
        done = subprocess.run(command, cwd=self.folder, capture_output=True, text=True, check=False)
        assert not done.stderr
        complaints = done.stdout.split("\n")[:-1]
        assert done.returncode == (1 if any(complaints) else 0)
        return [line for line in complaints if line]


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    return Checkout(tmp_path)


POT = """msgid ""
msgstr ""
"Plural-Forms: nplurals=2; plural=(n != 1);\\n"
"Content-Type: text/plain; charset=utf-8\\n"

"""
CONFIG = "[python: server/**.py]\n[jinja2: templates/**.html]\ntrimmed = true\nnewstyle_gettext = true\n"
CATALOG = "server/locale/de/LC_MESSAGES/sightline.po"


@pytest.fixture
def speaking(checkout: Checkout) -> Checkout:
    """A checkout with two texts."""
    checkout.write("babel.cfg", CONFIG)
    checkout.write("server/a.py", 'ngettext("%(who)s and %(num)s mail", "%(who)s and %(num)s mails", 2)\n')
    checkout.write("templates/a.html", "<p>{% trans name=x %}\n  Hello\n  {{ name }}\n{% endtrans %}</p>")
    return checkout


def catalog(hello: str = "Hallo %(name)s", one: str = "%(who)s und eine", many: str = "") -> str:
    """The German catalog of the checkout."""
    many = many or "%(who)s und %(num)s"
    plural = 'msgid "%(who)s and %(num)s mail"\nmsgid_plural "%(who)s and %(num)s mails"\n'
    forms = f'msgstr[0] "{one}"\nmsgstr[1] "{many}"\n'
    return f'{POT}{plural}{forms}\nmsgid "Hello %(name)s"\nmsgstr "{hello}"\n'


HELLO = "'Hello %(name)s'"
MAILS = "('%(who)s and %(num)s mail', '%(who)s and %(num)s mails')"


@pytest.mark.parametrize(
    ("text", "complaints"),
    [
        (catalog(one="%(who)s und %(num)s Mail"), []),
        (catalog(hello=""), [f"de: not translated: {HELLO}"]),
        (catalog(hello="Hallo"), [f"de: other values than in English: {HELLO}"]),
        (catalog(hello="Hallo %(nmae)s"), [f"de: other values than in English: {HELLO}"]),
        (
            catalog(hello="100 % %(name)s"),
            [f"de: a percent sign that is neither %(name)s nor doubled: {HELLO}"],
        ),
        (catalog(many="%(who)s und viele"), [f"de: other values than in English: {MAILS}"]),
        (
            catalog().replace('msgstr[1] "%(who)s und %(num)s"', 'msgstr[1] ""'),
            [f"de: not translated: {MAILS}"],
        ),
        (
            catalog().replace('msgid "Hello', '#, fuzzy\nmsgid "Hello'),
            [f"de: unsure (fuzzy): {HELLO}"],
        ),
        (
            catalog().replace("Hello", "Hi"),
            [
                f"de: new in the sources, run `make texts`: {HELLO}",
                "de: no longer in the sources, run `make texts`: 'Hi %(name)s'",
            ],
        ),
    ],
)
def test_a_translation_that_is_missing_or_wrong_is_named(
    speaking: Checkout, text: str, complaints: list[str]
) -> None:
    speaking.write(CATALOG, text)
    assert speaking.check("texts.py", "--check", ".") == complaints


def test_gathering_texts_adds_new_ones_and_keeps_the_translations(speaking: Checkout) -> None:
    speaking.write(CATALOG, catalog())
    speaking.write("server/b.py", 'gettext("One more")\n')
    assert speaking.gather() == ["de: not translated: 'One more'"]
    gathered = (speaking.folder / CATALOG).read_text()
    assert 'msgid "One more"' in gathered
    assert 'msgstr "Hallo %(name)s"' in gathered
    speaking.gather()
    assert (speaking.folder / CATALOG).read_text() == gathered, "nothing changes by itself"


def test_a_file_of_300_lines_passes_and_one_of_301_is_named(checkout: Checkout) -> None:
    checkout.write("server/short.py", "x = 1\n" * 300)
    checkout.write("static/css/long.css", "a {}\n" * 301)
    assert checkout.check("sizes.py") == ["static/css/long.css: 301 lines, 300 at most"]


def test_a_function_of_45_lines_passes_and_one_of_46_is_named(checkout: Checkout) -> None:
    body = "    x = 1\n"
    checkout.write("server/a.py", "def short():\n" + body * 44 + "\n\nasync def long():\n" + body * 45)
    assert checkout.check("sizes.py") == ["server/a.py:48: long has 46 lines, 45 at most"]


@pytest.mark.parametrize(
    "name", ["server/utils.py", "server/helpers/open.py", "templates/base.html", "static/js/common.js"]
)
def test_a_meaningless_name_is_reported(checkout: Checkout, name: str) -> None:
    checkout.write(name, "")
    (complaint,) = checkout.check("sizes.py")
    assert complaint.startswith(f"{name}: the name ")


def test_ignored_and_third_party_files_are_not_measured(checkout: Checkout) -> None:
    checkout.write(".gitignore", "static/vendor/\n")
    checkout.write("static/vendor/utils.js", "x\n" * 1000)
    checkout.write("docs/long.html", "x\n" * 1000)
    checkout.write("migrations/models/0_init.py", "x = 1\n" * 1000)
    assert checkout.check("sizes.py") == []


@pytest.mark.parametrize(
    "veiled",  # otherwise the check would find this file
    [
        "see |home|alice|notes",
        "PATH = '|root|.cache'",
        "C: is C:^Users^Alice",
        "index = https://pypi~org/simple",
        '"resolved": "https://registry.npmjs~org/x"',
    ],
)
def test_a_path_of_a_machine_or_the_address_of_a_registry_is_reported(
    checkout: Checkout, veiled: str
) -> None:
    text = veiled.replace("|", "/").replace("^", "\\").replace("~", ".")
    checkout.write("notes.txt", f"fine\n{text}\n")
    (complaint,) = checkout.check("places.py")
    assert complaint.startswith("notes.txt:2: ")


def test_addresses_that_only_look_like_a_path_of_a_machine_pass(checkout: Checkout) -> None:
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
