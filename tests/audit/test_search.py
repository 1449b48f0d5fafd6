"""Whatever is hidden in a written file is found, wherever a file of its kind can hold something."""

import hashlib
import io
import random
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from pypdf import PdfWriter
from pypdf.generic import ArrayObject, ByteStringObject, DictionaryObject, NameObject, StreamObject, TextStringObject
from render.samples import draw_derivatives, sample_dossier

from portfolio.audit.guard import Guard
from portfolio.audit.search import search
from portfolio.files.picture import look_of
from portfolio.model.artefact import Format
from portfolio.namerule import NameRule
from portfolio.nameways import person_name
from portfolio.render.docx import write_docx
from portfolio.render.html import dossier_html
from portfolio.render.pdf import write_pdf
from portfolio.themes import load_theme

NAME = "Ayşe Gizli"
IDENTITY = "10000000146"
MOBILE = "0532 123 45 67"
RULE = NameRule([name for name in (person_name(NAME),) if name])
DOSSIER = sample_dossier("en", pieces=6)


def text(string: str) -> TextStringObject:
    return TextStringObject(string)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Guard]:
    """A folder with the dossier in both formats, and the guard that lets it pass."""
    folder = tmp_path_factory.mktemp("searched")
    theme = load_theme("base", None)
    derivatives = draw_derivatives(DOSSIER, folder)
    files = [derivative.path for derivative in derivatives.values()]
    write_pdf(dossier_html(DOSSIER, theme, derivatives, {}), folder / "dossier.pdf", theme=theme, files=files)
    write_docx(DOSSIER, theme, derivatives, {}, folder / "dossier.docx")
    guard = Guard(
        names=RULE,
        country="TR",
        pictures=frozenset(derivative.sha256 for derivative in derivatives.values()),
        looks=frozenset(look_of(file.read_bytes()) for file in files),
    )
    return folder, guard


def codes(path: Path, guard: Guard) -> set[str]:
    return {problem.code for problem in search(path, Format(path.suffix[1:]), guard)}


SIGNATURE = {"/ByteRange": ArrayObject(), "/Contents": ByteStringObject(b"0\x82 ayse.gizli@example.org")}


@pytest.mark.parametrize(
    ("signature", "found"), [(SIGNATURE, set()), ({**SIGNATURE, "/Name": text(NAME)}, {"audit.name"})]
)
def test_a_signatures_bytes_are_no_text_as_when_it_was_annexed(
    made: tuple[Path, Guard], tmp_path: Path, signature: dict[str, Any], found: set[str]
) -> None:
    folder, guard = made
    writer = PdfWriter(clone_from=folder / "dossier.pdf")
    writer.root_object[NameObject("/Signed")] = DictionaryObject(
        {NameObject(key): each for key, each in signature.items()}
    )
    writer.write(tmp_path / "signed.pdf")
    assert codes(tmp_path / "signed.pdf", guard) == found


@pytest.mark.parametrize("name", ["dossier.pdf", "dossier.docx"])
def test_what_we_write_holds_nothing_that_it_may_not(made: tuple[Path, Guard], name: str) -> None:
    folder, guard = made
    assert codes(folder / name, guard) == set()


def in_properties(writer: PdfWriter) -> None:
    writer.add_metadata({"/Keywords": f"okul, {NAME}"})


def in_a_bookmark(writer: PdfWriter) -> None:
    writer.add_outline_item(title="AYSE GIZLI", page_number=0)


def in_an_attachment(writer: PdfWriter) -> None:
    writer.add_attachment("liste.txt", f"{NAME};4-A".encode())


def in_the_name_of_an_attachment(writer: PdfWriter) -> None:
    writer.add_attachment("ayse_gizli.txt", b"-")


def in_an_address(writer: PdfWriter) -> None:
    links = (note.get_object() for page in writer.pages for note in page.get("/Annots", ()))
    action = next(link["/A"] for link in links if "/A" in link and link["/A"].get("/S") == "/URI")
    action[NameObject("/URI")] = text("https://example.org/ay%C5%9Fe-gizli")


