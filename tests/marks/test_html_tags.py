"""The tokenizer finds tags and values where browsers find them, to the character."""

from __future__ import annotations

import pytest

from server.marks.html_tags import Attribute, Tag, decoded, escape_value, plain_text, scan


def tags(html: str) -> list[str]:
    """The text of each tag that is found."""
    return [html[tag.start : tag.end] for tag in scan(html).tags]


def values(html: str) -> dict[str, str]:
    """The attributes of the first tag, as they are written."""
    return {each.name: html[each.start : each.end] for each in scan(html).tags[0].attributes}


@pytest.mark.parametrize(
    ("html", "found", "whole"),
    [
        ("", [], True),
        ("no tag", [], True),
        ("<b>x</b>", ["<b>", "</b>"], True),
        ("a < b", [], True),
        ("<3 <b>", ["<b>"], True),
        ("<", [], True),
        ("<b", [], False),
        ("x<b y", [], False),
        ("</", [], False),
        ("</>x<i>", ["<i>"], True),
        ("</ b><i>", ["<i>"], True),
        ("<!doctype html><i>", ["<i>"], True),
        ("<!", [], False),
        ("<?php <b> ?><i>", ["<i>"], True),
        ("<!--<b>--><i>", ["<i>"], True),
        ("<!--><i>", ["<i>"], True),
        ("<!---><i>", ["<i>"], True),
        ("<!----><i>", ["<i>"], True),
        ("<!--x--!><i>", ["<i>"], True),
        ("<!--x->--><i>", ["<i>"], True),
        ("<!--x", [], False),
        ("<b/><i>", ["<b/>", "<i>"], True),
        ("<b\n><i\t>", ["<b\n>", "<i\t>"], True),
        ("<b<i>", ["<b<i>"], True),
        ("<script><b></script><i>", ["<script>", "</script>", "<i>"], True),
        ("<SCRIPT><b></Script ><i>", ["<SCRIPT>", "</Script >", "<i>"], True),
        ("<script></scripty><b></script>", ["<script>", "</script>"], True),
        ("<script><b>", ["<script>"], False),
        ("</script><b>", ["</script>", "<b>"], True),
        ("<plaintext><b></plaintext>", ["<plaintext>"], False),
        *((f"<{name}><b></{name}>", [f"<{name}>", f"</{name}>"], True) for name in (
            "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"
        )),
    ],
)  # fmt: skip
def test_the_tags_of_an_html_text_are_found_as_a_browser_finds_them(
    html: str, found: list[str], whole: bool
) -> None:
    assert tags(html) == found
    assert scan(html).whole == whole


def test_an_html_tag_has_a_name_and_a_position() -> None:
    [opening, closing] = scan("x<Div id=a>y</DIV>").tags
    assert opening == Tag("div", False, 1, 11, (Attribute("id", 9, 10, ""),))
    assert closing == Tag("div", True, 12, 18, ())
    assert opening.attribute("id") == Attribute("id", 9, 10, "")
    assert opening.attribute("class") is None


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<a href=x>", {"href": "x"}),
        ("<a HREF='x y'>", {"href": "x y"}),
        ('<a href = "x>y" b>', {"href": "x>y", "b": ""}),
        ("<a href=x/y>", {"href": "x/y"}),
        ("<a/href=x/>", {"href": "x/"}),
        ("<a href=x id=y>", {"href": "x", "id": "y"}),
        ("<a href=x\n\tid\f=\ry>", {"href": "x", "id": "y"}),
        ("<a href=x href=y>", {"href": "x"}),
        ("<a =x=y>", {"=x": "y"}),
        ("<a href=>", {"href": ""}),
        ("<a href=''id=y>", {"href": "", "id": "y"}),
        ("<a b/c>", {"b": "", "c": ""}),
        ("<a b c=d>", {"b": "", "c": "d"}),
    ],
)
def test_the_attributes_of_an_html_tag_are_found(html: str, found: dict[str, str]) -> None:
    assert values(html) == found


def test_an_attribute_has_the_quotes_in_which_its_value_is_written() -> None:
    [tag] = scan("""<a b c='1' d="2" e=3>""").tags
    assert [each.quote for each in tag.attributes] == ["", "'", '"', ""]
    assert tag.attributes[0] == Attribute("b", 4, 4, "")
    assert not scan("""<a b="x>""").whole
    assert scan("""<a b="x>""").tags == ()


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("a&amp;b", "a&b"),
        ("&lt;&gt;&quot;&apos;&nbsp;", "<>\"'\u00a0"),
        ("&#65;&#x41;&#X61;", "AAa"),
        ("&amp", "&amp"),
        ("&;&#;&#x;", "&;&#;&#x;"),
        ("&eacute;", None),
        ("&#32;&#31;", None),
        ("&#32;", " "),
        ("&#126;", "~"),
        ("&#127;", None),
        ("&#159;", None),
        ("&#160;", "\u00a0"),
        ("&#xD7FF;", "\ud7ff"),
        ("&#xD800;", None),
        ("&#xDFFF;", None),
        ("&#xE000;", "\ue000"),
        ("&#x10FFFF;", "\U0010ffff"),
        ("&#x110000;", None),
        ("&#1114111;", "\U0010ffff"),
        ("&#1114112;", None),
        ("&#0;", None),
        ("&#00000065;", "&#00000065;"),
        ("&#x0000041;", "&#x0000041;"),
    ],
)
def test_character_references_are_decoded(raw: str, plain: str | None) -> None:
    assert plain_text(raw) == plain


def test_an_unknown_character_reference_is_left_unchanged() -> None:
    assert decoded("&amp;&eacute;&#0;&lt;") == "&&eacute;&#0;<"


@pytest.mark.parametrize(
    ("text", "quote", "escaped"),
    [
        ("a&b\u00a0", '"', "a&amp;b&nbsp;"),
        ("""'"<""", '"', """'&quot;<"""),
        ("""'"<""", "'", """&#39;"<"""),
        ("plain/x?y", "", "plain/x?y"),
        ("a b", "", '"a b"'),
        ('a"b', "", '"a&quot;b"'),
        ("a=b", "", '"a=b"'),
        ("a`b", "", '"a`b"'),
        ("a'b", "", '"a\'b"'),
        ("a<b", "", '"a<b"'),
        ("a>b", "", '"a>b"'),
        ("a\ufeffb", "", '"a\ufeffb"'),
        ("", "", '""'),
    ],
)
def test_an_attribute_value_is_escaped_for_the_quotes_around_it(text: str, quote: str, escaped: str) -> None:
    assert escape_value(text, quote) == escaped
