"""What is logged, and what is never logged."""

from __future__ import annotations

import subprocess
import sys

SAYS = """
import logging
from server.lib import log
log.start(debug=True)
logging.getLogger("server.google.callback").debug("our own detail")
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
