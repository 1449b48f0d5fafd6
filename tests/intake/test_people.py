from pathlib import Path

import pytest
from intake.evidence import PACK, codes, collected, decision, jpeg, lay

from portfolio.framework import read_framework
from portfolio.intake.people import portrayal, portrayal_of, portrayal_of_copies, strictest
from portfolio.intake.statements import Statement
from portfolio.model.catalogue import Catalogue
from portfolio.model.decision import Decision, Field
from portfolio.model.evidence import UNKNOWN_PORTRAYAL, Portrayal, PortrayalState
from portfolio.model.problem import Place
from portfolio.model.text import Origin, Sourced

SHIPPED = read_framework("etwinning-school", None).answers
ANSWERS = {**PACK.answers, "except": ("except", "utom"), "except-before": ("hariç", "dışında"), "and": ("ve", "och")}


def said(text: str, origin: Origin = Origin.SIDECAR, by: str = "") -> Statement:
    return Statement(field=Field.PEOPLE, text=text, origin=origin, where=Place(file="a.yaml", line=2), by=by)


@pytest.mark.parametrize(
    ("text", "state", "persons", "groups"),
    [
        ("yok", PortrayalState.NONE, (), ()),
        ("Yok.", PortrayalState.NONE, (), ()),
        ("4-A.", PortrayalState.RECOGNISABLE, (), ("4-A",)),
        ("4\u2013A", PortrayalState.RECOGNISABLE, (), ("4\u2013A",)),
        ("Can Ak, Ada Yıldız.", PortrayalState.RECOGNISABLE, ("Can Ak", "Ada Yıldız"), ()),
        ("Tanınmıyor", PortrayalState.UNRECOGNISABLE, (), ()),
        ("?", PortrayalState.UNKNOWN, (), ()),
        ("Ada B.; Mert G.", PortrayalState.RECOGNISABLE, ("Ada B.", "Mert G."), ()),
        ("Ada B., Mert G.", PortrayalState.RECOGNISABLE, ("Ada B.", "Mert G."), ()),
        ("Uçanhalı, Elif; 4-A", PortrayalState.RECOGNISABLE, ("Uçanhalı, Elif",), ("4-A",)),
        ("4/A; 12B; 8 Ğ", PortrayalState.RECOGNISABLE, (), ("4/A", "12B", "8 Ğ")),
        ("4. sınıflar", PortrayalState.RECOGNISABLE, ("4. sınıflar",), ()),
    ],
)
def test_what_people_write(text: str, state: PortrayalState, persons: tuple[str, ...], groups: tuple[str, ...]) -> None:
    assert portrayal(text, PACK.answers, "x") == Portrayal(state=state, persons=persons, groups=groups, by="x")


@pytest.mark.parametrize(
    ("text", "groups", "absent"),
    [
        ("4-A except Ada B.", ("4-A",), ("Ada B.",)),
        ("4-A (Ada B. hariç)", ("4-A",), ("Ada B.",)),
        ("Ada B. ve Can A. hariç 4-A", ("4-A",), ("Ada B.", "Can A.")),
        ("4-A hariç Ada B.", ("4-A",), ("Ada B.",)),
        ("4-A utom Ada B. och Can A.", ("4-A",), ("Ada B.", "Can A.")),
        ("4-A Ada B. dışında; 5-B", ("4-A", "5-B"), ("Ada B.",)),
    ],
)
def test_a_class_without_somebody(text: str, groups: tuple[str, ...], absent: tuple[str, ...]) -> None:
    found = portrayal(text, ANSWERS, "x")
    assert (found.persons, found.groups, found.absent) == ((), groups, absent)


@pytest.mark.parametrize("name", ["Sem Kaya", "Sans Demir", "Bez Ak", "Ohne Çam", "Senza Yıldız", "Ali Sin Kaya"])
def test_a_child_may_be_called_like_a_word_for_without(name: str) -> None:
    found = portrayal(f"Ayşe Yılmaz; {name}", SHIPPED, "x")
    assert (found.persons, found.absent) == (("Ayşe Yılmaz", name), ())


