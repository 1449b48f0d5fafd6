"""What was decided about a content that has changed since: captions still hold, what guards children does not."""

from dataclasses import replace
from pathlib import Path

import pytest
from intake.evidence import codes, collected, decision, jpeg, lay

from portfolio.model.catalogue import Catalogue, Former
from portfolio.model.decision import REDACTING, Decision, Field
from portfolio.model.evidence import EvidenceItem, Kind, PortrayalState
from portfolio.model.problem import reason
from portfolio.model.redaction import HIDDEN

OLD, NEW = jpeg(), jpeg((1, 2, 3))
STALE = reason("clearance.stale")
BOX = "0.1 0.2 0.3 0.25"


def changed(tmp_path: Path, *said: tuple[Field, str]) -> tuple[Path, list[Decision], Catalogue]:
    """A picture about which lines were written by id and file, before and after its content changed."""
    folder = lay(tmp_path / "evidence", {"a.jpg": OLD})
    old = only(collected(folder)).id
    lines = [decision("a.jpg", field, value, item=old, line=n) for n, (field, value) in enumerate(said, start=2)]
    assert only(collected(folder, *lines)).barred is None
    lay(folder, {"a.jpg": NEW})
    return folder, lines, collected(folder, *lines)


def only(catalogue: Catalogue) -> EvidenceItem:
    (item,) = catalogue.items
    return item


def test_texts_place_and_kind_still_hold(tmp_path: Path) -> None:
    said = [(Field.TITLE, "Açık gün"), (Field.PLACE, "Bahçe"), (Field.KIND, "document"), (Field.DATE, "2025-05-09")]
    *_, catalogue = changed(tmp_path, *said)
    item = only(catalogue)
    assert item.title
    assert item.title.value.texts == (("", "Açık gün"),)
    assert item.place
    assert item.place.value == "Bahçe"
    assert item.dated
    assert (item.kind, item.barred) == (Kind.DOCUMENT, None)
    assert codes(catalogue.problems) == [("decision.stale", "decisions.csv", line) for line in (2, 3, 4, 5)]


@pytest.mark.parametrize(
    ("field", "value"),
    [
        (Field.PEOPLE, "yok"),
        (Field.PARTNER, "IC Dante, 2025-03-04, Maria Rossi"),
        (Field.COVER, BOX),
        (Field.PIXELATE, BOX),
        (Field.CROP, BOX),
        (Field.COVER, "yok"),
    ],
)
def test_what_guards_children_holds_for_nothing_that_nobody_looked_at(tmp_path: Path, field: Field, value: str) -> None:
    folder, (line,), catalogue = changed(tmp_path, (field, value))
    item = only(catalogue)
    assert item.barred == STALE
    assert item.portrayal.state is PortrayalState.UNKNOWN
    assert item.redaction == (HIDDEN if field in REDACTING else None)
    assert ("decision.unconfirmed", "decisions.csv", 2) in codes(catalogue.problems)
    by_file = decision("a.jpg", field, value, line=3)  # it may have been there before
    assert only(collected(folder, line, by_file)).barred == STALE
    confirmed = decision("a.jpg", field, value, item=item.id, line=3)
    assert only(collected(folder, line, confirmed)).barred is None
    told = [code for code, *_ in codes(collected(folder, line, confirmed).problems)]
    assert not [code for code in told if code.startswith("decision.")]


def test_a_description_beside_the_file_does_not_confirm(tmp_path: Path) -> None:
    folder, lines, _ = changed(tmp_path, (Field.PEOPLE, "Ada B."))
    lay(folder, {"a.jpg.yaml": "people: none"})
    assert only(collected(folder, *lines)).barred == STALE


@pytest.mark.parametrize("spelling", ["a.jpg", "A.JPG", "evidence/a.jpg"])
def test_a_line_with_only_a_file_is_about_what_lay_there_when_it_was_first_read(tmp_path: Path, spelling: str) -> None:
    folder = lay(tmp_path / "evidence", {"a.jpg": OLD})
    line = decision(spelling, Field.PEOPLE, "yok")
    assert only(collected(folder, line)).portrayal.state is PortrayalState.NONE
    lay(folder, {"a.jpg": NEW})
    for _ in range(2):
        catalogue = collected(folder, line)
        assert only(catalogue).barred == STALE
        assert codes(catalogue.problems) == [("decision.unconfirmed", "decisions.csv", 2)]
    confirmed = decision("a.jpg", Field.PEOPLE, "yok", item=only(catalogue).id, line=3)
    assert only(collected(folder, line, confirmed)).barred is None
    assert only(collected(folder, line, cache=tmp_path / "empty")).portrayal.state is PortrayalState.NONE
    lay(folder, {"a.jpg": OLD})
    assert only(collected(folder, line)).portrayal.state is PortrayalState.NONE


@pytest.mark.parametrize("spelling", ["a.jpg", "A.jpg"])
def test_a_copy_elsewhere_does_not_hide_that_the_named_file_has_changed(tmp_path: Path, spelling: str) -> None:
    folder = lay(tmp_path / "evidence", {"a.jpg": OLD, "b.jpg": OLD})
    box = decision(spelling, Field.COVER, BOX, item=only(collected(folder)).id)
    nobody = decision("*.jpg", Field.PEOPLE, "unrecognisable")
    assert only(collected(folder, box, nobody)).barred is None
    lay(folder, {"a.jpg": NEW})
    catalogue = collected(folder, box, nobody)
    assert {item.files[0]: item.barred for item in catalogue.items} == {"a.jpg": STALE, "b.jpg": None}
    assert {item.files[0]: item.redaction == HIDDEN for item in catalogue.items} == {"a.jpg": True, "b.jpg": False}
    assert ("decision.unconfirmed", "decisions.csv", 2) in codes(catalogue.problems)


