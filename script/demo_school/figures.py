"""People of the demo school: children and grown-ups in flat shapes, seen from behind or without features."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

from demo_school.paint import Canvas, Colour, Point, mix

SKINS = ("#f3cfae", "#e8b48c", "#d79b6f", "#b97a50", "#8f5a3a", "#f0c29c")
HAIRS = ("#3a2a26", "#5b3a29", "#7a4b2b", "#23222b", "#a8662f", "#d2a054", "#4a2f3a")
TOPS = ("#e2574c", "#f2a541", "#3f8f86", "#4a6fb5", "#8e5aa8", "#e98aa0", "#6fa04a", "#f4d35e", "#2f5d7c", "#d97b4a")
BOTTOMS = ("#3b4a6b", "#6b4a5a", "#4d5a4a", "#7a6a58", "#37415c")
STYLES = ("short", "bob", "long", "pony", "bun", "curls", "plaits")


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What somebody looks like; `hair` is also the colour of a scarf or a cap."""

    skin: Colour
    hair: Colour
    style: str
    top: Colour
    bottom: Colour


def look(chance: Random, **fixed: str) -> Look:
    """A look by chance, with what is fixed."""
    values = {
        "skin": chance.choice(SKINS),
        "hair": chance.choice(HAIRS),
        "style": chance.choice(STYLES),
        "top": chance.choice(TOPS),
        "bottom": chance.choice(BOTTOMS),
    }
    return Look(**{**values, **fixed})


ARMS: dict[str, tuple[Point, Point]] = {
    # hands seen from the shoulder, in heights; left, then right
    "down": ((-0.07, 0.27), (0.07, 0.27)),
    "up": ((-0.1, -0.26), (0.1, -0.26)),
    "right-up": ((-0.07, 0.27), (0.12, -0.27)),
    "left-up": ((-0.12, -0.27), (0.07, 0.27)),
    "right-out": ((-0.06, 0.27), (0.29, -0.04)),
    "left-out": ((-0.29, -0.04), (0.06, 0.27)),
    "out": ((-0.28, 0.02), (0.28, 0.02)),
    "fore": ((0.04, 0.2), (-0.04, 0.2)),
    "right-fore": ((0.16, 0.19), (0.2, 0.12)),
    "left-fore": ((-0.2, 0.12), (-0.16, 0.19)),
}


