from collections.abc import Sequence
from typing import Any

import pytest
from intake.evidence import codes

from portfolio.intake.twins import merge_projects
from portfolio.model.evidence import EvidenceItem, Kind, Portrayal, PortrayalState, ProjectRecord
from portfolio.model.problem import Problem, Severity, spot
from portfolio.model.text import Origin, Sourced, local


def project(item_id: str, file: str, *, portrayal: Portrayal | None = None, **fields: Any) -> EvidenceItem:
    """A record lying in one file, its fields said in line 2."""
    where = f"{file}:2"
    said = {name: Sourced(value=value, origin=Origin.DOCUMENT, where=where) for name, value in fields.items()}
    return EvidenceItem(
        id=item_id,
        kind=Kind.PROJECT,
        files=(file,),
        source=file,
        sha256=item_id,
        media_type="text/csv",
        size=1,
        title=Sourced(value=local(fields["title"]), origin=Origin.DOCUMENT, where=where),
        portrayal=portrayal or Portrayal(state=PortrayalState.UNKNOWN),
        pillars=(Sourced(value=item_id, origin=Origin.DOCUMENT, where=where),),
        text=item_id,
        project=ProjectRecord(**said),
    )


def ids(items: tuple[EvidenceItem, ...]) -> list[tuple[str, ...]]:
    return [item.ids for item in items]


def twins(problems: Sequence[Problem]) -> list[tuple[str, str]]:
    """The two places of each possible twin."""
    assert {problem.code for problem in problems} <= {"record.twin"}
    return [(spot(problem.where), dict(problem.values)["other"]) for problem in problems if problem.where]


def test_equal_addresses_are_one_project_that_answers_to_all_ids() -> None:
    later = project("E-1", "b.csv", title="Rivers", url="https://example.org/rivers/", pupils=54)
    first = project("E-2.3", "a.yaml", title="Nehirler", url="http://www.example.org/Rivers", years="2024-2025")
    [merged], problems = merge_projects([later, first])
    assert merged.ids == ("E-2.3", "E-1")
    assert merged.files == ("a.yaml", "b.csv")
    assert merged.project is not None
    assert merged.project.title.value == "Nehirler"
    assert merged.project.pupils == Sourced(value=54, origin=Origin.DOCUMENT, where="b.csv:2")
    assert [pillar.value for pillar in merged.pillars] == ["E-2.3", "E-1"]
    assert problems == ()


@pytest.mark.parametrize("only", ["– 2025-04-30", "2024-11-01 –"])
def test_equal_titles_are_one_project_when_the_only_known_day_lies_in_the_others_time(only: str) -> None:
    whole = project("E-1", "a.csv", title="Kodlayan Kediler", years="2024-11-01 – 2025-04-30")
    day = project("E-2", "b.yaml", title="Kodlayan Kediler", years=only)
    [merged], problems = merge_projects([whole, day])
    assert merged.project is not None
    assert merged.project.years is not None
    assert (merged.ids, merged.project.years.value) == (("E-1", "E-2"), "2024-11-01 – 2025-04-30")
    assert codes(problems) == []


@pytest.mark.parametrize("other", ["2024-2025", "– 2025-04-30", "2024-11-01 –"])
def test_a_project_of_which_only_a_day_is_known_is_that_of_its_school_year_or_of_the_other_end(other: str) -> None:
    one = project("E-1", "a.csv", title="Kodlayan Kediler", years="2024-11-01 –")
    two = project("E-2", "b.yaml", title="Kodlayan Kediler", years=other)
    [merged], problems = merge_projects([one, two])
    assert merged.ids == ("E-1", "E-2")
    assert codes(problems) == []


@pytest.mark.parametrize("other", ["2025-2026", "– 2024-10-30", "– 2026-04-30", "2024-11-02 –"])
def test_a_day_outside_is_another_project(other: str) -> None:
    one = project("E-1", "a.csv", title="Kodlayan Kediler", years="2024-11-01 –")
    two = project("E-2", "b.yaml", title="Kodlayan Kediler", years=other)
    items, _ = merge_projects([one, two])
    assert ids(items) == [("E-1",), ("E-2",)]


def test_another_only_day_within_the_time_is_told() -> None:
    whole = project("E-1", "a.csv", title="Kodlayan Kediler", years="2024-11-01 – 2025-04-30")
    day = project("E-2", "b.yaml", title="Kodlayan Kediler", years="2024-12-01 –")
    [_], problems = merge_projects([whole, day])
    assert codes(problems) == [("record.contradiction", "b.yaml", 2)]