@pytest.mark.parametrize("text", ["except Ada B.", "Ada B. hariç", "hariç Ada B.", "4-A hariç"])
def test_where_nobody_is_said_to_be_there_somebody_unknown_is(text: str) -> None:
    found = portrayal(f"5-B; {text}", SHIPPED, "x")
    assert (found.persons, found.groups, found.absent) == ((text,), ("5-B",), ())


@pytest.mark.parametrize(
    "group", ["4-A sınıfı", "Radyo Kulübü", "4-A öğrencileri", "tüm sınıf", "4. sınıflar", "koro grubu"]
)
def test_the_group_may_stand_on_either_side_of_the_turkish_word(group: str) -> None:
    for text in (f"{group} hariç Ayşe Yılmaz", f"Ayşe Yılmaz hariç {group}", f"{group} except Ayşe Yılmaz"):
        found = portrayal(text, SHIPPED, "x")
        assert (found.persons, found.absent) == ((group,), ("Ayşe Yılmaz",))


@pytest.mark.parametrize(
    ("text", "there"),
    [
        ("herkes hariç Ayşe Yılmaz", {"herkes", "Ayşe Yılmaz"}),
        ("Koro hariç Ayşe Yılmaz", {"Koro", "Ayşe Yılmaz"}),
        ("4-A hariç 4-B", {"4-A", "4-B"}),
    ],
)
def test_where_it_is_not_certain_which_side_is_the_group_both_are_there(text: str, there: set[str]) -> None:
    found = portrayal(text, SHIPPED, "x")
    assert ({*found.persons, *found.groups}, found.absent) == (there, ())


def test_who_stands_behind_a_comma_is_there() -> None:
    found = portrayal("4-A except Ada B., Can A.", ANSWERS, "x")
    assert (found.persons, found.absent) == (("Can A.",), ("Ada B.",))


def test_absent_is_who_is_so_by_all_that_name_a_group() -> None:
    without, whole = portrayal("4-A except Ada B.", ANSWERS, "x"), portrayal("4-A", ANSWERS, "y")
    assert strictest((without, without)).absent == ("Ada B.",)
    assert strictest((without, whole)).absent == ()
    assert strictest((without, portrayal("yok", ANSWERS, "z"))).absent == ("Ada B.",)


def test_nothing_stated_is_unknown() -> None:
    assert portrayal_of((), PACK.answers) == UNKNOWN_PORTRAYAL
    assert portrayal(" ; ", PACK.answers, "x") == UNKNOWN_PORTRAYAL


def test_a_decision_holds_and_names_who_decided() -> None:
    found = portrayal_of((said("yok", Origin.DECISION, by="Elif Uçanhalı"), said("Ada B.")), PACK.answers)
    told = Sourced(value=PortrayalState.NONE, origin=Origin.DECISION, where="a.yaml:2")
    assert found == Portrayal(state=PortrayalState.NONE, by="Elif Uçanhalı", where="a.yaml:2", said=(told,))


def test_without_a_decision_the_strictest_statement_holds_for_all_named() -> None:
    found = portrayal_of((said("yok"), said("Ada B.; 4-A"), said("Mert G.")), PACK.answers)
    assert found == Portrayal(
        state=PortrayalState.RECOGNISABLE,
        persons=("Ada B.", "Mert G."),
        groups=("4-A",),
        by="a.yaml:2",
        where="a.yaml:2",
        said=tuple(
            Sourced(value=state, origin=Origin.SIDECAR, where="a.yaml:2")
            for state in (PortrayalState.NONE, PortrayalState.RECOGNISABLE)
        ),
    )


