"""What the server says in the extension comes in the person's language, and no text of it is forgotten."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from server.alerts.notification_feed import SAID
from server.events import wording
from server.events.evidence_wording import HOURS_BEFORE, MINUTES_BEFORE, TEXTS, evidence_sentence
from server.events.models import Event, Finding
from server.lib import clock
from server.lib.language import ENGLISH, FOLDER, gaps, languages
from server.messages import return_wording
from server.messages.kinds import EventKind, VerdictKind
from server.messages.models import Return
from server.messages.replies_and_bounces import AUTOMATIC, BOUNCE, DELAY, REPLY
from server.verdicts.correlate import judge
from server.verdicts.evidence import Code, Evidence
from server.verdicts.hits import DECOY_URL
from server.verdicts.signatures import PROXIES
from tests.extension_api.paired import Extension, pair
from tests.extension_api.reading import GMAIL_PROXY, clicks, opens
from tests.verdicts.corpus import cases
from tests.world import World

SERVER = Path(__file__).parents[2] / "server"
FAILURES = [
    SERVER / each
    for each in ("google/failures.py", "google/gmail.py", "copies/deliver.py", "copies/cleanup.py")
]
TAGS = sorted(set(languages()) - {ENGLISH.tag})
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


def failures() -> set[str]:
    """What failures may say, in whole sentences."""
    found = {text for path in FAILURES for _, text in texts_in(path)}
    return {text for text in found if text.endswith(".") and " " in text}


def evidence() -> set[str]:
    """What evidence says, and what a gap is filled with out of a table."""
    texts = {text for code, text in TEXTS.items() if code != Code.VERBATIM}
    return texts | {MINUTES_BEFORE, HOURS_BEFORE} | {proxy.name for proxy in PROXIES}


def said_at_once() -> set[str]:
    """Every text that is given to `language.say` as it stands there."""
    trees = [ast.parse(path.read_text(encoding="utf-8")) for path in SERVER.rglob("*.py")]
    calls = [node for tree in trees for node in ast.walk(tree) if isinstance(node, ast.Call)]
    said = [call.args[0] for call in calls if ast.unparse(call.func) == "language.say"]
    return {str(text.value) for text in said if isinstance(text, ast.Constant)}


def said_by_name() -> set[str]:
    """What is looked up in a table of ours and then said."""
    verdicts = (*tuple(VerdictKind), "something new")
    fetched = product(
        ((EventKind.OPEN, ""), (EventKind.CLICK, URL), (EventKind.CLICK, DECOY_URL)), verdicts, (True, False)
    )
    events = [Event(kind=kind, url=url, verdict=said, counts=counts) for (kind, url), said, counts in fetched]
    titles = {wording.title_of(event) for event in events}
    people = {wording.verdict_words(each) for each in verdicts}
    machines = {wording.machine_called(each) for each in verdicts}
    return titles | people | machines | set(SAID.values()) | said_of_returns()


def said_of_returns() -> set[str]:
    """Why a mail came back, and what that means."""
    kinds = product((REPLY, AUTOMATIC, BOUNCE, DELAY), (False, True))
    meanings = {return_wording.returned_why(Return(kind=kind, lasting=lasting)) for kind, lasting in kinds}
    return meanings | {*return_wording._REASONS.values(), return_wording._REFUSED}


def test_the_tests_find_what_is_said() -> None:
    assert len(failures()) > 15
    assert len(said_at_once()) > 10


@pytest.mark.parametrize("tag", TAGS)
def test_every_failure_is_there_and_nothing_that_none_says(tag: str) -> None:
    assert {bare(text) for text in TABLES[tag]["failures"]} == {bare(text) for text in failures()}


@pytest.mark.parametrize("tag", TAGS)
def test_every_word_is_there_and_nothing_that_nobody_says(tag: str) -> None:
    assert set(TABLES[tag]["words"]) == said_at_once() | said_by_name() | evidence()


@pytest.mark.parametrize("tag", TAGS)
def test_a_table_has_the_gaps_of_english_and_no_empty_text(tag: str) -> None:
    assert set(TABLES[tag]) == {"decimal", "words", "failures"}
    for text, other in (TABLES[tag]["words"] | TABLES[tag]["failures"]).items():
        assert gaps(text) == gaps(other), text
        assert other.strip() == other != "", text


def test_whoever_has_the_extension_in_a_language_has_the_servers_words_in_it() -> None:
    """Another language is one file for each of them."""
    locales = SERVER.parent / "extension" / "_locales"
    assert {path.name.replace("_", "-") for path in locales.iterdir()} == set(languages())


@cache
def evidence_of_the_corpus() -> list[Evidence]:
    """With its programs, headers and networks."""
    verdicts = [verdict for case in cases() for verdict in judge(case.seen, case.about)]
    return [each for verdict in verdicts for each in verdict.evidence]


def test_every_code_has_its_words_and_nearly_all_are_seen_in_the_corpus() -> None:
    assert set(TEXTS) == set(Code)
    unseen = set(Code) - {each.code for each in evidence_of_the_corpus()}
    assert unseen <= {Code.HEADLESS, Code.VERBATIM, Code.BY_SCRIPT, Code.LEARNED_MACHINE}


@pytest.mark.parametrize("tag", TAGS)
def test_whatever_the_rules_say_is_told_in_it_with_its_values(tag: str) -> None:
    for each in evidence_of_the_corpus():
        told = evidence_sentence(each, languages()[tag])
        assert told != evidence_sentence(each), each
        assert "{" not in told
    late = evidence_sentence(Evidence(Code.SOON, {"seconds": 2.5}), languages()[tag])
    assert TABLES[tag]["decimal"].join("25") in late


@pytest.mark.parametrize("tag", TAGS)
def test_no_failure_is_taken_for_another(tag: str) -> None:
    for value in ("7", "It came", "“a” is (b). Later: c"):
        for text, other in TABLES[tag]["failures"].items():
            names = dict.fromkeys(gaps(text), value)
            assert languages()[tag].retold(text.format(**names)) == other.format(**names)


async def ask(extension: Extension, language: str, method: str, path: str, body: Any = None) -> Any:
    extension.language = language
    answer = await (extension.get(path) if method == "GET" else extension.post(path, body))
    assert answer.status_code == 200, await answer.get_data(as_text=True)
    return await answer.get_json()


async def test_a_timeline_is_told_in_german(place: World) -> None:
    message = await place.sends(place.alice, gmail_message_id="a1", links=[URL])
    await opens(place.alice, message.id, agent=GMAIL_PROXY)
    await clicks(place.alice, message.id, URL)
    await Event.filter(kind="open").update(undone_at=clock.now(), counts=False)
    extension = await pair(place, place.alice)
    told = await ask(extension, "de-AT,de;q=0.9,en;q=0.5", "POST", "/timelines", {"messages": ["a1"]})
    click, opened = told["timelines"]["a1"]["entries"]
    assert click["text"] == "Angeklickt: link 1"
    assert click["why"].startswith("Ein Mensch. Ein Browser oder Mailprogramm folgte dem Link unmittelbar")
    assert "Bildproxy von Gmail: Jemand hat sich die Nachricht in Gmail anzeigen lassen." in opened["why"]
    assert opened["why"].endswith("Das Senden wurde rückgängig gemacht, darum zählt es nicht.")


@pytest.mark.parametrize("language", ["", "en", "it,pt;q=0.5", "*", ";;q=x", "de" * 2000])
async def test_whoever_asks_for_none_of_them_is_told_in_english(place: World, language: str) -> None:
    """S4."""
    message = await place.sends(place.alice, gmail_message_id="a1")
    await opens(place.alice, message.id)
    told = await ask(await pair(place, place.alice), language, "POST", "/timelines", {"messages": ["a1"]})
    assert told["timelines"]["a1"]["entries"][0]["text"] == "Opened"


async def test_notices_marks_and_the_list_are_told_in_german(place: World) -> None:
    extension = await pair(place, place.alice)
    cursor = (await ask(extension, "de", "GET", "/notices"))["cursor"]
    team = "bob@sandbox.example,charlie@sandbox.example"
    alone = await place.sends(place.alice, gmail_thread_id="a1", links=[URL], subject="")
    shared = await place.sends(place.alice, to=team, gmail_thread_id="a2")
    await opens(place.alice, alone.id)
    await clicks(place.alice, alone.id, URL)
    await opens(place.alice, shared.id, agent=GMAIL_PROXY)
    told = await ask(extension, "de", "GET", f"/notices?after={cursor}")
    assert [each["text"] for each in told["notices"]] == [
        "Bob hat „(kein Betreff)“ geöffnet",
        "Bob hat in „(kein Betreff)“ auf link 1 geklickt",
        "Jemand von 2 Empfängern hat „Lunch on Friday?“ höchstwahrscheinlich geöffnet",
    ]
    marks = (await ask(extension, "de", "POST", "/marks", {"threads": ["a1", "a2"]}))["marks"]
    assert [marks[each]["recipients"] for each in ("a1", "a2")] == ["Bob", "Bob und 1 weitere Person"]
    feed = await ask(extension, "de", "GET", "/feed")
    assert {each["recipients"] for each in feed["messages"]} == {"Bob", "Bob und 1 weitere Person"}


async def test_what_an_older_server_has_stored_in_words_of_its_own_is_told_as_it_is(place: World) -> None:
    message = await place.sends(place.alice, gmail_message_id="a1")
    await opens(place.alice, message.id)
    await Finding.all().update(evidence=[["verbatim", {"text": "A rule of long ago said so."}]])
    told = await ask(await pair(place, place.alice), "fr", "POST", "/timelines", {"messages": ["a1"]})
    assert told["timelines"]["a1"]["entries"][0]["why"] == "Une personne. A rule of long ago said so."
