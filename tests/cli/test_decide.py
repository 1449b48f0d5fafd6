"""Deciding about the places of pieces: what is written, what is shown, how it is taken back, and what evidence does."""

import csv
import shutil

import pytest
from decided import BY, answer_of, decision_lines
from projects import fixity, make_project, photograph, portfolio, rewrite

OPEN_DAY, PHOTO = "4-rol-model/açık kapı günü.jpg", "3-ogrenciler/IMG_20251014_101532.jpg"


@pytest.fixture
def root(tmp_path):
    return make_project(tmp_path / "okul")


@pytest.fixture
def said(root, capsys):
    """The JSON of `portfolio map` with arguments, held against the schema; what it wrote must be decided by Elif."""

    def run(*arguments, code=0):
        more = BY if arguments else ()
        return answer_of(capsys, "map", *arguments, *more, root=root, code=code)

    return run


def lines(root):
    """What was added to decisions.csv."""
    return [
        (row["id"], row["file"], row["field"], row["value"], row["because"])
        for row in decision_lines(root)
        if row["field"] != "people"
    ]


def place(document, file):
    """The targets of a piece, or why it is left out."""
    piece = next(piece for piece in document["pieces"] if file in piece["files"])
    return piece["excluded"] or [link["target"] for link in piece["links"]]


def id_of(document, file):
    return next(piece["id"] for piece in document["pieces"] if file in piece["files"])


def told(document):
    """The problems but for those that the small project always has."""
    return [each for each in document["problems"] if each["code"] not in ("picture.damaged", "consent.no-register")]


def codes(document):
    return [problem["code"] for problem in told(document)]


def undo(root, document):
    for decided in document["decided"]:
        for command in decided["undo"]:
            words = next(csv.reader([command.replace("'", '"')], delimiter=" "))
            assert portfolio(*words[1:], *BY, root=root) == 0


# --- what is written ---


def test_a_piece_is_placed_by_its_id_or_the_beginning_of_it(root, said):
    item = id_of(said(), PHOTO)
    document = said("--set", item[:6].upper(), "rol model/open-days", "--set", item[:6].upper(), "işbirliği")
    assert place(document, PHOTO) == ["model/open-days", "collaboration"]
    assert lines(root) == [
        (item, PHOTO, "pillar", "model/open-days", ""),
        (item, PHOTO, "pillar", "collaboration", ""),
    ]
    assert "Elif Uçanhalı;2026-11-20" in (root / "decisions.csv").read_text(encoding="utf-8-sig")


@pytest.mark.parametrize(
    "name", [PHOTO, f"evidence/{PHOTO}", f"./{PHOTO}", PHOTO.replace("/", "\\"), "IMG_20251014_101532.jpg"]
)
def test_a_piece_is_named_by_its_file_as_people_write_it(said, name):
    assert place(said("--set", name, "model"), PHOTO) == ["model"]


def test_what_is_set_stands_instead_of_what_was_decided_before(root, said):
    said("--set", PHOTO, "model")
    assert place(said("--set", PHOTO, "inclusion"), PHOTO) == ["inclusion"]
    assert [value for *_, value, _ in lines(root)] == ["model", "-", "inclusion"]
    before = (root / "decisions.csv").read_bytes()
    assert not said("--set", PHOTO, "inclusion")["written"]
    assert (root / "decisions.csv").read_bytes() == before
    assert place(said("--set", PHOTO, "-"), PHOTO) == []


def test_a_folder_and_a_pattern_are_one_line_also_for_what_comes_later(root, said):
    said("--set", "3-ogrenciler", "model", "--set", "4-rol-model/*.jpg", "students")
    photograph(root / "evidence" / "3-ogrenciler" / "sonra.jpg", colour="navy")
    document = said()
    assert place(document, PHOTO) == place(document, "3-ogrenciler/sonra.jpg") == ["model"]
    assert place(document, OPEN_DAY) == ["students"]
    assert [file for _, file, *_ in lines(root)] == ["3-ogrenciler/", "4-rol-model/*.jpg"]


def test_what_is_decided_for_a_piece_alone_is_told_when_its_folder_is_placed(root, said, capsys):
    said("--set", PHOTO, "inclusion")
    assert portfolio("map", "--set", "3-ogrenciler/", "model", *BY, root=root) == 0
    assert "1 piece of 3-ogrenciler/ keeps what was decided for itself" in capsys.readouterr().out


def test_a_placing_is_taken_back(root, said):
    said("--set", PHOTO, "model")
    document = said("--unset", PHOTO)
    assert place(document, PHOTO) == ["students"]
    assert document["pieces"][0]["links"][0]["strength"] == "placed"
    assert not said("--unset", PHOTO)["written"]


