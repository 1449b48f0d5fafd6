"""The shipped pack says what its sources say; any other pack is read the same way, and all its faults at once."""

import hashlib
import json
import re
from datetime import date

import jsonschema
import pytest
import yaml

from portfolio.errors import ProjectError
from portfolio.framework import read_framework
from portfolio.frameworkfile import pack_schemas
from portfolio.i18n import fold
from portfolio.model.framework import PAIR, PUPIL_CERTIFICATE, Asked, Conditions
from portfolio.pillarnames import bare_name, names_of
from portfolio.resources import frameworks_folder

LANGUAGES = ("en", "tr", "sv")

PILLARS = """
pillars:
  branches:
    number: 2
    titles: {en: {print: Branches, official: true, source: almanac}, cy: {print: Brigau, official: false, source: us}}
    bodies: {en: {print: They **bear** fruit., official: true, source: almanac}}
  roots:
    number: 1
    titles: {en: {print: Roots, official: true, source: almanac, match: [what holds]}}
    bodies: {en: {print: They hold., official: true, source: almanac}}
sources: {almanac: Orchard almanac 1911}
"""
MISSION = """
titles: {en: {print: An orchard, official: true, source: almanac}}
bodies: {en: {print: It grows., official: true, source: almanac}}
"""


@pytest.fixture(scope="module")
def pack():
    return read_framework("etwinning-school", None)


@pytest.fixture
def orchard(tmp_path):
    """Writes a pack named "orchard" into a project and gives the project's folder."""

    def write(**files):
        folder = tmp_path / "frameworks" / "orchard"
        (folder / "lexicon").mkdir(parents=True)
        for name, text in {"pillars": PILLARS, "mission": MISSION, **files}.items():
            (folder / f"{name.replace('__', '/')}.yaml").write_text(text, encoding="utf-8")
        return tmp_path

    return write


def faults(root, name="orchard"):
    with pytest.raises(ProjectError) as stopped:
        read_framework(name, root)
    return [
        (problem.code, problem.where.line if problem.where else None, dict(problem.values))
        for problem in stopped.value.problems
    ]


def test_the_english_mission_is_the_published_one_letter_by_letter(pack):
    mission = pack.mission
    parts = [mission.titles["en"].print, mission.bodies["en"].print]
    for pillar in pack.pillars:
        parts += [pillar.titles["en"].print, pillar.bodies["en"].print]
    # The digest of the text on the mission poster of 2025-2026, paragraphs parted by one blank line.
    assert hashlib.sha256("\n\n".join(parts).encode()).hexdigest() == (
        "34b3f0795c799f5ab15b4843836855f4c978a9ca52c3745cfa654aa7ce9058b2"
    )
    assert all(wording.official for wording in (mission.titles["en"], mission.bodies["en"]))
    assert re.findall(r"\*\*(.+?)\*\*", mission.bodies["en"].print) == [
        "school management",
        "school's policies, practices and professional development",
        "work together",
        "models",
        "better people, better learners, and more active citizens",
    ]


def test_pillars_stand_in_the_order_of_the_mission(pack):
    assert [(pillar.number, pillar.key) for pillar in pack.pillars] == [
        (1, "leadership"),
        (2, "collaboration"),
        (3, "students"),
        (4, "model"),
        (5, "inclusion"),
    ]
    assert [(bucket.number, bucket.key) for bucket in pack.buckets] == [(0, "e-safety")]


def test_attested_titles_are_official_and_our_renderings_are_not(pack):
    turkish = {pillar.key: pillar.titles["tr"] for pillar in pack.pillars}
    assert {key: (title.print, title.official) for key, title in turkish.items()} == {
        "leadership": ("Ortak liderlik", True),
        "collaboration": ("İşbirliği ve ekip çalışması", True),
        "students": ("Öğrenci temsilciliği", True),
        "model": ("Diğer okullara rol model olma", False),
        "inclusion": ("Sosyal içerme ve inovasyon", True),
    }
    assert "Diğer okulları için rol model olunması" in turkish["model"].match
    assert all(pillar.titles["sv"].official for pillar in pack.pillars)
    ours = [pillar.bodies[language] for pillar in (*pack.pillars, pack.mission) for language in ("tr", "sv")]
    ours += [text for bucket in pack.buckets for text in (*bucket.titles.values(), *bucket.bodies.values())]
    ours += [text for pillar in pack.pillars for line in pillar.criteria for text in line.wordings.values()]
    assert len(ours) > 80
    assert not any(text.official for text in ours)
    assert all("our" in text.source.casefold() for text in ours)
    assert not any("official" in fold(text.print) or "resmi" in fold(text.print) for text in ours)


