"""Stores what people allowed: consents, one-time codes, access and refresh tokens."""

import json
import secrets
from collections.abc import Collection, Sequence
from dataclasses import asdict, dataclass

from sandbox.clock import now_ms
from sandbox.people import ACTIVE, Person, person_named
from sandbox.store import Store

CODE_MS = 10 * 60 * 1000
ACCESS_S = 3599
PREFIXES = {"access": "ya29.a0", "refresh": "1//0"}
MOST = 100  # refresh tokens of one person for one client
UNUSED_MS = 183 * 86_400_000  # a refresh token that nobody used for six months ends
FOREVER = 1 << 62


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
    """A valid token and its owner. `left_s`: how long it is still valid, if Google says that."""

    person: Person
    scopes: frozenset[str]
    left_s: int | None = None


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

    def issue_access(self, person: str, scopes: Sequence[str]) -> str:
        """Make an access token, which is valid for 3599 s."""
        return self._issue("access", person, scopes, ACCESS_S)

    def issue_refresh(self, person: str, scopes: Sequence[str], lives_s: int | None) -> str:
        """Make a refresh token that lives so long (None: until somebody ends it).

        Of more than 100 refresh tokens of a person, the oldest ends, without a word.
        """
        name = self._issue("refresh", person, scopes, lives_s)
        sql = (
            "DELETE FROM tokens WHERE token IN (SELECT token FROM tokens WHERE kind = 'refresh'"
            " AND person = ? ORDER BY rowid DESC LIMIT -1 OFFSET ?)"
        )
        with self._store.change() as db:
            db.execute(sql, (person, MOST))
        return name

    def _issue(self, kind: str, person: str, scopes: Sequence[str], lives_s: int | None) -> str:
        name, now = PREFIXES[kind] + secrets.token_urlsafe(64), now_ms()
        ends = None if lives_s is None else now + lives_s * 1000
        with self._store.change() as db:
            values = (name, kind, person, json.dumps(list(scopes)), ends, now, now)
            db.execute("INSERT INTO tokens VALUES (?, ?, ?, ?, ?, ?, ?)", values)
        return name

    def token(self, name: str) -> Token | None:
        """Return the access token with this name if it is valid, else None."""
        row = self._store.row("SELECT * FROM tokens WHERE token = ? AND kind = 'access'", name)
        if row is None or row["expires_ms"] < now_ms():
            return None
        person = person_named(row["person"])
        if person is None or person.account != ACTIVE:
            return None
        return Token(person, frozenset(json.loads(row["scopes"])))

    def renewing(self, name: str) -> Token | str:
        """Return what a refresh token gives access to, or the reason of OAuth why it no longer does."""
        row = self._store.row("SELECT * FROM tokens WHERE token = ? AND kind = 'refresh'", name)
        person = person_named(row["person"]) if row else None
        if row is None or person is None:
            return "invalid_grant"
        now = now_ms()
        if person.account != ACTIVE:
            return "deleted_account"
        if (row["expires_ms"] or FOREVER) < now or row["used_ms"] + UNUSED_MS < now:
            return "invalid_grant"
        if person.session_s is not None and row["begun_ms"] + person.session_s * 1000 < now:
            return "invalid_rapt"
        with self._store.change() as db:
            db.execute("UPDATE tokens SET used_ms = ? WHERE token = ?", (now, name))
        left_s = (row["expires_ms"] - now) // 1000 if row["expires_ms"] else None
        return Token(person, frozenset(json.loads(row["scopes"])), left_s)

    def newest(self, person: str) -> str | None:
        """Return the refresh token that was issued last to a person; None if all have ended."""
        sql = "SELECT token FROM tokens WHERE kind = 'refresh' AND person = ? ORDER BY rowid DESC LIMIT 1"
        row = self._store.row(sql, person)
        return str(row["token"]) if row else None

    def owner(self, name: str) -> str | None:
        """Return the key of the person of a token or code, whether it is still valid or not."""
        if not name:
            return None
        sql = (
            "SELECT person FROM tokens WHERE token = ? "
            "UNION SELECT json_extract(request, '$.person') FROM codes WHERE code = ?"
        )
        row = self._store.row(sql, name, name)
        return str(row["person"]) if row else None

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

    def end_tokens(self, person: str, beyond: Collection[str]) -> int:
        """End a person's tokens that have more than these scopes; the consent stays. Returns their number."""
        rows = self._store.rows("SELECT token, scopes FROM tokens WHERE person = ?", person)
        ended = [row["token"] for row in rows if not set(json.loads(row["scopes"])) <= set(beyond)]
        with self._store.change() as db:
            db.executemany("DELETE FROM tokens WHERE token = ?", [(name,) for name in ended])
        return len(ended)

    def expire(self, person: str) -> int:
        """Expire a person's access tokens now (refresh tokens stay valid). Returns how many expired."""
        sql = "UPDATE tokens SET expires_ms = 0 WHERE kind = 'access' AND person = ? RETURNING token"
        return len(self._store.rows(sql, person))
