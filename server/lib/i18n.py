"""Translates with gettext: the English texts are in the code, their translations in server/locale/.

Each request and each mail has one language, kept in a context variable. A text contains `%(name)s` where a
value is inserted, in templates too; a literal percent sign is doubled. `make texts` copies the texts from the
code into the catalogs.
"""

from __future__ import annotations

import gettext as standard
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path

from babel import Locale
from babel.numbers import format_decimal
from jinja2 import pass_eval_context
from jinja2.nodes import EvalContext
from markupsafe import Markup
from quart import Quart, Request

FOLDER = Path(__file__).parents[1] / "locale"
DOMAIN = "sightline"
ENGLISH = "en"
_LOCALES = {ENGLISH: "en_GB"}  # the language does not determine the format of dates: 3 Nov, 14:05
_language: ContextVar[str] = ContextVar("language", default=ENGLISH)


def install(app: Quart) -> None:
    """Give the templates of `app` the trans tag and the gettext functions, and read all catalogs."""
    env = app.jinja_env
    env.add_extension("jinja2.ext.i18n")
    env.policies["ext.i18n.trimmed"] = True
    # Jinja inserts the values itself, escaped where the template is HTML.
    env.install_gettext_callables(  # type: ignore[attr-defined]
        lambda text: _catalog().gettext(text),
        lambda one, many, count: _catalog().ngettext(one, many, count),
        newstyle=True,
        pgettext=lambda context, text: _catalog().pgettext(context, text),
        npgettext=lambda context, one, many, count: _catalog().npgettext(context, one, many, count),
    )
    # Jinja's own function makes three calls for each text, and a page has about a hundred texts.
    env.globals.update(gettext=_in_template, _=_in_template, language=language)
    for tag in languages():
        _read(tag)


@cache
def languages() -> Mapping[str, str]:
    """Return all languages, English first: tag -> the language's name in that language."""
    tags = [ENGLISH, *sorted(path.name for path in FOLDER.iterdir() if path.is_dir())]
    return {tag: _own_name(tag) for tag in tags}


def language() -> str:
    """Return the tag of the current language."""
    return _language.get()


def locale() -> Locale:
    """Return the locale that formats dates and numbers for the current language."""
    return locale_of(language())


@cache
def locale_of(tag: str) -> Locale:
    """Return the locale by which the language `tag` formats dates and numbers."""
    return Locale.parse(_LOCALES.get(tag, tag))


def speak(tag: str) -> None:
    """Use the language `tag` for the rest of this request or task; English if the tag is unknown."""
    _language.set(tag if tag in languages() else ENGLISH)


@contextmanager
def speaking(tag: str) -> Iterator[None]:
    """Use the language `tag` inside the block; English if the tag is unknown."""
    before = _language.set(tag if tag in languages() else ENGLISH)
    try:
        yield
    finally:
        _language.reset(before)


def asked_for(request: Request) -> str:
    """Return the first available language that the browser prefers (Accept-Language), or English."""
    # For "en-US, de;q=0.9", best_match would pick German, because only "de" equals one of our tags.
    wanted = (tag.partition("-")[0].lower() for tag, quality in request.accept_languages if quality)
    return next((tag for tag in wanted if tag in languages()), ENGLISH)


def gettext(text: str, /, **values: object) -> str:
    """Return `text` in the current language, with its values inserted."""
    return _catalog().gettext(text) % values


def ngettext(one: str, many: str, number: int, /, **values: object) -> str:
    """Do the same as `gettext` for a text that depends on a number, which is `%(num)s` in the text."""
    return _catalog().ngettext(one, many, number) % {"num": number, **values}


def pgettext(context: str, text: str, /, **values: object) -> str:
    """Translate an ambiguous text as `gettext` does; `context` says what it means, and is never shown."""
    return _catalog().pgettext(context, text) % values


def number(value: float, places: int = 0) -> str:
    """Format a number in the current language: 1,234.5 or 1.234,5."""
    return format_decimal(round(value, places), locale=locale())


def gettext_noop(text: str) -> str:
    """Return `text` unchanged, for tables made before a language is set; marks it for the catalogs."""
    return text


@pass_eval_context
def _in_template(context: EvalContext, text: str, /, **values: object) -> str:
    tag, html = language(), bool(context.autoescape)
    return _for_template(tag, text, html) % values if values else _without_values(tag, text, html)


@lru_cache(maxsize=4096)
def _without_values(tag: str, text: str, html: bool) -> str:
    return _for_template(tag, text, html) % {}


def _for_template(tag: str, text: str, html: bool) -> str:
    translated = _read(tag).gettext(text)
    return Markup(translated) if html else translated  # noqa: S704 - a text of ours


def _catalog() -> standard.NullTranslations:
    return _read(language())


@cache
def _read(tag: str) -> standard.NullTranslations:
    """Read the catalog of one language; English has none. Reading takes 40 ms, so `install` reads all."""
    if tag == ENGLISH:
        return standard.NullTranslations()
    from babel.messages.mofile import write_mo  # a late import: commands that need no texts start faster
    from babel.messages.pofile import read_po

    compiled = BytesIO()
    with catalog_path(tag).open("rb") as file:
        write_mo(compiled, read_po(file, locale=tag))
    compiled.seek(0)
    return standard.GNUTranslations(compiled)


def catalog_path(tag: str) -> Path:
    """Return the path of a language's catalog."""
    return FOLDER / tag / "LC_MESSAGES" / f"{DOMAIN}.po"


def _own_name(tag: str) -> str:
    name = Locale.parse(tag).get_display_name() or tag
    return name[0].upper() + name[1:]