def test_every_text_is_there_in_three_languages(pack):
    both = (*pack.pillars, *pack.buckets)
    for pillar in both:
        for texts in (pillar.titles, pillar.bodies, *(line.wordings for line in pillar.criteria)):
            assert set(LANGUAGES) <= set(texts), pillar.key
    assert all(4 <= len(pillar.criteria) <= 6 for pillar in pack.pillars)
    assert all(set(kind.titles) == set(LANGUAGES) for kind in pack.certificate_kinds)
    assert all(set(names) == set(LANGUAGES) for names in pack.countries.values())
    assert len(pack.concepts) > 25
    spoken_of = [concept for concept in pack.concepts if PAIR not in concept.key]
    # Names of programs are the same everywhere, and some words no other language needs; hints are single words.
    some = {"digital-tools", "visit", "timetable"}
    assert all(set(concept.titles) == set(concept.stems) for concept in spoken_of)
    assert all(
        {*LANGUAGES, "it", "de", "pl", "cs", "ro"} <= set(concept.stems)
        for concept in spoken_of
        if concept.key not in some and not concept.key.endswith("-hints")
    )
    assert {"hr", "sl"} <= set(pack.unverified) and not {*LANGUAGES, "de"} & set(pack.unverified)


def test_folders_that_a_project_begins_with_survive_every_system(pack):
    firsts = [pillar.folders[language][0] for pillar in (*pack.pillars, *pack.buckets) for language in LANGUAGES]
    firsts += [pack.inbox[language][0] for language in LANGUAGES]
    assert len(firsts) == 21
    assert [name for name in firsts if not re.fullmatch(r"[a-z0-9-]+", name)] == []


def test_a_round_has_a_source_and_only_days_that_are_known(pack):
    rounds = {each.name: each for each in pack.rounds}
    assert next(iter(rounds)) == "2018-19"
    assert list(rounds)[-1] == "2026-27"
    assert str(rounds["2026-27"].opens_on) == "2026-02-12"
    assert str(rounds["2026-27"].closes_on) == "2026-03-10"
    assert rounds["2018-19"].opens_on is None
    told = [each.source_of(name) for each in pack.rounds for name in ("opens_on", "teachers", "form")]
    assert all(source.startswith(("Sure.", "Single source.", "Unsure.")) for source in told)


def test_conditions_and_forms_change_from_round_to_round(pack):
    rounds = {each.name: each for each in pack.rounds}
    assert [each.conditions.teachers for each in pack.rounds] == [2, 2, 2, 2, None, 3, 3, 3, 3]
    assert [each.form.key if each.form else "" for each in pack.rounds] == [
        *["six-criteria"] * 3,
        "four-groups",
        "",
        *["five-pillars"] * 4,
    ]
    assert rounds["2025-26"].conditions == Conditions(
        registered_by=date(2023, 1, 9),
        teachers=3,
        teachers_since=date(2023, 1, 9),
        label_from=date(2022, 11, 9),
        label_until=date(2025, 1, 16),
        years=2,
    )
    assert rounds["2026-27"].conditions == Conditions(teachers=3, years=2)
    assert rounds["2022-23"].conditions == Conditions()


def test_a_form_says_what_it_asks_and_of_what(pack):
    assert [len(form.parts) for form in pack.forms.values()] == [6, 4, 3]
    parts = pack.forms["five-pillars"].parts
    assert [(part.asks, part.targets) for part in parts] == [
        (Asked.QUESTION, ("e-safety",)),
        (Asked.STATEMENTS, tuple(pillar.key for pillar in pack.pillars)),
        (Asked.PLANS, tuple(pillar.key for pillar in pack.pillars)),
    ]
    titles = [title for form in pack.forms.values() for part in form.parts for title in part.titles.values()]
    assert len(titles) == 39
    assert not any(title.official for title in titles)
    assert {language: title.print for language, title in pack.plans.items()}["en"] == "Our plan for the next two years"
    assert not any(title.official for title in pack.plans.values())


def test_no_name_of_a_certificate_stands_under_two_kinds(pack):
    owners = {}
    for kind in pack.certificate_kinds:
        for name in kind.names:
            owners.setdefault(fold(name), set()).add(kind.key)
    assert len(owners) > 100
    assert {name: kinds for name, kinds in owners.items() if len(kinds) > 1} == {}
    assert {"other", PUPIL_CERTIFICATE} <= {kind.key for kind in pack.certificate_kinds}


