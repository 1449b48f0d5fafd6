import io
import random
from itertools import combinations
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from intake.evidence import collected, lay

from portfolio.intake.neighbours import NEAR, groups_of, near_pairs

FIRST, OTHER = 0x123456789ABCDEF0, 0xFEDCBA9876543210


def turned(value: int, *bits: int) -> int:
    for bit in bits:
        value ^= 1 << bit
    return value


def test_pictures_that_look_alike_are_grouped() -> None:
    hashes = {
        "a": FIRST,
        "b": turned(FIRST, 0, 10, 20, 30, 40, 63),
        "c": turned(FIRST, 0, 10, 20, 30, 40, 50, 63),
        "d": OTHER,
        "e": OTHER,
        "f": 0,
        "g": 0,
    }
    assert groups_of(hashes) == (("a", "b", "c"), ("d", "e"))  # c is near b, not near a


def test_nothing_is_alike() -> None:
    assert groups_of({}) == groups_of({"a": 1}) == groups_of({"a": 1, "b": 2**64 - 1}) == ()


def test_seven_bits_are_too_many() -> None:
    assert groups_of({"a": FIRST, "b": turned(FIRST, *range(NEAR))}) == (("a", "b"),)
    assert groups_of({"a": FIRST, "b": turned(FIRST, *range(NEAR + 1))}) == ()


@given(st.integers(0, 2**64 - 1), st.sets(st.integers(0, 63), max_size=9))
def test_no_near_pair_escapes_wherever_its_bits_differ(value: int, bits: set[int]) -> None:
    found = set(near_pairs([value, turned(value, *bits)]))
    assert bool(found) == (0 < len(bits) <= NEAR)


def test_the_search_finds_what_comparing_all_pairs_finds() -> None:
    chance = random.Random(7)
    seeds = [chance.getrandbits(64) for _ in range(40)]
    values = {turned(seed, *chance.sample(range(64), chance.randrange(9))) for seed in seeds for _ in range(6)}
    slow = {frozenset(pair) for pair in combinations(values, 2) if (pair[0] ^ pair[1]).bit_count() <= NEAR}
    assert len(slow) > 50
    assert {frozenset(pair) for pair in near_pairs(values)} == slow


def test_photos_of_the_catalogue_are_grouped_and_all_kept(tmp_path: Path) -> None:
    folder = lay(tmp_path / "kanıt", {"a.jpg": photo(90), "b.jpg": photo(20), "c.jpg": photo(90, turned=True)})
    found = collected(folder)
    ids = {item.files[0]: item.id for item in found.items}
    assert len(ids) == 3
    assert found.groups == (tuple(sorted((ids["a.jpg"], ids["b.jpg"]))),)


def photo(quality: int, *, turned: bool = False) -> bytes:
    """A JPEG of many tones."""
    from PIL import Image

    image = Image.radial_gradient("L").crop((100, 40, 250, 160))
    data = io.BytesIO()
    (image.rotate(180) if turned else image).save(data, "JPEG", quality=quality)
    return data.getvalue()
