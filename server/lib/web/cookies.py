"""Names cookies so that only this host, over HTTPS, can set them."""

from __future__ import annotations


def cookie_name(name: str, *, secure: bool) -> str:
    """Return `__Host-NAME` if `secure`, otherwise NAME.

    Browsers accept a cookie with this prefix only with Secure and Path=/, and without Domain, so neither a
    neighbouring subdomain nor plain HTTP can set it (RFC 6265bis, 4.1.3.2). Over plain HTTP the prefix would
    make browsers drop the cookie.
    """
    return f"__Host-{name}" if secure else name
