"""`[[E-3f9a]]` in a text: what it means, and what is said when it means nothing."""

import pytest
from pieces import piece

from portfolio.model.catalogue import Former
from portfolio.model.problem import Place, Severity
from portfolio.model.project import Narratives
from portfolio.references import candidates, normal, resolve

STAND = piece("stant.jpg", id="E-3f9a12bc40")
OTHER = piece("kapı.jpg", id="E-3f9b000001")
SURVEY = piece("anket.csv", id="E-aa11223344")
ANSWER = piece("anket.csv", id="E-aa11223344.1")
MERGED = piece("proje.yaml", id="E-0000beef00", also=("E-77aa000000.2",))
ITEMS = (STAND, OTHER, SURVEY, ANSWER, MERGED)


def told(text: str, placed: tuple[str, ...] = tuple(item.id for item in ITEMS)):
    narratives = Narratives(
        texts={"model": {"tr": text}}, places={"model": {"tr": Place(file="narrative/model.tr.md", line=3)}}
    )
    meant, problems = resolve(narratives, ITEMS, placed)
    return meant, [(problem.code, problem.where.line, dict(problem.values)) for problem in problems]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("E-3f9a", STAND),
        ("e-3F9A12", STAND),
        ("E\N{EN DASH}3f9a", STAND),  # as a word processor corrects it
        ("E-3f9a12bc40", STAND),
        ("E-aa11", SURVEY),
        ("E-aa11223344.1", ANSWER),
        ("E-aa11.1", ANSWER),
        ("E-77aa", MERGED),
    ],
)
def test_the_beginning_of_an_id_names_a_piece(written, meant):
    assert candidates(written, ITEMS) == (meant,)


def test_a_reference_is_compared_as_it_is_meant():
    assert normal(" E-3F9A ") == normal("E\N{EN DASH}3f9a") == "e-3f9a"


def test_what_is_meant_is_known_and_nothing_said():
    assert told("Stant [[E-3f9a]]; yanıt [[E-aa11.1]].") == (
        {"e-3f9a": STAND.id, "e-aa11.1": ANSWER.id},
        [],
    )


def test_an_ambiguous_reference_names_its_candidates():
    twins = (STAND, piece("b.jpg", id="E-3f9a999999"))
    narratives = Narratives(texts={"model": {"tr": "x\n[[E-3f9a]]"}})
    (problem,) = resolve(narratives, twins, ())[1]
    assert (problem.code, problem.severity) == ("reference.ambiguous", Severity.ERROR)
    assert dict(problem.values)["candidates"] == "E-3f9a12bc40 (stant.jpg), E-3f9a999999 (b.jpg)"


def test_what_names_no_piece_is_told_with_its_line():
    meant, problems = told("bir\n[[E-3f8a]] [[E-12]]\n[[kapı]]")
    assert meant == {}
    assert problems == [
        ("reference.misspelt", 4, {"written": "E-3f8a", "nearest": "E-3f9a12bc40 (stant.jpg)"}),
        ("reference.short", 4, {"written": "E-12", "least": "4"}),
        ("reference.unknown", 5, {"written": "kapı"}),
    ]


def test_a_piece_that_no_document_shows_is_told():
    meant, problems = told("[[E-3f9a]]", placed=())
    assert meant == {"e-3f9a": STAND.id}
    assert problems == [("reference.unplaced", 3, {"written": "E-3f9a", "file": "stant.jpg"})]


def test_of_an_edited_file_the_new_id_is_told_and_of_a_deleted_one_what_it_was():
    former = (Former(id="E-cc00000001", file="stant.jpg"), Former(id="E-dd00000001", file="silinen.jpg"))
    former += (Former(id="E-ee00000001", file="anket.csv"),)
    texts = {"model": {"tr": "[[E-cc00]] [[E-dd00]] [[E-ee00.1]]"}}
    meant, problems = resolve(Narratives(texts=texts), ITEMS, (), former)
    assert meant == {}
    assert [(each.code, dict(each.values).get("new")) for each in problems] == [
        ("reference.changed", STAND.id),
        ("reference.gone", None),
        ("reference.changed", ANSWER.id),
    ]
    assert dict(problems[1].values)["file"] == "silinen.jpg"


def test_of_a_file_that_was_edited_and_has_an_old_copy_the_new_id_is_told_beside_what_is_meant():
    copy, edited = piece("yedek/afiş.jpg", id="E-bb00000001"), piece("afiş.jpg", id="E-bb99000001")
    former = (Former(id=copy.id, file="afiş.jpg"), Former(id=copy.id, file="silinen.jpg"))
    texts = {"model": {"tr": "[[E-bb00]] [[E-bb99]]"}}
    meant, problems = resolve(Narratives(texts=texts), (copy, edited), (copy.id, edited.id), former)
    assert meant == {"e-bb00": copy.id, "e-bb99": edited.id}
    (note,) = problems
    assert (note.code, note.severity) == ("reference.edited", Severity.NOTE)
    assert dict(note.values) == {
        "written": "E-bb00",
        "old": copy.id,
        "now": "yedek/afiş.jpg",
        "file": "afiş.jpg",
        "new": edited.id,
    }
