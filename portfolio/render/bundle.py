"""A dossier and its annexes as one file, or as volumes: bound, stamped, bookmarked, numbered, linked both ways."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from portfolio.model.annex import Annex
from portfolio.model.bundle import Bundle, Volume
from portfolio.model.problem import Place, Problem, warning
from portfolio.render.binding import bind
from portfolio.render.bundle_front import write_front
from portfolio.render.claims import attached_bytes
from portfolio.render.pdf import lacking_letters
from portfolio.render.stampfont import StampFonts, cut_fonts
from portfolio.render.volumes import in_groups, in_volumes
from portfolio.themes import Theme

_TRIES = 5  # to come below the limit: what a volume weighs is known when it is written


@dataclass(frozen=True, slots=True, kw_only=True)
class BoundBundle:
    """The files of a bundle, volume by volume, and what is to be said of them."""

    files: tuple[Path, ...]
    volumes: tuple[Volume, ...]
    problems: tuple[Problem, ...] = ()


def write_bundle(bundle: Bundle, theme: Theme, dossier: Path, copies: Mapping[str, Path], target: Path) -> BoundBundle:
    """Binds a bundle to `target`, or to its volumes beside it: "bundle.tr.1.pdf" and so on for "bundle.tr.pdf".

    `dossier` is the written PDF of its dossier, `copies` the cleaned documents of its bound annexes by item; these
    have as many pages as the annexes say. The same input gives the same bytes. Problems: `bundle.annex-large` for an
    annex that no volume below the limit can hold, `bundle.dossier-large`, `bundle.over-limit`, `pdf.letters`.
    Raises OSError, pikepdf.PdfError, and what writing the lists of volumes raises.
    """
    sizes = {annex.item: copies[annex.item].stat().st_size for annex in bundle.bound}
    fonts, budget = cut_fonts(theme, _texts(bundle)), bundle.limit
    pages, start = _measured(dossier)
    for attempt in range(_TRIES):
        groups = in_groups(bundle.bound, sizes, start, budget)
        with TemporaryDirectory(dir=target.parent, prefix="fronts-") as folder:
            volumes, fronts, remarks = _listed(bundle, theme, groups, pages, Path(folder))
            files = tuple(_name(volume, volumes, target) for volume in volumes)
            for volume, front, file in zip(volumes, fronts, files, strict=True):
                notes = [bundle.note] + [_volume(bundle, volume, volumes)] * (len(volumes) > 1)
                bind(volume, notes, bundle.outline, fonts, dossier, front, copies, file)
        over = [file for volume, file in zip(volumes, files, strict=True) if _is_over(volume, file, bundle.limit)]
        if not over or attempt == _TRIES - 1:
            break
        worst = max(file.stat().st_size for file in over)
        budget = int((budget or 0) * (bundle.limit or 0) / worst * 0.99)
        for file in files:
            file.unlink()
    said = (*_strange(fonts, bundle, target), *remarks, *_large(volumes, files, bundle.limit))
    return BoundBundle(files=files, volumes=volumes, problems=tuple(dict.fromkeys(said)))


def _texts(bundle: Bundle) -> Iterator[str]:
    """All that is written on its pages, but for numbers."""
    yield from ("0123456789", bundle.note, bundle.volume)
    yield from (annex.stamp for annex in bundle.bound)


def _measured(path: Path) -> tuple[int, int]:
    """The pages and the bytes of a PDF without what is attached to it."""
    import pikepdf

    with pikepdf.open(path) as pdf:
        return len(pdf.pages), path.stat().st_size - attached_bytes(pdf)


def _listed(
    bundle: Bundle, theme: Theme, groups: Sequence[tuple[Annex, ...]], pages: int, folder: Path
) -> tuple[tuple[Volume, ...], tuple[Path | None, ...], tuple[Problem, ...]]:
    """The volumes with the lists of their annexes; one volume needs none.

    How long a list is says which numbers stand in it, and these hardly how long it is: it is set until both agree.
    """
    starts = [pages, *[0] * (len(groups) - 1)]
    if len(groups) == 1:
        return in_volumes(groups, starts), (None,), ()
    lengths = [1] * len(groups)
    while True:
        volumes = in_volumes(groups, [start + more for start, more in zip(starts, lengths, strict=True)])
        remarks: list[Problem] = []
        fronts = [folder / f"{volume.number}.pdf" for volume in volumes]
        for volume, front, start in zip(volumes, fronts, starts, strict=True):
            remarks += write_front(bundle, theme, volume, volumes, front, volume.first + start)
        found = [_measured(front)[0] for front in fronts]
        if found == lengths:
            return volumes, tuple(fronts), tuple(remarks)
        lengths = found


def _volume(bundle: Bundle, volume: Volume, volumes: Sequence[Volume]) -> str:
    return bundle.volume.format(volume=volume.number, volumes=len(volumes))


def _name(volume: Volume, volumes: Sequence[Volume], target: Path) -> Path:
    return target if len(volumes) == 1 else target.with_name(f"{target.stem}.{volume.number}{target.suffix}")


def _is_over(volume: Volume, file: Path, limit: int | None) -> bool:
    """Whether a volume is too large, and smaller ones could be made of it."""
    divisible = len(volume.annexes) > 1 or (volume.number == 1 and bool(volume.annexes))
    return limit is not None and divisible and file.stat().st_size > limit


def _large(volumes: Sequence[Volume], files: Sequence[Path], limit: int | None) -> Iterator[Problem]:
    """What no splitting brings below the limit."""
    for volume, file in zip(volumes, files, strict=True):
        size = file.stat().st_size
        if limit is None or size <= limit:
            continue
        values = {"size": f"{size / 1e6:.1f}", "limit": f"{limit / 1e6:g}"}
        if _is_over(volume, file, limit):
            yield warning("bundle.over-limit", Place(file=file.name), **values)
        elif volume.annexes:
            annex = volume.annexes[0]
            yield warning("bundle.annex-large", Place(file=annex.file), annex=annex.number, **values)
        else:
            yield warning("bundle.dossier-large", Place(file=file.name), **values)


def _strange(fonts: StampFonts, bundle: Bundle, target: Path) -> Iterator[Problem]:
    if fonts.missing:
        texts = [text for text in dict.fromkeys(_texts(bundle)) if not fonts.missing.isdisjoint(text)]
        yield lacking_letters(target, fonts.missing, texts)
