"""Layers of a foreign PDF (optional content, ISO 32000-1, 8.11): which of them nobody sees."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pikepdf import Object

_DEEP = 20  # an expression within an expression, so often, is damage


class Layers:
    """The layers of a document as it opens on a screen. What one way of reading the rules hides, is hidden."""

    def __init__(self, catalogue: Object) -> None:
        properties = _dictionary(catalogue.get("/OCProperties"))
        config = _dictionary(properties.get("/D")) if properties is not None else None
        self.known = properties is not None
        self._base_off = config is not None and config.get("/BaseState") == "/OFF"
        self._on = set(_identities(config, "/ON"))
        self._off = set(_identities(config, "/OFF"))

    def hide(self, content: Object | None) -> bool:
        """Whether what belongs to this group, or membership of groups, is not seen."""
        content = _dictionary(content)
        if content is None or not self.known:
            return False
        if content.get("/Type") != "/OCMD":
            return self._group_is_off(content)
        return self._hidden_by_expression(content) if "/VE" in content else self._hidden_by_policy(content)

    def _group_is_off(self, group: Object) -> bool:
        if group.objgen in self._off or (self._base_off and group.objgen not in self._on):
            return True
        usage = _dictionary(group.get("/Usage"))
        view = _dictionary(usage.get("/View")) if usage is not None else None
        return view is not None and view.get("/ViewState") == "/OFF"

    def _hidden_by_policy(self, membership: Object) -> bool:
        """By the policy of a membership dictionary, "any of them on" when it names none."""
        groups = membership.get("/OCGs")
        members = _entries(groups) if groups is not None else []
        off = [self._group_is_off(group) for member in members if (group := _dictionary(member)) is not None]
        if not off:
            return False
        policies: dict[str, Callable[[list[bool]], bool]] = {
            "/AllOn": any,
            "/AnyOff": lambda states: not any(states),
            "/AllOff": lambda states: not all(states),
        }
        return policies.get(str(membership.get("/P")), all)(off)

    def _hidden_by_expression(self, membership: Object) -> bool:
        return not self._holds(membership.get("/VE"), 0)

    def _holds(self, expression: Object | None, depth: int) -> bool:
        """Whether a visibility expression holds; one that is damaged does not."""
        import pikepdf

        if expression is None or depth > _DEEP:
            return False
        if not isinstance(expression, pikepdf.Array):
            group = _dictionary(expression)
            return group is not None and not self._group_is_off(group)
        parts = list(expression)
        held = [self._holds(operand, depth + 1) for operand in parts[1:]]
        match str(parts[0]) if parts else "":
            case "/Not":
                return held == [False]
            case "/And":
                return all(held)
            case "/Or":
                return any(held)
        return False


def _identities(config: Object | None, key: str) -> Iterator[tuple[int, int]]:
    listed = config.get(key) if config is not None else None
    for group in _entries(listed) if listed is not None else []:
        if (known := _dictionary(group)) is not None:
            yield known.objgen


def _entries(listed: Object) -> list[Object]:
    """The members of an array, or the one thing that stands instead."""
    import pikepdf

    return list(listed) if isinstance(listed, pikepdf.Array) else [listed]


def _dictionary(value: Object | None) -> Object | None:
    import pikepdf

    return value if isinstance(value, pikepdf.Dictionary) else None
