"""Stores what people allowed: consents, one-time codes, access and refresh tokens."""

import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass

from sandbox.ids import now_ms
from sandbox.people import Person, person_named
from sandbox.store import Store

CODE_MS = 10 * 60 * 1000
ACCESS_S = 3599


@dataclass(frozen=True, slots=True)
class Code:
    """What a code grants when it is redeemed. `challenge`: the PKCE S256 challenge, or None."""

    person: str
    redirect_uri: str
    scopes: list[str]
    nonce: str | None
    challenge: str | None
    offline: bool


@dataclass(frozen=True, slots=True)
class Token:
    """A valid token and its owner."""

    person: Person
    scopes: frozenset[str]


class Grants:
    """The consents and tokens of the one client that the sandbox knows."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def consented(self, person: Person) -> list[str]:
        """Return the scopes that a person has allowed so far."""
        row = self._store.row("SELECT scopes FROM consents WHERE person = ?", person.key)
        return list(json.loads(row["scopes"])) if row else []

    def issue_code(self, code: Code) -> str:
        """Store what the person allowed. Returns a code for it that can be used once, within 10 minutes."""
        name = "4/0A" + secrets.token_urlsafe(48)
        person = person_named(code.person)
        allowed = sorted({*code.scopes, *(self.consented(person) if person else [])})
        with self._store.change() as db:
            db.execute("INSERT OR REPLACE INTO consents VALUES (?, ?)", (code.person, json.dumps(allowed)))
            db.execute(
                "INSERT INTO codes VALUES (?, ?, ?)", (name, now_ms() + CODE_MS, json.dumps(asdict(code)))
            )
        return name

    def take_code(self, name: str) -> Code | None:
        """Redeem a code; None if it is unknown, used or expired."""
        row = self._store.row("DELETE FROM codes WHERE code = ? RETURNING *", name)
        if row is None or row["expires_ms"] < now_ms():
            return None
        return Code(**json.loads(row["request"]))

    def issue(self, kind: str, person: str, scopes: Sequence[str]) -> str:
        """Make a new token: `access` is valid for 3599 s, `refresh` until it is revoked."""
        name = ("ya29.a0" if kind == "access" else "1//0") + secrets.token_urlsafe(64)
        expires = now_ms() + ACCESS_S * 1000 if kind == "access" else None
        values = (name, kind, person, json.dumps(list(scopes)), expires)
        with self._store.change() as db:
            db.execute("INSERT INTO tokens VALUES (?, ?, ?, ?, ?)", values)
        return name

    def token(self, kind: str, name: str) -> Token | None:
        """Return the token with this name if it is valid and of this kind, else None."""
        row = self._store.row("SELECT * FROM tokens WHERE token = ? AND kind = ?", name, kind)
        if row is None or (row["expires_ms"] or 1 << 62) < now_ms():
            return None
        person = person_named(row["person"])
        return Token(person, frozenset(json.loads(row["scopes"]))) if person else None

    def revoke(self, name: str) -> bool:
        """Revoke the whole grant of a token, as Google does. Returns False for an unknown token."""
        row = self._store.row("SELECT person FROM tokens WHERE token = ?", name)
        return self.forget(row["person"]) if row else False

    def forget(self, person: str) -> bool:
        """Revoke all that a person allowed: all their tokens become invalid immediately. Returns True."""
        with self._store.change() as db:
            db.execute("DELETE FROM tokens WHERE person = ?", (person,))
            db.execute("DELETE FROM consents WHERE person = ?", (person,))
            db.execute("DELETE FROM codes WHERE json_extract(request, '$.person') = ?", (person,))
        return True

    def expire(self, person: str) -> int:
        """Expire a person's access tokens now (refresh tokens stay valid). Returns how many expired."""
        sql = "UPDATE tokens SET expires_ms = 0 WHERE kind = 'access' AND person = ? RETURNING token"
        return len(self._store.rows(sql, person))
