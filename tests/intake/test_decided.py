from dataclasses import replace

from intake.evidence import PACK, codes, decision

from portfolio.intake.decided import decided, unmet_decisions
from portfolio.model.decision import Decision, Field, settle
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
    assert unmet_decisions(known, items, PACK.answers) == ()
    unknown = (
        decision("a/IMG_l.jpg", Field.HERO, "yes", line=3),
        decision("aa/", Field.PEOPLE, "none", line=4),
        decision("", Field.TITLE, "x", item="E-bbbbbbbbbc", line=5),
        decision("hiç yok", Field.TITLE, "x", line=6),
    )
    problems = unmet_decisions(unknown, items, PACK.answers)
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


def test_a_decision_about_a_content_that_is_gone_is_stale_where_its_file_still_is() -> None:
    old = decision("a.jpg", Field.PEOPLE, "none", item="E-old.2")
    elsewhere = decision("b.jpg", Field.PEOPLE, "none", item="E-old")
    by_id, by_file, by_folder = (
        decision("", Field.TITLE, "x", item="E-old"),
        decision("a.jpg", Field.TITLE, "x"),
        decision("a/", Field.TITLE, "x", item="E-old"),
    )
    settled = settle((old, elsewhere, by_id, by_file, by_folder), {"a.jpg": ("E-new.1", "E-new.2")})
    assert [(each.item, each.stale) for each in settled] == [
        ("", "E-old.2"),
        ("", "E-old"),
        ("E-old", ""),
        ("", ""),
        ("E-old", ""),
    ]
    assert settle((old,), {"a.jpg": ("E-old.1",)}) == (old,)
    (statement,) = decided(settled, ("E-new",), ("a.jpg",))[:1]
    assert statement.stale is False  # of equals the last: the line that names only the file
    problems = unmet_decisions(settled[:2], [piece("E-new", "a.jpg")], PACK.answers)
    assert codes(problems) == [("decision.unknown", "decisions.csv", 2), ("decision.unconfirmed", "decisions.csv", 2)]


def test_a_stale_decision_is_told_with_the_new_id_until_it_is_confirmed() -> None:
    title, people = (
        decision("a.jpg", field, "x", item="E-old", line=line) for field, line in ((Field.TITLE, 2), (Field.PEOPLE, 3))
    )
    items = [piece("E-new", "a.jpg")]
    problems = unmet_decisions(settle((title, people), {"a.jpg": ("E-new",)}), items, PACK.answers)
    assert codes(problems) == [("decision.stale", "decisions.csv", 2), ("decision.unconfirmed", "decisions.csv", 3)]
    assert dict(problems[1].values) == {"file": "a.jpg", "old": "E-old", "new": "E-new", "field": "people"}
    confirmed = decision("", Field.PEOPLE, "x", item="E-new", line=4)
    problems = unmet_decisions(settle((title, people, confirmed), {"a.jpg": ("E-new",)}), items, PACK.answers)
    assert codes(problems) == [("decision.stale", "decisions.csv", 2)]


def test_a_pattern_that_meets_nothing_is_told_without_a_guess() -> None:
    items = [piece("E-1", "a/IMG_1.jpg")]
    met, unmet = decision("a/*.jpg", Field.PEOPLE, "none"), decision("a/*.jpeg", Field.PEOPLE, "none", line=3)
    assert codes(unmet_decisions((met, unmet), items, PACK.answers)) == [("decision.unknown", "decisions.csv", 3)]


def dated(day: str, field: Field, value: str, file: str = "", item: str = "", line: int = 2) -> Decision:
    return replace(decision(file, field, value, item=item, line=line), on=day)


def said(*decisions: Decision) -> list[str]:
    return [each.text for each in decided(decisions, ("E-1",), ("a.jpg",))]


def test_of_what_guards_somebody_the_later_day_holds_in_whichever_order_it_is_written() -> None:
    ayse = dated("2026-11-15", Field.PEOPLE, "Ayşe Yılmaz", "a.jpg")
    nobody = dated("2026-11-01", Field.PEOPLE, "yok", "a.jpg")
    undated = decision("a.jpg", Field.PEOPLE, "4-A")
    assert said(ayse, nobody) == said(nobody, ayse) == ["Ayşe Yılmaz", "yok"]
    assert said(ayse, nobody, undated)[0] == "4-A"  # as without any days: the last
    assert said(undated, ayse, nobody)[0] == "Ayşe Yılmaz"


def test_what_is_said_later_of_the_file_goes_before_what_was_said_of_the_id() -> None:
    agreed = dated("2026-11-01", Field.PARTNER, "IC Dante, 2025-03-04, Maria Rossi", item="E-1")
    withdrawn = dated("15.11.2026", Field.PARTNER, "yok", "a.jpg")
    assert said(agreed, withdrawn)[0] == said(withdrawn, agreed)[0] == "yok"
    earlier = dated("2026-10-01", Field.PARTNER, "yok", "a.jpg")
    assert said(agreed, earlier)[0] == agreed.value
    assert said(agreed, decision("a.jpg", Field.PARTNER, "yok"))[0] == "yok"
    looked = dated("2026-11-01", Field.PEOPLE, "Ayşe Yılmaz", item="E-1")
    assert said(looked, decision("a.jpg", Field.PEOPLE, "yok"))[0] == "Ayşe Yılmaz"
    assert said(looked, dated("2026-11-02", Field.PEOPLE, "yok", "a.jpg"))[0] == "yok"
    both = decided((agreed, withdrawn), ("E-1",), ("a.jpg",))
    assert both[0].aim == both[1].aim  # so that what takes back reaches what stands above it
