from pathlib import Path

import pytest
from intake.evidence import PACK, codes, collected, docx, lay

from portfolio.columns import Columns
from portfolio.intake.reading import Cell, Entry, Reading
from portfolio.intake.records import FoundRecord, records_in
from portfolio.model.decision import Field
from portfolio.model.evidence import Kind
from portfolio.model.problem import Problem
from portfolio.model.text import Origin

COLUMNS = Columns(PACK.column_names)


def records(*entries: dict[str, str]) -> tuple[tuple[FoundRecord, ...], tuple[Problem, ...]]:
    """The records of a table whose first row of values is line 2."""
    reading = Reading(
        format="csv",
        entries=tuple(
            Entry(
                line=line,
                cells=tuple(Cell(heading=heading, text=text, line=line) for heading, text in entry.items()),
            )
            for line, entry in enumerate(entries, start=2)
        ),
    )
    return records_in(reading, "a.csv", COLUMNS, PACK)


def test_a_row_becomes_a_record_with_origins() -> None:
    [found], problems = records(
        {
            "Proje adı": "Nehirler",
            "Okul yılı": "2024/25",
            "Ortaklar": "Szkoła (PL), Scuola (İtalya)",
            "Öğretmenler": "Elif Uçanhalı, Defne Bulutsever",
            "Öğrenci sayısı": "yaklaşık 1.250 öğrenci",
            "özet.tr": "Su",
            "özet.en": "Water",
            "Ulusal kalite etiketi": "2025-06-12",
            "Avrupa kalite etiketi": "hayır",
        }
    )
    record = found.record
    assert problems == ()
    assert (record.title.value, record.title.where) == ("Nehirler", "a.csv:2")
    assert record.years is not None
    assert record.years.value == "2024-2025"
    assert record.partners is not None
    assert record.partners.value == (("Szkoła", "PL"), ("Scuola", "IT"))
    assert record.teachers is not None
    assert record.teachers.value == ("Elif Uçanhalı", "Defne Bulutsever")
    assert record.pupils is not None
    assert record.pupils.value == 1250
    assert record.summary is not None
    assert record.summary.value.texts == (("tr", "Su"), ("en", "Water"))
    assert record.national_label is not None
    assert record.european_label is None
    assert "Water" in found.text


def test_what_a_row_says_beside_its_fields_concerns_the_piece() -> None:
    [found], _ = records({"title": "A", "years": "2024-2025", "url": "x", "Sütun": "Rol model", "Tarih": "2025-05-01"})
    assert [(each.field, each.text) for each in found.statements] == [
        (Field.PILLAR, "Rol model"),
        (Field.DATE, "2025-05-01"),
    ]


@pytest.mark.parametrize(
    "entry",
    [
        {"title": "A"},
        {"title": "A", "url": "x"},
        {"Ad Soyad": "Öğrenci 1", "Sınıflar": "7/A", "Dersler": "Fen"},
        {"title": "A", "date": "2025", "place": "Okul"},
        {"title": "Toplantı", "date": "2025-05-20", "ortaklar": "Szkoła (PL)"},
        {"title": "Toplantı", "date": "19-20 Mayıs 2025", "ortaklar": "Szkoła (PL)"},
        {"title": "Şenlik", "start": "2025-05-20", "end": "2025-05-21", "öğrenci sayısı": "20"},
    ],
)
def test_other_tables_are_no_records(entry: dict[str, str]) -> None:
    assert records(entry) == ((), ())


@pytest.mark.parametrize(
    ("said", "years"),
    [
        ({"Başlangıç tarihi": "01.10.2024", "Bitiş tarihi": "15.05.2025"}, "01.10.2024 – 15.05.2025"),
        ({"start": "2024-10-01T00:00", "end": "2025-05-15T00:00"}, "2024-10-01 – 2025-05-15"),
        ({"start": "Ekim 2024", "end": "Mayıs 2025"}, "Ekim 2024 – Mayıs 2025"),
        ({"Başlangıç": "01.10.2024"}, "01.10.2024 –"),
        ({"Bitiş": "15.05.2025"}, "– 15.05.2025"),
        ({"Okul yılı": "2024-2025", "Başlangıç": "01.10.2024"}, "2024-2025"),
        ({"Tarih": "2025/2026"}, "2025-2026"),
    ],
)
def test_the_first_and_the_last_day_of_a_project_are_its_years(said: dict[str, str], years: str) -> None:
    [found], problems = records({"proje adı": "Nehirler", "ortaklar": "Szkoła (PL)", **said})
    assert (found.record.years and found.record.years.value, problems) == (years, ())


