from pathlib import Path

import pytest
from intake.evidence import collected, lay

from portfolio.model.dating import Precision
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.text import Origin

GOOGLE = """\
Zaman damgası,Siz kimsiniz?,Memnun musunuz?,Bir cümleyle anlatır mısınız?,Alıntı izni,E-posta Adresi,Adınız Soyadınız
2025/05/20 3:04:05 PM GMT+3,Veli,Evet,"Çocuğum artık başka ülkeleri merak ediyor.",İzin veriyorum,a@b.c,Ayşe Yılmaz
2025/05/21 3:04:05 PM GMT+3,Veli,Evet,"Akşam toplantıları bizi okula yaklaştırdı.",İzin vermiyorum,d@e.f,Fatma Kaya
2025/05/26 3:04:05 PM GMT+3,Veli,Kısmen,"Planlama zamanı az ama sonuç çok güzel oldu.",,g@h.i,Fatma Kaya
2025/05/26 4:04:05 PM GMT+3,Veli,Kısmen,Güzel,İzin veriyorum,j@k.l,Can Ak
"""


def survey_of(folder: Path) -> tuple[EvidenceItem, list[EvidenceItem]]:
    items = collected(folder).items
    (survey,) = (item for item in items if item.kind is Kind.SURVEY)
    return survey, [item for item in items if item is not survey]


def test_an_export_of_a_form_is_counted(tmp_path: Path) -> None:
    item, _ = survey_of(lay(tmp_path / "k", {"veli anketi.csv": GOOGLE}))
    assert item.survey is not None
    assert item.survey.responses == 4
    assert [(each.text, each.answers) for each in item.survey.questions] == [
        ("Siz kimsiniz?", (("Veli", 4),)),
        ("Memnun musunuz?", (("Evet", 2), ("Kısmen", 2))),
        ("Bir cümleyle anlatır mısınız?", ()),
    ]
    assert item.title is not None
    assert item.title.value.texts == (("", "veli anketi"),)
    assert item.dated is not None
    assert (item.dated.value.precision, str(item.dated.value.first)) == (Precision.PERIOD, "2025-05-20")


def test_only_who_agreed_is_quoted(tmp_path: Path) -> None:
    survey, quotations = survey_of(lay(tmp_path / "k", {"veli anketi.csv": GOOGLE}))
    (quoted,) = quotations  # one did not agree, one did not say, one said too little
    assert quoted.kind is Kind.QUOTATION
    assert quoted.id == f"{survey.id}.1"
    assert quoted.quotation is not None
    assert quoted.quotation.text.value.texts == (("", "Çocuğum artık başka ülkeleri merak ediyor."),)
    assert quoted.quotation.question is not None
    assert quoted.quotation.question.value == "Bir cümleyle anlatır mısınız?"
    assert quoted.quotation.role is not None
    assert quoted.quotation.role.value == "parent"


def test_what_is_quoted_is_of_the_day_of_its_row(tmp_path: Path) -> None:
    _, (quoted,) = survey_of(lay(tmp_path / "k", {"veli anketi 2024.csv": GOOGLE}))
    assert quoted.dated is not None
    assert (quoted.dated.value.precision, str(quoted.dated.value.first)) == (Precision.DAY, "2025-05-20")
    assert (quoted.dated.origin, quoted.dated.where) == (Origin.DOCUMENT, "veli anketi 2024.csv:2")


def test_nobody_who_answered_is_named_anywhere(tmp_path: Path) -> None:
    items = collected(lay(tmp_path / "k", {"veli anketi.csv": GOOGLE})).items
    assert len(items) == 2
    for secret in ("Yılmaz", "Kaya", "a@b.c", "d@e.f"):
        assert secret not in repr(items)


def test_several_choices_are_counted_one_by_one(tmp_path: Path) -> None:
    export = (
        "ID;Başlangıç zamanı;Tamamlanma zamanı;E-posta;Ad;Hangi araçları kullandınız?\n"
        '1;2025-05-20;2025-05-20;anonymous;;"Padlet;Canva;"\n2;2025-05-20;2025-05-20;anonymous;;"Canva;"\n'
        '3;2025-05-20;2025-05-20;anonymous;;"Padlet;Canva;"\n'
    )
    item, _ = survey_of(lay(tmp_path / "k", {"anket.csv": export}))
    assert item.survey is not None
    assert [each.answers for each in item.survey.questions] == [(("Canva", 3), ("Padlet", 2))]


@pytest.mark.parametrize(
    "time",
    ["Timestamp", "Zaman damgası", "Tidstämpel", "Zeitstempel", "Horodateur", "Marca temporal",
     "Informazioni cronologiche", "Sygnatura czasowa", "Marcaj temporal", "Χρονική σήμανση",
     "Carimbo de data/hora", "Vremenska oznaka", "Completion time"],
)  # fmt: skip
def test_exports_in_many_languages_are_known_by_their_time(tmp_path: Path, time: str) -> None:
    survey_of(lay(tmp_path / "k", {"a.csv": f"{time};Soru?\n2025-05-20;Evet\n2025-05-21;Evet\n"}))


def test_any_other_table_is_no_survey(tmp_path: Path) -> None:
    (item,) = collected(lay(tmp_path / "k", {"a.csv": "Tarih;Soru\n2025-05-20;Evet\n"})).items
    assert item.kind is Kind.DOCUMENT


def test_names_that_were_asked_for_are_not_counted(tmp_path: Path) -> None:
    export = "Timestamp;Öğretmeninizin adı?\n2025-05-20;Ada Kaya\n2025-05-21;Ada Kaya\n"
    item, _ = survey_of(lay(tmp_path / "k", {"a.csv": export}))
    assert item.survey is not None
    assert [each.answers for each in item.survey.questions] == [()]


def test_numbers_by_which_pupils_are_known_are_not_counted(tmp_path: Path) -> None:
    export = "Zaman damgası,Okul numaran,Kod,Kaç yıldız?\n" + "".join(
        f"2025/05/2{n} 3:04:05 PM GMT+3,1{n},40{n},{n}\n" for n in range(1, 4)
    )
    item, _ = survey_of(lay(tmp_path / "k", {"anket.csv": export}))
    assert item.survey is not None
    assert [(each.text, len(each.answers)) for each in item.survey.questions] == [
        ("Okul numaran", 0),
        ("Kod", 0),
        ("Kaç yıldız?", 3),
    ]
