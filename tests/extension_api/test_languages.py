"""What the server says in the extension comes in the person's language, and no text of it is forgotten."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from server.events.models import Event
from server.lib import clock, i18n
from server.lib.language import FOLDER, TENTHS, gaps, languages
from server.verdicts.correlate import judge
from server.verdicts.signatures import PROXIES
from tests.extension_api.paired import Extension, pair
from tests.extension_api.reading import GMAIL_PROXY, clicks, opens
from tests.verdicts.corpus import cases
from tests.world import World

SERVER = Path(__file__).parents[2] / "server"
RULES = (*sorted((SERVER / "verdicts" / "rules").glob("*.py")), SERVER / "verdicts" / "signs.py")
FAILURES = ("google/failures.py", "google/gmail.py", "copies/deliver.py", "copies/cleanup.py")
EVIDENCE = (*RULES, *(SERVER / each for each in FAILURES))
TAGS = sorted(languages())
TABLES = {tag: json.loads((FOLDER / f"{tag}.json").read_text(encoding="utf-8")) for tag in TAGS}
URL = "https://example.com/menu"


def bare(text: str) -> str:
    """A text whose gaps have no names."""
    return re.sub(r"\{\w*\}", "{}", text)


def texts_in(path: Path) -> Iterator[tuple[ast.AST, str]]:
    """Each text that is written in a file, with its gaps, and where; docstrings are none."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    nodes = list(ast.walk(tree))
    inner = {id(part) for node in nodes if isinstance(node, ast.JoinedStr) for part in node.values}
    inner |= {id(node.value) for node in nodes if isinstance(node, ast.Expr)}
    for node in nodes:
        if id(node) in inner:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, node.value
        elif isinstance(node, ast.JoinedStr):
            parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
            yield node, "".join(str(part) for part in parts)


def evidence() -> set[str]:
    """What rules and failures may say: whole sentences, and what a gap is filled with out of a table."""
    found = {text for path in EVIDENCE for _, text in texts_in(path)}
    sentences = {text for text in found if text.endswith(".") and " " in text}
    return sentences | {proxy.name for proxy in PROXIES}


def test_the_tests_find_what_is_said() -> None:
    assert len(evidence()) > 50


@pytest.mark.parametrize("tag", TAGS)
def test_every_evidence_is_there_and_nothing_that_no_rule_says(tag: str) -> None:
    assert {bare(text) for text in TABLES[tag]["evidence"]} == {bare(text) for text in evidence()}


@pytest.mark.parametrize("tag", TAGS)
def test_a_table_has_the_gaps_of_english_and_no_empty_text(tag: str) -> None:
    assert set(TABLES[tag]) == {"decimal", "evidence"}
    for text, other in TABLES[tag]["evidence"].items():
        assert gaps(text) == gaps(other), text
        assert other.strip() == other != "", text


def test_whoever_has_the_extension_in_a_language_has_the_servers_words_in_it() -> None:
    """Another language is one file for each of them."""
    locales = SERVER.parent / "extension" / "_locales"
    assert {path.name for path in locales.iterdir()} == set(i18n.languages())
    assert set(languages()) == set(i18n.languages()) - {i18n.ENGLISH}


@cache
def said_of_the_corpus() -> frozenset[str]:
    """With its programs, headers and networks."""
    verdicts = [verdict for case in cases() for verdict in judge(case.seen, case.about)]
    return frozenset(sentence for verdict in verdicts for sentence in verdict.sentences)


@pytest.mark.parametrize("tag", TAGS)
def test_whatever_the_rules_say_is_told_in_it_with_its_values(tag: str) -> None:
    assert len(said_of_the_corpus()) > 100
    for sentence in said_of_the_corpus():
        told = languages()[tag].retold(sentence)
        assert told != sentence, sentence
        assert "{" not in told
    late = languages()[tag].retold("It came 2.5 s after sending.")
    assert TABLES[tag]["decimal"].join("25") in late
    assert TENTHS in gaps("It came {seconds} s after sending.")


