"""Finds names in the environment that are probably a setting of ours, spelt in another way. Pure.

An environment is full of names that are none of our business: only those count that resemble a setting of
ours, or begin as only ours do.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from difflib import get_close_matches

# What other programs call these things.
_ELSEWHERE = {
    **dict.fromkeys(("SMTP_HOST", "SMTP_HOSTNAME", "SMTP_ADDRESS", "MAIL_HOST", "EMAIL_HOST"), "SMTP_SERVER"),
    **dict.fromkeys(("MAIL_SERVER", "MAIL_SMTP_HOST"), "SMTP_SERVER"),
    **dict.fromkeys(("SMTP_USER", "SMTP_LOGIN", "MAIL_USERNAME", "EMAIL_HOST_USER"), "SMTP_USERNAME"),
    **dict.fromkeys(("SMTP_PASS", "SMTP_PASSWD", "MAIL_PASSWORD", "EMAIL_HOST_PASSWORD"), "SMTP_PASSWORD"),
    **dict.fromkeys(("MAIL_PORT", "EMAIL_PORT"), "SMTP_PORT"),
    **dict.fromkeys(
        ("SMTP_TLS", "SMTP_STARTTLS", "SMTP_USE_STARTTLS", "SMTP_ENABLE_STARTTLS"), "SMTP_USE_TLS"
    ),
    **dict.fromkeys(("MAIL_USE_TLS", "EMAIL_USE_TLS"), "SMTP_USE_TLS"),
    **dict.fromkeys(("SMTP_SSL", "SMTP_SECURE", "MAIL_USE_SSL", "EMAIL_USE_SSL"), "SMTP_USE_SSL"),
    **dict.fromkeys(
        ("SMTP_FROM", "SMTP_SENDER", "EMAIL_FROM", "FROM_EMAIL", "DEFAULT_FROM_EMAIL"), "MAIL_FROM"
    ),
    **dict.fromkeys(("MAIL_SENDER", "MAIL_FROM_ADDRESS", "MAIL_DEFAULT_SENDER"), "MAIL_FROM"),
    **dict.fromkeys(
        ("BASE_URL", "APP_URL", "SITE_URL", "SERVER_URL", "EXTERNAL_URL", "ROOT_URL"), "PUBLIC_URL"
    ),
    **dict.fromkeys(("PUBLIC_URI", "PUBLIC_HOST", "DOMAIN_NAME"), "PUBLIC_URL"),
    **dict.fromkeys(
        ("DB_URL", "DB_URI", "DATABASE_URI", "DATABASE_DSN", "SQLALCHEMY_DATABASE_URI"), "DATABASE_URL"
    ),
    **dict.fromkeys(("REDIS_URL", "REDIS_URI"), "SPOOL_URL"),
    **dict.fromkeys(("SECRET_KEY", "COOKIE_SECRET", "SESSION_KEY"), "SESSION_SECRET"),
    **dict.fromkeys(("DATA_DIR", "DATA_FOLDER", "DATA_PATH"), "SIGHTLINE_DATA"),
    **dict.fromkeys(
        ("TRUSTED_PROXY", "TRUST_PROXY", "FORWARDED_ALLOW_IPS", "PROXY_TRUSTED"), "TRUSTED_PROXIES"
    ),
    **dict.fromkeys(("ALLOWED_HOST", "TRUSTED_HOSTS"), "ALLOWED_HOSTS"),
    **dict.fromkeys(("GOOGLE_ID", "GOOGLE_OAUTH_CLIENT_ID", "OAUTH_CLIENT_ID"), "GOOGLE_CLIENT_ID"),
    **dict.fromkeys(
        ("GOOGLE_SECRET", "GOOGLE_OAUTH_CLIENT_SECRET", "OAUTH_CLIENT_SECRET"), "GOOGLE_CLIENT_SECRET"
    ),
    **dict.fromkeys(("GEOIP_PATH", "GEOIP_CITY_DATABASE_PATH", "MAXMIND_DB"), "GEOIP_DATABASE_PATH"),
    **dict.fromkeys(("RETENTION_DAYS", "EVENTS_RETENTION_DAYS"), "EVENT_RETENTION_DAYS"),
}
_OURS = ("SIGHTLINE_", "SMTP_", "SPOOL_", "GEOIP_", "VIEW_TIME_", "TRACKING_SECRET", "GOOGLE_CLIENT_")
# Kubernetes describes a service named sightline in such variables.
_KUBERNETES = re.compile(r".*_(SERVICE_HOST|SERVICE_PORT(_.*)?|PORT(_\d+_(TCP|UDP).*)?)")
_ALIKE = 0.87  # of difflib: one wrong, missing or swapped letter in a name of eight
_SHORTEST = 6  # letters; shorter names resemble too much


def misspelt(env: Mapping[str, str], names: Collection[str]) -> list[tuple[str, str]]:
    """Return pairs of a name in `env` and the setting, one of `names`, that is probably meant and not set.

    A name that begins as only ours do and resembles none of them is paired with "".
    """
    found = ((given, _meant(given, names)) for given in sorted(env) if env[given] and given not in names)
    return [(given, meant) for given, meant in found if meant is not None and not env.get(meant)]


def _meant(given: str, names: Collection[str]) -> str | None:
    name = given.strip().upper().replace("-", "_").replace(".", "_")
    if name.startswith("SIGHTLINE_") and _KUBERNETES.fullmatch(name):
        return None
    if name in names:
        return name if len(name) >= _SHORTEST else None  # in small letters, or with blanks
    if name in _ELSEWHERE:
        return _ELSEWHERE[name]
    bare = name.removeprefix("SIGHTLINE_")
    if bare in names and bare != name:
        return bare
    close = get_close_matches(name, names, 1, _ALIKE) if len(name) >= _SHORTEST else []
    if close:
        return close[0]
    return next(iter(get_close_matches(name, names, 1, 0.6)), "") if name.startswith(_OURS) else None
