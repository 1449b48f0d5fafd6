"""Makes templates/base/site/fonts/: Ubuntu for browsers, cut into parts as render/webfonts.py names them.

    python script/make_webfonts.py [FOLDER]

Their names say that they are modified, as the Ubuntu Font Licence 1.0 asks (2c). The same fonts and libraries give the
same bytes.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from fontTools.subset import Options, Subsetter  # noqa: E402 - the checkout is put on the path first
from fontTools.ttLib import TTFont  # noqa: E402 - likewise

from portfolio.render.webfonts import FOLDER, PARTS, STYLES, Spans  # noqa: E402 - likewise

THEME = ROOT / "templates" / "base"
FAMILY = "Ubuntu"
MARK = "derivative portfolio"
FEATURES = ["kern", "liga", "lnum", "tnum", "locl", "ccmp", "mark", "mkmk"]
NAMES = {1, 4, 16}  # family, full name, typographic family (OpenType 1.9, "name")
POSTSCRIPT = 6


def cut(source: Path, spans: Spans, target: Path) -> None:
    """Write the glyphs of some code points as WOFF2."""
    options = Options(flavor="woff2", layout_features=FEATURES, hinting=False, notdef_outline=True)
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14, 16, 17]
    with TTFont(source, recalcTimestamp=False) as font:
        subsetter = Subsetter(options)
        subsetter.populate(unicodes=[code for first, last in spans for code in range(first, last + 1)])
        subsetter.subset(font)
        for record in font["name"].names:
            if record.nameID in NAMES:
                record.string = f"{record.toUnicode()} {MARK}"
            elif record.nameID == POSTSCRIPT:
                record.string = f"{record.toUnicode()}-{MARK.replace(' ', '-')}"
        font.flavor = "woff2"
        font.save(target)


def main(folder: Path) -> None:
    """Write every part of every style."""
    folder.mkdir(parents=True, exist_ok=True)
    for style in STYLES:
        for name, spans in PARTS.items():
            cut(THEME / "fonts" / f"{FAMILY}-{style}.ttf", spans, folder / f"{FAMILY}-{style}.{name}.woff2")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else THEME / FOLDER)
