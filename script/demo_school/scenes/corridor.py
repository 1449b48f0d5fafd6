"""What hangs on the school's walls."""

from __future__ import annotations

import math
from itertools import pairwise

from demo_school.figures import HAIRS, SKINS, TOPS, look, person
from demo_school.hands import reaching, sign
from demo_school.paint import Canvas, mix
from demo_school.props import GAY, PAPER, lantern, lines, pennants, plant, room, sheet, star, table

# Europe and its eTwinning neighbours as 180 tiles: land only, no borders. One letter is about 2.3 degrees east and 2.7
# degrees north, from 24 W 72 N on.
TILES = (
    "                   #####      ",
    "                ##########    ",
    "#####           ### ######    ",
    "             #####  #######   ",
    "             #####   #######  ",
    "        ##    # ##  ########  ",
    "      ## ##   ##############  ",
    "         ## ###############   ",
    "         ##################   ",
    "          ################    ",
    "       ######  ########     # ",
    "       ####   # # ##########  ",
    "       ###     #   # #######  ",
    "                    #   #     ",
)


def paper_europe(c: Canvas) -> None:
    """The wall of paper tiles, a teacher on a ladder, children bring the last tiles."""
    room(c, "#f5e3c0", "#b5825a", line=850)
    c.box(255, 40, 1500, 690, "#9cc7d3", r=8, cast=16, shade=0.3)
    c.dabs((330, 64, 1350, 640), ("#b9dbe2", "#86b6c6"), 260, (46, 7), alpha=0.4)
    side = 44.5
    for row, line in enumerate(TILES):
        for column, land in enumerate(line):
            if land != "#":
                continue
            x, y = 345 + column * side, 92 + row * side
            colour = GAY[(column * 5 + row * 3 + c.chance.randrange(3)) % 8]
            colour = mix(colour, PAPER, c.chance.choice((0, 0.15, 0.35, 0.55)))
            turn = c.chance.uniform(-4, 4)
            sheet(c, x, y, 40, 40, colour, turn=turn)
            _motif(c, x, y, mix(colour, PAPER if c.chance.random() < 0.6 else "#3a2f50", 0.75))
    for x in (120, 1880):
        c.box(x - 60, 120, 120, 170, "#fffaf0", r=4, cast=8)
        c.box(x - 48, 132, 96, 146, ("#e98aa0", "#6fa04a")[x > 1000], shade=0.5)
        star(c, x, 205, 34, "#fff4dc", shade=0)
    _ladder(c, 452)
    person(c, 452, 640, 420, look(c.chance, style="bun", top="#e2574c", bottom="#3b4a6b", hair="#5b3a29"), adult=True, arms=((-0.06, 0.2), (0.24, -0.2)), shadow=False)
    sheet(c, 596, 236, 42, 42, "#f4d35e", turn=8)
    plant(c, 90, 880, 230)
    plant(c, 1930, 880, 200, pot="#4a6fb5")
    spots = (
        (210, 950, 255, "right-up"),
        (330, 975, 265, "down"),
        (620, 955, 245, "left-out"),
        (760, 985, 265, "right-fore"),
        (930, 950, 245, "up"),
        (1110, 980, 262, "left-up"),
        (1280, 955, 245, "right-out"),
        (1440, 985, 262, "fore"),
        (1610, 955, 250, "left-up"),
        (1790, 980, 265, "right-up"),
    )
    for k, (x, y, tall, arms) in enumerate(spots):
        person(c, x, y, tall, look(c.chance, style=("plaits", "short", "bob", "curls", "pony", "short", "long", "short", "bun", "short")[k], top=TOPS[(k * 3 + 1) % 10], hair=HAIRS[(k * 2) % 7], skin=SKINS[(k * 2) % 5]), arms=arms)
    for x, y, colour in ((266, 716, "#e98aa0"), (1054, 742, "#6fa04a"), (1556, 718, "#4a6fb5"), (929, 716, "#f4d35e"), (1850, 744, "#f2a541")):
        sheet(c, x, y, 40, 40, colour, turn=c.chance.uniform(-14, 14))
    c.box(500, 930, 96, 60, "#c98d52", r=6, cast=8)
    for k in range(4):
        sheet(c, 520 + k * 18, 926 - 4 * k, 44, 34, GAY[k * 2], turn=-12 + 8 * k)
    c.glow(1000, 60, 1100, "#fff0c8", 0.3)


