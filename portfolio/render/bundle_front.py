"""The page of a bundle's volume that lists its annexes, and what stands in the others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from portfolio.i18n import is_written_leftwards
from portfolio.model.bundle import Bundle, Volume
from portfolio.model.problem import Problem
from portfolio.render.pdf import write_pdf
from portfolio.render.typefaces import Typefaces
from portfolio.themes import Theme

# A link to what is bound only afterwards: no host has such a name (RFC 2606).
PLACEHOLDER = "https://annex.invalid/"


def write_front(
    bundle: Bundle, theme: Theme, volume: Volume, volumes: Sequence[Volume], target: Path, first: int
) -> tuple[Problem, ...]:
    """Sets the list of a volume's annexes, its first page with the number `first`. Raises as `write_pdf` does.

    Its links are addresses below PLACEHOLDER.
    """
    places = {"volumes": len(volumes)}
    typefaces = Typefaces(theme)
    html = theme.render(
        "bundle/front.html.j2",
        bundle=bundle,
        leftwards=is_written_leftwards(bundle.language),
        theme=theme,
        families=typefaces.order(typefaces.one_for([bundle.dossier.author])),
        watermark="",
        heading=bundle.contents.format(volume=volume.number, **places),
        folio=first,
        starts=tuple(volume.starts()),
        others=[
            (bundle.volume.format(volume=other.number, **places), _range(other))
            for other in volumes
            if other is not volume and other.annexes
        ],
        address=lambda annex: f"{PLACEHOLDER}{annex.anchor}",
    )
    return write_pdf(html, target, theme=theme, files=())


def _range(volume: Volume) -> str:
    """The first and the last annex of a volume."""
    first, last = volume.annexes[0], volume.annexes[-1]
    return first.label if first is last else f"{first.label} – {last.label}"
