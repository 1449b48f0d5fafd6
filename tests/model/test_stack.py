from portfolio.model.stack import End, Piece, fills, room, stack


def line(lines: int = 1, **gaps: float) -> Piece:
    return Piece(lines=lines, height=10.0, **gaps)


def test_of_two_gaps_the_larger_counts():
    assert room([line(after=3), line(before=5)]) == 25
    assert stack([line(after=3), line(before=5, after=2)], 100) == End(page=1, used=25, gap=2)


def test_what_does_not_fit_begins_a_page_without_the_gap_above_it():
    assert stack([line(9, after=5), line(2, before=5)], 100) == End(page=2, used=20, gap=0)


def test_lines_go_on_over_the_page():
    assert stack([line(12)], 100) == End(page=2, used=20, gap=0)


def test_a_heading_stays_with_what_follows():
    heading = line(keep_next=True)
    assert stack([line(8), heading, line(2)], 100).page == 2
    assert stack([line(7), heading, line(2)], 100) == End(page=1, used=100, gap=0)


def test_a_heading_row_stands_again():
    assert stack([line(10), line(heading=6.0)], 100) == End(page=2, used=16, gap=0)


def test_how_far_each_page_is_filled_that_something_stands_on():
    assert fills([line(3, before=5), line(4, after=2), line(2)], 100, begun=20, gap=6) == (96, 20)
    assert fills([], 100, begun=20, gap=6) == (20,)
