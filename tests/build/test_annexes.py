"""Documents that are annexed in a project: bound, handed over beside, or named; and nothing that was not cleared."""

import io
import json
import shutil
import zlib
from pathlib import Path

import pikepdf
import pytest
from artefacts import inside, words_of
from projects import cache_of, load, make_project, portfolio, rewrite
from render.awkward import framed, saved, signed
from render.foreign import SECRET

from portfolio.build.annexcache import FOLDER, copy_path
from portfolio.files.digest import sha256_of

DECIDED = "id;file;field;value;by;on;because\n"


def told(text, *, pages=1, author=SECRET):
    """A document of pages that say something, by somebody."""
    pdf = framed(text=text, pages=pages)
    pdf.docinfo["/Author"] = author
    return saved(pdf)


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """A school with a note to bind, a signed paper, a locked one, a Word-like one, one that tells, one uncleared."""
    root = make_project(tmp_path_factory.mktemp("annexed") / "school")
    folder = root / "evidence" / "4-rol-model"
    (folder / "plan.pdf").write_bytes(told("Our plan for open days", pages=2))
    (folder / "imza.pdf").write_bytes(saved(signed()))
    cut = framed(text="Programme of the day")
    cut.pages[0].obj["/CropBox"] = pikepdf.Array([0, 0, 595, 600])
    cut.pages[0].contents_add(b"BT /F1 20 Tf 60 700 Td (Ayla Kaya) Tj ET")
    (folder / "program.pdf").write_bytes(saved(cut))
    (folder / "gizli.pdf").write_bytes(told("Nobody was asked"))
    (root / "consent.csv").write_text(
        "person;role;scopes;given_on;by;expires_on;withdrawn_on;note\nAyla Kaya;pupil;;2026-01-01;;;;\n",
        encoding="utf-8-sig",
    )
    (root / "decisions.csv").write_text(
        DECIDED
        + ";4-rol-model/açık kapı günü.jpg;people;yok;Koordinatör;2026-11-01;\n"
        + "".join(f";4-rol-model/{name}.pdf;people;yok;K;2026-11-01;\n" for name in ("plan", "imza", "program")),
        encoding="utf-8-sig",
    )
    rewrite(root / "portfolio.yaml", "artefacts: [dossier, poster-mission, plaque]", "artefacts: [dossier, bundle]")
    assert portfolio("build", root=root) == 0
    return root


def linked(address):
    """A document whose page has a link."""
    pdf = framed(text="See there")
    link = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot,
        Subtype=pikepdf.Name.Link,
        Rect=[10, 10, 90, 30],
        A=pikepdf.Dictionary(S=pikepdf.Name.URI, URI=address),
    )
    pdf.pages[0].obj["/Annots"] = pikepdf.Array([pdf.make_indirect(link)])
    return saved(pdf)


def test_an_address_that_names_somebody_keeps_its_document_out(school, tmp_path):
    root = another(school, tmp_path)
    folder = root / "evidence" / "4-rol-model"
    (folder / "adres.pdf").write_bytes(linked("https://example.org/Ayla%20Kaya/pictures"))
    (folder / "yol.pdf").write_bytes(linked("https://example.org/pictures"))
    with (root / "decisions.csv").open("a", encoding="utf-8") as file:
        file.write("".join(f";4-rol-model/{name}.pdf;people;yok;K;2026-11-01;\n" for name in ("adres", "yol")))
    assert portfolio("build", "--only", "dossier", "--lang", "tr", root=root) == 0
    with pikepdf.open(output(root, "dossier.tr.pdf")) as dossier:
        copies = [file.get_file().read_bytes() for file in dossier.attachments.values()]
    addresses = [
        str(link.A.URI)
        for copy in copies
        for page in pikepdf.open(io.BytesIO(copy)).pages
        for link in page.get("/Annots", [])
    ]
    assert addresses == ["https://example.org/pictures"]


def another(school, folder):
    """The same school elsewhere, not built yet."""
    return shutil.copytree(school, folder / "other", ignore=shutil.ignore_patterns("output"))


def output(root, name):
    return root / "output" / "evaluator" / name


def test_a_cleared_document_is_bound_without_its_author(school):
    bundle = output(school, "bundle.en.pdf")
    assert "Our plan for open days 2" in words_of(bundle)
    assert SECRET.encode() not in inside(bundle)
    with pikepdf.open(bundle) as pdf, pikepdf.open(output(school, "dossier.en.pdf")) as dossier:
        assert len(pdf.pages) == len(dossier.pages) + 2


