"""Forges tokens in every known way: by changing, borrowing or inventing one."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from uuid import UUID

from server.lib.keys.signing import KeyRing, b64u, digest, from_b64u
from server.marks.tokens import Purpose, TokenClaims, link_head, link_key, sign, sign_click

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
GOOD_URL, BAD_URL = "https://example.com/", "https://mallory.example/"
_BROKEN = re.compile("=?(?:%0A|%20)")
OTHERS = [each for each in Purpose if each not in {Purpose.OPEN, Purpose.CLICK, Purpose.DECOY}]


@dataclass
class Forger:
    """Knows three valid tokens of Alice's mail, all that is public, and keys of another mail and server."""

    ring: KeyRing
    alice: TokenClaims
    chance: random.Random = field(default_factory=lambda: random.Random(1))

    def __post_init__(self) -> None:
        self.open = sign(self.ring, Purpose.OPEN, self.alice)
        self.head = link_head(self.ring, self.alice)
        self.click = sign_click(self.head, link_key(self.ring, self.head), GOOD_URL)
        self.decoy = sign(self.ring, Purpose.DECOY, self.alice)
        self.good = {Purpose.OPEN: self.open, Purpose.CLICK: self.click, Purpose.DECOY: self.decoy}
        self._foreign = KeyRing.of([b"the key of another server"])
        self._bobs = link_head(self.ring, self.alice._replace(account=2, message=UUID(int=2)))

    def attempts(self) -> Iterator[tuple[str, Purpose, str]]:
        """Yield a trick, its token's use, and the token: first each bit flipped, then all tricks forever."""
        for purpose, token in self.good.items():
            for bit in range(len(_content(token)) * 8):
                yield "a bit flipped", purpose, _flipped(token, bit)
        tricks: tuple[tuple[str, Callable[[Purpose], str]], ...] = (
            ("bits flipped", self._bits),
            ("cut", self._cut),
            ("drawn out", self._longer),
            ("claims changed", self._claims),
            ("other purpose", self._purpose),
            ("other tenant", self._tenant),
            ("other server", self._server),
            ("expired", self._expired),
            ("other spelling", self._spelling),
            ("invented", self._invented),
        )
        while True:
            for name, trick in tricks:
                for purpose in self.good:
                    token = trick(purpose)
                    if not self._is_good(token):
                        yield name, purpose, token

    def _is_good(self, token: str) -> bool:
        """Whether this is a valid token as mail programs break it or leave something behind it."""
        whole = _BROKEN.sub("", token).rstrip("=").rstrip("-_")
        return whole in self.good.values()

    def _bits(self, purpose: Purpose) -> str:
        token = self.good[purpose]
        for bit in self.chance.sample(range(len(_content(token)) * 8), self.chance.randint(2, 9)):
            token = _flipped(token, bit)
        return token

    def _cut(self, purpose: Purpose) -> str:
        token = self.good[purpose]
        left, right = sorted(self.chance.sample(range(len(token) + 1), 2))
        return self.chance.choice(
            [token[:left], token[right:], token[left:right], token[:left] + token[right:]]
        )

    def _longer(self, purpose: Purpose) -> str:
        more = "".join(self.chance.choices(ALPHABET, k=self.chance.randint(1, 200)))
        return self.chance.choice([self.good[purpose] + more, more + self.good[purpose]])

    def _claims(self, purpose: Purpose) -> str:
        """Keep the signature, but change one byte of the claims, or the target."""
        content, place = bytearray(_content(self.good[purpose])), self.chance.randrange(0, 38)
        content[place] = (content[place] + self.chance.randint(1, 255)) % 256
        if purpose is Purpose.CLICK and self.chance.random() < 0.5:
            target = BAD_URL.encode()
            content = bytearray(self.head + digest(target)[:16] + target + content[-32:])
        return b64u(bytes(content))

    def _purpose(self, purpose: Purpose) -> str:
        """Use a token that was signed for another purpose, or a link key on a pixel's head."""
        said = self.alice._replace(message=UUID(int=self.chance.getrandbits(128)))
        if purpose is Purpose.OPEN:
            head = link_head(self.ring, said)
            borrowed = sign_click(head, link_key(self.ring, head), GOOD_URL)
            other = self.chance.choice([*OTHERS, Purpose.DECOY])
            return self.chance.choice([borrowed, sign(self.ring, other, said)])
        return sign(self.ring, self.chance.choice([Purpose.OPEN, *OTHERS]), said)

    def _tenant(self, purpose: Purpose) -> str:
        """Sign in Alice's name with Bob's keys."""
        bobs_key = link_key(self.ring, self._bobs)
        url = f"{BAD_URL}{self.chance.getrandbits(32)}"
        if purpose is Purpose.CLICK:
            return sign_click(self.head, bobs_key, url)
        bobs = sign(self.ring, purpose, self.alice._replace(account=self.chance.randint(2, 2**63)))
        return b64u(_content(self.good[purpose])[:38] + _content(bobs)[38:])

    def _server(self, purpose: Purpose) -> str:
        """Sign with another server's key, under that key's id or under our key's id."""
        said = self.alice._replace(message=UUID(int=self.chance.getrandbits(128)))
        head = link_head(self._foreign, said)
        if purpose is Purpose.CLICK:
            token = sign_click(head, link_key(self._foreign, head), BAD_URL)
        else:
            token = sign(self._foreign, purpose, said)
        content = _content(token)
        ours = content[:2] + self.ring.newest_id + content[6:]
        return b64u(self.chance.choice([content, ours]))

    def _expired(self, purpose: Purpose) -> str:
        said = self.alice._replace(expiry=self.chance.randint(0, 1_700_000_000))
        head = link_head(self.ring, said)
        if purpose is Purpose.CLICK:
            return sign_click(head, link_key(self.ring, head), GOOD_URL)
        return sign(self.ring, purpose, said)

    def _spelling(self, purpose: Purpose) -> str:
        """Write the same bytes, or nearly the same, with other characters."""
        token = self.good[purpose]
        place = self.chance.randrange(len(token))
        other: str = self.chance.choice(
            [*ALPHABET, "=", "+", "%2F", "%20", "%00", "%0A", "~", "%C3%BC", "%FF"]
        )
        return self.chance.choice(
            [
                token[:place] + other + token[place:],
                token[:place] + other + token[place + 1 :],
                token + "=" * self.chance.randint(1, 3),
                token[:-1] + self.chance.choice(ALPHABET),
                token[:place] + token[place:].swapcase(),
            ]
        )

    def _invented(self, purpose: Purpose) -> str:
        size = self.chance.choice([0, 1, 38, 69, 70, 71, 86, 140, 400])
        if self.chance.random() < 0.5:
            return b64u(bytes([1, purpose]) + self.ring.newest_id + self.chance.randbytes(size))
        return "".join(self.chance.choices(ALPHABET, k=size))


def _content(token: str) -> bytes:
    content = from_b64u(token)
    assert content is not None
    return content


def _flipped(token: str, bit: int) -> str:
    content = bytearray(_content(token))
    content[bit // 8] ^= 1 << bit % 8
    return b64u(bytes(content))
