"""A Word document in a language that is written from the right: its sections and tables begin there too."""

from __future__ import annotations

import re

from portfolio.render.wordml import Markup, w

# Their places in ISO/IEC 29500-1: behind a table's style (17.4.59), before the grid of a section (17.6.17).
_TABLE = re.compile(r"<w:tblPr>(<w:tblStyle [^>]*/>)?")
_SECTION = re.compile(r"(<w:docGrid [^>]*/>)?</w:sectPr>")


def mirrored(story: Markup) -> Markup:
    """The text of a document with its tables' columns and its sections from the right (17.4.1, 17.6.1)."""
    tables = _TABLE.sub(lambda found: f"{found[0]}{w('bidiVisual')}", story)
    return Markup(_SECTION.sub(lambda found: f"{w('bidi')}{found[0]}", tables))
