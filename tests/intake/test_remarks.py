import pytest
from intake.evidence import PACK, codes

from portfolio.columns import Columns
from portfolio.intake.remarks import MAX_CAPTION, Remark, read_remark
from portfolio.model.decision import Field
from portfolio.model.text import Origin

COLUMNS = Columns(PACK.column_names)


def remark(text: str) -> Remark:
    wanted = frozenset(Field) - {Field.EXCLUDE}
    return read_remark(text, COLUMNS, wanted, "a.txt", Origin.SIDECAR, {**PACK.answers, "and": ("ve",)})


def said(text: str) -> dict[str, str]:
    """Field → what is said of it; a field in another language as "caption.en"."""
    return {
        f"{each.field}.{each.language}" if each.language else str(each.field): each.text
        for each in remark(text).statements
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Bahçede\naçık gün\n", {"caption": "Bahçede açık gün"}),
        (
            "Kişiler: 4-A\nDate: 2025-05-02\nBahçede fide diktik.",
            {"people": "4-A", "date": "2025-05-02", "caption": "Bahçede fide diktik."},
        ),
        ("Bahçede fide diktik.\n\nKişiler : yok", {"people": "yok", "caption": "Bahçede fide diktik."}),
        ("Bahçede fide diktik. Kişiler:yok", {"people": "yok", "caption": "Bahçede fide diktik."}),
        ("Tarih: 2025-05-02; Kişiler: yok", {"date": "2025-05-02", "people": "yok"}),
        ("- **Kişiler:** 4-A\n- Yer = Orman", {"people": "4-A", "place": "Orman"}),
        ("Kişiler - Ada B.", {"people": "Ada B."}),
        ("Özet: Fide dikimi", {"caption": "Fide dikimi"}),
        ("Kisiler:\n- Ada B.\n- Can A.\n\nBahçede.", {"people": "Ada B.\nCan A.", "caption": "Bahçede."}),
        ("## Kişiler\n\nAda B.\n\nBahçede.", {"people": "Ada B.", "caption": "Bahçede."}),
        ("Açıklama: Fide dikimi\nCaption.en: Planting", {"caption": "Fide dikimi", "caption.en": "Planting"}),
        ("Açıklama:\nBahçede fide\ndiktik.\n", {"caption": "Bahçede fide diktik."}),
        ("Açıklama: Fide dikimi.\n\nHava güzeldi.", {"caption": "Fide dikimi. Hava güzeldi."}),
    ],
)
def test_fields_and_the_sentence_among_them(text: str, expected: dict[str, str]) -> None:
    assert said(text) == expected


def test_fields_are_found_again_by_their_lines() -> None:
    places = {each.field: each.where.line for each in remark("\nYer: Orman\n\nBahçede.\nKişiler: 4-A").statements}
    assert places == {Field.PLACE: 2, Field.PEOPLE: 5, Field.CAPTION: None}


@pytest.mark.parametrize(
    "sentence",
    [
        "Bugün: 4-A ile bahçede",
        "Perşembe: fide dikimi",
        "Saat 10:30: başladık",
        "Gün - çok güzeldi",
        "Dedik ki: https://example.org/bahce",
        "Hava: güneşli, herkes mutlu",
        "Dosya: 4-A bahçede",
    ],
)
def test_a_sentence_with_a_colon_stays_a_sentence(sentence: str) -> None:
    assert said(sentence) == {"caption": sentence}
    assert remark(sentence).problems == ()


def test_a_misspelt_field_is_named_and_never_printed() -> None:
    found = remark("Açık gün\nBaşlk: Bahçe")
    assert [each.text for each in found.statements] == ["Açık gün"]
    assert codes(found.problems) == [("description.misspelt-key", "a.txt", 2)]
    assert dict(found.problems[0].values) == {"key": "Başlk", "nearest": "başlık"}


