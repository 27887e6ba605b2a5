"""What counts as Google's word that a permission is revoked."""

from __future__ import annotations

from dataclasses import replace

import pytest

from server.google.consent import oauth
from server.google.settings import GOOGLE
from tests.google.answering import Said, in_googles_place, said

PAGE = "<html>Anmeldung nötig</html>".encode("latin-1")


@pytest.mark.parametrize(
    ("answer", "revoked"),
    [
        (said(200, {}), True),
        (said(200, b""), True),
        (said(400, {"error": "invalid_token", "error_description": "Token expired or revoked"}), True),
        (said(200, PAGE, Content_Type="text/html"), False),
        (said(400, PAGE, Content_Type="text/html"), False),
        (said(400, {"error": "invalid_request"}), False),
        (said(400, {"error": {"status": "INVALID_ARGUMENT"}}), False),
        (said(401, {"error": "invalid_token"}), False),
        (said(503, {}), False),
        (said(302, b"", Location="https://portal.example/"), False),
        (Said(cut=True), False),
    ],
)
async def test_only_google_itself_says_that_a_permission_is_revoked(answer: Said, revoked: bool) -> None:
    async with in_googles_place(answer) as place:
        google = replace(GOOGLE, revoke_url=f"{place.url}/revoke", sandbox=True)
        assert await oauth.revoke(google, "1//r") is revoked
    assert b"token=1%2F%2Fr" in place.heard[0]
