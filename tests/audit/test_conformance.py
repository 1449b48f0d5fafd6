"""The gate: what may claim PDF/A-3a and PDF/UA-1, and each rule seen failing by a fault planted into such a file."""

from __future__ import annotations

import stat
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, Object, Pdf, String
from render.samples import draw_derivatives, sample_dossier

from portfolio.audit.conformance import judge, withdraw
from portfolio.audit.lasting import RULES as LASTING
from portfolio.audit.structure import RULES as STRUCTURE
from portfolio.audit.validators import by_verapdf
from portfolio.render.html import dossier_html
from portfolio.render.pdf import Attached, write_pdf
from portfolio.themes import load_theme

THEME = load_theme("base", None)
Damage = Callable[[Pdf], None]


@pytest.fixture(autouse=True)
def no_verapdf(monkeypatch: pytest.MonkeyPatch) -> None:
    """What happens to be installed on a machine does not decide."""
    monkeypatch.setattr("portfolio.audit.validators.shutil.which", {}.get)


def write(folder: Path, language: str, pieces: int = 6, watermark: str = "") -> Path:
    dossier = sample_dossier(language, pieces=pieces, watermark=watermark)
    derivatives = draw_derivatives(dossier, folder)
    files = [derivative.path for derivative in derivatives.values()]
    html, target = dossier_html(dossier, THEME, derivatives, {}), folder / f"dossier.{language}.pdf"
    copy = Attached(name="annex-1.1.pdf", content=b"%PDF-1.4\n", description="Annex 1.1", relationship="Supplement")
    assert write_pdf(html, target, theme=THEME, files=files, claiming=True, attachments=[copy]) == ()
    return target


def write_html(folder: Path, body: str) -> Path:
    """A page that claims whatever is on it."""
    html = (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>T</title>'
        '<link rel="stylesheet" href="theme:css/fonts.css"><style>html { font-family: "Ubuntu" }</style></head>'
        f"<body><h1 id=top>A</h1>{body}</body></html>"
    )
    assert write_pdf(html, folder / "x.pdf", theme=THEME, files=(), claiming=True) == ()
    return folder / "x.pdf"


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("sound"), "en")


@pytest.fixture
def damaged(sound: Path, tmp_path: Path) -> Callable[[Damage], Path]:
    def damage(change: Damage) -> Path:
        with pikepdf.open(sound) as pdf:
            change(pdf)
            pdf.save(tmp_path / "dossier.pdf")
        return tmp_path / "dossier.pdf"

    return damage


def codes(path: Path) -> list[str]:
    found = judge(path)
    assert all(problem.where and problem.where.file == path.name for problem in found)
    return [problem.code.removeprefix("conformance.") for problem in found]


def elements(pdf: Pdf, kind: str) -> Iterator[Any]:
    """The elements of a kind, in reading order."""
    waiting = list(pdf.Root.StructTreeRoot.K)
    while waiting:
        element = waiting.pop(0)
        if isinstance(element, Dictionary):
            if element.get("/S") == kind:
                yield element
            kids = element.get("/K", Array())
            waiting[:0] = list(kids) if isinstance(kids, Array) else [kids]


def links(pdf: Pdf) -> Iterator[Object]:
    for page in pdf.pages:
        yield from page.obj.get("/Annots", ())


def resources(pdf: Pdf, kind: str) -> list[Any]:
    return list(pdf.pages[3].obj.Resources[kind].values())


def rewrite(pdf: Pdf, old: bytes, new: bytes) -> None:
    """Changes the first place in the pages' contents."""
    for page in pdf.pages:
        content = page.obj.Contents.read_bytes()
        if old in content:
            page.obj.Contents.write(content.replace(old, new, 1))
            return
    raise AssertionError(old)


def edit_metadata(pdf: Pdf, old: bytes, new: bytes) -> None:
    content = pdf.Root.Metadata.read_bytes()
    assert old in content
    pdf.Root.Metadata.write(content.replace(old, new))


