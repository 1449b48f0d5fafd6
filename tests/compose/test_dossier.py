import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, replace
from datetime import date

import pytest
from compose.editions import (
    certificate,
    document,
    edition_of,
    in_both,
    on,
    photo,
    project,
    project_record,
    quotation,
    said,
)

import portfolio
from portfolio.compose.dossier import compose_dossier
from portfolio.compose.edition import Edition
from portfolio.model.blocks import Figures, Heading, PhotoRow
from portfolio.model.clearance import Audience
from portfolio.model.composed import pictures_in
from portfolio.model.document import Dossier, Section, SectionRole, exhibits_in
from portfolio.model.evidence import Certificate
from portfolio.model.problem import Place
from portfolio.model.text import local

NARRATIVES = {
    "school": {"tr": "Okulumuz **Masalköy** sırtlarındadır.", "en": "Our school stands on the hills of **Masalköy**."},
    "students": {"tr": "Öğrencilerimiz anlatıyor:\n\n> Gölgeyi ölçtük!\n\n- önce dışarıda\n- sonra sınıfta"},
    "model": {"tr": "Kapımız açık.", "en": "Our door is open."},
    "model/plan": {"tr": "1. Komşu okula mentorluk\n2. Bahar şenliği"},
    "model/open-days": {"tr": "Her mayıs ayında."},
}
COURSE = Certificate(kind="course", matched="seminer", issuer=said("Masal Akademisi"))
PIECES = (
    photo(
        "ayna", "students", "model", dated=on(date(2025, 10, 14)), caption=said(in_both("Aynalarla", "With mirrors"))
    ),
    photo("dik", "students", width=900, height=1200, dated=on(date(2025, 11, 3)), credit=said("E. Demir")),
    photo("bahce", "students", dated=on(date(2026, 4, 23)), alternative=said(local("Bahçede bir güneş saati"))),
    certificate("etiket", "students"),
    photo("kapi", "model/open-days", caption=said(local("Açık kapı günü")), place=said("Masalköy")),
    project_record("proje", "model"),
    document("politika", "e-safety", title=said(in_both("Çevrim içi güvenlik politikası", "Online safety policy"))),
    certificate("kurs", "students", certificate=COURSE, dated=on(date(2025, 2, 1))),
    quotation("soz", "model", "Kapı hiç kapanmadı.", role="parent"),
)
WITHHELD = (photo("sahne", "model"),)


def edition(**options: object) -> Edition:
    return edition_of(*PIECES, **{"withheld": WITHHELD, "of": project(NARRATIVES), **options})


def compose(**options: object) -> Dossier:
    return compose_dossier(edition(**options))[0]


def codes(**options: object) -> list[str]:
    return [problem.code for problem in compose_dossier(edition(**options))[1]]


def section(dossier: Dossier, anchor: str) -> Section:
    return next(part for part in dossier.sections if part.anchor == anchor)


def walk(node: object) -> Iterator[dict]:
    """Every mapping in a dossier as data."""
    if isinstance(node, dict):
        yield node
    for part in node.values() if isinstance(node, dict) else node if isinstance(node, list | tuple) else ():
        yield from walk(part)