@pytest.mark.parametrize("tag", TAGS)
def test_no_sentence_is_taken_for_another(tag: str) -> None:
    for value in ("7", "It came", "“a” is (b). Later: c"):
        for text, other in TABLES[tag]["evidence"].items():
            names = {gap: "7" if gap == TENTHS else value for gap in gaps(text)}
            assert languages()[tag].retold(text.format(**names)) == other.format(**names)


async def ask(extension: Extension, language: str, method: str, path: str, body: Any = None) -> Any:
    extension.language = language
    answer = await (extension.get(path) if method == "GET" else extension.post(path, body))
    assert answer.status_code == 200, await answer.get_data(as_text=True)
    return await answer.get_json()


async def test_a_timeline_is_told_in_german(place: World) -> None:
    message = await place.sends(place.alice, gmail_id="a1", links=[URL])
    await opens(place.alice, message.id, agent=GMAIL_PROXY)
    await clicks(place.alice, message.id, URL)
    await Event.filter(kind="open").update(undone_at=clock.now(), counts=False)
    extension = await pair(place, place.alice)
    told = await ask(extension, "de-AT,de;q=0.9,en;q=0.5", "POST", "/timelines", {"messages": ["a1"]})
    click, opened = told["timelines"]["a1"]["entries"]
    assert click["text"] == "Angeklickt: link 1"
    assert click["why"].startswith("Ein Mensch. Ein Browser oder Mailprogramm folgte dem Link unmittelbar")
    assert "Bildproxy von Gmail: Jemand hat sich die Nachricht in Gmail anzeigen lassen." in opened["why"]
    assert opened["why"].endswith("Sie haben das Senden rückgängig gemacht, darum zählt das nicht.")


@pytest.mark.parametrize("language", ["", "en", "it,pt;q=0.5", "*", ";;q=x", "de" * 2000])
async def test_whoever_asks_for_none_of_them_is_told_in_english(place: World, language: str) -> None:
    """S4."""
    message = await place.sends(place.alice, gmail_id="a1")
    await opens(place.alice, message.id)
    told = await ask(await pair(place, place.alice), language, "POST", "/timelines", {"messages": ["a1"]})
    assert told["timelines"]["a1"]["entries"][0]["text"] == "Opened"


async def test_notices_marks_and_the_list_are_told_in_german(place: World) -> None:
    extension = await pair(place, place.alice)
    cursor = (await ask(extension, "de", "GET", "/notices"))["cursor"]
    team = "bob@sandbox.example,charlie@sandbox.example"
    alone = await place.sends(place.alice, thread_id="a1", links=[URL], subject="")
    shared = await place.sends(place.alice, to=team, thread_id="a2")
    await opens(place.alice, alone.id)
    await clicks(place.alice, alone.id, URL)
    await opens(place.alice, shared.id, agent=GMAIL_PROXY)
    told = await ask(extension, "de", "GET", f"/notices?after={cursor}")
    assert [each["text"] for each in told["notices"]] == [
        "Bob hat „(kein Betreff)“ geöffnet",
        "Bob hat in „(kein Betreff)“ auf link 1 geklickt",
        "Einer der 2 Empfänger hat „Lunch on Friday?“ höchstwahrscheinlich geöffnet",
    ]
    marks = (await ask(extension, "de", "POST", "/marks", {"threads": ["a1", "a2"]}))["marks"]
    assert [marks[each]["recipients"] for each in ("a1", "a2")] == ["Bob", "Bob und 1 weitere Person"]
    feed = await ask(extension, "de", "GET", "/feed")
    assert {each["recipients"] for each in feed["messages"]} == {"Bob", "Bob und 1 weitere Person"}


async def test_what_an_older_server_has_stored_in_words_of_its_own_is_told_as_it_is(place: World) -> None:
    message = await place.sends(place.alice, gmail_id="a1")
    await opens(place.alice, message.id)
    await Event.all().update(evidence=["A rule of long ago said so."])
    told = await ask(await pair(place, place.alice), "fr", "POST", "/timelines", {"messages": ["a1"]})
    assert told["timelines"]["a1"]["entries"][0]["why"] == "Une personne. A rule of long ago said so."