def person(
    c: Canvas,
    x: float,
    feet: float,
    height: float,
    who: Look,
    *,
    adult: bool = False,
    facing: str = "back",
    arms: str | tuple[Point, Point] = "down",
    legs: str = "stand",
    coat: bool = False,
    shadow: bool = True,
) -> None:
    """Somebody whose feet (or seat, when `legs` is "none" or "crossed") are at (x, feet).

    `facing` is back or front; `legs` is stand, walk, none (hidden by what they sit at) or crossed.
    """
    h = height
    head_r, head_y, neck, shoulder, hip, wide = (0.088, 0.895, 0.8, 0.765, 0.47, 0.1) if adult else (0.138, 0.825, 0.68, 0.635, 0.36, 0.108)
    if legs in ("none", "crossed"):
        drop = hip - (0.06 if legs == "crossed" else 0.02)
        head_y, neck, shoulder, hip = head_y - drop, neck - drop, shoulder - drop, hip - drop

    def at(dx: float, up: float) -> Point:
        return x + dx * h, feet - up * h

    if shadow and legs != "none":
        c.shadow(x + 0.03 * h, feet, 0.2 * h, 0.035 * h, 0.35)
    if legs in ("stand", "walk"):
        spread = 0.055 if legs == "stand" else 0.1
        for side in (-1, 1):
            c.stroke([at(side * 0.045, hip + 0.02), at(side * spread * 0.9, hip * 0.5), at(side * spread, 0.035)], 0.085 * h, who.bottom, taper=0.75, shade=0.25, towards="right")
            c.ellipse(x + side * spread * h + side * 0.012 * h, feet - 0.022 * h, 0.05 * h, 0.026 * h, mix(who.bottom, "#201820", 0.55), shade=0)
    elif legs == "crossed":
        c.blob([at(-0.24, 0.03), at(-0.12, 0.11), at(0, 0.12), at(0.12, 0.11), at(0.24, 0.03), at(0, -0.02)], who.bottom, shade=0.35)

    if facing == "front" and who.style in ("long", "scarf", "plaits", "bob"):
        _behind(c, x, feet - head_y * h, head_r * h, who)
    hem = hip - (0.14 if coat else 0.03)
    flare = 1.35 if coat else 1.06
    c.blob(
        [
            at(-wide * 0.55, shoulder + 0.035),
            at(wide * 0.55, shoulder + 0.035),
            at(wide, shoulder - 0.03),
            at(wide * 1.02, (shoulder + hip) / 2),
            at(wide * flare, hem),
            at(0, hem - 0.02),
            at(-wide * flare, hem),
            at(-wide * 1.02, (shoulder + hip) / 2),
            at(-wide, shoulder - 0.03),
        ],
        who.top,
        shade=0.5,
        towards="right",
    )
    c.stroke([at(0, neck - 0.03), at(0, neck + 0.04)], 0.07 * h, mix(who.skin, "#6a3030", 0.18), shade=0)
    _head(c, x, feet - head_y * h, head_r * h, who, facing)
    hands = ARMS[arms] if isinstance(arms, str) else arms
    for side, (dx, dy) in zip((-1, 1), hands, strict=True):
        _arm(c, (x + side * wide * 0.86 * h, feet - (shoulder - 0.01) * h), (dx * h, dy * h), side, h, who)


def _arm(c: Canvas, shoulder: Point, hand: Point, side: int, h: float, who: Look) -> None:
    bend = 0.05 * h * side
    elbow = (shoulder[0] + hand[0] * 0.5 + bend, shoulder[1] + hand[1] * 0.55 + 0.02 * h)
    end = (shoulder[0] + hand[0], shoulder[1] + hand[1])
    c.ellipse(*end, 0.034 * h, 0.034 * h, who.skin, shade=0.2)
    cuff = (end[0] * 0.86 + elbow[0] * 0.14, end[1] * 0.86 + elbow[1] * 0.14)
    c.stroke([shoulder, elbow, cuff], 0.074 * h, mix(who.top, "#20163a", 0.1), taper=0.75, shade=0.3, towards="right")


def _head(c: Canvas, x: float, y: float, r: float, who: Look, facing: str) -> None:
    c.ellipse(x - r * 0.95, y + r * 0.12, r * 0.2, r * 0.24, mix(who.skin, "#8a3a30", 0.12), shade=0)
    c.ellipse(x + r * 0.95, y + r * 0.12, r * 0.2, r * 0.24, mix(who.skin, "#8a3a30", 0.12), shade=0)
    c.ellipse(x, y, r, r * 1.04, who.skin, shade=0.12, towards="right")
    if facing == "front":
        for side in (-1, 1):
            c.ellipse(x + side * 0.5 * r, y + 0.38 * r, 0.2 * r, 0.15 * r, "#e0705f", alpha=0.38, blur=0.05 * r, shade=0)
        c.blob(
            [
                (x - r * 1.03, y + r * 0.05),
                (x - r * 0.96, y - r * 0.62),
                (x - r * 0.3, y - r * 1.13),
                (x + r * 0.45, y - r * 1.1),
                (x + r * 0.98, y - r * 0.55),
                (x + r * 1.03, y + r * 0.05),
                (x + r * 0.7, y - r * 0.34),
                (x + r * 0.1, y - r * 0.42),
                (x - r * 0.6, y - r * 0.3),
            ],
            who.hair,
            shade=0.4,
        )
        _top_knot(c, x, y, r, who)
        return
    low = 0.25 if who.style in ("short", "bun", "pony") else 0.55
    c.blob(
        [(x - r * 1.06, y), (x - r * 0.85, y - r * 0.75), (x, y - r * 1.14), (x + r * 0.85, y - r * 0.75), (x + r * 1.06, y), (x + r * 0.8, y + r * (low + 0.2)), (x, y + r * (low + 0.38)), (x - r * 0.8, y + r * (low + 0.2))],
        who.hair,
        shade=0.45,
        towards="right",
    )
    _behind(c, x, y, r, who)
    _top_knot(c, x, y, r, who)


