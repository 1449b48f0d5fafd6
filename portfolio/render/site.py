"""A composed site as a folder of files: one page, its style, its fonts and its pictures; nothing in it asks for more.

Files are called by what is in them, so that a page never finds another file than the one that it was made with: the
page comes last, and where it stands all the rest does.
"""

from __future__ import annotations

import hashlib
import shutil
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

from portfolio.files.digest import sha256_of
from portfolio.i18n import is_right_to_left, is_written_leftwards
from portfolio.model.blocks import Block, Heading, PhotoRow, PlacedPicture, Run
from portfolio.model.charts import CoverageChart, Month, Timeline
from portfolio.model.site import Site
from portfolio.model.text import Phrase
from portfolio.render.coverage import diameter
from portfolio.render.derivatives import Derivative
from portfolio.render.glyphs import read_faces
from portfolio.render.html import TEMPLATES, flow
from portfolio.render.milestones import beside
from portfolio.render.night import night
from portfolio.render.timeline import timeline_svg
from portfolio.render.typefaces import Typefaces, class_typefaces
from portfolio.render.webfonts import licences, web_fonts
from portfolio.themes import Theme
from portfolio.visibility.emblem import emblem_svg

PICTURES, FONTS = "pictures", "fonts"  # folders of a site
_DIGITS = 16  # of a digest in a file's name: a site has far too few files for two of them to be alike
_FLATTEST, _STEEPEST = 25, 500  # width in hundredths of the height: what is beyond is laid out as if it were not


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A picture on a page: its files with their widths in px, the largest first, and the size of that one.

    `shape` is its width in hundredths of its height.
    """

    files: tuple[tuple[str, int], ...]
    width: int
    height: int

    @property
    def shape(self) -> int:
        """What a row is laid out by."""
        return min(_STEEPEST, max(_FLATTEST, round(100 * self.width / self.height)))


@dataclass(slots=True)
class Folder:
    """Collects the files of a site below a folder: what is the same is there once."""

    place: Path
    files: dict[str, Path] = field(default_factory=dict)

    def copy(self, source: Path, folder: str, stem: str = "", sha256: str = "") -> str:
        """Put a file into a folder under its digest, behind a stem if one is given; its path on the site."""
        digest = (sha256 or sha256_of(source))[:_DIGITS]
        return self.keep(source, f"{folder}/{f'{stem}-' if stem else ''}{digest}{source.suffix.lower()}")

    def keep(self, source: Path, name: str) -> str:
        """Put a file under a name; its path on the site."""
        if name not in self.files:
            self.files[name] = self._target(name)
            _put(source, self.files[name])
        return name

    def write(self, text: str, stem: str, suffix: str) -> str:
        """Write a text into a file called by its digest; its path on the site."""
        data = text.encode()
        name = f"{stem}-{hashlib.sha256(data).hexdigest()[:_DIGITS]}{suffix}"
        self.files[name] = self._target(name)
        self.files[name].write_bytes(data)
        return name

    def _target(self, name: str) -> Path:
        target = self.place / name
        target.parent.mkdir(parents=True, exist_ok=True)
        return target


def _put(source: Path, target: Path) -> None:
    """The same file under another name: a site is placed as a copy of its folder, in which nothing is changed."""
    target.unlink(missing_ok=True)
    try:
        target.hardlink_to(source)
    except OSError:  # on another disk, or where a disk knows no second names
        shutil.copyfile(source, target)


def write_site(
    site: Site,
    theme: Theme,
    sizes: Iterable[Mapping[str, Derivative]],
    logos: Mapping[str, Path],
    target: Path,
) -> tuple[Path, ...]:
    """Write the page to `target` and all else beside it; the files, the page first.

    `sizes` are derivatives by picture key, the largest first, of which a picture may lack some; one without any is
    left out. A logo that is missing is left out.
    Raises ProjectError when a template of the theme cannot be filled (`theme.template`), or when the timeline needs
    the widths of its letters and the theme's first font is not there (`theme.no-font`).
    """
    folder = Folder(target.parent)
    shown = _shown(tuple(sizes), folder)
    cover = site.dossier.cover
    marks = [folder.copy(logos[name], PICTURES) for name in (cover.logos if cover else ()) if name in logos]
    official = cover.lockup.artwork if cover and cover.lockup else None
    body = _page(site, theme, shown, marks, folder.copy(logos[official.name], PICTURES) if official else "")
    typefaces, fonts = Typefaces(theme), web_fonts(theme, set(body))
    style = theme.render(
        "site/style.css.j2",
        theme=theme,
        night=night(theme),
        families=[typefaces.order(family) for family in typefaces.families],
        fonts=[(font, folder.copy(font.source, FONTS, font.source.name.partition(".")[0])) for font in fonts],
        shapes=sorted({each.shape for each in shown.values()}),
        choices=site.choices,
        tiles=_MOST_TILES,
    )
    for licence in licences(theme, fonts):
        folder.keep(licence, f"{FONTS}/{licence.name}")
    frame = theme.render(
        "site/site.html.j2",
        dossier=site.dossier,
        direction="rtl" if is_written_leftwards(site.language) else "",
        style=folder.write(style, "style", ".css"),
        body=class_typefaces(body, typefaces),
    )
    target.write_text(frame, encoding="utf-8", newline="\n")
    return (target, *folder.files.values())


_MOST_TILES = 40  # columns and rows of a map for which there is a place; the whole of Europe has about a third of that


def _shown(sizes: tuple[Mapping[str, Derivative], ...], folder: Folder) -> dict[str, Shown]:
    """Each picture with its files, copied; of two sizes that are the same one."""
    shown = {}
    for key in dict.fromkeys(key for size in sizes for key in size):
        made = [size[key] for size in sizes if key in size]
        files = {folder.copy(each.path, PICTURES, sha256=each.sha256): each.width_px for each in made}
        first = made[0]
        shown[key] = Shown(files=tuple(files.items()), width=first.width_px, height=first.height_px)
    return shown


def _page(site: Site, theme: Theme, shown: Mapping[str, Shown], logos: list[str], artwork: str) -> str:
    """All that stands in the page's body."""

    def picture(placed: PlacedPicture | None) -> Shown | None:
        return shown.get(placed.key) if placed else None

    return theme.render(
        "site/body.html.j2",
        site=site,
        dossier=site.dossier,
        theme=theme,
        walls=_walls,
        lang=_lang,
        spoken=_spoken,
        picture=picture,
        glyph=theme.glyph,
        circle=_circle,
        months=_months,
        beside=beside,
        timeline=lambda chart: timeline_svg(chart, theme, read_faces(theme)),
        emblem=emblem_svg,
        leftwards=is_right_to_left,
        logos=logos,
        artwork=artwork,
    )


