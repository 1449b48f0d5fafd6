from dataclasses import replace

from portfolio.build.receipts import Receipt
from portfolio.cli.notes import MAX_NAMES, set_notes
from portfolio.cli.words import read_words
from portfolio.model.catalogue import CataloguedFile, FileState
from portfolio.model.problem import reason

BROKEN = CataloguedFile(
    name="4-rol-model/kırık.jpg",
    path="4-rol-model/kırık.jpg",
    size=9,
    sha256="ab",
    state=FileState.QUARANTINED,
    reason=reason("file.empty"),
)


def written(*receipts: Receipt, language: str = "en") -> str:
    return set_notes(receipts, read_words(language))


def test_a_folder_is_told_what_came_and_what_is_wanted() -> None:
    receipt = Receipt(
        folder="4-rol-model",
        received=12,
        unusable=(BROKEN,),
        undated=("a.jpg", "b.jpg", "c.jpg"),
        unsure=("05-04-2025 şenlik.jpg",),
        unnamed=("a.jpg", "çay.jpg"),
    )
    assert written(receipt).splitlines() == [
        "4-rol-model",
        "",
        "12 files received. Thank you!",
        "1 cannot be read:",
        "  kırık.jpg: the file is empty",
        "3 need a date:",
        "  a.jpg",
        "  b.jpg",
        "  c.jpg",
        "1 has a date whose day and month could be the other way round:",
        "  05-04-2025 şenlik.jpg",
        "2 need to say who is in it, or that nobody can be recognised:",
        "  a.jpg",
        "  çay.jpg",
        "",
        "Please answer with what is missing, and send again what cannot be read.",
    ]


def test_where_nothing_is_missing_there_is_only_thanks() -> None:
    assert written(Receipt(folder="", received=1)).splitlines() == [
        "The evidence folder itself",
        "",
        "1 file received. Thank you!",
        "",
        "Nothing is missing.",
    ]


def test_every_folder_has_its_text_and_long_lists_end() -> None:
    many = tuple(f"{number:02}.jpg" for number in range(MAX_NAMES + 3))
    said = written(Receipt(folder="a", received=15, undated=many), Receipt(folder="a/b", received=1))
    assert "  11.jpg\n  and 3 more\n" in said
    assert "12.jpg" not in said
    assert "\n\n\na/b\n\n1 file received" in said


def test_teachers_are_written_to_in_their_language_else_in_english() -> None:
    receipt = Receipt(folder="a", received=2, undated=("a.jpg",))
    assert "2 dosya geldi. Teşekkürler!\n1 tanesinin tarihi eksik:\n  a.jpg\n" in written(receipt, language="tr")
    assert "2 files received" in written(receipt, language="fi")


def test_what_lies_in_an_archive_is_called_by_the_way_to_it() -> None:
    broken = replace(BROKEN, name="4-rol-model/foto.zip/gezi/kırık.jpg")
    said = written(Receipt(folder="4-rol-model", received=2, unusable=(broken,)))
    assert "\n  foto.zip/gezi/kırık.jpg: the file is empty\n" in said
