"""What the finished artefacts of a school show, and what they do not: read again as a stranger would."""

import json
import re
import shutil
import zipfile
from xml.etree import ElementTree

import pypdf
import pypdfium2
import pytest
from artefacts import inside, pages, shows, words_of
from projects import RECORD, cache_of, photograph, portfolio, rewrite

LANGUAGES = ("tr", "en", "sv")
CONTENTS = 1  # the page, from 0
SCHOOL = "Şehit İskender Ercan İlkokulu"
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

SETTINGS = f"""\
school:
  name: {SCHOOL}
  country: TR
  city: İskenderun
  principal: Feride Kafdağlı
languages: [tr, en, sv]
label: {{status: held, years: 2025-2026}}
round: {{name: 2027-28, closes_on: 2027-03-09}}
funding: {{basis: label, prescribed_by: Masal Ulusal Destek Servisi}}
edition_on: 2026-05-01
artefacts: [dossier, poster-mission, plaque]
"""

# Each photo is known again by its colour.
OPEN, CONSENTED, UNKNOWN, REFUSED, EVALUATOR_ONLY = "teal", "navy", "crimson", "magenta", "olive"

CAPTIONS = """\
file;caption;people;credit
açık kapı günü.jpg;Komşu okullar bizde;yok;Elif Uçanhalı
DSC01234.jpg;Köprüyü birlikte kurduk;Lina Yıldıztozu;
WhatsApp Image 2025-11-21 at 10.32.45.jpeg;Gizli Bahçede Piknik;Emir Devdağ;
sergi.jpg;Sergimiz açıldı;Ada Billurköşk;
"""

CONSENT = """\
person;role;scopes;given_on;by;expires_on;withdrawn_on;note
Lina Yıldıztozu;pupil;evaluator print web;2025-09-15;father;2027-06-30;;
Ada Billurköşk;pupil;evaluator;2025-09-15;mother;2027-06-30;;
Emir Devdağ;pupil;evaluator print;2024-09-18;father;;2025-12-01;geri çekildi
"""


def make_school(root):
    folder = root / "evidence" / "4-rol-model"
    photograph(folder / "açık kapı günü.jpg", colour=OPEN)
    photograph(folder / "DSC01234.jpg", colour=CONSENTED)
    photograph(folder / "sergi.jpg", colour=EVALUATOR_ONLY)
    photograph(folder / "Kimsenin Bilmediği Fotoğraf.jpg", colour=UNKNOWN)
    photograph(folder / "WhatsApp Image 2025-11-21 at 10.32.45.jpeg", colour=REFUSED)
    (folder / "captions.csv").write_text(CAPTIONS, encoding="utf-8-sig")
    for pillar, name in (("2-isbirligi", "Tales the Wind Carried"), ("3-ogrenciler", "Rivers")):
        (root / "evidence" / pillar).mkdir()
        (root / "evidence" / pillar / f"{name}.yaml").write_text(RECORD.replace("Tales", name), encoding="utf-8")
    (root / "evidence" / "1-ortak-liderlik").mkdir()
    (root / "evidence" / "1-ortak-liderlik" / "eTwinning eylem planı.txt").write_text(
        "Okul müdürü ve öğretmenler eTwinning planını birlikte yazdı.", encoding="utf-8"
    )
    (root / "portfolio.yaml").write_text(SETTINGS, encoding="utf-8")
    (root / "consent.csv").write_text(CONSENT, encoding="utf-8-sig")
    (root / "decisions.csv").write_text("id;file;field;value;by;on;because\n", encoding="utf-8-sig")
    (root / "narrative").mkdir()
    (root / "narrative" / "model.tr.md").write_text(
        "Komşu okullara **kapımızı** açıyoruz.\n\n## plan\n\n- İki okula mentorluk\n", encoding="utf-8"
    )
    return root


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """The school with all its artefacts, the drafts too; for tests that only look."""
    root = make_school(tmp_path_factory.mktemp("okulun dosyaları") / "okul")
    assert portfolio("build", root=root) == 0
    assert portfolio("build", "--draft", root=root) == 0
    return root


