"""The register is read as schools and their spreadsheets write it, or it stops the run with its line."""

import pytest

from portfolio.consent.register import read_register
from portfolio.errors import ExitCode, ProjectError
from portfolio.model.clearance import HANDED_OUT, Audience, ConsentEntry

HEADER = "person;role;scopes;given_on;by;expires_on;withdrawn_on;note\n"


@pytest.fixture
def register(tmp_path):
    def write(text, encoding="utf-8"):
        path = tmp_path / "consent.csv"
        path.write_text(text, encoding=encoding)
        return path

    return write


def faults(path):
    with pytest.raises(ProjectError) as stopped:
        read_register(path, "tr")
    assert stopped.value.exit_code is ExitCode.PROJECT
    return [(problem.code, problem.where.line, dict(problem.values)) for problem in stopped.value.problems]


def test_an_entry_says_who_may_be_shown_to_whom_and_when(register):
    text = "Ada Billurköşk;pupil;evaluator, print;2025-09-15;mother;2027-06-30;;4-A\n4-A;group;web;2025-09-19;;;;\n"
    entries, problems = read_register(register(HEADER + text), "tr")
    assert problems == ()
    assert entries[0] == ConsentEntry(
        who="Ada Billurköşk",
        role="pupil",
        scopes=("evaluator", "print"),
        given_on="2025-09-15",
        by="mother",
        expires_on="2027-06-30",
        withdrawn_on="",
        note="4-A",
        line=2,
    )
    assert (entries[1].who, entries[1].scopes, entries[1].line) == ("4-A", ("web",), 3)


def test_scopes_are_the_audiences_of_artefacts_that_are_handed_over():
    assert set(HANDED_OUT) == set(Audience) - {Audience.PRIVATE}


@pytest.mark.parametrize(
    ("scopes", "expected"),
    [
        ("evaluator print web", ("evaluator", "print", "web")),
        ('"evaluator; web"', ("evaluator", "web")),
        ("Değerlendirici, BASKI, okul sitesi", ("evaluator", "print", "web")),
        ("bedömare / tryck", ("evaluator", "print")),
        ("web, web", ("web",)),
        ("", ()),
        ("yok", ()),
    ],
)
def test_scopes_in_any_order_language_and_separator(register, scopes, expected):
    ((entry,), _) = read_register(register(f"{HEADER}A;;{scopes};2025-09-15;;;;\n"), "tr")
    assert entry.scopes == expected


@pytest.mark.parametrize(
    ("scopes", "word"),
    [
        ("değerlendirme, web yok", "yok"),
        ("web yok", "yok"),
        ("no web", "no"),
        ("web hayır", "hayır"),
        ("hayır / web", "hayır"),
        ("- web", "-"),
        ("evaluator print - web", "-"),
        ("inga webb", "inga"),
        ("web, no name", "no"),
        ("web, namn nej", "nej"),
    ],
)
def test_a_no_beside_a_scope_is_no_consent_to_it(register, scopes, word):
    ((code, number, values), *_) = faults(register(f"{HEADER}A;;{scopes};2025-09-15;;;;\n"))
    assert (code, number, values) == ("consent.no-beside-scope", 2, {"word": word})


def test_a_dash_before_a_scope_may_take_it_away(register):
    assert faults(register(f"{HEADER}A;;-web;2025-09-15;;;;\n")) == [
        ("consent.misspelt-scope", 2, {"scope": "-web", "nearest": "web"})
    ]


@pytest.mark.parametrize("scopes", ["-", "yok, hayır", "no", "-; -"])
def test_a_no_alone_is_a_refusal(register, scopes):
    ((entry,), _) = read_register(register(f'{HEADER}A;;"{scopes}";2025-09-15;;;;\n'), "tr")
    assert entry.scopes == ()


def test_a_spreadsheet_may_have_rewritten_the_dates(register):
    ((entry,), _) = read_register(register(f"{HEADER}A;;web;8.09.2025;;30.06.2027;02/06/2026;\n"), "tr")
    assert (entry.given_on, entry.expires_on, entry.withdrawn_on) == ("2025-09-08", "2027-06-30", "2026-06-02")


def test_headings_in_turkish_and_swedish(register):
    turkish = "Kişi;Görevi;Kapsam;Veriliş tarihi;Veren;Bitiş tarihi;Geri çekilme tarihi;Not\nIşıl;;web;2025-01-01;;;;\n"
    ((entry,), problems) = read_register(register(turkish, "cp1254"), "tr")
    assert (entry.who, entry.scopes, problems) == ("Işıl", ("web",), ())
    swedish = "Namn,Omfattning,Lämnat den,Gäller till,Återkallat den\nÅsa,tryck,2025-01-01,,\n"
    ((entry,), problems) = read_register(register(swedish), "sv")
    assert (entry.who, entry.scopes, entry.role, problems) == ("Åsa", ("print",), "", ())


