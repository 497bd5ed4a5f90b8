"""Where the clusters of a paragraph break into rows of a width."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from agent_tui.arabic.clusters import Cluster

_BLANKS = frozenset(" \u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000")
_ZERO_WIDTH_SPACE = "\u200b"
_BREAK_AFTER = frozenset("-/\u2010\u2013\u2014" + _ZERO_WIDTH_SPACE)


class Span(NamedTuple):
    """Clusters [first:end] are on one row, and those from `drawn` on are blanks that hang past its edge."""

    first: int
    drawn: int
    end: int


def wrap(text: str, clusters: Sequence[Cluster], width: int) -> Iterator[Span]:
    """Spans of one row each, at least one, of at most `width` cells unless a single cluster is wider (0: no limit)."""
    first = used = 0
    chance = 0  # the cluster a row may begin with, nearest before this one
    for index, cluster in enumerate(clusters if width else ()):
        blank = cluster.display in _BLANKS
        if cluster.width and not blank:
            while used and used + cluster.width > width:
                end = chance if chance > first else index
                yield Span(first, _without_blanks(clusters, first, end), end)
                first = end
                used = sum(moved.width for moved in clusters[first:index])
        used += cluster.width
        if blank or (text[cluster.end - 1] in _BREAK_AFTER and _parts(text, cluster)):
            chance = index + 1
    end = drawn = len(clusters)
    while width and used > width and drawn > first and _hangs(clusters[drawn - 1]):
        drawn -= 1
        used -= clusters[drawn].width
    yield Span(first, drawn, end)


def _without_blanks(clusters: Sequence[Cluster], first: int, end: int) -> int:
    while end > first and _hangs(clusters[end - 1]):
        end -= 1
    return end


def _hangs(cluster: Cluster) -> bool:
    return not cluster.width or cluster.display in _BLANKS


def _parts(text: str, cluster: Cluster) -> bool:
    # A hyphen or slash parts letters only: a minus, a fraction and an address stay whole.
    start, end = cluster.start, cluster.end
    return text[end - 1] == _ZERO_WIDTH_SPACE or (text[start - 1 : start].isalpha() and text[end : end + 1].isalpha())
