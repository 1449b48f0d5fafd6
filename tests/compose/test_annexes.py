"""Which documents follow a dossier, and what its readers are told of the others."""

from dataclasses import replace

import pytest
from compose.editions import certificate, document, edition_of, photo

from portfolio.compose.dossier import compose_bundle, compose_dossier
from portfolio.model.annex import AnnexCopy, AnnexState, Refusal
from portfolio.model.blocks import Table
from portfolio.model.document import exhibits_in
from portfolio.model.redaction import Box, Redaction

WORD, WALL = document("eylem planı", "model"), photo("wall", "model")
LABEL = certificate("label", "students")


def with_copies(*said, pieces=(LABEL, WORD, WALL), **of):
    """An edition whose pieces were looked at: piece, state, pages, why."""
    edition = edition_of(*pieces, **of)
    copies = {
        item.id: AnnexCopy(
            item=item.id, state=state, pages=pages, sha256="c" * 64 if state is AnnexState.BOUND else "", why=why
        )
        for (item, _), state, pages, why in said
    }
    return replace(edition, copies=copies)


BOUND = (LABEL, AnnexState.BOUND, 3, None)
REFUSED = (WORD, AnnexState.REFUSED, 0, Refusal.OTHER_FORMAT)


def section_of(edition):
    dossier, _ = compose_dossier(edition)
    return next((section for section in dossier.sections if section.anchor == "annexes"), None)


def rows_of(edition):
    (table,) = (block for block in section_of(edition).blocks if isinstance(block, Table))
    return [tuple("".join(run.text for run in cell) for cell in row.cells) for row in table.rows], table.rows


def test_a_dossier_without_copies_has_no_annexes():
    assert section_of(edition_of(LABEL, WORD)) is None
    dossier, _ = compose_dossier(edition_of(LABEL, WORD))
    assert dossier.annexes == ()


def test_each_annex_bears_its_exhibits_number_and_leads_to_it():
    texts, rows = rows_of(with_copies(BOUND, REFUSED))
    assert texts == [
        ("Ek 1.1", "Ulusal Kalite Etiketi: Işık Avcıları", "3", "Ciltte"),
        ("Ek 2.2", "Belge", "–", "Ciltlenmedi: PDF değil; dosya okuldadır"),
    ]
    assert [row.anchor for row in rows] == ["a-1.1", "a-2.2"]
    assert [row.cells[0][0].link for row in rows] == ["#x-1.1", "#x-2.2"]


def test_an_exhibit_leads_to_its_annex_only_where_that_is_bound():
    dossier, _ = compose_dossier(with_copies(BOUND, REFUSED))
    links = {
        exhibit.number: [run.link for _, runs in exhibit.details for run in runs if run.link.startswith("#a-")]
        for exhibit in exhibits_in(dossier)
    }
    assert links == {"1.1": ["#a-1.1"], "2.1": [], "2.2": []}


def test_a_piece_that_is_only_listed_leads_to_its_row_in_the_register():
    many = [certificate(f"c{n}", "students") for n in range(3)]
    edition = with_copies(*((each, AnnexState.BOUND, 1, None) for each in many), pieces=many)
    short = replace(edition, project=replace(edition.project, max_exhibits=1))
    dossier, _ = compose_dossier(short)
    assert [annex.claim for annex in dossier.annexes] == ["x-1.1", "r-1.2", "r-1.3"]


@pytest.mark.parametrize("why", [why for why in Refusal if why is not Refusal.SIGNED])
@pytest.mark.parametrize("language", ["tr", "en", "sv"])
def test_every_reason_has_its_words(why, language):
    texts, _ = rows_of(with_copies((LABEL, AnnexState.REFUSED, 0, why), language=language))
    assert texts[0][3].split(":")[0] in ("Ciltlenmedi", "Not bound", "Inte inbundet")


def test_a_signed_document_is_named_with_its_own_file():
    edition = with_copies((LABEL, AnnexState.SEPARATE, 0, Refusal.SIGNED), language="en")
    texts, _ = rows_of(edition)
    assert texts[0][3] == "Signed electronically, so it is left untouched: the file “annex-1.1.en.pdf”"
    bundle, _ = compose_bundle(edition)
    assert [annex.name for annex in bundle.separate] == ["annex-1.1.en.pdf"]
    assert bundle.bound == ()


def test_a_scan_and_a_covered_page_are_placed_as_pictures():
    covered = certificate(
        "covered", "students", redaction=Redaction(cover=(Box(left=0, top=0, width=0.5, height=0.1),))
    )
    edition = edition_of(covered)
    item = covered[0]
    edition = replace(edition, copies={item.id: AnnexCopy(item=item.id, state=AnnexState.BOUND, pages=1)})
    bundle, _ = compose_bundle(edition)
    (annex,) = bundle.bound
    assert (annex.picture.page, annex.picture.redaction) == (1, item.redaction)


def test_the_bundle_says_what_it_is_in_its_language():
    bundle, _ = compose_bundle(with_copies(BOUND, language="sv"))
    assert "PDF/UA" in bundle.note
    assert "dossier.sv.pdf" in bundle.note
    assert bundle.bound[0].stamp == "Bilaga 1.1 · {page}"
    assert bundle.volume == "Del {volume} av {volumes}"
