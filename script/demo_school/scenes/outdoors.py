"""The yard, the hill, the road."""

from __future__ import annotations

import math

from PIL import ImageFilter

from demo_school.figures import HAIRS, SKINS, STYLES, TOPS, look, person
from demo_school.paint import Canvas, mix, smooth
from demo_school.props import GAY, PAPER, cloud, hills, pennants, plant, poplar, school, sheet, star, tree


def _sky(c: Canvas, top: str, low: str, *, sun: tuple[float, float] | None = None) -> None:
    c.wash(top, low, 0, 720)
    if sun:
        c.glow(*sun, 620, "#fff0b4", 0.8)
        c.ellipse(*sun, 46, 46, "#fff4c4", alpha=0.9, blur=3, shade=0)


def school_yard(c: Canvas) -> None:
    """The school front with coloured pennants, children in the yard."""
    _sky(c, "#8fc7de", "#fdeccb", sun=(1560, 150))
    for x, y, s in ((220, 140, 150), (700, 90, 120), (1250, 170, 130)):
        cloud(c, x, y, s)
    hills(c, 470, 150, "#9dbf95", 3)
    hills(c, 540, 110, "#7fae6c", 4)
    for x in (60, 130, 190, 1580, 1650, 1720):
        poplar(c, x, 640, c.chance.uniform(190, 260))
    school(c, 480, 690, 820)
    c.wash("#e9cf9a", "#cda468", 684, 316)
    c.blob([(-40, 700), (300, 684), (380, 730), (120, 800), (-40, 820)], "#8fb56a", shade=0.4)
    c.blob([(1400, 690), (1820, 690), (1840, 820), (1560, 790)], "#8fb56a", shade=0.4)
    c.polygon([(800, 690), (960, 690), (1200, 1000), (560, 1000)], "#f3dfb4", shade=0.3)
    tree(c, 250, 770, 470)
    tree(c, 1530, 780, 500, leaf="#7aa24a")
    pennants(c, (250, 400), (880, 330), 13, 60, 46)
    pennants(c, (880, 330), (1530, 390), 13, 60, 46)
    pennants(c, (0, 300), (250, 400), 5, 30, 46)
    pennants(c, (1530, 390), (1780, 290), 5, 30, 46)
    spots = ((420, 850, 230), (510, 870, 240), (690, 800, 190), (760, 812, 200), (1010, 830, 210), (1090, 900, 260), (1260, 840, 220), (1390, 905, 270), (860, 930, 290), (330, 960, 300), (620, 975, 310), (1180, 985, 320))
    for k, (x, y, tall) in enumerate(spots):
        person(c, x, y, tall, look(c.chance, top=TOPS[(k * 3) % 10], style=STYLES[(k * 2) % 7]), arms=("down", "right-up", "left-out", "up", "right-out", "down")[k % 6], legs=("walk", "stand")[k % 2])
        c.box(x - tall * 0.06, y - tall * 0.6, tall * 0.12, tall * 0.17, GAY[(k * 5 + 2) % 8], r=tall * 0.03, shade=0.4)


def blurred_yard(c: Canvas) -> None:
    """The same yard from a hand that moved."""
    school_yard(c)
    c.image = c.image.filter(ImageFilter.BoxBlur(13 * c.unit))


