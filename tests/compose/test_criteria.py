from dataclasses import replace

import pytest
from compose.editions import FRAMEWORK, OPEN_DAYS, certificate, edition_of, photo, project, wordings

from portfolio.compose.criteria import MOST_PROOFS, set_criteria, set_proofs
from portfolio.compose.selection import select
from portfolio.model.blocks import Heading
from portfolio.model.clearance import Audience
from portfolio.model.framework import Criterion

MENTORING = Criterion(key="mentoring", pillar="model", wordings=wordings(en="Mentoring.", tr="Mentorluk."))
TWO = replace(
    FRAMEWORK,
    pillars=(FRAMEWORK.pillars[0], replace(FRAMEWORK.pillars[1], criteria=(OPEN_DAYS, MENTORING))),
)


def table(*pieces, **options):
    edition = edition_of(*pieces, **{"language": "en", "framework": TWO, **options})
    return set_proofs(edition, select(edition), TWO.pillars[1])


def texts(row) -> tuple[str, ...]:
    return tuple("".join(run.text for run in cell) for cell in row.cells)


def test_a_criterion_names_its_evidence_the_strongest_first():
    shown = table(photo("a", "model/open-days"), certificate("b", "model/open-days"))
    assert shown.title == "Where each point is shown"
    assert [texts(row) for row in shown.rows] == [("Open days for other schools.", "2.2, 2.1")]
    assert [run.link for run in shown.rows[0].cells[1] if run.link] == ["#x-2.2", "#x-2.1"]


def test_a_criterion_without_evidence_is_open_in_a_draft_and_nowhere_else():
    piece = photo("a", "model/open-days")
    assert [texts(row)[0] for row in table(piece).rows] == ["Open days for other schools."]
    assert [texts(row) for row in table(piece, audience=Audience.PRIVATE).rows] == [
        ("Open days for other schools.", "2.1"),
        ("Mentoring.", "no evidence yet"),
    ]
    assert table(photo("a", "model")) is None


def test_what_is_withheld_proves_nothing_to_these_readers():
    assert table(withheld=(photo("a", "model/open-days"),)) is None


def test_a_piece_without_an_exhibit_leads_to_the_register():
    pieces = (photo("a", "model/open-days"), photo("b", "model/open-days"))
    shown = table(*pieces, of=project(max_exhibits=1))
    assert sorted(run.link for run in shown.rows[0].cells[1] if run.link) == ["#r-2.2", "#x-2.1"]


def test_of_many_the_strongest_are_named_and_the_others_counted():
    shown = table(*(photo(f"{n:02}", "model/open-days") for n in range(MOST_PROOFS + 3)))
    assert texts(shown.rows[0])[1].endswith("2.12 and 3 more")


@pytest.mark.parametrize("written", [True, False])
def test_a_criterion_that_is_written_about_leads_to_its_text(written: bool):
    school = project({"model/open-days": {"en": "Each May."}} if written else {})
    edition = edition_of(photo("a", "model/open-days"), language="en", of=school)
    (name,) = set_proofs(edition, select(edition), FRAMEWORK.pillars[1]).rows[0].cells[0]
    blocks, _ = set_criteria(edition, select(edition), FRAMEWORK.pillars[1])
    headings = [(block.text, f"#{block.anchor}") for block in blocks if isinstance(block, Heading)]
    assert headings == ([(name.text, name.link)] if written else [])
