"""The list of projects to paste: the facts of the dossier's, without its numbers, in a table that needs no styles."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import run
from portfolio.compose.partners import countries_of
from portfolio.compose.projects import latest_projects, project_times, quality_labels
from portfolio.compose.selection import Selection
from portfolio.compose.titles import title
from portfolio.compose.wording import foreign
from portfolio.model.blocks import Column, Row, Run, Table
from portfolio.model.evidence import EvidenceItem, ProjectRecord

_SHARES = {
    "projects.time": 2,
    "certificate.project": 4,
    "paste.countries_of": 2,
    "projects.labels": 2,
    "project.subjects": 2,
}
_NEEDED = 2  # the columns that stand there even when they are empty


def list_projects(edition: Edition, selection: Selection) -> Table | None:
    """A row for each project record of the edition; a column only where one of them has something to say in it."""
    found = latest_projects(edition, selection)
    if not found:
        return None
    cells = [tuple(_cells(item, record, edition, selection)) for item, record in found]
    kept = [place for place in range(len(_SHARES)) if place < _NEEDED or any(row[place] for row in cells)]
    keys = list(_SHARES)
    return Table(
        title=edition.locale.word("projects.section"),
        columns=tuple(Column(title=edition.locale.word(keys[place]), share=_SHARES[keys[place]]) for place in kept),
        rows=tuple(
            Row(cells=tuple(row[place] for place in kept), item=item.id)
            for row, (item, _) in zip(cells, found, strict=True)
        ),
    )


def _cells(
    item: EvidenceItem, record: ProjectRecord, edition: Edition, selection: Selection
) -> Iterator[tuple[Run, ...]]:
    yield _words(", ".join(project_times(item, record, edition)))
    yield (run(title(item, edition)),)
    yield _words(", ".join(countries_of(item, edition)))
    yield _words(", ".join(label for label, _ in quality_labels(record, edition, selection)))
    subjects = ", ".join(record.subjects.value) if record.subjects else ""
    yield (run(foreign(subjects, edition)),) if subjects else ()


def _words(text: str) -> tuple[Run, ...]:
    return (Run(text=text),) if text else ()
