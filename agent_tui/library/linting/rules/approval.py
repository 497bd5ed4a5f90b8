"""Approval: what a live contact may not use yet, and approved words whose twin has changed under them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from agent_tui.core.language import Language
from agent_tui.core.script import Phrase
from agent_tui.library.approvals import Approval
from agent_tui.library.linting.material import Material
from agent_tui.library.linting.remark import Remark
from agent_tui.library.linting.said import Said

MOST_NAMED = 3


def approval(material: Material) -> Iterator[Remark]:
    """Report phrases that changed since they were approved, their twins, and how many of a file never were."""
    library = material.reading.library
    if library is None:
        return
    given = {(one.phrase, one.language): one for one in material.reading.approvals}
    never: dict[str, list[Said]] = defaultdict(list)
    for phrase in library.phrases():
        said = material.by_id.get(phrase.id)
        if said is None:
            continue
        if any((phrase.id, language) in given for language in phrase.text):
            yield from _standing(phrase, said, given)
        else:
            never[said.spot.source.path.as_posix()].append(said)
    for phrases in never.values():
        names = ", ".join(said.id.partition(".")[2] for said in phrases[:MOST_NAMED])
        yield phrases[0].remark("not_approved", "id", count=len(phrases), names=names)


def _standing(phrase: Phrase, said: Said, given: Mapping[tuple[str, Language], Approval]) -> Iterator[Remark]:
    for language in phrase.text:
        line = next((line for line in said.lines if line.language is language), None)
        if line is None or language in phrase.approved:
            continue
        held = given.get((phrase.id, language))
        if held is None:
            yield line.whole("language_not_approved", language=language.value)
            continue
        told = {"language": language.value, "approver": held.approver, "date": held.at[:10]}
        if held.hash != phrase.hashes[language]:
            yield line.whole("changed_since_approval", **told)
        else:
            yield line.whole("stale_twin", twin=language.other.value, **told)
