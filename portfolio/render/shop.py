"""The sheet for a print shop as HTML for the typesetter: what is to be printed, as it was read back from the files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portfolio.model.lockup import Ink, Lockup
from portfolio.model.sheet import PageGeometry
from portfolio.model.shopsheet import ShopSheet
from portfolio.themes import Theme


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopFile:
    """A file for a shop: its name, what it is ("print" or "curves"), and the first eight digits of its sha256."""

    name: str
    purpose: str
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """What was read back from the files of a sheet.

    `inks` are "cmyk", "rgb" or "both"; `dpi` is the lowest resolution of a picture, None where there is none; `profile`
    is what the press's profile calls itself, "" for none, `claimed` whether the file says that it is PDF/X-4.
    """

    geometry: PageGeometry
    inks: str
    lockup: Lockup | None
    dpi: int | None
    profile: str
    claimed: bool
    files: tuple[ShopFile, ...]


def shop_html(shop: ShopSheet, printed: Printed, theme: Theme, preview: Path) -> str:
    """The sheet as one HTML document; `preview` is a picture of what is to be printed.

    Raises ProjectError (`theme.template`) when a template of the theme cannot be filled.
    """
    return theme.render(
        "shop/shop.html.j2",
        shop=shop,
        printed=printed,
        rows=tuple(_rows(shop, printed)),
        files=[(file, shop.say(f"files.{file.purpose}")) for file in printed.files],
        theme=theme,
        preview=preview.absolute().as_uri(),
    )


def _rows(shop: ShopSheet, printed: Printed) -> Iterator[tuple[str, str]]:
    """Label and value of each line."""
    geometry = printed.geometry
    outlined = {file.purpose == "curves" for file in printed.files}
    fonts = "both" if len(outlined) > 1 else "outlined" if True in outlined else "embedded"
    values = {
        "what": shop.kind,
        "size": shop.say("values.size", width=f"{geometry.width:g}", height=f"{geometry.height:g}"),
        "bleed": shop.say("values.bleed", bleed=f"{geometry.bleed:g}"),
        "marks": shop.say("values.marks" if geometry.marks else "values.no_marks"),
        "pages": shop.say("values.pages"),
        "colours": shop.say(f"values.inks.{printed.inks}"),
        "emblem": shop.say(f"values.emblem.{_emblem(printed.lockup)}"),
        "letters": shop.say(f"values.letters.{fonts}"),
        "pictures": shop.say("values.no_pictures" if printed.dpi is None else "values.pictures", dpi=printed.dpi),
        "profile": _profile(shop, printed),
        "paper": shop.say("values.paper"),
    }
    yield from ((shop.say(f"labels.{key}"), value) for key, value in values.items())


def _emblem(lockup: Lockup | None) -> str:
    if lockup is None:
        return "none"
    return "artwork" if lockup.artwork else lockup.ink if lockup.ink is not Ink.RGB else Ink.CMYK


def _profile(shop: ShopSheet, printed: Printed) -> str:
    if not printed.profile:
        return shop.say("values.profile.none")
    return shop.say(f"values.profile.{'claimed' if printed.claimed else 'unclaimed'}", name=printed.profile)
