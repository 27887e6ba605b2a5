"""How mails with a known truth are scored, and what the files of the rounds have to say."""

from __future__ import annotations

import json
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

from server.verdicts.sequences import moment_of
from tests.agents import FIREFOX
from tests.verdicts import rounds
from tests.verdicts.cases import HEADERS
from tests.verdicts.corpus import HERE
from tests.verdicts.figures import missed
from tests.verdicts.score import Score
from tests.verdicts.sight import ASN, DEFAULT, Mail, Sight, is_assumed, is_machines, ours, seen_by, sight_of

SENT = "2026-11-03T09:12:00Z"
ROOT = HERE.parents[1]


def mail(opened: bool, *events: Mail, **more: Any) -> Mail:
    """A mail that a person opened, or not."""
    return {"id": 1, "sent_at": SENT, "opened": opened, "events": list(events)} | more


def bobs(truth: str = "person", **more: Any) -> Mail:
    """An open that looks like Bob's."""
    like_bob = {"address": "198.51.100.7", "user_agent": FIREFOX, "headers": HEADERS}
    return {"at": "2026-11-03T10:00:00Z", "kind": "open", "truth": truth} | like_bob | more


TOOL = bobs("machine", user_agent="curl/8.5.0")
TAKEN = bobs("machine", correction="recipient", network="HETZNER-AS")


def sights_wanted() -> list[str]:
    """The groups of mails for which there are committed figures."""
    return list(tomllib.loads((HERE / "figures.toml").read_text(encoding="utf-8"))["mails"])


def seen(*mails: Mail, install: str = ASN) -> Sight:
    """How these mails are judged with this install."""
    return sight_of(mails, ours(seen_by(install, mails)))


def test_mails_are_counted_by_whether_they_are_called_opened() -> None:
    sight = seen(
        mail(True, bobs(correction="recipient")),
        mail(True, TOOL),
        mail(False, TAKEN),
        mail(False, TOOL, TOOL),
    )
    assert (sight.mails.right, sight.mails.missed, sight.mails.wrong) == (1, 1, 1)
    assert (sight.number, sight.machines, sight.taken, sight.taken_share) == (4, 3, 1, 1 / 3)
    assert (sight.events.right, sight.events.missed, sight.events.wrong) == (1, 0, 1)
    assert "precision 0.500  recall 0.500  machine-only called opened 33.3% (1 of 3)  4 mails" in sight.line(
        ""
    )


def test_what_the_sender_did_is_not_machine_only() -> None:
    assert not is_machines(mail(False, TOOL, bobs("sender")))
    assert not is_machines(mail(False))
    assert is_machines(mail(False, TOOL))


def test_the_default_install_does_not_know_who_owns_a_network() -> None:
    told = mail(False, TAKEN)
    [by_default], [with_database] = seen_by(DEFAULT, [told]), seen_by(ASN, [told])
    assert "network" not in by_default["events"][0]
    assert with_database == told == mail(False, TAKEN)


def test_what_names_no_source_is_assumed() -> None:
    source = {"source": "https://example.com/issue/1"}
    assert not is_assumed(mail(True, basis="seen", **source))
    assert is_assumed(mail(True, basis="assumed", **source))
    assert is_assumed(mail(True, basis="documented", source=""))
    assert is_assumed(mail(True))


def test_a_line_that_cannot_be_read_is_an_error() -> None:
    with pytest.raises(ValueError, match="Line 1 is no sequence"):
        ours([mail(True, bobs(at="yesterday"))])


def test_a_figure_that_is_missed_is_named() -> None:
    poor = dict.fromkeys(sights_wanted(), Sight(Score(right=1, wrong=1, missed=1), machines=2, taken=1))
    found = missed(poor)
    assert any(line.startswith("regression, default install: taken_share is 0.5000") for line in found)
    assert any(line.startswith("first sight, with an ASN database: precision is 0.5000") for line in found)
    good = dict.fromkeys(sights_wanted(), Sight(Score(right=1), machines=1))
    assert missed(good) == []


def test_a_rounds_table_lists_the_mails_that_were_judged_wrongly(tmp_path: Path) -> None:
    told = [mail(False, TAKEN, basis="seen", source="https://example.com/1", story="A sandbox.")]
    (tmp_path / "some.jsonl").write_text("\n".join(map(json.dumps, told)))
    command = [sys.executable, "-m", "tests.verdicts.rounds", str(tmp_path / "some.jsonl"), "--wrong"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert "seen or documented, default install" in done.stdout
    assert (
        "1  called opened  (default install and with an ASN database; seen, some.jsonl)\n    A sandbox."
        in done.stdout
    )
    assert "2880.0 s open  machine -> person 100 corrected " in done.stdout
    assert done.stdout.endswith("    1 taken by corrected\n")
    nothing = subprocess.run([*command[:3], "999"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert (nothing.returncode, "no such mails" in nothing.stderr) == (2, True)


def test_each_mail_of_the_rounds_says_what_is_true_and_where_it_was_seen() -> None:
    for told in rounds.mails(rounds.files()):
        which = f"{told['file']}: {told['id']}"
        assert told["basis"] in {"seen", "documented", "assumed"}, which
        assert told["basis"] == "assumed" or told["source"].startswith("http"), which
        assert isinstance(told["opened"], bool), which
        assert {event["truth"] for event in told["events"]} <= {"person", "machine", "sender"}, which
        assert all(moment_of(event["at"]) for event in told["events"]), which