def no_tags(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot


def not_marked(pdf: Pdf) -> None:
    pdf.Root.MarkInfo.Marked = False


def wrong_parent(pdf: Pdf) -> None:
    first, second = list(elements(pdf, "/P"))[:2]
    first.P = second


def untagged_text(pdf: Pdf) -> None:
    page = pdf.pages[2].obj
    page.Contents.write(page.Contents.read_bytes() + b"\nBT (x) Tj ET\n")


def text_inside_an_artefact(pdf: Pdf) -> None:
    rewrite(pdf, b"/Span", b"/Artifact BMC /Span")


def no_owner(pdf: Pdf) -> None:
    nums = pdf.Root.StructTreeRoot.ParentTree.Nums
    nums[3][0] = Name("/None")


def owner_on_another_page(pdf: Pdf) -> None:
    element = next(elements(pdf, "/Span"))
    element.Pg = pdf.pages[5].obj


def unknown_mark(pdf: Pdf) -> None:
    rewrite(pdf, b"/MCID 0", b"/MCID 999")


def no_order(pdf: Pdf) -> None:
    del pdf.pages[1].obj["/Tabs"]


def link_without_entry(pdf: Pdf) -> None:
    del next(links(pdf))["/StructParent"]


def link_of_another_element(pdf: Pdf) -> None:
    first, second = list(links(pdf))[:2]
    first.StructParent = second.StructParent


def link_tagged_as_text(pdf: Pdf) -> None:
    next(elements(pdf, "/Link")).S = Name("/Span")


def wordless_link(pdf: Pdf) -> None:
    del next(links(pdf))["/Contents"]


def wordless_picture(pdf: Pdf) -> None:
    del next(elements(pdf, "/Figure"))["/Alt"]


def skipped_heading(pdf: Pdf) -> None:
    next(elements(pdf, "/H2")).S = Name("/H3")


def entry_without_list(pdf: Pdf) -> None:
    next(elements(pdf, "/L")).S = Name("/Div")


def cell_missing(pdf: Pdf) -> None:
    row = list(elements(pdf, "/TR"))[-1]
    del row.K[0]


def wide_cell(pdf: Pdf) -> None:
    cell = list(elements(pdf, "/TD"))[-1]
    cell.A.ColSpan = 2


def no_table_headings(pdf: Pdf) -> None:
    for cell in list(elements(pdf, "/TH")):
        cell.S = Name("/TD")


def font_left_out(pdf: Pdf) -> None:
    descriptor = resources(pdf, "/Font")[0].DescendantFonts[0].FontDescriptor
    for key in [key for key in descriptor if key.startswith("/FontFile")]:
        del descriptor[key]


def font_without_letters(pdf: Pdf) -> None:
    del resources(pdf, "/Font")[0]["/ToUnicode"]


def smoothed_picture(pdf: Pdf) -> None:
    next(thing for thing in resources(pdf, "/XObject") if thing.get("/Subtype") == "/Image").Interpolate = True


def no_profile(pdf: Pdf) -> None:
    del pdf.Root["/OutputIntents"]


def hidden_link(pdf: Pdf) -> None:
    next(links(pdf)).F = 6


def form_to_draw(pdf: Pdf) -> None:
    pdf.Root.AcroForm = Dictionary(Fields=Array(), NeedAppearances=True)


def attachment_of_no_relation(pdf: Pdf) -> None:
    del pdf.Root["/AF"]


def attachment_of_no_kind(pdf: Pdf) -> None:
    del pdf.Root.AF[0].EF.F["/Subtype"]


def no_language(pdf: Pdf) -> None:
    del pdf.Root["/Lang"]


def name_of_the_file_shown(pdf: Pdf) -> None:
    del pdf.Root.ViewerPreferences["/DisplayDocTitle"]


def no_title(pdf: Pdf) -> None:
    edit_metadata(pdf, b"dc:title", b"dc:subject")


def no_claim_of_access(pdf: Pdf) -> None:
    edit_metadata(pdf, b'pdfuaid:part="1"', b"")


def claim_of_a_lower_level(pdf: Pdf) -> None:
    edit_metadata(pdf, b'pdfaid:conformance="A"', b'pdfaid:conformance="B"')


def undescribed_claim(pdf: Pdf) -> None:
    edit_metadata(pdf, b"pdfaExtension:schemas", b"pdfaExtension:others")


def unknown_thing(pdf: Pdf) -> None:
    pdf.Root.Threads = Array()


def launched_program(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.Launch, F=String("x.exe"))


FAULTS = [
    ("untagged", no_tags),
    ("untagged", not_marked),
    ("tree", wrong_parent),
    ("loose", untagged_text),
    ("loose", text_inside_an_artefact),
    ("owner", no_owner),
    ("owner", owner_on_another_page),
    ("owner", unknown_mark),
    ("tabs", no_order),
    ("link", link_without_entry),
    ("link", link_of_another_element),
    ("link", link_tagged_as_text),
    ("link-words", wordless_link),
    ("figure", wordless_picture),
    ("headings", skipped_heading),
    ("nesting", entry_without_list),
    ("table", cell_missing),
    ("table", wide_cell),
    ("table-headings", no_table_headings),
    ("font", font_left_out),
    ("letters", font_without_letters),
    ("smoothed", smoothed_picture),
    ("colours", no_profile),
    ("hidden", hidden_link),
    ("form", form_to_draw),
    ("attachment", attachment_of_no_relation),
    ("attachment", attachment_of_no_kind),
    ("language", no_language),
    ("title-shown", name_of_the_file_shown),
    ("title", no_title),
    ("claim", no_claim_of_access),
    ("claim", claim_of_a_lower_level),
    ("claim", undescribed_claim),
    ("validator", unknown_thing),
    ("validator", launched_program),
]


@pytest.mark.parametrize(("code", "change"), FAULTS)
def test_a_planted_fault_is_found(code: str, change: Damage, damaged: Callable[[Damage], Path]) -> None:
    assert code in codes(damaged(change))


def test_an_encrypted_file_is_found(sound: Path, tmp_path: Path) -> None:
    with pikepdf.open(sound) as pdf:
        pdf.save(tmp_path / "x.pdf", encryption=pikepdf.Encryption(owner="o", user=""))
    assert "encrypted" in codes(tmp_path / "x.pdf")


def test_transparent_text_is_found(tmp_path: Path) -> None:
    assert codes(write_html(tmp_path, '<p style="opacity: .5">x</p>')) == ["loose", "drawing"]


def test_every_rule_was_seen_failing() -> None:
    apart = {"encrypted", "drawing", "unreadable", "withdrawn"}  # the tests round this one, and of `make`
    assert len({code for code, _ in FAULTS} - {"validator"} | apart) == len(LASTING) + len(STRUCTURE) + 2


@pytest.mark.parametrize("language", ["tr", "en", "sv"])
def test_a_dossier_passes(language: str, tmp_path: Path) -> None:
    assert codes(write(tmp_path, language, pieces=12, watermark="TASLAK" if language == "tr" else "")) == []


def test_what_is_no_pdf_fails(tmp_path: Path) -> None:
    (tmp_path / "x.pdf").write_text("<html>")
    assert codes(tmp_path / "x.pdf") == ["unreadable"]


def test_a_rule_is_told_once_with_its_first_page(damaged: Callable[[Damage], Path]) -> None:
    def wordless(pdf: Pdf) -> None:
        for link in list(links(pdf))[3:]:
            del link["/Contents"]

    (problem,) = judge(damaged(wordless))
    assert dict(problem.values) == {"page": "2"}


def test_claims_are_taken_out_and_nothing_else(sound: Path, tmp_path: Path) -> None:
    made = []
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(sound.read_bytes())
        withdraw(tmp_path / name)
        made.append((tmp_path / name).read_bytes())
    assert made[0] == made[1]
    with pikepdf.open(tmp_path / "a.pdf") as pdf, pikepdf.open(sound) as before:
        packet = pdf.Root.Metadata.read_bytes()
        assert b"pdfaid:" not in packet
        assert b"pdfuaid" not in packet
        assert b"pdfaExtension" not in packet
        assert b"dc:title" in packet
        assert "/OutputIntents" not in pdf.Root
        assert [page.obj.Contents.read_bytes() for page in pdf.pages] == [
            page.obj.Contents.read_bytes() for page in before.pages
        ]
        assert pdf.Root.StructTreeRoot.ParentTree.Nums[1][0].S == before.Root.StructTreeRoot.ParentTree.Nums[1][0].S


REPORT = '<report><validationReport profileName="{0}" isCompliant="{1}">{2}</validationReport></report>'
FAILED = '<rule specification="ISO 14289-1:2014" clause="7.1" testNumber="3" status="failed" failedChecks="1"></rule>'


@pytest.fixture
def verapdf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """A program of that name on the PATH: what it does with its arguments in `sys.argv`."""

    def install(does: str) -> None:
        program = tmp_path / "verapdf"
        program.write_text(f"#!{sys.executable}\nimport sys, time\n{does}\n", encoding="utf-8")
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setattr("portfolio.audit.validators.shutil.which", {"verapdf": str(program)}.get)

    return install


@pytest.mark.skipif(sys.platform == "win32", reason="a script with #! is no program there")
class TestVeraPdf:
    def test_it_is_asked_about_both_claims_and_never_to_mend(self, verapdf, sound, tmp_path):
        log = tmp_path / "log"
        verapdf(
            f"open({str(log)!r}, 'a').write(' '.join(sys.argv[1:-1]) + '\\n')\n"
            f"print({REPORT!r}.format(sys.argv[4], 'true', ''))"
        )
        assert list(by_verapdf(sound)) == []
        assert log.read_text().splitlines() == ["--format xml --flavour 3a", "--format xml --flavour ua1"]

    def test_what_it_finds_is_told(self, verapdf, sound):
        verapdf(f"print({REPORT!r}.format(sys.argv[4], 'false' if sys.argv[4] == 'ua1' else 'true', {FAILED!r}))")
        (problem,) = judge(sound)
        assert problem.code == "conformance.verapdf"
        assert dict(problem.values) == {"profile": "ua1", "rules": "7.1-3"}

    def test_it_cannot_change_the_file(self, verapdf, sound):
        before = sound.read_bytes()
        verapdf(f"open(sys.argv[-1], 'w').write('changed')\nprint({REPORT!r}.format('', 'true', ''))")
        assert judge(sound) == ()
        assert sound.read_bytes() == before

    @pytest.mark.parametrize("does", ["time.sleep(60)", "sys.exit(7)", "print('Exception in thread')"])
    def test_that_it_does_not_answer_is_a_note(self, verapdf, sound, does):
        verapdf(does)
        problems = list(by_verapdf(sound, seconds=2.0))
        assert [(problem.code, str(problem.severity)) for problem in problems] == [
            ("conformance.verapdf-silent", "note"),
            ("conformance.verapdf-silent", "note"),
        ]