@pytest.fixture
def copy(school, tmp_path):
    """A copy of the built school, to be changed; its cache comes along."""
    shutil.copytree(school, tmp_path / "okul")
    shutil.copytree(cache_of(school), cache_of(tmp_path / "okul"))
    return tmp_path / "okul"


def artefacts(root, *audiences):
    found = [path for audience in audiences for path in sorted((root / "output" / audience).iterdir())]
    assert found
    return [path for path in found if path.suffix not in (".csv", ".html", ".ics")]


DOSSIERS = [f"dossier.{language}.{suffix}" for language in LANGUAGES for suffix in ("pdf", "docx")]


@pytest.mark.parametrize("name", DOSSIERS)
def test_a_dossier_shows_what_its_audience_may_see_and_a_draft_shows_all(school, name):
    evaluator, draft = school / "output/evaluator" / name, school / "output/private" / name
    shown = {colour for colour in (OPEN, CONSENTED, EVALUATOR_ONLY, UNKNOWN, REFUSED) if shows(evaluator, colour)}
    assert shown == {OPEN, CONSENTED, EVALUATOR_ONLY}
    drafted = {colour for colour in (OPEN, CONSENTED, EVALUATOR_ONLY, UNKNOWN, REFUSED) if shows(draft, colour)}
    assert drafted == {OPEN, CONSENTED, EVALUATOR_ONLY, UNKNOWN, REFUSED}


NEVER_HANDED_OVER = (
    *("açık kapı günü.jpg", "DSC01234", "WhatsApp Image", "Kimsenin Bilmediği", "eylem planı.txt", "Carried.yaml"),
    *("Gizli Bahçe", "Piknik", "Emir", "Devdağ", "Yıldıztozu", "Billurköşk", "Masalcam", "captions.csv"),
    *("2025:10:14", "GPSInfo", "evidence/", "okulun dosyaları", "/tmp/", "pytest"),
)


def test_nothing_handed_over_tells_files_people_cameras_or_what_is_withheld(school):
    handed_over = artefacts(school, "evaluator", "print")
    assert len(handed_over) == 26  # manifests, plaques as SVG and engravings among them
    for path in handed_over:
        content = inside(path)
        spelt = ("utf-8", "utf-16-be", "utf-16-le")
        told = [word for word in NEVER_HANDED_OVER if any(word.encode(spelling) in content for spelling in spelt)]
        assert told == [], path.name
    drafts = b"".join(map(inside, artefacts(school, "private")))
    assert "Gizli Bahçede Piknik".encode() in drafts  # it would be found


def test_no_person_stands_in_cache_or_output_but_where_the_school_wrote_it(school):
    cache = [path for path in (school.parent / "okul-cache").rglob("*") if path.is_file()]
    assert cache
    for path in cache:
        content = path.read_bytes()
        told = [word for word in ("father", "geri çekildi", "2027-06-30") if word.encode() in content]
        assert told == [], path.name
    ledger = (school / "output/private/ledger.csv").read_text(encoding="utf-8-sig")
    assert "Devdağ" not in ledger


def test_a_consent_withdrawn_takes_the_picture_out_of_the_next_artefacts(copy):
    rewrite(copy / "consent.csv", "2027-06-30;;\nAda", "2027-06-30;2026-11-01;\nAda")
    rewrite(copy / "portfolio.yaml", "[tr, en, sv]", "[tr]")
    assert portfolio("build", root=copy) == 0
    assert portfolio("build", "--draft", root=copy) == 0
    for suffix in ("pdf", "docx"):
        assert not shows(copy / f"output/evaluator/dossier.tr.{suffix}", CONSENTED)
        assert shows(copy / f"output/evaluator/dossier.tr.{suffix}", OPEN)
        assert shows(copy / f"output/private/dossier.tr.{suffix}", CONSENTED)
        assert "Köprüyü" not in words_of(copy / f"output/evaluator/dossier.tr.{suffix}")
        assert "Köprüyü" in words_of(copy / f"output/private/dossier.tr.{suffix}")