def kites(c: Canvas) -> None:
    """Kites large and small above a green hill; sentences on their tails."""
    _sky(c, "#5fa9d6", "#fbeed2", sun=(620, 150))
    for x, y, s in ((130, 170, 130), (560, 330, 150), (250, 520, 120), (690, 560, 100)):
        cloud(c, x, y, s)
    hills(c, 700, 120, "#a9c7a2", 2)
    hills(c, 760, 90, "#8bb572", 2)
    c.polygon([*smooth([(-20, 850), (180, 800), (420, 838), (640, 790), (780, 820)], closed=False), (780, 1020), (-20, 1020)], "#6fa04a", shade=0.5)
    c.dabs((0, 830, c.width, 170), ("#8dbb5c", "#55873e", "#a9cc6a"), 260, (3, 9), alpha=0.7)
    places = (
        (380, 130, 96, 12),
        (150, 270, 76, -14),
        (600, 230, 70, 18),
        (310, 380, 58, -8),
        (520, 440, 66, 10),
        (120, 470, 46, 12),
        (660, 400, 40, -12),
        (250, 170, 36, 8),
        (450, 290, 34, -20),
        (60, 380, 30, 10),
        (690, 120, 34, 16),
        (360, 540, 34, -10),
    )
    flyers = ((150, 905, 185), (300, 950, 215), (455, 925, 190), (610, 960, 220), (690, 880, 160), (60, 960, 200))
    for k, (x, y, size, turn) in enumerate(places):
        fx, fy, tall = flyers[k % 6]
        c.stroke([(fx + 0.1 * tall, fy - 0.88 * tall), ((x + fx) / 2 + 10, (y + fy) / 2 + 26), (x, y)], 1.8, "#fff8e6", alpha=0.8, shade=0)
        _kite(c, x, y, size, turn, k)
    for k, (fx, fy, tall) in enumerate(flyers):
        person(c, fx, fy, tall, look(c.chance, top=TOPS[(k * 2 + 1) % 10], style=("plaits", "short", "curls", "bob", "short", "pony")[k], skin=SKINS[k % 5]), arms=("right-up", "up", "right-up", "up", "left-up", "right-up")[k])
    for k in range(26):
        x, y = c.chance.random() * c.width, 880 + c.chance.random() * 115
        c.ellipse(x, y, 5, 5, ("#f4d35e", "#e98aa0", "#fffaf0")[k % 3], shade=0)


def _kite(c: Canvas, x: float, y: float, size: float, turn: float, k: int) -> None:
    a = math.radians(turn)

    def at(across: float, down: float) -> tuple[float, float]:
        return x + size * (across * math.cos(a) - down * math.sin(a)), y + size * (across * math.sin(a) + down * math.cos(a))

    first, second = GAY[(k * 3) % 8], GAY[(k * 3 + 2) % 8]
    tail = [at(0, 0.85), at(0.25, 1.2), at(-0.2, 1.6), at(0.2, 2.0), at(-0.1, 2.4)]
    c.stroke(tail, max(2, size * 0.03), "#fff4dc", shade=0)
    for n, point in enumerate(smooth(tail, closed=False)[6::11]):
        sheet(c, point[0], point[1] + size * 0.05, size * 0.34, size * 0.15, mix(GAY[(k + n) % 8], PAPER, 0.5), turn=turn + 20 * (-1) ** n)
    for corners, colour in (
        (((0, -0.7), (-0.55, 0), (0, 0)), first), (((0, -0.7), (0.55, 0), (0, 0)), second),
        (((-0.55, 0), (0, 0.9), (0, 0)), second), (((0.55, 0), (0, 0.9), (0, 0)), first),
    ):  # fmt: skip
        c.polygon([at(*corner) for corner in corners], colour, shade=0.45)
    c.ellipse(*at(0, 0.02), size * 0.16, size * 0.16, PAPER, shade=0.1)
    star(c, *at(0, 0.02), size * 0.12, first, shade=0)