def test_what_clears_a_picture_could_be_nothing_else(pack):
    """ "none" and "unrecognisable" let a picture go out: no blank, no dash, no given name may be read as one."""
    letting_out = {fold(answer) for key in ("none", "unrecognisable") for answer in pack.answers[key]}
    assert "yok" in letting_out
    assert letting_out.isdisjoint({"", "-", "inga", "personne", "?", "ok"})
    answers = {key: {fold(answer) for answer in words} for key, words in pack.answers.items()}
    assert answers["yes"].isdisjoint(answers["no"])
    assert letting_out.isdisjoint(answers["unknown"])


def test_countries_have_todays_names(pack):
    assert pack.countries["TR"] == {"en": "Türkiye", "tr": "Türkiye", "sv": "Turkiet"}
    assert pack.countries["MK"]["en"] == "North Macedonia"
    assert pack.countries["CZ"]["en"] == "Czechia"
    assert pack.countries["NO"]["tr"] == "Norveç"
    assert len(pack.countries) > 45
    assert pack.countries_as_of == date(2026, 11, 26)


def test_every_country_has_one_tile_of_its_own(pack):
    assert set(pack.tiles) == set(pack.countries)
    assert len(set(pack.tiles.values())) == len(pack.tiles)
    assert all(column < 12 and row < 12 for column, row in pack.tiles.values())
    north, east = pack.tiles["NO"], pack.tiles["TR"]
    assert north[1] < pack.tiles["DK"][1] < pack.tiles["DE"][1] < pack.tiles["IT"][1] < pack.tiles["TN"][1]
    assert pack.tiles["PT"][0] < pack.tiles["ES"][0] < pack.tiles["IT"][0] < east[0] < pack.tiles["AZ"][0]


def test_names_are_compared_without_number_case_and_separators():
    assert bare_name("3-Öğrenciler") == bare_name("03. ogrenciler") == bare_name(" ÖĞRENCİLER ") == "ogrenciler"
    assert bare_name("5_İçerme-ve–İnovasyon") == "icerme ve inovasyon"
    assert bare_name("4") == "4"


def test_another_pack_needs_nothing_of_etwinning(orchard):
    root = orchard(
        criteria="criteria: {roots: {deep: {en: They go deep.}}}",
        concepts="concepts: {worms: {roots: 0.5}}",
        lexicon__en="concepts: {worms: {title: worms, stems: [earthworm]}}",
    )
    pack = read_framework("orchard", root)
    assert [(pillar.key, pillar.number) for pillar in pack.pillars] == [("roots", 1), ("branches", 2)]
    assert pack.targets == ("roots", "branches", "roots/deep", "plan/roots", "plan/branches")
    assert pack.pillars[0].titles["en"].source == "Orchard almanac 1911"
    assert names_of(pack.pillars[0]) == ("roots", "Roots", "what holds", "1-roots")
    assert pack.pillars[1].folders == {"en": ("2-branches",), "cy": ("2-branches",)}
    assert pack.inbox == {"cy": ("inbox",), "en": ("inbox",)}
    assert pack.concepts[0].stems == {"en": ("earthworm",)}
    assert (pack.rounds, pack.certificate_kinds, pack.column_names, pack.countries) == ((), (), {}, {})


def test_a_projects_own_file_goes_before_the_shipped_one(tmp_path, pack):
    folder = tmp_path / "frameworks" / "etwinning-school"
    folder.mkdir(parents=True)
    (folder / "criteria.yaml").write_text(
        'official: true\nsource: "the form"\ncriteria: {model: {doors: {en: "Open doors."}}}', encoding="utf-8"
    )
    own = read_framework("etwinning-school", tmp_path)
    assert [line.key for pillar in own.pillars for line in pillar.criteria] == ["doors"]
    assert own.pillars[3].criteria[0].wordings["en"].official
    assert own.mission == pack.mission


def test_a_school_names_its_certificates_itself(tmp_path, pack):
    folder = tmp_path / "frameworks" / "etwinning-school"
    folder.mkdir(parents=True)
    shipped = (frameworks_folder() / "etwinning-school" / "certificates.yaml").read_text(encoding="utf-8")
    own = "  reading-award:\n    titles: {en: Reading award}\n    names: [Okuma Ödülü]\n  other:\n"
    (folder / "certificates.yaml").write_text(shipped.replace("  other:\n", own), encoding="utf-8")
    kinds = {kind.key: kind for kind in read_framework("etwinning-school", tmp_path).certificate_kinds}
    assert kinds["reading-award"].names == ("Okuma Ödülü",)
    assert set(kinds) == {kind.key for kind in pack.certificate_kinds} | {"reading-award"}


