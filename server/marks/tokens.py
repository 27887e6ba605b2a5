"""Signs and verifies the tokens in the URLs of pixels and links. Pure; docs/tokens.md explains the layout.

A token's head contains, big-endian: version (1 byte), purpose (1), key id (4), account (8), message (16),
recipient (4) and expiry (4). A click token also contains the target, and is signed with a key that is valid
for one mail (delegated link key). With that key the extension can sign the links of this mail, and nothing
else.
"""

from __future__ import annotations

import struct
from enum import IntEnum
from typing import NamedTuple
from uuid import UUID, SafeUUID

from server.lib.keys.signing import KEY_ID_SIZE, KeyRing, b64u, digest, from_b64u, mac, mac_under, same
from server.marks.stray import spellings

VERSION = 1
DAY = 86_400
MAX_URL_BYTES = 4096  # of a token that is accepted; `links.LONGEST_URL` is what is tracked today
HASH_SIZE = 16
_HEAD = struct.Struct(f">BB{KEY_ID_SIZE}sQ16sII")
_HEAD_SIZE = _HEAD.size
_MAC_SIZE = 32
_PAD = b"\0"  # behind the target where the token would end in `-` or `_`, which mail programs leave out
_SIZE = _HEAD_SIZE + _MAC_SIZE  # of all tokens except those of links
_SHORTEST = (_SIZE * 4 + 2) // 3  # characters
_new, _set, _number = object.__new__, object.__setattr__, int.from_bytes
_DAMAGED = frozenset({"malformed", "signature", "target"})
MAX_TOKEN_CHARS = (_HEAD.size + HASH_SIZE + MAX_URL_BYTES + _MAC_SIZE) * 4 // 3 + 4


class Purpose(IntEnum):
    """What a token may be used for; each purpose has its own key."""

    OPEN = 1
    CLICK = 2
    UNSUBSCRIBE = 3
    WEB_VERSION = 4
    ATTACHMENT = 5
    OPT_OUT = 6
    VIEW_TIME = 7
    DECOY = 8

    @property
    def key_name(self) -> str:
        """The name from which the purpose's key is derived."""
        return _KEY_NAMES[self]


# Tokens in sent mails are signed with keys derived from these names, so a name must never change.
_KEY_NAMES = {
    Purpose.OPEN: "open",
    Purpose.CLICK: "click",
    Purpose.UNSUBSCRIBE: "unsubscribe",
    Purpose.WEB_VERSION: "web-version",
    Purpose.ATTACHMENT: "attachment",
    Purpose.OPT_OUT: "opt-out",
    Purpose.VIEW_TIME: "reading",
    Purpose.DECOY: "decoy",
}

LIFETIME = {
    Purpose.OPEN: 90 * DAY,
    Purpose.CLICK: 90 * DAY,
    Purpose.UNSUBSCRIBE: 365 * DAY,
    Purpose.WEB_VERSION: 365 * DAY,
    Purpose.ATTACHMENT: 90 * DAY,
    Purpose.OPT_OUT: 365 * DAY,
    Purpose.DECOY: 90 * DAY,
    Purpose.VIEW_TIME: 90 * DAY,
}


class TokenError(Exception):
    """A token that must not be accepted.

    `reason`: malformed | version | purpose | key | signature | target | expired. If it is the key, which is
    not in the ring, `key_id` names it, and `message` is the mail that the token claims to be of.
    """

    def __init__(self, reason: str, key_id: bytes = b"", message: UUID | None = None) -> None:
        super().__init__(reason)
        self.reason, self.key_id, self.message = reason, key_id, message


class TokenClaims(NamedTuple):
    """A token's claims.

    `recipient` is 0 if unknown (one body for several recipients); `expiry`: unix seconds.
    """

    account: int
    message: UUID
    recipient: int
    expiry: int
    url: str = ""


def sign(ring: KeyRing, purpose: Purpose, claims: TokenClaims) -> str:
    """Return a token for `purpose`, which must not be a click (see `sign_click`)."""
    head = _head(ring.newest_id, purpose, claims)
    return b64u(head + mac(ring.signing_key(purpose.key_name), head))


def verify(ring: KeyRing, purpose: Purpose, token: str, now: float) -> TokenClaims:
    """Return the claims of a valid token. Raises TokenError."""
    content = _decode(token)
    if purpose is Purpose.CLICK:
        return _verify_click(ring, content, now)
    claims, key = _open_head(ring, purpose, content)
    if len(content) != _SIZE:
        raise TokenError("malformed")
    if not same(mac_under(key)(content[:_HEAD_SIZE]), content[_HEAD_SIZE:]):
        raise TokenError("signature")
    return _fresh(claims, now)


def read(ring: KeyRing, purpose: Purpose, text: str, now: float) -> TokenClaims:
    """Return the claims of the token that `text` begins with, whatever follows it. Raises TokenError."""
    try:
        return verify(ring, purpose, text, now)
    except TokenError as error:
        if error.reason not in _DAMAGED:
            raise
        damaged = error
    for token in spellings(text):
        if token == text or len(token) < _SHORTEST:
            continue
        try:
            return verify(ring, purpose, token, now)
        except TokenError as error:
            if error.reason not in _DAMAGED:
                raise
            damaged = error if error.reason == "signature" else damaged
    raise damaged


