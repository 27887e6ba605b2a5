"""The wording of events, word for word."""

from __future__ import annotations

from typing import Any
from uuid import uuid4

import pytest

from server.events.evidence_wording import evidence_sentence, evidence_sentences
from server.events.models import Event, VerdictChange
from server.events.wording import (
    changes_of,
    client_words,
    event_icon,
    event_title,
    kind_of,
    link_name,
    link_of,
    machine_loaded,
    reasons_of,
    sentence,
    short_url,
    span_words,
    title_of,
    verdict_words,
    why,
)
from server.messages.models import Link
from server.verdicts.evidence import Code, Evidence
from server.verdicts.hits import DECOY_URL
from server.verdicts.proxies import PROXIES, Proxy
from tests.agents import FIREFOX
from tests.events.stored import stored_event
from tests.events.test_forwarding import MONDAY
from tests.pipeline import READER, fresh_link
from tests.world import World

LINK = "https://www.example.com/menu/"


async def happened(world: World, **values: Any) -> Event:
    """Store an event of a new mail from Alice: an open, unless `values` say otherwise."""
    mail = await world.sends(world.alice, links=[LINK])
    common = {
        "id": uuid4(), "account_id": world.alice.id, "message_id": mail.id, "kind": "open", "at": MONDAY,
        "address": READER, "user_agent": FIREFOX, "client": "Firefox 153 on Windows", "verdict": "person",
        "score": 90, "counts": True, "rules_version": 1,
    }  # fmt: skip
    if values.pop("linked", False):
        values["link_id"] = (await fresh_link(mail, 1)).id
    event = await stored_event(**(common | values))
    await event.fetch_related("link")
    return event


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (1, "1 s"), (59, "59 s"), (60, "1 min"), (61, "1 min 1 s"), (130, "2 min 10 s"),
        (3599, "59 min 59 s"), (3600, "1 h"), (3661, "1 h 1 min"), (3900, "1 h 5 min"), (7200, "2 h"),
    ],
)  # fmt: skip
def test_a_duration_has_at_most_two_units(seconds: int, words: str) -> None:
    assert span_words(seconds) == words


@pytest.mark.parametrize(
    ("kind", "verdict", "counts", "title"),
    [
        ("open", "person", True, "Opened"),
        ("open", "maybe_you", False, "Perhaps you viewed it"),
        ("open", "repeat", False, "Opened again right away"),
        ("open", "you", False, "You viewed it"),
        ("open", "before_sending", False, "You viewed it"),
        ("open", "unknown_time", False, "Delivered"),
        ("open", "scanner", False, "Checked by a mail filter"),
        ("open", "crawler", False, "Image loaded"),
        ("open", "prefetch", False, "Image loaded"),
        ("click", "person", True, "Clicked"),
        ("click", "maybe_you", False, "Perhaps you clicked"),
        ("click", "repeat", False, "Clicked again right away"),
        ("click", "you", False, "You clicked"),
        ("click", "before_sending", False, "You clicked"),
        ("click", "scanner", False, "Link checked"),
    ],
)
def test_the_title_of_an_event_depends_on_its_kind_and_verdict(
    kind: str, verdict: str, counts: bool, title: str
) -> None:
    assert event_title(kind, verdict, counts) == title


def test_the_icon_of_an_event_depends_on_its_kind_and_on_whether_it_counts() -> None:
    icons = [event_icon(kind, counts) for kind in ("open", "click") for counts in (True, False)]
    assert icons == ["eye", "machine", "link", "machine"]


@pytest.mark.parametrize(
    ("verdict", "who", "loaded"),
    [
        ("person", "A person", "A machine loaded the image in it"),
        ("likely_person", "Likely a person", "A machine loaded the image in it"),
        (
            "unknown_time",
            "Apple Mail, automatically",
            "Apple Mail automatically loaded the image in it",
        ),
        ("prefetch", "A machine, before anyone read it", "A machine loaded the image in it"),
        ("scanner", "A mail filter", "A mail filter loaded the image in it"),
        ("crawler", "A bot or tool", "A bot loaded the image in it"),
        ("before_sending", "Before it was sent", "A machine loaded the image in it"),
        ("you", "You", "A machine loaded the image in it"),
        ("maybe_you", "Perhaps you", "A machine loaded the image in it"),
        ("repeat", "A repeat", "A machine loaded the image in it"),
        ("of a later version", "A machine", "A machine loaded the image in it"),
    ],
)
def test_the_person_or_machine_behind_an_event_is_put_into_words(verdict: str, who: str, loaded: str) -> None:
    assert verdict_words(verdict) == who
    assert machine_loaded(verdict, "it") == loaded