def test_the_whole_dossier(golden: Callable[[str, str], None], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(portfolio, "__version__", "1.2.3")
    golden("dossier.tr.json", json.dumps(asdict(compose()), ensure_ascii=False, indent=1) + "\n")


def test_the_same_edition_gives_the_same_dossier():
    assert compose_dossier(edition()) == compose_dossier(edition())


def test_the_order_of_the_pieces_does_not_matter():
    turned = edition_of(*reversed(PIECES), withheld=WITHHELD, of=project(NARRATIVES))
    assert compose_dossier(turned) == compose_dossier(edition())


@pytest.mark.parametrize("language", ["en", "tr", "sv"])
@pytest.mark.parametrize("audience", list(Audience))
def test_every_link_leads_to_the_place_that_its_text_says(language: str, audience: Audience):
    data = asdict(compose(language=language, audience=audience))
    marked = [node for node in walk(data) if node.get("anchor")]
    places = {node["anchor"]: node for node in marked}
    assert len(marked) == len(places)
    links = [(node["text"], node["link"]) for node in walk(data) if node.get("link", "").startswith("#")]
    assert len(links) > len(PIECES)
    for text, link in links:
        place = places[link.removeprefix("#")]
        if link.startswith("#o-"):  # from its row in the register to that in the list of projects
            assert place["item"] == places[link.replace("#o-", "r-")]["item"]
        else:
            assert text.startswith(name_of(place))
    for exhibit in exhibits_in(compose(language=language, audience=audience)):
        assert exhibit.register in places


def name_of(place: dict) -> str:
    """What a link to a place begins with: a number that stands there, else the words of a heading."""
    if "cells" in place:
        return place["cells"][0][0]["text"]
    return place.get("number") or place["text"]


def test_sections_stand_in_the_order_of_the_mission():
    assert [(part.anchor, part.number) for part in compose().sections] == [
        ("glance", ""),
        ("school", ""),
        ("mission", ""),
        ("pillar-students", "1"),
        ("pillar-model", "2"),
        ("projects", ""),
        ("development", ""),
        ("pillar-e-safety", "E"),
        ("voices", ""),
        ("register", ""),
        ("colophon", ""),
    ]


def test_a_pillar_opens_with_its_sentence_and_figures():
    opener = section(compose(language="en"), "pillar-students")
    assert opener.role is SectionRole.PILLAR
    assert opener.lead.text == "What students means."
    assert [(figure.number, figure.label) for figure in opener.figures] == [
        ("5", "pieces"),
        ("3", "photos"),
        ("2", "certificates"),
    ]


def test_photos_stand_in_the_order_of_their_numbers():
    rows = [block for block in section(compose(), "pillar-students").blocks if isinstance(block, PhotoRow)]
    assert [exhibit.number for row in rows for exhibit in row.exhibits] == ["1.1", "1.2", "1.3"]


def test_one_good_photo_is_shown_across_the_measure():
    rows = [block for block in section(compose(), "pillar-model").blocks if isinstance(block, PhotoRow)]
    assert [(row.hero, len(row.exhibits)) for row in rows] == [(True, 1)]


@pytest.mark.parametrize("audience", [Audience.EVALUATOR, Audience.PRINT, Audience.WEB])
def test_files_are_named_only_in_a_draft(audience: Audience):
    def said_in(dossier: Dossier) -> str:
        return " ".join(str(node.get("text")) for node in walk(asdict(dossier)))

    assert ".bin" not in said_in(compose(audience=audience))
    assert "decisions.csv" not in said_in(compose(audience=audience))
    assert "ayna.bin" in said_in(compose(audience=Audience.PRIVATE))


def test_a_draft_is_marked_and_shows_what_is_not_placed():
    draft = compose_dossier(edition_of(photo("a"), audience=Audience.PRIVATE))[0]
    assert draft.watermark == "TASLAK – dağıtılmaz"
    assert [exhibit.number for exhibit in exhibits_in(draft)] == ["0.1"]
    assert section(draft, "unplaced").title == "Henüz yerleştirilmeyenler"
    assert compose().watermark == ""


def test_an_empty_school_shows_no_gap_to_an_evaluator_and_every_gap_to_itself():
    handed, draft = (compose_dossier(edition_of(audience=who))[0] for who in (Audience.EVALUATOR, Audience.PRIVATE))
    assert "narrative/model.tr.md" in section(draft, "pillar-model").blocks[0].runs[0].text
    assert [part.anchor for part in handed.sections] == ["school", "mission", "colophon"]
    assert all(part.blocks for part in handed.sections)
    assert not any(isinstance(block, Figures) for part in handed.sections for block in part.blocks)


def test_no_cell_and_no_figure_is_empty():
    for node in walk(asdict(compose())):
        for cell in node.get("cells", ()):
            assert "".join(run["text"] for run in cell).strip()
        if "columns" in node and node["columns"] and isinstance(node["columns"][0], dict):
            assert sum(column["share"] for column in node["columns"]) == 12
        for figure in node.get("figures", ()):
            assert figure["number"] != "0"


def test_withheld_pieces_are_counted_and_not_shown():
    colophon = section(compose(language="en"), "colophon")
    assert any(
        run.text.startswith("One piece of evidence is left out") for block in colophon.blocks for run in block.runs
    )
    hidden = {item.id for item, _ in WITHHELD}
    assert hidden.isdisjoint(picture.item for picture in pictures_in(compose()))


@pytest.mark.parametrize(
    ("language", "said"),
    [("en", "Set in {}."), ("tr", "Yazı tipleri: {}."), ("sv", "Satt med {}.")],
)
def test_the_colophon_credits_the_fonts_of_the_theme(language, said):
    colophon = section(compose(language=language), "colophon")
    assert colophon.blocks[-1].runs[0].text.endswith(said.format("Ubuntu (Ubuntu Font Licence 1.0), Okul Sans"))


def test_a_text_without_translation_is_marked_and_named():
    blocks, found = (
        section(compose(language="en"), "pillar-students").blocks,
        compose_dossier(edition(language="en"))[1],
    )
    assert {run.language for run in blocks[0].runs} == {"tr"}
    places = [problem.where.file for problem in found if problem.code == "compose.text-not-translated"]
    assert places == ["narrative/students.tr.md", "narrative/model.tr.md"]


def test_ours_is_never_called_official():
    def notes(language: str) -> str:
        return str(section(compose(language=language), "mission").blocks)

    assert "resmî metni değildir" in notes("tr")
    assert "ingen officiell text" not in notes("en")


def test_what_a_person_should_know():
    assert codes() == ["compose.alternative-drafted"]
    assert codes(of=project(NARRATIVES, edition_on=None)) == ["compose.no-edition-date", "compose.alternative-drafted"]
    assert compose(of=project(edition_on=None)).cover.printed_on == ""
    assert "label.expired" in codes(today=date(2027, 1, 1))


def test_the_cover_names_the_school_first():
    cover = compose(language="sv").cover
    assert (cover.school, cover.title, cover.label) == (
        "Masalköy Işıltı İlkokulu",
        "Dokumentation",
        "eTwinning School 2025-2026",
    )
    assert (cover.place, cover.printed_on) == ("Masalköy, Türkiye", "20 november 2026")
    assert cover.picture.item == PIECES[0][0].id


def test_a_cover_that_may_not_be_shown_is_named_where_it_was_wanted():
    at = Place(file="templates/ours/theme.yaml", line=3)
    wanted = edition_of(*PIECES, withheld=(photo("gizli", "model"),))
    hidden = next(item for item in wanted.numbers if item not in {piece.item.id for piece in wanted.pieces})
    dossier, problems = compose_dossier(replace(wanted, cover=hidden, cover_at=at))
    assert dossier.cover.picture is None
    (problem,) = (each for each in problems if each.code == "compose.cover-unseen")
    assert (problem.where, dict(problem.values)) == (at, {"item": hidden})
    dossier, problems = compose_dossier(replace(wanted, cover="none", cover_at=at))
    assert dossier.cover.picture is None
    assert "compose.cover-unseen" not in {each.code for each in problems}


def test_headings_stand_below_their_section():
    levels = {block.level for part in compose().sections for block in part.blocks if isinstance(block, Heading)}
    assert levels == {2}
