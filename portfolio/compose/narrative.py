"""The school's own text for a section, in the document's language or else marked as another one's."""

from __future__ import annotations

from dataclasses import replace

from portfolio.compose.edition import Edition
from portfolio.compose.prose import set_prose
from portfolio.model.document import Block
from portfolio.model.problem import Place, Problem, note


def set_narrative(edition: Edition, key: str, *, level: int = 2) -> tuple[tuple[Block, ...], tuple[Problem, ...]]:
    """The blocks of a narrative ("model", "model/plan"), () when the school wrote none; a Problem if not translated."""
    text = edition.project.narratives.find(key)
    if text is None:
        return (), ()
    phrase = edition.phrase(text)
    language = phrase.language or edition.language
    file = f"narrative/{key.partition('/')[0]}.{language}.md"
    anchor = f"text-{key.replace('/', '-')}"
    blocks, found = set_prose(phrase.text, file=file, anchor=anchor, language=phrase.language, level=level)
    problems = tuple(replace(problem, where=Place(file=file)) for problem in found)  # lines count from the part's first
    if blocks and phrase.language:
        untranslated = note(
            "compose.text-not-translated",
            Place(file=file),
            wanted=f"narrative/{key.partition('/')[0]}.{edition.language}.md",
        )
        problems = (*problems, untranslated)
    return blocks, problems
