"""The check of names refuses duplicate class names and names that the glossary has replaced."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

CHECK = Path(__file__).parents[2] / ".ci" / "names.py"
GLOSSARY = """
| word | meaning | before |
| --- | --- | --- |
| overflow (`Overflow`) | hits beyond a rate | `Excess`, `TurnedAway` |
| recipient (`Recipient`) | who a mail goes to | `Reader` |
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


def test_the_glossary_itself_is_read(names: ModuleType) -> None:
    former = names.former_names((CHECK.parents[1] / "docs" / "glossary.md").read_text())
    assert len(former) > 20
