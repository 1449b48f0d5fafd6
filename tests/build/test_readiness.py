"""The school's own page and calendar: in every language, self-contained, without names, and nowhere else."""

import json
import re

import pytest
from projects import digests, make_project, portfolio, rewrite

from portfolio.i18n import read_locale
from portfolio.resources import templates_folder


@pytest.fixture
def root(tmp_path):
    root = make_project(tmp_path / "okul")
    rewrite(root / "portfolio.yaml", "[dossier, poster-mission, plaque]", "[dossier]")
    return root


def page(root, language):
    return (root / "output" / "private" / f"readiness.{language}.html").read_text(encoding="utf-8")


def test_check_writes_the_page_in_every_language_and_the_dates(root, capsys):
    assert portfolio("check", root=root) == 8
    said = capsys.readouterr().out
    assert "output/private/readiness.en.html" in said
    assert "output/private/round.ics" in said
    assert "Ne kadar hazırız?" in page(root, "tr")
    assert "How ready are we?" in page(root, "en")
    assert "DTSTART;VALUE=DATE:20270309" in (root / "output" / "private" / "round.ics").read_text(encoding="utf-8")


def test_the_page_needs_nothing_but_itself(root):
    portfolio("check", root=root)
    for language in ("tr", "en"):
        text = page(root, language)
        assert not re.search(r"https?:|<script|<link|<img|url\(|@import|src=|\{\{|readiness\.", text)
        assert f'<html lang="{language}">' in text


def test_a_day_with_no_round_has_no_calendar_but_a_page(root):
    rewrite(root / "portfolio.yaml", "round: {name: 2027-28, closes_on: 2027-03-09}\n", "")
    rewrite(root / "portfolio.yaml", "label: {status: held, years: 2025-2026}\n", "")
    rewrite(root / "portfolio.yaml", "funding: {basis: label, prescribed_by: Masal Ulusal Destek Servisi}\n", "")
    assert portfolio("check", root=root) == 8
    assert not (root / "output" / "private" / "round.ics").exists()
    assert "closes_on" in page(root, "en")


def test_a_pupil_is_not_named_in_full(root):
    (root / "consent.csv").write_text(
        "person;role;scopes;given_on;by;expires_on;withdrawn_on;note\nAyşe Yıldıztozu;pupil;evaluator;2026-01-01;;;;\n",
        encoding="utf-8-sig",
    )
    photo = root / "evidence" / "4-rol-model" / "açık kapı günü.jpg"
    photo.rename(photo.with_name("Ayşe Yıldıztozu sahnede.jpg"))
    portfolio("check", root=root)
    assert "Ayşe Y." in page(root, "tr")
    assert "Yıldıztozu" not in page(root, "tr")


def test_a_page_that_somebody_edited_stays(root, capsys):
    portfolio("check", root=root)
    file = root / "output" / "private" / "readiness.tr.html"
    file.write_text("notlarım", encoding="utf-8")
    capsys.readouterr()
    portfolio("check", "--json", root=root)
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert file.read_text(encoding="utf-8") == "notlarım"
    assert (file.parent / "readiness.tr.new.html").exists()
    assert "artefact.beside" in {problem["code"] for problem in problems}


def test_those_who_judge_are_shown_nothing_of_it(root, tmp_path):
    assert portfolio("build", root=root) == 0
    assert (root / "output" / "private" / "readiness.tr.html").exists()
    before = {name: sha for name, sha in digests(root / "output").items() if not name.startswith("private/")}
    assert {name.partition("/")[0] for name in before} == {"evaluator"}
    portfolio("check", root=root)
    assert portfolio("build", root=root) == 0
    after = {name: sha for name, sha in digests(root / "output").items() if not name.startswith("private/")}
    assert after == before


def test_a_folder_that_cannot_be_written_stops_no_answer(root, capsys):
    (root / "output").mkdir()
    (root / "output" / "private").write_text("no folder", encoding="utf-8")
    assert portfolio("check", "--json", root=root) == 7
    document = json.loads(capsys.readouterr().out)
    assert document["readiness"]["evidence"]
    assert "output.unwritable" in {problem["code"] for problem in document["problems"]}


def test_the_page_and_the_console_give_the_same_reasons():
    from portfolio.cli.words import read_words

    def reasons(words, head):
        areas = ("asks.", "has.", "lacks.", "could.", "gap.", "condition.", "step.")
        return {key.removeprefix(head) for key in words if key.removeprefix(head).startswith(areas)}

    shown = {
        language: reasons(read_locale(language, [templates_folder() / "base" / "messages"]).words, "readiness.reasons.")
        for language in ("en", "tr", "sv")
    }
    assert shown["en"] == shown["tr"] == shown["sv"] == reasons(read_words("en").texts, "reasons.")


