from pathlib import Path

from intake.evidence import docx, jpeg, pdf, xlsx
from scans import page, report

from portfolio.intake.examine import Task, examine
from portfolio.intake.reading import Reading
from portfolio.model.decision import Field


def reading_of(tmp_path: Path, name: str, content: bytes | str) -> Reading:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    reading = examine(Task(path=path, language="tr"))
    assert reading.fault is None
    return reading


def said(reading: Reading) -> dict[Field, str]:
    return {inscription.field: inscription.text for inscription in reading.inscriptions}


def entries(reading: Reading) -> list[dict[str, str]]:
    return [{cell.heading: cell.text for cell in entry.cells} for entry in reading.entries]


def test_a_photo(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.jpg", jpeg(date="2025:05:20 18:45:43", description="Açık gün"))
    assert said(reading) == {Field.CAPTION: "Açık gün", Field.DATE: "2025-05-20T18:45:43"}
    assert reading.raster is not None
    assert (reading.raster.width, reading.raster.height) == (64, 48)


def test_a_photo_whose_clock_was_never_set_has_no_date(tmp_path: Path) -> None:
    assert said(reading_of(tmp_path, "a.jpg", jpeg(date="0000:00:00 00:00:00"))) == {}


def test_a_pdf(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.pdf", pdf("First", "Second", pages=2, title="A plan", created="D:20250520"))
    assert said(reading) == {Field.TITLE: "A plan", Field.DATE: "2025-05-20"}
    assert (reading.text, reading.pages, reading.page_shape) == ("First\nSecond\nFirst\nSecond", 2, 0.7067)


def test_a_pdf_with_two_words_is_a_text(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "belge.pdf", pdf("Ada", "5-A"))
    assert (reading.text, reading.bare, reading.is_scan) == ("Ada\n5-A", (), False)


def test_the_pages_of_a_pdf_without_text_are_known_by_their_places(tmp_path: Path) -> None:
    line = "Okul kurulu toplandi ve karar aldi"
    mixed = report(tmp_path / "tutanak.pdf", pdf(line, pages=4), {1: page(), 3: page()}).read_bytes()
    reading = reading_of(tmp_path, "a.pdf", mixed)
    assert [(bare.number, reading.text[: bare.ends].strip()) for bare in reading.bare] == [(1, ""), (3, line)]
    assert reading.text.split() == f"{line} {line}".split()


def test_a_word_document_with_a_form_a_table_and_fields(tmp_path: Path) -> None:
    document = docx(
        "# Nehirler",
        [["Proje adı:", "Nehirler"], ["Ortaklar", "Szkoła (PL)"]],
        [["Tarih", "Konu", "Yer"], ["12.05.2025", "Toplantı", "Okul"]],
        "Durum: sürüyor",
        created="2025-05-20T10:00:00Z",
    )
    reading = reading_of(tmp_path, "a.docx", document)
    assert said(reading) == {Field.TITLE: "Nehirler", Field.DATE: "2025-05-20"}
    assert entries(reading) == [
        {"Proje adı": "Nehirler", "Ortaklar": "Szkoła (PL)"},
        {"Tarih": "12.05.2025", "Konu": "Toplantı", "Yer": "Okul"},
        {"Durum": "sürüyor"},
    ]
    assert reading.text.startswith("Nehirler\nProje adı: Nehirler\nOrtaklar Szkoła (PL)\n")


def test_the_day_of_a_librarys_template_is_no_date(tmp_path: Path) -> None:
    assert said(reading_of(tmp_path, "a.docx", docx("x", created="2013-12-23T23:15:00Z"))) == {}


def test_a_sheet_may_have_a_title_above_its_headings(tmp_path: Path) -> None:
    reading = reading_of(
        tmp_path, "a.xlsx", xlsx(["Projelerimiz"], ["Proje adı", "Okul yılı"], ["Nehirler", "2024-2025"])
    )
    assert entries(reading) == [{"Proje adı": "Nehirler", "Okul yılı": "2024-2025"}]
    assert [cell.line for cell in reading.entries[0].cells] == [3, 3]
    assert reading.text == "Projelerimiz\nProje adı Okul yılı\nNehirler 2024-2025"


def test_a_csv_leaves_empty_cells_out(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.csv", "başlık;yer;\nAçık gün;;x\n")
    assert entries(reading) == [{"başlık": "Açık gün"}]


def test_yaml_lists_and_mappings_become_text(tmp_path: Path) -> None:
    content = """\
proje adı: Nehirler
özet: {tr: Su, en: Water}
ortaklar:
  - {okul: Szkoła, ülke: PL}
  - Scuola, IT
boş:
"""
    reading = reading_of(tmp_path, "a.yaml", content)
    assert entries(reading) == [
        {"proje adı": "Nehirler", "özet.tr": "Su", "özet.en": "Water", "ortaklar": "Szkoła, PL\nScuola, IT"}
    ]
    assert [cell.line for cell in reading.entries[0].cells] == [1, 2, 2, 3]


def test_yaml_may_list_several_mappings_also_under_one_key(tmp_path: Path) -> None:
    assert entries(reading_of(tmp_path, "a.yaml", "- {a: 1}\n- {a: 2}")) == [{"a": "1"}, {"a": "2"}]
    assert entries(reading_of(tmp_path, "b.yaml", "projeler:\n- {a: 1}\n- {a: 2}")) == [{"a": "1"}, {"a": "2"}]
    assert entries(reading_of(tmp_path, "c.yaml", "only a text")) == []


def test_markdown_has_headings_and_fields(tmp_path: Path) -> None:
    content = "# **Nehirler** projesi\n\n- **Proje no:** 12345\nhttps://example.org/a\nSaat 10:30\n**Durum**: sürüyor\n"
    reading = reading_of(tmp_path, "a.md", content)
    assert said(reading) == {Field.TITLE: "Nehirler projesi"}
    assert entries(reading) == [{"Proje no": "12345", "Durum": "sürüyor"}]
    assert [cell.line for cell in reading.entries[0].cells] == [3, 6]


def test_a_heading_that_comes_again_begins_another_form(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.txt", "Proje adı: A\nDurum: b\nProje adı: C\n")
    assert entries(reading) == [{"Proje adı": "A", "Durum": "b"}, {"Proje adı": "C"}]


def test_the_first_line_of_a_text_is_its_title_when_it_stands_alone(tmp_path: Path) -> None:
    assert said(reading_of(tmp_path, "a.txt", "Meclis notu\n\nBugün…")) == {Field.TITLE: "Meclis notu"}
    assert said(reading_of(tmp_path, "b.txt", "Bugün toplandık\nve konuştuk")) == {}