@pytest.mark.parametrize(
    ("written", "role"),
    [
        ("pupil", "pupil"),
        ("Öğrenci", "pupil"),
        ("ogrenci, 4-A", "pupil"),
        ("elev", "pupil"),
        ("kulüp", "group"),
        ("öğretmen", "staff"),
        ("grandparent", "guest"),
        ("gökbilimci", "gökbilimci"),
        ("", ""),
    ],
)
def test_a_role_is_read_in_the_languages_of_the_register(register, written, role):
    entries, _ = read_register(register(f"{HEADER}Ada B.;{written};print;2025-09-15;;;;\n"), "tr")
    assert entries[0].role == role


def test_a_misspelt_role_is_an_error_for_a_pupil_would_be_named_as_a_guest_is(register):
    assert faults(register(f"{HEADER}Ada B.;öğrnci;print;2025-09-15;;;;\n")) == [
        ("consent.misspelt-role", 2, {"role": "öğrnci", "nearest": "pupil"})
    ]


def test_a_role_that_is_none_is_named_by_its_line(register):
    _, (problem,) = read_register(register(f"{HEADER}Ada B.;gökbilimci;print;2025-09-15;;;;\n"), "tr")
    assert (problem.code, problem.where.line) == ("consent.unknown-role", 2)
    assert dict(problem.values) == {"role": "gökbilimci"}


def test_the_full_name_is_allowed_for_an_audience(register):
    entries, _ = read_register(register(f"{HEADER}Ada B.;pupil;baskı, tam ad;2025-09-15;;;;\n"), "tr")
    assert entries[0].scopes == ("print", "full name")
    assert faults(register(f"{HEADER}Ada B.;pupil;tam ad;2025-09-15;;;;\n")) == [
        ("consent.name-for-nobody", 2, {"known": "evaluator, print, web"})
    ]


def test_a_register_that_is_not_there_holds_nobody(tmp_path):
    entries, (problem,) = read_register(tmp_path / "consent.csv", "tr")
    assert (entries, problem.code) == ((), "consent.no-register")


def test_a_header_alone_holds_nobody(register):
    assert read_register(register(HEADER), "tr") == ((), ())


def test_all_that_is_wrong_is_told_at_once_by_line_without_names(register):
    rows = (
        "Gizli Kişi;pupil;evaluator prnt;2025-09-15;;;;\n"
        "Gizli Kişi;pupil;everything;2025-09-15;;;;\n"
        "Gizli Kişi;pupil;web;15 Eylül;;2027-13-01;;\n"
        "Gizli Kişi;pupil;web;;;;;\n"
        ";pupil;web;2025-09-15;;;;\n"
    )
    found = faults(register(HEADER + rows))
    assert found == [
        ("consent.misspelt-scope", 2, {"scope": "prnt", "nearest": "print"}),
        ("consent.scope", 3, {"scope": "everything", "known": "evaluator, print, web, full name"}),
        ("consent.date", 4, {"column": "given_on", "value": "15 Eylül"}),
        ("consent.date", 4, {"column": "expires_on", "value": "2027-13-01"}),
        ("consent.no-date", 5, {}),
        ("consent.no-person", 6, {}),
    ]
    assert "Gizli" not in repr(found)


def test_a_withdrawal_before_the_consent_is_a_mistyped_year_and_would_end_nothing(register):
    assert faults(register(f"{HEADER}A;pupil;print;2025-09-15;;;2024-06-02;\nB;pupil;;2025-09-15;;;14.9.2025;\n")) == [
        ("consent.withdrawn-before", 2, {"given": "2025-09-15", "withdrawn": "2024-06-02"}),
        ("consent.withdrawn-before", 3, {"given": "2025-09-15", "withdrawn": "2025-09-14"}),
    ]
    same_day = register(f"{HEADER}A;pupil;print;2025-09-15;;;15.09.2025;\n")
    assert read_register(same_day, "tr")[1] == ()


def test_a_column_that_could_hide_the_end_of_a_consent_must_be_there(register):
    assert faults(register("person;scopes;given_on\nA;web;2025-01-01\n")) == [
        ("consent.missing-column", 1, {"column": "expires_on"}),
        ("consent.missing-column", 1, {"column": "withdrawn_on"}),
    ]
    assert ("consent.missing-column", 1, {"column": "person"}) in faults(register(""))


def test_a_misspelt_heading_is_told_with_the_right_one(register):
    assert faults(register(HEADER.replace("withdrawn_on", "withdrwan_on"))) == [
        ("consent.misspelt-column", 1, {"column": "withdrwan_on", "nearest": "withdrawn_on"}),
    ]
    assert faults(register(HEADER.replace("note", "person"))) == [
        ("consent.column-twice", 1, {"column": "person"}),
    ]


def test_a_column_of_the_schools_own_is_not_read(register):
    entries, (problem,) = read_register(register(HEADER.replace("\n", ";okul no\n") + "A;;;;;;;;17\n"), "tr")
    assert (problem.code, dict(problem.values)) == ("consent.column", {"column": "okul no"})
    assert len(entries) == 1


def test_a_file_that_is_no_table_stops_the_run(register):
    assert faults(register(f'{HEADER}"A;;web\n'))[0][0] == "csv.quotes"
