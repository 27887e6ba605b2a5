"""Sets the security headers of a response: a CSP that forbids inline code, HSTS, and others."""

from __future__ import annotations

from quart import Response

CONTENT_SECURITY_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "font-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_YEAR = 31_536_000
_AS_IT_IS = "no-transform"


def secure(answer: Response, https: bool) -> Response:
    """Set the headers that `answer` lacks; HSTS is set only if people use HTTPS (`https`)."""
    headers = answer.headers
    headers.setdefault("Content-Security-Policy", CONTENT_SECURITY_POLICY)
    headers.setdefault("Cache-Control", "no-store")  # what may be kept says so itself
    if answer.mimetype == "text/html" and _AS_IT_IS not in headers["Cache-Control"]:
        # Otherwise Cloudflare hides the email addresses on pages, and shows them by a script that the policy
        # above blocks (developers.cloudflare.com/waf/tools/scrape-shield/email-address-obfuscation).
        headers["Cache-Control"] += f", {_AS_IT_IS}"
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "no-referrer")
    headers.setdefault("Cross-Origin-Opener-Policy", "same-origin")
    headers.setdefault("Permissions-Policy", "camera=(), geolocation=(), microphone=(), browsing-topics=()")
    if https:
        headers.setdefault("Strict-Transport-Security", f"max-age={_YEAR * 2}")
    return answer
