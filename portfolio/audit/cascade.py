"""What a page's style sheet says of its elements, as a browser of a width finds it. Lengths in CSS px.

Only what marks are asked of is reckoned: sizes, room round things, letters and grounds. A value that is not known here
counts as not said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from cssselect2 import ElementWrapper

REM = 16.0
_UNITS = {"px": 1.0, "rem": REM, "pt": 96 / 72, "mm": 96 / 25.4, "cm": 96 / 2.54, "in": 96.0}
_QUERIED = _UNITS | {"em": REM}  # of a condition: it asks before any element has letters
_DEEPEST = 8  # variables in variables
_SIDES = ("top", "right", "bottom", "left")
_INHERITED = ("color", "font-size", "font-family", "font-style")
_SLANTED = ("italic", "oblique")
_CHOICES: Mapping[str, Callable[[list[float]], float]] = {
    "min": min,
    "max": max,
    "clamp": lambda given: max(given[0], min(given[1:])),
}

Declared = dict[str, Sequence[Any]]  # the tokens of a value by what it is of


class Cascade:
    """The styles of a page, asked element by element."""

    def __init__(self, root: Element, sheets: Sequence[str], width: float) -> None:
        from cssselect2 import ElementWrapper, Matcher
        from tinycss2 import parse_stylesheet

        self._width = width
        self._matcher = Matcher()
        for sheet in sheets:
            self._take(parse_stylesheet(sheet, skip_comments=True, skip_whitespace=True))
        self.root: ElementWrapper = ElementWrapper.from_html_root(root)
        self._declared: dict[Element, Declared] = {}

    def length(self, element: ElementWrapper, name: str) -> float | None:
        """A length that is said of an element, None where none is."""
        return self._length(self._said(element, name), element)

    def room(self, element: ElementWrapper, name: str) -> tuple[float, float, float, float]:
        """The padding or the margin of an element: top, right, bottom, left."""
        top, right, bottom, left = (self.length(element, f"{name}-{side}") or 0.0 for side in _SIDES)
        return top, right, bottom, left

    def word(self, element: ElementWrapper, name: str) -> str:
        """The first word or name of a value, "" where none is said."""
        tokens = self._resolved(self._said(element, name), element)
        return next((str(each.value) for each in tokens if each.type in ("ident", "string")), "")

    def colour(self, element: ElementWrapper, name: str) -> tuple[float, ...] | None:
        """A colour that is said of an element, None where none is or it is seen through."""
        from tinycss2.color5 import parse_color

        for token in self._resolved(self._said(element, name), element):
            found = parse_color(token)
            if found and found != "currentcolor" and found.alpha == 1:
                return tuple(found.to("srgb").coordinates)
        return None

    def letters(self, element: ElementWrapper) -> float:
        """The size of an element's letters."""
        found = self._length(self._said(element, "font-size"), element.parent or element)
        return REM if found is None else found

    def _take(self, rules: Sequence[Any]) -> None:
        from cssselect2 import SelectorError, compile_selector_list
        from tinycss2 import parse_blocks_contents, parse_rule_list

        for rule in rules:
            if rule.type == "at-rule" and rule.lower_at_keyword == "media" and self._applies(rule.prelude):
                self._take(parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True))
            elif rule.type == "qualified-rule":
                declared = parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
                try:
                    selectors = compile_selector_list(rule.prelude)
                except SelectorError:  # as browsers do
                    continue
                for selector in selectors:
                    self._matcher.add_selector(selector, [each for each in declared if each.type == "declaration"])

    def _applies(self, query: Sequence[Any]) -> bool:
        """Whether a condition is one of widths alone, which this one meets; how a page is printed is another matter."""
        words = [each for each in query if each.type != "whitespace"]
        for each in words:
            if each.type == "ident" and each.lower_value in ("screen", "and"):
                continue
            if each.type != "() block":
                return False
            inner = [token for token in each.content if token.type not in ("whitespace", "literal")]
            if len(inner) != 2 or inner[0].type != "ident" or inner[0].value not in ("min-width", "max-width"):
                return False
            unit = 0.0 if inner[1].type == "number" else _QUERIED.get(getattr(inner[1], "lower_unit", ""))
            if unit is None or inner[1].type not in ("number", "dimension"):
                return False
            edge = inner[1].value * unit
            if (self._width < edge) if inner[0].value == "min-width" else (self._width > edge):
                return False
        return True

    def _said(self, element: ElementWrapper, name: str) -> Sequence[Any]:
        """The tokens of a value, of an element that hands it down where the element says nothing."""
        asked: ElementWrapper | None = element
        while asked is not None:
            found = self._of(asked).get(name)
            if found is not None or not (name in _INHERITED or name.startswith("--")):
                return found or ()
            asked = asked.parent
        return ()

    def _of(self, element: ElementWrapper) -> Declared:
        known: Declared | None = self._declared.get(element.etree_element)
        if known is None:
            known = {}
            matches = self._matcher.match(element)
            weights = (
                (declaration.important, specificity, order, declaration)
                for specificity, order, pseudo, declarations in matches
                if pseudo is None
                for declaration in declarations
            )
            for *_, declaration in sorted(weights, key=lambda each: each[:3]):
                known |= dict(_told(declaration.name, declaration.value))
            self._declared[element.etree_element] = known
        return known

    def _resolved(self, tokens: Sequence[Any], element: ElementWrapper, depth: int = 0) -> list[Any]:
        """The tokens with what variables stand for in their place."""
        found: list[Any] = []
        for token in tokens:
            if token.type == "function" and token.lower_name == "var" and depth < _DEEPEST:
                name = next((each.value for each in token.arguments if each.type == "ident"), "")
                found += self._resolved(self._said(element, name), element, depth + 1)
            elif token.type not in ("whitespace", "comment"):
                found.append(token)
        return found

    def _length(self, tokens: Sequence[Any], element: ElementWrapper) -> float | None:
        resolved = self._resolved(tokens, element)
        return self._reckon(resolved[0], element) if len(resolved) == 1 else None

    def _reckon(self, token: Any, element: ElementWrapper) -> float | None:
        """A number, a length, or what is reckoned of some."""
        match token.type:
            case "number":
                return float(token.value)
            case "dimension" if token.lower_unit in ("em", "vw"):
                return float(token.value) * (self._width / 100 if token.lower_unit == "vw" else self.letters(element))
            case "dimension":
                return float(token.value) * _UNITS[token.lower_unit] if token.lower_unit in _UNITS else None
            case "function" if token.lower_name == "calc":
                return self._sum(self._resolved(token.arguments, element), element)
            case "() block":
                return self._sum(self._resolved(token.content, element), element)
            case "function" if token.lower_name in _CHOICES:
                parts = _parted(self._resolved(token.arguments, element), ",")
                given = [value for part in parts if (value := self._sum(part, element)) is not None]
                return _CHOICES[token.lower_name](given) if len(given) == len(parts) else None
        return None

    def _sum(self, tokens: Sequence[Any], element: ElementWrapper) -> float | None:
        """Products that are added or taken away, of which each token is a number, a length or a sign."""
        total, sign, product, divides = 0.0, 1.0, None, False
        for token in tokens:
            if token.type == "literal" and token.value in "+-":
                if product is None:
                    return None
                total, product, sign = total + sign * product, None, -1.0 if token.value == "-" else 1.0
            elif token.type == "literal" and token.value in "*/":
                divides = token.value == "/"
            else:
                value = self._reckon(token, element)
                if value is None or (divides and not value):
                    return None
                product = value if product is None else product / value if divides else product * value
                divides = False
        return None if product is None else total + sign * product