OLD_FIGURES = r"335[,.\s]?000|573[,.\s]?000|129[,.\s]?000|148[,.\s]?000|52[,.\s]?000|23[,.\s]?000"
RECASED = r"ETWİNNİNG|ETWINNING|eTWINNING|Etwinning|etwinning(?!\.)|ISKENDER|İskender ercan|ERASMUS\+|avrupa birliği"


def test_brand_words_keep_their_letters_and_old_figures_stay_away(school):
    read = {path: words_of(path) for path in artefacts(school, "evaluator", "print", "private")}
    assert len(read) == 51
    for path, text in read.items():
        assert not re.search(OLD_FIGURES, text), path
        assert not re.search(RECASED, text), path
    names = (SCHOOL, SCHOOL.replace("i", "İ").upper())
    unnamed = {path.name for path, text in read.items() if not any(name in text for name in names)}
    outlined = {name for name in unnamed if name.endswith(".engraving.pdf")}  # its letters are drawn
    assert unnamed - outlined == {"manifest-sha256.txt", "evidence-sha256.txt"}


def test_the_day_of_the_run_is_printed_nowhere(school):
    for path in artefacts(school, "evaluator", "print"):
        content = inside(path)
        for today in (b"2026-11-20", b"20261120", "20 Kasım".encode(), b"20 November", b"20 november"):
            assert today not in content, path
    assert "1 May 2026" in words_of(school / "output/evaluator/dossier.en.pdf")


HOLDS = (r"eTwinning School 2025|Label holder|we are an eTwinning School|eTwinning [Oo]kuluyuz|eTwinning Okulu 2025|"
         r"vi är en eTwinning-skola|eTwinning-skola 2025|SCHOOL 2025")  # fmt: skip
EU_LINE = r"(Co-f|F)unded by|[Ff]inanse edil|[Mm]ed(el|fin)finansier|Finansiera[ds]|[Ff]inansieras"


@pytest.mark.parametrize(
    "status",
    [
        "{status: expired, years: 2023-2024}",
        pytest.param("{status: none}", marks=pytest.mark.slow),
        pytest.param("{status: applying}", marks=pytest.mark.slow),
        pytest.param("{status: held, years: 2023-2024}", marks=pytest.mark.slow),
    ],
)
def test_a_school_without_the_label_does_not_say_that_it_has_it_nor_show_the_emblem(copy, school, status, capsys):
    held = "".join(map(words_of, artefacts(school, "evaluator", "print")))
    assert re.search(HOLDS, held)
    assert len(re.findall(EU_LINE, held)) >= 9
    rewrite(copy / "portfolio.yaml", "{status: held, years: 2025-2026}", status)
    assert portfolio("build", "--json", root=copy) == 0
    document = json.loads(capsys.readouterr().out)
    assert [problem for problem in document["problems"] if problem["code"].startswith(("emblem.", "funding."))]
    for path in artefacts(copy, "evaluator", "print"):
        text = words_of(path)
        assert not re.search(HOLDS, text), path
        assert not re.search(EU_LINE, text), path
        assert not re.search(r"20(23|25)-20", text) or "2023" in status, path


# --- Law 8: links ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_in_a_pdf_leads_where_its_text_says(school, language):
    path = school / f"output/evaluator/dossier.{language}.pdf"
    texts = pages(path)
    numbered, exhibits = 0, 0
    reader, glass = pypdf.PdfReader(path), pypdfium2.PdfDocument(path)

    def words(page, left, bottom, right, top):
        return " ".join(glass[page].get_textpage().get_text_bounded(left, bottom, right, top).split())

    for here, page in enumerate(reader.pages):
        for link in inner_links(page):
            left, top, right, bottom = (float(edge) for edge in link["/Rect"])
            said = words(here, left, bottom, right, top)
            place = reader.named_destinations[str(link.get("/Dest") or link["/A"]["/D"])]
            there = reader.get_destination_page_number(place)
            beyond = re.search(r"\d+$", words(here, right, bottom, float(page.mediabox.width), top))
            if re.fullmatch(r"\d\.\d+", said):
                exhibits += 1
                height = float(page.mediabox.height)
                below = words(
                    there, 0, max(0.0, float(place.top) - height / 2), 1000, min(height, float(place.top) + 12)
                )
                assert re.search(rf"(?<![\d.]){re.escape(said)}(?![\d.])", below), (said, there)
            else:
                assert said.split()[0] in texts[there], (said, there)
                if here == CONTENTS and beyond:
                    numbered += 1
                    assert reader.page_labels[there] == beyond[0], said
    glass.close()
    assert numbered == 10  # all sections; the pillar without text and evidence has none
    assert exhibits == 14  # six pieces, from their pages to the register and back, and two from lists of their kind


