"""How a round of the label is written, in a framework pack and in a school's `portfolio.yaml`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from portfolio.files.shape import Day, Shape, Whole, invalid
from portfolio.model.framework import Conditions

_Count = Annotated[Whole, Field(ge=1, le=1000)]
_Years = Annotated[Whole, Field(ge=1, le=20)]


class ConditionsShape(Shape):
    """What the platform asks of a school before it may apply."""

    registered_by: Day | None = None
    teachers: _Count | None = None
    teachers_since: Day | None = None
    label_from: Day | None = None
    label_until: Day | None = None
    years: _Years | None = None

    @model_validator(mode="after")
    def _label_in_order(self) -> ConditionsShape:
        if self.label_from and self.label_until and self.label_from > self.label_until:
            raise invalid("round.label-order", first=self.label_from, last=self.label_until)
        return self

    def conditions(self) -> Conditions:
        """As the stages know them."""
        return Conditions(**{name: getattr(self, name) for name in Conditions.__dataclass_fields__})


class WindowShape(Shape):
    """The name of a round and its first and last day."""

    name: str = ""
    opens_on: Day | None = None
    closes_on: Day | None = None

    @model_validator(mode="after")
    def _opens_before_it_closes(self) -> WindowShape:
        if self.opens_on and self.closes_on and self.opens_on > self.closes_on:
            raise invalid("round.order", opens=self.opens_on, closes=self.closes_on)
        return self
