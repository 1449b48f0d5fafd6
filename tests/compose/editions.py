"""Small editions to compose from: a framework of two pillars, a school, and pieces by one line each.

edition = edition_of(photo("a", "model"), certificate("b", "model", "students"), language="tr")
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping as Texts
from dataclasses import replace
from datetime import date
from pathlib import Path

from portfolio.compose.edition import Edition
from portfolio.compose.numbering import find_heroes, number
from portfolio.i18n import read_locale
from portfolio.mapping.proofs import find_proofs
from portfolio.model.catalogue import Catalogue
from portfolio.model.clearance import Audience, Clearance, ClearedPiece
from portfolio.model.dating import Dating, Precision
from portfolio.model.evidence import Certificate, EvidenceItem, Kind, ProjectRecord, Quotation, Raster
from portfolio.model.framework import CertificateKind, Criterion, Framework, Mission, Pillar, Wording
from portfolio.model.mapping import Coverage, Link, Mapping, Strength
from portfolio.model.problem import reason
from portfolio.model.project import Funding, FundingBasis, Label, LabelStatus, Narratives, Project, School
from portfolio.model.text import LocalText, Origin, Sourced, local
from portfolio.resources import templates_folder

MESSAGES = templates_folder() / "base" / "messages"
TODAY = date(2026, 11, 22)

Piece = tuple[EvidenceItem, tuple[str, ...]]


def said(value: object) -> Sourced:
    return Sourced(value=value, origin=Origin.SIDECAR, where="captions.csv:2")


def piece(name: str, *targets: str, kind: Kind, **fields: object) -> Piece:
    """A piece with its targets; its id and digest follow from its name."""
    digest = hashlib.sha256(name.encode()).hexdigest()
    item = EvidenceItem(
        id=f"E-{digest[:10]}",
        kind=kind,
        files=(f"{name}.bin",),
        source=f"{name}.bin",
        sha256=digest,
        size=1000,
        **{"media_type": "application/octet-stream", **fields},
    )
    return item, targets


def photo(name: str, *targets: str, width: int = 1600, height: int = 1200, **fields: object) -> Piece:
    raster = Raster(width=width, height=height, dhash="0" * 16)
    return piece(name, *targets, kind=Kind.PHOTO, media_type="image/jpeg", raster=raster, **fields)


def certificate(name: str, *targets: str, **fields: object) -> Piece:
    said_in_it = Certificate(kind="nql", matched="Ulusal Kalite Etiketi", project=said("Işık Avcıları"))
    fields = {"certificate": said_in_it, "pages": 1, **fields}
    return piece(name, *targets, kind=Kind.CERTIFICATE, media_type="application/pdf", **fields)


def project_record(name: str, *targets: str, **fields: object) -> Piece:
    record = ProjectRecord(
        title=said("Işık Avcıları"),
        url=said("https://school-education.ec.europa.eu/en/etwinning/projects/isik-avcilari"),
        summary=said(local("Gölgeleri ölçtük.", "tr")),
        years=said("2024-2025"),
        partners=said((("Skola Norr", "SE"), ("", "IT"))),
        pupils=said(24),
    )
    return piece(name, *targets, kind=Kind.PROJECT, project=record, **fields)


def quotation(name: str, target: str, words: str, role: str = "", question: str = "") -> Piece:
    """What somebody said, in Turkish."""
    spoken = Quotation(
        text=said(local(words, "tr")),
        role=said(role) if role else None,
        question=said(question) if question else None,
    )
    return piece(name, target, kind=Kind.QUOTATION, quotation=spoken)


def document(name: str, *targets: str, **fields: object) -> Piece:
    return piece(name, *targets, kind=Kind.DOCUMENT, **fields)


def on(day: date) -> Sourced:
    return said(Dating(first=day, last=day, precision=Precision.DAY))


def wordings(official: bool = True, **texts: str) -> dict[str, Wording]:
    return {code: Wording(print=text, official=official or code == "en", source="test") for code, text in texts.items()}


def pillar(key: str, place: int, criteria: tuple[Criterion, ...] = (), **titles: str) -> Pillar:
    return Pillar(
        key=key,
        number=place,
        titles=wordings(**titles),
        bodies=wordings(official=False, en=f"What {key} means.", tr=f"{key} ne demektir."),
        folders={"tr": (f"{place}-{key}",), "en": (f"{place}-{key}",)},
        criteria=criteria,
    )


OPEN_DAYS = Criterion(
    key="open-days",
    pillar="model",
    wordings=wordings(en="Open days for other schools.", tr="Diğer okullara açık günler."),
)
FRAMEWORK = Framework(
    name="small",
    mission=Mission(
        titles=wordings(en="eTwinning SCHOOL MISSION", tr="eTwinning okullarının misyonu"),
        bodies=wordings(official=False, en="Schools are **models**.", tr="Okullar **örnektir**."),
    ),
    pillars=(
        pillar("students", 1, en="Students in eTwinning Schools are agents of change", tr="Öğrenci temsilciliği"),
        pillar("model", 2, (OPEN_DAYS,), en="eTwinning Schools are models", tr="Diğer okullara rol model olma"),
    ),
    buckets=(pillar("e-safety", 0, en="Online safety", tr="Çevrim içi güvenlik"),),
    rounds=(),
    certificate_kinds=(
        CertificateKind(
            key="nql",
            names=("Ulusal Kalite Etiketi",),
            targets=("students",),
            titles={"en": "National Quality Label", "tr": "Ulusal Kalite Etiketi"},
            confirms="national_label",
        ),
        CertificateKind(
            key="course",
            names=("seminer belgesi",),
            targets=("students",),
            titles={"en": "seminar certificate", "tr": "seminer belgesi"},
            development=True,
        ),
    ),
    column_names={},
    concepts=(),
    countries={
        "TR": {"en": "Türkiye", "tr": "Türkiye"},
        "SE": {"en": "Sweden", "tr": "İsveç"},
        "IT": {"en": "Italy", "tr": "İtalya"},
    },
    inbox={},
    answers={"no": ("no", "hayır")},
)


def project(narratives: Texts[str, Texts[str, str]] | None = None, **changes: object) -> Project:
    plain = Project(
        root=Path("/school"),
        evidence=Path("/school/evidence"),
        output=Path("/school/output"),
        cache=Path("/cache"),
        school=School(
            name="Masalköy Işıltı İlkokulu",
            country="TR",
            city="Masalköy",
            website="https://isilti.example",
            pupils=212,
            teachers=14,
            founded=1958,
        ),
        languages=("tr", "en", "sv"),
        label=Label(status=LabelStatus.HELD, years="2025-2026"),
        funding=Funding(basis=FundingBasis.NONE),
        round=None,
        edition_on=date(2026, 11, 20),
        artefacts=("dossier",),
        framework="small",
        theme="base",
        max_exhibits=40,
        evaluator_default=False,
        narratives=Narratives(texts=narratives or {}),
        decisions=(),
    )
    return replace(plain, **changes)


def catalogue_of(*pieces: Piece) -> Catalogue:
    return Catalogue(files=(), items=tuple(item for item, _ in pieces))


def mapping_of(*pieces: Piece) -> Mapping:
    links = (
        Link(item=item.id, target=target, strength=Strength.PLACED, rationale=reason("placed.folder"), origin="")
        for item, targets in pieces
        for target in targets
    )
    return Mapping(links=tuple(links), suggestions=(), excluded={})


def edition_of(
    *pieces: Piece,
    language: str = "tr",
    audience: Audience = Audience.EVALUATOR,
    withheld: tuple[Piece, ...] = (),
    of: Project | None = None,
    today: date = TODAY,
    framework: Framework = FRAMEWORK,
) -> Edition:
    """An edition of these pieces; the `withheld` ones have numbers but no clearance."""
    school = of or project()
    mapping = mapping_of(*pieces, *withheld)
    catalogue = catalogue_of(*pieces, *withheld)
    allowed = reason("clearance.no-people")
    return Edition(
        project=school,
        framework=framework,
        locale=read_locale(language, [MESSAGES]),
        audience=audience,
        pieces=tuple(
            ClearedPiece(item=item, clearance=Clearance(item=item.id, audience=audience, allowed=True, why=allowed))
            for item, _ in pieces
        ),
        numbers=number(
            catalogue, mapping, framework, find_heroes(catalogue.items, school.decisions, framework.answers["no"])
        ),
        mapping=mapping,
        coverage=Coverage(counts={}, unplaced=0),
        today=today,
        lockup=None,
        fonts=("Ubuntu (Ubuntu Font Licence 1.0)", "Okul Sans"),
        proofs={target: tuple(item.id for item in found) for target, found in find_proofs(catalogue, mapping).items()},
    )


def in_both(turkish: str, english: str) -> LocalText:
    return LocalText(texts=(("tr", turkish), ("en", english)))
