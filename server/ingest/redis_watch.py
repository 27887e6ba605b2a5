"""Notices that Redis has forgotten hits, and gives them to it again from this node's copies.

What was forgotten and what has just been stored look the same, so some hits are given twice. The digest
recognises them by their ids.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from itertools import islice

from server.ingest.losses import Losses
from server.ingest.redis_copies import Copies, Copy
from server.ingest.redis_stream import RedisStream
from server.ingest.spool_file import ROWS_A_STATEMENT
from server.lib import metrics
from server.lib.log_throttle import ThrottledLogger

log = logging.getLogger(__name__)

ASK_EVERY = 60.0  # seconds between two questions about the eviction policy
CAREFUL = 600.0  # seconds after hits were forgotten in which Redis gets only few at a time
FEW = 1000  # hits
_MISSING = "missing"  # a life that never is, so that these copies are looked at again


class RedisWatch:
    """Watches over the hits in `stream`. For one thread at a time, except the properties."""

    def __init__(self, stream: RedisStream, copies: Copies, losses: Losses) -> None:
        self._stream = stream
        self._copies = copies
        self._losses = losses
        self._ask_at = self._careful_until = 0.0
        self._fallen_back = 0  # how often the stream was found in an earlier state, in the same life
        self._warning = ThrottledLogger(log, period=ASK_EVERY)

    @property
    def careful(self) -> bool:
        """Whether Redis must not be trusted with many hits at a time."""
        return self._losses.evicting is not None or time.monotonic() < self._careful_until

    @property
    def has_room(self) -> bool:
        """Whether Redis may be given further hits from this node's disk."""
        return not self.careful or self._stream.length < FEW

    def look(self) -> None:
        """Forget the copies of stored hits, and give forgotten hits to Redis again. Raises RedisAway."""
        self._ask()
        self._copies.adopt()
        newest = self._copies.newest(self._copies.life)
        state = self._stream.state()
        if self._copies.life == f"{state.life} {self._fallen_back}" and state.highest < newest:
            self._fallen_back += 1
        life = f"{state.life} {self._fallen_back}"
        self._copies.life = life
        self._copies.forget_below(state.lowest, life)
        self._give(self._copies.taken_from_memory(life))
        for file in self._copies.of_other_lives(life):
            while self.has_room and (some := list(islice(file.copies(), file.checked, file.checked + FEW))):
                self._give(some)
                file.checked += len(some)
            if not self.has_room:
                return
            self._copies.drop(file)

    def _give(self, copies: Sequence[Copy]) -> None:
        """Give Redis those of the hits that are not in the stream. Raises RedisAway."""
        present = self._stream.present([number for number, _ in copies])
        life = self._copies.life
        self._copies.add([copy for copy in copies if copy[0] in present], life)
        missing = [copy for copy in copies if copy[0] not in present]
        if missing:
            self._careful_until = time.monotonic() + CAREFUL
            metrics.count("redis.forgot", len(missing))
            self._warning.warn(
                "Redis has lost up to %s hits, which are given to it again. Check its maxmemory-policy and "
                "whether it keeps its data when it restarts: sightline doctor",
                len(missing),
            )
        try:
            while missing:
                some = [record for _, record in missing[:ROWS_A_STATEMENT]]
                if not (ids := self._stream.append(some)):
                    return  # the stream is at its cap
                self._copies.add(list(zip(ids, some, strict=False)), life)
                missing = missing[len(ids) :]
        finally:
            self._copies.add(missing, _MISSING)

    def _ask(self) -> None:
        if time.monotonic() < self._ask_at:
            return
        self._ask_at = time.monotonic() + ASK_EVERY
        facts = self._stream.facts()
        if facts.evicts and self._losses.evicting is None:
            log.warning(
                "Redis may delete waiting hits: its maxmemory-policy is %s. Set it to noeviction. "
                "Until then, hits wait in this node's own file.",
                facts.policy,
            )
        self._losses.evicting = facts.policy if facts.evicts else None
