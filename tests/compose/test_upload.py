"""The files to upload: one for each field that has something, and each stands alone."""

from dataclasses import replace

import pytest
from compose.editions import certificate, document, edition_of, photo, project, project_record

from portfolio.compose.dossier import compose_dossier
from portfolio.compose.form import compose_form
from portfolio.compose.naming import with_short_names
from portfolio.compose.upload import compose_uploads
from portfolio.model.annex import AnnexCopy, AnnexState, Refusal
from portfolio.model.blocks import ExhibitList, PhotoRow, Table
from portfolio.model.clearance import Audience
from portfolio.model.composed import items_in, pictures_in
from portfolio.model.document import exhibits_in
from portfolio.namerule import NameRule
from portfolio.nameways import person_name

LABEL, DOOR, WALL = certificate("label", "model/open-days"), photo("door", "model/open-days"), photo("wall", "students")
TALE = project_record("tale", "model/open-days")
SIGNED, PLAN = document("signed", "model/open-days"), document("plan", "model")
TEXTS = {
    "model/open-days": {"tr": f"Kapımız açık [[{DOOR[0].id}]], duvar da [[{WALL[0].id}]]."},
    "students": {"tr": "Öğrenciler söz alır."},
}


def edition(*more, artefacts=("upload", "application"), **of):
    made = edition_of(LABEL, DOOR, WALL, TALE, SIGNED, PLAN, *more, of=project(TEXTS, artefacts=artefacts), **of)
    copies = (
        AnnexCopy(item=LABEL[0].id, state=AnnexState.BOUND, pages=2, sha256="c" * 64),
        AnnexCopy(item=SIGNED[0].id, state=AnnexState.SEPARATE, pages=1, sha256="d" * 64, why=Refusal.SIGNED),
    )
    citations = {item.id.lower(): item.id for item, _ in (DOOR, WALL)}
    return replace(made, copies={copy.item: copy for copy in copies}, citations=citations)


def uploads(**of):
    made, _ = compose_uploads(edition(**of))
    return made


def open_days(**of):
    return uploads(**of)["2-model-open-days"].bundle.dossier


def links(dossier):
    """Where its runs lead, and all places that it has."""
    found, places = set(), {section.anchor for section in dossier.sections}

    def look(runs):
        found.update(run.link for run in runs if run.link.startswith("#"))

    for section in dossier.sections:
        for block in section.blocks:
            look(getattr(block, "runs", ()))
            for row in getattr(block, "rows", ()):
                places.add(row.anchor)
                for cell in row.cells:
                    look(cell)
    for exhibit in exhibits_in(dossier):
        places.add(exhibit.anchor)
        found.add(f"#{exhibit.register}")
        for _, value in exhibit.details:
            look(value)
    return found, places


def test_there_is_a_file_for_each_field_that_has_a_text_or_evidence():
    assert list(uploads()) == ["1-students", "2-model", "2-model-open-days"]


def test_it_says_whose_it_is_and_what_it_is_for():
    dossier = open_days()
    (section,) = dossier.sections
    assert dossier.cover is None
    assert dossier.contents_title == ""
    assert (dossier.head.school, dossier.head.label) == ("Masalköy Işıltı İlkokulu", "eTwinning School 2025-2026")
    assert section.lead.text == "Diğer okullara açık günler."
    assert dossier.title == "Diğer okullara açık günler. – Masalköy Işıltı İlkokulu"


def test_exhibits_stand_in_order_of_strength_photos_in_rows_and_others_as_cards():
    made = edition()
    expected = [made.numbers[item] for item in made.proofs["model/open-days"]]
    dossier = open_days()
    assert [exhibit.number for exhibit in exhibits_in(dossier)] == expected
    for block in dossier.sections[0].blocks:
        if isinstance(block, PhotoRow | ExhibitList):
            photos = {exhibit.kind == "photo" for exhibit in block.exhibits}
            assert photos == {isinstance(block, PhotoRow)}


def test_numbers_are_those_of_the_dossier():
    made = edition()
    dossier, _ = compose_dossier(made)
    whole = {exhibit.item: exhibit.number for exhibit in exhibits_in(dossier)}
    for upload in compose_uploads(made)[0].values():
        for exhibit in exhibits_in(upload.bundle.dossier):
            assert exhibit.number == whole[exhibit.item]


def test_every_link_leads_to_a_place_in_the_file_and_what_is_elsewhere_is_text():
    for upload in uploads().values():
        found, places = links(upload.bundle.dossier)
        assert {link[1:] for link in found} <= places
    (text, *_) = open_days().sections[0].blocks
    door, wall = (edition().numbers[item.id] for item, _ in (DOOR, WALL))
    assert [(run.text, run.link) for run in text.runs if run.link] == [(door, f"#x-{door}")]
    assert wall in "".join(run.text for run in text.runs)


def test_a_signed_document_lies_beside_it_under_a_name_of_its_own():
    (signed,) = uploads()["2-model-open-days"].bundle.separate
    assert signed.name == f"2-model-open-days.annex-{signed.number}.tr.pdf"
    form, _ = compose_form(edition())
    (field,) = (field for part in form.parts for field in part.fields if field.key == "model/open-days")
    assert f"upload/2-model-open-days.tr.pdf, upload/{signed.name}" in field.attach


def test_the_form_names_every_file_and_only_where_there_are_some():
    form, _ = compose_form(edition(language="en"))
    named = [
        field.attach.rpartition("/")[2] for part in form.parts for field in part.fields if "annex" not in field.attach
    ]
    assert named == ["1-students.en.pdf", "2-model.en.pdf"]
    assert any("folder “upload”" in line for line in form.notes)
    plain, _ = compose_form(edition(artefacts=("application",)))
    assert not any(field.attach for part in plain.parts for field in part.fields)


def test_what_is_not_cleared_is_in_none():
    secret = photo("secret", "model/open-days")
    for upload in uploads(withheld=(secret,)).values():
        assert secret[0].id not in set(items_in(upload))


def test_pictures_are_those_of_exhibits():
    upload = uploads()["2-model-open-days"]
    assert {picture.item for picture in pictures_in(upload)} == {LABEL[0].id, DOOR[0].id}


def test_names_are_shortened():
    rule = NameRule(filter(None, [person_name("Ada Billurköşk")]))
    made = edition()
    narratives = replace(made.project.narratives, texts={"model": {"tr": "Ada Billurköşk anlattı."}})
    made = replace(made, project=replace(made.project, narratives=narratives))
    upload = with_short_names(compose_uploads(made)[0]["2-model"], rule)
    assert "Billurköşk" not in str(upload)


def test_a_draft_says_so():
    assert open_days(audience=Audience.PRIVATE).watermark


@pytest.mark.parametrize("count", [0, 1])
def test_what_has_no_room_is_said_in_the_list_and_stays_an_exhibit(count):
    upload = uploads()["2-model-open-days"]
    lean = upload.with_first(count)
    assert len(lean.bound) == count
    number = upload.bound[0].number
    (row,) = (
        row
        for block in lean.bundle.dossier.sections[0].blocks
        if isinstance(block, Table)
        for row in block.rows
        if row.anchor == f"a-{number}"
    )
    assert (row.cells[-1][0].text == "Bu dosyada") is bool(count)
    assert (row.cells[-1][0].text == upload.left_out) is not bool(count)
    assert list(exhibits_in(lean.bundle.dossier)) == list(exhibits_in(upload.bundle.dossier))
