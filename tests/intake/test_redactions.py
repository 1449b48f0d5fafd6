"""Boxes as people write them, and what holds when several do; what cannot be read hides the whole picture."""

from dataclasses import replace
from pathlib import Path

import pytest
from intake.evidence import codes, collected, decision, docx, jpeg, lay, pdf

from portfolio.cli.origins import known_of
from portfolio.intake.redactions import boxes_in
from portfolio.model.catalogue import Catalogue
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import EvidenceItem
from portfolio.model.redaction import HIDDEN, Box, Redaction

FACE = Box(left=0.1, top=0.2, width=0.3, height=0.25)
BADGE = Box(left=0.5, top=0.5, width=0.5, height=0.5)


@pytest.mark.parametrize(
    "text",
    [
        "0.1 0.2 0.3 0.25",
        "0,1 0,2 0,3 0,25",
        "0.1, 0.2, 0.3, 0.25",
        "0,1, 0,2, 0,3, 0,25",
        "0.1,0.2,0.3,0.25",
        "10% 20% 30% 25%",
        "10 % 20 % 30 % 25 %",
        "%10 %20 %30 %25",
        "10%, 20%, 30%, 25%",
        " 0.1  0.2\t0.3 0.25 ;",
        "0.1\n0.2\n0.3\n0.25",
    ],
)
def test_a_box_is_left_top_width_and_height(text: str) -> None:
    assert boxes_in(text) == (FACE,)


def test_several_boxes_stand_behind_semicolons_or_in_lines() -> None:
    assert boxes_in("0.1 0.2 0.3 0.25; 50% 50% 50% 50%") == (FACE, BADGE)
    assert boxes_in("0.1 0.2 0.3 0.25\n0.5 0.5 0.5 0.5") == (FACE, BADGE)
    assert boxes_in("0,333 0,667 0,667 0,334")[0].height == pytest.approx(0.333)  # rounded over the edge


@pytest.mark.parametrize(
    "text",
    [
        "",
        ";",
        "left",
        "0.1 0.2 0.3",
        "0.1 0.2 0.3 0.25 0.1",
        "0,0,1,1",  # two figures or four
        "10 20 30 25",
        "10% 20% 0.3 0.25",
        "0.8 0.2 0.3 0.25",
        "0.1 0.2 0 0.25",
        "1 1 0.1 0.1",
        "-0.1 0.2 0.3 0.25",
        "nan nan nan nan",
        "0.1 0.2 0.3 0.25; the face",
        "left: 0.1, top: 0.2, width: 0.3, height: 0.25",
    ],
)
def test_what_is_no_box_is_refused(text: str) -> None:
    with pytest.raises(ValueError):
        boxes_in(text)


def only(catalogue: Catalogue) -> EvidenceItem:
    (item,) = catalogue.items
    return item


def decided(tmp_path: Path, *decisions: Decision, **files: bytes | str) -> Catalogue:
    return collected(lay(tmp_path / "evidence", {"a.jpg": jpeg(), **files}), *decisions)


def test_what_is_said_beside_the_file_in_a_sheet_and_by_decisions_adds_up(tmp_path: Path) -> None:
    sidecar = 'cover: 0.1 0.2 0.3 0.25\npixelate: ["0.5 0.5 0.5 0.5"]\ncrop: [0.1, 0.2, 0.3, 0.25]\n'
    files = {"a.jpg.yaml": sidecar, "captions.csv": "file;cover\na.jpg;0.75 0.75 0.25 0.25\n"}
    corner = Box(left=0.75, top=0.75, width=0.25, height=0.25)
    item = only(decided(tmp_path, **files))
    assert item.redaction == Redaction(cover=(corner, FACE), pixelate=(BADGE,), crop=FACE)
    item = only(decided(tmp_path, decision("a.jpg", Field.COVER, "0.5 0.5 0.5 0.5"), **files))
    assert item.redaction == Redaction(cover=(corner, FACE, BADGE), pixelate=(BADGE,), crop=FACE)
    assert item.barred is None
    again = (decision("a.jpg", Field.COVER, "yok"), decision("a.jpg", Field.COVER, "0.5 0.5 0.5 0.5", line=3))
    item = only(decided(tmp_path, *again, **files))
    assert item.redaction == Redaction(cover=(BADGE,), pixelate=(BADGE,), crop=FACE)


def test_a_box_is_not_lost_when_another_is_written_by_id_or_for_one_file_of_a_folder(tmp_path: Path) -> None:
    piece_id = only(decided(tmp_path)).id
    by_file = decision("a.jpg", Field.COVER, "0.1 0.2 0.3 0.25")
    by_id = decision("", Field.COVER, "0.5 0.5 0.5 0.5", item=piece_id, line=3)
    assert only(decided(tmp_path, by_file, by_id)).redaction == Redaction(cover=(FACE, BADGE))
    assert only(decided(tmp_path, by_file, replace(by_id, value="yok"))).redaction is None
    folder = lay(tmp_path / "folder", {"k/a.jpg": jpeg(), "k/a.jpg.yaml": "cover: 0.5 0.5 0.5 0.5"})
    whole = decision("k/", Field.COVER, "0.1 0.2 0.3 0.25")
    assert only(collected(folder, whole)).redaction == Redaction(cover=(FACE, BADGE))
    from_afar = replace(whole, value="yok")
    assert only(collected(folder, from_afar)).redaction == Redaction(cover=(BADGE,))