def test_of_copies_the_strictest_holds_and_all_named_are_kept() -> None:
    def together(*texts: str) -> tuple[PortrayalState, tuple[str, ...]]:
        found = portrayal_of_copies([(said(text),) for text in texts], PACK.answers)
        return found.state, found.persons

    assert together("yok", "tanınmıyor") == (PortrayalState.UNRECOGNISABLE, ())
    assert together("tanınmıyor", "Ada B.", "Mert G.; Ada B.") == (PortrayalState.RECOGNISABLE, ("Ada B.", "Mert G."))
    assert together("Ada B.", "?", "yok") == (PortrayalState.UNKNOWN, ("Ada B.",))


def test_a_decision_about_one_copy_does_not_hide_what_is_said_of_another() -> None:
    decision = said("yok", Origin.DECISION, by="Elif Uçanhalı")
    found = portrayal_of_copies([(decision, said("Mert G.")), (said("Ada B."),)], PACK.answers)
    assert (found.state, found.persons) == (PortrayalState.RECOGNISABLE, ("Ada B.",))


def test_what_nobody_stated_does_not_weigh() -> None:
    none = Portrayal(state=PortrayalState.NONE, by="x")
    assert strictest([UNKNOWN_PORTRAYAL, none]) == none
    stated = Portrayal(state=PortrayalState.UNKNOWN, by="y")
    assert strictest([stated, none]) == stated


def sheet_and_note(tmp_path: Path, *decisions: Decision) -> Catalogue:
    files: dict[str, bytes | str] = {
        "a/IMG_1.jpg": jpeg(),
        "a/IMG_2.jpg": jpeg((1, 2, 3)),
        "a/captions.csv": "file;people\nIMG_1.jpg;none\nIMG_2.jpg;tanınmıyor\n",
        "a/note.txt": "Bahar şenliği\nPeople: 4-A",
    }
    return collected(lay(tmp_path / "kanıt", files), *decisions)


def test_where_the_stricter_holds_both_places_are_named(tmp_path: Path) -> None:
    catalogue = sheet_and_note(tmp_path)
    assert codes(catalogue.problems) == [("people.stricter", "a/note.txt", 2)]
    assert dict(catalogue.problems[0].values) == {"n": "2", "file": "a/IMG_1.jpg", "other": "a/captions.csv:2"}
    first = next(item for item in catalogue.items if item.files == ("a/IMG_1.jpg",))
    assert [(each.value, each.where) for each in first.portrayal.said] == [
        (PortrayalState.NONE, "a/captions.csv:2"),
        (PortrayalState.RECOGNISABLE, "a/note.txt:2"),
    ]


def test_a_decision_settles_it(tmp_path: Path) -> None:
    both = [decision(f"a/IMG_{number}.jpg", Field.PEOPLE, "yok") for number in (1, 2)]
    assert sheet_and_note(tmp_path, *both).problems == ()


def test_a_decision_about_many_that_does_not_hold_for_one_is_told(tmp_path: Path) -> None:
    """Who speaks of the one file goes before who speaks of many."""
    many = decision("a/*.jpg", Field.PEOPLE, "yok")
    files: dict[str, bytes | str] = {"a/b.jpg": jpeg(), "a/captions.csv": "file;people\nb.jpg;Mehmet Demir\n"}
    catalogue = collected(lay(tmp_path / "kanıt", files), many)
    assert catalogue.items[0].portrayal.persons == ("Mehmet Demir",)
    assert codes(catalogue.problems) == [("decision.overruled", "decisions.csv", 2)]
    assert dict(catalogue.problems[0].values) == {"n": "1", "file": "a/b.jpg", "other": "a/captions.csv:2"}
    alike = {**files, "a/captions.csv": "file;people\nb.jpg;tanınmıyor\n"}
    assert collected(lay(tmp_path / "başka", alike), many).problems == ()
    one = decision("a/b.jpg", Field.PEOPLE, "yok", line=3)
    assert collected(lay(tmp_path / "kanıt", files), many, one).problems == ()
