"""What is logged, and what is never logged."""

from __future__ import annotations

import logging
import re
import subprocess
import sys

import pytest

from server.lib.log import OneLine

SAYS = """
import logging
from server.lib import log
log.start(debug=True)
logging.getLogger("server.google.web.callback").debug("our own detail")
logging.getLogger("requests_oauthlib.oauth2_session").debug("Obtained token %s.", "ya29.secret")
logging.getLogger("google.oauth2._client").debug("refresh %s", "ya29.secret")
logging.getLogger("urllib3.connectionpool").warning("a warning of a library")
"""


def test_libraries_log_no_tokens_even_with_debug_on() -> None:
    """At debug level, requests_oauthlib would log Google's whole answer."""
    said = subprocess.run([sys.executable, "-c", SAYS], capture_output=True, text=True, check=True).stderr
    assert "our own detail" in said
    assert "a warning of a library" in said
    assert "ya29.secret" not in said


@pytest.mark.parametrize("text", ["a\nb", "a\r\nb", "a\x1b[2Jb", "a\x85b", "a\u2028b", "a\x00b"])
def test_a_value_cannot_add_a_line_to_the_log(text: str) -> None:
    record = logging.LogRecord("server.x", logging.WARNING, "x.py", 1, "refused: %s", (text,), None)
    line = OneLine().format(record)
    assert line.splitlines() == [line]
    assert line.isprintable()


def test_each_line_of_the_log_has_the_date_and_the_time_in_utc() -> None:
    record = logging.LogRecord("server.x", logging.WARNING, "x.py", 1, "something", (), None)
    record.created = 1_700_000_000.5
    assert OneLine().format(record) == "2023-11-14T22:13:20Z WARNING server.x  something"


def test_a_traceback_keeps_its_lines() -> None:
    try:
        raise ValueError("broken")
    except ValueError:
        record = logging.LogRecord("server.x", logging.ERROR, "x.py", 1, "failed", (), sys.exc_info())
    assert re.search(r"failed\nTraceback .*\n.*ValueError: broken$", OneLine().format(record), re.DOTALL)
