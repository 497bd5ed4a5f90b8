"""What is told of approval: never given, given to other words, given beside another twin."""

from __future__ import annotations

import re

from agent_tui.core.language import Language
from agent_tui.library import load, record_approvals
from agent_tui.library.linting import Level
from tests.library.linting.shelf import SERVICE, Content

MOMENT = 1_790_000_000_000


def approve(content: Content) -> None:
    record_approvals(content.root, load(content.root), "huda", "salma", MOMENT)


def test_what_was_never_approved_is_counted_by_file(content: Content) -> None:
    remarks = content.remarks(approvals=True)
    assert [(one.path.name, one.code, one.level) for one in remarks] == [
        (name, "not_approved", Level.WARNING) for name in ("library.yaml", "shared.yaml", "delayed.yaml")
    ]
    assert (
        remarks[2].message(Language.ENGLISH).startswith("Phrases of this file nobody has approved yet: 10 (ask, read")
    )


def test_a_change_is_told_and_so_is_its_twin(content: Content) -> None:
    approve(content)
    assert content.remarks(approvals=True) == ()
    content.replace(SERVICE, "Which request is it?", "Which request may it be?")
    changed, stale = sorted(content.remarks(approvals=True), key=lambda one: one.code)
    assert (changed.code, stale.code) == ("changed_since_approval", "stale_twin")
    assert changed.message(Language.ENGLISH) == (
        "The English has changed since salma approved it on 2026-09-21. Have it approved again."
    )
    assert "salma" in stale.message(Language.ARABIC)
    assert "العربية" in stale.message(Language.ARABIC)
    assert changed.line == stale.line


def test_a_language_added_is_told(content: Content) -> None:
    approve(content)
    lines = content.read("approvals.yaml")
    entry = re.search(r"  - phrase: shared.thanks\n    language: en\n(?:    .*\n)+", lines)
    assert entry is not None
    content.write("approvals.yaml", lines.replace(entry[0], ""))
    assert "language_not_approved" in [one.code for one in content.remarks(approvals=True)]
