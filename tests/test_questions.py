"""A stranger asks about pieces of the demo school and two more: `explain` and `why-not` answer, with places."""

import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator
from pieces import caption, piece, sourced
from projects import TODAY, load, photograph, portfolio

from portfolio.build.explain import explain, numbers_of
from portfolio.build.meant import find_meant
from portfolio.build.readiness import find_readiness
from portfolio.build.release import Release, release_of
from portfolio.build.survey import take_survey
from portfolio.build.whynot import why_not
from portfolio.cli.described import described_in, described_lines
from portfolio.cli.explained import piece_lines
from portfolio.cli.explained_json import piece_json
from portfolio.cli.words import read_words
from portfolio.consent.register import scopes_in
from portfolio.handedover import Copy
from portfolio.intake.voices import voices
from portfolio.model.clearance import HANDED_OUT
from portfolio.model.events import silent
from portfolio.model.evidence import Kind, Quotation
from portfolio.model.problem import Place
from portfolio.resources import PACKAGE

ROOT = Path(__file__).resolve().parents[1]
SCHEMA = json.loads((PACKAGE / "cli" / "schema.json").read_text(encoding="utf-8"))
WORDS = {language: read_words(language) for language in ("en", "tr")}
NOTE = "Rol model okul olarak komşu okullara açık gün düzenledik, öteki okullara mentorluk yaptık."


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """The demo school with a photo in a ZIP, a note that words alone speak for, and a text that names a piece."""
    root = tmp_path_factory.mktemp("demo") / "okul"
    root.mkdir()
    for name in ("portfolio.yaml", "consent.csv", "pupils.csv", "decisions.csv"):
        shutil.copy(ROOT / name, root)
    for folder in ("evidence", "narrative"):
        shutil.copytree(ROOT / folder, root / folder)
    picture = root / "kar.jpg"
    photograph(picture, colour="plum", at=(0, 2))
    with zipfile.ZipFile(root / "evidence" / "4-rol-model" / "komşudan.zip", "w") as archive:
        archive.write(picture, "gün/kar.jpg")
    picture.unlink()
    (root / "evidence" / "gelen" / "komşu okullar.txt").write_text(NOTE, encoding="utf-8")
    for text in (root / "narrative").glob("model.*.md"):  # no text for one criterion
        before, _, behind = text.read_text(encoding="utf-8").partition("## open-days")
        text.write_text(before + "## plan" + behind.partition("## plan")[2], encoding="utf-8")
    (root / "narrative" / "model.tr.md").write_text("Kapımız açık [[E-bc5c]].\n", encoding="utf-8")
    return root


@pytest.fixture(scope="module")
def survey(root):
    return take_survey(load(root), today=TODAY, report=silent)


@pytest.fixture
def ask(survey):
    """What is told of a piece: the values, and the words in a language."""

    def asked(said, language="en", copies=()):
        numbers = numbers_of(survey)
        meant = find_meant(said, survey, numbers)
        assert not meant.is_nothing, meant
        told = [explain(item, survey, numbers=numbers, written=(), copies=copies) for item in meant.pieces]
        lines = [line for each in told for line in piece_lines(each, survey, WORDS[language])]
        return meant, told, "\n".join(lines)

    return asked


def targets(links):
    return [link.target for link in links]


def allowed(told):
    return {str(each.audience): each.allowed for each in told.clearances}


def test_a_photo_in_a_folder(ask):
    _, (told,), said = ask("4-rol-model\\IMG_20260509_103355.jpg")
    assert targets(told.links) == ["model/open-days", "collaboration/sharing"]
    assert (told.number, told.texts) == ("4.1", (Place(file="narrative/model.tr.md", line=1),))
    assert "title: Açık gün | Open day | Öppet hus (caption sheet, 4-rol-model/altyazılar.csv:2)" in said
    assert "date: 2026-05-09 (inside the picture, 4-rol-model/IMG_20260509_103355.jpg)" in said
    assert "decisions.csv:6: pillar = model/open-days (Defne Bulutsever, 2026-11-12): açık gün" in said
    assert "→ evaluator: yes – nobody can be recognised" in said
    assert "named in narrative/model.tr.md:1" in said
    assert f"    portfolio map --set {told.item.id} PILLAR/CRITERION" in said.splitlines()


