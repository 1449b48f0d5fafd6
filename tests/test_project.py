import json
from datetime import date
from pathlib import Path

import jsonschema
import pytest
import yaml

from portfolio.errors import ProjectError
from portfolio.model.framework import Conditions, Round
from portfolio.model.problem import Place
from portfolio.model.project import Figures, Funding, FundingBasis, Label, LabelStatus
from portfolio.model.text import LocalText
from portfolio.project import document_languages, project_schema, read_project

ROOT = Path(__file__).resolve().parents[1]
LEAST = "school: {name: Işıltı İlkokulu, country: tr}\nlanguages: [tr]\n"


@pytest.fixture
def root(tmp_path):
    """A project folder with a blank and Turkish letters in its name, and an empty evidence folder."""
    folder = tmp_path / "Işıltı İlkokulu"
    (folder / "evidence").mkdir(parents=True)
    return folder


@pytest.fixture
def cache(tmp_path):
    return tmp_path / "cache"


def write(root, text, encoding="utf-8"):
    (root / "portfolio.yaml").write_text(text, encoding=encoding)
    return root


def faults(root, cache):
    with pytest.raises(ProjectError) as stop:
        read_project(root, cache)
    return [(p.code, p.where.line, dict(p.values)) for p in stop.value.problems]


def test_name_country_and_language_are_enough(root, cache):
    project, problems = read_project(write(root, LEAST), cache)
    assert problems == ()
    assert (project.root, project.evidence, project.output, project.cache) == (
        root,
        root / "evidence",
        root / "output",
        cache,
    )
    assert (project.school.name, project.school.country) == ("Işıltı İlkokulu", "TR")
    assert project.languages == ("tr",)
    assert project.label == Label(status=LabelStatus.NONE)
    assert project.funding == Funding(basis=FundingBasis.NONE)
    assert (project.round, project.edition_on) == (None, None)
    assert project.artefacts == (
        *("dossier", "bundle", "upload", "application", "poster-mission", "plaque", "info-sheet"),
    )
    assert (project.framework, project.theme, project.max_exhibits) == ("etwinning-school", "base", 40)
    assert not project.evaluator_default
    assert (project.narratives.texts, project.decisions) == ({}, ())


def test_everything_that_may_be_said(root, cache):
    (root / "logo ş.svg").write_text("\ufeff\n<svg/>", encoding="utf-8")
    (root / "narrative").mkdir()
    (root / "narrative" / "school.md").write_text("Okulumuz", encoding="utf-8")
    (root / "decisions.csv").write_text("file;field;value\na.jpg;hero;yes\n", encoding="utf-8")
    (root / "kanıt").mkdir()
    text = """\
school:
  name: "Okul: Işıltı"
  country: TR
  website: www.example.org/okul
  email: okul@example.org
  pupils: 412
  founded: 1968
  motto: {tr: Işık, en: Light}
  logos: [logo ş.svg]
languages: [tr, en, tr]
label: {status: held, years: 2025–2026}
round: {name: 2027-28, opens_on: 2027-02-11, closes_on: 09.03.2027}
funding: {basis: grant, share: co-funded, programme: Erasmus+, number: 2024-1-X, disclaimer: Görüşler yazarlarındır.}
edition_on: 20.11.2026
artefacts: [plaque]
max_exhibits: 5
size_limit: 10,5 MB
consent: {evaluator_default: include}
folders: {evidence: kanıt, output: ../çıktı}
"""
    project, problems = read_project(write(root, text, "utf-16"), cache)
    assert problems == ()
    assert project.school.name == "Okul: Işıltı"
    assert (project.school.pupils, project.school.founded, project.school.logos) == (412, 1968, ("logo ş.svg",))
    assert project.school.motto == LocalText(texts=(("tr", "Işık"), ("en", "Light")))
    assert project.languages == ("tr", "en")
    assert project.label == Label(status=LabelStatus.HELD, years="2025-2026")
    assert project.label.last_day == date(2026, 12, 31)
    assert project.round == Round(
        name="2027-28",
        opens_on=date(2027, 2, 11),
        closes_on=date(2027, 3, 9),
        source="portfolio.yaml",
        sources={"opens_on": "portfolio.yaml:12", "closes_on": "portfolio.yaml:12"},
    )
    assert project.funding.share == "co-funded"
    assert project.funding.disclaimer == LocalText(texts=(("", "Görüşler yazarlarındır."),))
    assert project.edition_on == date(2026, 11, 20)
    assert (project.artefacts, project.max_exhibits, project.evaluator_default) == (("plaque",), 5, True)
    assert project.size_limit == 10_500_000
    assert (project.evidence, project.output) == (root / "kanıt", root.parent / "çıktı")
    assert project.narratives.texts == {"school": {"tr": "Okulumuz"}}
    assert [decision.file for decision in project.decisions] == ["a.jpg"]


