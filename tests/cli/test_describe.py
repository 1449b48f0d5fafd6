"""Describing pictures: which drafts are shown, what is written, how it is taken back, and what is refused."""

import pytest
from decided import BY, answer_of, decision_lines
from projects import make_project, portfolio


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path / "okul")


@pytest.fixture
def said(root, capsys):
    """The JSON of `portfolio describe` with arguments, held against the schema."""

    def run(*arguments, code=0):
        return answer_of(capsys, "describe", *arguments, *BY, root=root, code=code)

    return run


def lines(root):
    """The alternative texts in decisions.csv."""
    return [
        (row["id"], row["field"], row["value"], row["by"])
        for row in decision_lines(root)
        if row["field"].startswith("alternative")
    ]


def test_drafts_are_shown_with_a_command_to_copy(said, root, capsys):
    drafts = said()["drafts"]
    assert drafts
    assert all(draft["draft"] for draft in drafts)
    portfolio("describe", root=root)
    told = capsys.readouterr().out
    assert f"Draft: {drafts[0]['draft']}" in told
    assert f'portfolio describe {drafts[0]["id"]} --alternative "…"' in told
    assert lines(root) == []


def test_a_text_that_somebody_writes_takes_the_draft_s_place(said, root):
    first, *others = said()["drafts"]
    said(first["id"], "--alternative", "Üç öğrenci ağaç dikiyor")
    said(first["id"], "--alternative", "Three pupils plant a tree", "--language", "en")
    assert lines(root) == [
        (first["id"], "alternative", "Üç öğrenci ağaç dikiyor", "Elif Uçanhalı"),
        (first["id"], "alternative.en", "Three pupils plant a tree", "Elif Uçanhalı"),
    ]
    assert said()["drafts"] == others


def test_a_draft_is_confirmed_in_every_language_that_has_one(said, root):
    drafts = {draft["id"]: draft["draft"] for draft in said()["drafts"]}
    written = said(*drafts, "--confirm")["written"]
    assert {line["id"]: line["value"] for line in written if line["language"] == "tr"}.items() <= drafts.items()
    assert said()["drafts"] == []
    assert said(*drafts, "--confirm")["written"] == []


def test_it_is_taken_back_as_it_says(said, root, capsys):
    drafts = said()["drafts"]
    capsys.readouterr()
    portfolio("describe", drafts[0]["id"], "--alternative", "Ağaç dikimi", *BY, root=root)
    assert f"portfolio describe {drafts[0]['id']} --alternative -" in capsys.readouterr().out
    said(drafts[0]["id"], "--alternative", "-")
    assert said()["drafts"] == drafts


@pytest.mark.parametrize(
    "arguments",
    [
        ("--confirm",),
        ("--alternative", "x"),
        ("E-1", "E-2", "--alternative", "x"),
        ("E-1",),
        ("E-1", "--alternative", " "),
        ("E-1", "--alternative", "x", "--confirm"),
        ("E-1", "--alternative", "x", "--language", "fr"),
    ],
)
def test_what_cannot_be_meant_is_refused(root, arguments):
    assert portfolio("describe", *arguments, *BY, root=root) == 2
    assert lines(root) == []


def test_a_piece_that_is_not_there_is_said(root, capsys):
    assert portfolio("describe", "E-ffff000000", "--confirm", *BY, root=root) != 0
    assert lines(root) == []


def test_when_none_is_asked_for_hidden_pictures_are_not_said_to_be_described(said, root, capsys):
    said(*[draft["id"] for draft in said()["drafts"]], "--confirm")
    portfolio("describe", root=root)
    told = capsys.readouterr().out
    assert "that the dossier shows today" in told
    assert "hidden" in told