def _motif(c: Canvas, x: float, y: float, colour: str) -> None:
    kind = c.chance.randrange(6)
    if kind == 0:
        star(c, x, y, 14, colour, shade=0)
    elif kind == 1:
        c.ellipse(x, y, 11, 11, colour, shade=0)
    elif kind == 2:
        c.stroke([(x - 14, y + 6), (x - 5, y - 6), (x + 5, y + 6), (x + 14, y - 6)], 4, colour, shade=0)
    elif kind == 3:
        c.polygon([(x - 12, y + 10), (x, y - 12), (x + 12, y + 10)], colour, shade=0)
    elif kind == 4:
        for dx in (-8, 8):
            c.ellipse(x + dx, y - 3, 8, 8, colour, shade=0)
        c.polygon([(x - 14, y + 1), (x + 14, y + 1), (x, y + 16)], colour, shade=0)
    else:
        c.stroke([(x, y + 14), (x, y - 4)], 3, colour, shade=0)
        for dx, dy in ((-8, -6), (8, -6), (0, -12)):
            c.ellipse(x + dx, y + dy, 6, 6, colour, shade=0)


def _ladder(c: Canvas, x: float) -> None:
    c.shadow(x, 905, 120, 16, 0.35)
    for side in (-1, 1):
        c.stroke([(x + side * 50, 400), (x + side * 95, 905)], 13, "#d9a25e", shade=0.3)
    for k in range(6):
        y = 470 + k * 80
        c.stroke([(x - 54 - k * 7, y), (x + 54 + k * 7, y)], 11, "#c48a48", shade=0.3)


def corner_board(c: Canvas) -> None:
    """The corner at the entrance: cork board, pictures, letters, plants and books."""
    room(c, "#cfe0d6", "#b98a5e", line=850)
    c.box(50, 60, 650, 600, "#a06a3c", r=10, cast=18)
    c.box(68, 78, 614, 564, "#d9a973", shade=0.25)
    c.dabs((70, 80, 608, 558), ("#c08a55", "#e8c08c", "#b07a48"), 420, (4, 3), alpha=0.6)
    pennants(c, (68, 92), (682, 92), 13, 16, 32)
    c.box(230, 140, 290, 74, PAPER, r=8, cast=5, shade=0.1)
    for k in range(6):
        star(c, 262 + k * 45, 177, 16, GAY[k], shade=0.2)
    cards = ((150, 270, -5, "hills"), (300, 300, 3, "kite"), (450, 275, -2, "sea"), (600, 290, 5, "night"), (165, 425, 4, "letter"), (320, 455, -4, "robot"), (470, 430, 2, "letter"), (600, 450, -5, "tree"))
    for x, y, turn, what in cards:
        sheet(c, x, y, 124, 112, "#fffdf6", turn=turn, pin=c.chance.choice(GAY))
        _card(c, x, y, what)
    points = [(150, 216), (300, 248), (450, 222), (600, 236)]
    for (ax, ay), (bx, by) in pairwise(points):
        c.stroke([(ax, ay), ((ax + bx) / 2, (ay + by) / 2 + 22), (bx, by)], 3, "#c0392b", shade=0)
    c.box(92, 545, 190, 84, "#f3e4c4", r=6, cast=6)
    lines(c, 110, 562, 150, 3, 20)
    for k in range(5):
        sheet(c, 345 + k * 70, 588, 58, 66, mix(GAY[k + 2], PAPER, 0.25), turn=(-6, 4, -2, 6, -4)[k], pin="#fff4dc")
        lines(c, 326 + k * 70, 574, 38, 3, 14, "#fff8ea")
    table(c, 40, 760, 680, legs=150, colour="#c98d52", thick=24)
    plant(c, 120, 762, 190)
    plant(c, 640, 762, 150, pot="#4a6fb5", leaf="#7aa05a")
    left = 230.0
    for k in range(9):
        wide, tall = c.chance.uniform(16, 30), c.chance.uniform(84, 118)
        c.box(left, 762 - tall, wide, tall, GAY[(k * 3) % 8], r=3, shade=0.4, towards="right")
        left += wide + 2
    c.ellipse(490, 712, 50, 50, "#7fb6cc", shade=0.5)
    c.blob([(462, 690), (490, 674), (512, 690), (504, 716), (480, 720)], "#8fb56a", shade=0.2)
    c.blob([(496, 730), (522, 724), (520, 744), (502, 748)], "#8fb56a", shade=0.2)
    c.stroke([(446, 690), (470, 770), (530, 764)], 6, "#7a5236", shade=0.2)
    c.box(462, 752, 60, 11, "#7a5236", r=4, shade=0.2)
    c.glow(120, 80, 700, "#fff2cc", 0.4)


