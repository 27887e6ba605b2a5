"""Passwords are hidden in what is shown, in plain and as in a URL."""

from __future__ import annotations

from urllib.parse import quote

from hypothesis import given
from hypothesis import strategies as st

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
