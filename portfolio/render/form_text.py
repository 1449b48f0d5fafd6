"""The application form as plain text, to be copied field by field."""

from __future__ import annotations

from collections.abc import Iterator

from portfolio.model.blocks import Table
from portfolio.model.form import ApplicationForm, FormField, FormPart

WIDTH = 72
_PART, _FIELD, _TEXT = "=", "-", "·"


def form_text(form: ApplicationForm) -> str:
    """The whole form; what is to be pasted stands alone between two worded lines, exactly as it was counted."""
    return "\n".join(_lines(form)) + "\n"


def _lines(form: ApplicationForm) -> Iterator[str]:
    if form.watermark:
        yield from (form.watermark, "")
    yield from (form.heading, form.school, "")
    for note in form.notes:
        yield f"- {note}"
    for part in form.parts:
        yield from _part(part, form)


def _part(part: FormPart, form: ApplicationForm) -> Iterator[str]:
    rule = _PART * WIDTH
    yield from ("", "", rule, f"{part.number}  {part.title.text}", rule)
    for field in part.fields:
        yield from _field(field, form)


def _field(field: FormField, form: ApplicationForm) -> Iterator[str]:
    rule = _FIELD * WIDTH
    yield from ("", rule, field.title.text, rule)
    if field.text:
        yield " · ".join(filter(None, (field.counted, field.over)))
        if field.note:
            yield field.note
        yield from (_marked(form.begin), *field.text, _marked(form.end))
    if field.attach:
        yield from ("", field.attach)
    if field.evidence:
        yield ""
        yield from _evidence(field.evidence)


def _evidence(table: Table) -> Iterator[str]:
    yield f"{table.title}:"
    for row in table.rows:
        number, name, where = ("".join(run.text for run in cell) for cell in row.cells)
        yield f"  {number:<5} {name}"
        if where:
            yield f"  {'':<5} {where}"


def _marked(words: str) -> str:
    return f"{_TEXT * 3} {words} ".ljust(WIDTH, _TEXT)
