"""The upload set of a project: which files there are, what is in them, and that they come, stay and go."""

import json
import random
import re
import shutil

import pikepdf
import pypdfium2
import pytest
from artefacts import inside, pages, words_of
from PIL import Image
from projects import make_project, portfolio, rewrite
from render.awkward import framed, saved, signed

from portfolio.audit.conformance import judge
from portfolio.files.digest import sha256_of
from portfolio.files.words import squeezed

PLACED = ("plan", "rapor", "imza")
CONSENT = "person;role;scopes;given_on;by;expires_on;withdrawn_on;note\nAyşe Ay;adult;evaluator;2026-01-01;;;"
# The strongest first: a newer one is stronger.
DAYS = {"plan": "2026-05-01", "rapor": "2025-03-01", "imza": "2025-01-01"}


def heavy(text, seed, side=220):
    """A page with so many bytes that nothing makes fewer of."""
    pdf = framed(text=text)
    noise = pdf.make_stream(random.Random(seed).randbytes(side * side))
    for key, value in {
        "/Type": pikepdf.Name.XObject,
        "/Subtype": pikepdf.Name.Image,
        "/Width": side,
        "/Height": side,
        "/ColorSpace": pikepdf.Name.DeviceGray,
        "/BitsPerComponent": 8,
    }.items():
        noise[key] = value
    pdf.pages[0].obj.Resources["/XObject"] = pikepdf.Dictionary(Noise=noise)
    pdf.pages[0].contents_add(b"q 100 0 0 100 50 50 cm /Noise Do Q")
    return saved(pdf)


@pytest.fixture(scope="module")
def school(tmp_path_factory):
    """A school with two documents and a signed one for a criterion, and texts for it, its pillar and its plan."""
    root = make_project(tmp_path_factory.mktemp("uploads") / "school")
    folder = root / "evidence" / "4-rol-model"
    (folder / "plan.pdf").write_bytes(heavy("Our plan for open days", 1))
    (folder / "rapor.pdf").write_bytes(heavy("What came of it", 2))
    (folder / "imza.pdf").write_bytes(saved(signed()))
    lines = ["id;file;field;value;by;on;because", ";4-rol-model/açık kapı günü.jpg;people;yok;K;2026-11-01;"]
    for name in PLACED:
        said = (("people", "yok"), ("pillar", "model/open-days"), ("date", DAYS[name]))
        lines += [f";4-rol-model/{name}.pdf;{field};{value};K;2026-11-01;" for field, value in said]
    (root / "decisions.csv").write_text("\n".join(lines) + "\n", encoding="utf-8-sig")
    with (root / "narrative" / "model.tr.md").open("a", encoding="utf-8") as text:
        plan, door = (f"E-{sha256_of(folder / name)[:10]}" for name in ("plan.pdf", "açık kapı günü.jpg"))
        text.write(f"\n## open-days\n\nPlanımız [[{plan}]], fotoğrafımız [[{door}]].\n")
    rewrite(root / "portfolio.yaml", "artefacts: [dossier, poster-mission, plaque]", "artefacts: [upload, plaque]")
    rewrite(root / "portfolio.yaml", "languages: [tr, en]", "languages: [tr]")
    assert portfolio("build", root=root) == 0
    return root


def another(school, folder):
    """The same school elsewhere, not built yet."""
    return shutil.copytree(school, folder / "other", ignore=shutil.ignore_patterns("output"))


def names(root):
    return sorted(path.name for path in (root / "output" / "evaluator" / "upload").glob("*"))


def upload(root, name="4-model-open-days"):
    return root / "output" / "evaluator" / "upload" / f"{name}.tr.pdf"


def claims(path):
    with pikepdf.open(path) as pdf:
        return b"pdfuaid" in pdf.Root.Metadata.read_bytes() if "/Metadata" in pdf.Root else False


def test_each_field_with_a_text_or_evidence_has_a_file_with_an_ascii_name(school):
    found = names(school)
    assert [name for name in found if "annex" not in name] == [
        "1-leadership.tr.pdf",
        "2-collaboration.tr.pdf",
        "4-model-open-days.tr.pdf",
        "4-model-plan.tr.pdf",
        "4-model.tr.pdf",
    ]
    assert all(name.isascii() for name in found)


