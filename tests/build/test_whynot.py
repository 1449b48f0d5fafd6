"""What does not count for a target and why not, on a small school."""

import pytest
from projects import TODAY, load, make_project

from portfolio.build.readiness import find_readiness
from portfolio.build.survey import take_survey
from portfolio.build.whynot import why_not
from portfolio.model.events import silent

GONE = ";4-rol-model/silinmiş.jpg;pillar;model/open-days;Koordinatör;2026-11-01;\n"


@pytest.fixture(scope="module")
def survey(tmp_path_factory):
    root = make_project(tmp_path_factory.mktemp("neden") / "okul")
    with (root / "decisions.csv").open("a", encoding="utf-8") as stream:
        stream.write(GONE)
    return take_survey(load(root), today=TODAY, report=silent)


def standing(survey, target):
    return why_not(target, survey, find_readiness(survey), "tr")


def test_a_file_that_cannot_be_used_in_its_folder(survey):
    found = standing(survey, "inclusion")
    assert [row.file for row in found.files] == ["5-icerme-ve-inovasyon/yarım.jpg"]
    assert (found.counting, found.seen) == ((), ())


def test_a_decision_that_is_aimed_at_nothing_any_more(survey):
    found = standing(survey, "model/open-days")
    assert [each.where.line for each in found.stale] == [3]
    assert standing(survey, "students").stale == ()


def test_in_the_pillar_but_under_no_criterion(survey):
    found = standing(survey, "model/visibility")
    assert [link.target for link in found.pillar_only] == ["model"]
    assert found.counting == ()
    assert standing(survey, "model").pillar_only == ()


def test_in_the_pillar_and_its_words_name_the_criterion(survey):
    found = standing(survey, "model/open-days")
    assert [(link.target, link.strength.value) for link in found.suggested] == [("model/open-days", "suggested")]
    assert (found.pillar_only, found.proposed) == ((), found.suggested[0])
    assert set(found.suggested) <= set(survey.mapping.suggestions)  # what `map` says is said here too


def test_only_what_something_says_to_be_just_this_is_proposed(survey):
    found = standing(survey, "model/mentoring")
    assert [link.target for link in found.pillar_only] == ["model"]
    assert (found.suggested, found.elsewhere, found.proposed) == ((), (), None)


def test_a_plan_asks_for_no_piece(survey):
    found = standing(survey, "plan/model")
    assert (found.suggested, found.elsewhere, found.pillar_only, found.unplaced) == ((), (), (), ())
    assert (found.files, found.stale, found.proposed) == ((), (), None)


def test_the_plan_of_a_bucket_is_a_text_like_every_plan(survey):
    found = standing(survey, "plan/e-safety")  # the form has it, the pack asks for none
    assert (found.is_plan, found.text_key, found.counting, found.evidence.pieces) == (True, "e-safety/plan", (), ())
    assert [str(state) for _, state in found.texts] == ["missing", "missing"]


def test_what_counts_but_may_not_be_seen(survey):
    found = standing(survey, "students")
    assert [each.evaluator.why.code for each in found.withheld] == ["clearance.unknown"]
    assert found.seen == ()


def test_a_pillar_lists_its_criteria(survey):
    found = {each.target: each.pieces for each, _ in standing(survey, "model").criteria}
    assert found["model/open-days"] == ()
    assert standing(survey, "model/open-days").criteria == ()


def test_it_says_what_readiness_says(survey):
    readiness = find_readiness(survey)
    for target in survey.framework.targets:
        found = standing(survey, target)
        assert found.evidence == readiness.of(target)
        assert found.gap == readiness.gap_of(target)
        assert {each.item.id for each in found.counting} == set(found.evidence.pieces)
        assert {each.item.id for each in found.withheld} == set(found.evidence.withheld)
    assert len(readiness.of("students").withheld) == 1


def test_texts_by_language(survey):
    assert [str(state) for _, state in standing(survey, "model").texts] == ["own", "original"]
    assert standing(survey, "plan/model").text_key == "model/plan"
    assert [str(state) for _, state in standing(survey, "students").texts] == ["missing", "missing"]


def test_every_target_can_be_asked_for(survey):
    for target in survey.framework.targets:
        assert standing(survey, target).target == target
