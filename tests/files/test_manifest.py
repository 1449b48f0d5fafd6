"""A manifest says of any name what was said into it, and of nothing else."""

import pytest

from portfolio.files.manifest import manifest_text, read_sums

SUM, OTHER = "ab" * 32, "0f" * 32


def test_a_line_for_each_file_by_name():
    text = manifest_text({"plaque.tr.pdf": SUM, "dossier.tr.pdf": OTHER})
    assert text == f"{OTHER}  dossier.tr.pdf\n{SUM}  plaque.tr.pdf\n"
    assert read_sums(text) == {"plaque.tr.pdf": SUM, "dossier.tr.pdf": OTHER}


@pytest.mark.parametrize(
    "name",
    [
        "a b  c.pdf",
        "100%.pdf",
        "100%25.pdf",
        "satır\nsonu.pdf",
        "cr\r.pdf",
        "a\u2028b\x85c.pdf",
        "ığüşöç/İÇ.pdf",
        "  iki  boşluk .jpg",
        "*.pdf",
    ],
)
def test_any_name_comes_back(name):
    assert read_sums(manifest_text({name: SUM})) == {name: SUM}
    assert manifest_text({name: SUM}).count("\n") == 1


def test_what_other_programs_write_is_read():
    assert read_sums(f"\ufeff{SUM.upper()} *a.pdf\r\n\r\n{OTHER}\tb.pdf\r\n") == {"a.pdf": SUM, "b.pdf": OTHER}


@pytest.mark.parametrize("text", ["hello", f"{SUM[:-1]}  a.pdf", SUM, f"{SUM}a.pdf"])
def test_what_is_no_manifest_is_refused(text):
    with pytest.raises(ValueError):
        read_sums(text)