def test_it_stands_alone(school):
    said = words_of(upload(school))
    for words in (
        "Masalköy Işıltı İlkokulu",
        "eTwinning School 2025-2026",
        "Planımız",
        "Our plan for open days",
        "What came",
    ):
        assert words in said
    assert "Our plan for open days" not in words_of(upload(school, "4-model"))


def test_annexes_stand_behind_it_the_strongest_first_and_the_signed_one_beside_it(school):
    *_, first, second = pages(upload(school))
    assert "Our plan for open days" in first
    assert "What came of it" in second
    (beside,) = (name for name in names(school) if "annex" in name)
    assert (upload(school).with_name(beside)).read_bytes() == (
        school / "evidence" / "4-rol-model" / "imza.pdf"
    ).read_bytes()
    assert squeezed(beside) in squeezed(words_of(upload(school)))


def test_one_without_the_pages_of_others_claims_what_it_is_judged_to_be(school):
    assert not claims(upload(school))
    assert "PDF/UA" in pages(upload(school))[0]
    for name in ("4-model", "4-model-plan", "2-collaboration"):
        assert claims(upload(school, name)), name
        assert judge(upload(school, name)) == ()


def test_pages_are_labelled_from_one(school):
    document = pypdfium2.PdfDocument(upload(school))
    assert [document.get_page_label(page) for page in range(len(document))] == [
        str(page) for page in range(1, len(document) + 1)
    ]
    document.close()


def links(path):
    """Of each link inside a file: its page, what can be read in it, its place by name, the page and text of that."""
    texts, found = pages(path), []
    document = pypdfium2.PdfDocument(path)
    with pikepdf.open(path) as pdf:
        places = {page.obj.objgen: number for number, page in enumerate(pdf.pages)}
        named = {str(name): places[to[0].objgen] for name, to in pikepdf.NameTree(pdf.Root.Names.Dests).items()}
        for number, page in enumerate(pdf.pages):
            for link in page.obj.get("/Annots", ()):
                if link.get("/Subtype") == "/Link" and "/URI" not in link.get("/A", {}):
                    left, bottom, right, top = map(float, link.Rect)
                    text = document[number].get_textpage().get_text_bounded(left - 1, bottom - 1, right + 1, top + 1)
                    name = str(link.A.D) if "/A" in link else str(link.Dest)
                    found.append((number, " ".join(text.split()), name, named[name], texts[named[name]]))
    document.close()
    return found


def test_every_link_leads_to_the_place_that_its_text_says(school):
    """The number in its text is that of its place, and can be read there; a title leads to the piece that bears it."""
    titles = 0
    for file in (name for name in names(school) if "annex" not in name):
        found = links(upload(school).with_name(file))
        for _, text, name, _, there in found:
            numbers = re.findall(r"\b[1-5E]\.\d+\b", text)
            titles += not numbers
            assert name[2:] == numbers[0] if numbers else text in there, (file, text, name)
            assert name[2:] in there, (file, text, name)
    assert titles, "the titles in the list of annexes are links as well"


def test_a_row_of_the_list_leads_to_the_annex_and_its_stamp_leads_back(school):
    found = links(upload(school))
    bound = len(pages(upload(school))) - 2
    rows = [(text, target) for page, text, _, target, _ in found if page < bound and text.startswith("Ek ")]
    assert {target for _, target in rows} >= {bound, bound + 1}
    backs = [target for page, _, _, target, _ in found if page >= bound]
    assert len(backs) == 2
    assert all(target < bound for target in backs)


def test_what_nobody_cleared_and_no_camera_data_is_in_none(school):
    for name in names(school):
        assert b"Masalcam" not in inside(upload(school).with_name(name))
    assert not any(name.startswith("3-") for name in names(school)), "nobody was asked about the only photo there"


