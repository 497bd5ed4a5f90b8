"""The linter: every rule over everything in a scripts folder, after what loading found."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from agent_tui.library.linting.material import Material
from agent_tui.library.linting.remark import Level, Remark, from_problem, in_order
from agent_tui.library.linting.rules import (
    admission,
    apology,
    approval,
    courtesy,
    digits,
    languages,
    length,
    letters,
    marks,
    promises,
    refusal,
    review,
    speaker,
    spelling,
    unused,
)
from agent_tui.library.loading import Reading

PHRASE_RULES = (
    languages.other_placeholders,
    languages.form_placeholders,
    speaker.gendered_speaker,
    apology.weak_apology,
    apology.apology_elsewhere,
    apology.apology_without_cause,
    apology.doubled_apology,
    apology.begs_forgiveness,
    admission.responsibility_without_fault,
    admission.hidden_admission,
    promises.in_apology,
    promises.hidden,
    courtesy.blames_customer,
    courtesy.favour,
    courtesy.formulas,
    courtesy.orders,
    length.too_many_words,
)
LINE_RULES = (
    languages.wrong_language,
    speaker.slash_form,
    letters.tatweel,
    letters.foreign_letter,
    marks.double_space,
    marks.misplaced_space,
    marks.latin_mark,
    marks.unbalanced,
    spelling.spelling,
)
SCRIPT_RULES = (refusal.incomplete_refusal, refusal.few_alternatives)
FOLDER_RULES = (digits.digits, review.review, unused.unused_phrase, approval.approval)


def lint(reading: Reading, today: date, only: Path | None = None) -> tuple[Remark, ...]:
    """Everything to mend or to weigh in a scripts folder, or in `only` one file of it, by file and place.

    What loading found is in it.
    """
    found = [from_problem(problem, Level.ERROR) for problem in reading.problems]
    found += [from_problem(problem, Level.WARNING) for problem in reading.warnings]
    found += _remarks(Material(reading, today), only)
    return in_order(one for one in found if only in (None, one.path))


def _remarks(material: Material, only: Path | None) -> Iterator[Remark]:
    for said in material.said:
        if only not in (None, said.spot.source.path):
            continue
        for phrase_rule in PHRASE_RULES:
            yield from phrase_rule(said)
    for line in material.lines:
        if only not in (None, line.spot.source.path):
            continue
        for line_rule in LINE_RULES:
            yield from line_rule(line)
    for script in material.scripts:
        for script_rule in SCRIPT_RULES:
            yield from script_rule(script, material)
    for folder_rule in FOLDER_RULES:
        yield from folder_rule(material)
