"""The map lists every module with the first sentence of its docstring."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

CI = Path(__file__).parents[2] / ".ci"


@pytest.fixture
def modules(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The script of the check, in a project with two modules."""
    monkeypatch.syspath_prepend(str(CI))
    spec = importlib.util.spec_from_file_location("modules_check", CI / "modules.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "map.md").write_text(f"# Map\n\nProse.\n\n{module.BEGIN}\n")
    (tmp_path / "server" / "post").mkdir(parents=True)
    (tmp_path / "server" / "post" / "__init__.py").write_text('"""Letters."""\n')
    (tmp_path / "server" / "post" / "stamps.py").write_text(
        '"""Puts a stamp on every letter. And more,\nsaid later."""\n'
    )
    own = [Path("server/post/__init__.py"), Path("server/post/stamps.py")]
    monkeypatch.setattr(sys.modules["tree"], "own", lambda: own)
    return module


def test_every_module_is_listed_with_its_first_sentence(modules: ModuleType) -> None:
    assert modules.main([]) == 0
    said = Path("docs/map.md").read_text()
    assert said.startswith("# Map\n\nProse.")
    assert "### `server/post/`\n\nLetters." in said
    assert "| `stamps.py` | Puts a stamp on every letter. |" in said
    assert modules.main(["--check"]) == 0


def test_the_check_fails_when_a_modules_first_sentence_has_changed(
    modules: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    modules.main([])
    Path("server/post/stamps.py").write_text('"""Puts two stamps on it."""\n')
    assert modules.main(["--check"]) == 1
    assert "make map" in capsys.readouterr().out


def test_a_module_without_a_docstring_is_refused(
    modules: ModuleType, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("server/post/stamps.py").write_text("PRICE = 1\n")
    assert modules.main([]) == 1
    assert "stamps.py: does not say what it does" in capsys.readouterr().out
