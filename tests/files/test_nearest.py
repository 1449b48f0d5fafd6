import pytest

from portfolio.files.nearest import nearest, nearest_beside, nearest_path


@pytest.mark.parametrize(
    ("word", "meant"),
    [("languges", "languages"), ("Language", "languages"), ("SCHOOL", "school"), ("garden", ""), ("", "")],
)
def test_the_word_that_was_probably_meant(word, meant):
    assert nearest(word, {"languages", "school", "label", "round"}) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("1-liderlik/kulüp.jpg", ""),  # the folder is the same, the photo is another one
        ("1-liderlik/ates.jpg", ""),  # only the suffix is the same
        ("1-liderlik/toplanti.jpg", "1-liderlik/toplantı.jpg"),
        ("1-lider/toplantı.jpg", "1-liderlik/toplantı.jpg"),
        ("robot.jpg", "3-ogrenciler/robot.jpg"),
        ("3-ogrenci/fidan.png", "3-ogrenciler/fidan.jpg"),
        ("4-rol-model/fidan.jpg", "4-rol-model/fidan.jpg"),
        ("", ""),
    ],
)
def test_of_paths_the_names_decide_before_the_folders(said, meant):
    paths = ("1-liderlik/toplantı.jpg", "1-liderlik/açık.jpg", "3-ogrenciler/robot.jpg", "3-ogrenciler/fidan.jpg")
    assert nearest_path(said, (*paths, "4-rol-model/fidan.jpg")) == meant


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("gelen/açik gün.jpg", "gelen/açık gün.jpg"),
        ("gelen/IMG_20260115.png", "gelen/IMG_20260115.jpg"),
        ("gelen/IMG_20260114.jpg", ""),  # another picture of the same camera
        ("2025/açık gün.jpg", ""),
        ("gelin/", "gelen/"),
    ],
)
def test_what_is_called_nearly_the_same_is_looked_for_beside_it(said, meant):
    assert nearest_beside(said, ("gelen/açık gün.jpg", "gelen/IMG_20260115.jpg", "gelen/")) == meant
