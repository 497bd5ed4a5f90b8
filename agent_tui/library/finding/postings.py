"""Which phrases hold a term, and how much it says about each: BM25 over the fields of a phrase."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from agent_tui.core.script import Phrase
from agent_tui.library.finding import terms as T
from agent_tui.library.finding.acts import Act, act
from agent_tui.library.finding.found import Place
from agent_tui.library.finding.meanings import expressions
from agent_tui.library.finding.sources import sources
from agent_tui.library.finding.words import has_placeholder, plain_words


@dataclass
class P:
    k1: float = 1.2
    b: float = 0.4
    text: float = 1.0
    alias: float = 0.8
    situation: float = 0.5
    bm: float = 1.0
    sim: float = 1.0
    simexp: float = 0.5
    acts: float = 0.1
    expr: float = 0.55
    prefix: float = 0.7
    abbr: float = 0.6
    typo: float = 0.75
    dice: float = 0.5
    gram: float = 0.7
    value: float = 0.6
    other: float = 0.8
    missing: float = 0.5


PAR = P()


def writing(text: str) -> tuple[list[str], dict[str, float]]:
    """The words of one writing, and its terms with their weights."""
    said = plain_words(text)
    weights: dict[str, float] = {}
    for word in said:
        for term, weight in T.terms(word):
            if weights.get(term, 0.0) < weight:
                weights[term] = weight
    for _, _, meaning in expressions([T.form(word) for word in said]):
        weights[f"@{meaning}"] = max(PAR.expr, weights.get(f"@{meaning}", 0.0))
    if has_placeholder(text):
        weights[T.VALUE] = 1.0
    return said, weights
