"""The school's own text for a section, in the document's language or else marked as another one's."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from portfolio.compose.edition import Edition
from portfolio.compose.links import link_to
from portfolio.compose.prose import Cite, set_prose
from portfolio.compose.selection import Selection
from portfolio.model.blocks import Block, Run, Source
from portfolio.model.problem import Place, Problem, note
from portfolio.references import marks_in, normal

NO_BREAK = "\N{NO-BREAK SPACE}"


def set_narrative(
    edition: Edition, key: str, *, level: int = 2, selection: Selection | None = None
) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a narrative ("model", "model/plan"), () when the school wrote none.

    References become exhibit numbers, which lead to the exhibits of a `selection`. Codes: those of prose,
    `compose.text-not-translated`, `compose.reference-withheld`.
    """
    narratives = edition.project.narratives
    text = narratives.find(key)
    if text is None:
        return (), ()
    phrase = edition.phrase(text)
    language = phrase.language or edition.language
    if language not in narratives.texts[key]:  # "fr-BE" is served by "fr"
        language = next(code for code, source in text.texts if source == phrase.text)
    file = narratives.place(key, language).file
    blocks, found = set_prose(
        phrase.text,
        file=file,
        anchor=f"text-{key.replace('/', '-')}",
        language=phrase.language,
        level=level,
        cite=citing(edition, selection),
        origin=Source(key=key, language=language),
    )
    problems = tuple(
        replace(problem, where=narratives.place(key, language, problem.where.line if problem.where else None))
        for problem in found
    )
    if blocks and phrase.language:
        untranslated = note(
            "compose.text-not-translated",
            Place(file=file),
            wanted=f"narrative/{key.partition('/')[0]}.{edition.language}.md",
        )
        problems = (*problems, untranslated)
    return blocks, (*problems, *_withheld(edition, key, language, phrase.text))


def citing(edition: Edition, selection: Selection | None) -> Cite:
    """How references are set: "(Evidence 4.2, 4.7)", each number a link where its exhibit or register row stands here.

    The number of a piece that the readers may not see leads nowhere. A reference that means no numbered piece is left
    out; a draft keeps it as it is written, for the school to mend.
    """
    numbers = selection.numbers if selection else edition.numbers

    def cite(written: Sequence[str], inside: bool) -> Sequence[Run]:
        cited: list[Run] = []
        for each in written:
            item = edition.citations.get(normal(each), "")
            if item in numbers:
                link = link_to(item, selection) if selection else ""
                cited += [Run(text=", "), Run(text=numbers[item], link=link)]
            elif edition.draft:
                cited += [Run(text=", "), Run(text=f"[[{each}]]")]
        if not cited:
            return ()
        lead = Run(text=edition.locale.word("exhibit.cited") + NO_BREAK)
        runs = (lead, *cited[1:])
        return runs if inside else (Run(text="("), *runs, Run(text=")"))

    return cite


def _withheld(edition: Edition, key: str, language: str, source: str) -> Iterator[Problem]:
    """The references whose pieces are placed and yet not for these readers."""
    cleared = {piece.item.id for piece in edition.pieces}
    for written, line in marks_in(source):
        item = edition.citations.get(normal(written), "")
        if item in edition.numbers and item not in cleared:
            where = edition.project.narratives.place(key, language, line)
            yield note("compose.reference-withheld", where, written=written, number=edition.numbers[item])