def _walls(blocks: Iterable[Block]) -> Iterator[tuple[str, Any]]:
    """Blocks with the name of the template that sets them; rows of photos that follow each other become one wall."""
    for kind, group in groupby(flow(blocks), key=itemgetter(0)):
        if kind == TEMPLATES[PhotoRow]:
            yield kind, tuple(block for _, block in group)
        else:
            yield from group


def _lang(text: Phrase | Heading) -> dict[str, str]:
    """The attributes of a text that is in another language than the page."""
    return _in(text.language) if text.language else {}


def _spoken(runs: Iterable[Run]) -> dict[str, str]:
    """The attributes of what holds several runs, by the language of most of it.

    Each alone would be put in the order of the page, which is not theirs where that is written from the other side.
    """
    letters: Counter[str] = Counter()
    for run in runs:
        letters[run.language] += len(run.text)
    language = max(letters, key=letters.__getitem__, default="")
    return _in(language) if language else {}


def _in(language: str) -> dict[str, str]:
    return {"lang": language, "dir": "rtl" if is_written_leftwards(language) else "ltr"}


def _circle(count: int, chart: CoverageChart) -> int:
    """The width of a count's circle in quarters of a rem, about as large as on paper."""
    return round(diameter(count, chart))


def _months(chart: Timeline) -> Iterator[tuple[str, str, Month]]:
    """The months of a timeline of which something is told: name, what, and the month."""
    happened = {milestone.place for milestone in chart.milestones}
    told = [month for place, month in enumerate(chart.months) if any(month.counts) or place in happened]
    yield from ((name, what, month) for (name, what), month in zip(chart.told, told, strict=True))
