import pytest

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