def test_equal_lines_add_up_until_one_says_none(tmp_path: Path) -> None:
    first, second = (
        decision("a.jpg", Field.COVER, value, line=line)
        for line, value in ((2, "0.1 0.2 0.3 0.25"), (3, "0.5 0.5 0.5 0.5"))
    )
    none = decision("a.jpg", Field.COVER, "yok", line=4)
    assert only(decided(tmp_path, first, second)).redaction == Redaction(cover=(FACE, BADGE))
    assert only(decided(tmp_path, first, none, second)).redaction == Redaction(cover=(BADGE,))
    assert only(decided(tmp_path, first, second, none)).redaction is None


def test_what_is_covered_at_one_place_of_a_content_is_covered(tmp_path: Path) -> None:
    files = {"b/a.jpg": jpeg(), "a.jpg.yaml": "cover: 0.1 0.2 0.3 0.25", "b/a.jpg.yaml": "cover: 50% 50% 50% 50%"}
    assert only(decided(tmp_path, **files)).redaction == Redaction(cover=(FACE, BADGE))
    crops = {**files, "a.jpg.yaml": "crop: 0 0 1 0.5", "b/a.jpg.yaml": "crop: 0 0 0.5 1"}
    item = only(decided(tmp_path, **crops))
    assert item.redaction == HIDDEN
    assert item.barred is not None


@pytest.mark.parametrize(
    ("said", "line", "code"),
    [
        ("title: Ada\ncover: the face on the left", 2, "redaction.unreadable"),
        ("pixelate: 10 20 30 40", 1, "redaction.unreadable"),
        ("cover: [{width: 0.1, height: 0.2, left: 0.3, top: 0.4}]", 1, "redaction.unreadable"),
        ("crop:\n  left: 0.1\n  top: 0.2\n  width: 0.3\n  height: 0.25", 2, "redaction.unreadable"),
        ("crop: 0 0 1 1; 0 0 0.5 0.5", 1, "redaction.crop"),
        ("crop: 0 0 1 0.01", 1, "redaction.crop"),
    ],
)
def test_what_cannot_be_read_hides_the_picture_and_names_the_line(
    tmp_path: Path, said: str, line: int, code: str
) -> None:
    catalogue = decided(tmp_path, **{"a.jpg.yaml": said})
    assert (code, "a.jpg.yaml", line) in codes(catalogue.problems)
    assert only(catalogue).redaction == HIDDEN
    assert only(catalogue).barred is not None


@pytest.mark.parametrize(
    "files", [{"a.jpg.yaml": "covr: 0.1 0.2 0.3 0.25"}, {"captions.csv": "file;pixellate it\na.jpg;0.1 0.2 0.3 0.25\n"}]
)
def test_a_slip_in_the_name_of_the_field_hides_the_picture_too(tmp_path: Path, files: dict[str, str]) -> None:
    catalogue = decided(tmp_path, **files)
    assert {"description.misspelt-key", "redaction.unreadable"} <= {code for code, *_ in codes(catalogue.problems)}
    assert only(catalogue).barred is not None


def test_what_is_no_picture_cannot_be_covered(tmp_path: Path) -> None:
    files = {"x.docx": docx("A meeting of the team."), "x.docx.yaml": "cover: 0.1 0.2 0.3 0.25"}
    catalogue = collected(lay(tmp_path / "evidence", files))
    assert ("redaction.no-picture", "x.docx.yaml", 1) in codes(catalogue.problems)
    assert only(catalogue).barred is not None


def test_of_a_redacted_page_nothing_is_said_that_was_read_in_it(tmp_path: Path) -> None:
    page = pdf("National Quality Label", "awarded to the project The Secret Garden on 14 October 2025", title="Secret")
    folder = lay(tmp_path / "evidence", {"nql.pdf": page})
    seen = only(collected(folder))
    assert "Secret" in seen.text
    assert seen.certificate
    hidden = only(collected(folder, decision("nql.pdf", Field.COVER, "0 0 1 0.5")))
    assert hidden.redaction
    assert hidden.certificate
    assert (hidden.text, hidden.recognised) == ("", "")
    assert (hidden.certificate.project, hidden.certificate.issuer) == (None, None)
    assert hidden.veiled == seen.text  # to be searched for names and numbers, and nothing else
    assert "Secret" not in repr(replace(hidden, certificate=None, veiled=""))
    assert "Secret" not in repr(hidden)
    assert "Secret" not in " ".join(known.value for known in known_of(hidden))
