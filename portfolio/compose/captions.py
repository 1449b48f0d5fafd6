"""How high a photo's words are, reckoned from letter widths: what is needed to compose pages before they are set."""

from __future__ import annotations

from dataclasses import dataclass

from portfolio.model.blocks import ASIDE, TEXT_MEASURE, Exhibit, is_too_long
from portfolio.model.face import PT, Face

# As in the base theme (css/dossier.css), in pt and mm.
TEXT, ORIGIN, CREDIT, TOLD = (8.0, 3.9), (8.0, 3.9), (6.5, 3.5), (8.5, 4.2)
ABOVE, BESIDE, AFTER_TOLD = 1.5, 1.0, 5.0
SLACK = 1.01  # kerning and rounding never make a line longer than that


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """The words that stand with a photo: widths in em of its number, text and other lines, those with their looks."""

    face: Face
    letters: int
    number: float
    text: tuple[float, ...]
    others: tuple[tuple[tuple[float, ...], tuple[float, float]], ...] = ()

    def below(self, width: float) -> float:
        """The height in mm of what stands below a photo of a width in mm."""
        text = (self.number,) if self.told(width) else (self.number, *self.text)
        return ABOVE + sum(self._height(words, look, width - BESIDE) for words, look in ((text, TEXT), *self.others))

    def beside(self) -> float:
        """The height of all words at a photo's side, on the first columns."""
        words = (self.number, *self.text)
        return sum(self._height(each, look, ASIDE - BESIDE) for each, look in ((words, TEXT), *self.others))

    def told(self, width: float) -> float:
        """The height of the text below the row, where it is too long to stand below a photo of that width; else 0."""
        if not is_too_long(self.letters, width):
            return 0.0
        return self._height((self.number, *self.text), TOLD, TEXT_MEASURE) + AFTER_TOLD

    def _height(self, words: tuple[float, ...], look: tuple[float, float], width: float) -> float:
        size, leading = look
        return self.face.lines_of(words, width / (size * PT * SLACK)) * leading


def measure(exhibit: Exhibit, regular: Face, bold: Face) -> Caption:
    """The caption of a photo: number and text, date and place, who made it."""
    text = (exhibit.caption or exhibit.title).text
    origin = " · ".join(filter(None, (exhibit.dated, exhibit.place)))
    others = ((origin, ORIGIN), (exhibit.credit, CREDIT))
    return Caption(
        face=regular,
        letters=len(text),
        number=bold.width(exhibit.number),
        text=regular.words(text),
        others=tuple((regular.words(words), look) for words, look in others if words),
    )
