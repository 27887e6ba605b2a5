"""Which tests `make test PART=…` runs, in a small checkout: letters import mail, and pages import letters."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

FILES = {
    "server/mail/__init__.py": "",
    "server/letters/__init__.py": "",
    "server/letters/write.py": "from server.mail import transport",
    "server/pages/__init__.py": "",
    "server/pages/show.py": "import server.letters.write",
    "server/app.py": "from server.mail import transport\nfrom server.pages import show",
    "tests/world.py": "from server import app\nfrom server.letters import write",
    "tests/mail/test_send.py": "from tests.world import World",
    "tests/letters/test_write.py": "from tests.world import World",
    "tests/pages/test_show.py": "from tests.world import World",
    "tests/pages_api/test_ask.py": "from tests.world import World",
    "tests/pages/test_quick.py": "",
    "tests/faults/post.py": "from server.letters.write import Letter",
    "tests/faults/test_lost.py": "from tests.faults.post import Letter",
    "tests/faults/test_cut.py": "from tests.world import World",
    "tests/browser/conftest.py": "from tests.browser.driving.stage import stage",
    "tests/browser/driving/stage.py": 'from tests.serving import ROOT\nBUILT = ROOT / "pages" / "dist"',
    "tests/browser/test_click.py": "",
    "tests/vectors/make.py": "from server.letters import write",
}
Asked = Callable[[str], list[str]]


@pytest.fixture
def asked(slices: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Asked:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    monkeypatch.setattr(slices, "ROOT", tmp_path)
    return lambda part: list(slices.paths(slices.wanted(part)))


def test_a_part_includes_the_slices_and_tests_that_import_it(asked: Asked) -> None:
    assert asked("letters") == [
        "tests/faults/test_lost.py",
        "tests/letters",
        "tests/pages",
        "tests/pages_api",
    ]


def test_a_part_does_not_include_the_slices_that_it_imports(asked: Asked) -> None:
    assert "tests/mail" not in asked("letters")


def test_a_part_includes_tests_in_a_browser_that_use_the_part(asked: Asked) -> None:
    assert asked("pages") == ["tests/browser/test_click.py", "tests/pages", "tests/pages_api"]


def test_a_folder_of_tests_is_a_part(asked: Asked) -> None:
    assert asked("faults") == ["tests/faults"]


def test_a_run_of_several_parts_runs_each_test_once(asked: Asked) -> None:
    assert asked("faults, letters") == ["tests/faults", "tests/letters", "tests/pages", "tests/pages_api"]


def test_a_run_without_a_named_part_runs_all_tests(asked: Asked) -> None:
    folders = ("browser", "faults", "letters", "mail", "pages", "pages_api")
    assert asked("") == [f"tests/{folder}" for folder in folders]


def test_an_unknown_part_is_refused_with_the_list_of_parts(asked: Asked) -> None:
    with pytest.raises(ValueError, match=r"no part is called mails or vectors; there are .*, mail, pages"):
        asked("mails vectors letters")
