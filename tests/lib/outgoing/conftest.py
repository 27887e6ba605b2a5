"""Fixtures: an environment without proxies, and an authority for certificates that this machine trusts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.certificates import Authority, Certificate, new_authority


@pytest.fixture(autouse=True)
def plain_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """No proxy and no certificates are named, whatever the tests' own environment says."""
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def authority(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Authority:
    """A company's authority, which this machine trusts."""
    made = new_authority(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(made.path))
    return made


@pytest.fixture
def certificate(authority: Authority) -> Certificate:
    """The certificate of a server."""
    return authority.issues("far.example", "localhost", "127.0.0.1")