def test_all_that_is_wrong_is_told_at_once_in_the_order_of_reading(root, cache):
    (root / "kötü.png").write_text("no picture")
    (root / "decisions.csv").write_text("id;file;fild;value\n")
    text = """\
school:
  nmae: Okul
  country: Türkiye
  website: javascript:alert(1)
  email: at home
  pupils: 1.250
  logos: [../x.png, yok.png, kötü.png]
languages: [tr, xx]
label:
  status: held
round: {opens_on: 2027-03-01, closes_on: 2027-02-01}
artefacts: [dosier]
theme: ../x
folders:
  evidence: kanıt
  output: kanıt/çıktı
"""
    assert faults(write(root, text), cache) == [
        ("yaml.misspelt-key", 2, {"key": "nmae", "nearest": "name"}),
        ("project.country", 3, {"key": "school.country", "value": "Türkiye"}),
        ("project.website", 4, {"key": "school.website", "value": "javascript:alert(1)"}),
        ("project.email", 5, {"key": "school.email", "value": "at home"}),
        ("yaml.whole", 6, {"key": "school.pupils", "value": "1.250"}),
        ("project.logo-outside", 7, {"file": "../x.png"}),
        ("project.logo-missing", 7, {"file": "yok.png"}),
        ("project.logo-format", 7, {"file": "kötü.png"}),
        ("project.language", 8, {"language": "xx", "known": ", ".join(document_languages(root, "base"))}),
        ("project.held-years", 9, {"key": "label"}),
        ("round.order", 11, {"key": "round", "opens": "2027-03-01", "closes": "2027-02-01"}),
        (
            "yaml.choice",
            12,
            {
                "key": "artefacts",
                "value": "dosier",
                "choices": "dossier, dossier-print, dossier-web, site, bundle, upload, application, "
                "poster-mission, poster-school, poster-project, "
                "poster-event, plaque, plaque-project, plaque-room, plaque-thanks, info-sheet, paste",
            },
        ),
        ("project.name", 13, {"key": "theme", "value": "../x"}),
        ("project.overlap", 15, {"inner": "output", "outer": "evidence", "folder": str(root / "kanıt" / "çıktı")}),
        ("project.no-evidence", 15, {"folder": "kanıt"}),
        ("decision.header", 1, {"column": "field", "expected": "id, file, field, value, by, on, because"}),
    ]


EMBLEM = f"""{LEAST}\
funding:
  basis: label
  prescribed_by: Masal
  statement: {{et: Rahastanud Euroopa Liit}}
  second_language: en
  arrangement: below
  inks: {{plaque: black}}
  artwork: {{tr: TR.svg, en: ../x.png}}
"""


def test_how_the_emblem_is_to_be_set(root, cache):
    (root / "TR.svg").write_text('<svg viewBox="0 0 45 10"/>', encoding="utf-8")
    project, _ = read_project(write(root, EMBLEM.replace("../x.png", "TR.svg")), cache)
    assert project.funding == Funding(
        basis=FundingBasis.LABEL,
        prescribed_by="Masal",
        statement=LocalText(texts=(("et", "Rahastanud Euroopa Liit"),)),
        second_language="en",
        arrangement="below",
        inks={"plaque": "black"},
        artwork=LocalText(texts=(("tr", "TR.svg"), ("en", "TR.svg"))),
    )
    assert project.funding.artworks == ("TR.svg",)


def test_official_artwork_has_to_be_there(root, cache):
    assert faults(write(root, EMBLEM), cache) == [
        ("project.artwork-missing", 10, {"file": "TR.svg"}),
        ("project.artwork-outside", 10, {"file": "../x.png"}),
    ]
    (root / "TR.eps").write_bytes(b"%!PS")
    text = EMBLEM.replace("{tr: TR.svg, en: ../x.png}", "TR.eps")
    assert faults(write(root, text), cache) == [("project.artwork-format", 10, {"file": "TR.eps"})]
    for name, content in (("TR.png", b"\x89PNG and no more"), ("TR.svg", b"<svg/>")):  # whose proportions nobody knows
        (root / name).write_bytes(content)
        text = EMBLEM.replace("{tr: TR.svg, en: ../x.png}", name)
        assert faults(write(root, text), cache) == [("project.artwork-format", 10, {"file": name})]


