"""Letters for the school to sign, in output/private/letters: in every language of the project, as Word documents.

A text of one's own lies as `letters/<language>/<name>.md` in a theme of one's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from pathlib import Path

from portfolio.audit.makers import inspect_makers
from portfolio.build.papers import known_of_school, place_sound
from portfolio.build.place import require_writable
from portfolio.build.survey import Survey
from portfolio.compose.letters import NAMES, Asked, compose_letter
from portfolio.compose.papers import BLANK, PaperText
from portfolio.i18n import Locale, primary, read_locale, spoken
from portfolio.model.framework import Round
from portfolio.model.paper import Paper
from portfolio.model.period import period_from
from portfolio.model.problem import Problem, note
from portfolio.model.project import FundingBasis
from portfolio.model.readiness import Wish
from portfolio.render.docx_paper import write_paper_docx
from portfolio.themes import Theme, load_theme

FOLDER = "private/letters"  # below the output folder
_TO_WRITE = timedelta(days=14)  # left between the last piece and the round's end, to write the texts


def make_letters(
    survey: Survey, wishes: Sequence[Wish], names: Sequence[str] = NAMES
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Writes the letters of these names; the files, and Problems. `wishes` are what colleagues are asked for.

    A file that somebody edited stays, and the new one is put beside it (`artefact.beside`). `letters.no-text`: a
    language without letters. Raises ProjectError for a theme that cannot be used, OutputError, OSError.
    """
    project = survey.project
    require_writable(project.output)
    theme = load_theme(project.theme, project.root)
    made: list[Path] = []
    problems: list[Problem] = []
    for language in project.languages:
        locale = read_locale(language, theme.message_folders)
        texts = list(_texts(theme, language, names))
        if not texts:
            problems.append(note("letters.no-text", language=language))
        known = _known(survey, locale)
        asked = [_asked(wish, survey, language) for wish in wishes]
        for text in texts:
            paper, said = compose_letter(text, locale=locale, known=known, asked=asked)
            file, found = _write(paper, theme, survey)
            made += [file] if file else []
            problems += (*said, *found)
    return tuple(made), tuple(dict.fromkeys(problems))


def _write(paper: Paper, theme: Theme, survey: Survey) -> tuple[Path | None, tuple[Problem, ...]]:
    def docx(target: Path) -> tuple[Problem, ...]:
        return (*write_paper_docx(paper, theme, target), *inspect_makers(target, paper.author))

    return place_sound(f"{FOLDER}/{paper.name}.{paper.language}.docx", survey.project, docx)


def _texts(theme: Theme, language: str, names: Sequence[str]) -> Iterator[PaperText]:
    for name in names:
        file = f"letters/{primary(language)}/{name}.md"
        try:
            path = theme.find(file)
        except FileNotFoundError:
            continue
        yield PaperText(name=name, source=path.read_text(encoding="utf-8-sig"), file=file)


def _known(survey: Survey, locale: Locale) -> Mapping[str, str]:
    """What stands in the placeholders; a name only where portfolio.yaml tells it."""
    project, when = survey.project, survey.project.round
    closes = when.closes_on if when else None
    folders = survey.framework.inbox
    inbox = spoken(folders, project.language)[0][0] if folders else ""
    school = known_of_school(project, locale)
    reach = (project.school.coordinator, school["contact"])
    return {
        **school,
        "coordinator": project.school.coordinator,
        "principal": project.school.principal,
        "reach": ", ".join(filter(None, reach)),
        "evidence": project.evidence.name,
        "inbox": f"{project.evidence.name}/{inbox}",
        "round": when.name if when else "",
        "closes": locale.date(closes) if closes and closes >= survey.today else "",
        "recent_from": locale.date(day) if (day := _recent_from(when, survey.today)) else "",
        "by_day": locale.date(day) if (day := _by_day(closes, survey.today)) else "",
        "office": _office(survey, locale),
        "status": locale.word(f"letters.status.{project.label.status}", years=project.label.years),
        "basis": _basis(survey, locale),
    }


def _recent_from(label_round: Round | None, today: date) -> date | None:
    """The first day of the label period; None where no day of the round is known to count it from."""
    known = label_round and (label_round.opens_on or label_round.closes_on)
    return period_from(label_round, today) if known else None


def _by_day(closes: date | None, today: date) -> date | None:
    """The day by which pieces should be there; None where no day is known, or none is left."""
    if closes is None or closes < today:
        return None
    return closes - _TO_WRITE if closes - _TO_WRITE > today else closes


def _office(survey: Survey, locale: Locale) -> str:
    return survey.project.funding.prescribed_by or locale.word("letters.office")


def _basis(survey: Survey, locale: Locale) -> str:
    """On which basis the emblem is shown, or is not."""
    funding = survey.project.funding
    has_share = funding.basis is FundingBasis.GRANT and funding.share
    share = locale.word(f"letters.share.{funding.share}") if has_share else ""
    values = {
        "office": _office(survey, locale),
        "programme": funding.programme,
        "number": funding.number,
        "authority": funding.authority,
        "share": share,
    }
    told = {name: value or BLANK for name, value in values.items()}
    basis = FundingBasis.NONE if funding.unconfirmed else funding.basis  # until there is an answer nothing is shown
    return locale.word(f"letters.basis.{basis}", **told)


def _asked(wish: Wish, survey: Survey, language: str) -> Asked:
    """A wish as a colleague understands it."""
    key, _, criterion = wish.target.partition("/")
    pillar = survey.framework.pillar(key)
    assert pillar is not None, f"{wish.target} is no target of the framework"
    title = spoken(pillar.titles, language)[0].print
    line = next((each for each in pillar.criteria if each.key == criterion), None)
    return Asked(
        criterion=spoken(line.wordings, language)[0].print if line else title,
        pillar=title,
        example=spoken(wish.texts, language)[0] if wish.texts else "",
        folder=f"{survey.project.evidence.name}/{wish.folder}",
    )