def tree_planting(c: Canvas) -> None:
    """Children plant saplings with name tags in the school garden."""
    _sky(c, "#b7d9e2", "#fdeed0", sun=(1120, 130))
    cloud(c, 240, 150, 150)
    cloud(c, 760, 100, 120)
    hills(c, 450, 140, "#b5c99a", 3)
    hills(c, 520, 90, "#8fb078", 3)
    for x in (40, 110, 170, 1200, 1270, 1320):
        poplar(c, x, 600, c.chance.uniform(180, 240), "#7f9f5a")
    school(c, 460, 600, 460)
    c.wash("#9a6b42", "#6f4a2e", 596, 404)
    c.blob([(-30, 590), (c.width + 30, 590), (c.width + 30, 640), (700, 626), (-30, 650)], "#86a95a", shade=0.3)
    for row in range(5):
        y = 680 + row * 68 + row * row * 5
        c.stroke([(-20, y), (500, y - 12), (1000, y + 8), (1360, y - 6)], 18 + row * 4, mix("#7f5535", "#2a1b20", 0.25), alpha=0.55, shade=0.4)
    c.dabs((0, 650, c.width, 350), ("#b07f50", "#57381f", "#8f6238"), 420, (10, 3), alpha=0.6)
    for k, (x, y, s) in enumerate(((110, 690, 110), (290, 676, 100), (470, 686, 105), (840, 680, 105), (1030, 690, 110), (1230, 680, 108), (200, 800, 150), (1150, 806, 150), (660, 770, 140), (420, 930, 190), (930, 940, 190))):
        _sapling(c, x, y, s, GAY[k % 8])
    crew = (
        (300, 850, 300, "right-fore", "stand"),
        (560, 860, 300, "left-fore", "stand"),
        (790, 850, 290, "right-out", "stand"),
        (1040, 870, 310, "left-fore", "walk"),
        (90, 900, 310, "right-fore", "walk"),
        (1260, 930, 320, "left-out", "stand"),
    )
    for k, (x, y, tall, arms, legs) in enumerate(crew):
        person(c, x, y, tall, look(c.chance, top=TOPS[(k * 3 + 4) % 10], style=("hat", "plaits", "short", "bob", "hat", "pony")[k], skin=SKINS[(k * 2 + 1) % 5]), facing="back" if k % 2 else "front", arms=arms, legs=legs)
    person(c, 700, 985, 260, look(c.chance, top="#f4d35e", style="bun", hair="#5b3a29"), legs="crossed", arms=((-0.16, 0.16), (0.16, 0.16)))
    _can(c, 925, 762, 90)
    c.stroke([(170, 985), (255, 770)], 13, "#c48a48", shade=0.3)
    c.blob([(140, 950), (200, 965), (196, 1010), (150, 1030), (118, 1000)], "#7f8796", shade=0.5)
    c.glow(1120, 130, 900, "#ffeab0", 0.3)


def _sapling(c: Canvas, x: float, y: float, size: float, tag: str) -> None:
    c.ellipse(x, y, size * 0.3, size * 0.09, "#4f3320", shade=0.3)
    c.stroke([(x, y), (x + size * 0.02, y - size * 0.5), (x, y - size)], size * 0.045, "#6f8f4a", taper=0.5, shade=0)
    for k in range(7):
        side, up = (-1) ** k, 0.35 + k * 0.1
        c.ellipse(x + side * size * 0.13, y - size * up, size * 0.13, size * 0.055, mix("#7fb04f", "#e4e58a", 0.1 * (k % 4)), turn=-30 * side, shade=0.4)
    c.stroke([(x + size * 0.24, y), (x + size * 0.24, y - size * 0.42)], size * 0.03, "#c48a48", shade=0)
    c.box(x + size * 0.1, y - size * 0.52, size * 0.3, size * 0.17, tag, r=3, cast=3, shade=0.2)


def _can(c: Canvas, x: float, y: float, size: float) -> None:
    c.shadow(x, y, size * 0.6, size * 0.1)
    c.stroke([(x + size * 0.3, y - size * 0.25), (x + size * 0.75, y - size * 0.62)], size * 0.13, "#3f8f86", taper=0.8, shade=0.3)
    c.ellipse(x + size * 0.8, y - size * 0.66, size * 0.14, size * 0.1, "#5aa89e", turn=40, shade=0.2)
    c.stroke([(x - size * 0.35, y - size * 0.2), (x - size * 0.62, y - size * 0.55), (x - size * 0.2, y - size * 0.75)], size * 0.09, "#34776f", shade=0.2)
    c.box(x - size * 0.4, y - size * 0.7, size * 0.8, size * 0.7, "#3f8f86", r=size * 0.12, shade=0.6)


