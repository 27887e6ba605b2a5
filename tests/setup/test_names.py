"""The check of names refuses duplicate class names, and all names that the glossary has replaced."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

CHECK = Path(__file__).parents[2] / ".ci" / "names.py"
GLOSSARY = """
| word | meaning | before |
| --- | --- | --- |
| overflow (`Overflow`) | hits beyond a rate | `Excess`, `TurnedAway`, `excess`, `excess_opens` |
| recipient (`Recipient`) | who a mail goes to | `Reader`, `readers` |
| image blocking | no picture is loaded there | `outlook` |
"""


@pytest.fixture(scope="module")
def names() -> ModuleType:
    spec = importlib.util.spec_from_file_location("names_check", CHECK)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_class_name_in_two_modules_is_refused(names: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("class Reader:\n    class Meta: ...\n\nclass _Own: ...\n")
    (tmp_path / "b.py").write_text("\nclass Reader:\n    class Meta: ...\n\nclass _Own: ...\n")
    (complaint,) = names.twice(names.defined(tmp_path))
    assert "a.py:1" in complaint
    assert "b.py:2" in complaint
    assert "Reader" in complaint


def test_a_name_that_the_glossary_has_replaced_is_refused(names: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text("class TurnedAway: ...\n\nclass Overflow: ...\n")
    (complaint,) = names.replaced(names.defined(tmp_path), names.former_names(GLOSSARY))
    assert "TurnedAway is now called overflow" in complaint


@pytest.mark.parametrize(
    ("module", "line", "name"),
    [
        ("messages/models.py", "class Overflow:\n    class Meta:\n        table = 'excess'", "excess"),
        ("messages/models.py", "class Message:\n    excess_opens = 0", "excess_opens"),
        ("extension/api/copies.py", "class CopiesBody:\n    readers: list[str]", "readers"),
        ("extension/api/feed.py", "answer = {'id': 1, 'readers': 3}", "readers"),
        ("extension/api/__init__.py", "ROUTES = (('POST', '/outlook', 'show'),)", "outlook"),
    ],
)
def test_a_former_name_that_is_stored_or_sent_is_refused(
    names: ModuleType, tmp_path: Path, module: str, line: str, name: str
) -> None:
    path = tmp_path / module
    path.parent.mkdir(parents=True)
    path.write_text(line)
    (complaint,) = names.replaced(names.stored_and_sent(tmp_path), names.former_names(GLOSSARY))
    assert f": {name} is now called" in complaint
    path.rename(path.with_name("elsewhere.py") if "models" in module else tmp_path / "elsewhere.py")
    assert not [*names.replaced(names.stored_and_sent(tmp_path), names.former_names(GLOSSARY))]


def test_a_former_name_in_a_type_of_the_extension_is_refused(names: ModuleType, tmp_path: Path) -> None:
    (tmp_path / "copies.ts").write_text("export type Saved = {\n  readonly readers?: string[];\n};\n")
    (complaint,) = names.replaced(names.shaped(tmp_path), names.former_names(GLOSSARY))
    assert "copies.ts:2: readers is now called recipient" in complaint


def test_the_check_finds_the_names_that_sightline_stores_and_sends(
    names: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(CHECK.parents[1])
    assert {"overflow", "overflow_opens", "correction", "image-blocking"} <= names.stored_and_sent().keys()
    assert {"recipient_count", "view_time"} <= names.shaped().keys()


def test_more_than_twenty_former_names_are_found_in_the_glossary(names: ModuleType) -> None:
    former = names.former_names((CHECK.parents[1] / "docs" / "glossary.md").read_text())
    assert len(former) > 20
