"""Says in a sentence why PostgreSQL or MariaDB does not let us work, and what to change in DATABASE_URL.

The drivers' errors are told by their codes: SQLSTATE of PostgreSQL (appendix A of its documentation), and the
numbers of MariaDB and MySQL.
"""

from __future__ import annotations

from server.lib.error_words import without_number

_STATES = {
    "28P01": "PostgreSQL refuses the password. Correct user and password in DATABASE_URL",
    "28000": "PostgreSQL does not let this user in. Correct the login in DATABASE_URL, or pg_hba.conf",
    "3D000": "PostgreSQL has no such database. Create it, or correct the name at the end of DATABASE_URL",
    "42501": "PostgreSQL forbids this to the user. Run as its owner: GRANT ALL ON SCHEMA public TO the user",
    "3F000": "PostgreSQL has no such schema. Create it, or correct schema= in DATABASE_URL",
    "25006": "PostgreSQL is read-only here, as replicas are. Name the one that takes writes in DATABASE_URL",
    "53300": "PostgreSQL takes no more connections. Raise max_connections, or stop programs that keep some",
    "57P03": "PostgreSQL is just starting or stopping. Try again in a minute",
    "08P01": "What answers is no PostgreSQL, or a pooler refuses a parameter. Correct DATABASE_URL",
    "53100": "The disk of PostgreSQL is full. Free some space there",
}
_NUMBERS = {
    1045: "MariaDB refuses the user or the password. Correct both in DATABASE_URL",
    1698: "MariaDB does not let this user in by password. Use a user of its own in DATABASE_URL",
    1044: "MariaDB does not let this user into the database. As root: GRANT ALL ON the database TO the user",
    1142: "MariaDB forbids this to the user. As root: GRANT ALL ON the database TO the user",
    1049: "MariaDB has no such database. Create it, or correct the name at the end of DATABASE_URL",
    1130: "MariaDB does not let this machine in. Create the user for this host, or for '%'",
    1040: "MariaDB takes no more connections. Raise its max_connections, or stop programs that keep some",
    1290: "MariaDB is read-only, as replicas are. Name the one that takes writes in DATABASE_URL",
    3159: "MariaDB wants TLS. Add ?ssl-mode=REQUIRED to DATABASE_URL",
    4031: "MariaDB ended the connection. Try again",
}


def refusal(error: BaseException) -> str | None:
    """Return the sentence for an error of asyncpg or asyncmy; None for other errors, and unknown ones."""
    module = type(error).__module__.partition(".")[0]
    if module == "asyncpg":
        return _postgres(error)
    if module == "asyncmy":
        return _mysql(error)
    text = str(error)
    if "rejected SSL upgrade" in text:  # asyncpg raises a plain ConnectionError
        return (
            "PostgreSQL has no TLS, and sslmode wants it. Turn on TLS there, or write sslmode=disable in "
            "DATABASE_URL if nobody can listen in between."
        )
    if "unexpected connection_lost" in text:
        return "PostgreSQL ended the connection at once. Check host, port and sslmode in DATABASE_URL."
    return None


def _postgres(error: BaseException) -> str | None:
    state, text = getattr(error, "sqlstate", None), str(error).rstrip(".")
    if "no encryption" in text or "SSL off" in text:  # of pg_hba.conf
        return f"PostgreSQL wants TLS. Add ?sslmode=require to DATABASE_URL ({text})."
    if state in _STATES:
        return f"{_STATES[state]} ({text})."
    return f"PostgreSQL says: {text}. Check DATABASE_URL."


def _mysql(error: BaseException) -> str | None:
    number = error.args[0] if error.args else None
    text = without_number(str(error.args[1] if len(error.args) > 1 else error)).rstrip(".")
    if number in _NUMBERS:
        return f"{_NUMBERS[number]} ({text})."
    if "WRONG_VERSION_NUMBER" in text:
        return (
            "MariaDB has no TLS, and ssl-mode wants it. Turn on TLS there, or write ssl-mode=DISABLED in "
            "DATABASE_URL if nobody can listen in between."
        )
    if "CERTIFICATE_VERIFY_FAILED" in text:
        return (
            f"MariaDB's certificate is not trusted ({text}). Name its authority in DATABASE_URL: ssl-ca=FILE."
        )
    if number in {2003, 2006, 2013}:
        return f"MariaDB does not answer: {text}. Check host and port in DATABASE_URL, and whether it runs."
    return f"MariaDB says: {text}. Check DATABASE_URL."