def attached_to(path):
    """The files that are attached to a PDF by their names, with what they are to it."""
    with pikepdf.open(path) as pdf:
        assert {spec.objgen for spec in pdf.Root.get("/AF", ())} == {
            each.obj.objgen for each in pdf.attachments.values()
        }
        return {
            str(spec.UF): (spec.EF.F.read_bytes(), str(spec.AFRelationship), str(spec.Desc), str(spec.EF.F.Subtype))
            for spec in pdf.Root.get("/AF", ())
        }


def test_the_copies_of_bound_documents_alone_are_attached_to_the_dossier(school, tmp_path):
    ((name, (copy, *said)),) = attached_to(output(school, "dossier.en.pdf")).items()
    (tmp_path / name).write_bytes(copy)
    assert words_of(tmp_path / name) == "Our plan for open days 1 Our plan for open days 2"
    assert SECRET.encode() not in inside(tmp_path / name)
    number = name.removeprefix("annex-").removesuffix(".pdf")
    assert said == ["/Supplement", f"Annex {number}: plan", "/application/pdf"]
    (kept,) = (file for file in cache_of(school).glob(f"{FOLDER}/*.pdf") if file.read_bytes() == copy)
    assert kept == copy_path(sha256_of(school / "evidence" / "4-rol-model" / "plan.pdf"), cache_of(school))


def test_nothing_is_attached_to_a_bundle_or_put_into_a_word_file(school):
    assert attached_to(output(school, "bundle.en.pdf")) == {}
    assert b"%PDF" not in inside(output(school, "dossier.en.docx"))


def test_a_dossier_with_attachments_keeps_its_claims(school):
    with pikepdf.open(output(school, "dossier.en.pdf")) as pdf:
        assert pdf.open_metadata().pdfa_status == "3A"


def test_what_is_not_bound_is_named_with_the_reason(school):
    said = words_of(output(school, "dossier.en.pdf"))
    assert "Not bound: it tells what is not for readers" in said
    assert "Signed electronically" in said


def test_a_name_beyond_the_crop_box_is_in_no_file(school):
    for file in (school / "output").rglob("*.pdf"):
        assert b"Ayla Kaya" not in inside(file), file.name


def test_what_nobody_cleared_is_in_no_file(school):
    for file in (school / "output").rglob("*.pdf"):
        assert "Nobody was asked" not in words_of(file), file.name


def test_a_signed_document_is_handed_over_as_it_is(school):
    (file,) = (school / "output" / "evaluator").glob("annex-*.en.pdf")
    assert file.read_bytes() == (school / "evidence" / "4-rol-model" / "imza.pdf").read_bytes()


def signed_with(address):
    """A signed document whose page has a link."""
    pdf = pikepdf.open(io.BytesIO(linked(address)))
    value = pikepdf.Dictionary(Type=pikepdf.Name.Sig, ByteRange=[0, 1, 2, 3], Contents=b"signature")
    field = pdf.make_indirect(pikepdf.Dictionary(FT=pikepdf.Name.Sig, V=value, T="s"))
    pdf.Root["/AcroForm"] = pikepdf.Dictionary(Fields=pikepdf.Array([field]))
    return saved(pdf)


SIGNED_LINKS = {
    "name": "https://example.org/Ayla%20Kaya/pictures",
    "mail": "mailto:birisi@gmail.com",
    "number": "tel:+905321234567",
    "path": "file:///C:/Users/birisi/plan.docx",
    "plain": "https://example.org/pictures",
}


def test_a_signed_document_whose_links_tell_is_not_handed_over_and_it_is_said_where(school, tmp_path, capsys):
    root = another(school, tmp_path)
    folder = root / "evidence" / "4-rol-model"
    with (root / "decisions.csv").open("a", encoding="utf-8") as file:
        for name, address in SIGNED_LINKS.items():
            (folder / f"{name}.pdf").write_bytes(signed_with(address))
            file.write(f";4-rol-model/{name}.pdf;people;yok;K;2026-11-01;\n")
    capsys.readouterr()
    assert portfolio("build", "--only", "bundle", "--lang", "en", "--json", root=root) == 0
    said = json.loads(capsys.readouterr().out)["problems"]
    where = {each["file"]: each["what"] for each in said if each["code"] == "annex.signed-link"}
    assert {Path(file).stem for file in where} == SIGNED_LINKS.keys() - {"plain"}
    assert all("a link on page 1 leads to" in what for what in where.values())
    beside = [file.read_bytes() for file in (root / "output" / "evaluator").glob("annex-*.en.pdf")]
    assert sorted(map(len, beside)) == sorted(len((folder / name).read_bytes()) for name in ("imza.pdf", "plain.pdf"))