def test_what_is_shown_is_confirmed_with_its_reason(root, said):
    assert place(said("--confirm", PHOTO), PHOTO) == ["students"]
    assert lines(root)[-1][3:] == ("students", "onaylandı: “3-ogrenciler” klasörü")
    assert not said("--confirm", PHOTO)["written"]


def test_the_first_suggestion_is_confirmed_where_there_is_no_place(root, said):
    photograph(root / "evidence" / "gelen" / "veli toplantısı.jpg", colour="navy")
    assert place(said(), "gelen/veli toplantısı.jpg") == []
    assert place(said("--confirm", "gelen/"), "gelen/veli toplantısı.jpg") == ["model"]
    photograph(root / "evidence" / "gelen" / "x" / "b.jpg", colour="olive", at=(0, 0))
    assert codes(said("--confirm", "gelen/x/b.jpg", code=3)) == ["decide.nothing"]


def test_a_piece_is_left_out_with_a_reason_and_taken_in_again(root, said, capsys):
    assert portfolio("map", "--exclude", PHOTO, root=root) == 2
    assert "--because" in capsys.readouterr().err
    document = said("--exclude", PHOTO, "--because", "bulanık")
    assert place(document, PHOTO) == "you left it out: bulanık"
    assert lines(root)[-1][2:] == ("exclude", "yes", "bulanık")
    assert codes(said("--confirm", PHOTO, code=3)) == ["decide.left-out"]
    portfolio("map", "--set", PHOTO, "model", "--preview", *BY, root=root)
    assert "is left out, so it does not count until it is taken in again" in capsys.readouterr().out
    assert place(said("--include", PHOTO), PHOTO) == ["students"]
    assert not said("--include", PHOTO)["written"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--set", PHOTO, "model"],
        ["--unset", OPEN_DAY],
        ["--set", OPEN_DAY, "inclusion"],
        ["--confirm", "3-ogrenciler/"],
        ["--exclude", PHOTO, "--because", "bulanık"],
        ["--include", PHOTO],
        ["--set", "4-rol-model/", "students"],
    ],
)
def test_what_was_done_is_undone_by_the_command_that_is_shown(root, said, arguments):
    said("--set", OPEN_DAY, "model/open-days", "--set", OPEN_DAY, "students")
    if "--include" in arguments:
        said("--exclude", PHOTO, "--because", "daha iyisi var")
    before = said()
    undo(root, said(*arguments))
    after = said()
    assert [(place(before, file), place(after, file)) for file in (PHOTO, OPEN_DAY)] == [
        (place(before, file),) * 2 for file in (PHOTO, OPEN_DAY)
    ]


def test_a_preview_writes_nothing(root, said):
    before = (root / "decisions.csv").read_bytes()
    document = said("--set", PHOTO, "model", "--preview")
    assert (place(document, PHOTO), document["written"]) == (["model"], False)
    assert (root / "decisions.csv").read_bytes() == before


def test_evidence_is_only_read(root, said):
    before = fixity(root / "evidence")
    said("--set", PHOTO, "model", "--exclude", OPEN_DAY, "--because", "x")
    assert fixity(root / "evidence") == before


# --- what is wrong ---


@pytest.mark.parametrize(
    ("arguments", "code", "names"),
    [
        (["--set", "E-", "model"], "piece.short", "E-"),
        (["--set", "E-ffffff", "model"], "piece.unknown", "E-ffffff"),
        (["--set", "3-ogrenciler/IMG_20251014.jpg", "model"], "piece.unknown-near", PHOTO),
        (["--set", "*.jpg", "model"], "piece.pattern", "inbox/*.jpg"),
        (["--set", "5-icerme-ve-inovasyon/yarım.jpg", "model"], "piece.unused", "portfolio collect"),
        (["--set", PHOTO, "modl"], "mapping.misspelt-pillar", "model"),
        (["--set", "e-guvenlik/yok.jpg", "model"], "piece.unknown", "portfolio map"),
        (["--set", "", "model"], "piece.unknown", "portfolio map"),
        (["--set", PHOTO, " "], "mapping.pillar", "4-rol-model"),
        (["--set", PHOTO, "qqqq"], "mapping.pillar", "4-rol-model"),
        (["--set", PHOTO, "4-rol-model/qqqq"], "mapping.criterion", "model/open-days"),
    ],
)
def test_what_cannot_be_done_gets_a_sentence_and_nothing_is_written(root, said, arguments, code, names):
    before = (root / "decisions.csv").read_bytes()
    document = said("--set", OPEN_DAY, "model/open-days", *arguments, code=3)
    assert codes(document) == [code]
    assert names in told(document)[0]["what"] + told(document)[0]["do"]
    assert (root / "decisions.csv").read_bytes() == before


