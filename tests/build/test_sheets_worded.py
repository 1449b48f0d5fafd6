"""Every word that a poster or plaque asks for is there in the languages of sheets; the rest is a brand or a pattern."""

from dataclasses import replace
from datetime import date

import pytest
from compose.editions import edition_of, photo, project, project_record

from portfolio.build.sheetcompose import SHEETS
from portfolio.files.node import flat
from portfolio.files.yamlfile import read_yaml
from portfolio.framework import read_framework
from portfolio.i18n import Locale, read_locale
from portfolio.model.clearance import Audience
from portfolio.model.framework import Round
from portfolio.model.project import Label, LabelStatus
from portfolio.model.sheetorder import SheetOrder
from portfolio.resources import templates_folder
from portfolio.sheetwords import sheet_word_folders
from portfolio.themes import load_theme

PACK = read_framework("etwinning-school", None)
FOLDERS = sheet_word_folders(load_theme("base", None), [])
# What is the same in every language, and so is taken from the English words.
COMMON = {"label.brand", "label.held", "school.label", "document.title", "project.partner", "dates.period"}
LABELS = [
    Label(status=LabelStatus.HELD, years="2025-2026"),
    Label(status=LabelStatus.APPLYING),
    Label(status=LabelStatus.EXPIRED, years="2021-2022"),
    Label(status=LabelStatus.NONE),
]


class Asked(dict):
    """Words that remember which of them were asked for."""

    def __init__(self, words):
        super().__init__(words)
        self.keys_asked = set()

    def __getitem__(self, key):
        self.keys_asked.add(key)
        return super().__getitem__(key)

    def get(self, key, default=None):
        if key in self:
            self.keys_asked.add(key)
        return super().get(key, default)


def asked_for(kind, language, audience=Audience.PRINT):
    """The keys that composing a sheet asks for, whatever the label."""
    words = Asked(read_locale(language, FOLDERS).words)
    for label in LABELS:
        for name in ("", "2027-28"):
            at = Round(name=name, opens_on=None, closes_on=None, source="") if name else None
            pieces = (project_record("r", "collaboration"), photo("a", "collaboration"))
            edition = edition_of(*pieces, of=project(label=label, round=at), framework=PACK, audience=audience)
            edition = replace(edition, locale=Locale(language=language, words=words))
            order = SheetOrder(
                kind=kind, title="A", text="B", partner="C", day=date(2027, 5, 9), time="14:00", place="D"
            )
            SHEETS[kind](edition, order)
    return words.keys_asked


def own_words(language):
    return flat(read_yaml(templates_folder() / "base" / "sheets" / f"{language}.yaml")).keys()


@pytest.mark.parametrize("audience", [Audience.PRINT, Audience.PRIVATE])
@pytest.mark.parametrize("kind", SHEETS)
def test_what_a_sheet_asks_for_is_in_its_language(kind, audience):
    asked = asked_for(kind, "el", audience)
    assert len(asked) > 5
    assert {key for key in asked - own_words("el") - COMMON if not key.startswith("rules.")} == set()


def test_a_word_that_only_documents_have_is_seen():
    assert "document.dossier" not in own_words("el") | COMMON