def _parted(tokens: Sequence[Any], at: str) -> list[list[Any]]:
    parts: list[list[Any]] = [[]]
    for token in tokens:
        if token.type == "literal" and token.value == at:
            parts.append([])
        else:
            parts[-1].append(token)
    return parts


def _told(name: str, value: Sequence[Any]) -> Iterator[tuple[str, Sequence[Any]]]:
    """A declaration taken apart, where it says several things at once."""
    tokens = [each for each in value if each.type not in ("whitespace", "comment")]
    if name in ("padding", "margin") and 1 <= len(tokens) <= 4:
        top, right, bottom, left = (tokens * 4)[:4] if len(tokens) < 3 else (*tokens, tokens[1])[:4]
        yield from zip((f"{name}-{side}" for side in _SIDES), ([top], [right], [bottom], [left]), strict=True)
    elif name.endswith("-block") and 1 <= len(tokens) <= 2:
        yield f"{name.removesuffix('-block')}-top", [tokens[0]]
        yield f"{name.removesuffix('-block')}-bottom", [tokens[-1]]
    elif name == "background":
        yield "background-color", tokens
    elif name == "font" and len(tokens) > 1:
        size = next((at for at, each in enumerate(tokens) if each.type in ("dimension", "function")), 0)
        has_line = tokens[size + 1].type == "literal" if len(tokens) > size + 1 else False
        yield "font-size", [tokens[size]]
        yield "font-family", tokens[size + (3 if has_line else 1) :]
        yield "font-style", [each for each in tokens[:size] if each.type == "ident" and each.lower_value in _SLANTED]
    else:
        yield name, tokens
