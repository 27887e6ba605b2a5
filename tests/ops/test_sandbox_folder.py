"""A sandbox whose files belong to somebody else is refused in one sentence, before its process starts."""

from __future__ import annotations

import os
import pwd
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from server import sandbox_process
from server.lib.config import ConfigError
from server.settings import load


@pytest.fixture
def data() -> Iterator[Path]:
    """A data folder whose sandbox was made by root, for a process of another user."""
    before = os.geteuid()
    with tempfile.TemporaryDirectory(prefix="sightline-sandbox-") as name:  # which all may enter
        Path(name).chmod(0o755)
        folder = Path(name) / "data" / "sandbox"
        folder.mkdir(parents=True)
        folder.parent.chmod(0o755)
        folder.chmod(0o755 if before == 0 else 0o500)
        if before == 0:
            os.seteuid(pwd.getpwnam("nobody").pw_uid)
        try:
            yield Path(name) / "data"
        finally:
            os.seteuid(before)
            folder.chmod(0o700)


def test_a_sandbox_of_somebody_else_is_named_with_what_to_do(
    data: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    settings = load({"SIGHTLINE_DATA": str(data)})
    with (
        pytest.raises(ConfigError, match=f"^{data}/sandbox cannot be written by this user. Let the owner"),
        sandbox_process.beside(settings),
    ):
        pass
    assert capfd.readouterr().err == ""
