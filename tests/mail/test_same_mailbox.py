"""Two spellings of one mailbox: gmail.com and googlemail.com, and no others."""

from __future__ import annotations

import pytest

from server.mail.same_mailbox import among, folded, same_mailbox, spellings


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("alice@gmail.com", "alice@googlemail.com", True),
        ("Alice@GoogleMail.com", "alice@gmail.com", True),
        ("alice@gmail.com", "alice@gmail.com", True),
        ("alice@gmail.com", "al.ice@gmail.com", False),
        ("alice@gmail.com", "alice+shop@googlemail.com", False),
        ("alice@gmail.com", "alice@mail.googlemail.com", False),
        ("alice@gmail.com", "alice@notgooglemail.com", False),
        ("alice@gmail.com", "alice@googlemail.com.example", False),
        ("alice@example.com", "alice@gmail.com", False),
        ("", "alice@gmail.com", False),
    ],
)
def test_only_gmails_two_domains_are_one(one: str, other: str, same: bool) -> None:
    assert same_mailbox(one, other) is same
    assert same_mailbox(other, one) is same


def test_an_account_is_looked_for_under_each_spelling() -> None:
    assert spellings("Bob@googlemail.com") == ("bob@gmail.com", "bob@googlemail.com")
    assert spellings("bob@gmail.com") == ("bob@gmail.com", "bob@googlemail.com")
    assert spellings("bob@example.com") == ("bob@example.com",)
    assert folded("BOB@example.com") == "bob@example.com"


def test_a_recipient_is_named_as_the_mail_was_addressed() -> None:
    assert among("bob@gmail.com", {"bob@googlemail.com", "dora@example.com"}) == "bob@googlemail.com"
    assert among("bob@gmail.com", {"bob@googlemail.com", "bob@gmail.com"}) == "bob@gmail.com"
    assert among("eve@gmail.com", {"bob@gmail.com"}) is None
