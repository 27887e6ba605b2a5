"""Stored secrets are sealed, and open only with their key and for their owner."""

from pathlib import Path

import pytest

from server.lib.keys.secret_files import secret_file
from server.lib.keys.vault import Vault, VaultError


def test_a_sealed_secret_opens_only_for_its_owner(tmp_path: Path) -> None:
    """Covers 25."""
    vault = Vault(secret_file(tmp_path / "vault.key"))
    sealed = vault.seal("a refresh token", "gmail-grant:1")
    assert b"refresh" not in sealed
    assert Vault(secret_file(tmp_path / "vault.key")).open(sealed, "gmail-grant:1") == "a refresh token"
    with pytest.raises(VaultError):
        vault.open(sealed, "gmail-grant:2")


def test_a_sealed_secret_with_one_flipped_bit_does_not_open(tmp_path: Path) -> None:
    vault = Vault(secret_file(tmp_path / "vault.key"))
    sealed = vault.seal("a refresh token", "x")
    for place in range(len(sealed)):
        damaged = bytearray(sealed)
        damaged[place] ^= 1
        with pytest.raises(VaultError):
            vault.open(bytes(damaged), "x")


def test_a_sealed_secret_does_not_open_with_another_key(tmp_path: Path) -> None:
    sealed = Vault(secret_file(tmp_path / "one.key")).seal("a refresh token", "x")
    with pytest.raises(VaultError):
        Vault(secret_file(tmp_path / "two.key")).open(sealed, "x")