def test_for_each_target_it_is_said_how_recent_a_piece_is_and_what_carries_it(ask):
    _, (told,), said = ask("4-rol-model\\IMG_20260509_103355.jpg")
    assert said.count("(decided, recent, decisions.csv:") == len(told.links) == 2
    assert "no text uses it" not in said
    _, _, turkish = ask("4-rol-model\\IMG_20260509_103355.jpg", "tr")
    assert "(karar, güncel, decisions.csv:6)" in turkish
    _, (other,), uncited = ask("Öğrenci elçisi belgesi - Ada B..pdf")
    assert (other.is_placed, other.texts) == (True, ())
    assert "– no text uses it" in uncited


def test_a_certificate(ask):
    _, (told,), said = ask("Öğrenci elçisi belgesi - Ada B..pdf")
    assert "certificate, pupil’s certificate, 1 page, no. 3." in said
    assert "holder: Ada B. (the file’s own words" in said
    assert "title: Öğrenci Elçisi Belgesi (from the file’s properties" in said.partition("does not hold")[2]
    assert allowed(told) == {"evaluator": True, "print": True, "web": False}
    assert "3-ogrenciler/captions.xlsx" in told.descriptions


def test_a_row_of_a_list_of_projects(ask):
    _, (told,), said = ask("E-96150036b8.2")
    assert "project: The Garden That Wrote Letters (the file’s own words, 2-isbirligi/projeler 2025-2026.csv:3)" in said
    assert [each.id[-2:] for each in told.siblings] == [".1", ".3"]
    meant, several, _ = ask("projeler 2025-2026.csv")
    assert (meant.file.file, len(several)) == ("2-isbirligi/projeler 2025-2026.csv", 3)


def test_a_photo_in_an_archive(ask):
    _, (told,), said = ask("4-rol-model/komşudan.zip/gün/kar.jpg")
    assert told.item.files == ("4-rol-model/komşudan.zip/gün/kar.jpg",)
    assert targets(told.links) == ["model"]
    assert (
        "4 Models for other schools: folder “4-rol-model” (by folder, recent, 4-rol-model/komşudan.zip/gün/kar.jpg)"
        in said
    )
    assert allowed(told) == {"evaluator": False, "print": False, "web": False}
    assert "So that it can be shown: write who is in it" in said
    meant, none, _ = ask("komşudan.zip")
    assert (str(meant.file.state), none) == ("used", [])


def test_a_quotation_whose_speaker_did_not_agree(ask):
    _, (told,), said = ask("e-6a65fd6cef.4")
    assert "agreed to be quoted: no (the file’s own words, 3-ogrenciler/görüşler.csv:5)" in said
    assert "evaluator: no – the speaker did not agree to this use" in said
    assert targets(told.others) == ["students"]
    assert "leave it out, and use another voice" in said
    assert "cover" not in said


def test_a_duplicate(ask):
    meant, (told,), said = ask("gelen/IMG_20251014_101532 (1).jpg")
    assert str(meant.file.state) == "duplicate"
    assert told.item.files[0] == "1-ortak-liderlik/IMG_20251014_101532.jpg"
    assert "the same as 1-ortak-liderlik/IMG_20251014_101532.jpg" in said
    assert "1 more file has the very same content: together they are one piece" in said


def test_a_project_that_is_told_in_two_files(ask):
    _, (told,), said = ask("Tales the Wind Carried.yaml")
    assert told.item.files == ("2-isbirligi/Tales the Wind Carried.yaml", "gelen/proje listesi.xlsx")
    assert "one project, told in 2 files" in said
    assert "the very same content" not in said