def inner_links(page):
    """The links of a page that stay in the document."""
    links = [annotation.get_object() for annotation in page.get("/Annots", [])]
    return [link for link in links if link.get("/Subtype") == "/Link" and "/URI" not in link.get("/A", {})]


def test_outline_and_page_labels_follow_the_pages(school):
    for language in LANGUAGES:
        reader = pypdf.PdfReader(school / f"output/evaluator/dossier.{language}.pdf")
        texts = pages(school / f"output/evaluator/dossier.{language}.pdf")
        entries = list(flat(reader.outline))
        assert len(entries) >= 9
        at = [reader.get_destination_page_number(entry) for entry in entries]
        assert at == sorted(at)
        for entry, page in zip(entries, at, strict=True):
            assert entry.title.split()[-1] in texts[page], entry.title
        assert reader.page_labels == ["", *(str(n + 1) for n in range(1, len(reader.pages)))]


def flat(outline):
    for entry in outline:
        yield from flat(entry) if isinstance(entry, list) else (entry,)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_link_in_a_word_file_has_its_bookmark(school, language):
    with zipfile.ZipFile(school / f"output/evaluator/dossier.{language}.docx") as archive:
        body = ElementTree.fromstring(archive.read("word/document.xml"))
        relations = ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))
        members = set(archive.namelist())
    bookmarks = [mark.get(f"{W}name") for mark in body.iter(f"{W}bookmarkStart")]
    assert len(bookmarks) == len(set(bookmarks)) > 5
    anchors = {link.get(f"{W}anchor") for link in body.iter(f"{W}hyperlink")} - {None}
    fields = re.findall(r"(?:PAGEREF|REF)\s+(\S+)", " ".join(text.text or "" for text in body.iter(f"{W}instrText")))
    assert len(anchors) > 5
    assert fields
    assert (anchors | set(fields)) <= set(bookmarks)
    inner = [each.get("Target") for each in relations if each.get("TargetMode") != "External"]
    assert {f"word/{name}" for name in inner if not name.startswith("/")} <= members


@pytest.mark.parametrize("language", LANGUAGES)
def test_exhibit_numbers_agree_in_all_formats_and_for_all_audiences(school, language):
    def numbers(path):
        return set(re.findall(r"(?<![\d.,])[1-5]\.[1-9]\d*(?![\d.])", words_of(path)))

    pdf = numbers(school / f"output/evaluator/dossier.{language}.pdf")
    assert pdf == numbers(school / f"output/evaluator/dossier.{language}.docx")
    assert pdf < numbers(school / f"output/private/dossier.{language}.pdf")
    assert len(pdf) == 6


def test_drafts_say_so_on_every_page(school):
    for language, word in (("tr", "TASLAK"), ("en", "DRAFT"), ("sv", "UTKAST")):
        texts = pages(school / f"output/private/dossier.{language}.pdf")
        assert all(word in text.upper() for text in texts)
        assert word in words_of(school / f"output/private/dossier.{language}.docx").upper()
        assert not any(word in words_of(path) for path in artefacts(school, "evaluator", "print"))


def test_what_a_file_says_about_itself_is_the_schools(school):
    """Metadata name the school, not the programs and accounts of the computer."""
    for path in artefacts(school, "evaluator", "print"):
        if path.suffix == ".pdf":
            about = pypdf.PdfReader(path).metadata or {}
            assert SCHOOL in f"{about.get('/Author', '')}{about.get('/Title', '')}"
        elif path.suffix == ".docx":
            with zipfile.ZipFile(path) as archive:
                core = archive.read("docProps/core.xml").decode()
            assert SCHOOL in core
            assert "python-docx" not in core
