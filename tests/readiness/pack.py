"""An orchard's pack of two gardens and a gate, and a school: nothing here is of any label."""

from datetime import date
from pathlib import Path
from typing import Any

from pieces import piece, sourced

from portfolio.model.dating import Dating, Precision
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.framework import Conditions, Criterion, Framework, Mission, Pillar, Round, Wording
from portfolio.model.project import (
    Figures,
    Funding,
    FundingBasis,
    Label,
    LabelStatus,
    Narratives,
    Project,
    School,
)

TODAY = date(2026, 11, 20)
SINCE = date(2025, 2, 11)


def wording(text: str) -> Wording:
    return Wording(print=text, official=False, source="ours")


def pillar(key: str, number: int, *criteria: str) -> Pillar:
    return Pillar(
        key=key,
        number=number,
        titles={"en": wording(key.title())},
        bodies={"en": wording(key)},
        folders={"en": (f"{number}-{key}",)},
        criteria=tuple(Criterion(key=line, pillar=key, wordings={"en": wording(line)}) for line in criteria),
    )


def orchard(*rounds: Round) -> Framework:
    return Framework(
        name="orchard",
        mission=Mission(titles={}, bodies={}),
        pillars=(pillar("apples", 1, "red", "green"), pillar("pears", 2, "soft")),
        buckets=(pillar("gate", 0),),
        rounds=rounds,
        certificate_kinds=(),
        column_names={},
        concepts=(),
        countries={},
        inbox={},
        answers={},
    )


def school(**said: Any) -> Project:
    defaults: dict[str, Any] = {
        "root": Path(),
        "evidence": Path("evidence"),
        "output": Path("output"),
        "cache": Path("cache"),
        "school": School(name="Okul", country="TR"),
        "languages": ("en", "tr"),
        "label": Label(status=LabelStatus.NONE),
        "funding": Funding(basis=FundingBasis.NONE),
        "round": None,
        "edition_on": None,
        "artefacts": ("dossier",),
        "framework": "orchard",
        "theme": "base",
        "max_exhibits": 10,
        "evaluator_default": False,
        "narratives": Narratives(texts={}),
        "decisions": (),
        "figures": Figures(),
    }
    return Project(**{**defaults, **said})


def asking(name: str = "2027-28", **conditions: Any) -> Round:
    return Round(
        name=name,
        opens_on=date(2027, 2, 11),
        closes_on=date(2027, 3, 9),
        source="ours",
        conditions=Conditions(**conditions),
    )


def taken(name: str, day: date | None, kind: Kind = Kind.PHOTO, **said: Any) -> EvidenceItem:
    dated = sourced(Dating(first=day, last=day, precision=Precision.DAY)) if day else None
    return piece(name, kind=kind, dated=dated, **said)
