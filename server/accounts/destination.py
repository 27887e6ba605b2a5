"""Chooses where to go after signing in: always a path on this site."""

from __future__ import annotations

LONGEST = 500
HOME = "/"


def local_path(text: str | None) -> str:
    """Return `text` if it is a path on this site, otherwise the path of the home page.

    Browsers read `//host`, `/\\host` and `/<tab>/host` as the address of another site (WHATWG URL). So a path
    with a backslash, a space, a control character, or a second slash at its start is not accepted.
    """
    if not text or len(text) > LONGEST or not text.startswith("/") or text.startswith("//"):
        return HOME
    if "\\" in text or any(ord(letter) <= 32 or ord(letter) == 127 for letter in text):
        return HOME
    return text