def test_a_line_in_doubt_shows_its_piece_to_nobody_whatever_milder_ones_say(tmp_path: Path) -> None:
    folder = lay(tmp_path / "evidence", {"3/a.jpg": OLD, "3/b.jpg": NEW})
    doubt = replace(decision("3/a.jpg", Field.PEOPLE, "", line=3), in_doubt=True)
    mine = collected(folder, doubt).items[0 if collected(folder).items[0].files == ("3/a.jpg",) else 1]
    for milder in (decision("3/", Field.PEOPLE, "yok"), decision("", Field.PEOPLE, "yok", item=mine.id)):
        for lines in ((milder, doubt), (doubt, milder)):
            barred = {item.files[0]: item.barred for item in collected(folder, *lines).items}
            assert barred == {"3/a.jpg": reason("clearance.doubt"), "3/b.jpg": None}


def test_by_its_id_a_content_is_found_wherever_it_went(tmp_path: Path) -> None:
    folder = lay(tmp_path / "evidence", {"a.jpg": OLD})
    line = decision("a.jpg", Field.COVER, BOX, item=only(collected(folder)).id)
    (folder / "a.jpg").rename(folder / "b.jpg")
    item = only(collected(folder, line))
    assert (item.files, item.barred) == (("b.jpg",), None)
    assert item.redaction not in (None, HIDDEN)


def test_a_line_about_a_file_that_was_moved_is_told_its_new_place_and_its_id(tmp_path: Path) -> None:
    folder = lay(tmp_path / "evidence", {"gelen/f1.jpg": OLD})
    line = decision("gelen/f1.jpg", Field.CAPTION, "Fide dikimi")
    assert collected(folder, line).problems == ()
    (folder / "2025").mkdir()
    (folder / "gelen/f1.jpg").rename(folder / "2025/fide.jpg")
    moved = collected(folder, line)
    assert only(moved).caption is None  # a run that remembers nothing would not know
    (problem,) = moved.problems
    assert problem.code == "decision.moved"
    assert dict(problem.values) == {"said": "gelen/f1.jpg", "now": "2025/fide.jpg", "id": only(moved).id}
    by_id = decision("gelen/f1.jpg", Field.CAPTION, "Fide dikimi", item=only(moved).id)
    assert collected(folder, by_id).problems == ()


@pytest.mark.parametrize(
    ("sheet", "text", "said"),
    [
        ("gelen/altyazılar.csv", "dosya;başlık\nf1.jpg;Fide dikimi\n", "f1.jpg"),
        ("altyazılar.csv", "dosya;başlık\ngelen/f1.jpg;Fide dikimi\n", "gelen/f1.jpg"),
        ("gelen/f1.jpg.yaml", "title: Fide dikimi\n", "f1.jpg"),
    ],
)
def test_a_description_of_a_file_that_was_moved_is_told_its_new_place(
    tmp_path: Path, sheet: str, text: str, said: str
) -> None:
    folder = lay(tmp_path / "evidence", {"gelen/f1.jpg": OLD, sheet: text})
    assert "Fide dikimi" in str(only(collected(folder)).title)
    (folder / "2025").mkdir()
    (folder / "gelen/f1.jpg").rename(folder / "2025/fide.jpg")
    moved = collected(folder)
    (problem,) = moved.problems
    assert problem.code == "description.moved"
    assert "Fide dikimi" not in str(only(moved).title)
    assert dict(problem.values) == {"said": said, "now": "2025/fide.jpg", "id": only(moved).id}


def test_a_line_about_a_file_that_was_deleted_proposes_no_other_picture(tmp_path: Path) -> None:
    folder = lay(
        tmp_path / "evidence", {"gelen/IMG_1.jpg": OLD, "gelen/IMG_2.jpg": NEW, "2025/IMG_1.jpg": jpeg((9, 9, 9))}
    )
    gone = next(item for item in collected(folder).items if item.files == ("gelen/IMG_1.jpg",))
    (folder / "gelen/IMG_1.jpg").unlink()
    by_file = decision("gelen/IMG_1.jpg", Field.HERO, "evet")
    by_id = decision("", Field.HERO, "evet", item=gone.id, line=3)
    catalogue = collected(folder, by_file, by_id)
    assert codes(catalogue.problems) == [("decision.unknown", "decisions.csv", line) for line in (2, 3)]
    assert catalogue.former == (Former(id=gone.id, file="gelen/IMG_1.jpg"),)


def test_a_guarding_line_knows_the_new_place_of_its_content_without_the_store(tmp_path: Path) -> None:
    folder = lay(tmp_path / "evidence", {"gelen/f1.jpg": OLD})
    line = decision("gelen/f1.jpg", Field.PEOPLE, "yok")
    cache = folder.with_name("evidence-cache")
    assert collected(folder, line).problems == ()
    (cache / "catalogue.sqlite3").unlink()
    (folder / "gelen/f1.jpg").rename(folder / "gelen/fide.jpg")
    (problem,) = collected(folder, line).problems
    assert (problem.code, dict(problem.values)["now"]) == ("decision.moved", "gelen/fide.jpg")


def test_what_lay_in_a_file_before_it_was_edited_is_remembered(tmp_path: Path) -> None:
    *_, catalogue = changed(tmp_path, (Field.TITLE, "Açık gün"))
    (former,) = catalogue.former
    assert former.file == "a.jpg"
    assert former.id != only(catalogue).id
