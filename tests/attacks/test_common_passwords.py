"""Common passwords by the recipe of those who guess: none may be set."""

from __future__ import annotations

from itertools import permutations, product

from server.accounts.passwords import SHORTEST
from server.accounts.strength import easy_to_guess, own_words
from tests.faults.table import record

WORDS = (
    "Spring", "Summer", "Autumn", "Winter", "Sommer", "Herbst", "Frühling", "Printemps",
    "Automne", "Hiver", "January", "October", "Januar", "Oktober", "Janvier", "Octobre",
    "Welcome", "Passwort", "Password", "Willkommen", "Bonjour", "Motdepasse", "Admin", "Qwerty",
    "Azerty", "Qwertz", "Dragon", "Monkey", "Football", "Baseball", "Sunshine", "Princess",
    "Iloveyou", "Letmein",
)  # fmt: skip
ROWS = (
    "1234567890",
    "qwertyuiop",
    "asdfghjkl",
    "zxcvbnm",
    "qwertzuiop",
    "yxcvbnm",
    "azertyuiop",
    "qsdfghjklm",
)
PHRASES = (
    "blue herons read old maps", "seven green bottles", "der Hund frisst gern blaue Schuhe",
    "Morgens trinke ich kalten Kaffee", "le chat mange des crêpes au thon",
    "trois escargots dansent la valse",
    "kV9rTq2LmZx7", "w7#Lq!z0Rb", "fexqiz-Wyvgo0-hijdum",
)  # fmt: skip


def test_words_with_a_year_and_keyboard_walks_are_refused_and_phrases_are_not() -> None:
    """The list of 18 words that was here before accepted 1,392 of 1,608 such words, and 430 of 578 walks."""
    ends = [f"{year}{sign}" for year, sign in product(range(2020, 2027), ("", "!", "?", "."))]
    ends += ["123!", "1234", "12345", "123456"]
    mangled = [word + end for word, end in product(WORDS, ends)]
    walks = [first[:5] + second[:5] for first, second in permutations(ROWS, 2)]
    walks += [way + end for row in ROWS for way in (row, row[::-1]) for end in ("1", "12", "123", "!")]
    person = own_words("track.meadow.example", "Alice Arnold", "alice@sandbox.example")
    own = [word + end for word in ("alice", "Arnold", "alicearnold", "Sightline", "meadow") for end in ends]
    found = {}
    for kind, tried in {"mangled words": mangled, "walks": walks, "own words": own}.items():
        weak = [each for each in tried if len(each) >= SHORTEST]
        passed = [each for each in weak if easy_to_guess(each, person, 2026) is None]
        record(f"11.7 common passwords: {kind}", f"{len(weak)} tries", f"{len(passed)} accepted")
        found[kind] = len(passed) / len(weak)
    refused = [each for each in PHRASES if easy_to_guess(each, person, 2026)]
    record("11.7 good passwords", f"{len(PHRASES)} tries", f"{len(refused)} refused")
    assert max(found.values()) <= 0.02, found
    assert refused == []
