"""Finding a phrase among five thousand as one types, beside a plain scan for the same letters."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle, islice

from agent_tui.arabic.folding import fold
from agent_tui.core.language import Language
from agent_tui.core.script import Phrase, Wording
from agent_tui.library import load
from agent_tui.library.finding import PhraseIndex
from agent_tui.library.finding.sources import sources
from tests.benchmarks.measure import Row, Size, alone, quantile, told
from tests.benchmarks.past import SCRIPTS

MANY = 5_000
NEW = 0.15
OTHER = 0.3
SYLLABLES = {
    Language.ARABIC: ("با", "كو", "ري", "تم", "فل", "شا", "نر", "جو", "لن"),
    Language.ENGLISH: ("ba", "ko", "ri", "tum", "fel", "sha", "ner", "lin"),
}


class Mixed:
    """The starter phrases over and over, a part of their words exchanged, so that a big library has many words too."""

    def __init__(self, seed: int = 0) -> None:
        self._draw = random.Random(seed)
        self._starters = tuple(load(SCRIPTS).phrases())
        self._words = {
            language: [word for one in self._starters for word in one.text[language].neutral.split()]
            for language in Language
        }

    def phrases(self, count: int) -> Iterator[Phrase]:
        """So many phrases with ids of their own."""
        for number, one in enumerate(islice(cycle(self._starters), count)):
            yield replace(
                one,
                id=f"p{number}",
                text={language: self._wording(wording, language) for language, wording in one.text.items()},
                aliases={key: tuple(self._mixed(text, key) for text in texts) for key, texts in one.aliases.items()},
                situation={language: self._mixed(text, language) for language, text in one.situation.items()},
            )

    def queries(self, phrases: Sequence[Phrase], count: int) -> Iterator[tuple[str, Language]]:
        """Pieces of what phrases say, some of them broken off and some misspelt."""
        for _ in range(count):
            language = self._draw.choice(tuple(Language))
            texts = [source.text for source in sources(self._draw.choice(phrases)) if source.language is language]
            words = self._draw.choice(texts).split()
            first = self._draw.randrange(len(words))
            query = " ".join(words[first : first + self._draw.randint(1, 6)])
            at = self._draw.randrange(len(query) + 1)
            yield self._draw.choice((query, query[: at + 1], query[:at] + query[at + 1 :])), language

    def _wording(self, wording: Wording, language: Language) -> Wording:
        male, female = (
            text if text is None else self._mixed(text, language) for text in (wording.male, wording.female)
        )
        return Wording(self._mixed(wording.neutral, language), male, female)

    def _mixed(self, text: str, language: Language) -> str:
        return " ".join(self._word(word, language) for word in text.split())

    def _word(self, word: str, language: Language) -> str:
        drawn = self._draw.random()
        if drawn < NEW:
            return "".join(self._draw.choices(SYLLABLES[language], k=3))
        return self._draw.choice(self._words[language]) if drawn < OTHER else word


def seconds(act: Callable[[], object]) -> float:
    """How long an act takes."""
    began = time.perf_counter()
    act()
    return time.perf_counter() - began


def rows(size: Size) -> Iterator[Row]:
    """Measure making the index, and finding."""
    mixed = Mixed()
    phrases = tuple(mixed.phrases(MANY if size.runs > 1 else size.interactions))
    texts = [source.text for one in phrases for source in sources(one)]
    making, folding = list[float](), list[float]()
    for _ in range(size.runs):
        index = PhraseIndex(phrases)
        making.append(seconds(index.prepare))
        folding.append(seconds(lambda: [fold(text) for text in texts]))
    beside = f"fold each text: {told(folding)}"
    ratio = quantile(making, 0.5) / quantile(folding, 0.5)
    yield Row(f"make the index of {len(phrases)} phrases", told(making), beside, f"{ratio:.2f}", "", str(size.runs))

    folded = [[fold(source.text) for source in sources(one)] for one in phrases]
    ours, scan = list[float](), list[float]()
    for query, language in mixed.queries(phrases, size.repeats * 5):
        ours.append(seconds(lambda query=query, language=language: index.find(query, language)))  # type: ignore[misc]
        wanted = fold(query)
        scan.append(seconds(lambda wanted=wanted: [1 for said in folded if any(wanted in one for one in said)]))  # type: ignore[misc]
    for share in (0.5, 0.95):
        mine, plain = quantile(ours, share), quantile(scan, share)
        what = f"find among {len(phrases)} phrases, p{share * 100:.0f}"
        target = "10 ms" if share > 0.5 else ""
        yield Row(
            what, f"{mine * 1000:.3g} ms", f"{plain * 1000:.3g} ms", f"{mine / plain:.2f}", target, str(len(ours))
        )


if __name__ == "__main__":
    alone(__doc__, rows)
