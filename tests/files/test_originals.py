from pathlib import Path

from portfolio.files.originals import Originals, unpacked_name

SHA = "a" * 64


def test_a_source_is_in_the_evidence_folder_or_unpacked_in_the_cache(tmp_path: Path) -> None:
    originals = Originals(evidence=tmp_path / "evidence", cache=tmp_path / "cache")
    originals.evidence.mkdir()
    (originals.evidence / "a.zip").write_bytes(b"PK")
    assert originals.path("a.zip", SHA) == tmp_path / "evidence" / "a.zip"
    assert originals.path("a.zip/b/foto.JPG", SHA) == tmp_path / "cache" / "unpacked" / f"{SHA}.jpg"
    assert originals.path("a.zip/" + "x" * 400, SHA) == tmp_path / "cache" / "unpacked" / SHA


def test_of_a_name_in_an_archive_only_a_plain_suffix_is_kept() -> None:
    names = ["foto.jpg", "foto", "foto.çay", "x.a b", "x.j\npg", "x.verylongsuffix", ".."]
    assert [unpacked_name(name, "s") for name in names] == ["s.jpg", "s", "s", "s", "s", "s", "s"]


def test_what_was_unpacked_can_be_lost(tmp_path: Path) -> None:
    originals = Originals(evidence=tmp_path / "evidence", cache=tmp_path / "cache")
    (originals.evidence / "b").mkdir(parents=True)
    (originals.evidence / "a.zip").write_bytes(b"PK")
    sources = [("a.zip", SHA), ("b/c.jpg", SHA), ("a.zip/d/e.jpg", SHA)]
    assert originals.hold(sources[:2])
    assert not originals.hold(sources)
    originals.unpacked.mkdir(parents=True)
    originals.path(*sources[2]).write_bytes(b"x")
    assert originals.hold(sources)
