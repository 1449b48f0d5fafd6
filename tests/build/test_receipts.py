"""Whose is what came: texts for teachers, folder by folder."""

from datetime import date
from pathlib import Path

from intake.evidence import jpeg, lay
from intake.office import eml
from intake.test_archives import packed_as

from portfolio.build.receipts import receipts_of
from portfolio.build.survey import take_survey
from portfolio.framework import read_framework
from portfolio.model.events import silent
from portfolio.project import read_project
from portfolio.starter import start


def test_what_lies_in_an_archive_or_a_mail_belongs_to_the_folder_of_that_one(tmp_path: Path) -> None:
    root = tmp_path / "okul"
    start(root, school="A", language="tr", country="TR", framework=read_framework("etwinning-school", None))
    lay(
        root / "evidence/3-ogrenciler",
        {
            "fotoğraflar.zip": packed_as({"gezi/a.jpg": jpeg(), "gezi/b/kırık.jpg": jpeg((1, 2, 3))[:300]}),
            "veli.eml": eml("Şenlik", "Merhaba", ("c.jpg", jpeg((4, 5, 6)))),
        },
    )
    project, _ = read_project(root, tmp_path / "cache")
    [receipt] = receipts_of(take_survey(project, today=date(2026, 11, 20), report=silent))
    assert (receipt.folder, receipt.received) == ("3-ogrenciler", 4)
    assert [file.name for file in receipt.unusable] == ["3-ogrenciler/fotoğraflar.zip/gezi/b/kırık.jpg"]
    assert set(receipt.undated) == {"fotoğraflar.zip/gezi/a.jpg", "veli.eml", "veli.eml/c.jpg"}