@pytest.mark.parametrize(
    "heading",
    ["Kişller", "Kişilr", "Peopel", "Kimler", "Participants", "Kişi adları", "Öğrenci(ler)", "Vem", "Öğretmenler"],
)
def test_who_is_there_is_not_known_where_only_another_field_says_so(heading: str) -> None:
    found = remark(f"{heading}: Ada B., Can A.\nAçık gün")
    assert {each.field: each.text for each in found.statements} == {Field.PEOPLE: "?", Field.CAPTION: "Açık gün"}
    assert codes(found.problems) == [("description.misspelt-people", "a.txt", 1)]


def test_a_field_that_is_said_elsewhere_is_no_sentence() -> None:
    found = remark("Ortaklar: Elif U.\nÖğrenci sayısı: 24 öğrenci\nAçık gün")
    assert [each.text for each in found.statements] == ["Açık gün"]
    assert codes(found.problems) == [
        ("description.unknown-key", "a.txt", 1),
        ("description.unknown-key", "a.txt", 2),
    ]


@pytest.mark.parametrize(
    ("text", "caption"),
    [
        ("# Açık gün", "Açık gün"),
        ("# Açık gün\n\n**Bahçede** çalıştık.", "Açık gün: Bahçede çalıştık."),
        ("Açık gün\n========\n\nBahçede.", "Açık gün: Bahçede."),
        ("# Açık gün!\nBahçede.", "Açık gün! Bahçede."),
        ("- Bahçede\n* Ormanda\n> derede", "Bahçede Ormanda derede"),
        ("_Bahçede_ [proje](https://a.example) `kod` IMG_1_2", "Bahçede proje kod IMG_1_2"),
        ("![Fidan](a.jpg) <b>Bahçede</b> <!-- bana not: Ada -->", "Fidan Bahçede"),
        ("<!--\nKişiler: Ada\n-->\nBahçede", "Bahçede"),
        ("---\nyer: Orman\n---\nBahçede", "Bahçede"),
        ("2 * 3 = 6, 3 < 4", "2 * 3 = 6, 3 < 4"),
    ],
)
def test_marks_of_markdown_are_not_kept(text: str, caption: str) -> None:
    assert said(text)["caption"] == caption


def test_a_long_text_is_a_report_whose_fields_speak_all_the_same() -> None:
    found = remark("Kişiler: 4-A\n" + "x" * (MAX_CAPTION + 1))
    assert [(each.field, each.text) for each in found.statements] == [(Field.PEOPLE, "4-A")]
    assert found.is_report
    assert not remark("Bahçede").is_report


@pytest.mark.parametrize(
    ("text", "people", "caption"),
    [
        ("Kişiler: Ada Yıldız\nCan Ak\nEce S.\n\nBahçede.", "Ada Yıldız\nCan Ak\nEce S.", "Bahçede."),
        ("Kişiler: Ada Yıldız, Can Ak,\nEce Su ve Efe Taş", "Ada Yıldız, Can Ak, Ece Su ve Efe Taş", ""),
        ("Kişiler: Ada\nCan\nYer: Orman", "Ada\nCan", ""),
        ("Kişiler: Ada Yıldız, Can Ak\nEce Su", "Ada Yıldız, Can Ak, Ece Su", ""),
        ("Kişiler: 4-A ve\nöğretmenleri", "4-A ve öğretmenleri", ""),
        ("Kişiler: 4-A\nCan Ak", "4-A\nCan Ak", ""),
        ("Kişiler: 4-A\nBahçede", "4-A", "Bahçede"),
        ("Kişiler: yok\nAçık Gün", "yok", "Açık Gün"),
        ("Kişiler: Ada Yıldız\nBahçede fide diktik", "Ada Yıldız", "Bahçede fide diktik"),
        ("Kişller: Ada Yıldız,\nCan Ak", "?", ""),
        ("Participants:\n\nAda Yıldız\nCan Ak", "?", ""),
    ],
)
def test_names_go_on_in_the_lines_below(text: str, people: str, caption: str) -> None:
    found = said(text)
    assert (found["people"], found.get("caption", "")) == (people, caption)


def test_a_heading_of_a_field_may_stand_apart_from_it() -> None:
    assert said("## Tarih\n\n2025-05-02\n\nBahçede.") == {"date": "2025-05-02", "caption": "Bahçede."}
    assert said("Tarih:\n\nBahçede.") == {"caption": "Bahçede."}
