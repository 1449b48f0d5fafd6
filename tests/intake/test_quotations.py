from pathlib import Path

import pytest
from intake.evidence import collected, decision, lay

from portfolio.intake.quotations import FoundQuotation, quotations_in_text
from portfolio.model.decision import Field
from portfolio.model.evidence import EvidenceItem, Kind, PortrayalState

LIST = """\
Görüş;Kim;İzin;Sütun;Tarih
"Kızım ilk kez başka bir ülkeden arkadaş edindi.";Bir 3. sınıf velisi;evet;öğrenciler;20.05.2025
Ortak planlama dersimi değiştirdi.;Öğretmen Ada B.;;;
"""


def words_of(item: EvidenceItem) -> str:
    assert item.quotation is not None
    return item.quotation.text.value.texts[0][1]


def said(found: FoundQuotation) -> str:
    return found.words.texts[0][1]


def test_the_rows_of_a_list_are_quotations(tmp_path: Path) -> None:
    parent, teacher = collected(lay(tmp_path / "k", {"görüşler.csv": LIST})).items
    assert {parent.kind, teacher.kind} == {Kind.QUOTATION}
    assert words_of(parent) == "Kızım ilk kez başka bir ülkeden arkadaş edindi."
    assert parent.quotation is not None
    assert parent.quotation.role is not None
    assert (parent.quotation.role.value, parent.quotation.role.where) == ("parent", "görüşler.csv:2")
    assert parent.quotation.agreed is not None
    assert parent.quotation.agreed.value == "yes"
    assert [each.value for each in parent.pillars] == ["öğrenciler"]
    assert parent.dated is not None
    assert parent.dated.value.first.isoformat() == "2025-05-20"
    assert teacher.quotation is not None
    assert teacher.quotation.agreed is None


def test_the_row_of_a_form_is_of_the_day_on_which_it_was_filled_in(tmp_path: Path) -> None:
    rows = "Zaman damgası,Görüş,Kim,Tarih\n2025/05/20 3:04:05 PM GMT+3,Güzeldi.,Bir veli,\n"
    rows += "2025/05/21,Uzundu.,Bir veli,3.2.2025\n"
    filled, told = collected(lay(tmp_path / "k", {"görüşler 2024.csv": rows})).items
    assert filled.dated is not None
    assert (filled.dated.value.first.isoformat(), filled.dated.where) == ("2025-05-20", "görüşler 2024.csv:2")
    assert told.dated is not None
    assert told.dated.value.first.isoformat() == "2025-02-03"  # what somebody wrote goes before when they wrote it


def test_who_is_named_is_somebody_to_be_asked(tmp_path: Path) -> None:
    parent, teacher = collected(lay(tmp_path / "k", {"görüşler.csv": LIST})).items
    assert parent.portrayal.state is PortrayalState.UNKNOWN
    assert (teacher.portrayal.state, teacher.portrayal.persons) == (PortrayalState.RECOGNISABLE, ("Ada B.",))


@pytest.mark.parametrize(
    "head",
    ["Quote;Role", "Söz;Rolü", "Citat;Roll", "Zitat;Rolle", "Citation;Rôle", "Cita;Función", "Citazione;Ruolo",
     "Cytat;Rola", "Citat;Funcție", "Παράθεμα;Ρόλος", "Citação;Função", "Izjava;Uloga"],
)  # fmt: skip
def test_headings_may_be_in_any_language(tmp_path: Path, head: str) -> None:
    (item,) = collected(lay(tmp_path / "k", {"a.csv": f"{head}\nGüzeldi.;parent\n"})).items
    assert item.kind is Kind.QUOTATION


def test_words_may_be_given_in_several_languages(tmp_path: Path) -> None:
    (item,) = collected(lay(tmp_path / "k", {"a.csv": "Görüş;Görüş (en);Rol\nGüzeldi.;It was lovely.;veli\n"})).items
    assert item.quotation is not None
    assert item.quotation.text.value.texts == (("", "Güzeldi."), ("en", "It was lovely."))


def test_a_text_of_nothing_but_quotations_is_a_list() -> None:
    text = (
        'Velilerden\n\n“Okul artık bizim de evimiz.”\n— Bir veli\n\n- "Mektup gelince ağladım." (Ayşe, 4-A)\n„Toll!“\n'
    )
    first, second, third = quotations_in_text(text)
    assert (said(first), first.speaker.role, first.line) == ("Okul artık bizim de evimiz.", "parent", 3)
    assert (said(second), second.speaker.role, second.speaker.name) == ("Mektup gelince ağladım.", "pupil", "Ayşe")
    assert (said(third), third.speaker.role) == ("Toll!", "")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Bugün gezdik.",
        "“Çok güzeldi” dedi Elif.\nSonra döndük.",
        "“Bir.” — Veli\nBu sözleri toplantıda duyduk.",
        "— Veli\n“Güzeldi.”",
    ],
)
def test_any_other_text_is_no_list(text: str) -> None:
    assert quotations_in_text(text) == ()


def test_a_caption_and_a_quotation_are_told_apart(tmp_path: Path) -> None:
    """A short text beside a photo of the same name speaks of it, even in quotation marks."""
    from intake.evidence import jpeg

    folder = lay(tmp_path / "k", {"a.jpg": jpeg(), "a.txt": "“Güneşi biz çizdik.” — Elif"})
    (item,) = collected(folder).items
    assert item.kind is Kind.PHOTO
    assert item.caption is not None


def test_a_list_of_projects_with_a_summary_of_opinions_stays_one(tmp_path: Path) -> None:
    table = "Proje adı;Ortaklar;Eğitim yılı;Görüş;Rol\nGüneş;Skola (SE);2024-2025;Güzeldi;kurucu\n"
    (item,) = collected(lay(tmp_path / "k", {"a.csv": table})).items
    assert item.kind is Kind.PROJECT


def test_what_a_person_calls_a_document_is_one(tmp_path: Path) -> None:
    folder = lay(tmp_path / "k", {"görüşler.csv": LIST})
    (item,) = collected(folder, decision("görüşler.csv", Field.KIND, "belge")).items
    assert item.kind is Kind.DOCUMENT