def test_a_name_that_several_files_have_names_them(root, said):
    photograph(root / "evidence" / "gelen" / "IMG_20251014_101532.jpg", colour="navy")
    (problem,) = said("--set", "IMG_20251014_101532.jpg", "model", code=3)["problems"]
    assert problem["code"] == "piece.ambiguous"
    assert f"{PHOTO}; gelen/IMG_20251014_101532.jpg" in problem["what"]


def test_who_decides_must_be_said(root, capsys):
    assert portfolio("map", "--set", PHOTO, "model", root=root) == 3
    assert "--by NAME" in capsys.readouterr().out
    rewrite(root / "portfolio.yaml", "  country: TR\n", "  country: TR\n  coordinator: Feride Kafdağlı\n")
    assert portfolio("map", "--set", PHOTO, "model", root=root) == 0
    assert "Feride Kafdağlı;2026-11-20" in (root / "decisions.csv").read_text(encoding="utf-8-sig")
    assert portfolio("map", "--because", "x", root=root) == 2


# --- when the evidence changes after the decision ---


def test_a_placing_follows_a_renamed_file(root, said):
    said("--set", PHOTO, "model")
    (root / "evidence" / PHOTO).rename(root / "evidence" / "3-ogrenciler" / "gezi.jpg")
    document = said()
    assert (place(document, "3-ogrenciler/gezi.jpg"), codes(document)) == (["model"], [])


def test_a_placing_counts_for_both_copies_and_stays_with_the_one_that_is_left(root, said):
    said("--set", PHOTO, "model")
    shutil.copy(root / "evidence" / PHOTO, root / "evidence" / "2-isbirligi" / "kopya.jpg")
    document = said()
    assert place(document, PHOTO) == place(document, "2-isbirligi/kopya.jpg") == ["model"]
    (root / "evidence" / PHOTO).unlink()
    assert place(said(), "2-isbirligi/kopya.jpg") == ["model"]


def test_a_placing_of_an_edited_file_still_counts_and_asks_to_be_confirmed(root, said):
    said("--set", PHOTO, "model", "--set", PHOTO, "inclusion")
    photograph(root / "evidence" / PHOTO, colour="navy")
    document = said()
    assert (place(document, PHOTO), codes(document)) == (["model", "inclusion"], ["decision.stale-place"])
    new = id_of(document, PHOTO)
    assert f"portfolio map --confirm {new}" in told(document)[0]["do"]
    said("--confirm", new)
    document = said()
    assert (place(document, PHOTO), codes(document)) == (["model", "inclusion"], [])
    assert [each for each in lines(root) if each[0] == new] == [
        (new, PHOTO, "pillar", "model", ""),
        (new, PHOTO, "pillar", "inclusion", ""),
    ]


def test_a_placing_of_an_edited_file_can_be_taken_back(root, said):
    said("--set", PHOTO, "model")
    photograph(root / "evidence" / PHOTO, colour="navy")
    said("--unset", PHOTO)
    document = said()
    assert (place(document, PHOTO), codes(document)) == (["students"], [])


def test_what_was_taken_back_is_not_told_as_stale(root, said):
    said("--set", PHOTO, "model")
    said("--unset", PHOTO)
    photograph(root / "evidence" / PHOTO, colour="navy")
    document = said()
    assert (place(document, PHOTO), codes(document)) == (["students"], [])


def test_the_edited_copy_is_a_piece_of_its_own(root, said):
    said("--set", PHOTO, "model")
    (root / "evidence" / PHOTO).rename(root / "evidence" / "3-ogrenciler" / "aslı.jpg")
    photograph(root / "evidence" / PHOTO, colour="navy", at=(0, 0))
    document = said()
    assert place(document, "3-ogrenciler/aslı.jpg") == ["model"]
    assert (place(document, PHOTO), codes(document)) == (["students"], [])


def test_decisions_about_a_deleted_file_are_named_once(root, said):
    said("--set", PHOTO, "model", "--set", PHOTO, "inclusion")
    said("--exclude", PHOTO, "--because", "bulanık")
    (root / "evidence" / PHOTO).unlink()
    document = said()
    assert codes(document) == ["decision.unknown"]
    assert "3 decisions about it" in told(document)[0]["what"]


def test_an_exclusion_follows_a_renamed_file_and_still_counts_for_an_edited_one(root, said):
    said("--exclude", PHOTO, "--because", "bulanık")
    new = "3-ogrenciler/gezi.jpg"
    (root / "evidence" / PHOTO).rename(root / "evidence" / new)
    assert place(said(), new) == "you left it out: bulanık"
    (root / "evidence" / new).rename(root / "evidence" / PHOTO)
    photograph(root / "evidence" / PHOTO, colour="navy")
    document = said()
    assert (place(document, PHOTO), codes(document)) == ("you left it out: bulanık", ["decision.stale"])