def in_a_description(writer: PdfWriter) -> None:
    writer.root_object[NameObject("/Test")] = DictionaryObject({NameObject("/Alt"): text(f"{NAME}'nin resmi")})


def in_a_note_on_a_page(writer: PdfWriter) -> None:
    note = DictionaryObject({NameObject("/Subtype"): NameObject("/Text"), NameObject("/T"): text(NAME)})
    page = writer.pages[0]
    page[NameObject("/Annots")] = ArrayObject([*page.get("/Annots", ()), note])


def in_xmp(writer: PdfWriter) -> None:
    packet = StreamObject()
    packet.set_data(f"<x:xmpmeta xmlns:x='adobe:ns:meta/'>{NAME}</x:xmpmeta>".encode())
    packet[NameObject("/Type")] = NameObject("/Metadata")
    writer.root_object[NameObject("/Metadata")] = writer._add_object(packet)


Damage = Callable[[PdfWriter], None]


@pytest.mark.parametrize(
    "hide",
    [
        in_properties,
        in_a_bookmark,
        in_an_address,
        in_a_description,
        in_a_note_on_a_page,
        in_xmp,
    ],
)
def test_a_name_is_found_wherever_a_pdf_can_hold_it(made: tuple[Path, Guard], tmp_path: Path, hide: Damage) -> None:
    folder, guard = made
    writer = PdfWriter(clone_from=folder / "dossier.pdf")
    hide(writer)
    writer.write(tmp_path / "dossier.pdf")
    assert codes(tmp_path / "dossier.pdf", guard) == {"audit.name"}


@pytest.mark.parametrize("hide", [in_an_attachment, in_the_name_of_an_attachment])
def test_what_nobody_may_attach_is_found_and_a_name_in_it(
    made: tuple[Path, Guard], tmp_path: Path, hide: Damage
) -> None:
    folder, guard = made
    writer = PdfWriter(clone_from=folder / "dossier.pdf")
    hide(writer)
    writer.write(tmp_path / "dossier.pdf")
    assert codes(tmp_path / "dossier.pdf", guard) == {"audit.attachment", "audit.name"}


def test_what_was_made_to_be_attached_may_be(made: tuple[Path, Guard], tmp_path: Path) -> None:
    folder, guard = made
    writer = PdfWriter(clone_from=folder / "dossier.pdf")
    writer.add_attachment("annex-1.1.pdf", b"%PDF")
    writer.write(tmp_path / "dossier.pdf")
    assert codes(tmp_path / "dossier.pdf", guard) == {"audit.attachment"}
    guard = replace(guard, attached=frozenset({hashlib.sha256(b"%PDF").hexdigest()}))
    assert codes(tmp_path / "dossier.pdf", guard) == set()


def written_with(words: str, folder: Path) -> Path:
    """A PDF and a Word document whose school is called so."""
    dossier = replace(DOSSIER, cover=replace(DOSSIER.cover, school=words))
    theme = load_theme("base", None)
    derivatives = draw_derivatives(dossier, folder)
    files = [derivative.path for derivative in derivatives.values()]
    write_pdf(dossier_html(dossier, theme, derivatives, {}), folder / "dossier.pdf", theme=theme, files=files)
    write_docx(dossier, theme, derivatives, {}, folder / "dossier.docx")
    return folder


def test_what_is_set_on_a_page_is_found(made: tuple[Path, Guard], tmp_path: Path) -> None:
    _, guard = made
    folder = written_with(f"{NAME}, {IDENTITY}, {MOBILE}, ayse@gizli.example", tmp_path)
    everything = {"audit.name", "audit.personal.identity-number", "audit.personal.phone", "audit.personal.mail"}
    assert codes(folder / "dossier.pdf", guard) == everything
    assert codes(folder / "dossier.docx", guard) == everything


def test_first_names_below_each_other_are_no_full_name_but_a_name_in_a_line_is(made: tuple[Path, Guard]) -> None:
    _, guard = made
    assert list(guard.text_faults("1", "Ayşe\nGizli\nSu", lines=True)) == []
    for told in ("Ayşe Gizli\nSu", "Bugün Ay-\nşe Gizli", "Bugün Ayşe Giz\ufffe\nli"):
        assert [problem.code for problem in guard.text_faults("1", told, lines=True)] == ["audit.name"], told
    assert [problem.code for problem in guard.text_faults("1", "Ayşe\nGizli")] == ["audit.name"]


