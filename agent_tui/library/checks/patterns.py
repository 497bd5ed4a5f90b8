"""Patterns of fields: they compile, and no typed text can make the matcher try for ever."""

from __future__ import annotations

import re
from typing import Any

from agent_tui.library.source import Spot

TYPED = 40
"""How long a typed value is taken to be: an open repetition may end after any of its letters."""
MOST_WAYS = 10_000_000
"""The ways through a text the matcher may have to try; about a third of a second."""


def check_pattern(pattern: Spot) -> None:
    """Report a pattern that is no regular expression, or one that could stall the screen while somebody types."""
    try:
        re.compile(pattern.text)
        slow = ways(pattern.text) > MOST_WAYS
    except re.error as error:
        pattern.report("bad_pattern", place=(error.pos or 0) + 1)
    except (OverflowError, RecursionError):
        pattern.report("slow_pattern")
    else:
        if slow:
            pattern.report("slow_pattern")


def ways(pattern: str) -> int:
    """How many ways a pattern has through a text at most: (a+)+ has far more than anybody waits for."""
    from re import _parser  # type: ignore[attr-defined]

    return _ways(_parser.parse(pattern))


def _ways(parsed: Any) -> int:
    """The product over what follows each other, the sum over alternatives, the power over repetitions."""
    from re import _constants as codes  # type: ignore[attr-defined]

    total = 1
    for code, body in parsed:
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT, codes.POSSESSIVE_REPEAT):
            least, most, inner = body
            times = min(most, TYPED)
            total *= _ways(inner) ** times * (max(times - least, 0) + 1)
        elif code is codes.BRANCH:
            total *= sum(_ways(one) for one in body[1])
        elif code is codes.SUBPATTERN:
            total *= _ways(body[-1])
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            total *= _ways(body[1])
        elif code is codes.ATOMIC_GROUP:
            total *= _ways(body)
        elif code is codes.GROUPREF_EXISTS:
            total *= sum(_ways(one) for one in body[1:] if one is not None)
        total = min(total, MOST_WAYS + 1)
    return total
