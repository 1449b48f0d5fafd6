from datetime import date

from compose.editions import (
    FRAMEWORK,
    Piece,
    catalogue_of,
    certificate,
    document,
    mapping_of,
    on,
    photo,
    project_record,
)
from hypothesis import given
from hypothesis import strategies as st

from portfolio.compose.numbering import find_heroes, number
from portfolio.model.decision import Decision, Field
from portfolio.model.mapping import Mapping
from portfolio.model.problem import Place, reason


def numbered(*pieces: Piece, heroes: tuple[str, ...] = ()) -> dict[str, str]:
    """Number → the piece's file."""
    names = {item.id: item.files[0].removesuffix(".bin") for item, _ in pieces}
    chosen = [identity for identity, name in names.items() if name in heroes]
    numbers = number(catalogue_of(*pieces), mapping_of(*pieces), FRAMEWORK, chosen)
    return {numbers[identity]: names[identity] for identity in numbers}


def test_photos_by_date_come_first_then_certificates_projects_documents():
    assert numbered(
        document("minutes", "model"),
        project_record("project", "model"),
        certificate("label", "model"),
        photo("undated", "model"),
        photo("may", "model", dated=on(date(2026, 5, 9))),
        photo("october", "model", dated=on(date(2025, 10, 14))),
    ) == {"2.1": "october", "2.2": "may", "2.3": "undated", "2.4": "label", "2.5": "project", "2.6": "minutes"}


def test_a_piece_of_two_pillars_is_numbered_in_its_first():
    assert numbered(photo("a", "model", "students"), photo("b", "students")) == {"2.1": "a", "1.1": "b"}


def test_e_safety_has_a_letter_and_unplaced_pieces_have_no_number():
    assert numbered(document("policy", "e-safety"), photo("lost"), document("plan", "plan/model")) == {"E.1": "policy"}


def test_criteria_place_a_piece_in_their_pillar():
    assert numbered(photo("a", "model/open-days")) == {"2.1": "a"}


def test_a_hero_leads():
    pieces = [photo("a", "model"), certificate("b", "model")]
    assert numbered(*pieces, heroes=("b",)) == {"2.1": "b", "2.2": "a"}


def test_an_excluded_piece_has_no_number():
    piece = photo("a", "model")
    mapping = Mapping(
        links=mapping_of(piece).links, suggestions=(), excluded={piece[0].id: reason("excluded.decision")}
    )
    assert number(catalogue_of(piece), mapping, FRAMEWORK, ()) == {}


targets = st.lists(st.sampled_from(["model", "students", "e-safety", "model/open-days"]), unique=True)
kinds = st.sampled_from([photo, certificate, project_record, document])


@given(st.lists(st.tuples(kinds, targets, st.none() | st.dates(date(2024, 1, 1), date(2026, 1, 1)))), st.randoms())
def test_numbers_are_dense_unique_and_independent_of_the_order_of_the_scan(drawn, random):
    pieces = [
        make(f"piece {place}", *where, **({"dated": on(day)} if day else {}))
        for place, (make, where, day) in enumerate(drawn)
    ]
    numbers = number(catalogue_of(*pieces), mapping_of(*pieces), FRAMEWORK, ())
    assert numbers.keys() == {item.id for item, where in pieces if where}
    assert len(set(numbers.values())) == len(numbers)
    for prefix in ("1", "2", "E"):
        places = sorted(int(text.partition(".")[2]) for text in numbers.values() if text.startswith(f"{prefix}."))
        assert places == list(range(1, len(places) + 1))
    random.shuffle(pieces)
    assert number(catalogue_of(*pieces), mapping_of(*pieces), FRAMEWORK, ()) == numbers


def hero(value: str, *, item: str = "", file: str = "") -> Decision:
    where = Place(file="decisions.csv", line=2)
    return Decision(item=item, file=file, field=Field.HERO, value=value, where=where)


def test_heroes_are_found_by_id_by_file_and_by_folder():
    (one, _), (two, _) = photo("4/one"), photo("5/two")
    assert find_heroes([one, two], [hero("evet", item=one.id)], ()) == {one.id}
    assert find_heroes([one, two], [hero("evet", file="5/two.bin")], ()) == {two.id}
    assert find_heroes([one, two], [hero("evet", file="4/")], ()) == {one.id}


def test_a_later_no_undoes_a_hero():
    (one, _) = photo("one")
    decisions = [hero("yes", item=one.id), hero("Hayır", item=one.id)]
    assert find_heroes([one], decisions, FRAMEWORK.answers["no"]) == frozenset()
