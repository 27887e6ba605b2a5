"""Which passwords are accepted, and how they are stored."""

from __future__ import annotations

from typing import Literal

import pytest
from argon2 import Parameters, PasswordHasher, extract_parameters

from server.accounts import passwords
from server.accounts.models import Account
from tests.accounts.conftest import PASSWORD
from tests.accounts.walker import Walker
from tests.world import World


async def verify(kept: str | None, given: str) -> bool:
    """Whether `given` is the password hashed in `kept`."""

    async def look_up() -> str | None:
        return kept

    return await passwords.verify(look_up, given, "203.0.113.9")


async def test_passwords_are_stored_as_argon2id_hashes_with_at_least_the_required_cost() -> None:
    """Covers 179; m >= 19456, t >= 2, p = 1."""
    kept = await passwords.hashed(PASSWORD)
    cost = extract_parameters(kept)
    assert (cost.type.name, cost.parallelism) == ("ID", 1)
    assert cost.memory_cost >= 19456
    assert cost.time_cost >= 2
    assert len(kept) <= 255
    assert await verify(kept, PASSWORD)
    assert not await verify(kept, PASSWORD + " ")


async def test_the_same_letters_in_another_unicode_form_are_the_same_password() -> None:
    kept = await passwords.hashed("Gr\u00fc\u00dfe aus M\u00fcnchen")
    assert await verify(kept, "Gru\u0308\u00dfe aus Mu\u0308nchen")


async def test_a_wrong_password_costs_as_much_hashing_for_an_unknown_address_as_for_a_known_one(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The test compares the computed hashes, because measured seconds would depend on the machine."""
    kept = await passwords.hashed(PASSWORD)
    done: list[Parameters] = []

    class Counting(PasswordHasher):
        def hash(self, password: str | bytes, *, salt: bytes | None = None) -> str:
            made = super().hash(password, salt=salt)
            done.append(extract_parameters(made))
            return made

        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:  # noqa: A002
            done.append(extract_parameters(str(hash)))
            return super().verify(hash, password)

    monkeypatch.setattr(passwords, "_hasher", Counting.from_parameters(extract_parameters(kept)))

    async def work(hash_: str | None) -> list[Parameters]:
        done.clear()
        assert not await verify(hash_, "wrong")
        return [*done]

    await work(None)  # what is made only once exists by now
    assert await work(None) == await work(kept) == [extract_parameters(kept)]


async def test_no_password_matches_a_damaged_or_missing_hash() -> None:
    assert not await verify("not a hash", "x")
    assert not await verify("", "")
    assert not await verify(None, "")


async def test_an_outdated_hash_is_renewed_at_sign_in(world: World, alice: Account) -> None:
    older = PasswordHasher(time_cost=1, memory_cost=8192, parallelism=1).hash(PASSWORD)
    await Account.filter(id=alice.id).update(password_hash=older)
    assert (await Walker(world).sign_in(alice.email, PASSWORD)).status == 303
    await alice.refresh_from_db()
    assert alice.password_hash
    assert not passwords.outdated(alice.password_hash)
