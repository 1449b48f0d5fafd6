from compose.editions import edition_of, project

from portfolio.compose.narrative import set_narrative
from portfolio.model.document import Paragraph, Run
from portfolio.model.problem import Place, note

EDITION = edition_of(
    of=project({"model": {"tr": "Kapımız açık."}, "model/plan": {"en": "We plan.\n\n![x](y.jpg)"}}), language="tr"
)


def test_a_text_in_the_document_s_language():
    assert set_narrative(EDITION, "model") == ((Paragraph(runs=(Run(text="Kapımız açık."),)),), ())


def test_a_text_in_another_language_is_set_marked_and_named():
    blocks, problems = set_narrative(EDITION, "model/plan")
    assert blocks[0] == Paragraph(runs=(Run(text="We plan.", language="en"),))
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
