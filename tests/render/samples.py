"""A composed dossier to set: as full or as bare as a test wants it, with pictures drawn on the spot.

    dossier = sample_dossier("tr", pieces=10)
    derivatives = draw_derivatives(dossier, tmp_path)

The same arguments give the same dossier and the same bytes.
"""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from itertools import count, cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import Image, ImageDraw
from render.sample_words import Words, read_words

from portfolio.model.blocks import (
    Align,
    Block,
    Column,
    Exhibit,
    ExhibitList,
    FactTable,
    Figure,
    Figures,
    Heading,
    Paragraph,
    ParagraphStyle,
    PhotoRow,
    PillarEntry,
    PillarList,
    PlacedPicture,
    Row,
    Run,
    Table,
)
from portfolio.model.charts import (
    CountryTile,
    CoverageChart,
    CoverageRow,
    Milestone,
    Month,
    PartnerMap,
    Tally,
    Timeline,
)
from portfolio.model.clearance import Audience
from portfolio.model.composed import pictures_in
from portfolio.model.document import Cover, Dossier, Section, SectionRole
from portfolio.model.evidence import Kind
from portfolio.model.lockup import Lockup
from portfolio.model.text import Phrase
from portfolio.themes import Theme, load_theme

if TYPE_CHECKING:
    from portfolio.render.derivatives import Derivative

SCHOOL = "Masalköy Işıltı İlkokulu"
PILLARS = ("leadership", "collaboration", "students", "model", "inclusion", "e-safety")
MEASURE = 170.0
GUTTER = 3.0
ASPECTS = (4 / 3, 3 / 2, 3 / 4, 16 / 9, 1.0, 2 / 3)
PICTURE_DPI = 60  # enough to look at, quick to draw
PHOTO_ROWS = ((0,), (1, 2), (0, 1, 2))  # how many of them, by turns: a hero, two, three

KINDS = (Kind.PHOTO, Kind.CERTIFICATE, Kind.PROJECT, Kind.DOCUMENT)  # those that the samples show, as their words stand


def sample_dossier(
    language: str = "tr",
    pieces: int = 10,
    *,
    school: str = SCHOOL,
    watermark: str = "",
    cover_picture: bool = True,
    lockup: Lockup | None = None,
) -> Dossier:
    """A dossier with so many pieces of evidence spread over the pillars, two of three of them photos."""
    words = read_words(language)
    exhibits = tuple(islice(_exhibits(words, language), pieces))
    by_pillar = {key: tuple(piece for piece in exhibits if piece.pillar == key) for key in PILLARS}
    entries = tuple(
        PillarEntry(key=key, number=number, title=Phrase(text=title), body=Phrase(text=body))
        for key, number, title, body in zip(PILLARS, (1, 2, 3, 4, 5, 0), words.pillars, words.bodies, strict=True)
    )
    cover = Cover(
        school=school,
        title=words.title,
        label="eTwinning School 2025-2026",
        place=words.place,
        printed_on=words.printed_on,
        picture=_picture("cover", 210.0, 140.0, words.captions[0]) if cover_picture else None,
        logos=(),
        lockup=lockup,
        pillars=entries[:5],
    )
    sections = (
        _school(words, school),
        _mission(words, entries),
        _glance(words, by_pillar),
        *(_pillar(words, entry, by_pillar[entry.key]) for entry in entries),
        _register(words, exhibits),
        _colophon(words, school),
    )
    return Dossier(
        language=language,
        audience=Audience.EVALUATOR,
        title=f"{words.title} – {school}",
        author=school,
        subject="eTwinning School 2025-2026",
        cover=cover,
        contents_title=words.contents,
        page_word=words.page,
        sections=sections,
        watermark=watermark,
    )


def empty_dossier(language: str = "tr") -> Dossier:
    """A dossier on the first day: a cover and one section that says nothing yet."""
    words = read_words(language)
    full = sample_dossier(language, pieces=0, cover_picture=False)
    bare = Section(anchor="school", title=words.sections[0], role=SectionRole.PLAIN, blocks=())
    return Dossier(
        language=language,
        audience=Audience.PRIVATE,
        title=full.title,
        author="",
        subject="",
        cover=full.cover,
        contents_title=words.contents,
        page_word=words.page,
        sections=(bare,),
        watermark=words.draft,
    )