def test_equal_titles_are_one_project_when_the_years_overlap() -> None:
    one = project("E-1", "a.csv", title="Açık Gün", years="2024-2025")
    same = project("E-2", "b.csv", title="AÇIK GÜN", years="2024-2025")
    later = project("E-3", "c.csv", title="Açık gün", years="2025-2026")
    items, problems = merge_projects([one, same, later])
    assert ids(items) == [("E-1", "E-2"), ("E-3",)]
    assert twins(problems) == [("c.csv:2", "a.csv:2")]


def test_a_third_file_joins_two_that_did_not_know_of_each_other() -> None:
    one = project("E-1", "a.csv", title="A", url="example.org/a")
    two = project("E-2", "b.csv", title="B", number="7")
    both = project("E-3", "c.csv", title="C", url="example.org/a", number="7")
    items, _ = merge_projects([one, two, both])
    assert ids(items) == [("E-1", "E-2", "E-3")]


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"years": "2024-2025"}, {}),
        ({"years": "2023-2024"}, {"years": "2024-2025"}),
        ({}, {"url": "example.org/1"}),
        ({"years": "2024-2025", "url": "example.org/1"}, {"years": "2024-2025", "url": "example.org/2"}),
        ({"number": "7"}, {"url": "example.org/2"}),
        ({"number": "7"}, {"number": "8"}),
        ({"number": "7", "years": "2024-2025"}, {"number": "8"}),
        ({"number": "7", "years": "2024-2025"}, {"number": "8", "years": "2024-2025"}),
    ],
)
def test_other_equal_titles_are_possible_twins_and_not_merged(first: dict[str, str], second: dict[str, str]) -> None:
    items, problems = merge_projects(
        [project("E-1", "a.csv", title="Nehirler", **first), project("E-2", "b.csv", title="NEHİRLER", **second)]
    )
    assert ids(items) == [("E-1",), ("E-2",)]
    assert twins(problems) == [("b.csv:2", "a.csv:2")]
    assert {problem.severity for problem in problems} == {Severity.NOTE}


def test_another_title_keeps_a_project_apart() -> None:
    items, problems = merge_projects(
        [project("E-1", "a.csv", title="Nehirler"), project("E-2", "b.csv", title="Nehirler II")]
    )
    assert len(items) == 2
    assert problems == ()


@pytest.mark.parametrize("own", ["number", "url"])
def test_a_project_that_was_held_again_in_another_year_is_no_twin(own: str) -> None:
    first = {own: "example.org/7", "years": "2023-2024"}
    items, problems = merge_projects(
        [
            project("E-1", "a.csv", title="Nehirler", **first),
            project("E-2", "b.csv", title="Nehirler", **{own: "example.org/8", "years": "2024-2025"}),
        ]
    )
    assert ids(items) == [("E-1",), ("E-2",)]
    assert problems == ()


def test_a_possible_twin_is_found_by_any_title_of_a_merged_project() -> None:
    items, problems = merge_projects(
        [
            project("E-1", "a.csv", title="Nehirler", number="7", years="2023-2024"),
            project("E-2", "b.csv", title="Rivers", number="7"),
            project("E-3", "c.csv", title="Rivers"),
            project("E-4", "d.csv", title="Rivers", number="8", years="2024-2025"),
        ]
    )
    assert ids(items) == [("E-1", "E-2"), ("E-3",), ("E-4",)]
    # d has its own number and another year than a and b, so it is asked about c alone.
    assert twins(problems) == [("c.csv:2", "b.csv:2"), ("d.csv:2", "c.csv:2")]


def test_each_of_many_possible_twins_is_told_once() -> None:
    _, problems = merge_projects([project(f"E-{name}", f"{name}.csv", title="Nehirler") for name in "abc"])
    assert twins(problems) == [("b.csv:2", "a.csv:2"), ("c.csv:2", "a.csv:2")]


def test_facts_that_differ_name_both_places() -> None:
    _, problems = merge_projects(
        [
            project("E-1", "a.csv", title="A", number="7", pupils=54, status="closed", ages="9-10"),
            project("E-2", "b.csv", title="A", number="7", pupils=55, status="kapandı", ages="9 – 10"),
        ]
    )
    assert codes(problems) == [("record.contradiction", "b.csv", 2)]
    assert dict(problems[0].values) == {
        "title": "A",
        "field": "pupils",
        "first": "54",
        "first_where": "a.csv:2",
        "second": "55",
    }


