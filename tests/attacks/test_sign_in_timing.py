"""Charlie asks whether an address has an account, by how and how fast wrong passwords are answered."""

from __future__ import annotations

import random
import re
import statistics
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.attacks.guesser import BEHIND_PROXY, Answer, Guesser
from tests.faults.conftest import UNLIMITED
from tests.faults.table import FULL, amount, busy, record
from tests.faults.visitor import PASSWORD
from tests.serving import Server

PEOPLE = {"alice": "has sessions", "bobby": "never signed in", "dorah": "disabled"}
_VARIES = re.compile(r"^(date|set-cookie|retry-after|content-length): .*$", re.MULTILINE)
_Z = 3.3  # a difference by chance in one of a thousand runs, if there are many pairs
UNSURE = 0.001  # seconds: with few pairs, the standard error itself is uncertain


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """Run `sightline serve` with Alice, Bobby and Dorah, who is disabled."""
    folder: Path = tmp_path_factory.mktemp("timing")
    with Server(folder / "data", {**BEHIND_PROXY, **UNLIMITED}) as running:
        for name in PEOPLE:
            role = "owner" if name == "alice" else "member"
            running.run("user", "add", f"{name}@sandbox.example", "--role", role, "--password", PASSWORD)
        running.run("user", "disable", "dorah@sandbox.example")
        yield running


@pytest.mark.parametrize("throttled", [False, True], ids=["checked", "slowed down"])
@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.timeout(600)
async def test_an_account_answers_like_an_unknown_address(server: Server, name: str, throttled: bool) -> None:
    """Both are asked in random order, right after each other, so that both meet the same load."""
    charlie = Guesser(server).opened()
    if name == "alice":
        assert (await charlie.guess("alice@sandbox.example", PASSWORD, "198.51.100.1")).status == 303
    known = f"{name}@sandbox.example"
    address = f"203.0.113.{[*PEOPLE].index(name) + 1}"
    differences, tries = list[float](), 0
    while len(differences) < amount(40 if throttled else 20, 1000):
        tries += 1
        if not throttled and tries % 40 == 0:
            restart(server)  # it forgets the tries, of which an account has fifty
        unknown = f"{tries:05}@sandbox.example"
        place = address if throttled else f"10.{tries // 250}.{tries % 250}.7"
        asked = random.sample([known, unknown], 2)
        answers = {each: await charlie.guess(each, "a wrong guess", place) for each in asked}
        if any(answer.status != (429 if throttled else 403) for answer in answers.values()):
            assert throttled, answers  # the limit has not begun, or one try was allowed
            continue
        differences.append(answers[known].seconds - answers[unknown].seconds)
        texts = {shape(answer, email) for email, answer in answers.items()}
        assert len(texts) == 1, "status, headers and text are the same"
    middle, error = median_with_error(differences)
    record(
        f"11.8 {PEOPLE[name]}, {'slowed down' if throttled else 'checked'}",
        f"{len(differences)} pairs",
        f"{middle * 1000:+.2f} ms, standard error {error * 1000:.2f} ms "
        f"(a difference of {_Z * error * 1000:.2f} ms would show)",
    )
    assert abs(middle) <= max(_Z * error, 0.0 if FULL else UNSURE * busy())


def restart(server: Server) -> None:
    """Stop the server and start it again."""
    server.stop()
    server.start()


def shape(answer: Answer, email: str) -> str:
    """Return everything of an answer but what differs between any two answers."""
    text = re.sub(r'name="csrf" value="[^"]*"', "", answer.body).replace(email, "")
    text = re.sub(r"Try again in \d+ (second|minute)s?", "", text)
    return f"{_VARIES.sub('', answer.head)}{text}"


def median_with_error(values: list[float]) -> tuple[float, float]:
    """Return the median and its standard error, by 400 samples drawn with replacement (bootstrap)."""
    medians = [statistics.median(random.choices(values, k=len(values))) for _ in range(400)]
    return statistics.median(values), max(statistics.stdev(medians), 1e-6)
