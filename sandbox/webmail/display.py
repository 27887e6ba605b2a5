"""Prepares a received mail's HTML for the page: sanitised, with images through the proxy."""

import re
from collections.abc import Callable

import nh3

TAGS = nh3.ALLOWED_TAGS | {
    "font",
    "center",
    "table",
    "tbody",
    "thead",
    "tfoot",
    "tr",
    "td",
    "th",
    "img",
    "u",
    "s",
}
ATTRIBUTES = {
    "*": {"style", "class", "dir", "align", "valign", "width", "height", "title", "lang"},
    "a": {"href", "target"},
    "img": {"src", "alt", "width", "height", "border"},
    "font": {"color", "size", "face"},
    "table": {"cellpadding", "cellspacing", "border", "bgcolor", "width", "align", "role"},
    "td": {"colspan", "rowspan", "bgcolor", "width", "height"},
    "th": {"colspan", "rowspan", "bgcolor", "width", "height"},
}
STYLES = set(
    """
    background background-color border border-bottom border-collapse border-left border-radius border-right
    border-top color display font font-family font-size font-style font-weight height letter-spacing
    line-height list-style-type margin margin-bottom margin-left margin-right margin-top max-height max-width
    min-width opacity overflow padding padding-bottom padding-left padding-right padding-top text-align
    text-decoration vertical-align visibility white-space width word-break
    """.split()  # noqa: SIM905 - a list of bare words reads better so
)

_BACKGROUND = re.compile(r"url\(([^()]*)\)")


def shown_html(html: str, proxied: Callable[[str], str]) -> str:
    """Sanitize a mail's HTML. `proxied` converts the URL of an image or a background to the URL that the page
    loads.

    Links open in a new tab. Only class names that begin with `gmail_` remain, so that a mail cannot imitate
    parts of the page.
    """

    def keep(tag: str, attribute: str, value: str) -> str | None:
        if attribute == "class":
            return " ".join(name for name in value.split() if name.startswith("gmail_")) or None
        if (tag, attribute) == ("img", "src"):
            inline = value.startswith("data:image/")
            return proxied(value) if value.startswith(("http://", "https://")) else value if inline else None
        if attribute == "style":
            return _BACKGROUND.sub(lambda found: f"url({proxied(found[1])})", value)
        return None if value.startswith("data:") else value

    return nh3.clean(
        html,
        tags=TAGS,
        attributes=ATTRIBUTES,
        attribute_filter=keep,
        url_schemes={"http", "https", "mailto", "tel", "data"},
        filter_style_properties=STYLES,
        set_tag_attribute_values={"a": {"target": "_blank"}},
        link_rel="noopener noreferrer",
    )
