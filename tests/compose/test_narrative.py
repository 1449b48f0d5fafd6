from dataclasses import replace

from compose.editions import edition_of, project
from pieces import piece

from portfolio.compose.narrative import set_narrative
from portfolio.compose.selection import select
from portfolio.model.blocks import Paragraph, Run, Source
from portfolio.model.clearance import Audience
from portfolio.model.problem import Place, note

EDITION = edition_of(
    of=project({"model": {"tr": "Kapımız açık."}, "model/plan": {"en": "We plan.\n\n![x](y.jpg)"}}), language="tr"
)


def test_a_text_in_the_document_s_language():
    source = Source(key="model", language="tr")
    assert set_narrative(EDITION, "model") == ((Paragraph(runs=(Run(text="Kapımız açık."),), source=source),), ())


def test_a_text_in_another_language_is_set_marked_and_named():
    blocks, problems = set_narrative(EDITION, "model/plan")
    source = Source(key="model/plan", language="en")
    assert blocks[0] == Paragraph(runs=(Run(text="We plan.", language="en"),), source=source)
    assert problems[-1] == note(
        "compose.text-not-translated", Place(file="narrative/model.en.md"), wanted="narrative/model.tr.md"
    )


def test_what_cannot_be_set_is_found_by_its_words():
    _, problems = set_narrative(EDITION, "model/plan")
    assert (problems[0].code, problems[0].where, problems[0].values) == (
        "prose.picture",
        Place(file="narrative/model.en.md"),
        (("text", "y.jpg"),),
    )


def test_what_the_school_did_not_write():
    assert set_narrative(EDITION, "students") == ((), ())


def test_references_lead_to_exhibits_or_the_register():
    photo, paper, hidden = (piece(f"{name}.jpg", id=f"E-{name}") for name in ("aaaa000000", "bbbb000000", "cccc000000"))
    source = "Bir [[E-aaaa]] [[E-bbbb]], iki (bkz. [[E-cccc]]), üç [[E-dddd]]."
    edition = edition_of(
        (photo, ("model",)),
        (paper, ("model",)),
        withheld=((hidden, ("model",)),),
        of=project({"model": {"tr": source}}, max_exhibits=1),
    )
    meant = {"e-aaaa": photo.id, "e-bbbb": paper.id, "e-cccc": hidden.id}
    edition = replace(edition, citations=meant)
    selection = replace(select(edition), shown=frozenset({photo.id}))
    (paragraph,), problems = set_narrative(edition, "model", selection=selection)
    assert "".join(run.text for run in paragraph.runs) == "Bir (Kanıt\xa02.1, 2.2), iki (bkz. Kanıt\xa02.3), üç."
    assert [(run.text, run.link) for run in paragraph.runs if run.link] == [("2.1", "#x-2.1"), ("2.2", "#r-2.2")]
    assert [(problem.code, dict(problem.values)["number"]) for problem in problems] == [
        ("compose.reference-withheld", "2.3")
    ]


def test_a_draft_keeps_what_means_nothing_for_the_school_to_mend():
    draft = edition_of(of=project({"model": {"tr": "Bir [[E-zz]]."}}), audience=Audience.PRIVATE)
    (paragraph,), _ = set_narrative(draft, "model", selection=select(draft))
    assert "[[E-zz]]" in "".join(run.text for run in paragraph.runs)
