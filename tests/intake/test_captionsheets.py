from pathlib import Path

import pytest
from intake.test_vocabulary import WORDS

from portfolio.files.yamlfile import plain, read_yaml
from portfolio.intake import captionsheets as module
from portfolio.intake.captionsheets import is_caption_sheet


@pytest.mark.parametrize(
    "name",
    [
        "captions",
        "Altyazılar",
        "açıklamalar",
        "ACIKLAMALAR",
        "foto-açıklamaları",
        "bildtexter",
        "Λεζάντα",
        "opisy_zdjęć",
    ],
)
def test_a_table_of_captions_by_its_name(name: str) -> None:
    assert is_caption_sheet(name)


@pytest.mark.parametrize("name", ["projeler", "açıklamalı plan", "2025", ""])
def test_any_other_table(name: str) -> None:
    assert not is_caption_sheet(name)


def test_every_language_has_names() -> None:
    names = plain(read_yaml(Path(module.__file__).with_name("captionsheets.yaml")))
    assert set(names) == set(WORDS["months"])
    assert all(names.values())
