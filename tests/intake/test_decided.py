from intake.evidence import codes, decision

from portfolio.intake.decided import decided, unknown_decisions
from portfolio.model.decision import Field
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.problem import Place
from portfolio.model.text import Origin


def piece(item_id: str, *files: str, also: tuple[str, ...] = ()) -> EvidenceItem:
    return EvidenceItem(
        id=item_id,
        kind=Kind.PHOTO,
        files=files,
        source=files[0],
        sha256="",
        media_type="image/jpeg",
        size=1,
        also=also,
    )


def test_the_closest_decision_comes_first_and_of_equals_the_last() -> None:
    decisions = (
        decision("", Field.TITLE, "by id", item="E-1"),
        decision("a/b/", Field.TITLE, "by deep folder"),
        decision("a/", Field.TITLE, "by folder"),
        decision("a/b/x.jpg", Field.TITLE, "by file, first"),
        decision("a/b/x.jpg", Field.TITLE, "by file, then"),
        decision("c/", Field.TITLE, "elsewhere"),
    )
    found = decided(decisions, ("E-1",), ("a/b/x.jpg",))
    assert [each.text for each in found] == ["by id", "by file, then", "by file, first", "by deep folder", "by folder"]
    assert (found[0].origin, found[0].by, found[0].where) == (
        Origin.DECISION,
        "Elif Uçanhalı",
        Place(file="decisions.csv", line=2),
    )


def test_decisions_about_nothing_are_told_with_the_nearest() -> None:
    items = [piece("E-0123456789.1", "a/IMG_1.jpg"), piece("E-aaaaaaaaaa", "b/x.jpg", also=("E-bbbbbbbbbb",))]
    known = (
        decision("a/IMG_1.jpg", Field.HERO, "yes"),
        decision("a/", Field.PEOPLE, "none"),
        decision("", Field.TITLE, "x", item="E-0123456789"),
        decision("", Field.TITLE, "x", item="E-bbbbbbbbbb"),
    )
    assert unknown_decisions(known, items) == ()
    unknown = (
        decision("a/IMG_l.jpg", Field.HERO, "yes", line=3),
        decision("aa/", Field.PEOPLE, "none", line=4),
        decision("", Field.TITLE, "x", item="E-bbbbbbbbbc", line=5),
        decision("hiç yok", Field.TITLE, "x", line=6),
    )
    problems = unknown_decisions(unknown, items)
    assert codes(problems) == [
        ("decision.unknown-near", "decisions.csv", 3),
        ("decision.unknown-near", "decisions.csv", 4),
        ("decision.unknown-near", "decisions.csv", 5),
        ("decision.unknown", "decisions.csv", 6),
    ]
    assert [dict(problem.values).get("nearest") for problem in problems] == [
        "a/IMG_1.jpg",
        "a/",
        "E-bbbbbbbbbb",
        None,
    ]