def open_day(c: Canvas) -> None:
    """Stalls with awnings in the yard; visiting teachers and children between them."""
    _sky(c, "#8ac4dc", "#fdebc6", sun=(220, 140))
    cloud(c, 520, 110, 140)
    cloud(c, 1180, 150, 160)
    hills(c, 470, 120, "#9cc093", 3)
    for x in (1380, 1440, 1490):
        poplar(c, x, 610, c.chance.uniform(190, 260))
    school(c, 470, 620, 640)
    c.wash("#ecd5a2", "#cfa76c", 612, 388)
    tree(c, 90, 690, 420)
    tree(c, 1420, 690, 430, leaf="#7fa84e")
    pennants(c, (90, 330), (790, 300), 15, 60, 42)
    pennants(c, (790, 300), (1420, 330), 14, 60, 42)
    for k, (x, wide) in enumerate(((110, 300), (470, 270), (800, 270), (1110, 300))):
        _stall(c, x, 690 + (20 if k in (0, 3) else 0), wide, GAY[(k * 3) % 8], k)
    guests = (
        (40, 850, 330, True),
        (430, 838, 320, True),
        (770, 846, 320, True),
        (1085, 845, 320, True),
        (1440, 850, 320, True),
        (420, 985, 250, False),
        (330, 975, 370, True),
        (620, 960, 230, False),
        (690, 985, 240, False),
        (905, 965, 370, True),
        (985, 990, 250, False),
        (1225, 970, 360, True),
        (1310, 990, 250, False),
        (130, 985, 250, False),
    )
    for k, (x, y, tall, adult) in enumerate(guests):
        style = ("scarf", "short", "bob", "pony", "short", "plaits", "curls", "long", "short", "scarf", "bob", "bun", "short", "pony")[k]
        who = look(c.chance, style=style, top=TOPS[(k * 3 + 2) % 10], hair=("#8e5aa8", "#3f8f86")[k % 2] if style == "scarf" else HAIRS[(k * 2) % 7])
        person(
            c,
            x,
            y,
            tall,
            who,
            adult=adult,
            coat=style == "scarf",
            arms=(("right-out", "down", "left-fore", "right-fore", "right-fore", "left-fore", "right-fore") if adult else ("down", "left-up", "up", "right-up", "down", "right-fore", "left-fore"))[k % 7],
            legs=("stand", "walk")[k % 2],
            facing="front" if not adult and k % 3 == 0 else "back",
        )


def _stall(c: Canvas, x: float, y: float, wide: float, colour: str, k: int) -> None:
    for side in (0.04, 0.93):
        c.box(x + wide * side, y - 190, wide * 0.03, 330, "#b9793f", shade=0.3)
    person(c, x + wide * 0.34, y + 60, 230, look(c.chance, top=TOPS[(k * 2 + 1) % 10]), facing="front", legs="none", arms=("right-up", "out", "left-up", "up")[k])
    person(c, x + wide * 0.66, y + 60, 220, look(c.chance, top=TOPS[(k * 2 + 4) % 10]), facing="front", legs="none", arms=("down", "left-up", "down", "right-out")[k])
    c.box(x, y + 26, wide, 18, "#c98d52", r=4, cast=6)
    c.polygon([(x + 6, y + 44), (x + wide - 6, y + 44), (x + wide - 10, y + 140), (x + 10, y + 140)], mix(colour, PAPER, 0.72), shade=0.35)
    star(c, x + wide / 2, y + 94, 32, colour, shade=0.3)
    for n in range(5):
        px = x + 34 + n * (wide - 60) / 5
        if (n + k) % 3 == 0:
            c.box(px, y - 14, 34, 42, GAY[(n + k) % 8], r=4, shade=0.4)
        elif (n + k) % 3 == 1:
            c.ellipse(px + 18, y + 10, 17, 17, GAY[(n * 2 + k) % 8], shade=0.5)
        else:
            sheet(c, px + 18, y + 12, 44, 28, PAPER, turn=8)
    for n in range(8):
        left, right = x - 16 + n * (wide + 32) / 8, x - 16 + (n + 1) * (wide + 32) / 8
        stripe = colour if n % 2 == 0 else "#fff8ea"
        c.polygon([(x + n * wide / 8, y - 250), (x + (n + 1) * wide / 8, y - 250), (right, y - 166), (left, y - 166)], stripe, shade=0.35)
        c.ellipse((left + right) / 2, y - 166, (right - left) / 2, 20, stripe, shade=0.3)


