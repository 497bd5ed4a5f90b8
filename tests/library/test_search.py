"""Type-to-find: what people call a service leads to its script, best first, in either language."""

from __future__ import annotations

import pytest

from agent_tui.core.language import Language
from agent_tui.library import Library
from tests.library.shelf import SCRIPT, SERVICE, Scripts

AR, EN = Language.ARABIC, Language.ENGLISH


@pytest.fixture
def library(scripts: Scripts) -> Library:
    (scripts.root / SERVICE).unlink()
    for name, arabic, english, aliases in (
        ("permit-delay", "تأخّر رخصة", "Late permit", "{ar: [معاملة متأخرة], en: [where is my permit]}"),
        ("permit-new", "رخصة جديدة", "Permit application", "{ar: [], en: [shop licence]}"),
        ("refund", "ردّ الرسوم", "Refund of a permit fee", "{ar: [إسترجاع المبلغ], en: [money back]}"),
        ("manner", "أسلوب التعامل", "Staff manner", "{ar: [سوء معاملة], en: [rude, unpermitted behaviour]}"),
    ):
        text = SCRIPT.replace("id: delayed-request", f"id: {name}").replace(
            "aliases: {ar: [تأخير], en: [late file]}", f"aliases: {aliases}"
        )
        scripts.write(
            f"services/{name}.yaml",
            text.replace("{ar: معاملة متأخرة, en: Delayed request}", f"{{ar: {arabic}, en: {english}}}"),
        )
    library = scripts.load()
    assert library.problems == ()
    return library


@pytest.mark.parametrize(
    ("query", "language", "expected"),
    [
        ("permit", EN, ["permit-new", "permit-delay", "refund", "manner"]),
        ("  PERMIT  ", EN, ["permit-new", "permit-delay", "refund", "manner"]),
        ("ermit", EN, ["permit-delay", "permit-new", "refund", "manner"]),
        ("refund", EN, ["refund"]),
        ("refund", AR, ["refund"]),
        ("money", EN, ["refund"]),
        ("permit-n", EN, ["permit-new"]),
        ("fee permit", EN, ["refund"]),
        ("رخصه", AR, ["permit-new", "permit-delay"]),
        ("تاخر", AR, ["permit-delay"]),
        ("رد الرسوم", AR, ["refund"]),
        ("استرجاع", AR, ["refund"]),
        ("معاملة", AR, ["permit-delay", "manner"]),
        ("zebra", EN, []),
        ("", EN, ["permit-delay", "permit-new", "refund", "manner"]),
        ("   ", AR, ["manner", "permit-delay", "permit-new", "refund"]),
    ],
)
def test_find(library: Library, query: str, language: Language, expected: list[str]) -> None:
    found = [script.id for script in library.find_service(query, language)]
    assert found == expected
