"""Passwords that are easy to guess are refused with a reason; phrases and random passwords are accepted."""

from __future__ import annotations

import hashlib
import secrets
import string
import time
from pathlib import Path

import pytest

from server.accounts import breached, people, strength
from server.accounts.strength import easy_to_guess, own_words
from server.doctor.passwords import breached_passwords
from server.lib.user_error import UserError
from tests.accounts.conftest import PASSWORD
from tests.world import World, opened_world, settings_in

ALICE = own_words("track.meadow.example", "Alice Arnold", "alice.arnold@sandbox.example")
YEAR = 2026


@pytest.mark.parametrize(
    "password",
    [
        "aaaaaaaaaaaaaa", "abababababab", "1234567890", "qwertyuiop", "poiuytrewq", "abcdefghijkl",
        "password123", "P4ssw0rd!!", "Welcome2024!", "qwerty1234", "Summer2024!", "Sommer2026!",
        "Passwort123!", "Motdepasse2025", "azertyuiop1", "qwertzuiop!", "Frühling2025!", "1q2w3e4r5t",
        "1qaz2wsx3edc",
        "x1y" * 60, "a" * 200, "12/04/1987 ", "correcthorcorrecthor",
    ],
)  # fmt: skip
def test_a_password_that_is_easy_to_guess_is_refused(password: str) -> None:
    assert easy_to_guess(password, [], YEAR)


@pytest.mark.parametrize(
    "password",
    ["alice.arnold@sandbox.example", "Alice Arnold", "alice.arnold1!", "AliceArnold2026!", "sightline2025",
     "track.meadow.example", "Meadow2026!"],
)  # fmt: skip
def test_a_password_made_of_alices_own_words_is_refused(password: str) -> None:
    assert easy_to_guess(password, ALICE, YEAR)


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD, "correct horse battery", "kJ8#mQ2$vL", "пароль из слов", "🦊🦊 und 🐙 im Wald",
        "Grüße aus München an Tante Erna", "Mon vélo rouge dort sous la pluie", "Zebra Löffel Wolke Nagel",
        "Alice likes seven green bottles",
    ],
)  # fmt: skip
def test_a_phrase_or_a_random_password_is_accepted(password: str) -> None:
    assert easy_to_guess(password, ALICE, YEAR) is None


def test_passwords_from_a_manager_are_accepted() -> None:
    letters = string.ascii_letters + string.digits
    made = ["".join(secrets.choice(letters) for _ in range(16)) for _ in range(200)]
    assert [each for each in made if easy_to_guess(each, ALICE, YEAR)] == []


@pytest.mark.parametrize(
    "hostile",
    [
        "4@8({[</369&#!1/|0$5+7%2" * 9,
        "a" * 200,
        "1/1/20" * 40,
        "password" * 30,
        "qwertzxcvb" * 20,
        "4@8(" * 50,
    ],
)  # fmt: skip
def test_no_password_keeps_the_estimator_busy_for_long(hostile: str) -> None:
    """Without bounds the first one takes seconds, during which no other thread of the process can work."""
    easy_to_guess("the tables are read once", [], YEAR)
    began = time.thread_time()
    easy_to_guess(hostile[:200], ALICE, YEAR)
    assert time.thread_time() - began < 0.5


async def test_the_reason_says_what_is_weak_and_what_to_do_in_the_persons_language(empty: World) -> None:
    settings = empty.runtime.settings
    assert "at least 10" in (await strength.weakness("short", settings) or "")
    assert "at most 200" in (await strength.weakness("x1y" * 100, settings) or "")
    assert "close to a common one" in (await strength.weakness("Summer2024!", settings) or "")
    assert "years and dates" in (await strength.weakness("12/04/1987 ", settings) or "")
    assert "your name" in (await strength.weakness("QuillonOstrava1", settings, "Quillon Ostrava") or "")
    assert await strength.weakness(PASSWORD, settings) is None


async def test_an_account_with_a_common_password_is_not_added(world: World) -> None:
    with pytest.raises(UserError, match="easy to guess"):
        await people.add(world.runtime.settings, "dora@sandbox.example", "Dora", "qwerty1234")


async def test_alice_cannot_change_to_a_common_password(world: World) -> None:
    bob = await world.browser_of(world.bob)
    answer = await bob.post("/settings/password", {"password": "Summer2024!"})
    assert answer.status_code == 422
    assert "close to a common one" in (await answer.get_data()).decode()


def hashes(*passwords: str) -> list[str]:
    """Return the lines of a list of breached passwords, in order."""
    found = (hashlib.sha1(each.encode(), usedforsecurity=False).hexdigest().upper() for each in passwords)
    return [f"{each}:{number}" for number, each in enumerate(sorted(found), 1)]


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_exactly_the_passwords_of_the_list_are_found(tmp_path: Path, end: str) -> None:
    listed, path = [f"password {number}" for number in range(300)], tmp_path / "list.txt"
    path.write_bytes("".join(f"{line}{end}" for line in hashes(*listed)).encode())
    assert breached.trouble(path) is None
    assert all(breached.is_breached(path, each) for each in listed)
    assert not any(breached.is_breached(path, f"other {number}") for number in range(300))


async def test_a_breached_password_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "list.txt"
    path.write_text("\n".join(hashes("seven red bottles", "another one")))
    async with opened_world(tmp_path / "data", BREACHED_PASSWORDS=str(path)) as world:
        settings = world.runtime.settings
        assert "data breach" in (await strength.weakness("seven red bottles", settings) or "")
        assert await strength.weakness(PASSWORD, settings) is None


@pytest.mark.parametrize(
    ("lines", "words"),
    [
        (["password", "123456"], "not a list of SHA-1"),
        ([], "not a list of SHA-1"),
        (hashes("a", "b", "c")[::-1], "not ordered"),
        (None, "cannot be read"),
        (hashes("a", "b", "c"), ""),
    ],
)
async def test_the_doctor_finds_a_list_that_cannot_be_searched(
    tmp_path: Path, lines: list[str] | None, words: str
) -> None:
    path = tmp_path / "list.txt"
    if lines is not None:
        path.write_text("\n".join(lines))
    [found] = await breached_passwords(settings_in(tmp_path, BREACHED_PASSWORDS=str(path)))
    assert (found.colour, words in found.text) == ("red" if words else "green", True)