def bus_trip(c: Canvas) -> None:
    """A yellow school bus on a winding road between hills."""
    _sky(c, "#a8cfe0", "#fbe3c4", sun=(300, 190))
    for x, y, s in ((620, 130, 150), (1180, 190, 170), (1560, 110, 120)):
        cloud(c, x, y, s)
    c.polygon(smooth([(900, 470), (1050, 330), (1160, 230), (1260, 300), (1400, 260), (1560, 380), (1820, 480), (1820, 520), (880, 520)], closed=True), "#8f9fc2", shade=0.4)
    c.polygon([(1110, 282), (1160, 230), (1215, 270), (1180, 300), (1150, 286)], "#fffaf0", shade=0.2)
    hills(c, 480, 130, "#b9c98c", 3)
    hills(c, 560, 140, "#93b468", 4)
    for k in range(9):
        poplar(c, 60 + k * 210 + c.chance.uniform(-30, 30), 590 + 16 * (k % 3), c.chance.uniform(110, 170), "#6b8f52")
    for x, y in ((220, 560), (300, 572), (1440, 566), (1520, 556)):
        c.box(x, y - 44, 60, 44, "#f3dcae", shade=0.3)
        c.polygon([(x - 8, y - 44), (x + 30, y - 76), (x + 68, y - 44)], "#c8553d", shade=0.3)
    hills(c, 690, 70, "#7fa653", 3)
    road = smooth([(-40, 905), (360, 800), (800, 842), (1240, 800), (1820, 720)], closed=False)
    c.polygon([*road, (1820, 850), (1260, 935), (820, 975), (360, 940), (-40, 1040)], "#8c8792", shade=0.4)
    for k in range(10):
        x = 40 + k * 180
        c.stroke([(x, 968 - k * 15 - 20 * math.sin(k)), (x + 84, 962 - k * 15 - 20 * math.sin(k + 0.5))], 8, "#fff4d4", shade=0)
    _bus(c, 540, 560, 760)
    c.dabs((0, 900, c.width, 100), ("#6b9447", "#8fb862"), 200, (4, 12), alpha=0.6)
    for k in range(40):
        c.ellipse(c.chance.random() * c.width, 945 + c.chance.random() * 55, 6, 6, ("#e2574c", "#f4d35e", "#fffaf0")[k % 3], shade=0)
    tree(c, 150, 940, 480, leaf="#86a84c")


def _bus(c: Canvas, x: float, y: float, wide: float) -> None:
    c.shadow(x + wide / 2, y + 318, wide * 0.52, 26, 0.5)
    c.box(x, y, wide, 290, "#f2b632", r=46, cast=14, shade=0.5)
    c.box(x + 8, y + 190, wide - 16, 26, "#c9632f", shade=0.2)
    c.box(x + 40, y - 22, wide * 0.5, 30, "#c98d52", r=8, shade=0.4)
    for k, colour in enumerate(("#8e5aa8", "#3f8f86", "#e2574c", "#4a6fb5")):
        c.box(x + 66 + k * 84, y - 70, 70, 54, colour, r=10, shade=0.5)
    for k in range(5):
        wx = x + 44 + k * 112
        c.box(wx, y + 44, 96, 112, "#bfe3ec", r=14, shade=0.3)
        person(c, wx + 48, y + 158, 165, look(c.chance), facing="front", legs="none", arms=("right-up", "up", "left-up", "right-up", "up")[k])
        c.box(wx - 8, y + 156, 112, 16, "#f2b632", shade=0)
    c.box(x + wide - 150, y + 44, 116, 226, "#bfe3ec", r=16, shade=0.4)
    c.box(x + wide - 96, y + 44, 8, 226, "#d99a20", shade=0)
    for wx in (x + 150, x + wide - 190):
        c.ellipse(wx, y + 288, 62, 62, "#3a3a46", shade=0.4)
        c.ellipse(wx, y + 288, 30, 30, "#c9ccd6", shade=0.4)
    c.ellipse(x + wide - 14, y + 236, 16, 20, "#fff4c4", shade=0)