def _card(c: Canvas, x: float, y: float, what: str) -> None:
    grounds = {"hills": "#bfe0e6", "kite": "#cfe9f4", "sea": "#f7d9a8", "night": "#3a4a7a", "robot": "#f4e0c0", "tree": "#e4efd0", "letter": "#fffdf6"}
    c.box(x - 50, y - 42, 100, 84, grounds[what], shade=0.2)
    if what == "hills":
        c.polygon([(x - 50, y + 42), (x - 20, y - 8), (x + 12, y + 42)], "#7fa860", shade=0.4)
        c.polygon([(x - 12, y + 42), (x + 24, y + 2), (x + 50, y + 42)], "#5f8f58", shade=0.4)
        c.ellipse(x + 24, y - 20, 12, 12, "#f2b441", shade=0)
    elif what == "kite":
        c.polygon([(x, y - 34), (x + 22, y - 8), (x, y + 18), (x - 22, y - 8)], "#e2574c", shade=0.4)
        c.stroke([(x, y + 18), (x + 12, y + 28), (x - 4, y + 40)], 3, "#4a4a5a", shade=0)
    elif what == "sea":
        c.box(x - 50, y + 6, 100, 36, "#4a8fb0", shade=0.4)
        c.polygon([(x - 4, y + 8), (x - 4, y - 30), (x + 26, y + 8)], "#fffaf0", shade=0.2)
        c.polygon([(x - 24, y + 10), (x + 30, y + 10), (x + 18, y + 24), (x - 14, y + 24)], "#b5533c", shade=0.2)
    elif what == "night":
        for dx, dy in ((-30, -24), (-6, -32), (22, -18), (34, -34), (-20, 4)):
            star(c, x + dx, y + dy, 7, "#f4e3a0", shade=0)
        c.polygon([(x - 50, y + 42), (x, y + 10), (x + 50, y + 42)], "#26345c", shade=0.3)
    elif what == "robot":
        c.box(x - 22, y - 26, 44, 36, "#8b93a3", r=6, shade=0.3)
        c.ellipse(x - 9, y - 10, 6, 6, "#f4d35e", shade=0)
        c.ellipse(x + 9, y - 10, 6, 6, "#f4d35e", shade=0)
        c.box(x - 16, y + 13, 32, 26, "#3f8f86", r=4, shade=0.3)
    elif what == "tree":
        c.box(x - 4, y, 8, 38, "#7a5236", shade=0)
        c.ellipse(x, y - 8, 30, 28, "#6b9a4b", shade=0.5)
    else:
        lines(c, x - 42, y - 32, 84, 5, 15)


