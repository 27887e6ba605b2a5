"""Where to go after signing in: a path of this very site, never another one."""

from __future__ import annotations

LONGEST = 500
HOME = "/"


def local_path(text: str | None) -> str:
    """`text` if it is a path here, else the home page.

    A browser reads `//host`, `/\\host` and `/<tab>/host` as another site (WHATWG URL), so a backslash,
    a control character or a second slash at the start makes it none of ours.
    """
    if not text or len(text) > LONGEST or not text.startswith("/") or text.startswith("//"):
        return HOME
    if "\\" in text or any(ord(letter) <= 32 or ord(letter) == 127 for letter in text):
        return HOME
    return text