def test_a_longer_list_and_further_languages_are_taken_over() -> None:
    from portfolio.model.text import LocalText

    [merged], problems = merge_projects(
        [
            project("E-1", "a.csv", title="A", number="7", teachers=("Elif",), summary=local("Su", "tr")),
            project("E-2", "b.csv", title="A", number="7", teachers=("Elif", "Defne"), summary=local("Water", "en")),
        ]
    )
    assert merged.project is not None
    assert merged.project.teachers is not None
    assert merged.project.teachers.value == ("Elif", "Defne")
    assert merged.project.summary is not None
    assert merged.project.summary.value == LocalText(texts=(("tr", "Su"), ("en", "Water")))
    assert problems == ()


def test_the_strictest_statement_about_people_holds() -> None:
    none = Portrayal(state=PortrayalState.NONE, by="x")
    named = Portrayal(state=PortrayalState.RECOGNISABLE, persons=("Ada B.",), by="y")
    [merged], _ = merge_projects(
        [
            project("E-1", "a.csv", title="A", number="7", portrayal=none),
            project("E-2", "b.csv", title="A", number="7", portrayal=named),
        ]
    )
    assert merged.portrayal == named


def test_the_days_of_a_project_do_not_contradict_its_school_year() -> None:
    one = project("E-1", "a.csv", title="Nehirler", number="7", years="2024-2025")
    days = project("E-2", "b.csv", title="Nehirler", number="7", years="01.10.2024 – 15.05.2025")
    assert merge_projects([one, days])[1] == ()
    beyond = project("E-2", "b.csv", title="Nehirler", number="7", years="01.10.2024 – 15.10.2025")
    assert merge_projects([one, beyond])[1] != ()


@pytest.mark.parametrize(
    ("field", "first", "second"),
    [
        ("role", "Kurucu", "üye"),
        ("status", "kapandı", "ongoing"),
        ("years", "2023-2024", "2024-2025"),
        ("national_label", "2024-05-01", "2025-06-12"),
        ("european_label", "2024", "2025"),
        ("summary", local("Nehirleri ölçtük."), local("Dağlara çıktık.")),
        ("teachers", ("Ada Uslu",), ("Can Uslu",)),
    ],
)
def test_whatever_differs_between_two_files_is_told(field: str, first: Any, second: Any) -> None:
    answers = {"founder": ["kurucu", "founder"], "member": ["üye"], "closed": ["kapandı"], "ongoing": ["ongoing"]}
    one = project("E-1", "a.csv", title="A", number="7", **{field: first})
    other = project("E-2", "b.csv", title="A", number="7", **{field: second})
    _, problems = merge_projects([one, other], answers)
    assert [(problem.code, dict(problem.values)["field"]) for problem in problems] == [("record.contradiction", field)]


@pytest.mark.parametrize(
    ("field", "first", "second"),
    [
        ("role", "Kurucu", "founder (coordinator)"),
        ("role", "Kurucu", "her şeyi biz yaptık"),
        ("national_label", "2025-06-12", "2025"),
        ("national_label", "evet", "2025-06-12"),
        ("summary", local("Su"), local("Su ve taş")),
        ("partners", (("", "PL"),), (("Szkoła", "PL"),)),
    ],
)
def test_what_only_says_more_is_no_contradiction(field: str, first: Any, second: Any) -> None:
    answers = {"founder": ["kurucu", "founder"], "member": ["üye"]}
    one = project("E-1", "a.csv", title="A", number="7", **{field: first})
    other = project("E-2", "b.csv", title="A", number="7", **{field: second})
    [merged], problems = merge_projects([one, other], answers)
    assert problems == ()
    if field == "partners":
        assert merged.project
        assert merged.project.partners
        assert merged.project.partners.value == (("Szkoła", "PL"),)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("https://twinspace.etwinning.net/98765/home", "http://twinspace.etwinning.net/98765"),
        ("https://twinspace.etwinning.net/98765/pages/page/1?x=1", "twinspace.etwinning.net/98765/"),
        (
            "https://school-education.ec.europa.eu/en/etwinning/projects/rivers-2024/twinspace",
            "https://school-education.ec.europa.eu/tr/etwinning/projects/rivers-2024?x=1",
        ),
    ],
)
def test_addresses_of_one_twinspace(first: str, second: str) -> None:
    items, problems = merge_projects(
        [project("E-1", "a.csv", title="Nehirler", url=first), project("E-2", "b.csv", title="Rivers", url=second)]
    )
    assert (ids(items), problems) == ([("E-1", "E-2")], ())
    other = project("E-2", "b.csv", title="Rivers", url=second.replace("98765", "98766").replace("2024", "2025"))
    assert len(merge_projects([project("E-1", "a.csv", title="Nehirler", url=first), other])[0]) == 2
