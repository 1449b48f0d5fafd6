from pathlib import Path

import pytest
from intake.office import eml, ods, odt, pptx, row, shape, slide_table

from portfolio.intake.examine import Task, examine
from portfolio.intake.reading import Reading, WebLink
from portfolio.model.decision import Field


def reading_of(tmp_path: Path, name: str, content: bytes | str, language: str = "tr") -> Reading:
    path = tmp_path / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    reading = examine(Task(path=path, language=language))
    assert reading.fault is None
    return reading


def said(reading: Reading) -> list[tuple[Field, str]]:
    return [(inscription.field, inscription.text) for inscription in reading.inscriptions]


def entries(reading: Reading) -> list[dict[str, str]]:
    return [{cell.heading: cell.text for cell in entry.cells} for entry in reading.entries]


def test_an_opendocument_text_with_a_form_a_table_and_fields(tmp_path: Path) -> None:
    form = "".join((row("Proje adı:", "Nehirler"), row("Okul yılı", "2024-2025")))
    wide = "".join((row("Tarih", "Konu", "Yer"), row("12.05.2025", "Toplantı", "Okul")))
    body = (
        '<text:h text:outline-level="1">Nehirler raporu</text:h>'
        "<text:list><text:list-item><text:p>Bir<text:line-break/>iki<text:s text:c='2'/>üç</text:p></text:list-item>"
        f"</text:list><table:table>{form}</table:table><text:section><table:table>{wide}</table:table></text:section>"
        "<text:p>Durum: sürüyor<office:annotation><text:p>Bunu düzelt</text:p></office:annotation></text:p>"
        "<text:tracked-changes><text:p>silinen</text:p></text:tracked-changes>"
    )
    reading = reading_of(tmp_path, "a.odt", odt(body, created="2025-05-20T10:00:00"))
    assert said(reading) == [(Field.TITLE, "Nehirler raporu"), (Field.DATE, "2025-05-20")]
    assert entries(reading) == [
        {"Proje adı": "Nehirler", "Okul yılı": "2024-2025"},
        {"Tarih": "12.05.2025", "Konu": "Toplantı", "Yer": "Okul"},
        {"Durum": "sürüyor"},
    ]
    assert reading.text == (
        "Nehirler raporu\nBir\niki  üç\nProje adı: Nehirler\nOkul yılı 2024-2025\n"
        "Tarih Konu Yer\n12.05.2025 Toplantı Okul\nDurum: sürüyor"
    )


def test_the_caption_of_a_picture_is_a_line_of_its_own(tmp_path: Path) -> None:
    box = "<draw:frame><draw:text-box><text:p>Resim 1: fide</text:p></draw:text-box></draw:frame>"
    assert reading_of(tmp_path, "a.odt", odt(f"<text:p>Diktik.{box}</text:p>")).text == "Diktik.\nResim 1: fide"


