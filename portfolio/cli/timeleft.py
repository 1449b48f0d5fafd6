"""How long something will still take, as people say it."""

from __future__ import annotations

from portfolio.cli.words import Words

_WORTH = 1.0  # seconds: of what is done sooner nothing is said, and nothing before so much is known
_ROUNDED = 5  # seconds


def told_left(passed: float, done: int, total: int, words: Words) -> str:
    """What people are told ("about 20 s left"), by the seconds that the first `done` of `total` took; else ""."""
    if passed < _WORTH or not 0 < done < total:
        return ""
    left = passed / done * (total - done)
    if left < _WORTH:
        return ""
    if left > 90:
        return words.say("run.left_minutes", n=round(left / 60))
    return words.say(
        "run.left_seconds", n=max(1, round(left)) if left < _ROUNDED else round(left / _ROUNDED) * _ROUNDED
    )