def sign_poster(c: Canvas) -> None:
    """A poster with six hand signs on a classroom wall."""
    c.wash("#f4dcb4", "#e7c08c")
    c.dabs((0, 0, c.width, 1000), ("#f9e8c8", "#dcb07a"), 120, (60, 6), alpha=0.25)
    c.box(70, 60, 610, 850, "#fffdf6", r=6, cast=22, shade=0.08)
    for x in (90, 660):
        for y in (80, 890):
            c.ellipse(x, y, 9, 9, "#c0392b", cast=3, shade=0.4)
    for k in range(9):
        star(c, 135 + k * 60, 118, 20, GAY[k % 8], shade=0.2)
    shapes = ((1, 1, 1, 1, 1), (0, 1, 1, 0, 0), (1, 0, 0, 0, 1), (1, 1, 0, 0, 1), (0, 1, 0, 0, 0), (1, 0, 0, 0, 0))
    for k, fingers in enumerate(shapes):
        x, y = 110 + (k % 2) * 270, 165 + (k // 2) * 240
        c.box(x, y, 255, 222, mix(GAY[k], PAPER, 0.35), r=16, shade=0.35)
        sign(c, x + 128, y + 124, 102, ("#f3cfae", "#8f5a3a", "#d79b6f", "#f0c29c", "#e8b48c", "#f3cfae")[k], fingers, turn=(-6, 5, 0, 8, -4, 0)[k])
    c.box(0, 940, c.width, 60, "#b9793f", cast=-6, shade=0.3)
    for k, colour in enumerate(GAY):
        c.stroke([(150 + k * 52, 955), (180 + k * 52, 948)], 14, colour, shade=0.3)
    c.glow(80, 60, 700, "#fff4d0", 0.5)


def lanterns(c: Canvas) -> None:
    """Seven lit paper lanterns on a dark wall, children's hands below."""
    c.wash("#1f2a52", "#3b3f6e")
    c.dabs((0, 0, c.width, 1000), ("#2a3764", "#19224a", "#46497c"), 320, (40, 6), alpha=0.35)
    for _ in range(60):
        x, y = c.chance.random() * c.width, c.chance.random() * 640
        star(c, x, y, c.chance.uniform(3, 8), "#f4e6b8", alpha=0.6, shade=0)
    places = ((170, 330), (390, 210), (590, 400), (760, 240), (950, 420), (1130, 220), (1340, 340))
    colours = ("#f2a541", "#e2574c", "#f4d35e", "#e98aa0", "#7fc0b0", "#f2a541", "#b58ad0")
    for k, ((x, y), colour) in enumerate(zip(places, colours, strict=True)):
        c.stroke([(x, 0), (x, y - 90)], 3, "#d8cfae", shade=0)
        lantern(c, x, y, 118, colour, lit=0.75)
        c.box(x - 34, y + 118, 68, 92, "#fff6e0", r=4, cast=6, shade=0.15)
        lines(c, x - 24, y + 136, 48, 4, 16)
        c.stroke([(x, y + 88), (x, y + 118)], 3, "#d8cfae", shade=0)
        c.ellipse(x, y + 118, 6, 6, GAY[k], shade=0)
    skins = ("#e8b48c", "#f3cfae", "#b97a50", "#d79b6f", "#f0c29c", "#8f5a3a")
    for k, (x, y, turn) in enumerate(((120, 790, 10), (390, 700, 4), (620, 790, -6), (860, 720, 6), (1120, 760, -4), (1380, 790, -12))):
        reaching(c, x, y, 84, turn, skins[k], TOPS[(k * 3 + 2) % 10], left=k % 2 == 1)
    c.glow(c.width / 2, 330, 1000, "#f2b45a", 0.3)


def scanned_note(c: Canvas) -> None:
    """A sheet as a scanner sees it: a drawn frame, writing that no machine reads, a stamp of the school's own."""
    c.dabs((0, 0, c.width, 1000), ("#efe9da", "#fffdf4"), 60, (80, 30), alpha=0.3)
    c.stroke([(50, 60), (660, 54), (664, 944), (46, 950), (50, 60)], 4, "#55505a", curved=False, shade=0)
    for k in range(7):
        star(c, 150 + k * 68, 120, 20, "#77727c", shade=0)
    c.stroke([(150, 200), (240, 190), (330, 206), (430, 192), (560, 200)], 7, "#3f3a46", shade=0)
    for row in range(11):
        y = 300 + row * 38
        x = 110.0
        while x < 560:
            wide = c.chance.uniform(18, 70)
            c.stroke([(x, y), (x + wide * 0.3, y - c.chance.uniform(4, 13)), (x + wide * 0.6, y + 5), (x + wide, y - 2)], 3.2, "#3a3a58", shade=0)
            x += wide + 16
    for k in range(12):
        a = math.radians(30 * k)
        c.stroke([(520 + 46 * math.cos(a), 830 + 46 * math.sin(a)), (520 + 60 * math.cos(a), 830 + 60 * math.sin(a))], 7, "#6a6674", shade=0)
    c.ellipse(520, 830, 34, 34, "#6a6674", shade=0.4)
    c.stroke([(120, 850), (160, 800), (190, 860), (230, 810), (300, 850)], 4, "#2f2f4a", shade=0)
