"""What a school may show on a day, for tests of the EU's emblem: its funding, its label, and both together."""

from __future__ import annotations

from datetime import date

from compose.editions import project

from portfolio.build.visibility import standing_of
from portfolio.model.project import Funding, FundingBasis, Label, LabelStatus
from portfolio.themes import load_theme
from portfolio.visibility.wanted import Standing

THEME = load_theme("base", None)
TODAY = date(2026, 11, 22)
HELD, APPLYING = Label(status=LabelStatus.HELD, years="2025-2026"), Label(status=LabelStatus.APPLYING)
ENDED = Label(status=LabelStatus.HELD, years="2023-2024")
GRANT = Funding(
    basis=FundingBasis.GRANT,
    share="funded",
    programme="Erasmus+",
    number="2026-1-TR01-KA122-SCH-000000000",
    authority="EACEA",
)
PRESCRIBED = Funding(basis=FundingBasis.LABEL, prescribed_by="a letter of 1 October 2026")


def standing(funding: Funding = GRANT, label: Label = HELD) -> Standing:
    """Of a school with this funding and this label."""
    return standing_of(project(funding=funding, label=label), THEME, TODAY)
