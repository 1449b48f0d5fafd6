"""Alternative texts: of which pictures nobody has written one, the draft each gets, and decisions that settle it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from portfolio.build.chosen import Chosen
from portfolio.build.compose import prepare_edition
from portfolio.build.survey import Survey
from portfolio.compose.dossier import compose_dossier, undescribed_in
from portfolio.compose.edition import Edition
from portfolio.compose.titles import drafted
from portfolio.model.clearance import Audience
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.problem import Place
from portfolio.model.text import Phrase
from portfolio.themes import Theme

NONE = "-"  # takes a text away, whatever weaker voices say


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A piece whose picture the dossier shows, and what is read out for it until somebody says what can be seen."""

    item: EvidenceItem
    text: Phrase


class Describing:
    """The drafts of a project, and what somebody decides about them, as lines of decisions.csv."""

    def __init__(self, survey: Survey, theme: Theme, *, by: str, on: str) -> None:
        self._survey = survey
        self._by, self._on = by, on
        own, *others = dict.fromkeys((survey.project.language, *survey.project.languages))
        self._editions = {language: self._edition(theme, language) for language in (own, *others)}
        self._own = self._editions[own]

    def drafts(self) -> tuple[Draft, ...]:
        """Those that the dossier for the evaluator shows, in its order, each once, in the school's own language."""
        dossier, _ = compose_dossier(self._own)
        return tuple(Draft(item=item, text=drafted(item, self._own)) for item in undescribed_in(dossier, self._own))

    def describe(self, chosen: Chosen, text: str, language: str) -> tuple[Decision, ...]:
        """The line that says what a picture shows; `language` is "" for the school's own."""
        own = language in ("", self._survey.project.language)
        return (self._line(chosen.item, chosen.file, text, "" if own else language),)

    def confirm(self, pieces: Sequence[EvidenceItem]) -> tuple[Decision, ...]:
        """The lines that make drafts of some pieces their texts, in each language in which there is one."""
        return tuple(line for item in pieces if not item.alternative for line in self._confirmed(item))

    def _confirmed(self, item: EvidenceItem) -> Iterator[Decision]:
        for language, edition in self._editions.items():
            draft = drafted(item, edition)
            if not draft.language:  # else it is the same as the one in its own language
                own = language == self._survey.project.language
                yield self._line(item.id, item.files[0], draft.text, "" if own else language)

    def _edition(self, theme: Theme, language: str) -> Edition:
        return prepare_edition(self._survey, theme, language, Audience.EVALUATOR)[0]

    def _line(self, item: str, file: str, value: str, language: str) -> Decision:
        return Decision(
            item=item,
            file=file,
            field=Field.ALTERNATIVE,
            language=language,
            value=value,
            where=Place(file="decisions.csv"),
            by=self._by,
            on=self._on,
        )