def test_an_answer_without_names_is_told_and_names_are_not(ask):
    _, _, said = ask("Tales the Wind Carried.yaml")
    assert "decisions.csv:10: people = nobody (" in said
    assert "(names stand only where they were written)" not in said


def test_what_would_let_it_be_seen_is_said_for_each_audience(ask):
    _, _, said = ask("E-5a4f")
    assert "– evaluator, print: So that it can be shown: ask the people in it" in said
    assert "– web: Somebody in it said no to this use" in said
    _, _, same = ask("E-3091")
    assert "– So that it can be shown: write who is in it" in same  # all audiences ask for the same


def test_an_excluded_one(ask):
    _, (told,), said = ask("3-ogrenciler/IMG_20251008_131522.jpg")
    assert not told.is_placed
    assert "you left it out: bulanık, aynı günden daha iyisi var" in said
    assert "would prove: 3 Agents of change: folder “3-ogrenciler”" in said
    assert allowed(told) == {"evaluator": False, "print": False, "web": False}
    assert "– nobody: you left it out" in said
    assert "evaluator: yes" not in said
    assert f"portfolio map --include {told.item.id}" in said


def test_a_withdrawn_one_and_who_has_a_copy(ask):
    copy = Copy(
        artefact="evaluator/dossier.tr.pdf", to="Masal Birimi", on="2026-05-01", sha256="", pieces=("E-d8f49915ca",)
    )
    _, (told,), said = ask("E-d8f4", copies=(copy,))
    assert "evaluator: no – a consent was withdrawn" in said
    assert "evaluator/dossier.tr.pdf, given to Masal Birimi on 2026-05-01: it may no longer be shown there" in said
    assert [each.allowed for each in told.copies] == [False]
    assert f"number {told.number} is kept for it, but nobody is shown it" in said


def test_an_unplaced_one_with_suggestions(ask):
    _, (told,), said = ask("gelen/komşu okullar.txt")
    assert told.links == ()
    first = told.others[0]
    assert (first.target, str(first.strength)) == ("model", "suggested")
    assert "not placed yet" in said
    assert "perhaps: 4 Models for other schools: words “" in said
    assert f"portfolio map --set {told.item.id} {first.target}" in said


def test_a_broken_file_and_others_that_are_no_pieces(ask):
    states = {
        "gelen/IMG_20260401_090000.jpg": "quarantined",
        "2-isbirligi/desktop.ini": "ignored",
        "2-isbirligi/captions.csv": "description",
        "~$ftalık program 3-B.xlsx": "ignored",
    }
    for said, state in states.items():
        meant, told, _ = ask(said)
        assert (str(meant.file.state), told) == (state, [])


def test_nobody_who_stands_in_a_list_is_named(survey, root):
    """Who is in a picture stands nowhere but where it was written; captions are told as their authors wrote them."""
    numbers = numbers_of(survey)
    told = [explain(item, survey, numbers=numbers, written=(), copies=()) for item in survey.catalogue.items]
    documents = [piece_json(each, WORDS["en"]) for each in told]
    for each in documents:
        each["known"] = [known for known in each["known"] if known["field"] != "caption"]
    everything = json.dumps(documents, ensure_ascii=False)
    pupils = re.findall(r"^([^;\n]+);pupil", (root / "consent.csv").read_text(encoding="utf-8-sig"), re.MULTILINE)
    assert len(pupils) > 50
    assert [name for name in pupils if name != "Ada B." and name in everything] == []


def test_it_says_the_same_in_turkish(ask):
    _, _, said = ask("IMG_20260509_103355", "tr")
    assert "başlık: Açık gün | Open day | Öppet hus (altyazı tablosu, 4-rol-model/altyazılar.csv:2)" in said
    assert "→ değerlendirici: evet – kimse tanınmıyor" in said
    assert "{" not in said


def standing(survey, target):
    return why_not(target, survey, find_readiness(survey), "en")


