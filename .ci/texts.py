"""Keeps the catalogs in server/locale/ up to date with the texts in server/ and templates/.

`make texts` gathers the texts, adds new ones to each catalog, removes those that are no longer used, and
prints what has to be translated. `--check` writes nothing and fails if a catalog is out of date, or if one of
its texts is missing, is fuzzy, or has other values than the English text.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from babel.messages import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.frontend import parse_mapping_cfg
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[1]
CATALOGS = "server/locale/*/LC_MESSAGES/sightline.po"
KEYWORDS = {
    "_": None,
    "gettext": None,
    "gettext_noop": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
    "npgettext": ((1, "c"), 2, 3),
}
HEADER = """msgid ""
msgstr ""
"Language: {language}\\n"
"Plural-Forms: {plurals}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
VALUE = re.compile(r"%\((\w+)\)s")
COMMENT = "For translators:"  # comments that start like this, before a text, go into the catalogs


def main(arguments: list[str]) -> int:
    """Update or check the catalogs: `[--check] [FOLDER]`, the project by default. Returns the exit status."""
    checking = "--check" in arguments
    root = next((Path(each) for each in arguments if not each.startswith("--")), ROOT)
    said = gathered(root)
    complaints: list[str] = []
    for path in sorted(root.glob(CATALOGS)):
        catalog = read(path)
        if checking:
            complaints += behind(catalog, said)
        else:
            update(catalog, said, path)
        complaints += wrong(catalog)
    print("\n".join(complaints))
    return 1 if complaints and checking else 0


def gathered(root: Path) -> Catalog:
    """Gather all texts in the sources below `root`."""
    with (root / "babel.cfg").open(encoding="utf-8") as file:
        methods, options = parse_mapping_cfg(file)  # type: ignore[no-untyped-call]
    said = Catalog()
    found = extract_from_dir(root, methods, options, KEYWORDS, [COMMENT], strip_comment_tags=True)
    for name, _, text, comments, context in sorted(found, key=lambda each: each[0]):
        said.add(text, None, [(name, 0)], auto_comments=comments, context=context)
    return said


def read(path: Path) -> Catalog:
    """Read the catalog of one language."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def update(catalog: Catalog, said: Catalog, path: Path) -> None:
    """Update a catalog to the gathered texts and write it; texts that remain keep their translations."""
    catalog.update(said, no_fuzzy_matching=True)
    with path.open("wb") as file:
        # Our own header: Babel's contains the time of writing, so each run would change the file.
        file.write(HEADER.format(language=catalog.locale, plurals=catalog.plural_forms).encode())
        write_po(
            file,
            catalog,
            110,
            omit_header=True,
            sort_by_file=True,
            ignore_obsolete=True,
            include_lineno=False,
        )


def behind(catalog: Catalog, said: Catalog) -> Iterator[str]:
    """Yield texts that only the sources or only the catalog have."""
    ours, theirs = _names(catalog), _names(said)
    yield from (
        f"{catalog.locale}: new in the sources, run `make texts`: {name}" for name in sorted(theirs - ours)
    )
    yield from (
        f"{catalog.locale}: no longer in the sources, run `make texts`: {name}"
        for name in sorted(ours - theirs)
    )


def _names(catalog: Catalog) -> set[str]:
    return {_name(message) for message in catalog if message.id}


def _name(message: Message) -> str:
    context = f"({message.context}) " if message.context else ""
    return f"{context}{message.id!r}"


def wrong(catalog: Catalog) -> Iterator[str]:
    """Yield texts that are missing or fuzzy, or have other values than the English ones."""
    for message in catalog:
        if message.id and (error := _error(message, catalog)):
            yield f"{catalog.locale}: {error}: {_name(message)}"


def _error(message: Message, catalog: Catalog) -> str | None:
    english, other = _forms(message.id), _forms(message.string or "")
    if not all(other):
        return "not translated"
    if message.fuzzy:
        return "unsure (fuzzy)"
    if len(other) != (catalog.num_plurals if message.pluralizable else 1):
        return "wrong number of plural forms"
    try:
        expected, given = [_values(form) for form in english], [_values(form) for form in other]
    except ValueError as error:
        return str(error)
    ever = set.union(*expected)
    always = set.intersection(*expected) - {"num"}  # "one more" has no number in it
    if given[-1] != expected[-1] or not all(always <= form <= ever for form in given):
        return "other values than in English"
    return None


def _forms(text: str | Sequence[str]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)


def _values(text: str) -> set[str]:
    """Return the names of the values in a text. Raises ValueError if it cannot be filled in."""
    names = set(VALUE.findall(text))
    try:
        text % dict.fromkeys(names, "")
    except (TypeError, ValueError, KeyError):
        raise ValueError("a percent sign that is neither %(name)s nor doubled") from None
    return names


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
