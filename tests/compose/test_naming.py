"""A composed document with full names shortened, in every text of it and in none of its inner names."""

from dataclasses import replace

from portfolio.compose.naming import with_short_names
from portfolio.model.blocks import (
    Column,
    Exhibit,
    ExhibitList,
    FactTable,
    Heading,
    Paragraph,
    PlacedPicture,
    Row,
    Run,
    Table,
)
from portfolio.model.charts import (
    CountryTile,
    CoverageChart,
    CoverageRow,
    Milestone,
    Month,
    PartnerMap,
    Tally,
    Timeline,
)
from portfolio.model.clearance import Audience
from portfolio.model.document import Cover, Dossier, Section, SectionRole
from portfolio.model.evidence import Kind
from portfolio.model.text import Phrase
from portfolio.namerule import NameRule
from portfolio.nameways import person_name

NAME = "Ayşe Yılmaz"
rule = NameRule([name for name in (person_name(NAME),) if name])


def runs(*texts: str) -> tuple[Run, ...]:
    return tuple(Run(text=text) for text in texts)


PICTURE = PlacedPicture(
    key="E-1-40x40",
    item="E-1",
    source=f"{NAME}.jpg",
    file=f"{NAME}.jpg",
    sha256="0",
    media_type="image/jpeg",
    width_mm=40,
    height_mm=40,
    alternative=Phrase(text=f"{NAME} koşuyor"),
)
EXHIBIT = Exhibit(
    number="3.1",
    anchor="x-3.1",
    register="r-3.1",
    item="E-1",
    kind=Kind.PHOTO,
    kind_label="Fotoğraf",
    pillar="pupils",
    title=Phrase(text=NAME),
    caption=Phrase(text=f"{NAME} ve Can"),
    credit=f"Fotoğraf: {NAME}",
    place=NAME,
    details=((NAME, runs("Ayşe ", "Yılmaz'ın")),),
    picture=PICTURE,
)
COVERED = CoverageRow(pillar="pupils", number="1", title=NAME, tallies=(Tally(count=1, label=NAME),))
TIMELINE = Timeline(
    title=NAME,
    pillars=(("pupils", "1"),),
    months=(Month(year=2025, month=10, label="Eki", counts=(1,)),),
    milestones=(Milestone(place=0, dated="Ekim 2025", text=NAME),),
    told=(("Ekim 2025", NAME),),
    note=NAME,
)
PARTNERS = PartnerMap(
    title=NAME, tiles=(CountryTile(code="SE", column=0, row=0, projects=1),), told=((NAME, NAME),), own=NAME
)
DOSSIER = Dossier(
    language="tr",
    audience=Audience.WEB,
    title=NAME,
    author=NAME,
    subject=NAME,
    cover=Cover(
        school=NAME,
        title=NAME,
        label=NAME,
        place=NAME,
        printed_on="",
        picture=PICTURE,
        logos=("ayse yilmaz.png",),
        lockup=None,
        pillars=(),
    ),
    contents_title="İçindekiler",
    page_word="Sayfa",
    sections=(
        Section(
            anchor="school",
            title=NAME,
            role=SectionRole.PLAIN,
            short_title=NAME,
            lead=Phrase(text=NAME),
            blocks=(
                Heading(text=NAME, level=2, anchor="school-h1"),
                Paragraph(runs=runs("Bugün Ay", "şe Yıl", "maz geldi")),
                FactTable(title=NAME, rows=((NAME, runs(NAME)),)),
                Table(
                    title=NAME, columns=(Column(title=NAME, share=12),), rows=(Row(cells=(runs(NAME),), anchor="r-1"),)
                ),
                ExhibitList(exhibits=(EXHIBIT,)),
                CoverageChart(title=NAME, columns=(NAME,), rows=(COVERED,)),
                TIMELINE,
                PARTNERS,
            ),
        ),
    ),
    watermark=NAME,
)


def test_no_text_of_a_document_holds_the_name() -> None:
    shortened = with_short_names(DOSSIER, rule)
    without_files = repr(shortened).replace(f"{NAME}.jpg", "").replace("ayse yilmaz.png", "")
    assert repr(DOSSIER).count(NAME) > 20
    assert not rule.find(without_files)
    assert without_files.count("Ayşe Y.") > 20


def test_files_and_anchors_stay_so_that_everything_is_found() -> None:
    shortened = with_short_names(DOSSIER, rule)
    (block,) = [block for block in shortened.sections[0].blocks if isinstance(block, ExhibitList)]
    assert shortened.cover.logos == DOSSIER.cover.logos
    assert block.exhibits[0].picture == replace(PICTURE, alternative=Phrase(text="Ayşe Y. koşuyor"))
    assert (block.exhibits[0].anchor, block.exhibits[0].item) == ("x-3.1", "E-1")


def test_a_link_whose_address_tells_the_name_leads_nowhere() -> None:
    told = Run(text="sayfa", link="https://example.org/ay%C5%9Fe-y%C4%B1lmaz")
    kept = Run(text="sayfa", link="https://example.org/")
    shortened = with_short_names(Paragraph(runs=(told, kept)), rule)
    assert [run.link for run in shortened.runs] == ["", "https://example.org/"]


def test_without_names_to_hide_a_document_is_the_same() -> None:
    assert with_short_names(DOSSIER, NameRule()) == DOSSIER
