"""The poster of a project, of the same facts as the dossier tells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial

from portfolio.compose.edition import Edition
from portfolio.compose.orderedproject import ordered_project
from portfolio.compose.partners import countries_of, partner_countries
from portfolio.compose.pictureposter import Said, set_poster
from portfolio.compose.pictures import is_photo
from portfolio.compose.posterfield import Heading
from portfolio.compose.posterlines import Line
from portfolio.compose.posterphotos import Photos, named_photos, sharp_enough
from portfolio.compose.projects import project_times, quality_labels
from portfolio.compose.selection import Selection, select
from portfolio.compose.titles import title
from portfolio.compose.wording import ordered, partner
from portfolio.i18n import fold
from portfolio.model.evidence import EvidenceItem, ProjectRecord
from portfolio.model.limits import find_too_long
from portfolio.model.pictureposter import ProjectPoster, TextRole
from portfolio.model.problem import Place, Problem, note
from portfolio.model.sheetorder import SheetKind, SheetOrder
from portfolio.model.text import LocalText, Phrase, Sourced

PLAIN = SheetOrder(kind=SheetKind.PROJECT)
SHOWN = 3  # photos that are chosen where none are named
NAMED_PARTNERS = 4  # of more only the countries are named
COUNTRIES = 14  # so many are named
SUMMARY, RESULTS = 240, 160  # letters of the record's own texts, in whole sentences
_SENTENCE = re.compile(r"(?<=[.!?…])\s+")
_WHERE = Place(file="portfolio.yaml")


def compose_project_poster(
    edition: Edition, order: SheetOrder = PLAIN
) -> tuple[ProjectPoster | None, tuple[Problem, ...]]:
    """The poster of the project that an order names, else of the latest with a quality label; None where it cannot be.

    Problems: `poster.no-project`, `poster.unknown-project`, `poster.project-without-photos`, `poster.sentences`, and
    those of `set_poster`.
    """
    selection = select(edition)
    found = ordered_project(order, edition, selection)
    if isinstance(found, Problem):
        return None, (found,)
    item, record = found
    name = ordered(order.title, order, edition) if order.title else title(item, edition)
    lines, shortened = _lines(item, record, edition, selection, order)
    if problems := tuple(find_too_long({"title": name.text, "text": order.text})):
        return None, problems
    photos = named_photos(order.photos, edition) if order.photos else _photos(record, selection)
    said = Said(
        heading=Heading(
            title=name,
            kicker=" · ".join(_kicker(item, record, edition)),
            counts=tuple(_counts(item, record, edition)),
        ),
        pillar=selection.home_of(item.id) or edition.framework.pillars[-1].key,
        lines=lines,
        address=order.address or (record.url.value if record.url else ""),
        photos=photos,
    )
    poster, problems = set_poster(partial(ProjectPoster, item=item.id), said, edition, order)
    if not photos.items:
        problems = (note("poster.project-without-photos", _WHERE, project=name.text), *problems)
    return poster, (*shortened, *problems)


def _kicker(item: EvidenceItem, record: ProjectRecord, edition: Edition) -> Iterator[str]:
    yield edition.locale.word("poster.project.kicker")
    yield from project_times(item, record, edition)


def _counts(item: EvidenceItem, record: ProjectRecord, edition: Edition) -> Iterator[tuple[str, str]]:
    """What is known and more than one: one partner is named, not counted."""
    for key, count in (
        ("projects.figures.partners", len(record.partners.value) if record.partners else 0),
        ("school.figures.countries", len(partner_countries(edition, (item,)))),
        ("poster.project.pupils", record.pupils.value if record.pupils else 0),
    ):
        if count > 1:
            yield edition.locale.number(count), edition.locale.count(key, count)


def _lines(
    item: EvidenceItem, record: ProjectRecord, edition: Edition, selection: Selection, order: SheetOrder
) -> tuple[tuple[Line, ...], tuple[Problem, ...]]:
    """The school's text or the first sentences of the record's, its recognition, its partners."""
    texts: list[Line] = []
    shortened = False
    if order.text:
        texts.append(Line(text=ordered(order.text, order, edition), role=TextRole.LEAD, scale=1.2))
    else:
        for said, most, scale in ((record.summary, SUMMARY, 1.2), (record.results, RESULTS, 1.0)):
            whole = _phrase(said, edition)
            text = first_sentences(whole.text, most)
            shortened = shortened or text != whole.text
            if text:
                role = TextRole.LEAD if scale > 1 else TextRole.TEXT
                texts.append(Line(text=replace(whole, text=text), role=role, scale=scale))
    if labels := [text for text, _ in quality_labels(record, edition, selection)]:
        texts.append(Line(text=Phrase(text=" · ".join(labels)), role=TextRole.STRONG, scale=1.1, gap=0.8))
    if partners := _partners(item, record, edition):
        text = edition.locale.word("poster.project.partners", partners=partners)
        texts.append(Line(text=Phrase(text=text)))
    problems = (note("poster.sentences", _WHERE, project=record.title.value),) if shortened else ()
    return tuple(texts), problems


def _phrase(said: Sourced[LocalText] | None, edition: Edition) -> Phrase:
    return edition.phrase(said.value) if said else Phrase(text="")


def first_sentences(text: str, most: int) -> str:
    """The whole sentences of a text's beginning that have so many letters at most; "" where the first has more."""
    kept = ""
    for sentence in _SENTENCE.split(text.strip()):
        longer = f"{kept} {sentence}".strip()
        if len(longer) > most:
            break
        kept = longer
    return kept


def _partners(item: EvidenceItem, record: ProjectRecord, edition: Edition) -> str:
    """A few partner schools with their countries, of more the countries."""
    named = [partner(*each, edition) for each in record.partners.value] if record.partners else []
    if 0 < len(named) <= NAMED_PARTNERS:
        return edition.locale.listed(named)
    return edition.locale.listed(countries_of(item, edition)[:COUNTRIES])


def _photos(record: ProjectRecord, selection: Selection) -> Photos:
    """Those whose words, or whose folder, name the project; those to be shown large first."""
    name = fold(record.title.value)
    photos = [item for item in selection.items if is_photo(item) and _is_of(item, name)]
    photos.sort(key=lambda item: (item.id not in selection.heroes, item.id not in selection.shown))
    return sharp_enough(photos[:SHOWN])


def _is_of(item: EvidenceItem, project: str) -> bool:
    words = [text for said in (item.title, item.caption) if said for _, text in said.value.texts]
    folders = [fold(folder) for file in item.files for folder in file.split("/")[:-1]]
    return any(project in fold(text) for text in words) or any(project in folder for folder in folders)
