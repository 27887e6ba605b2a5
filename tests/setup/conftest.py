"""Makes the scripts in .ci/ importable by name."""

from __future__ import annotations

import importlib
from pathlib import Path
from types import ModuleType

import pytest

CI = Path(__file__).parents[2] / ".ci"


@pytest.fixture
def attempts(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return script(monkeypatch, "attempts")


@pytest.fixture
def closing(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return script(monkeypatch, "closing")


@pytest.fixture
def slices(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    return script(monkeypatch, "slices")


def script(monkeypatch: pytest.MonkeyPatch, name: str) -> ModuleType:
    monkeypatch.syspath_prepend(str(CI))
    return importlib.import_module(name)
