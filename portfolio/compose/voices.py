"""The section of voices: what pupils, parents and teachers said, shown here and cited by number elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from portfolio.compose.edition import Edition
from portfolio.compose.exhibits import set_exhibit
from portfolio.compose.selection import NOWHERE, Selection
from portfolio.compose.titles import spoken_words
from portfolio.compose.wording import foreign, speaker
from portfolio.model.blocks import Voice, VoiceList
from portfolio.model.document import Section, SectionRole
from portfolio.model.evidence import EvidenceItem, Quotation
from portfolio.model.text import Phrase


def set_voices(edition: Edition, selection: Selection) -> Section | None:
    """All quotations that are shown, in the order of their numbers; None when there are none."""
    said = [
        (key, item, item.quotation)
        for key in selection.members
        for item in selection.shown_of(key)
        if item.quotation and key != NOWHERE
    ]
    if not said:
        return None
    return Section(
        anchor="voices",
        title=edition.locale.word("voices.section"),
        role=SectionRole.PLAIN,
        blocks=(VoiceList(voices=tuple(_voices(said, edition, selection))),),
    )


def _voices(
    said: Sequence[tuple[str, EvidenceItem, Quotation]], edition: Edition, selection: Selection
) -> Iterator[Voice]:
    """Quotations for setting; answers to one question that follow each other name it once."""
    before: Phrase | None = None
    for key, item, quotation in said:
        asked = foreign(quotation.question.value, edition) if quotation.question else None
        exhibit = set_exhibit(item, selection.numbers[item.id], key, edition, None)
        by = speaker(quotation.role.value, edition) if quotation.role else None
        yield Voice(
            exhibit=replace(exhibit, caption=None, details=()),
            words=spoken_words(quotation, edition),
            by=Phrase(text=edition.locale.capitalise(by.text), language=by.language) if by else None,
            asked=None if asked == before else asked,
        )
        before = asked
