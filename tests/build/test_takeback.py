"""What somebody wrote into the dossier as Word document stands in its sources afterwards, and nothing else changes."""

import copy
import io
import shutil
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from edits import W, editing, run
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from PIL import Image
from projects import rewrite
from returned import MODEL, make_school, photo_of, returned, survey_of, write_dossier

from portfolio.build.takeback import Taken, write_files
from portfolio.build.wordfields import contents_of
from portfolio.errors import ProjectError
from portfolio.files.wordstory import read_story


@pytest.fixture(scope="module")
def school(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A school with its dossier, which nobody edits."""
    root = make_school(tmp_path_factory.mktemp("school") / "okul")
    write_dossier(root)
    return root


@pytest.fixture
def root(school: Path, tmp_path: Path) -> Path:
    """A copy of it, with what the program remembers."""
    shutil.copytree(school.with_name("okul-cache"), tmp_path / "okul-cache")
    return Path(shutil.copytree(school, tmp_path / "okul"))


def dossier_of(root: Path) -> Path:
    return root / "output" / "evaluator" / "dossier.tr.docx"


def taken(root: Path) -> Taken:
    """What would be written; everything that was changed is taken."""
    found, back = returned(root, dossier_of(root))
    assert [*found.problems, *back.problems] == []
    return back


def partly(root: Path, *codes: str) -> Taken:
    """What would be written, where something of these codes is not taken."""
    found, back = returned(root, dossier_of(root))
    assert [problem.code for problem in (*found.problems, *back.problems)] == list(codes)
    return back


def take(root: Path, *codes: str) -> str:
    """Take back what can be; the text of the narrative then."""
    write_files(partly(root, *codes))
    return (root / "narrative" / "model.tr.md").read_text(encoding="utf-8")


def refused(root: Path) -> list[str]:
    with pytest.raises(ProjectError) as stop:
        returned(root, dossier_of(root))
    return [problem.code for problem in stop.value.problems]


def draw_smaller(document: Path) -> None:
    """Make the photos in a document smaller, which are then other files."""
    with zipfile.ZipFile(document) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(document, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            if name.endswith(".jpg"):
                picture, made = Image.open(io.BytesIO(data)), io.BytesIO()
                picture.resize((picture.width // 2, picture.height // 2)).save(made, "JPEG")
                data = made.getvalue()
            archive.writestr(name, data)


def source_of(root: Path) -> str:
    return MODEL.format(id=photo_of(root))


def test_a_dossier_that_nobody_edited_says_nothing(root):
    back = taken(root)
    assert (back.files, back.decisions, back.changes) == ((), (), ())


def test_a_word_is_changed_in_its_line_and_everything_else_stays(root):
    with editing(dossier_of(root)) as story:
        story.paragraph("Komşu okullara").replace(" açıyoruz. Her şey", " açıyoruz. Her güzel şey")
    assert take(root) == source_of(root).replace("Her şey", "Her güzel şey")


def test_typed_behind_the_end_of_a_bookmark_and_below_the_last_paragraph(root):
    with editing(dossier_of(root)) as story:
        story.paragraph("Bizi").add(" Bekleriz.")
        story.paragraph("Her yıl açık gün").after("Bir de sergi")
        story.paragraph("Bizi").after("Yepyeni bir paragraf.")
    new = source_of(root).replace("bulursunuz.\n", "bulursunuz. Bekleriz.\n\nYepyeni bir paragraf.\n")
    assert take(root) == new.replace("açık gün\n", "açık gün\n- Bir de sergi\n")


def test_a_paragraph_retyped_without_its_bookmark_is_still_in_its_field(root):
    with editing(dossier_of(root)) as story:
        story.paragraph("Bizi").say("Bizi bulmak kolaydır.")
    assert "\n\nBizi bulmak kolaydır.\n\n## plan" in take(root)


def test_what_word_does_to_runs_by_itself_is_no_edit(root):
    with editing(dossier_of(root)) as story:
        for paragraph in story.paragraphs():
            for place, each in reversed(list(enumerate(paragraph.element))):
                text = each.findtext(f"{W}t") or ""
                if each.tag == f"{W}r" and len(text) > 3 and each.find(f"{W}br") is None:
                    each.set(f"{W}rsidR", "00A1B2C3")
                    rest = copy.deepcopy(each)
                    each.find(f"{W}t").text, rest.find(f"{W}t").text = text[:2], text[2:]
                    wrong = each.makeelement(f"{W}proofErr", {f"{W}type": "spellStart"})
                    paragraph.element.insert(place + 1, wrong)
                    paragraph.element.insert(place + 2, rest)
    assert taken(root).changes == ()


def test_a_field_with_something_else_among_its_paragraphs_is_not_guessed_at(root):
    with editing(dossier_of(root)) as story:
        heading, first = story.paragraph("Fotoğraflarla"), story.paragraph("Komşu okullara")
        heading.delete()
        first.parent.insert(list(first.parent).index(first.element) + 1, heading.element)
        story.paragraph("Bizi").add(" Bekleriz.")
    assert partly(root, "edited.torn").files == ()


def test_a_paragraph_is_deleted(root):
    with editing(dossier_of(root)) as story:
        story.paragraph("Bizi").delete()
    assert take(root) == source_of(root).replace("Bizi [sitemizde](https://example.org) bulursunuz.\n\n", "")


def test_a_name_that_was_shortened_stays_whole_in_the_source(root):
    with editing(dossier_of(root)) as story:
        story.paragraph("Ayşe Y. stantları").replace("herkes dinledi", "bütün konuklar dinledi")
    assert take(root) == source_of(root).replace("herkes dinledi", "bütün konuklar dinledi")


def test_who_changes_a_shortened_name_is_told_and_the_rest_is_taken(root):
    with editing(dossier_of(root)) as story:
        story.paragraph("Ayşe Y. stantları").replace("Ayşe Y.", "Fatma Y.")
        story.paragraph("Bizi").add(" Bekleriz.")
    assert take(root, "edited.name") == source_of(root).replace("bulursunuz.", "bulursunuz. Bekleriz.")


def test_a_reference_comes_back_as_it_was_written_also_in_a_new_paragraph(root):
    with editing(dossier_of(root)) as story:
        story.paragraph("Komşu okullara").say("Bambaşka (Kanıt 4.1).")
    assert f"Bambaşka [[{photo_of(root)}]]. <!-- tarihi sor -->\n" in take(root)


def test_a_caption_becomes_a_decision_also_where_it_was_typed_beside_its_bookmark(root):
    with editing(dossier_of(root)) as story:
        paragraph = story.paragraph("4.1  ")
        *_, words = paragraph.element.iter(f"{W}bookmarkEnd")
        paragraph.element.insert(list(paragraph.element).index(words) + 1, run(", bahçede"))
    (line,) = taken(root).decisions
    assert (line.item, line.value, line.language) == (photo_of(root), "açık kapı günü, bahçede", "")


def test_what_changed_on_both_sides_is_a_conflict(root):
    with editing(dossier_of(root)) as story:
        story.paragraph("Bizi").add(" Bekleriz.")
        story.paragraph("İki okula").replace("İki", "Üç")
    path = root / "narrative" / "model.tr.md"
    path.write_text(path.read_text(encoding="utf-8").replace("bulursunuz.", "buldunuz."), encoding="utf-8")
    text = take(root, "edited.conflict")
    assert "buldunuz." in text
    assert "Bekleriz" not in text
    assert "- Üç okula mentorluk" in text


def test_a_source_that_changed_alone_is_let_be(root):
    path = root / "narrative" / "model.tr.md"
    path.write_text(path.read_text(encoding="utf-8").replace("bulursunuz.", "buldunuz."), encoding="utf-8")
    assert taken(root).files == ()


def test_a_field_that_is_gone_is_named_and_its_text_stays(root):
    with editing(dossier_of(root)) as story:
        story.paragraph("İki okula").delete()
        story.paragraph("Her yıl").delete()
    assert partly(root, "edited.gone").files == ()


def test_what_stands_outside_of_fields_is_named_one_by_one(root):
    with editing(dossier_of(root)) as story:
        story.paragraph("Hazırlanma").replace("Hazırlanma", "Hazırlanış")
        story.paragraph("Bu dosyayı").after("Buraya ekledim.")
        for each in story.root.iter():
            for drawing in [child for child in each if child.tag.endswith("}drawing")][:1]:
                each.remove(drawing)
    found, back = returned(root, dossier_of(root))
    codes = Counter(problem.code for problem in found.problems)
    assert codes == {
        "edited.outside-added": 1,
        "edited.outside-changed": 1,
        "edited.picture-gone": 5,
    }  # three are charts
    assert back.files == ()


def test_a_changed_heading_is_found_below_the_one_before_it(root):
    with editing(dossier_of(root)) as story:
        story.paragraph("Önümüzdeki iki yıl").replace("Önümüzdeki iki yıl", "İki yıl")
    found, _ = returned(root, dossier_of(root))
    (problem,) = found.problems
    assert problem.code == "edited.outside-changed"
    told = dict(problem.values)
    assert told["new"].startswith("İki yıl")
    assert not told["near"].startswith("İki yıl")


def test_pictures_that_only_have_another_size_were_not_exchanged(root):
    """A text that was changed in the source since gives the pictures beside it another room."""
    draw_smaller(dossier_of(root))
    partly(root, "edited.picture")
    rewrite(root / "narrative" / "model.tr.md", "- Her yıl açık gün\n", "")
    partly(root)


def test_outside_of_fields_it_is_not_guessed_who_changed_what(root):
    with editing(dossier_of(root)) as story:
        story.paragraph("Bu dosyayı").after("Buraya ekledim.")
        story.paragraph("Bizi").add(" Bekleriz.")
    (root / "evidence" / "2-isbirligi" / "Yeni.yaml").write_text(
        "title: Yeni proje\nyears: 2025-2026\n", encoding="utf-8"
    )
    assert len(partly(root, "edited.outside-unsure").changes) == 1


def test_a_text_that_is_a_word_document_is_not_rewritten(root):
    import docx

    document = docx.Document()
    document.add_paragraph("Okulumuz güzel.")
    document.save(str(root / "narrative" / "school.tr.docx"))
    write_dossier(root)
    with editing(dossier_of(root)) as story:
        story.paragraph("Okulumuz güzel").add(" Çok!")
    assert partly(root, "edited.word-source").files == ()


@pytest.mark.parametrize(
    ("name", "encoding", "newline"),
    [("school.tr.md", "utf-8-sig", "\r\n"), ("school.tr.md", "cp1254", "\n"), ("school.tr.txt", "utf-16", "\r\n")],
)
def test_encoding_and_line_ends_stay(root, name, encoding, newline):
    text = f"Işıklı bir okul.{newline}{newline}İkinci söz.{newline}{newline}## students{newline}{newline}Şu."
    path = root / "narrative" / name
    path.write_bytes(text.encode(encoding))
    write_dossier(root)
    with editing(dossier_of(root)) as story:
        story.paragraph("İkinci").add(" Evet.")
        story.paragraph("İkinci").after("Üçüncü söz.")
    write_files(taken(root))
    wanted = text.replace("İkinci söz.", f"İkinci söz. Evet.{newline}{newline}Üçüncü söz.")
    assert path.read_bytes() == wanted.encode(encoding)


def test_letters_that_a_code_page_lacks_are_named(root):
    path = root / "narrative" / "school.tr.md"
    path.write_bytes("Işıklı bir okul.".encode("cp1254"))
    write_dossier(root)
    with editing(dossier_of(root)) as story:
        story.paragraph("Işıklı").add(" 学校")
    assert partly(root, "edited.letters").files == ()


def test_lines_of_plain_text_stay_paragraphs(root):
    path = root / "narrative" / "school.tr.txt"
    long = (
        "Bu satır çok uzundur, bir düzenleyicide tek bir paragraf olarak yazılmıştır; yüz harften uzun olması gerekir."
    )
    path.write_text(f"{long}\n{long}\nKısa bir söz.\n", encoding="utf-8")
    write_dossier(root)
    with editing(dossier_of(root)) as story:
        next(each for each in story.paragraphs() if each.text == long).say("Kısa.")
    write_files(taken(root))
    assert returned(root, dossier_of(root))[0].edits == ()


def test_waiting_changes_are_refused(root):
    with editing(dossier_of(root)) as story:
        paragraph = story.paragraph("Bizi").element
        inserted = paragraph.makeelement(f"{W}ins", {f"{W}id": "900", f"{W}author": "A"})
        inserted.append(run(" Bekleriz."))
        paragraph.append(inserted)
    assert refused(root) == ["edited.tracked"]


@pytest.mark.parametrize("lock", [".~lock.dossier.tr.docx#", "~$ssier.tr.docx", "~$dossier.tr.docx"])
def test_a_document_that_is_open_elsewhere_is_refused(root, lock):
    dossier_of(root).with_name(lock).write_bytes(b"")
    assert refused(root) == ["edited.open"]


def test_a_document_that_the_system_does_not_give_out_is_refused(root, monkeypatch):
    def locked(_: Path) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("portfolio.build.returned.read_story", locked)
    assert refused(root) == ["edited.unreadable"]


def test_without_its_first_page_the_fields_are_still_taken(root):
    with editing(dossier_of(root)) as story:
        body = story.root.find(f"{W}body")
        assert body is not None
        for each in list(body)[:3]:
            body.remove(each)
        story.paragraph("Bizi").add(" Bekleriz.")
    assert len(partly(root, "edited.outside-unsure").changes) == 1


def no_dossier(path: Path, kind: str) -> None:
    import docx

    if kind == "pdf":
        path.write_bytes(b"%PDF-1.7\nnothing")
    elif kind == "gone":
        path.unlink()
    elif kind == "locked":
        path.write_bytes(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"))
    else:
        document = docx.Document()
        if kind == "older":
            mark = document.add_paragraph("4.1")._p
            mark.append(mark.makeelement(f"{W}bookmarkStart", {f"{W}id": "1", f"{W}name": "x_4_1"}))
        document.save(str(path))


@pytest.mark.parametrize(
    ("kind", "code"),
    [
        ("pdf", "archive.damaged"),
        ("locked", "archive.protected"),
        ("foreign", "edited.no-marks"),
        ("older", "edited.older"),
        ("gone", "edited.missing"),
    ],
)
def test_what_is_no_dossier_gets_a_sentence(root, kind, code):
    no_dossier(dossier_of(root), kind)
    assert refused(root) == [code]


def test_a_renamed_dossier_is_known_by_itself(root):
    other = dossier_of(root).rename(root / "Gözden geçirilmiş.docx")
    with editing(other) as story:
        story.paragraph("Bizi").add(" Bekleriz.")
    found, _ = returned(root, other)
    assert (found.spec.path, len(found.edits)) == ("evaluator/dossier.tr.docx", 1)


def test_a_language_that_the_project_lacks_is_named(root):
    settings = root / "portfolio.yaml"
    settings.write_text(settings.read_text(encoding="utf-8").replace("[tr, en]", "[en]"), encoding="utf-8")
    assert refused(root) == ["edited.edition"]


BEGINS = ["Komşu okullara", "Ayşe Y. stantları", "Bizi", "İki okula", "Her yıl"]
WORDS = st.text(alphabet="abğşıİ *_[]#>-.(),’“”12<&\\`", min_size=1, max_size=20).filter(lambda text: text.strip())
ACTS = st.lists(
    st.tuples(st.sampled_from(["say", "add", "after", "delete"]), st.sampled_from(BEGINS), WORDS),
    min_size=1,
    max_size=4,
)


@pytest.mark.slow
@settings(
    max_examples=10,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(acts=ACTS)
def test_after_taking_back_a_new_dossier_says_what_the_person_wrote(school, tmp_path_factory, acts):
    folder = tmp_path_factory.mktemp("any")
    shutil.copytree(school.with_name("okul-cache"), folder / "okul-cache")
    root = Path(shutil.copytree(school, folder / "okul"))
    path = dossier_of(root)
    with editing(path) as story:
        for act, begin, words in acts:
            for each in [each for each in story.paragraphs() if each.text.startswith(begin)]:
                each.delete() if act == "delete" else getattr(each, act)(words)
    found, back = returned(root, path)
    kept = {problem.code for problem in (*found.problems, *back.problems)}
    gone = {"edited.gone", "edited.outside-added", "edited.outside-changed", "edited.outside-removed"}
    assert kept <= ({"edited.name"} | gone if "edited.gone" in kept else {"edited.name"})
    write_files(back)
    if not kept:
        edits, again = returned(root, path)
        assert (edits.edits, again.files) == ((), ())
        person = {edit.field.key: edit.after for edit in found.edits}
        new = contents_of(read_story(write_dossier(root))).fields.values()
        assert {each.lines for each in new} >= set(person.values())
    assert "<!-- Sevgili öğretmen: buraya yaz. -->" in (root / "narrative" / "model.tr.md").read_text(encoding="utf-8")
    assert survey_of(root)[0].project.narratives.texts.keys() <= {"model", "model/plan"}
