"""The table of formats: every suffix once, and whether a name ends with one."""

from portfolio.intake.formats import FORMATS, READ, known_suffix


def test_each_suffix_belongs_to_one_format() -> None:
    suffixes = [suffix for entry in FORMATS.values() for suffix in entry.suffixes if suffix]
    assert len(suffixes) == len(set(suffixes)) > 60
    assert {
        FORMATS[key].family in READ for key in ("jpeg", "pdf", "docx", "xlsx", "csv", "yaml", "markdown", "text")
    } == {True}


def test_suffixes_that_are_known() -> None:
    assert known_suffix("IMG_1.jpg")
    assert not known_suffix("Tales the Wind Carried")
    assert not known_suffix("jpg")
