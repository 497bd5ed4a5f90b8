"""Phrases made in one line, and what a search finds among them."""

from __future__ import annotations

from collections.abc import Iterable

from agent_tui.core.language import Language
from agent_tui.core.script import Phrase, Wording
from agent_tui.core.vocabulary import Home
from agent_tui.library.finding import PhraseIndex

AR, EN = Language.ARABIC, Language.ENGLISH


def phrase(
    name: str,
    *,
    ar: str | Wording | None = None,
    en: str | None = None,
    aliases: dict[Language, tuple[str, ...]] | None = None,
    situation: dict[Language, str] | None = None,
) -> Phrase:
    text = {language: said for language, said in ((AR, ar), (EN, en)) if said is not None}
    return Phrase(
        id=name,
        home=Home.LISTEN,
        text={language: said if isinstance(said, Wording) else Wording(said) for language, said in text.items()},
        hashes={},
        canonical={},
        aliases=aliases or {},
        situation=situation or {},
    )


def ids(index: PhraseIndex, query: str, language: Language = EN, *, limit: int = 9) -> list[str]:
    return [found.phrase.id for found in index.find(query, language, limit=limit)]


def alone(text: str, language: Language) -> PhraseIndex:
    """One phrase of one text."""
    return PhraseIndex([phrase("it", ar=text) if language is AR else phrase("it", en=text)])


def arabic(texts: Iterable[str]) -> PhraseIndex:
    return PhraseIndex(phrase(text, ar=text) for text in texts)
