"""The families of a Word document's runs: those of their words, where the style's own family lacks a letter.

The theme's families are asked what they have, the same that set the PDF. Signs stay as they are written: Word finds a
font for them.
"""

from __future__ import annotations

import re
from xml.sax.saxutils import unescape

from portfolio.i18n import is_right_to_left
from portfolio.render.typefaces import Stretch, Typefaces
from portfolio.render.wordml import NOTHING, Markup, join, text, w

_RUN = re.compile(r"<w:r>(?:<w:rPr>((?:(?!</w:rPr>).)*)</w:rPr>)?((?:<w:t [^>]*>[^<]*</w:t>|<w:br/>|<w:tab/>)+)</w:r>")
_PART = re.compile(r"<w:t [^>]*>([^<]*)</w:t>|<w:br/>|<w:tab/>")
_PARAGRAPH = re.compile(
    r"<w:p><w:pPr>((?:(?!</w:pPr>|<w:(?:spacing|ind|jc|sectPr)\b).)*)((?:(?!</w:pPr>).)*)</w:pPr>((?:(?!</w:p>).)*)</w:p>"
)
_STYLE = re.compile(r"<w:rStyle [^>]*/>")
_LANGUAGE = re.compile(r"<w:lang [^>]*/>")


def set_typefaces(markup: Markup, typefaces: Typefaces) -> Markup:
    """A part of a document with its runs in the families that have their letters."""
    if typefaces.is_plain(markup):
        return markup
    turned = _PARAGRAPH.sub(_turn, markup)
    return Markup(_RUN.sub(lambda found: _set_run(found, typefaces), turned))


def _turn(found: re.Match[str]) -> str:
    """A paragraph that begins at the right where its text does (17.3.1.6); its place is before what comes last."""
    words = "".join(part[1] or "" for part in _PART.finditer(found[3]))
    if not is_right_to_left(unescape(words)):
        return found[0]
    return f"<w:p><w:pPr>{found[1]}<w:bidi/>{found[2]}</w:pPr>{found[3]}</w:p>"


def _set_run(found: re.Match[str], typefaces: Typefaces) -> str:
    if typefaces.is_plain(found[2]):
        return found[0]
    look = Markup(found[1] or "")
    return join(*(_set_part(part, look, typefaces) for part in _PART.finditer(found[2])))


def _set_part(part: re.Match[str], look: Markup, typefaces: Typefaces) -> Markup:
    if part[1] is None:  # a break or a tab
        return w("r", w("rPr", look) if look else NOTHING, Markup(part[0]))
    stretches = typefaces.stretches(unescape(part[1]))
    return join(*(_run(stretch, look, typefaces.families[0]) for stretch in stretches))


def _run(stretch: Stretch, look: Markup, first: str) -> Markup:
    look = look if stretch.family == first else _in_family(stretch, look)
    return w("r", w("rPr", look) if look else NOTHING, text(stretch.text))


def _in_family(stretch: Stretch, look: Markup) -> Markup:
    """The look of a run with a family, in the order that ISO/IEC 29500-1, 17.3.2.28 wants."""
    style, language = _STYLE.search(look), _LANGUAGE.search(look)
    rest = _LANGUAGE.sub("", _STYLE.sub("", look))
    family = stretch.family
    if stretch.right_to_left:  # what is written from the right has a weight and slope of its own
        rest = rest.replace("<w:b/>", "<w:b/><w:bCs/>").replace("<w:i/>", "<w:i/><w:iCs/>")
    return join(
        Markup(style[0] if style else ""),
        w("rFonts", ascii=family, hAnsi=family, cs=family),
        Markup(rest),
        w("rtl") if stretch.right_to_left else NOTHING,
        Markup(language[0] if language else ""),
    )