# Names of the labels as support organisations write them, one of each kind and language family.
NAMES = {
    "school-label": ["eTwinning School Label", "Odznaka Szkoła eTwinning", "Ετικέτα Σχολείου eTwinning"],
    "national-quality-label": ["NQL", "Ulusal Kalite Etiketi", "Segell de Qualitat Nacional", "KOJ"],
    "european-quality-label": ["EQL", "Avrupa Kalite Etiketi", "Europees Kwaliteitslabel", "Label européen"],
    "project-participation": ["project participation certificate", "proje katılım sertifikası"],
    "professional-development": ["webinar certificate", "learning event certificate", "MOOC certificate"],
    "mobility": ["Erasmus+ mobility certificate"],
    "safer-internet-day": ["Safer Internet Day"],
    "code-week": ["Code Week Certificate of Excellence", "Code Week School Label"],
    "esafety-label": ["eSafety Label"],
    "pupil-certificate": ["pupil quality label", "eTwinning diploma"],
    "other": ["certificate of participation"],
}


def test_every_kind_of_certificate_has_its_names(pack):
    kinds = {kind.key: kind.names for kind in pack.certificate_kinds}
    assert kinds.keys() == NAMES.keys()
    assert {key: [name for name in names if name not in kinds[key]] for key, names in NAMES.items()} == {
        key: [] for key in NAMES
    }


def test_a_pack_that_is_not_there_is_named_with_those_that_are(tmp_path):
    assert faults(tmp_path, "etwining-school") == [
        ("framework.unknown", None, {"name": "etwining-school", "known": "etwinning-school"})
    ]
    assert faults(tmp_path, "../frameworks/etwinning-school")[0][0] == "framework.unknown"


def test_all_faults_of_a_pack_are_told_at_once(orchard):
    root = orchard(
        pillars=PILLARS.replace("number: 1", "number: one"),
        mission=MISSION.replace("titles", "titels"),
        rounds="rounds:\n- name: 2030\n  opens_on: soon\n  source: us",
        folders="folders:\n\troots: 1",
    )
    assert [(code, line) for code, line, _ in faults(root)] == [
        ("yaml.misspelt-key", 2),
        ("yaml.whole", 8),
        ("yaml.tab", 2),
        ("yaml.day", 3),
    ]


def test_a_file_that_every_pack_needs(tmp_path):
    folder = tmp_path / "frameworks" / "orchard"
    folder.mkdir(parents=True)
    (folder / "pillars.yaml").write_text(PILLARS, encoding="utf-8")
    assert [(code) for code, _, _ in faults(tmp_path)] == ["framework.missing"]


def test_english_must_be_there_for_others_to_fall_back_to(orchard):
    root = orchard(criteria="criteria: {roots: {deep: {cy: Yn ddwfn.}}}")
    assert [code for code, _, _ in faults(root)] == ["framework.no-english"]


def test_a_stem_needs_a_letter(orchard):
    root = orchard(
        concepts="concepts: {worms: {roots: 0.5}}",
        lexicon__en="concepts: {worms: {title: worms, stems: [worm, '=']}}",
    )
    assert [code for code, _, _ in faults(root)] == ["yaml.value"]


def test_files_of_a_pack_must_agree(orchard):
    root = orchard(
        pillars=PILLARS.replace("number: 1", "number: 2").replace("what holds", "Branches"),
        criteria="criteria:\n  root: {}",
        certificates="kinds: {}\nproject_targets: [fruit]",
        columns="columns:\n  title: [name]\n  file: [Name]",
        concepts="concepts:\n  worms:\n    rots: 1",
        lexicon__en="concepts:\n  wroms: {title: worms, stems: [worm]}",
    )
    assert faults(root) == [
        ("framework.target", 2, {"key": "root", "known": "branches, roots"}),
        ("framework.target", 2, {"key": "fruit", "known": "branches, roots"}),
        ("framework.target", 3, {"key": "rots", "known": "branches, roots"}),
        ("framework.concept", 2, {"key": "wroms"}),
        ("framework.number", 7, {"number": "2", "first": "branches", "second": "roots"}),
        ("framework.name", None, {"name": "branches", "first": "branches", "second": "roots"}),
        ("framework.heading", 3, {"name": "name", "first": "title", "second": "file"}),
    ]