def test_a_signed_document_that_the_register_clears_is_handed_over(school, tmp_path):
    root = another(school, tmp_path)
    (root / "evidence" / "4-rol-model" / "imza.pdf").write_bytes(signed_with(SIGNED_LINKS["name"]))
    with (root / "consent.csv").open("a", encoding="utf-8") as register:
        register.write("file:4-rol-model/imza.pdf;;evaluator;2026-01-01;;;;\n")
    assert portfolio("build", "--only", "bundle", "--lang", "en", root=root) == 0
    (file,) = (root / "output" / "evaluator").glob("annex-*.en.pdf")
    assert b"Ayla%20Kaya" in file.read_bytes()


def test_print_and_web_have_no_annexes(school, tmp_path):
    root = another(school, tmp_path)
    rewrite(root / "portfolio.yaml", "artefacts: [dossier, bundle]", "artefacts: [dossier-print, bundle]")
    assert portfolio("build", root=root) == 0
    assert "Annexes" not in words_of(root / "output" / "print" / "dossier.en.pdf")
    assert attached_to(root / "output" / "print" / "dossier.en.pdf") == {}
    assert output(root, "dossier.en.pdf").is_file(), "a bundle needs its dossier"


def test_nothing_changed_makes_nothing_and_a_lost_file_is_made_again(school, capsys):
    before = {path: path.stat().st_mtime_ns for path in (school / "output").rglob("*.*")}
    assert portfolio("build", root=school) == 0
    assert {path: path.stat().st_mtime_ns for path in (school / "output").rglob("*.*")} == before
    (lost,) = (school / "output" / "evaluator").glob("annex-*.tr.pdf")
    lost.unlink()
    assert portfolio("build", root=school) == 0
    assert lost.is_file()
    capsys.readouterr()


def test_volumes_come_and_go_with_the_limit(school, tmp_path, capsys):
    root = another(school, tmp_path)
    (root / "evidence" / "4-rol-model" / "ek.pdf").write_bytes(told("Another one"))
    with (root / "decisions.csv").open("a", encoding="utf-8") as lines:
        lines.write(";4-rol-model/ek.pdf;people;yok;K;2026-11-01;\n")
    assert portfolio("build", root=root) == 0
    copies = (copy for copy, *_ in attached_to(output(root, "dossier.en.pdf")).values())
    size = output(root, "dossier.en.pdf").stat().st_size - sum(len(zlib.compress(copy)) for copy in copies)
    with (root / "portfolio.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"volume_limit: {size // 1000 + 41}kB\n")
    capsys.readouterr()
    assert portfolio("build", "--json", root=root) == 0
    parts = {each["path"]: each["parts"] for each in json.loads(capsys.readouterr().out)["artefacts"]}
    assert parts["evaluator/bundle.en.1.pdf"][:1] == ["evaluator/bundle.en.2.pdf"]
    assert parts["evaluator/dossier.en.pdf"] == []
    assert "in the bundle “bundle.en”" in words_of(output(root, "dossier.en.pdf")), (
        "its files are called so in any case"
    )
    names = sorted(path.name for path in (root / "output" / "evaluator").glob("bundle.en.*"))
    assert names == ["bundle.en.1.pdf", "bundle.en.2.pdf"]
    rewrite(root / "portfolio.yaml", f"volume_limit: {size // 1000 + 41}kB\n", "")
    assert portfolio("build", root=root) == 0
    assert [path.name for path in (root / "output" / "evaluator").glob("bundle.en.*")] == ["bundle.en.pdf"]
    capsys.readouterr()


def test_a_copy_is_kept_by_its_content_and_goes_with_it(school, tmp_path, capsys):
    root = another(school, tmp_path)
    assert portfolio("build", root=root) == 0
    plan = root / "evidence" / "4-rol-model" / "plan.pdf"
    copy = copy_path(sha256_of(plan), load(root).cache)
    assert copy.is_file()
    assert (cache_of(root) / FOLDER).stat().st_mode & 0o077 == 0
    plan.unlink()
    portfolio("build", root=root)
    assert not copy.exists()
    capsys.readouterr()


def test_a_spoilt_copy_is_made_again(school, tmp_path, capsys):
    root = another(school, tmp_path)
    assert portfolio("build", root=root) == 0
    copy = copy_path(sha256_of(root / "evidence" / "4-rol-model" / "plan.pdf"), load(root).cache)
    whole = copy.read_bytes()
    copy.write_bytes(whole[:100])
    output(root, "bundle.en.pdf").unlink()
    assert portfolio("build", root=root) == 0
    assert copy.read_bytes() == whole
    capsys.readouterr()