def test_nothing_changed_makes_nothing(school, capsys):
    before = {name: upload(school).with_name(name).stat().st_mtime_ns for name in names(school)}
    assert portfolio("build", "--explain", root=school) == 0
    told = capsys.readouterr().out
    assert "evaluator/upload/4-model-open-days.tr.pdf" in told
    assert "0 artefacts would be made" in told
    assert portfolio("build", root=school) == 0
    assert {name: upload(school).with_name(name).stat().st_mtime_ns for name in names(school)} == before
    capsys.readouterr()


def test_it_is_the_same_when_made_anew(school, tmp_path, capsys):
    root = another(school, tmp_path)
    assert portfolio("build", root=root) == 0
    assert names(root) == names(school)
    for name in names(root):
        assert upload(root).with_name(name).read_bytes() == upload(school).with_name(name).read_bytes(), name
    capsys.readouterr()


def test_what_is_gone_leaves_no_file_and_an_edited_one_stays(school, tmp_path, capsys):
    root = another(school, tmp_path)
    assert portfolio("build", root=root) == 0
    upload(root, "4-model-plan").write_bytes(b"ours")
    rewrite(root / "narrative" / "model.tr.md", "## plan\n\n- İki okula mentorluk\n", "")
    for name in PLACED:
        (root / "evidence" / "4-rol-model" / f"{name}.pdf").unlink()
    rewrite(root / "narrative" / "model.tr.md", "\n## open-days\n\nPlanımız", "\nPlanımız")
    assert portfolio("build", "--only", "upload", root=root) == 0
    assert names(root) == [
        "1-leadership.tr.pdf",
        "2-collaboration.tr.pdf",
        "4-model-plan.tr.pdf",
        "4-model.tr.pdf",
    ]
    assert (root / "output" / "print" / "plaque.tr.pdf").is_file()
    upload(root, "4-model-plan").unlink()
    rewrite(root / "portfolio.yaml", "artefacts: [upload, plaque]", "artefacts: [plaque]")
    assert portfolio("build", root=root) == 0
    assert not (root / "output" / "evaluator" / "upload").exists()
    capsys.readouterr()


def test_an_edited_one_is_kept_and_the_new_one_lies_beside_it(school, tmp_path, capsys):
    root = another(school, tmp_path)
    assert portfolio("build", root=root) == 0
    upload(root, "4-model-plan").write_bytes(b"ours")
    rewrite(root / "narrative" / "model.tr.md", "İki okula", "Üç okula")
    portfolio("build", "--only", "upload", root=root)
    assert upload(root, "4-model-plan").read_bytes() == b"ours"
    assert "Üç okula" in words_of(upload(root).with_name("4-model-plan.tr.new.pdf"))
    capsys.readouterr()


def limited(root, limit):
    with (root / "portfolio.yaml").open("a", encoding="utf-8") as settings:
        settings.write(f"upload_limit: {limit}\n")


def test_annexes_without_room_are_left_out_from_the_weakest_on_and_named(school, tmp_path, capsys):
    root = another(school, tmp_path)
    limited(root, f"{upload(school).stat().st_size // 1000 - 20}kB")
    portfolio("build", "--only", "upload", root=root)
    told = capsys.readouterr().out
    assert upload(root).stat().st_size <= upload(school).stat().st_size - 20_000
    said = words_of(upload(root))
    assert "Our plan for open days" in said
    assert "What came of it" not in said
    assert "Ciltlenmedi: bu dosya çok büyük olurdu" in said
    assert "the weakest of its annexes are left out" in " ".join(told.split())
    assert len(pages(upload(root))) == len(pages(upload(school))) - 1


def test_one_that_is_too_large_without_any_is_named_with_its_size(school, tmp_path, capsys):
    root = another(school, tmp_path)
    limited(root, "15kB")
    portfolio("build", "--only", "upload", root=root)
    told = " ".join(capsys.readouterr().out.split())
    assert "Without any annex, and with its pictures as small as they get, it has " in told
    assert "the limit is 15 kB" in told
    assert "Our plan for open days" not in words_of(upload(root))
    assert claims(upload(root)), "no page of others is in it any more"