def ramp(c: Canvas) -> None:
    """The ramp at the entrance; a child in a wheelchair and a friend on their way up."""
    c.wash("#f3dcae", "#e4bd84")
    for row in range(9):
        for column in range(16):
            if c.chance.random() < 0.3:
                c.box(column * 100 + (row % 2) * 50, 40 + row * 78, 92, 30, "#d9a86c", r=4, alpha=0.5, shade=0.2)
    c.box(1060, 130, 330, 560, "#fffaf0", r=8, cast=10, shade=0.2)
    c.box(1084, 154, 282, 536, "#2f6f6b", r=4, shade=0.4)
    for x in (1104, 1236):
        c.box(x, 190, 110, 200, "#a9d4dc", r=6, shade=0.5)
    c.ellipse(1218, 450, 14, 14, "#f4d35e", shade=0.3)
    c.polygon([(1020, 130), (1225, 30), (1430, 130)], "#c8553d", cast=10, shade=0.4)
    for k, (x, tall) in enumerate(((90, 250), (220, 330), (360, 270), (500, 360), (650, 290), (790, 340), (920, 250))):
        _painted_flower(c, x, 640 - k * 6, tall, GAY[(k * 3) % 8])
    c.wash("#d8c7a0", "#b99a68", 760, 240)
    c.polygon([(-20, 905), (1040, 690), (1500, 690), (1500, 960), (-20, 960)], "#cfc6ba", cast=10, shade=0.3)
    c.polygon([(-20, 905), (1040, 690), (1500, 690), (1500, 712), (1044, 712), (-20, 930)], "#efe8dc", shade=0.2)
    person(c, 800, 752, 420, look(c.chance, style="plaits", top="#e2574c", hair="#7a4b2b", skin="#f0c29c"), arms=((-0.2, -0.26), (0.16, 0.12)), legs="walk")
    _wheelchair(c, 560, 775, 240)
    for k in range(9):
        x = 20 + k * 128
        y = 905 - max(0, min(1, x / 1040)) * 215
        c.stroke([(x, y + 26), (x, y - 118)], 9, "#4a6fb5", shade=0.3)
    c.stroke([(-20, 790), (1040, 572), (1150, 572)], 13, "#4a6fb5", curved=False, shade=0.3)
    c.stroke([(-20, 850), (1040, 632), (1150, 632)], 9, "#6f8fc8", curved=False, shade=0.2)
    plant(c, 1450, 720, 190)
    plant(c, 110, 1000, 230, pot="#3f8f86")
    for k in range(6):
        c.ellipse(240 + k * 46, 985 - 8 * (k % 2), 16, 10, ("#8fb56a", "#e98aa0", "#f4d35e")[k % 3], shade=0.3)
    c.glow(160, 80, 900, "#fff0c0", 0.45)


def _painted_flower(c: Canvas, x: float, y: float, tall: float, colour: str) -> None:
    c.stroke([(x, y), (x + 16, y - tall * 0.5), (x, y - tall)], 12, "#6fa04a", alpha=0.85, shade=0.2)
    for side in (-1, 1):
        c.ellipse(x + side * 34 + 8, y - tall * 0.42, 34, 13, "#8fb85c", turn=-28 * side, alpha=0.9, shade=0.2)
    for k in range(8):
        a = math.radians(45 * k)
        c.ellipse(x + 36 * math.cos(a), y - tall + 36 * math.sin(a), 25, 17, colour, turn=45 * k, alpha=0.92, shade=0.3)
    c.ellipse(x, y - tall, 20, 20, "#f4d35e", shade=0.3)


def _wheelchair(c: Canvas, x: float, y: float, size: float) -> None:
    tilt = -0.2
    c.shadow(x, y + size * 0.1, size * 0.6, size * 0.06, 0.35)
    person(c, x, y - size * 0.16, size * 1.55, look(c.chance, style="short", top="#f4d35e", hair="#23222b", skin="#b97a50"), legs="none", arms=((-0.2, 0.14), (0.2, 0.1)), shadow=False)
    c.box(x - size * 0.36, y - size * 0.52, size * 0.66, size * 0.42, "#2f5d7c", r=size * 0.08, shade=0.5)
    for side in (-1, 1):
        c.stroke([(x + side * size * 0.38, y - size * 0.62), (x + side * size * 0.38, y - size * 0.1)], size * 0.045, "#7f8796", shade=0.2)
        c.stroke([(x + side * size * 0.38, y - size * 0.62), (x + side * size * 0.46, y - size * 0.66)], size * 0.06, "#3a3a46", shade=0)
        cx, cy = x + side * size * 0.46, y - size * 0.12 + tilt * side * size * 0.2
        c.ellipse(cx, cy, size * 0.13, size * 0.36, "#3a3a46", shade=0.3)
        c.ellipse(cx, cy, size * 0.09, size * 0.3, "#c9ccd6", shade=0.2)
        c.ellipse(cx, cy, size * 0.035, size * 0.1, "#59606e", shade=0)


