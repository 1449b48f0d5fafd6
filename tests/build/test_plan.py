"""What is wanted of a build: for whom, in which languages and formats."""

from dataclasses import replace
from pathlib import Path

from compose.editions import project

from portfolio.build.plan import KINDS, Choice, plan
from portfolio.model.clearance import HANDED_OUT


def paths(*names: str, draft: bool = False) -> list[str]:
    wanted = replace(project(), root=Path(), artefacts=names, languages=("tr", "sv"))
    return [spec.path for spec in plan(wanted, draft=draft)]


def test_every_artefact_in_every_language_and_format() -> None:
    assert paths("dossier", "plaque") == [
        "evaluator/dossier.tr.pdf",
        "evaluator/dossier.tr.docx",
        "evaluator/dossier.sv.pdf",
        "evaluator/dossier.sv.docx",
        "print/plaque.tr.pdf",
        "print/plaque.tr.svg",
        "print/plaque.tr.txt",
        "print/plaque.sv.pdf",
        "print/plaque.sv.svg",
        "print/plaque.sv.txt",
    ]


def test_a_dossier_of_its_own_for_each_audience() -> None:
    assert paths("dossier", "dossier-print", "dossier-web")[::4] == [
        "evaluator/dossier.tr.pdf",
        "print/dossier.tr.pdf",
        "web/dossier.tr.pdf",
    ]
    assert {audience for _, audience, _ in KINDS.values()} == set(HANDED_OUT)


def test_what_is_pasted_is_a_folder_for_each_language_with_a_file_to_open() -> None:
    assert paths("paste") == ["web/paste/tr/announcement.txt", "web/paste/sv/announcement.txt"]
    assert paths("paste", draft=True)[0] == "private/paste/tr/announcement.txt"


def test_the_information_sheet_is_for_print_as_pdf_and_word() -> None:
    assert paths("info-sheet")[:2] == ["print/info-sheet.tr.pdf", "print/info-sheet.tr.docx"]


def test_a_draft_is_one_for_the_school_whatever_it_is_a_draft_of() -> None:
    assert paths("dossier", "dossier-print", draft=True) == [
        "private/dossier.tr.pdf",
        "private/dossier.tr.docx",
        "private/dossier.sv.pdf",
        "private/dossier.sv.docx",
    ]


def chosen(*names: str, languages: tuple[str, ...] = ()) -> list[str]:
    wanted = replace(project(), root=Path(), artefacts=("dossier", "plaque"), languages=("tr", "sv"))
    return [spec.path for spec in plan(wanted, choice=Choice(names=names, languages=languages))]


def test_of_a_choice_only_what_is_chosen() -> None:
    assert chosen("plaque") == [
        f"print/plaque.{language}.{form}" for language in ("tr", "sv") for form in ("pdf", "svg", "txt")
    ]
    assert chosen("dossier", languages=("sv",)) == ["evaluator/dossier.sv.pdf", "evaluator/dossier.sv.docx"]
    assert len(chosen(languages=("tr",))) == 5
    assert not Choice()


def test_what_a_draft_is_of_can_be_chosen_by_each_of_its_names() -> None:
    wanted = replace(project(), root=Path(), artefacts=("dossier", "dossier-print"), languages=("tr",))
    for name in wanted.artefacts:
        specs = plan(wanted, draft=True, choice=Choice(names=(name,)))
        assert [spec.path for spec in specs] == ["private/dossier.tr.pdf", "private/dossier.tr.docx"]


def test_a_choice_of_what_is_not_wanted_is_told_with_the_nearest() -> None:
    wanted = replace(project(), root=Path(), artefacts=("dossier", "plaque"), languages=("tr", "sv"))
    faults = Choice(names=("dosier", "x"), languages=("de",)).faults(wanted)
    assert [(each.code, dict(each.values)["nearest"]) for each in faults] == [
        ("artefact.unwanted-near", "dossier"),
        ("artefact.unwanted", ""),
        ("artefact.language", ""),
    ]
    assert Choice(names=("plaque",), languages=("sv",)).faults(wanted) == ()


def test_a_bundle_is_made_after_its_dossier_which_it_brings_along() -> None:
    wanted = replace(project(), root=Path(), artefacts=("bundle",), languages=("tr",))
    specs = plan(wanted)
    assert [(spec.path, spec.after) for spec in specs] == [
        ("evaluator/dossier.tr.pdf", ()),
        ("evaluator/bundle.tr.pdf", ("evaluator/dossier.tr.pdf",)),
    ]
    assert paths("bundle", draft=True)[:2] == ["private/dossier.tr.pdf", "private/bundle.tr.pdf"]


def test_the_uploads_are_one_until_they_are_composed() -> None:
    assert paths("upload") == ["evaluator/upload.tr.pdf", "evaluator/upload.sv.pdf"]
