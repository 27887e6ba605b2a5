"""Wrong set-ups of databases, Redis and mail servers, and what `sightline doctor` must say of each."""

from __future__ import annotations

from tests.machines.setups import SECRET, Setup

_THERE = "127.0.0.1:{pg}/{name}"
_WRITER, _ANYBODY = f"sightline:{SECRET}", "postgres@127.0.0.1:{pg}/{name}"
_NO_WRITE = "write|read-only|GRANT|privilege|permission"
PLACE = "DATABASE_URL|127.0.0.1:1"


def _database(name: str, url: str, *says: str, colours: str = "red") -> Setup:
    return Setup(name, says, {"DATABASE_URL": url}, colours)


DATABASES = (
    _database("db-wrong-password", f"postgres://{_WRITER}x@{_THERE}", "DATABASE_URL|password", "database"),
    _database("db-nobody-listens", f"postgres://{_WRITER}@127.0.0.1:1/mail", "DATABASE_URL|127.0.0.1:1"),
    _database("db-unknown-host", f"postgres://{_WRITER}@db.invalid:5432/mail", "db.invalid|DATABASE_URL"),
    _database("db-not-created", "postgres://postgres@127.0.0.1:{pg}/never_made", "never_made"),
    _database("db-sslmode-without-tls", f"postgres://{_ANYBODY}?sslmode=require", "sslmode|TLS|SSL"),
    _database(
        "db-sslmode-prefer",
        f"postgres://{_ANYBODY}?sslmode=prefer",
        "^database ",
        colours="green yellow",
    ),
    _database("db-sslmode-typo", f"postgres://{_ANYBODY}?sslmode=perhaps", "sslmode"),
    _database(
        "db-unknown-option",
        f"postgres://{_ANYBODY}?schema=public&pgbouncer=true",
        "^database ",
        colours="green yellow red",
    ),
    _database(
        "db-asyncpg-dialect",
        f"postgresql+asyncpg://{_ANYBODY}",
        "^database |DATABASE_URL",
        colours="red green",
    ),
    _database("db-mssql", f"mssql://sa:{SECRET}@127.0.0.1:1433/mail", "DATABASE_URL", "postgres"),
    _database(
        "db-jdbc",
        f"jdbc:postgresql://127.0.0.1:1/mail?password={SECRET}",
        "DATABASE_URL",
        "postgres|127.0.0.1:1",
    ),
    _database("db-hash-in-password", f"postgres://{_WRITER}#w@{_THERE}", "DATABASE_URL", "%23|password"),
    _database("db-slash-in-password", f"postgres://{_WRITER}/w@{_THERE}", "DATABASE_URL", "%2F|password"),
    _database("db-silent", f"postgres://{_WRITER}@127.0.0.1:{{silent}}/mail", "answer|time|DATABASE_URL"),
    _database(
        "db-is-a-web-server",
        f"postgres://{_WRITER}@127.0.0.1:{{web}}/mail",
        "DATABASE_URL|PostgreSQL",
    ),
    _database("db-only-reads", f"postgres://reader:{SECRET}@{_THERE}", _NO_WRITE),
    _database("db-mysql-nobody-listens", f"mysql://{_WRITER}@127.0.0.1:1/mail", "DATABASE_URL|127.0.0.1:1"),
    _database(
        "db-mysql-ssl-mode",
        f"mysql://{_WRITER}@127.0.0.1:1/mail?ssl-mode=REQUIRED",
        "DATABASE_URL|127.0.0.1:1",
    ),
)


def _redis(name: str, url: str, *says: str, colours: str = "red") -> Setup:
    return Setup(name, says, {"SPOOL_URL": url}, colours)


# Each with what is done to its Redis before.
REDIS: dict[tuple[str, ...], tuple[Setup, ...]] = {
    ("CONFIG SET maxmemory-policy allkeys-lru",): (
        _redis("redis-evicts", "redis://127.0.0.1:{redis}/0", "noeviction"),
    ),
    ("CONFIG SET appendonly no",): (
        _redis("redis-memory-only", "redis://127.0.0.1:{redis}/0", "appendonly|disk", colours="red yellow"),
        _redis("redis-no-such-database", "redis://127.0.0.1:{redis}/99", "SPOOL_URL|99"),
        _redis("redis-tls-on-plain", "rediss://127.0.0.1:{redis}/0", "SPOOL_URL|TLS|rediss"),
        _redis("redis-is-a-web-server", "redis://127.0.0.1:{web}/0", "SPOOL_URL|Redis"),
        _redis("redis-nobody-listens", "redis://127.0.0.1:1/0", "SPOOL_URL"),
        _redis("redis-http", "https://redis.example.org", "SPOOL_URL", "redis://"),
    ),
    (f"CONFIG SET requirepass {SECRET}",): (
        _redis("redis-no-password", "redis://127.0.0.1:{redis}/0", "SPOOL_URL|password"),
        _redis("redis-wrong-password", f"redis://:{SECRET}x@127.0.0.1:{{redis}}/0", "SPOOL_URL|password"),
    ),
    (f"ACL SETUSER app on >{SECRET} ~* &* +@all -config",): (
        _redis(
            "redis-without-config",
            f"redis://app:{SECRET}@127.0.0.1:{{redis}}/0",
            "noeviction|policy|CONFIG",
            colours="yellow red",
        ),
    ),
    ("REPLICAOF 127.0.0.1 1",): (
        _redis("redis-replica", "redis://127.0.0.1:{redis}/0", "replica|read-only|read only"),
    ),
}


def _mail(name: str, port: str, *says: str, colours: str = "red", **more: str) -> Setup:
    env = {"SMTP_SERVER": "127.0.0.1", "SMTP_PORT": f"{{{port}}}", "MAIL_FROM": "alerts@example.org", **more}
    return Setup(name, says, env, colours)


_LOGIN = {"SMTP_USERNAME": "sightline", "SMTP_PASSWORD": SECRET}
MAIL = (
    _mail("smtp-starttls-on-tls-port", "tls", "SMTP_USE_SSL", SMTP_USE_TLS="on"),
    _mail("smtp-tls-on-plain-port", "open", "SMTP_USE_TLS|SMTP_USE_SSL", SMTP_USE_SSL="on"),
    _mail("smtp-no-login-offered", "open", "SMTP_USERNAME|login|log in", **_LOGIN),
    _mail("smtp-login-wanted", "login", "SMTP_USERNAME"),
    _mail("smtp-wrong-password", "login", "SMTP_PASSWORD|password", **_LOGIN),
    _mail("smtp-unknown-authority", "starttls", "certificate", SMTP_USE_TLS="on"),
    _mail("smtp-is-imap", "imap", "SMTP_PORT|SMTP_SERVER"),
    _mail("smtp-from-malformed", "open", "MAIL_FROM", MAIL_FROM="Sightline <alerts@example.org"),
    _mail("smtp-right", "open", "^alert emails", colours="green"),
)