@pytest.mark.parametrize(
    ("file", "text", "fault"),
    [
        ("countries", "countries: {TR: {en: Türkiye}}", "framework.countries-undated"),
        ("countries", "as_of: 2026-11-26\nsource: us\ncountries:\n  QQ: {en: Atlantis}", "framework.country"),
        ("tiles", 'rows: ["SE .. NO", "DK SE .."]', "framework.tile"),
        ("tiles", 'rows: ["SE .. QQ"]', "framework.tile"),
        ("criteria", "criteria:\n  roots:\n    plan: {en: Plan.}", "framework.key"),
        ("pillars", PILLARS.replace("  roots:", "  The Roots:"), "framework.key"),
        ("rounds", "rounds:\n- {name: a, source: us}\n- {name: a, source: us}", "framework.round-twice"),
        ("rounds", "rounds:\n- {name: a, source: us, form: long}", "framework.form"),
        (
            "rounds",
            "forms: {long: {source: us, parts: [{asks: plans, targets: [root], titles: {en: a}}]}}",
            "framework.target",
        ),
        ("rounds", "rounds:\n- {name: a, source: us, opens_on: 2030-02-01, closes_on: 2030-01-01}", "round.order"),
        (
            "rounds",
            "rounds:\n- {name: a, source: us, opens_on: 2030-02-01, conditions: {label_from: 2031-01-01, source: us}}",
            "round.condition-late",
        ),
        ("label", "about:\n- {says: {en: It holds.}, certainty: official}", "framework.unsourced"),
        ("label", "about:\n- {says: {en: It holds.}, certainty: reported, source: us}", "framework.source"),
        ("label", "elements:\n  nobody: {says: {en: It holds.}, certainty: ours}", "framework.target"),
        ("label", "benefits:\n  nobody: []", "yaml.unknown-key"),
    ],
)
def test_a_pack_that_cannot_be_right(orchard, file, text, fault):
    found = faults(orchard(**{file: text}))
    assert [code for code, _, _ in found] == [fault]


@pytest.mark.parametrize("name", list(pack_schemas()))
def test_the_files_of_a_pack_are_what_their_schemas_say(name):
    schema = pack_schemas()[name]
    jsonschema.Draft202012Validator.check_schema(schema)
    folder = frameworks_folder() / "etwinning-school"
    files = list(folder.glob("lexicon/*.yaml")) if name == "lexicon" else [folder / f"{name}.yaml"]
    assert files
    for file in files:
        typed = yaml.safe_load(file.read_text(encoding="utf-8"))
        plain = json.loads(json.dumps(typed, default=str))  # an editor sees days as texts
        jsonschema.validate(plain, schema)
        with pytest.raises(jsonschema.ValidationError):
            jsonschema.validate(plain | {"misspelt": 1}, schema)


def test_the_shipped_packs_are_the_ones_tested_here():
    assert [folder.name for folder in frameworks_folder().iterdir() if folder.is_dir()] == ["etwinning-school"]


def test_only_the_lexica_that_are_wanted_are_read():
    pack = read_framework("etwinning-school", None, lexica={"tr", "hr"})
    assert {language for concept in pack.concepts for language in concept.stems} == {"tr", "hr"}
    assert pack.unverified == ("hr",)
    assert pack.pillars == read_framework("etwinning-school", None).pillars


def test_what_etwinning_counts_has_its_year_and_its_source():
    numbers = read_framework("etwinning-school", None).numbers
    latest = {each.what["en"]: (each.number, each.more) for each in numbers if each.year == 2025}
    assert latest == {"teachers": (1_200_000, True), "schools": (295_000, False), "projects": (160_000, True)}
    assert all("Commission" in each.source for each in numbers if each.year == 2025)
    assert all(set(each.what) == {"en", "tr", "sv"} and each.source for each in numbers)


@pytest.mark.parametrize(("certainty", "printable"), [("official", True), ("reported", False)])
def test_a_number_that_a_single_source_reports_is_not_printed(orchard, certainty, printable):
    text = f"numbers:\n- {{what: {{en: trees}}, number: 7, year: 2030, source: us, certainty: {certainty}}}"
    assert [each.printable for each in read_framework("orchard", orchard(numbers=text)).numbers] == [printable]