def snow(c: Canvas) -> None:
    """First snow: children measure how deep it is."""
    c.wash("#8ea7c4", "#efe4dc", 0, 700)
    c.glow(1220, 200, 520, "#ffe9c4", 0.7)
    c.polygon(smooth([(-20, 520), (250, 380), (480, 450), (760, 330), (1040, 440), (1300, 370), (1540, 480), (1540, 620), (-20, 620)], closed=True), "#b9c4dc", shade=0.4)
    school(c, 520, 640, 620, wall="#ecd3a4")
    c.polygon([(496, 380), (580, 300), (1080, 300), (1164, 380), (1100, 372), (1000, 386), (880, 370), (760, 388), (640, 372), (560, 386)], "#fbfbff", shade=0.2)
    c.wash("#f4f6fc", "#cfd8ea", 632, 368)
    hills(c, 668, 40, "#f8f9fd", 3, shade=0.25)
    for x, y, s in ((120, 700, 430), (300, 670, 330), (1390, 700, 450)):
        c.polygon([(x - s * 0.04, y), (x - s * 0.02, y - s * 0.6), (x + s * 0.02, y - s * 0.6), (x + s * 0.04, y)], "#5d4a48", shade=0.5)
        for dx, dy, r in ((-0.17, -0.6, 0.18), (0.17, -0.6, 0.19), (0, -0.74, 0.22)):
            c.ellipse(x + dx * s, y + dy * s, r * s, r * s * 0.9, "#8fa3b8", shade=0.5)
            c.ellipse(x + dx * s - 6, y + dy * s - r * s * 0.28, r * s * 0.92, r * s * 0.66, "#f6f8fd", shade=0.25)
    crew = ((360, 860, 310, "right-out"), (620, 900, 330, "left-out"), (830, 850, 290, "up"), (1020, 910, 330, "right-fore"), (1240, 880, 310, "left-up"), (180, 940, 340, "down"))
    for k, (x, y, tall, arms) in enumerate(crew):
        who = look(c.chance, style="hat", top=TOPS[(k * 3 + 1) % 10], skin=SKINS[(k * 2) % 5])
        person(c, x, y, tall, who, facing="front" if k % 2 else "back", arms=arms)
        c.stroke([(x - tall * 0.09, y - tall * 0.63), (x, y - tall * 0.6), (x + tall * 0.09, y - tall * 0.63)], tall * 0.06, GAY[(k * 3 + 4) % 8], shade=0.3)
        c.stroke([(x + tall * 0.06, y - tall * 0.6), (x + tall * 0.08, y - tall * 0.46)], tall * 0.05, GAY[(k * 3 + 4) % 8], shade=0.3)
    c.box(486, 690, 26, 240, "#f4d35e", r=4, cast=6)
    for k in range(11):
        c.box(486, 704 + k * 20, 14 if k % 2 else 22, 4, "#4a3a3a", shade=0)
    for x, y, r in ((1110, 850, 74), (1110, 740, 52), (1110, 662, 36)):
        c.ellipse(x, y, r, r * 0.94, "#fdfdff", cast=6, shade=0.4)
    c.polygon([(1110, 660), (1150, 670), (1110, 674)], "#e8893f", shade=0)
    c.stroke([(1064, 730), (1010, 690)], 6, "#5d4a48", shade=0)
    c.stroke([(1156, 730), (1204, 684)], 6, "#5d4a48", shade=0)
    c.box(1078, 618, 64, 12, "#3b4a6b", r=4, shade=0.2)
    c.box(1088, 584, 44, 38, "#3b4a6b", r=4, shade=0.3)
    for _ in range(240):
        x, y, r = c.chance.random() * c.width, c.chance.random() * 1000, c.chance.uniform(2, 7)
        c.ellipse(x, y, r, r, "#ffffff", alpha=0.85, shade=0)
    c.ellipse(700, 1080, 900, 120, "#ffffff", alpha=0.5, blur=30, shade=0)