def test_the_page_of_a_language_that_is_wanted_no_more_goes_unless_somebody_edited_it(root):
    english = root / "output" / "private" / "readiness.en.html"
    both, one = "languages: [tr, en]", "languages: [tr]"
    portfolio("check", root=root)
    assert english.exists()
    rewrite(root / "portfolio.yaml", both, one)
    portfolio("check", root=root)
    assert not english.exists()
    rewrite(root / "portfolio.yaml", one, both)
    portfolio("check", root=root)
    english.write_text("edited", encoding="utf-8")
    rewrite(root / "portfolio.yaml", both, one)
    portfolio("check", root=root)
    assert english.read_text(encoding="utf-8") == "edited"


def test_the_page_names_what_is_not_shown_and_what_is_wrong(root):
    portfolio("check", root=root)
    english, turkish = page(root, "en"), page(root, "tr")
    kept = english.partition("Not shown to everybody")[2].partition("</section>")[0]
    assert "evaluator, print, web: nobody has said whether people can be recognised in it" in kept
    assert "3-ogrenciler/IMG_20251014_101532.jpg" in kept
    assert "değerlendirici, baskı, web: içinde tanınabilir kişi olup olmadığı söylenmemiş" in turkish
    wrong = english.partition("Wrong or unclear")[2].partition("</section>")[0]
    assert "<b>Error</b>" in wrong
    assert "5-icerme-ve-inovasyon/yarım.jpg" in wrong
    assert "Copy it again" in wrong


def test_the_table_counts_what_is_not_shown_and_says_what_it_would_make_of_the_strength(root, capsys):
    portfolio("check", root=root)
    said = capsys.readouterr().out
    assert "none; thin if 1 piece could be shown" in said
    english, turkish = page(root, "en"), page(root, "tr")
    row = english.partition('<tbody class="pillar-students">')[2].partition("</tr>")[0]
    assert "<small>thin if 1 piece could be shown</small>" in row
    assert re.findall(r'<td class="n">(.*?)</td>', row) == ["1", "1", "–"]
    assert '<th scope="col" class="n">Not shown</th>' in english
    assert '<th scope="col" class="n">Gösterilmeyen</th>' in turkish


def test_check_says_why_its_first_task_is_the_first_and_what_to_bring(root, capsys):
    portfolio("check", root=root)
    first = capsys.readouterr().out.partition("  1. ")[2].partition("  2. ")[0].splitlines()
    assert "For example: " in first[0]
    assert first[1].strip().startswith("Why this comes first: every pillar is part of the application")
    assert first[1].endswith("; 109 days are left.")
    what = first[0].partition("For example: ")[2]
    steps = page(root, "en").partition('<ol class="steps">')[2].partition("</li>")[0]
    assert f"For example: {what}" in steps
    portfolio("check", root=root, language="tr")
    assert re.search(r"Neden ilk sırada: .*; 109 gün kaldı\.\n", capsys.readouterr().out)


def test_in_a_language_that_the_program_does_not_speak_its_words_are_marked(root):
    words = root / "templates" / "ours" / "messages" / "fi.yaml"
    words.parent.mkdir(parents=True)
    words.write_text("document:\n  watermark: LUONNOS\n", encoding="utf-8")
    words.parents[1].joinpath("theme.yaml").write_text("parent: base\n", encoding="utf-8")
    rewrite(root / "portfolio.yaml", "languages: [tr, en]", "languages: [tr, fi]\ntheme: ours")
    portfolio("check", root=root, language="tr")
    assert '<span lang="en">evaluator, print, web: nobody has said' in page(root, "fi")
    assert '<b><span lang="en">Error</span></b>' in page(root, "fi")
    assert '<span lang="en">' not in page(root, "tr")


def test_check_names_what_a_withdrawal_hides(root, capsys):
    (root / "consent.csv").write_text(
        "person;role;scopes;given_on;by;expires_on;withdrawn_on;note\n"
        "Ayşe Yıldıztozu;pupil;evaluator;2026-01-01;;;2026-09-01;\n",
        encoding="utf-8-sig",
    )
    rewrite(root / "decisions.csv", ";people;yok;", ";people;Ayşe Yıldıztozu;")
    portfolio("check", root=root)
    said = capsys.readouterr().out
    named = said.partition("Hidden because a consent was withdrawn or has expired: 1 piece\n")[2].splitlines()
    assert named[0].endswith("4-rol-model/açık kapı günü.jpg")
    assert named[0].strip().startswith("E-")
    assert named[2].strip() == "portfolio consent where NAME"
    assert "Yıldıztozu" not in said
