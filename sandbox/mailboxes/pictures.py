"""Stores the large inline pictures of mails separately, because Gmail makes them separate parts."""

import base64
import binascii
import hashlib
import re

from sandbox.store import Store

PICTURE = re.compile(r"data:(image/[a-z+]+);base64,([A-Za-z0-9+/=]{10000,})")


class Pictures:
    """The large pictures from `data:` URLs, by the hash of their bytes."""

    def __init__(self, store: Store, url: str) -> None:
        self._store, self._url = store, url

    def put_aside(self, html: str) -> str:
        """Store the large pictures in the HTML. Returns the HTML with URLs in their place."""
        return PICTURE.sub(self._kept, html) if "data:image/" in html else html

    def picture(self, name: str) -> tuple[str, bytes] | None:
        """Return the type and bytes of a stored picture, or None."""
        row = self._store.row("SELECT kind, body FROM pictures WHERE name = ?", name)
        return (row["kind"], row["body"]) if row else None

    def _kept(self, found: re.Match[str]) -> str:
        try:
            body = base64.b64decode(found[2])
        except binascii.Error:
            return found[0]
        name = hashlib.sha256(body).hexdigest()
        with self._store.change() as db:
            db.execute("INSERT OR IGNORE INTO pictures VALUES (?, ?, ?)", (name, found[1], body))
        return f"{self._url}/sandbox/pictures/{name}"