def draw_derivatives(dossier: Dossier, folder: Path) -> dict[str, Derivative]:
    """Draws every picture of a dossier into a folder: a little landscape in the colours of its key."""
    from portfolio.render.derivatives import Derivative

    derivatives = {}
    for picture in pictures_in(dossier):
        width, height = (round(length / 25.4 * PICTURE_DPI) for length in (picture.width_mm, picture.height_mm))
        path = folder / f"{picture.key}.jpg"
        _landscape(picture.key, width, height).save(path, quality=85)
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        derivatives[picture.key] = Derivative(
            key=picture.key, path=path, width_px=width, height_px=height, sha256=digest
        )
    return derivatives


def _landscape(key: str, width: int, height: int) -> Image.Image:
    seed = hashlib.sha256(key.encode()).digest()
    image = Image.new("RGB", (width, height), (150 + seed[0] // 4, 190 + seed[1] // 8, 215 + seed[2] // 8))
    draw = ImageDraw.Draw(image)
    sun = height // 8
    x = width * seed[3] // 255
    draw.ellipse((x - sun, sun, x + sun, 3 * sun), fill=(250, 225, 140))
    for hill in range(3):
        top = height * (5 + hill + seed[4 + hill] % 2) // 9
        shade = tuple(seed[7 + hill * 3 + channel] // 3 + 70 - hill * 20 for channel in range(3))
        draw.ellipse((-width * (hill + 1) // 3, top, width + width * (2 - hill) // 3, top + 2 * height), fill=shade)
    return image


def _run(text: str, link: str = "", language: str = "") -> Run:
    return Run(text=text, link=link, language=language)


def _paragraph(text: str, style: ParagraphStyle = ParagraphStyle.BODY) -> Paragraph:
    return Paragraph(runs=(_run(text),), style=style)


def _picture(key: str, width: float, height: float, alternative: str, page: int | None = None) -> PlacedPicture:
    return PlacedPicture(
        key=key,
        item=key,
        source=f"{key}.jpg",
        file=f"{key}.jpg",
        sha256=hashlib.sha256(key.encode()).hexdigest(),
        media_type="image/jpeg",
        width_mm=width,
        height_mm=height,
        alternative=Phrase(text=alternative),
        page=page,
    )


def _exhibits(words: Words, language: str) -> Iterator[Exhibit]:
    """Endless exhibits, pillar by pillar in turn; photos have no size yet (a row gives it)."""
    kinds = cycle(
        (Kind.PHOTO, Kind.PHOTO, Kind.CERTIFICATE, Kind.PHOTO, Kind.PHOTO, Kind.PROJECT, Kind.PHOTO, Kind.DOCUMENT)
    )
    numbers = dict.fromkeys(PILLARS, 0)
    for place, kind, pillar in zip(count(), kinds, cycle(PILLARS), strict=False):
        numbers[pillar] += 1
        position = (PILLARS.index(pillar) + 1) % len(PILLARS)  # e-safety, the bucket, is 0
        number = f"{position}.{numbers[pillar]}"
        key = f"E-{hashlib.sha256(number.encode()).hexdigest()[:10]}"
        caption = words.captions[place % len(words.captions)]
        titles = {Kind.PHOTO: caption, Kind.CERTIFICATE: words.certificate, Kind.PROJECT: words.project}
        yield Exhibit(
            number=number,
            anchor=f"exhibit-{number}",
            register=f"register-{number}",
            item=key,
            kind=kind,
            kind_label=words.kinds[KINDS.index(kind)],
            pillar=pillar,
            title=Phrase(text=titles.get(kind, words.document)),
            caption=_caption(kind, place, caption),
            dated=words.dated if place % 4 != 1 else "",
            place=words.place if place % 3 == 0 else "",
            credit="Nokta Atölyesi" if place % 5 == 2 else "",
            details=_details(kind, words),
            picture=_thumbnail(kind, key, place, caption),
        )


def _caption(kind: Kind, place: int, text: str) -> Phrase | None:
    if kind is Kind.DOCUMENT:
        return None
    if kind is Kind.PHOTO and place % 7 == 3:
        return Phrase(text="Barnen mäter regnet på skolgården", language="sv")
    return Phrase(text=text)


def _details(kind: Kind, words: Words) -> tuple[tuple[str, tuple[Run, ...]], ...]:
    if kind is not Kind.PROJECT:
        return ()
    partners = (
        _run("Kvarnbäcksskolan (SE), "),
        _run("École des Tilleuls (BE)", language="fr"),
        _run(", Gradska škola (HR)"),
    )
    link = Run(text="school-education.ec.europa.eu", link="https://school-education.ec.europa.eu/en/etwinning")
    return (
        (words.details[0], partners),
        (words.details[1], (_run("2024-2025"),)),
        (words.details[2], (_run("48"),)),
        ("eTwinning", (link,)),
    )


def _thumbnail(kind: Kind, key: str, place: int, alternative: str) -> PlacedPicture | None:
    if kind is Kind.PROJECT:
        return None
    if kind is Kind.PHOTO:
        return _picture(key, ASPECTS[place % len(ASPECTS)], 1.0, alternative)
    return _picture(key, 38.0, 38.0 * 1.414, alternative, page=1)


def _photo_rows(photos: tuple[Exhibit, ...]) -> Iterator[PhotoRow]:
    """Rows across the measure; the photos' sizes in them follow from their aspects."""
    rest = photos
    for pattern in cycle(PHOTO_ROWS):
        if not rest:
            return
        row, rest = rest[: len(pattern)], rest[len(pattern) :]
        aspects = [photo.picture.width_mm / photo.picture.height_mm for photo in row if photo.picture]
        height = (MEASURE - GUTTER * (len(row) - 1)) / sum(aspects)
        height = min(height, 120.0 if len(row) == 1 else 75.0)
        yield PhotoRow(
            exhibits=tuple(_sized(photo, aspect * height, height) for photo, aspect in zip(row, aspects, strict=True)),
            hero=len(row) == 1,
        )


def _sized(photo: Exhibit, width: float, height: float) -> Exhibit:
    assert photo.picture is not None
    return replace(photo, picture=replace(photo.picture, width_mm=round(width, 2), height_mm=round(height, 2)))


def _school(words: Words, school: str) -> Section:
    facts = (school, words.place, "TR", "412", "27")
    return Section(
        anchor="school",
        title=words.sections[0],
        role=SectionRole.PLAIN,
        lead=Phrase(text=words.lead),
        blocks=(
            _paragraph(words.narrative[0]),
            _paragraph(words.narrative[2]),
            Figures(figures=(Figure(number="412", label=words.facts[3]), Figure(number="27", label=words.facts[4]))),
            FactTable(
                title=words.facts[0],
                rows=tuple((label, (_run(fact),)) for label, fact in zip(words.facts, facts, strict=True)),
            ),
        ),
    )


def _mission(words: Words, entries: tuple[PillarEntry, ...]) -> Section:
    body = Paragraph(
        runs=(
            _run("eTwinning Schools are "),
            Run(text="models", strong=True),
            _run(": they "),
            Run(text="inspire", emphasis=True),
        ),
        style=ParagraphStyle.QUOTE,
    )
    blocks: tuple[Block, ...] = (body, PillarList(entries=entries[:5]), _paragraph(words.note, ParagraphStyle.NOTE))
    return Section(anchor="mission", title=words.sections[1], role=SectionRole.PLAIN, blocks=blocks)


def _glance(words: Words, by_pillar: dict[str, tuple[Exhibit, ...]]) -> Section:
    rows = tuple(
        CoverageRow(
            pillar=key,
            number=key[0],
            title=title,
            tallies=tuple(
                Tally(count=sum(piece.kind is kind for piece in by_pillar[key]), label=label)
                for kind, label in zip(KINDS, words.kinds, strict=True)
            ),
        )
        for key, title in zip(PILLARS, words.pillars, strict=True)
    )
    chart = CoverageChart(title=words.chart, columns=words.kinds, rows=rows, gaps=True)
    return Section(
        anchor="glance",
        title=words.sections[2],
        role=SectionRole.PLAIN,
        blocks=(chart, sample_timeline(words), sample_partners(words)),
    )


def sample_timeline(words: Words) -> Timeline:
    """Two years with a piece or two in some months."""
    months = [(year, month) for year in (2025, 2026) for month in range(1, 13)]
    return Timeline(
        title=words.chart,
        pillars=(("leadership", "1"), ("e-safety", "E")),
        months=tuple(
            Month(year=year, month=month, label=f"{month}.", counts=(month % 3, month % 2)) for year, month in months
        ),
        milestones=(
            Milestone(place=4, dated=words.dated, text=words.certificate),
            Milestone(place=20, dated=words.dated, text=words.project),
        ),
        told=tuple((f"{month}. {year}", words.certificate) for year, month in months if month % 6),
        hint=words.lead,
        note=words.note,
    )


def sample_partners(words: Words) -> PartnerMap:
    """Three countries: the school's own, a partner's, and one of neither."""
    return PartnerMap(
        title=words.chart,
        tiles=(
            CountryTile(code="SE", column=1, row=0, projects=3),
            CountryTile(code="TR", column=2, row=1, own=True),
            CountryTile(code="IT", column=0, row=1),
        ),
        told=((words.place, words.project),),
        own="TR",
    )


def _pillar(words: Words, entry: PillarEntry, exhibits: tuple[Exhibit, ...]) -> Section:
    photos = tuple(piece for piece in exhibits if piece.kind is Kind.PHOTO)
    cards = tuple(piece for piece in exhibits if piece.kind in (Kind.CERTIFICATE, Kind.DOCUMENT))
    projects = tuple(piece for piece in exhibits if piece.kind is Kind.PROJECT)
    how, photographs, certificates, projects_title, plan = (
        Heading(text=text, level=2, anchor=f"{entry.key}.{place}")
        for place, text in enumerate(words.headings[:5], start=1)
    )
    blocks: list[Block] = [
        how,
        _paragraph(words.narrative[0]),
        _paragraph(words.narrative[1], ParagraphStyle.QUOTE),
        _paragraph(words.narrative[2]),
        *(_paragraph(text, ParagraphStyle.BULLET) for text in words.bullets),
    ]
    if photos:
        blocks += [photographs, *_photo_rows(photos)]
    for title, found in ((certificates, cards), (projects_title, projects)):
        if found:
            blocks += [title, ExhibitList(exhibits=found)]
    blocks += [
        plan,
        *(_paragraph(text, ParagraphStyle.NUMBERED) for text in words.bullets),
        Heading(text=words.headings[5], level=3, anchor=f"{entry.key}.criteria"),
        _criteria(words, exhibits),
    ]
    return Section(
        anchor=entry.key,
        title=entry.title.text,
        role=SectionRole.PILLAR,
        number=str(entry.number or ""),
        pillar=entry.key,
        lead=entry.body,
        figures=(
            Figure(number=str(len(exhibits)), label=words.figures[0]),
            Figure(number=str(len(projects)), label=words.figures[1]),
            Figure(number=str(len(cards)), label=words.figures[2]),
        ),
        blocks=tuple(blocks),
    )


def _criteria(words: Words, exhibits: tuple[Exhibit, ...]) -> Table:
    columns = (Column(title=words.headings[5], share=9), Column(title=words.figures[0], share=3, align=Align.RIGHT))
    links = tuple(_run(f"{piece.number} ", f"#{piece.anchor}") for piece in exhibits[:3])
    rows = tuple(Row(cells=((_run(text),), links)) for text in words.bullets)
    return Table(title="", columns=columns, rows=rows)


def _register(words: Words, exhibits: tuple[Exhibit, ...]) -> Section:
    shares = (1, 5, 2, 2, 2)
    columns = tuple(
        Column(title=title, share=share) for title, share in zip(words.register_columns, shares, strict=True)
    )
    rows = tuple(
        Row(
            cells=(
                (_run(piece.number, f"#{piece.anchor}"),),
                (Run(text=piece.title.text, language=piece.title.language),),
                (_run(piece.kind_label),),
                (_run(piece.dated),),
                (_run(piece.item),),
            ),
            anchor=piece.register,
            pillar=piece.pillar,
        )
        for piece in exhibits
    )
    table = Table(title=words.sections[3], columns=columns, rows=rows)
    return Section(anchor="register", title=words.sections[3], role=SectionRole.REGISTER, blocks=(table,))


def _colophon(words: Words, school: str) -> Section:
    return Section(
        anchor="colophon",
        title=words.sections[4],
        role=SectionRole.COLOPHON,
        blocks=(_paragraph(school), _paragraph(words.printed_on), _paragraph(words.note, ParagraphStyle.NOTE)),
    )


def theme_with_reference(root: Path, old: bytes, new: bytes) -> Theme:
    """A school's theme whose reference document has something otherwise than the base theme's."""
    folder = root / "templates" / "ours"
    folder.mkdir(parents=True)
    (folder / "theme.yaml").write_text("parent: base\n")
    base = load_theme("base", None).find("reference.docx")
    with zipfile.ZipFile(base) as given, zipfile.ZipFile(folder / "reference.docx", "w") as ours:
        for name in given.namelist():
            ours.writestr(name, given.read(name).replace(old, new))
    return load_theme("ours", root)
