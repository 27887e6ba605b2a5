"""`server/lib` uses no names from the product's domain, because it could serve any server."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import server.lib

LIB = Path(server.lib.__path__[0])
MODULES = sorted(str(path.relative_to(LIB)) for path in LIB.rglob("*.py"))
PRODUCT = {
    *(
        "alert",
        "attachment",
        "bounce",
        "campaign",
        "decoy",
        "gmail",
        "google",
        "lease",
        "mail",
        "mailbox",
        "mails",
    ),
    *("pixel", "recipient", "sandbox", "sender", "sightline", "spool", "subscriber", "tracked", "tracking"),
    "verdict",
}


def names_in(tree: ast.AST) -> Iterator[str]:
    """Every name that the module defines or uses; not its texts, which may be about anything."""
    for node in ast.walk(tree):
        for attribute in ("id", "attr", "arg", "name", "asname", "module"):
            given = getattr(node, attribute, None)
            if isinstance(given, str):
                yield given


def words_of(name: str) -> set[str]:
    """The words of a name: `MailServer` and `mail_server` have the same."""
    return {word.lower() for word in re.findall(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])", name)}


@pytest.mark.parametrize("module", MODULES)
def test_the_library_uses_no_word_of_the_product(module: str) -> None:
    tree = ast.parse((LIB / module).read_text())
    found = {name for name in names_in(tree) if words_of(name) & PRODUCT}
    assert not found, "give it a word that any server would use, or move it to the slice that needs it"


def test_words_of_the_product_are_found_in_imports_arguments_and_attributes() -> None:
    tree = ast.parse("from x import y as MailServer\ndef f(gmailId, *, pixel): return z.sent_mail\nemail = 1")
    assert {name for name in names_in(tree) if words_of(name) & PRODUCT} == {
        *("MailServer", "gmailId", "pixel", "sent_mail"),
    }