def grained(root, count=2):
    """Photos of little but noise, which weigh more than all the rest of the field's file."""
    lines = []
    for number in range(count):
        name = f"4-rol-model/gürültü {number}.jpg"
        noise = Image.frombytes("RGB", (1200, 900), random.Random(number).randbytes(1200 * 900 * 3))
        noise.save(root / "evidence" / name, quality=80)
        lines += [f";{name};people;yok;K;2026-11-01;", f";{name};pillar;model/open-days;K;2026-11-01;"]
    with (root / "decisions.csv").open("a", encoding="utf-8") as decisions:
        decisions.write("\n".join(lines) + "\n")


def with_limits(root, capsys, **limits):
    """The bytes of the field's file below these limits, and what was said of it, by code."""
    settings = root / "portfolio.yaml"
    lines = [line for line in settings.read_text("utf-8").splitlines() if "_limit" not in line]
    lines += [f"{name}: {limit // 1000}kB" for name, limit in limits.items()]
    settings.write_text("\n".join([*lines, ""]), "utf-8")
    capsys.readouterr()
    portfolio("build", "--only", "upload", "--json", root=root)
    problems = json.loads(capsys.readouterr().out)["problems"]
    said = {each["code"] for each in problems if each["file"] == upload(root).name}
    return upload(root).stat().st_size, said & {"size.reduced", "upload.left-out", "upload.over", "upload.too-large"}


def test_limits_make_pictures_smaller_first_and_only_that_of_uploads_leaves_annexes_out(school, tmp_path, capsys):
    root = another(school, tmp_path)
    grained(root)
    best, said = with_limits(root, capsys)
    assert said == set()
    for name in ("size_limit", "upload_limit"):
        size, said = with_limits(root, capsys, **{name: best - 200_000})
        assert (size < best - 200_000, said) == (True, {"size.reduced"})
        assert "What came of it" in words_of(upload(root))
    smallest, said = with_limits(root, capsys, size_limit=60_000)
    assert (smallest > 60_000, said) == (True, {"upload.over"})
    assert "What came of it" in words_of(upload(root)), "nobody asked for annexes to be left out"
    size, said = with_limits(root, capsys, size_limit=60_000, upload_limit=smallest - 10_000)
    assert (size < smallest - 10_000, said) == (True, {"upload.left-out", "upload.over"})
    size, said = with_limits(root, capsys, upload_limit=smallest - 10_000)
    assert (size < smallest - 10_000, said) == (True, {"upload.left-out", "size.reduced"})
    assert "Our plan for open days" in words_of(upload(root))


def test_one_that_shows_somebody_who_withdrew_is_named_where_others_were_chosen(school, tmp_path, capsys):
    root = another(school, tmp_path)
    rewrite(root / "decisions.csv", "kapı günü.jpg;people;yok", "kapı günü.jpg;people;Ayşe Ay")
    (root / "consent.csv").write_text(f"{CONSENT};\n", encoding="utf-8-sig")
    assert portfolio("build", root=root) == 0
    (root / "consent.csv").write_text(f"{CONSENT}2026-11-02;\n", encoding="utf-8-sig")
    capsys.readouterr()
    portfolio("build", "--json", "--only", "plaque", root=root)
    said = [each for each in json.loads(capsys.readouterr().out)["problems"] if "withdrawn" in each["code"]]
    assert {each["code"] for each in said} == {"artefact.unchosen-withdrawn"}
    assert "evaluator/upload/4-model.tr.pdf" in str(said)
    portfolio("build", root=root)
    assert "evaluator/upload/4-model" not in capsys.readouterr().out.partition("Look at")[2]


def test_after_the_cache_is_lost_nested_files_are_named_too(school, tmp_path, capsys):
    root = another(school, tmp_path)
    shutil.copytree(school / "output", root / "output")
    rewrite(root / "decisions.csv", "kapı günü.jpg;people;yok", "kapı günü.jpg;people;Ayşe Ay")
    (root / "consent.csv").write_text(
        f"{CONSENT}2026-11-02;\n",
        encoding="utf-8-sig",
    )
    portfolio("consent", "where", "Ayşe Ay", root=root)
    assert "evaluator/upload/4-model.tr.pdf" in capsys.readouterr().out