def test_a_logo_may_be_written_anew(made: tuple[Path, Guard]) -> None:
    _, guard = made
    logo = foreign()
    assert [problem.code for problem in guard.file_faults("1", logo)] == ["audit.picture"]
    assert list(replace(guard, drawn=frozenset({look_of(logo)})).file_faults("1", logo)) == []


def test_what_the_school_publishes_is_let_be(made: tuple[Path, Guard], tmp_path: Path) -> None:
    _, guard = made
    folder = written_with(f"Okul {MOBILE}, ayse@gizli.example", tmp_path)
    public = replace(guard, public=("05321234567", "ayse@gizli.example"))
    assert codes(folder / "dossier.pdf", public) == set()
    assert codes(folder / "dossier.docx", public) == set()


def rewritten(source: Path, target: Path, changes: dict[str, Callable[[bytes], bytes]], **new: bytes) -> Path:
    """A Word document with some of its parts changed and some added ("docProps__custom.xml")."""
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(target, "w") as archive:
        for name in given.namelist():
            data = given.read(name)
            archive.writestr(name, changes.get(name, bytes)(data))
        for name, data in new.items():
            archive.writestr(name.replace("__", "/"), data)
    return target


COMMENT = (
    '<w:comments xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:comment w:id="1">'
    "<w:p><w:r><w:t>Ayşe</w:t></w:r><w:r><w:t> Giz</w:t></w:r><w:r><w:t>li</w:t></w:r></w:p></w:comment></w:comments>"
).encode()
AUTHOR = f'<w:x xmlns:w="urn:x" w:author="{NAME}"/>'.encode()
CUSTOM = f"<p><v>{NAME}</v></p>".encode()


@pytest.mark.parametrize(
    "new",
    [
        {"word__comments.xml": COMMENT},
        {"word__people.xml": AUTHOR},
        {"docProps__custom.xml": CUSTOM},
        {"word__ayse_gizli.bin": b"-"},
    ],
)
def test_a_name_is_found_in_any_part_of_a_word_document(
    made: tuple[Path, Guard], tmp_path: Path, new: dict[str, bytes]
) -> None:
    folder, guard = made
    assert codes(rewritten(folder / "dossier.docx", tmp_path / "a.docx", {}, **new), guard) == {"audit.name"}


def test_the_files_own_name_is_looked_at(made: tuple[Path, Guard], tmp_path: Path) -> None:
    folder, guard = made
    copy = rewritten(folder / "dossier.docx", tmp_path / "ayse-gizli.docx", {})
    assert codes(copy, guard) == {"audit.name"}


def foreign() -> bytes:
    """A picture of somebody that nobody cleared."""
    picture = Image.linear_gradient("L").resize((90, 80)).rotate(45)
    data = io.BytesIO()
    picture.save(data, "JPEG")
    return data.getvalue()


def test_a_picture_that_was_not_made_for_the_file_is_found(made: tuple[Path, Guard], tmp_path: Path) -> None:
    folder, guard = made
    with zipfile.ZipFile(folder / "dossier.docx") as archive:
        media = next(name for name in archive.namelist() if name.startswith("word/media/"))
    copy = rewritten(folder / "dossier.docx", tmp_path / "dossier.docx", {media: lambda _: foreign()})
    assert codes(copy, guard) == {"audit.picture"}

    writer = PdfWriter(clone_from=folder / "dossier.pdf")
    things: list[Any] = [thing for page in writer.pages for thing in page["/Resources"].get("/XObject", {}).values()]
    picture = next(thing.get_object() for thing in things if thing.get_object().get("/Subtype") == "/Image")
    picture._data = foreign()
    writer.write(tmp_path / "dossier.pdf")
    assert codes(tmp_path / "dossier.pdf", guard) == {"audit.picture"}


