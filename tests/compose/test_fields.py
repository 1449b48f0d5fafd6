"""The fields of the form, and what the file for each is called."""

from dataclasses import replace

from compose.editions import FRAMEWORK, OPEN_DAYS, certificate, edition_of, photo, pillar, project

from portfolio.compose.fields import fields_of, file_names, parts_of, shown_of

LABEL, DOOR, WALL = certificate("label", "model"), photo("door", "model/open-days"), photo("wall", "model/open-days")


def fields(edition):
    return {field.key: field for part in parts_of(edition) for field in fields_of(part, edition)}


def test_buckets_first_then_each_pillar_with_its_criteria_and_plan():
    assert list(fields(edition_of())) == [
        "e-safety",
        "e-safety/plan",
        "students",
        "students/plan",
        "model",
        "model/open-days",
        "model/plan",
    ]


def test_a_piece_that_proves_a_criterion_is_not_said_to_prove_the_pillar_alone():
    found = fields(edition_of(LABEL, DOOR))
    assert found["model"].proofs == (LABEL[0].id,)
    assert found["model/open-days"].proofs == (DOOR[0].id,)


def test_only_what_is_cleared_is_shown_and_no_more_than_wanted():
    edition = edition_of(DOOR, WALL, LABEL, withheld=(photo("secret", "model/open-days"),))
    field = fields(edition)["model/open-days"]
    assert len(field.proofs) == 3
    assert {item.id for item in shown_of(field, edition)} == {DOOR[0].id, WALL[0].id}
    assert len(shown_of(field, replace(edition, project=project(max_exhibits=1)))) == 1


def test_names_of_files_are_ascii_and_the_same_in_every_language():
    names = file_names(edition_of())
    assert names["e-safety"] == "E-e-safety"
    assert names["model/open-days"] == "2-model-open-days"
    assert names["model/plan"] == "2-model-plan"
    assert all(name.isascii() for name in names.values())
    assert names == file_names(edition_of(language="sv"))


def test_no_two_files_have_one_name():
    bucket = pillar("e", 0, (replace(OPEN_DAYS, key="safety-x", pillar="e"),), en="E")
    other = pillar("e-safety", 0, (replace(OPEN_DAYS, key="x", pillar="e-safety"),), en="Online safety")
    edition = edition_of(framework=replace(FRAMEWORK, buckets=(bucket, other)))
    names = file_names(edition)
    assert (names["e/safety-x"], names["e-safety/x"]) == ("E-e-safety-x", "E-e-safety-x-2")
    assert len({name.casefold() for name in names.values()}) == len(names)