def _behind(c: Canvas, x: float, y: float, r: float, who: Look) -> None:
    """What hair falls over neck and shoulders."""
    if who.style == "long":
        c.blob(
            [(x - r * 1.08, y - r * 0.3), (x, y - r * 1.1), (x + r * 1.08, y - r * 0.3), (x + r * 1.1, y + r * 1.3), (x + r * 0.4, y + r * 1.75), (x - r * 0.4, y + r * 1.75), (x - r * 1.1, y + r * 1.3)],
            who.hair,
            shade=0.45,
            towards="right",
        )
    elif who.style == "scarf":
        c.blob(
            [(x - r * 1.12, y - r * 0.2), (x, y - r * 1.18), (x + r * 1.12, y - r * 0.2), (x + r * 1.2, y + r * 1.0), (x + r * 1.5, y + r * 1.5), (x, y + r * 1.9), (x - r * 1.5, y + r * 1.5), (x - r * 1.2, y + r * 1.0)],
            who.hair,
            shade=0.5,
            towards="right",
        )
    elif who.style == "plaits":
        for side in (-1, 1):
            c.stroke([(x + side * r * 0.8, y + r * 0.2), (x + side * r * 1.1, y + r * 1.0), (x + side * r * 0.85, y + r * 1.7)], r * 0.42, who.hair, taper=0.6, shade=0.4)
            c.ellipse(x + side * r * 0.9, y + r * 1.5, r * 0.17, r * 0.14, who.top, shade=0)
    elif who.style == "bob":
        c.blob(
            [
                (x - r * 1.1, y - r * 0.2),
                (x, y - r * 1.1),
                (x + r * 1.1, y - r * 0.2),
                (x + r * 1.12, y + r * 0.75),
                (x, y + r * 0.98),
                (x - r * 1.12, y + r * 0.75),
            ],
            who.hair,
            shade=0.45,
            towards="right",
        )
    elif who.style == "pony":
        c.stroke([(x, y - r * 0.3), (x + r * 0.35, y + r * 0.6), (x + r * 0.1, y + r * 1.6)], r * 0.6, who.hair, taper=0.4, shade=0.45, towards="right")
        c.ellipse(x + r * 0.03, y - r * 0.28, r * 0.22, r * 0.16, who.top, shade=0)


def _top_knot(c: Canvas, x: float, y: float, r: float, who: Look) -> None:
    """What stands above the head."""
    if who.style == "bun":
        c.ellipse(x, y - r * 1.12, r * 0.45, r * 0.4, who.hair, shade=0.4)
    elif who.style == "curls":
        for dx, dy in ((-0.9, -0.3), (-0.6, -0.85), (0, -1.1), (0.6, -0.85), (0.9, -0.3), (-1.0, 0.2), (1.0, 0.2)):
            c.ellipse(x + dx * r, y + dy * r, r * 0.38, r * 0.38, who.hair, shade=0.35)
    elif who.style == "hat":
        c.blob([(x - r * 1.05, y - r * 0.25), (x - r * 0.8, y - r * 0.95), (x, y - r * 1.25), (x + r * 0.8, y - r * 0.95), (x + r * 1.05, y - r * 0.25), (x, y - r * 0.1)], who.top, shade=0.4)
        c.ellipse(x, y - r * 1.3, r * 0.28, r * 0.28, "#fff4e0", shade=0.3)
