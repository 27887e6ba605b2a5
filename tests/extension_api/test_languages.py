"""All server texts in the extension are in the person's language."""

from __future__ import annotations

import re
from datetime import timedelta
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from server.events.evidence_wording import PROXY_NAMES, TEXTS, evidence_sentence
from server.events.models import Event, Finding
from server.lib import clock, i18n
from server.verdicts.correlate import judge
from server.verdicts.evidence import Code, Evidence
from server.verdicts.proxies import ANY, PROXIES
from tests.extension_api.paired import Extension, pair
from tests.extension_api.reading import GMAIL_PROXY, clicks, opens
from tests.verdicts.corpus import cases
from tests.world import World

LOCALES = Path(__file__).parents[2] / "extension" / "_locales"
TAGS = sorted(set(i18n.languages()) - {i18n.ENGLISH})
URL = "https://example.com/menu"
RULES_TESTS = Path(__file__).parents[1] / "verdicts"


def test_every_language_of_the_extension_is_a_language_of_the_server() -> None:
    """A new language has to be added to both."""
    assert {path.name for path in LOCALES.iterdir()} == set(i18n.languages())


@cache
def evidence_of_the_corpus() -> list[Evidence]:
    """The evidence of the corpus with its programs, headers and networks."""
    verdicts = [verdict for case in cases() for verdict in judge(case.observed, case.about)]
    return [each for verdict in verdicts for each in verdict.evidence]


def test_every_evidence_code_has_a_text_and_occurs_in_the_corpus_or_in_a_test_of_the_rules() -> None:
    assert set(TEXTS) == set(Code) - {Code.VERBATIM}
    assert set(PROXY_NAMES) == {proxy.key for proxy in (*PROXIES, ANY)}
    unseen = set(Code) - {each.code for each in evidence_of_the_corpus()}
    tests = "".join(path.read_text("utf-8") for path in RULES_TESTS.glob("test_*.py"))
    tried = {code for code in unseen if f"Code.{code.name}" in tests or f'"{code}"' in tests}
    assert unseen - tried <= {Code.VERBATIM, Code.PACE}


def sample(code: Code) -> Evidence:
    """Evidence of this code, with a value for each name in its text."""
    names = re.findall(r"%\((\w+)\)s", TEXTS[code])
    if "proxy" in names:
        return Evidence(code, {"proxy": "gmail"})
    return Evidence(code, {name: 2.5 if name == "seconds" else name.upper() for name in names})


@pytest.mark.parametrize("tag", TAGS)
def test_all_evidence_is_worded_in_every_language_and_includes_its_values(tag: str) -> None:
    samples = [sample(code) for code in TEXTS]
    for each in (*samples, *evidence_of_the_corpus()):
        with i18n.speaking(tag):
            sentence = evidence_sentence(each)
        assert sentence != evidence_sentence(each), each
        assert "%(" not in sentence
        if each in samples and each.code != Code.BEFORE_SENDING:
            shown = {"2,5" if value == 2.5 else str(value) for value in each.values.values()} - {"gmail"}
            assert all(value in sentence for value in shown), each
    with i18n.speaking(tag):
        assert "2,5" in evidence_sentence(Evidence(Code.SOON, {"seconds": 2.5}))


async def ask(extension: Extension, language: str, method: str, path: str, body: Any = None) -> Any:
    extension.language = language
    answer = await (extension.get(path) if method == "GET" else extension.post(path, body))
    assert answer.status_code == 200, await answer.get_data(as_text=True)
    return await answer.get_json()


async def test_a_timeline_is_in_german(world: World) -> None:
    message = await world.sends(world.alice, gmail_id="a1", links=[URL])
    await opens(world.alice, message.id, clock.now() - timedelta(minutes=2), agent=GMAIL_PROXY)
    await clicks(world.alice, message.id, URL)
    await Event.filter(kind="open").update(undone_at=clock.now(), counts=False)
    extension = await pair(world, world.alice)
    answer = await ask(extension, "de-AT,de;q=0.9,en;q=0.5", "POST", "/timelines", {"messages": ["a1"]})
    click, opened = answer["timelines"]["a1"]["entries"]
    assert click["text"] == "Angeklickt: link 1"
    assert click["why"].startswith("Ein Mensch. Ein Browser oder Mailprogramm hat den Link direkt")
    assert "Ein Maildienst hatte die Nachricht vorher angezeigt" in click["why"]
    assert (
        "Bildproxy von Gmail hat das Bild geladen, also hat jemand die Nachricht in Gmail angesehen."
        in opened["why"]
    )
    assert opened["why"].endswith("Sie haben das Senden rückgängig gemacht, darum zählt das nicht.")


@pytest.mark.parametrize("language", ["", "en", "it,pt;q=0.5", "*", ";;q=x", "de" * 2000])
async def test_a_request_for_an_unsupported_language_is_answered_in_english(
    world: World, language: str
) -> None:
    """S4."""
    message = await world.sends(world.alice, gmail_id="a1")
    await opens(world.alice, message.id)
    answer = await ask(await pair(world, world.alice), language, "POST", "/timelines", {"messages": ["a1"]})
    assert answer["timelines"]["a1"]["entries"][0]["text"] == "Opened"


async def test_notifications_thread_statuses_and_the_list_are_in_german(world: World) -> None:
    extension = await pair(world, world.alice)
    cursor = (await ask(extension, "de", "GET", "/browser-notifications"))["cursor"]
    team = "bob@sandbox.example,charlie@sandbox.example"
    alone = await world.sends(world.alice, thread_id="a1", links=[URL], subject="")
    shared = await world.sends(world.alice, to=team, thread_id="a2")
    soon, later = clock.now() + timedelta(minutes=1), clock.now() + timedelta(minutes=2)
    await opens(world.alice, alone.id, soon)
    await clicks(world.alice, alone.id, URL, later)
    await opens(world.alice, shared.id, later + timedelta(minutes=1), agent=GMAIL_PROXY)
    answer = await ask(extension, "de", "GET", f"/browser-notifications?after={cursor}")
    assert [each["text"] for each in answer["notifications"]] == [
        "Bob hat „(kein Betreff)“ geöffnet",
        "Bob hat in „(kein Betreff)“ auf link 1 geklickt",
        "Einer der 2 Empfänger hat „Lunch on Friday?“ höchstwahrscheinlich geöffnet",
    ]
    found = await ask(extension, "de", "POST", "/thread-statuses", {"threads": ["a1", "a2"]})
    statuses = found["thread_statuses"]
    assert [statuses[each]["recipients"] for each in ("a1", "a2")] == ["Bob", "Bob und 1 weitere Person"]
    feed = await ask(extension, "de", "GET", "/feed")
    assert {each["recipients"] for each in feed["messages"]} == {"Bob", "Bob und 1 weitere Person"}


async def test_a_sentence_that_an_older_version_stored_is_shown_unchanged(world: World) -> None:
    message = await world.sends(world.alice, gmail_id="a1")
    await opens(world.alice, message.id)
    await Finding.all().update(evidence=[["verbatim", {"text": "A rule of long ago said so."}]])
    answer = await ask(await pair(world, world.alice), "fr", "POST", "/timelines", {"messages": ["a1"]})
    [entry] = answer["timelines"]["a1"]["entries"]
    assert entry["why"] == "Probablement une personne. A rule of long ago said so."
