"""Who is looked for is found wherever somebody wrote the name, however it is written; nobody else is named."""

from dataclasses import replace

from pieces import caption, catalogue, piece, showing, sourced

from portfolio.consent.mentions import Way, lines_of, mentions, narratives_with, unsearched
from portfolio.consent.pupils import Pupil
from portfolio.model.evidence import Certificate, Portrayal, PortrayalState, Raster
from portfolio.model.project import Narratives

ADA = Pupil(who="Ada Billurköşk", groups=("4-A", "koro"), line=2)
CAN = Pupil(who="Can Su", groups=("4-A",), line=3)


def ways(who, *items, pupils=()):
    return {mention.item.files[0]: mention.way for mention in mentions(catalogue(*items), pupils, who)}


def test_a_person_is_found_as_the_register_finds_her():
    items = (
        piece("a.jpg", portrayal=showing("ADA  BİLLURKOŞK")),
        piece("b.jpg", portrayal=showing("Can Su")),
        piece("c.pdf", certificate=Certificate(kind="pupil", matched="", holder=sourced("Ada Billurköşk"))),
        piece("d.jpg", caption=caption("Ada Billurköşk'ün resmi")),
        piece("e/Ada_Billurköşk-resim.jpg"),
        piece("f.txt", text="Adada billurköşkler"),
    )
    assert ways("ada billurköşk", *items) == {
        "a.jpg": Way.NAMED,
        "c.pdf": Way.HOLDER,
        "d.jpg": Way.TEXT,
        "e/Ada_Billurköşk-resim.jpg": Way.TEXT,
    }


def test_a_pupil_is_in_her_class_and_groups_unless_absent():
    absent = replace(showing(groups=("4-A",)), absent=("Ada Billurköşk",))
    items = (
        piece("a.jpg", portrayal=showing(groups=("4/a",))),
        piece("b.jpg", portrayal=absent),
        piece("c.jpg", portrayal=showing("koro")),
        piece("d.jpg", portrayal=showing(groups=("4-B",))),
    )
    assert ways("Ada Billurköşk", *items, pupils=(ADA, CAN)) == {"a.jpg": Way.MEMBER, "c.jpg": Way.MEMBER}
    assert ways("Ada Billurköşk", *items) == {}


def test_a_class_is_itself_and_each_of_its_pupils():
    items = (
        piece("a.jpg", portrayal=showing(groups=("4-A",))),
        piece("b.jpg", portrayal=showing("Can Su")),
        piece("c.jpg", portrayal=showing("Ege Kaya")),
        piece("d.txt", text="4-A sınıfı 4 A"),
    )
    assert ways("4 A", *items, pupils=(ADA, CAN)) == {"a.jpg": Way.NAMED, "b.jpg": Way.PUPIL}


def test_a_file_is_found_by_its_place():
    items = (piece("4-a/Sergi.jpg", "b/kopya.jpg"), piece("4-a/x.jpg"))
    assert ways("file:B/Kopya.jpg", *items) == {"4-a/Sergi.jpg": Way.FILE}


def test_the_schools_own_texts_are_searched():
    texts = {"model": {"tr": "**Ada Billurköşk** anlattı.", "en": "A pupil told us."}, "school": {"tr": "Ada"}}
    assert narratives_with("ADA BİLLURKÖŞK", Narratives(texts=texts)) == ("model.tr",)
    assert narratives_with("Ada", Narratives(texts=texts)) == ()


def test_lines_of_a_list():
    assert lines_of((ADA, CAN, ADA), "ADA BİLLURKÖŞK") == (2, 2)
    assert lines_of((), "Ada") == ()


def test_pictures_of_which_nobody_spoke_are_counted():
    raster = Raster(width=1, height=1, dhash="0" * 16)
    nobody = Portrayal(state=PortrayalState.NONE, by="x")
    assert unsearched(catalogue(piece("a.jpg", raster=raster), piece("b.jpg", raster=raster, portrayal=nobody))) == 1


def test_a_class_is_found_under_any_wording():
    items = (piece("a.jpg", portrayal=showing("Class 4-A")), piece("b.jpg", portrayal=showing("Koro kulübü")))
    assert ways("Ada Billurköşk", *items, pupils=(ADA, CAN)) == {"a.jpg": Way.MEMBER, "b.jpg": Way.MEMBER}
    assert ways("4 – A sınıfı", *items, pupils=(ADA, CAN)) == {"a.jpg": Way.NAMED}


def test_two_of_one_name_are_told_apart_by_class():
    twins = (Pupil(who="Ali Cam", groups=("4-A",), line=2), Pupil(who="Ali Çam", groups=("4-B",), line=3))
    items = (
        piece("a.jpg", portrayal=showing("Ali Cam 4/A")),
        piece("b.jpg", portrayal=showing("Ali Çam")),
        piece("c.jpg", portrayal=showing(groups=("4-B",))),
    )
    assert ways("Ali Çam (4-B)", *items, pupils=twins) == {"b.jpg": Way.NAMED, "a.jpg": Way.TEXT, "c.jpg": Way.MEMBER}
    assert ways("4-A", *items, pupils=twins) == {"a.jpg": Way.PUPIL, "b.jpg": Way.PUPIL}
    assert (lines_of(twins, "Ali Çam 4B"), lines_of(twins, "Ali Cam")) == ((3,), (2, 3))
