"""Loading: from a scripts folder to a library, with everything that is wrong told in one run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from agent_tui.core.language import Language
from agent_tui.core.organisation import Organisation
from agent_tui.core.script import Phrase, Script
from agent_tui.core.vocabulary import Home
from agent_tui.library.approvals import Approval, lost, read_approvals, standing
from agent_tui.library.building.house import organisation as built_house
from agent_tui.library.building.phrase import Approved, Phrasebook, phrase as built_phrase
from agent_tui.library.building.script import script as built_script
from agent_tui.library.checks.house import HOUSE, check_bank, check_house
from agent_tui.library.checks.names import Names
from agent_tui.library.checks.phrases import PURPOSE_HOMES
from agent_tui.library.checks.script import check_script, declared
from agent_tui.library.checks.stages import check_stages
from agent_tui.library.folder import LIBRARY, survey
from agent_tui.library.form import check_form
from agent_tui.library.library import Library
from agent_tui.library.problem import LibraryError, Problem, in_order
from agent_tui.library.shapes import Shape
from agent_tui.library.shapes.formats import FORMATS
from agent_tui.library.source import Source, read


@dataclass(frozen=True)
class Reading:
    """A scripts folder as it was read: its files with their places, and the library made of what can be used.

    Without a library.yaml that can be used there is no library; `problems` say why.
    """

    house: Source
    banks: tuple[Source, ...]
    scripts: tuple[Source, ...]
    approved: Source
    approvals: tuple[Approval, ...]
    library: Library | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def load(root: Path) -> Library:
    """Everything in a scripts folder that can be used, and every problem of what cannot.

    A script with a problem is left out; LibraryError, with all problems of all files, where library.yaml or
    the folder itself cannot be used.
    """
    reading = read_folder(root)
    if reading.library is None:
        raise LibraryError(reading.problems)
    return reading.library


def read_folder(root: Path) -> Reading:
    """A scripts folder with the places of everything in it; LibraryError only where there is no such folder."""
    folder = survey(root)
    if not root.is_dir():
        raise LibraryError(folder.problems)
    house = _formed(root / LIBRARY, LIBRARY, Shape.LIBRARY)
    banks = [_formed(root / path, path, Shape.BANK) for path in folder.banks]
    scripts = [_formed(root / path, path, Shape.SCRIPT) for path in folder.scripts]
    approvals, approved = read_approvals(root)

    languages = declared(house.root["languages"])
    shelf = _shelf(banks, scripts, languages, standing(approvals))
    names = Names(languages, None, shelf.book.banks, shelf.broken, shelf.lost)
    organisation = _house(house, names, shelf.book)
    _check_owners(banks, scripts)
    names = replace(names, organisation=organisation)
    built = [_script(source, names, shelf.book) for source in scripts]

    sources = (house, *banks, *scripts, approved)
    problems = in_order([*folder.problems, *(problem for source in sources for problem in source.problems)])
    warnings = [*folder.warnings, *(warning for source in sources for warning in source.warnings)]
    library = None
    if organisation is not None:
        kept = sorted((script for script in built if script is not None), key=lambda script: script.id)
        library = Library(
            organisation, {script.id: script for script in kept}, _homed(shelf.book.banks, kept), problems
        )
        # With files left out, their phrases would seem to be gone.
        warnings += () if problems else lost(root, approvals, library.phrases())
        library = replace(library, warnings=in_order(warnings))
    return Reading(house, tuple(banks), tuple(scripts), approved, approvals, library, problems, in_order(warnings))


def load_script(
    path: Path, organisation: Organisation, banks: Mapping[str, Phrase], approvals: Collection[Approval] = ()
) -> Script:
    """One script's file against an organisation and banks there are already; LibraryError for one with problems."""
    source = _formed(path, Path(path.name), Shape.SCRIPT)
    names = Names(organisation.languages, organisation, banks)
    script = _script(source, names, Phrasebook(banks, standing(approvals)))
    if script is None:
        raise LibraryError(source.problems)
    return script


def _formed(file: Path, path: Path, shape: Shape) -> Source:
    source = read(file, path)
    if source.node is not None:
        check_form(source, shape)
    return source


@dataclass
class _Shelf:
    """The shared phrases: the good ones, those with errors, and the banks that could not be read."""

    book: Phrasebook
    broken: frozenset[str] = frozenset()
    lost: frozenset[str] = frozenset()


def _shelf(banks: list[Source], scripts: list[Source], languages: tuple[Language, ...], approved: Approved) -> _Shelf:
    good: dict[str, Phrase] = {}
    broken, lost = set(), set()
    fields = _fields(scripts)
    for bank in banks:
        stem = bank.path.stem
        if FORMATS["id"].misses(stem) or stem == HOUSE:
            bank.report((), "bad_file_name", name=bank.path.name)
        if bank.node is None:
            lost.add(stem)
            continue
        check_bank(bank, languages, fields)
        spoiled = bank.spoiled(depth=2)
        for spot in bank.root["phrases"].each():
            name = f"{stem}.{spot['id'].text}"
            if spot.steps in spoiled:
                broken.add(name)
            else:
                home = Home(spot["purpose"].text or Home.LISTEN)
                good[name] = built_phrase(spot.value, stem, home, Phrasebook(approved=approved))
    return _Shelf(Phrasebook(good, approved), frozenset(broken - set(good)), frozenset(lost))


def _fields(scripts: list[Source]) -> frozenset[str] | None:
    """The field ids of all scripts, or nothing where a script could not be read."""
    if any(source.node is None for source in scripts):
        return None
    return frozenset(field["id"].text for source in scripts for field in source.root["fields"].each())


def _house(source: Source, names: Names, book: Phrasebook) -> Organisation | None:
    if source.node is None:
        return None
    check_house(source, names)
    serious = [problem for problem in source.problems if problem.code != "use_broken"]
    return None if serious else built_house(source.data, book)


def _script(source: Source, names: Names, book: Phrasebook) -> Script | None:
    if source.node is None:
        return None
    check_script(source, names)
    if source.problems or names.organisation is None:
        return None
    script = built_script(source.data, names.organisation, book)
    check_stages(source.root, script)
    return None if source.problems else script


def _check_owners(banks: list[Source], scripts: list[Source]) -> None:
    """Report scripts whose id another file has: phrase ids begin with it."""
    owners = {HOUSE: LIBRARY, **{bank.path.stem: bank.path for bank in banks}}
    for source in scripts:
        spot = source.root["id"]
        if spot.text and spot.text in owners:
            spot.report("id_taken", id=spot.text, file=owners[spot.text].as_posix())
        owners.setdefault(spot.text, source.path)


def _homed(banks: Mapping[str, Phrase], scripts: Iterable[Script]) -> Mapping[str, Phrase]:
    """The banks, each phrase at home where its purpose says, or where the first script says it."""
    homes: dict[str, Home] = {}
    for script in scripts:
        for phrase in script.phrases():
            homes.setdefault(phrase.id, phrase.home)
    return {
        name: phrase if phrase.home in PURPOSE_HOMES else replace(phrase, home=homes.get(name, phrase.home))
        for name, phrase in banks.items()
    }
