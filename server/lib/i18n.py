"""Languages by gettext: English stands in the code, the catalogs in server/locale/ hold the others.

Each request and each mail has one language, kept in a context variable. Texts take their values as
`%(name)s`, in templates too; a percent sign of a text's own is doubled. `make texts` gathers what the code
says into the catalogs.
"""

from __future__ import annotations

import gettext as standard
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.numbers import format_decimal
from quart import Quart, Request

FOLDER = Path(__file__).parents[1] / "locale"
DOMAIN = "sightline"
ENGLISH = "en"
_LOCALES = {ENGLISH: "en_GB"}  # how dates are written where the language alone leaves it open: 3 Nov, 14:05
_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def install(app: Quart) -> None:
    """Give the templates of `app` the trans tag and the gettext functions, and read all catalogs."""
    env = app.jinja_env
    env.add_extension("jinja2.ext.i18n")
    env.policies["ext.i18n.trimmed"] = True
    # Jinja puts the values in by itself, escaped where the template is HTML.
    env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: _catalog().gettext(text),
        lambda one, many, count: _catalog().ngettext(one, many, count),
        newstyle=True,
        pgettext=lambda context, text: _catalog().pgettext(context, text),
        npgettext=lambda context, one, many, count: _catalog().npgettext(context, one, many, count),
    )
    env.globals["language"] = language
    for tag in languages():
        _read(tag)


@cache
def languages() -> Mapping[str, str]:
    """All languages: tag -> its own name for itself, English first."""
    tags = [ENGLISH, *sorted(path.name for path in FOLDER.iterdir() if path.is_dir())]
    return {tag: _own_name(tag) for tag in tags}


def language() -> str:
    """The tag of the language that is spoken now."""
    return _language.get()


def locale() -> Locale:
    """How the language that is spoken now writes dates and numbers."""
    return _locale(language())


def speak(tag: str) -> None:
    """Speak `tag` for the rest of this request or task. What is no language of ours is English."""
    _language.set(tag if tag in languages() else ENGLISH)


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Speak `tag` inside the block."""
    before = _language.set(tag if tag in languages() else ENGLISH)
    try:
        yield
    finally:
        _language.reset(before)


def asked_for(request: Request) -> str:
    """The language of ours that the browser wants most (Accept-Language), or English."""
    # Not best_match: of "en-US, de;q=0.9" it takes German, since that is spelled as we spell it.
    wanted = (tag.partition("-")[0].lower() for tag, quality in request.accept_languages if quality)
    return next((tag for tag in wanted if tag in languages()), ENGLISH)


def gettext(text: str, /, **values: object) -> str:
    """`text` in the language that is spoken now, with its values put in."""
    return _catalog().gettext(text) % values


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """The same of a text that depends on a number, which is `%(num)s` in it."""
    return _catalog().ngettext(one, many, number) % {"num": number, **values}


def pgettext(context: str, text: str, /, **values: object) -> str:
    """The same of a text that means several things; `context` says which, and nobody sees it."""
    return _catalog().pgettext(context, text) % values


def number(value: float, places: int = 0) -> str:
    """A number as the language that is spoken now writes it: 1,234.5 or 1.234,5."""
    return format_decimal(round(value, places), locale=locale())


def gettext_noop(text: str) -> str:
    """Mark a text for the catalogs and leave it as it is: a table of texts is made before anybody speaks."""
    return text


def _catalog() -> standard.NullTranslations:
    return _read(language())


@cache
def _read(tag: str) -> standard.NullTranslations:
    """The catalog of one language; English has none. Reading one takes 40 ms, so it happens at start."""
    if tag == ENGLISH:
        return standard.NullTranslations()
    from babel.messages.mofile import write_mo  # commands that say nothing to a person start quicker
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with catalog_path(tag).open("rb") as file:
        write_mo(compiled, read_po(file, locale=tag))
    compiled.seek(0)
    return standard.GNUTranslations(compiled)


def catalog_path(tag: str) -> Path:
    """Where the catalog of a language is."""
    return FOLDER / tag / "LC_MESSAGES" / f"{DOMAIN}.po"


@cache
def _locale(tag: str) -> Locale:
    return Locale.parse(_LOCALES.get(tag, tag))


def _own_name(tag: str) -> str:
    name = Locale.parse(tag).get_display_name() or tag
    return name[0].upper() + name[1:]
