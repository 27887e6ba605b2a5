"""Says in a sentence why Redis does not take what it is given, and what to do about it."""

from __future__ import annotations

from redis import AuthenticationError, BusyLoadingError, OutOfMemoryError, ReadOnlyError, RedisError
from redis.exceptions import ClusterError, NoPermissionError

_PASSWORD = "Redis refuses the user or the password in SPOOL_URL."
_CLUSTER = "This Redis is a cluster, which is not supported. Set SPOOL_URL to a Redis without cluster mode."
_BY_CLASS: tuple[tuple[type[BaseException], str], ...] = (
    (
        OutOfMemoryError,
        "Redis is full: maxmemory is reached. Raise maxmemory, or remove what else is stored in it.",
    ),
    (ReadOnlyError, "This Redis is a replica, which takes no writes. Set SPOOL_URL to the primary."),
    (BusyLoadingError, "Redis has been started and is still loading its data. Wait a moment."),
    (
        NoPermissionError,
        "The user in SPOOL_URL may not do this. Run in Redis: ACL SETUSER … ~sightline:* &sightline:* +@all",
    ),
    (AuthenticationError, _PASSWORD),
    (ClusterError, _CLUSTER),
)
_BY_TEXT = (
    ("MISCONF", "Redis takes no writes because it cannot save its data. Check its disk and its log."),
    (
        "authentication required",
        "Redis asks for a password. Put it into SPOOL_URL: redis://:password@host:6379/0",
    ),
    ("MASTERDOWN", "This Redis is a replica without its primary. Set SPOOL_URL to the primary."),
    ("MOVED", _CLUSTER),
    ("CLUSTERDOWN", _CLUSTER),
    ("invalid password", _PASSWORD),
    ("DB index is out of range", "SPOOL_URL names a database that this Redis does not have. Try /0."),
    ("NOREPLICAS", "Redis takes no writes because too few replicas are connected: min-replicas-to-write."),
)


def advice_on(error: BaseException) -> str | None:
    """Return a sentence; None if Redis just cannot be reached, or says something unknown."""
    if not isinstance(error, RedisError):
        return None
    text = str(error)
    by_text = next((sentence for word, sentence in _BY_TEXT if word.lower() in text.lower()), None)
    return by_text or next((sentence for kind, sentence in _BY_CLASS if isinstance(error, kind)), None)
