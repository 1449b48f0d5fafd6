"""How letters are set on a PDF's page: the text operators followed, each show of a text told as a mark."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from math import hypot
from typing import TYPE_CHECKING, Any, NamedTuple

from portfolio.audit.letters import Letters
from portfolio.model.marks import Colour, TextMark, box_of

if TYPE_CHECKING:
    from pikepdf import Matrix

FontOf = Callable[[str], Letters | None]

_UNSEEN = 3  # the rendering mode of letters that nobody sees
_ASCENT, _DESCENT = 0.75, 0.22  # how far letters reach above and below their line in em: about right for any typeface
_BLANK = 32  # the code of one byte that word spacing widens
_LEAN = 0.05  # of a text's height: what stands less aslant is upright


class Setting(NamedTuple):
    """What `q` keeps of how letters are set; lengths as the operators give them."""

    font: Letters | None = None
    size: float = 0.0
    mode: int = 0
    apart: float = 0.0
    wider: float = 0.0
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0


OPERATORS = frozenset(
    {"BT", "Tf", "Tz", "Tr", "Tm", "Td", "TD", "T*", "Tj", "TJ", "'", '"', "Tc", "Tw", "TL", "Ts"},
)


class Pen:
    """Where the next letter stands; `follow` takes each text operator in turn."""

    def __init__(self, fonts: FontOf) -> None:
        from pikepdf import Matrix

        self._fonts = fonts
        self._line = self._at = Matrix()

    def follow(self, name: str, operands: Sequence[Any], setting: Setting) -> tuple[Setting, Iterable[Any]]:
        """How letters are set from here on, and the parts of a text that is to be shown."""
        from pikepdf import Matrix

        match name:
            case "BT":
                self._line = self._at = Matrix()
            case "Tm":
                self._line = self._at = Matrix(*map(float, operands))
            case "Tf":
                setting = setting._replace(font=self._fonts(str(operands[0])), size=float(operands[1]))
            case "Tz":
                setting = setting._replace(stretch=float(operands[0]) / 100)
            case "Tr":
                setting = setting._replace(mode=int(operands[0]))
            case "Td" | "TD":
                across, up = map(float, operands)
                setting = setting._replace(leading=-up) if name == "TD" else setting
                self._move(across, up)
            case "T*":
                self._move(0, -setting.leading)
            case "Tj":
                return setting, operands
            case "TJ":
                return setting, list(operands[0])
            case "'":
                self._move(0, -setting.leading)
                return setting, operands
            case '"':
                self._move(0, -setting.leading)
                return setting._replace(wider=float(operands[0]), apart=float(operands[1])), operands[2:]
            case "Tc":
                setting = setting._replace(apart=float(operands[0]))
            case "Tw":
                setting = setting._replace(wider=float(operands[0]))
            case "TL":
                setting = setting._replace(leading=float(operands[0]))
            case "Ts":
                setting = setting._replace(rise=float(operands[0]))
        return setting, ()

    def show(self, parts: Iterable[Any], setting: Setting, colour: Colour, matrix: Matrix) -> Iterator[TextMark]:
        """The mark of a text; `matrix` leads to mm. The pen goes on behind it."""
        from pikepdf import Matrix

        if setting.font is None:
            return
        letters, length = [], 0.0
        for part in parts:
            if isinstance(part, int | float) or not hasattr(part, "__bytes__"):
                length -= float(part) / 1000 * setting.size * setting.stretch
                continue
            for code, text, width in setting.font.read(bytes(part)):
                wider = setting.wider if code == _BLANK and setting.font.length == 1 else 0.0
                length += (width * setting.size + setting.apart + wider) * setting.stretch
                letters.append(text)
        to_page = self._at @ matrix
        self._at = Matrix(1, 0, 0, 1, length, 0) @ self._at
        if not letters or setting.mode == _UNSEEN or not setting.size:
            return
        low, high = setting.rise - _DESCENT * setting.size, setting.rise + _ASCENT * setting.size
        corners = [to_page.transform(corner) for corner in ((0, low), (length, low), (length, high), (0, high))]
        _, base = to_page.transform((0, setting.rise))
        yield TextMark(
            text="".join(letters),
            font=setting.font.name,
            size=hypot(to_page.c, to_page.d) * abs(setting.size),
            slanted=setting.font.slanted or _leans(to_page),
            colour=colour,
            box=box_of(corners),
            baseline=base,
        )

    def _move(self, across: float, up: float) -> None:
        from pikepdf import Matrix

        self._line = self._at = Matrix(1, 0, 0, 1, across, up) @ self._line


def _leans(matrix: Matrix) -> bool:
    """Whether letters are made slanted by their matrix: the line and the height of a letter are not at right angles."""
    across, up = hypot(matrix.a, matrix.b), hypot(matrix.c, matrix.d)
    return across * up > 0 and abs(matrix.a * matrix.c + matrix.b * matrix.d) > _LEAN * across * up