def test_a_criterion_that_is_proven(survey):
    found = standing(survey, "model/open-days")
    assert [each.item.files[0] for each in found.seen] == ["4-rol-model/IMG_20260509_103355.jpg"]
    assert [each.link.origin for each in found.counting] == ["decisions.csv:6"]
    assert "4-rol-model/veli anketi 2026.csv" in {
        survey.catalogue.item(link.item).files[0] for link in found.pillar_only
    }
    assert dict(found.texts) == dict.fromkeys(("tr", "en", "sv"), "missing")


def test_a_pillar_and_what_does_not_count_for_it(survey):
    found = standing(survey, "model")
    assert {each.evaluator.why.code for each in found.withheld} == {"clearance.unknown", "clearance.not-agreed"}
    assert "gelen/komşu okullar.txt" in [survey.catalogue.item(link.item).files[0] for link in found.suggested]
    assert dict(found.texts) == dict.fromkeys(("tr", "en", "sv"), "own")
    assert "open day" in found.helps
    students = standing(survey, "students")
    assert [item.files[0] for item, _ in students.left_out] == ["3-ogrenciler/IMG_20251008_131522.jpg"]


SURVEY = "4-rol-model/veli anketi 2026.csv"


def test_a_survey_of_many_voices_is_proposed_for_nothing_that_its_words_do_not_name(survey):
    criteria = (line for pillar in survey.framework.all_pillars for line in pillar.criteria)
    for target in (f"{line.pillar}/{line.key}" for line in criteria):
        proposed = standing(survey, target).proposed
        if proposed and survey.catalogue.item(proposed.item).files[0] == SURVEY:
            assert target == "model/open-days"  # “Açık günde kapıyı …”
            assert proposed.rationale.code in {"placed.words", "placed.words-sure"}


def test_what_is_described_as_just_this_goes_before_what_lies_near(root, capsys):
    portfolio("why-not", "mentoring", root=root)
    todo = capsys.readouterr().out.partition("What to do")[2]
    assert "portfolio explain E-3091d00828" in todo  # described as mentoring, and not shown
    assert "map --set" not in todo
    assert "write “model/mentoring” into the column “pillar”" in todo  # its folder would not make it count for this
    assert "narrative/model.en.md (## mentoring)" in todo


def test_of_a_plan_it_says_which_file_to_write(root, capsys):
    portfolio("why-not", "plan/model", root=root)
    said = capsys.readouterr().out
    assert "map --set" not in said
    assert "E-" not in said
    todo = said.partition("What to do")[2]
    assert "narrative/model.tr.md (## plan)" in todo
    assert "evidence/" not in todo
    portfolio("why-not", "plan/students", root=root)
    assert "Nothing: the plan is written" in capsys.readouterr().out


def test_a_plan_is_a_text(survey):
    found = standing(survey, "plan/students")
    assert (found.is_plan, found.text_key, found.counting, found.helps) == (True, "students/plan", (), ())
    assert dict(found.texts)["tr"] == "own"
    assert dict(standing(survey, "plan/model").texts)["tr"] == "original"  # only the others have one here


def test_every_reason_has_something_to_do():
    photo = piece("a.jpg")
    assert release_of("clearance.unknown", photo) is Release.PEOPLE
    assert release_of("clearance.withdrawn", photo) is Release.RESPECT
    assert release_of("clearance.not-registered", photo) is Release.CONSENT


@pytest.mark.parametrize(
    ("answer", "code", "release"),
    [
        ("yes", "not-agreed", Release.VOICE),
        ("değerlendirici", "not-agreed", Release.VOICE),
        ("no", "not-agreed", Release.OTHER_VOICE),
        ("yes", "withdrawn", Release.OTHER_VOICE),
    ],
)
def test_nobody_covers_a_voice(answer, code, release):
    voice = piece("a.csv", kind=Kind.QUOTATION, quotation=Quotation(text=caption("Güzeldi."), agreed=sourced(answer)))
    assert release_of(f"clearance.{code}", voice) is release


