"""People are added, listed, disabled, enabled and given new passwords from the command line."""

from __future__ import annotations

from time import process_time

import pytest

from server.accounts import people
from server.accounts.models import Account, PairedBrowser, Session
from server.accounts.trust import Reason, TrustEnded
from server.lib import clock
from server.lib.user_error import UserError
from tests.accounts.conftest import PASSWORD
from tests.accounts.walker import Walker
from tests.world import World

NEW = "eleven blue kettles"


async def test_the_owner_adds_dora_and_she_can_sign_in(world: World) -> None:
    """Covers 181."""
    dora = await people.add(world.runtime.settings, "Dora@sandbox.example", "Dora", PASSWORD)
    assert (dora.email, dora.role) == ("dora@sandbox.example", "member")
    assert (await Walker(world).sign_in(dora.email, PASSWORD)).status == 303
    assert [person.email for person in await people.list_people()][-1] == dora.email


async def test_a_person_without_a_password_cannot_sign_in_with_an_empty_password(world: World) -> None:
    dora = await people.add(world.runtime.settings, "dora@sandbox.example", "", None)
    assert dora.name == "dora"
    assert (await Walker(world).sign_in(dora.email, "")).status == 403


@pytest.mark.parametrize(
    ("email", "password", "says"),
    [
        ("alice@sandbox.example", PASSWORD, "already has an account"),
        ("ALICE@sandbox.example", PASSWORD, "already has an account"),
        ("not an address", PASSWORD, "isn’t a valid email address"),
        ("a@b\r\nBcc: c@d", PASSWORD, "isn’t a valid email address"),
        ("dora@sandbox.example", "short", "at least 10 characters"),
        ("dora@sandbox.example", "", "at least 10 characters"),
    ],
)
async def test_nobody_is_added_with_a_taken_or_invalid_address_or_a_weak_password(
    world: World, email: str, password: str, says: str
) -> None:
    with pytest.raises(UserError, match=f"(?i){says}"):
        await people.add(world.runtime.settings, email, "Dora", password)
    assert await Account.all().count() == 3


async def test_the_only_owner_cannot_be_disabled(world: World) -> None:
    with pytest.raises(UserError, match="only owner"):
        await people.disable(world.alice.email)
    await people.add(world.runtime.settings, "dora@sandbox.example", "Dora", PASSWORD, "owner")
    assert (await people.disable(world.alice.email)).email == world.alice.email


async def test_disabling_an_unknown_address_is_refused(world: World) -> None:
    with pytest.raises(UserError, match="Nobody here has the address"):
        await people.disable("nobody@sandbox.example")


async def test_alice_who_forgot_her_password_gets_a_new_one_and_whoever_was_signed_in_is_signed_out(
    world: World, alice: Account
) -> None:
    intruder = Walker(world)
    await intruder.sign_in(alice.email, PASSWORD)
    await PairedBrowser.create(account=alice, token_lookup="1", created_at=clock.now())
    bob = await world.browser_of(world.bob)
    named, ended = await people.set_password(world.runtime.settings, " ALICE@sandbox.example ", NEW)
    assert (named.id, ended) == (alice.id, TrustEnded(1, 1))
    assert not await intruder.is_signed_in()
    assert (await bob.get("/settings")).status_code == 200
    assert {each.revoked_for for each in await Session.filter(account_id=alice.id)} == {
        Reason.PASSWORD_CHANGED
    }
    assert (await PairedBrowser.get()).revoked_for == Reason.PASSWORD_CHANGED
    assert (await Walker(world).sign_in(alice.email, PASSWORD)).status == 403
    assert (await Walker(world).sign_in(alice.email, NEW)).status == 303


@pytest.mark.parametrize(
    ("email", "password", "says"),
    [
        ("alice@sandbox.example", "", "at least 10 characters"),
        ("alice@sandbox.example", "1234567890", "easy to guess"),
        ("alice@sandbox.example", "alice@sandbox.example", "easy to guess"),
        ("nobody@sandbox.example", NEW, "Nobody here has the address"),
        ("unclaimed@localhost", NEW, "Nobody here has the address"),
    ],
)
async def test_a_weak_password_and_an_unknown_person_change_nothing(
    world: World, alice: Account, email: str, password: str, says: str
) -> None:
    await world.joins("unclaimed", people.UNCLAIMED, email="unclaimed@localhost")
    await Walker(world).sign_in(alice.email, PASSWORD)
    before = await Account.all().order_by("id").values_list("password_hash", flat=True)
    with pytest.raises(UserError, match=f"(?i){says}"):
        await people.set_password(world.runtime.settings, email, password)
    assert await Account.all().order_by("id").values_list("password_hash", flat=True) == before
    assert await Session.filter(revoked_at=None).count() == 1


def test_account_prefixes_are_unique_and_consist_of_eight_lower_case_letters_or_digits() -> None:
    prefixes = {people.new_prefix() for _ in range(1000)}
    assert len(prefixes) == 1000
    assert all(len(prefix) == 8 and prefix.isascii() and prefix.isalnum() for prefix in prefixes)
    assert all(prefix == prefix.lower() for prefix in prefixes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("  Alice   Arnold ", "Alice Arnold"),
        ("Alice\r\nBcc: all@b.example", "Alice Bcc: all@b.example"),
        ("A\x00l\x1bice", "Alice"),
        ("Zoë 👩\u200d🚀", "Zoë 👩\u200d🚀"),
    ],
)
def test_a_name_is_a_single_line_without_control_characters(text: str, expected: str) -> None:
    """Covers S10."""
    assert people.clean_name(text) == expected


def test_a_name_with_a_hundred_thousand_marks_is_cleaned_at_once() -> None:
    """The marks on one letter are put in order in a time that grows with the square of their number."""
    began = process_time()
    cleaned = people.clean_name("a" + "\u0301\u0327" * 50_000)
    assert process_time() - began < 0.5  # seconds; without a limit it takes three
    assert len(cleaned) < 5


def test_a_name_that_is_too_long_is_not_cut_to_one_that_fits() -> None:
    assert len(people.clean_name("Alice " * 1000)) > people.NAME_LENGTH
