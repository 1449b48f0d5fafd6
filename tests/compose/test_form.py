"""The texts for the application form, before any format."""

import json
from collections.abc import Callable
from dataclasses import asdict, replace

from compose.editions import edition_of, project
from pieces import piece, sourced

from portfolio.compose.edition import Edition
from portfolio.compose.form import compose_form, with_counts
from portfolio.compose.naming import with_short_names
from portfolio.model.clearance import Audience
from portfolio.model.composed import items_in
from portfolio.model.evidence import EvidenceItem, Kind
from portfolio.model.form import ApplicationForm, FormField
from portfolio.model.project import TextLimits
from portfolio.namerule import NameRule
from portfolio.nameways import person_name

PHOTO = piece("4-rol-model/stant.jpg", id="E-3f9a12bc40")
PAPER = piece("4-rol-model/UKE.pdf", id="E-77aa000000", kind=Kind.CERTIFICATE)
LINK = piece("site.url", id="E-0123456789", kind=Kind.LINK, address=sourced("https://example.org/haber"))
ANSWER = piece("anket.csv", id="E-aa11223344.1", kind=Kind.QUOTATION)
HIDDEN = piece("4-rol-model/sınıf.jpg", id="E-bb00000000")
TEXTS = {
    "e-safety": {"tr": "Politikamız var."},
    "model": {"tr": "Kapımız **açık** [[E-3f9a]]; sınıf da [[E-bb00]]."},
    "model/open-days": {"tr": "Ada Billurköşk anlattı."},
    "model/plan": {"en": "We go on."},
}
PLACED = (
    (PHOTO, ("model", "model/open-days")),
    (PAPER, ("model",)),
    (LINK, ("model",)),
    (ANSWER, ("model",)),
)


def edition(*placed: tuple[EvidenceItem, tuple[str, ...]], limits: TextLimits | None = None, **more: object) -> Edition:
    school = project(TEXTS, limits=limits or TextLimits())
    made = edition_of(*(placed or PLACED), withheld=((HIDDEN, ("model",)),), of=school, **more)
    proofs = {
        "model": (HIDDEN.id, PAPER.id, PHOTO.id, LINK.id, ANSWER.id),
        "model/open-days": (HIDDEN.id, PHOTO.id),
    }
    return replace(made, proofs=proofs, citations={"e-3f9a": PHOTO.id, "e-bb00": HIDDEN.id})


def fields(form: ApplicationForm) -> dict[str, FormField]:
    return {field.key: field for part in form.parts for field in part.fields}


def listed(field: FormField) -> list[tuple[str, ...]]:
    rows = field.evidence.rows if field.evidence else ()
    return [tuple("".join(run.text for run in cell) for cell in row.cells) for row in rows]


def test_the_form(golden: Callable[[str, str], None]):
    made = edition(limits=TextLimits(every=20, single={"plan": 100}))
    form, _ = with_counts(compose_form(made)[0], made)
    golden("application.tr.json", json.dumps(asdict(form), ensure_ascii=False, indent=1) + "\n")


def test_e_safety_comes_first_and_what_is_empty_is_left_out():
    form, _ = compose_form(edition())
    assert [part.pillar for part in form.parts] == ["e-safety", "model"]
    assert list(fields(form)) == ["e-safety", "model", "model/open-days", "model/plan"]


def test_evidence_stands_in_order_of_strength_and_only_what_is_cleared():
    form, _ = compose_form(edition())
    named = fields(form)
    assert [(row[0], row[2]) for row in listed(named["model"])] == [
        ("2.3", "4-rol-model/UKE.pdf"),
        ("2.4", "https://example.org/haber"),
        ("2.5", "Kanıt dosyasında gösterildiği gibi: dosyanın kendisi daha fazlasını içeriyor"),
    ]
    assert [row[2] for row in listed(named["model/open-days"])] == ["4-rol-model/stant.jpg"]
    assert set(items_in(form)) == {PHOTO.id, PAPER.id, LINK.id, ANSWER.id}
    assert "sınıf.jpg" not in json.dumps(asdict(form), ensure_ascii=False)


def test_references_are_numbers_without_links():
    form, problems = compose_form(edition())
    assert fields(form)["model"].text == ("Kapımız açık (Kanıt 2.2); sınıf da (Kanıt 2.1).",)
    assert "compose.reference-withheld" in [problem.code for problem in problems]


def test_the_number_that_explains_numbers_is_one_that_its_readers_see():
    shown = compose_form(edition())[0]
    (number, _, _), *_ = listed(fields(shown)["model"])
    assert f"“Kanıt {number}”" in shown.notes[0]
    nothing = compose_form(replace(edition(), pieces=()))[0]
    assert "“" not in nothing.notes[0]


def test_a_text_in_another_language_is_marked():
    form, problems = compose_form(edition())
    plan = fields(form)["model/plan"]
    assert (plan.text, plan.language, plan.note) == (
        ("We go on.",), "en", "Metnin dili: İngilizce. Henüz çevirisi yok.",
    )  # fmt: skip
    assert "compose.text-not-translated" in [problem.code for problem in problems]


def test_what_is_counted_is_what_is_printed():
    made = edition(limits=TextLimits(every=15))
    form, _ = compose_form(made)
    short = with_short_names(form, NameRule(filter(None, [person_name("Ada Billurköşk")])))
    counted, problems = with_counts(short, made)
    field = fields(counted)["model/open-days"]
    assert (field.text, field.counted, field.over) == (("Ada B. anlattı.",), "15 karakter; sınır 15", "")
    assert [(problem.code, dict(problem.values)["over"]) for problem in problems] == [
        ("form.too-long", "1"),
        ("form.too-long", "32"),
    ]
    assert fields(counted)["e-safety"].over == "1 karakter fazla: kısaltın"


def test_a_draft_says_so():
    assert compose_form(edition())[0].watermark == ""
    draft = edition_of(*PLACED, of=project(TEXTS), audience=Audience.PRIVATE)
    assert compose_form(draft)[0].watermark


def test_the_limit_of_a_text_its_kind_or_all():
    limits = TextLimits(every=3, single={"plan": 2, "model/plan": 1})
    assert [limits.of(key) for key in ("model/plan", "students/plan", "model")] == [1, 2, 3]
    assert TextLimits().of("model") is None
