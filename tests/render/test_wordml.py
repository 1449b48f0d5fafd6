from portfolio.render import wordml
from portfolio.render.wordml import Markup, cell, join, paragraph, row, run, table, w


def test_what_people_wrote_is_escaped_and_what_xml_forbids_is_left_out() -> None:
    assert run('Fark & "eşitlik" <3\x0b\ud800') == (
        '<w:r><w:t xml:space="preserve">Fark &amp; "eşitlik" &lt;3</w:t></w:r>'
    )
    assert 'w:val="&lt;&quot;&amp;"' in w("x", val='<"&')


def test_line_ends_and_tabs_have_elements_of_their_own() -> None:
    assert run("a\tb\nc") == (
        '<w:r><w:t xml:space="preserve">a</w:t><w:tab/><w:t xml:space="preserve">b</w:t><w:br/>'
        '<w:t xml:space="preserve">c</w:t></w:r>'
    )


def test_no_words_make_no_run() -> None:
    assert run("", bold=True) == ""


def test_the_look_of_a_run_stands_in_the_order_of_the_schema() -> None:
    made = run("a", style="Quiet", bold=True, italic=True, colour="#1F4E9C", language="sv-SE")
    assert made.startswith(
        '<w:r><w:rPr><w:rStyle w:val="Quiet"/><w:b/><w:i/><w:color w:val="1F4E9C"/><w:lang w:val="sv-SE"/></w:rPr>'
    )


def test_lengths_in_the_units_of_word() -> None:
    assert wordml.twips(25.4) == 1440
    assert wordml.emu(25.4) == 914_400


def test_a_heading_row_is_repeated_and_no_row_is_cut() -> None:
    made = table("Ruled", (10.0, 20.0), row(cell(10, paragraph("A")), heading=True), heading_row=True)
    assert "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" in made
    assert '<w:tblGrid><w:gridCol w:w="567"/><w:gridCol w:w="1134"/></w:tblGrid>' in made
    assert '<w:tblLook w:val="0620"/>' in made


def test_a_field_carries_its_last_result() -> None:
    made = wordml.field("PAGE", run("7"))
    kinds = [part.split('"')[1] for part in made.split("fldCharType=")[1:]]
    assert kinds == ["begin", "separate", "end"]
    assert made.index("> PAGE <") < made.index(">7<")


def test_markup_is_joined_as_it_is() -> None:
    assert join(Markup("<w:p/>"), Markup("<w:p/>")) == "<w:p/><w:p/>"
