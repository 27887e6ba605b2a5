"""Runs SpamAssassin with its packaged rules over many mails: no network, no Bayes, no local settings."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from tests import parts

RULES, PLUGINS = Path("/usr/share/spamassassin"), Path("/etc/spamassassin")
SETTINGS = (
    "use_bayes 0",
    "fold_headers 0",
    "report_safe 0",
    "clear_headers",
    "add_header all Scores _TESTSSCORES(,)_",
)
ANSWER = re.compile(rb"^X-Spam-Scores:(.*)\nX-Number: (\d+)$", re.MULTILINE)
AT_A_TIME = 2


@dataclass(frozen=True)
class SpamAssassin:
    """SpamAssassin with its files in `folder`."""

    folder: Path

    def scores(self, mails: Sequence[bytes]) -> list[dict[str, float]]:
        """Return what each rule adds to the score of each mail."""
        program = parts.program("spamassassin", "spamassassin")
        site = self.folder / "site"
        site.mkdir(exist_ok=True)
        for plugins in PLUGINS.glob("*.pre"):
            shutil.copy(plugins, site)
        (self.folder / "preferences").touch()
        numbered = [_numbered(number, mail) for number, mail in enumerate(mails)]
        with ThreadPoolExecutor(AT_A_TIME) as runs:
            shares = [numbered[start::AT_A_TIME] for start in range(AT_A_TIME)]
            done = runs.map(partial(self._run, program), shares)
            found = {int(number): _read(line.decode()) for each in done for line, number in each}
        return [found[number] for number in range(len(mails))]

    def _run(self, program: Path, numbered: Sequence[bytes]) -> list[tuple[bytes, bytes]]:
        places = (f"--configpath={RULES}", f"--siteconfigpath={self.folder}/site")
        preferences = f"--prefs-file={self.folder}/preferences"
        settings = [f"--cf={line}" for line in SETTINGS]
        done = subprocess.run(
            [program, "--local", "--mbox", *places, preferences, *settings],
            input=b"".join(numbered),
            capture_output=True,
            env=os.environ | {"HOME": str(self.folder)},
            check=True,
            timeout=300,
        )
        found = ANSWER.findall(done.stdout)
        assert len(found) == len(numbered), done.stderr.decode()
        return found


def picture_points() -> list[float]:
    """Return the points for a picture in short HTML, by steps of 400 characters: the most of four sets."""
    parts.program("spamassassin", "spamassassin")
    rules = (RULES / "50_scores.cf").read_text(encoding="utf-8")
    found = re.findall(r"^score HTML_IMAGE_ONLY_\d\d ([\d. ]+)$", rules, re.MULTILINE)
    return [max(map(float, sets.split())) for sets in found]


def _numbered(number: int, mail: bytes) -> bytes:
    """Return `mail` as a part of an mbox file. SpamAssassin does not answer in the order of the file."""
    text = re.sub(rb"^From ", b">From ", mail.replace(b"\r\n", b"\n"), flags=re.MULTILINE)
    return b"From alice@example.com Mon Nov 30 10:00:00 2026\nX-Number: %d\n%b\n" % (number, text)


def _read(line: str) -> dict[str, float]:
    pairs = (each.partition("=") for each in line.strip().split(",") if "=" in each)
    return {name: float(value) for name, _, value in pairs if float(value)}