@pytest.mark.parametrize(
    ("said", "code", "years"),
    [
        ({"start": "2025-13-01", "end": "2026-05-15"}, "description.date", "– 2026-05-15"),
        ({"start": "2025-10-01", "end": "2025-05-15"}, "record.ends-before", None),
    ],
)
def test_days_of_a_project_that_cannot_be_are_told(said: dict[str, str], code: str, years: str | None) -> None:
    [found], problems = records({"proje adı": "Nehirler", "ortaklar": "Szkoła (PL)", **said})
    assert (found.record.years and found.record.years.value) == years
    assert codes(problems) == [(code, "a.csv", 2)]


@pytest.mark.parametrize("field", ["ortaklar", "ulusal kalite etiketi"])
def test_a_title_with_partners_or_a_label_is_a_project(field: str) -> None:
    [found], problems = records({"proje adı": "Nehirler", field: "Szkoła (PL)"})
    assert (found.record.title.value, problems) == ("Nehirler", ())


@pytest.mark.parametrize(
    "entry",
    [
        {"proje adı": "Nehirler", "tarih": "2025-05-20", "ortaklar": "Szkoła (PL)"},
        {"title": "Nehirler", "date": "2024-2025", "ortaklar": "Szkoła (PL)"},
        {"proje adı": "Nehirler", "Başlangıç": "01.10.2024", "Bitiş": "15.05.2025", "öğrenci sayısı": "20"},
    ],
)
def test_a_table_of_projects_with_partners_and_dates(entry: dict[str, str]) -> None:
    [found], problems = records(entry)
    assert (found.record.title.value, problems) == ("Nehirler", ())


@pytest.mark.parametrize(("date", "kind"), [("2025/2026", Kind.PROJECT), ("20.05.2025", Kind.DOCUMENT)])
def test_a_page_with_partners_and_a_school_year_is_a_project(tmp_path: Path, date: str, kind: Kind) -> None:
    text = f"Proje adı: Nehirler\nOrtaklar: Szkoła (PL)\nTarih: {date}\n"
    (item,) = collected(lay(tmp_path / "k", {"a.txt": text})).items
    assert item.kind is kind


def test_a_page_with_title_and_partners_is_a_project(tmp_path: Path) -> None:
    (item,) = collected(lay(tmp_path / "k", {"a.docx": docx("Proje adı: Nehirler", "Ortaklar: Szkoła (PL)")})).items
    assert (item.kind, item.project and item.project.title.value) == (Kind.PROJECT, "Nehirler")


PAGE = "\n# Nehirler\n\n- **Proje no:** 264512\n- **Okul yılı:** 2024-2025\n- **Ortaklar:** Szkoła (PL)\n"


@pytest.mark.parametrize("name", ["proje.md", "proje.txt", "proje.docx"])
def test_the_heading_of_a_page_about_a_project_is_its_title(tmp_path: Path, name: str) -> None:
    if name.endswith("docx"):
        content: str | bytes = docx("# Nehirler", "Proje no: 264512", "Okul yılı: 2024-2025", title="Belge1")
        line = ""
    else:
        content, line = (PAGE, ":2") if name.endswith("md") else (PAGE.replace("# ", ""), ":2")
    (item,) = collected(lay(tmp_path / "k", {f"a/{name}": content})).items
    assert item.project is not None
    assert (item.project.title.value, item.project.title.where) == ("Nehirler", f"a/{name}{line}")
    assert item.project.title.origin is Origin.DOCUMENT
    assert item.project.number is not None
    assert item.project.number.value == "264512"


@pytest.mark.parametrize(
    "text",
    [
        "# Toplantı tutanağı\n\nTarih: 2025-05-20\nDiller: İngilizce\nOrtaklar: Szkoła (PL)\n",
        "# Minutes\n\nDate: 20 May 2025\nLanguages: English\nRole: secretary\n",
        "# Ders planı\n\nSınıflar: 4-A\nDersler: Fen\nÖğretmenler: Elif Uçanhalı\n",
        "# Çalışma kâğıdı\n\nAd soyad: Ada B.\nSınıflar: 4-A\nYaş: 9\n",
        "# Projects\n\nProje no: 1\nOkul yılı: 2023\n\nProje no: 2\nOkul yılı: 2024\n",  # which is the heading's?
        "Proje no: 264512\nOkul yılı: 2024-2025\n",  # no heading
    ],
)
def test_other_texts_with_fields_are_no_projects(tmp_path: Path, text: str) -> None:
    (item,) = collected(lay(tmp_path / "k", {"a.md": text})).items
    assert item.kind is Kind.DOCUMENT