def test_a_round_that_no_pack_knows_is_what_the_school_says_of_it(root, cache):
    text = f"""{LEAST}\
round:
  name: 2027-28
  closes_on: 2027-03-09
  conditions: {{registered_by: 2025-01-01, teachers: 3, label_until: 2027-02-01}}
  form: five-pillars
eligibility:
  registered_on: 12.09.2019
  active_teachers: 4
"""
    project, _ = read_project(write(root, text), cache)
    assert project.round.conditions == Conditions(
        registered_by=date(2025, 1, 1), teachers=3, label_until=date(2027, 2, 1)
    )
    assert [part.asks for part in project.round.form.parts] == ["question", "statements", "plans"]
    assert project.round.source_of("label_until") == "portfolio.yaml:6"
    assert project.round.opens_on is None
    assert project.figures == Figures(registered_on=date(2019, 9, 12), active_teachers=4)
    bare, _ = read_project(write(root, LEAST + "round: {name: 2027-28}\n"), cache)
    assert (bare.round.conditions, bare.round.form, bare.figures) == (Conditions(), None, Figures())


def test_what_a_school_does_not_say_of_a_known_round_the_pack_says_with_its_source(root, cache):
    text = LEAST + "round: {name: 2025/2026, closes_on: 2025-03-03, conditions: {teachers: 2}}\n"
    own = read_project(write(root, text), cache)[0].round
    assert (own.name, own.opens_on, own.closes_on) == ("2025/2026", date(2025, 1, 20), date(2025, 3, 3))
    assert (own.conditions.teachers, own.conditions.registered_by) == (2, date(2023, 1, 9))
    assert own.form.key == "five-pillars"
    assert own.source_of("teachers") == own.source_of("closes_on") == "portfolio.yaml:3"
    assert {own.source_of(name)[:5] for name in ("opens_on", "registered_by", "form")} == {"Sure."}


@pytest.mark.parametrize(
    ("said", "fault"),
    [
        (
            "round: {name: 2026-27, opens_on: 2026-03-20}",
            ("round.order", 3, {"opens": "2026-03-20", "closes": "2026-03-10"}),
        ),
        ("round: {form: five-pilars}", ("round.misspelt-form", 3, {"form": "five-pilars", "nearest": "five-pillars"})),
        (
            "round: {form: ten questions}",
            ("round.form", 3, {"form": "ten questions", "known": "six-criteria, four-groups, five-pillars"}),
        ),
        (
            "round: {conditions: {label_from: 2026-01-02, label_until: 2026-01-01}}",
            ("round.label-order", 3, {"key": "round.conditions", "first": "2026-01-02", "last": "2026-01-01"}),
        ),
        (
            "round: {closes_on: 2027-03-09, conditions: {registered_by: 2072-01-01}}",
            ("round.condition-late", 3, {"name": "registered_by", "day": "2072-01-01", "last": "2027-03-09"}),
        ),
        (
            "round: {conditions: {teachers: 0}}",
            ("yaml.too-small", 3, {"key": "round.conditions.teachers", "value": "0", "limit": "1"}),
        ),
        (
            "round: {conditions: {registred_by: 2024-01-01}}",
            ("yaml.misspelt-key", 3, {"key": "registred_by", "nearest": "registered_by"}),
        ),
        (
            "eligibility: {registered_on: yesterday}",
            ("yaml.day", 3, {"key": "eligibility.registered_on", "value": "yesterday"}),
        ),
    ],
)
def test_nonsense_about_a_round_is_named_with_its_line(root, cache, said, fault):
    assert faults(write(root, f"{LEAST}{said}\n"), cache) == [fault]


def test_figures_that_cannot_both_be_true(root, cache):
    text = """\
school: {name: a, country: SE, teachers: 20, founded: 1968}
languages: [sv]
eligibility:
  active_teachers: 40
  registered_on: 1960-01-01
"""
    assert faults(write(root, text), cache) == [
        ("project.active-teachers", 4, {"active": "40", "teachers": "20"}),
        ("project.registered-early", 5, {"day": "1960-01-01", "founded": "1968"}),
    ]