def test_the_title_of_the_properties_goes_before_the_heading(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.odt", odt("<text:h>Başlık</text:h>", title="Rapor"))
    assert said(reading) == [(Field.TITLE, "Rapor"), (Field.TITLE, "Başlık")]


def test_an_encrypted_opendocument_is_behind_a_password(tmp_path: Path) -> None:
    path = tmp_path / "a.odt"
    path.write_bytes(odt("<text:p>x</text:p>", manifest="<m:encryption-data xmlns:m='m'/>"))
    fault = examine(Task(path=path, language="tr")).fault
    assert fault is not None
    assert fault.code == "archive.protected"


def test_an_opendocument_spreadsheet_gives_records(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.ods", ods(row("Proje adı", "Okul yılı"), row("Nehirler", "2024-2025")))
    assert entries(reading) == [{"Proje adı": "Nehirler", "Okul yılı": "2024-2025"}]


def test_slides_with_notes_and_a_table(tmp_path: Path) -> None:
    first = shape("Açık gün", "ctrTitle") + shape("5", "sldNum") + slide_table([["Proje adı", "Nehirler"]])
    reading = reading_of(tmp_path, "a.pptx", pptx((first, "Herkesi selamla"), (shape("Son"), "")), "tr")
    assert said(reading) == [(Field.TITLE, "Açık gün")]
    assert entries(reading) == [{"Proje adı": "Nehirler"}]
    assert reading.text == "Açık gün\nProje adı Nehirler\nHerkesi selamla\nSon"


def test_the_properties_of_slides(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.pptx", pptx((shape("x"), ""), title="Sunumumuz", created="2025-05-20T10:00:00Z"))
    assert said(reading) == [(Field.TITLE, "Sunumumuz"), (Field.DATE, "2025-05-20")]


RTF = (
    rb"{\rtf1\ansi\ansicpg1254{\fonttbl{\f0\fswiss\fcharset162 Arial;}}"
    rb"{\info{\title \'de\'fd\'f0\'fdm}{\creatim\yr2025\mo5\dy2}}"
    rb"\f0 Proje ad\'fd: \u304?\u351?te \u-10179?\u-8704?\par Okul y\'fdl\'fd: 2024-2025\par "
    rb"\trowd Tarih\cell Konu\cell Yer\cell\row 12.05.2025\cell Toplant\'fd\cell Okul\cell\row}"
)


def test_rich_text_in_a_turkish_code_page_and_in_unicode(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.rtf", RTF)
    assert said(reading) == [(Field.TITLE, "Şığım"), (Field.DATE, "2025-05-02")]
    assert entries(reading) == [
        {"Tarih": "12.05.2025", "Konu": "Toplantı", "Yer": "Okul"},
        {"Proje adı": "İşte 😀", "Okul yılı": "2024-2025"},
    ]


def test_rich_text_that_names_no_code_page_is_in_the_writers(tmp_path: Path) -> None:
    assert reading_of(tmp_path, "a.rtf", rb"{\rtf1\ansi I\'fe\'fd\'f0\'fd}").text == "Işığı"
    assert reading_of(tmp_path, "b.rtf", rb"{\rtf1\ansi \'c5r}", "sv").text == "År"


def test_json_gives_entries_as_yaml_does(tmp_path: Path) -> None:
    content = (
        '{"projeler": [\n{"proje adı": "Nehirler", "özet": {"tr": "Su", "en": "Water"}, "no": 0.10, "x": null},\n{}]}'
    )
    reading = reading_of(tmp_path, "a.json", content)
    assert entries(reading) == [{"proje adı": "Nehirler", "özet.tr": "Su", "özet.en": "Water", "no": "0.10"}]
    assert reading.entries[0].line == 2


def test_pictures_in_json_are_no_text(tmp_path: Path) -> None:
    reading = reading_of(tmp_path, "a.json", '{"a": "b", "logo": "' + "A" * 600 + '"}')
    assert entries(reading) == [{"a": "b"}]
    assert len(reading.text) < 20


def test_a_mail_is_its_subject_its_day_and_its_text_and_names_nobody(tmp_path: Path) -> None:
    mail = eml("YNT: Açık gün", "Okul yılı: 2024-2025\nGörüşürüz", date="Tue, 20 May 2025 23:30:00 +0300")
    reading = reading_of(tmp_path, "a.eml", mail)
    assert said(reading) == [(Field.TITLE, "Açık gün"), (Field.DATE, "2025-05-20")]
    assert reading.text == "Okul yılı: 2024-2025\nGörüşürüz"
    assert entries(reading) == [{"Okul yılı": "2024-2025"}]


def test_a_mail_in_html_is_read_without_what_is_for_machines(tmp_path: Path) -> None:
    html = "<style>p {}</style><p>Bug&uuml;n  <b>toplandık</b></p><img src='https://example.org/x'><div>Son</div>"
    assert reading_of(tmp_path, "a.eml", eml("x", "", html=html)).text == "Bugün toplandık\n\nSon"


@pytest.mark.parametrize("charset", ["iso-8859-9", "x-nobody-knows", "us-ascii"])
def test_a_mail_that_names_a_wrong_encoding_is_in_the_writers(tmp_path: Path, charset: str) -> None:
    head = f"From: a\nSubject: =?x-none?Q?a?=\nDate: nonsense\nContent-Type: text/plain; charset={charset}\n\n"
    reading = reading_of(tmp_path, "a.eml", head.encode() + "Işığı gördük".encode("cp1254"))
    assert reading.text == "Işığı gördük"
    assert said(reading) == [(Field.TITLE, "=?x-none?Q?a?=")]


ADDRESS = "https://example.org/proje?a=1&b=%20"
PLIST = (
    "<?xml version='1.0'?><plist><dict><key>URL</key><string>"
    "https://example.org/proje?a=1&amp;b=%20</string></dict></plist>"
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.url", f"[{{000}}]\r\nProp3=19\r\n[InternetShortcut]\r\nIconFile=http://x\r\nURL={ADDRESS}\r\n"),
        ("a.url", f"[DEFAULT]\r\nBASEURL=https://frame.example.org\r\n[InternetShortcut]\r\nURL={ADDRESS}\r\n"),
        ("a.desktop", f"[Desktop Entry]\nType=Link\nURL[$e]={ADDRESS}\n"),
        ("a.webloc", PLIST),
    ],
)  # fmt: skip
def test_links_as_browsers_and_desktops_save_them(tmp_path: Path, name: str, content: str) -> None:
    reading = reading_of(tmp_path, name, content)
    assert reading.format == "url"
    assert reading.links == (WebLink(address=ADDRESS),)


def test_a_webloc_with_entities_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.webloc"
    path.write_text("<?xml version='1.0'?><!DOCTYPE p [<!ENTITY a 'https://x'>]><plist><string>&a;</string></plist>")
    fault = examine(Task(path=path, language="tr")).fault
    assert fault is not None
    assert fault.code == "link.no-address"
