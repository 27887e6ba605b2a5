"""Passwords are hidden in what is shown, in plain and as in a URL."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.lib.config import ConfigError, redis_url
from server.lib.hiding import without, without_password

SECRET = st.text(st.characters(codec="ascii", exclude_categories=["C"]), min_size=4, max_size=20)


@given(SECRET)
def test_a_secret_is_in_no_text_whatever_it_is_made_of(secret: str) -> None:
    said = without(f"<{secret}> and postgres://alice:{quote(secret, safe='')}@db/mail", [secret])
    assert (
        secret not in said.replace("postgres://", "").replace("<", "").replace(" and ", "")
        or secret in "…@db/mail…>"
    )
    assert quote(secret, safe="") not in said or secret in "postgres://…@db/mail"


def test_the_login_of_a_url_is_hidden_and_its_host_is_not() -> None:
    assert without_password("redis://:pw@h:1/0 fails") == "redis://…@h:1/0 fails"
    assert (
        without_password("postgres://a:p@ss@h/db?sslpassword=x&y=1") == "postgres://…@h/db?sslpassword=…&y=1"
    )
    assert without_password("mail to alice@example.org") == "mail to alice@example.org"


@pytest.mark.parametrize(
    "url", ["redis//:s3cret@h:6379", ":s3cret@h:6379", "redis:/:s3cret@h", "redis://h/s3cret"]
)
def test_a_url_that_cannot_be_read_shows_no_password(url: str) -> None:
    with pytest.raises(ConfigError, match="SPOOL_URL") as raised:
        redis_url({"SPOOL_URL": url}, "SPOOL_URL")
    assert "s3cret" not in str(raised.value)
    assert "@" not in url or "s3cret" not in without_password(f"cannot use {url} today")
