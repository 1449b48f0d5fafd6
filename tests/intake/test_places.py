import pytest

from portfolio.intake.places import Places

PLACES = Places(["a/IMG_1.jpg", "a/b/IMG_2.jpg", "a/b/IMG_1.jpg", "c/çay.jpg", "kök.jpg", "evidence.jpg"])


@pytest.mark.parametrize(
    ("said", "folder", "expected"),
    [
        ("IMG_1.jpg", "a", ("a/IMG_1.jpg",)),
        ("img_1.JPG", "a", ("a/IMG_1.jpg",)),
        ("IMG_2.jpg", "a", ("a/b/IMG_2.jpg",)),
        ("IMG_2", "a", ("a/b/IMG_2.jpg",)),
        ("b/IMG_1.jpg", "a", ("a/b/IMG_1.jpg",)),
        ("b\\IMG_1.jpg", "a", ("a/b/IMG_1.jpg",)),
        ("c/çay.jpg", "a", ("c/çay.jpg",)),
        ("evidence/c/çay.jpg", "", ("c/çay.jpg",)),
        ("çay.jpg", "a", ()),
        ("IMG_1.jpg", "", ("a/IMG_1.jpg", "a/b/IMG_1.jpg")),
        ("kök.jpg", "", ("kök.jpg",)),
        ("../kök.jpg", "a", ()),
        ("", "a", ()),
    ],
)
def test_files_as_people_name_them(said: str, folder: str, expected: tuple[str, ...]) -> None:
    assert PLACES.find(said, folder) == expected


def test_the_nearest_name() -> None:
    assert PLACES.nearest("IMG_l.jpg", "a") == "IMG_1.jpg"
    assert PLACES.nearest("cay.jpg", "a") == "c/çay.jpg"
    assert PLACES.nearest("b/gezi.jpg", "a") == ""
    assert PLACES.nearest("tamamen başka bir şey.docx", "a") == ""


def test_another_picture_of_the_same_camera_is_not_near() -> None:
    camera = ["a/IMG_20260918_083044.jpg", "a/20260227_084512.jpg", "b/IMG_20260509_103355.jpg"]
    places = Places([*camera, "b/IMG_20260509_103357 (1).jpg", "b/IMG_20260210_110233.jpg.yaml"])
    assert places.nearest("IMG_20260509_103356.jpg", "a") == ""
    assert places.nearest("20260423_093011.jpg", "a") == ""
    assert places.nearest("IMG_20260509_103355.jpg", "a") == "b/IMG_20260509_103355.jpg"  # moved, not renamed


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("ımg_2", ("a/IMG_2.jpg",)),
        ("ımg_2.jpg", ("a/IMG_2.jpg",)),
        ("İMG_2.JPG", ("a/IMG_2.jpg",)),
        ("IŞIK", ("a/ışık.jpg",)),
        ("isik.jpg", ()),  # “ş” is no “s”
        ("ımg_3", ()),  # two fit
        ("ımg_3.png", ("a/img_3.png",)),
        ("ımg_9", ()),
    ],
)
def test_letters_of_a_turkish_keyboard_where_one_file_fits(said: str, expected: tuple[str, ...]) -> None:
    places = Places(["a/IMG_2.jpg", "a/ışık.jpg", "a/IMG_3.jpg", "a/img_3.png", "b/IMG_9.jpg"])
    assert places.find(said, "a") == expected


def test_a_name_without_suffix_means_what_is_described_and_not_the_text_beside_it() -> None:
    places = Places(["a/IMG_2.jpg", "a/IMG_2.txt", "a/rapor.txt", "a/h.jpg", "a/h.mov", "a/h.yaml"])
    assert places.find("IMG_2", "a") == places.find("ımg_2", "a") == ("a/IMG_2.jpg",)
    assert places.find("IMG_2.txt", "a") == ("a/IMG_2.txt",)
    assert places.find("rapor", "a") == ("a/rapor.txt",)
    assert places.find("h", "a") == ("a/h.jpg", "a/h.mov")


def test_what_lies_in_an_archive_or_a_mail_speaks_of_nothing_outside_it() -> None:
    places = Places(["3-ogrenciler/dis.jpg", "partner.zip", "partner.zip/captions.csv", "partner.zip/a/ic.jpg"])
    assert places.find("3-ogrenciler/dis.jpg", "partner.zip") == ()
    assert places.find("evidence/3-ogrenciler/dis.jpg", "partner.zip/a") == ()
    assert places.find("dis.jpg", "partner.zip") == ()
    assert places.find("a/ic.jpg", "partner.zip/a") == places.find("ic.jpg", "partner.zip") == ("partner.zip/a/ic.jpg",)
    assert places.find("3-ogrenciler/dis.jpg", "3-ogrenciler") == ("3-ogrenciler/dis.jpg",)
