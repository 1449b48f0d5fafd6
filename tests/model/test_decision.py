"""Which of several decisions is meant for a piece."""

from pieces import decide

from portfolio.model.decision import BY_FILE, BY_FOLDER, BY_ID, UNDECIDED, Aimed, Field, closest, in_force

FOLDER = decide(Field.PILLAR, "a", file="gelen/")
INNER = decide(Field.PILLAR, "b", file="gelen/2025/")
FILE = decide(Field.PILLAR, "c", file="gelen/2025/x.jpg")
ITEM = decide(Field.PILLAR, "d", item="E-1", file="gelen/2025/x.jpg")


def test_the_id_goes_before_the_file_before_the_inner_folder():
    every = [ITEM, FOLDER, FILE, INNER]
    files = ["gelen/2025/x.jpg"]
    assert closest(every, ["E-1"], files) == (ITEM,)
    assert closest(every, ["E-1.2"], files) == (ITEM,)
    assert closest(every, ["E-2"], files) == (FILE,)
    assert closest(every, ["E-2"], ["gelen/2025/y.jpg"]) == (INNER,)
    assert closest(every, ["E-2"], ["gelen/y.jpg"]) == (FOLDER,)


def test_decisions_that_are_equally_close_all_hold_in_their_order():
    second = decide(Field.PILLAR, "e", file="gelen/2025/x.jpg")
    assert closest([FILE, second], ["E-1"], ["gelen/2025/x.jpg"]) == (FILE, second)


def test_a_decision_about_another_piece_is_none():
    assert closest([ITEM, FOLDER], ["E-10"], ["gelen2/x.jpg"]) == ()
    assert closest([], ["E-1"], ["gelen/x.jpg"]) == ()


def test_a_pattern_is_aimed_at_the_files_of_one_folder_closer_than_the_folder():
    jpegs, hers = (
        decide(Field.PILLAR, "e", file="gelen/2025/*.JPG"),
        decide(Field.PILLAR, "f", file="gelen/2025/x*.jp?"),
    )
    every = [jpegs, FOLDER, INNER]
    assert closest(every, ["E-1"], ["gelen/2025/x.jpg"]) == (jpegs,)
    assert closest([*every, hers], ["E-1"], ["gelen/2025/x.jpg"]) == (hers,)
    assert closest([*every, FILE], ["E-1"], ["gelen/2025/x.jpg"]) == (FILE,)
    assert closest(every, ["E-1"], ["gelen/2025/deep/x.jpg"]) == (INNER,)
    assert closest(every, ["E-1"], ["gelen/2025/x.jpg.pdf"]) == (INNER,)
    named = decide(Field.PILLAR, "g", file="[a]*.jpg")
    assert closest([named], ["E-1"], ["[a] 1.jpg"]) == (named,)
    assert closest([named], ["E-1"], ["a 1.jpg"]) == ()


def test_what_is_taken_back_is_in_force_no_more_for_what_is_aimed_as_closely_or_less():
    def force(*decisions):
        return in_force(decisions, ["E-1"], ["gelen/2025/x.jpg"], lambda value: value == UNDECIDED)

    undone = decide(Field.PILLAR, UNDECIDED, file="gelen/2025/x.jpg")
    assert force(FOLDER, FILE, INNER) == ((FILE,), BY_FILE)
    assert force(FOLDER, FILE, undone) == ((), 0)
    assert force(FOLDER, FILE, undone, INNER) == ((INNER,), BY_FOLDER)
    assert force(ITEM, undone) == ((ITEM,), BY_ID)
    assert force(undone, FILE) == ((FILE,), BY_FILE)


def test_only_those_that_may_be_meant_are_asked():
    archive = decide(Field.PILLAR, "e", file="gelen/alles.zip")
    pattern, part = decide(Field.PILLAR, "f", file="gelen/*.jpg"), decide(Field.PILLAR, "g", item="E-2.1")
    aimed = Aimed([FOLDER, FILE, ITEM, archive, pattern, part])
    assert aimed.at(["E-2.1"], ["gelen/y.jpg"]) == (FOLDER, archive, pattern, part)
    assert aimed.at(["E-1.2"], ["gelen/2025/x.jpg"]) == (FOLDER, FILE, ITEM, archive, pattern)