def test_a_row_without_a_title_and_a_number_that_is_none_are_told() -> None:
    found, problems = records(
        {"title": "A", "years": "2024-2025", "pupils": "çok"}, {"years": "2025-2026"}, {"place": "Okul"}
    )
    assert len(found) == 1
    assert codes(problems) == [("record.pupils", "a.csv", 2), ("record.untitled", "a.csv", 3)]
    assert problems[0].values == ()  # what stands there may be names


def test_a_report_tells_of_its_project_in_a_sentence_and_in_a_table(tmp_path: Path) -> None:
    paper = docx(
        "# Rapor",
        "Ortaklar: Szkoła (PL)",
        "Rolümüz: üye. Çok sevdik.",
        [["Proje adı", "Nehirler"], ["Öğrenci sayısı", "24"]],
    )
    catalogue = collected(lay(tmp_path / "k", {"rapor.docx": paper}))
    (item,) = catalogue.items
    assert item.project
    assert (item.project.title.value, item.project.partners and item.project.partners.value) == (
        "Nehirler",
        (("Szkoła", "PL"),),
    )
    assert item.project.role is None
    assert codes(catalogue.problems) == []


def test_an_abbreviation_ends_no_sentence_and_sentences_are_taken_where_they_belong(tmp_path: Path) -> None:
    paper = docx(
        "# Rapor",
        "Ortaklar: St. Mary's School (IE), Szkoła nr. 5 (PL)",
        "Sonuçlar: Bir kitap yazıldı. Bir film çekildi.",
        "Kişiler: Dr. Elif Kaya, Can Er",
        [["Proje adı", "Nehirler"], ["Öğrenci sayısı", "24"]],
    )
    (item,) = collected(lay(tmp_path / "k", {"rapor.docx": paper})).items
    assert item.project and item.project.partners and item.project.results
    assert item.project.partners.value == (("St. Mary's School", "IE"), ("Szkoła nr. 5", "PL"))
    assert item.project.results.value.texts[0][1] == "Bir kitap yazıldı. Bir film çekildi."
    assert item.portrayal.persons == ("Dr. Elif Kaya", "Can Er")


def test_countries_of_partners_beside_their_schools() -> None:
    [found], problems = records(
        {"Proje adı": "Nehirler", "Ortaklar": "Szkoła (PL)", "Ortak ülkeler": "Polonya, İtalya, Atlantis"}
    )
    assert found.record.partners
    assert found.record.partners.value == (("Szkoła", "PL"), ("", "IT"), ("", "Atlantis"))
    assert problems == ()


def test_what_no_record_has_is_told_once() -> None:
    row = {"Proje adı": "Nehirler", "Okul yılı": "2024-2025", "Rol": "kurucu", "Aims": "Su", "Tools": "Padlet"}
    _, problems = records(row, {**row, "Proje adı": "Dağlar", "Member count": "5", "Bu uzun bir cümle olarak": "x"})
    assert codes(problems) == [("record.unknown-keys", "a.csv", None)]
    assert dict(problems[0].values) == {"keys": "Aims, Tools, Member count"}


@pytest.mark.parametrize(
    "text",
    [
        '{"projects": [{"title": "Nehirler", "years": "2024-2025", "role": "kurucu"}]}',
        '{"exported": "2026-01-01", "projeler": [{"title": "Nehirler", "years": "2024-2025", "role": "kurucu"}]}',
    ],
)
def test_projects_under_a_key_of_json_are_records(tmp_path: Path, text: str) -> None:
    (item,) = collected(lay(tmp_path / "k", {"a.json": text})).items
    assert item.project
    assert item.project.title.value == "Nehirler"


@pytest.mark.parametrize(
    ("written", "kept", "told"),
    [
        ("https://example.org/x", "https://example.org/x", []),
        ("example.org:8080/x", "example.org:8080/x", []),
        ("TwinSpace: https://example.org", "TwinSpace: https://example.org", []),
        ("https://ada:1234@example.org/x", "https://example.org/x", ["address.password"]),
        ("javascript:alert(1)", None, ["record.url"]),
        ("JavaScript:open('https://example.org')", None, ["record.url"]),
        ("file:///home/okul", None, ["record.url"]),
    ],
)
def test_an_address_leads_to_a_page_and_holds_no_password(written: str, kept: str | None, told: list[str]) -> None:
    [found], problems = records({"Proje adı": "Nehirler", "Okul yılı": "2024-2025", "Rol": "üye", "Bağlantı": written})
    assert (found.record.url and found.record.url.value) == kept
    assert [problem.code for problem in problems] == told