def test_a_picture_made_by_us_of_another_piece_than_is_cleared_is_found(made: tuple[Path, Guard]) -> None:
    _, guard = made
    data = foreign()
    mixed_up = replace(guard, pictures=guard.pictures | {hashlib.sha256(data).hexdigest()})
    assert [problem.code for problem in mixed_up.file_faults("1", data)] == ["audit.picture"]
    cleared = replace(mixed_up, looks=guard.looks | {look_of(data)})
    assert list(cleared.file_faults("1", data)) == []


def grainy(folder: Path) -> tuple[Path, bytes]:
    """A photo that is all grain, and what is made of it to be shown; so made that their looks are far apart."""
    grain = Image.frombytes("L", (1600, 1200), random.Random(7).randbytes(1600 * 1200))
    grain.save(folder / "grain.jpg", quality=80)
    data = io.BytesIO()
    grain.resize((300, 225)).save(data, "JPEG", quality=60)
    return folder / "grain.jpg", data.getvalue()


def test_a_picture_whose_look_hangs_on_noise_is_held_against_its_original(
    made: tuple[Path, Guard], tmp_path: Path
) -> None:
    original, data = grainy(tmp_path)
    sha256 = hashlib.sha256(data).hexdigest()
    ours = replace(made[1], pictures=frozenset({sha256}), looks=frozenset({look_of(original.read_bytes())}))
    assert [problem.code for problem in ours.file_faults("1", data)] == ["audit.picture"]
    assert list(replace(ours, origins={sha256: original}).file_faults("1", data)) == []


def test_a_picture_of_another_than_its_cleared_original_is_found(made: tuple[Path, Guard], tmp_path: Path) -> None:
    _, guard = made
    original, _ = grainy(tmp_path)
    data = foreign()
    sha256 = hashlib.sha256(data).hexdigest()
    mixed_up = replace(guard, pictures=guard.pictures | {sha256}, origins={sha256: original})
    assert [problem.code for problem in mixed_up.file_faults("1", data)] == ["audit.picture"]


def test_what_was_not_made_for_the_file_is_not_let_pass_for_looking_so(
    made: tuple[Path, Guard], tmp_path: Path
) -> None:
    _, guard = made
    original, data = grainy(tmp_path)
    other = replace(guard, origins={hashlib.sha256(data).hexdigest(): original})
    assert [problem.code for problem in other.file_faults("1", data)] == ["audit.picture"]


def test_a_drawing_that_was_written_anew_is_held_against_the_originals(
    made: tuple[Path, Guard], tmp_path: Path
) -> None:
    _, guard = made
    original, data = grainy(tmp_path)
    with Image.open(io.BytesIO(data)) as image:
        assert [problem.code for problem in guard.image_faults("1", image)] == ["audit.picture"]
        assert list(replace(guard, origins={"": original}).image_faults("1", image)) == []
    with Image.open(io.BytesIO(foreign())) as image:
        assert [problem.code for problem in replace(guard, origins={"": original}).image_faults("1", image)] == [
            "audit.picture"
        ]


def test_a_text_file_is_read_whole(made: tuple[Path, Guard], tmp_path: Path) -> None:
    _, guard = made
    (tmp_path / "plaque.tr.txt").write_text(f"Okul\r\nAyşe\r\nGizli {MOBILE}", encoding="utf-8-sig")
    assert codes(tmp_path / "plaque.tr.txt", guard) == {"audit.name", "audit.personal.phone"}


def test_what_cannot_be_searched_is_not_let_pass(made: tuple[Path, Guard], tmp_path: Path) -> None:
    _, guard = made
    (tmp_path / "dossier.pdf").write_bytes(b"%PDF-1.7 nothing")
    assert codes(tmp_path / "dossier.pdf", guard) == {"audit.unreadable"}


def test_a_problem_never_says_what_was_found(made: tuple[Path, Guard], tmp_path: Path) -> None:
    _, guard = made
    (tmp_path / "plaque.tr.txt").write_text(f"{NAME} {MOBILE} {IDENTITY}", encoding="utf-8")
    found = search(tmp_path / "plaque.tr.txt", Format.TEXT, guard)
    assert len(found) == 3
    assert not any(part in repr(found) for part in ("Gizli", "0532", IDENTITY))