def link_head(ring: KeyRing, claims: TokenClaims) -> bytes:
    """Return the head that all click tokens of one mail share (38 bytes)."""
    return _head(ring.newest_id, Purpose.CLICK, claims)


def link_key(ring: KeyRing, head: bytes) -> bytes:
    """Return the delegated key, which signs links under exactly this head.

    Raises TokenError if the ring lacks the master key that the head names.
    """
    key = ring.verifying_key(head[2 : 2 + KEY_ID_SIZE], Purpose.CLICK.key_name)
    if key is None:
        raise TokenError("key")
    return mac(key, b"link" + head)


def sign_click(head: bytes, key: bytes, url: str) -> str:
    """Return a click token for `url`, as the extension does (extension/gmail/sending/tokens.ts)."""
    target = url.encode()
    body = head + digest(target)[:HASH_SIZE] + target
    token = b64u(body + mac(key, body))
    if token[-1] not in "-_":
        return token
    body += _PAD  # such an end needs a multiple of three bytes, so one more byte always mends it
    return b64u(body + mac(key, body))


def click_target(text: str) -> str | None:
    """Return the URL in the click token that `text` begins with; None if there is no intact click token.

    Checks only the URL's hash, not the signature, the account or the expiry.
    """
    return next((url for token in spellings(text) if (url := _target_of(token)) is not None), None)


def is_decoy(text: str) -> bool:
    """Return whether `text` begins with what has the form of a decoy's token; no signature is checked."""
    return any(_has_form_of_decoy(from_b64u(token) or b"") for token in spellings(text))


def _target_of(token: str) -> str | None:
    content = from_b64u(token) or b""
    head, body = content[:_HEAD_SIZE], content[_HEAD_SIZE:-_MAC_SIZE]
    if len(body) <= HASH_SIZE or head[:2] != bytes((VERSION, Purpose.CLICK)):
        return None
    try:
        return _text(_target_in(body))
    except TokenError:
        return None


def _has_form_of_decoy(content: bytes) -> bool:
    return len(content) == _SIZE and content[:2] == bytes((VERSION, Purpose.DECOY))


def _verify_click(ring: KeyRing, content: bytes, now: float) -> TokenClaims:
    claims, key = _open_head(ring, Purpose.CLICK, content)
    body, signature = content[:-_MAC_SIZE], content[-_MAC_SIZE:]
    if len(body) <= _HEAD_SIZE + HASH_SIZE:
        raise TokenError("malformed")
    if not same(mac(mac_under(key)(b"link" + body[:_HEAD_SIZE]), body), signature):
        raise TokenError("signature")
    url = _text(_target_in(body[_HEAD_SIZE:]))
    return _fresh(TokenClaims(claims.account, claims.message, claims.recipient, claims.expiry, url), now)


def _target_in(body: bytes) -> bytes:
    """Return the target behind its hash, without the pad, if there is one. Raises TokenError."""
    wanted, target = body[:HASH_SIZE], body[HASH_SIZE:]
    if digest(target)[:HASH_SIZE] == wanted:
        return target
    bare = target.removesuffix(_PAD)
    if bare and digest(bare)[:HASH_SIZE] == wanted:
        return bare
    raise TokenError("target")


def _open_head(ring: KeyRing, purpose: Purpose, content: bytes) -> tuple[TokenClaims, bytes]:
    if len(content) < _SIZE:
        raise TokenError("malformed")
    version, what, key_id, account, message, recipient, expiry = _HEAD.unpack_from(content)
    if version != VERSION:
        raise TokenError("version")
    if what != purpose:
        raise TokenError("purpose")
    key = ring.verifying_key(key_id, purpose.key_name)
    if key is None:
        raise TokenError("key", key_id, _uuid(message))
    return TokenClaims(account, _uuid(message), recipient, expiry), key


def _uuid(content: bytes) -> UUID:
    """Return UUID(bytes=content), in a third of the time that the constructor takes for each hit."""
    made = _new(UUID)
    _set(made, "int", _number(content))
    _set(made, "is_safe", SafeUUID.unknown)
    return made


def _head(key_id: bytes, purpose: Purpose, claims: TokenClaims) -> bytes:
    return _HEAD.pack(
        VERSION, purpose, key_id, claims.account, claims.message.bytes, claims.recipient, claims.expiry
    )


def _decode(token: str) -> bytes:
    content = from_b64u(token) if len(token) <= MAX_TOKEN_CHARS else None
    if content is None:
        raise TokenError("malformed")
    return content


def _fresh(claims: TokenClaims, now: float) -> TokenClaims:
    if claims.expiry <= now:
        raise TokenError("expired")
    return claims


def _text(target: bytes) -> str:
    try:
        return target.decode()
    except UnicodeDecodeError:
        raise TokenError("target") from None