@pytest.mark.parametrize("language", WORDS)
def test_what_a_voice_needs_is_an_answer_that_is_understood(language):
    said, *columns = re.findall("“([^”]+)”", WORDS[language].say("releases.voice"))[2:]
    assert scopes_in(said) == (tuple(HANDED_OUT), ())
    assert [voices().columns.field_of(column)[0] for column in columns] == ["quotation", "speaker", "consent"]


@pytest.mark.parametrize("arguments", [("explain", "bc5c"), ("explain", "captions.csv"), ("why-not", "students")])
def test_they_answer_programs(root, arguments, capsys):
    code = portfolio(*arguments, "--json", root=root)
    document = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(document)
    assert document["command"] == arguments[0]
    assert code == (2 if arguments[1] == "captions.csv" else 0)


def test_they_say_the_same_number_and_strength(root, capsys):
    portfolio("check", root=root)
    table = capsys.readouterr().out
    mentoring = next(line for line in table.splitlines() if "mentors schools" in line)
    assert "thin; fair if 1 piece could be shown" in mentoring
    assert mentoring.split()[-3:] == ["2", "1", "1"]
    portfolio("why-not", "mentoring", root=root)
    said = capsys.readouterr().out
    assert (
        "There is evidence for it: 2 pieces, 1 of them not shown to the evaluator, leaving these aside, 1 recent"
        in said
    )
    assert "Strength: thin; fair if 1 piece could be shown. To be stronger it lacks: 1 more piece" in said
    portfolio("why-not", "management-involved", root=root)
    assert "Strength: thin, only old." in capsys.readouterr().out


def test_they_answer_people_in_turkish(root, capsys):
    assert portfolio("why-not", "rol model", root=root, language="tr") == 0
    said = capsys.readouterr().out
    assert "Kanıtı var:" in said
    assert "bir izin" in said or "söylenmemiş" in said
    assert portfolio("why-not", "rol modle", root=root, language="tr") == 2
    assert "mi demek istediniz?" in capsys.readouterr().out


def test_reasons_and_names_are_in_the_language_asked_for(ask):
    _, _, said = ask("gelen/komşu okullar.txt", "en")
    assert "informing other schools" in said
    assert "öteki okulları bilgilendirme" not in said
    _, _, said = ask("IMG_20260509_103355", "tr")
    assert (
        "→ 4 Diğer okullara rol model olma / Okul kapılarını açar, eTwinning’de neler yaptığını gösterir: siz" in said
    )
    assert "decisions.csv:6: unsur = model/open-days" in said
    assert "/ open-days" not in said


def test_a_copy_says_whether_it_may_be_deleted(ask):
    _, (told,), said = ask("gelen/IMG_20251014_101532 (1).jpg")
    (copy,) = told.spare
    assert (copy.file, copy.is_free) == ("gelen/IMG_20251014_101532 (1).jpg", True)
    assert "you may delete gelen/IMG_20251014_101532 (1).jpg: the same content lies at 1-ortak-liderlik/" in said


def test_a_caption_sheet_is_told_by_its_lines(survey):
    found = described_in("3-ogrenciler/captions.xlsx", survey)
    lines = list(described_lines(found, WORDS["en"]))
    assert len(lines) == 9
    assert lines[0].startswith("line 2: 3-ogrenciler/")
    assert "people: " in lines[0]
    assert list(described_lines(found * 4, WORDS["tr"]))[-1] == "ve 16 tane daha"


def test_a_criterion_asked_as_a_piece_and_a_piece_asked_as_a_criterion(root, capsys):
    portfolio("explain", "open-days", root=root)
    assert "portfolio why-not model/open-days" in capsys.readouterr().out
    portfolio("why-not", "E-bc5c", root=root, language="tr")
    assert 'portfolio explain "E-bc5c"' in capsys.readouterr().out