@pytest.mark.parametrize("years", ["2025", "2025-2027", "2026-2025", "25-26"])
def test_years_follow_each_other(root, cache, years):
    text = f"{LEAST}label: {{status: expired, years: {years}}}\n"
    assert faults(write(root, text), cache) == [("project.years", 3, {"key": "label.years", "value": years})]


def test_lists_are_not_empty(root, cache):
    text = "school: {name: a, country: SE}\nlanguages: []\n"
    assert faults(write(root, text), cache) == [("yaml.empty", 2, {"key": "languages"})]


def test_a_file_that_is_no_yaml_stops_with_its_place(root, cache):
    assert faults(write(root, "school:\n\tname: x\n"), cache) == [("yaml.tab", 2, {})]


def test_a_folder_without_the_file_stops(root, cache):
    assert faults(root, cache) == [("project.no-file", None, {})]


def test_without_evidence_it_says_what_to_make(root, cache):
    (root / "evidence").rmdir()
    assert faults(write(root, LEAST), cache) == [("project.no-evidence", None, {"folder": "evidence"})]


@pytest.mark.parametrize(
    ("evidence", "output", "inner", "outer"),
    [
        ("evidence", "evidence", "evidence", "output"),
        ("evidence", "evidence/out", "output", "evidence"),
        ("evidence/photos", "evidence", "evidence", "output"),
        ("evidence", "link/out", "output", "evidence"),
        ("evidence", "EVIDENCE/../evidence/x", "output", "evidence"),
    ],
)
def test_evidence_and_output_never_lie_in_each_other(root, cache, evidence, output, inner, outer):
    (root / "evidence" / "photos").mkdir()
    (root / "EVIDENCE").mkdir(exist_ok=True)
    if output.startswith("link"):
        link(root / "link", root / "evidence")
    text = f"{LEAST}folders: {{evidence: {evidence}, output: {output}}}\n"
    ((code, line, values),) = faults(write(root, text), cache)
    assert (code, line, values["inner"], values["outer"]) == ("project.overlap", 3, inner, outer)


def link(path, target):
    try:
        path.symlink_to(target, target_is_directory=True)
    except OSError:
        pytest.skip("this system allows no links here")


@pytest.mark.parametrize(("inside", "outer"), [("evidence/.cache", "evidence"), ("output/cache", "output")])
def test_the_cache_lies_in_neither(root, inside, outer):
    ((code, _, values),) = faults(write(root, LEAST), root / inside)
    assert (code, values["inner"], values["outer"]) == ("project.overlap", "cache", outer)


@pytest.mark.parametrize("folder", [".", ".."])
def test_no_folder_holds_the_project(root, cache, folder):
    codes = [code for code, *_ in faults(write(root, f"{LEAST}folders: {{output: {folder}}}\n"), cache)]
    assert codes == ["project.folder-above"]


def test_a_link_that_leads_in_a_circle_is_named(root, cache):
    link(root / "loop", root / "loop")
    codes = [code for code, *_ in faults(write(root, f"{LEAST}folders: {{evidence: loop}}\n"), cache)]
    assert codes in (["project.folder"], ["project.no-evidence"])


def test_lines_that_decide_nothing_do_not_stop_a_run(root, cache):
    (root / "decisions.csv").write_text("file;field;value\na.jpg;piller;model\n", encoding="utf-8")
    project, problems = read_project(write(root, LEAST), cache)
    assert project.decisions == ()
    assert [(p.code, p.where) for p in problems] == [
        ("decision.misspelt-field", Place(file="decisions.csv", line=2)),
    ]


def test_languages_are_those_with_document_words(root, cache):
    assert {"en", "tr", "sv"} <= set(document_languages(root, "base"))
    own = root / "templates" / "ours" / "messages"
    own.mkdir(parents=True)
    (own / "fi.yaml").write_text("a: b\n")
    text = "school: {name: a, country: FI}\nlanguages: [fi, en-GB]\ntheme: ours\n"
    assert read_project(write(root, text), cache)[0].languages == ("fi", "en-GB")


def test_the_schema_is_one_and_agrees_about_the_demo_school():
    schema = project_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    typed = yaml.safe_load((ROOT / "portfolio.yaml").read_text(encoding="utf-8"))
    plain = json.loads(json.dumps(typed, default=str))
    jsonschema.validate(plain, schema)
    with pytest.raises(jsonschema.ValidationError, match="languges"):
        jsonschema.validate(plain | {"languges": []}, schema)