@pytest.mark.parametrize(
    ("client", "city", "country", "words"),
    [
        ("Firefox", "Lyon", "France", "Firefox · near Lyon, France"),
        ("Firefox", "", "France", "Firefox · France"),
        ("Firefox", "", "", "Firefox"),
        ("", "Lyon", "", "near Lyon"),
        ("", "", "", ""),
    ],
)
def test_program_and_place_are_put_into_words(client: str, city: str, country: str, words: str) -> None:
    assert client_words(client, city, country) == words


def test_an_address_is_shortened_to_sixty_characters() -> None:
    assert short_url(LINK) == "example.com/menu"
    assert short_url("https://example.com/://x") == "example.com/://x"
    longest = "example.com/" + "x" * 48
    assert short_url(f"https://{longest}") == longest
    assert short_url(f"https://{longest}y") == longest[:-1] + "…"
    assert link_name(Link(text=" ", url=LINK)) == "example.com/menu"
    assert link_name(Link(text=" the menu ", url=LINK)) == "the menu"


async def test_an_open_is_worded_with_its_reasons_and_its_view_time(world: World) -> None:
    event = await happened(world)
    assert (kind_of(event), title_of(event), link_of(event), sentence(event)) == (
        "open",
        "Opened",
        "",
        "Opened",
    )
    [reason] = reasons_of(event)
    assert why(event) == f"A person. {reason}"
    assert why(event, 130) == f"A person. {reason} Open for about 2 min 10 s."
    undone = await happened(world, undone_at=MONDAY, counts=False)
    assert reasons_of(undone) == [reason, "You undid the send, so this doesn’t count."]


async def test_a_click_is_worded_with_the_name_of_its_link(world: World) -> None:
    known = await happened(world, kind="click", url=LINK, linked=True)
    assert (kind_of(known), title_of(known), link_of(known), sentence(known)) == (
        "click",
        "Clicked",
        "link 1",
        "Clicked link 1",
    )
    assert link_of(await happened(world, kind="click", url=LINK)) == "example.com/menu"


async def test_a_click_on_the_decoy_names_no_link(world: World) -> None:
    for verdict, title in (
        ("scanner", "Hidden link followed"),
        ("you", "You followed the hidden link"),
        ("before_sending", "You followed the hidden link"),
    ):
        event = await happened(world, kind="click", url=DECOY_URL, verdict=verdict, counts=False)
        assert (kind_of(event), sentence(event), link_of(event)) == ("decoy", title, "")


async def test_changes_of_a_verdict_are_listed_newest_first(world: World) -> None:
    event = await happened(world)
    for hour, was, was_score, now, now_score in (
        (9, "likely_person", 60, "scanner", 3),
        (10, "person", 60, "person", 90),
        (11, "person", 60, "person", 60),
        (12, "person", 60, "person", 30),
    ):
        await VerdictChange.create(
            event_id=event.id, at=MONDAY.replace(hour=hour), was=was, was_score=was_score, now=now,
            now_score=now_score, because=["mails_at_once", {"mails": 4}],
        )  # fmt: skip
    await event.fetch_related("changes")
    reason = evidence_sentence(Evidence(Code.MAILS_AT_ONCE, {"mails": 4}))
    assert [(each.text, each.at.hour) for each in changes_of(event)] == [
        (f"A person, less certain than before: {reason}", 12),
        (f"A person, less certain than before: {reason}", 11),
        (f"A person, more certain than before: {reason}", 10),
        (f"Was “Likely a person”, now “A mail filter”: {reason}", 9),
    ]


def test_evidence_is_worded_with_its_values() -> None:
    [proxy, verbatim, many] = evidence_sentences(
        [["proxy", {"proxy": "yahoo"}], ["verbatim", {"text": "As it was."}], ["mails_at_once", {"mails": 4}]]
    )
    assert "Yahoo’s image proxy" in proxy
    assert "Yahoo Mail" in proxy
    assert verbatim == "As it was."
    assert " 4 of your " in many


@pytest.mark.parametrize(
    ("seconds", "words"),
    [
        (0.0, "0.0 s"), (119.9, "119.9 s"), (120.0, "2 minutes"), (150.1, "3 minutes"),
        (7199.0, "120 minutes"), (7200.0, "2 hours"), (9001.0, "3 hours"),
    ],
)  # fmt: skip
def test_the_time_from_an_open_to_the_sending_of_the_mail_is_put_into_words(
    seconds: float, words: str
) -> None:
    said = evidence_sentence(Evidence(Code.BEFORE_SENDING, {"seconds": seconds}))
    assert f" {words} before " in said


@pytest.mark.parametrize("proxy", PROXIES, ids=lambda proxy: proxy.key)
def test_each_mail_proxy_has_a_name_and_a_program(proxy: Proxy) -> None:
    said = evidence_sentence(Evidence(Code.PROXY, {"proxy": proxy.key}))
    assert said.startswith(f"{proxy.name} loaded the image")
    assert said.endswith(f"in {proxy.shown_in}.")
