"""approvals.yaml: which words stand approved, by whom and since when; read strictly, written whole or not at all."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeAlias

from agent_tui.core.language import Language
from agent_tui.core.script import Phrase
from agent_tui.library.form import check_form
from agent_tui.library.library import Library
from agent_tui.library.problem import LibraryError, Problem
from agent_tui.library.shapes import Shape
from agent_tui.library.source import Source, Spot, read

FILE = "approvals.yaml"
HEAD = (
    "# Written by agent-tui approve: the words that stand approved, one entry a phrase and language.\n"
    "# يكتبه agent-tui approve: الجمل المعتمدة، قيد لكل جملة ولغة. لا يُعدَّل باليد.\n"
    "approvals:"
)
ENTRY = re.compile(
    r'  - phrase: "?(?P<phrase>[a-z0-9][a-z0-9_-]{0,63}\.[a-z0-9][a-z0-9_-]{0,63})"?\n'
    r"    language: (?P<language>ar|en)\n"
    r'    hash: "(?P<hash>[0-9a-f]{64})"\n'
    r'(?:    twin: "(?P<twin>[0-9a-f]{64})"\n)?'
    r'    author: "(?P<author>[A-Za-z0-9][A-Za-z0-9._@-]{0,63})"\n'
    r'    approver: "(?P<approver>[A-Za-z0-9][A-Za-z0-9._@-]{0,63})"\n'
    r'    at: "(?P<at>[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z)"\n'
)
MOST_BYTES = 50_000_000

Key: TypeAlias = tuple[str, Language]
"""A phrase's id, and a language it is said in."""


@dataclass(frozen=True, slots=True, order=True)
class Approval:
    """One phrase in one language, approved as it stood by somebody who did not write it.

    `twin` is the hash of the other language as it stood beside this one. Entries from before there was that key have
    none: they were approved beside the twin that stands in the file.
    """

    phrase: str
    language: Language
    hash: str
    author: str
    approver: str
    at: str
    twin: str | None = None

    @property
    def key(self) -> Key:
        """What there is one approval for."""
        return self.phrase, self.language


def standing(approvals: Collection[Approval]) -> dict[tuple[str, Language, str], str | None]:
    """What is approved (phrase, language, hash), each with the hash its twin must have for that to count."""
    held = {one.key: one.hash for one in approvals}
    # Without a twin in the file there is nothing an old entry was approved beside; no hash is empty.
    return {
        (one.phrase, one.language, one.hash): one.twin or held.get((one.phrase, one.language.other), "")
        for one in approvals
    }


def read_approvals(root: Path) -> tuple[tuple[Approval, ...], Source]:
    """The valid approvals of a scripts folder, and the file with its problems; none where there is no file."""
    path = Path(FILE)
    if not os.path.lexists(root / path):
        return (), Source(path)
    # Read by line as we write it, this costs a twentieth of YAML; it is the longest file of a start.
    ours = _as_written(root / path)
    if ours is not None:
        return ours, Source(path)
    return _as_yaml(root, path)


def _as_written(file: Path) -> tuple[Approval, ...] | None:
    """The approvals of a file that is exactly as we write it; nothing for any other, however good."""
    try:
        if not file.is_file() or file.stat().st_size > MOST_BYTES:
            return None
        text = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        return None
    at, found = len(HEAD) + 1, []
    if not text.startswith(f"{HEAD}\n"):
        return None
    while at < len(text):
        entry = ENTRY.match(text, at)
        if entry is None or entry["author"] == entry["approver"]:
            return None
        language = Language(entry["language"])
        names = entry["author"], entry["approver"], entry["at"], entry["twin"]
        found.append(Approval(entry["phrase"], language, entry["hash"], *names))
        at = entry.end()
    return tuple(found) if len({(one.phrase, one.language) for one in found}) == len(found) else None


def _as_yaml(root: Path, path: Path) -> tuple[tuple[Approval, ...], Source]:
    source = read(root / path, path)
    if source.data is None:
        return (), source
    check_form(source, Shape.APPROVALS)
    seen: dict[tuple[str, str], Spot] = {}
    valid = []
    spoiled = source.spoiled(depth=2)
    for entry in source.root["approvals"].each():
        if entry.steps not in spoiled and _check(entry, seen):
            language = Language(entry["language"].text)
            valid.append(Approval(**{**entry.value, "language": language}))
    return tuple(valid), source


def _check(entry: Spot, seen: dict[tuple[str, str], Spot]) -> bool:
    name = (entry["phrase"].text, entry["language"].text)
    if name in seen:
        entry.report("approved_twice", phrase=name[0], language=name[1], line=seen[name].line)
        return False
    seen[name] = entry
    if entry["author"].text == entry["approver"].text:
        entry["approver"].report("own_approval", staff=entry["author"].text)
        return False
    return True


def write_approvals(root: Path, approvals: Iterable[Approval]) -> None:
    """Write the file anew, sorted, so that a difference shows only what was approved; a crash leaves the old one."""
    import tempfile

    lines = [HEAD]
    for one in sorted(approvals):
        lines += [
            # Digits with a dot between them would be read as a number.
            f"  - phrase: {one.phrase}" if one.phrase[0].isalpha() else f'  - phrase: "{one.phrase}"',
            f"    language: {one.language}",
            f'    hash: "{one.hash}"',
            *([f'    twin: "{one.twin}"'] if one.twin else []),
            f'    author: "{one.author}"',
            f'    approver: "{one.approver}"',
            f'    at: "{one.at}"',
        ]
    text = "\n".join(lines) + ("\n" if len(lines) > 1 else " []\n")
    handle, name = tempfile.mkstemp(prefix=".approvals-", suffix=".tmp", dir=root)
    temporary = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as opened:
            opened.write(text)
            opened.flush()
            os.fsync(opened.fileno())
        # mkstemp keeps the file to its owner; approvals are read by everybody who reads the scripts.
        temporary.chmod(0o644)
        temporary.replace(root / FILE)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


class Register:
    """The approvals while nobody else changes them."""

    def __init__(self, approvals: Iterable[Approval]) -> None:
        self.held = {one.key: one for one in approvals}

    def put(self, approval: Approval) -> None:
        """Enter an approval in the place of the one there was."""
        self._keep_what_twin_means(approval.key)
        self.held[approval.key] = approval

    def take(self, key: Key) -> None:
        """Take an approval out."""
        self._keep_what_twin_means(key)
        self.held.pop(key, None)

    def stands(self, key: Key, hash_: str, twin: str | None) -> bool:
        """Whether just this is approved: these words, beside these in the other language."""
        one = self.held.get(key)
        return one is not None and one.hash == hash_ and (twin is None or self._beside(one) == twin)

    def _beside(self, one: Approval) -> str | None:
        other = self.held.get((one.phrase, one.language.other))
        return one.twin or (other.hash if other else None)

    def _keep_what_twin_means(self, key: Key) -> None:
        """Write down what an old entry's twin was before that changes; without one it counted for nothing."""
        one = self.held.get((key[0], key[1].other))
        if one is not None and one.twin is None:
            if (twin := self._beside(one)) is None:
                del self.held[one.key]
            else:
                self.held[one.key] = replace(one, twin=twin)


@contextmanager
def revising(root: Path) -> Iterator[Register]:
    """The approvals to be changed, by one writer at a time; the file is written at the end, if all went well.

    LibraryError where the file there is cannot be read, ApprovalsBusy where others keep it.
    """
    from agent_tui.library.approving.lock import locked

    with locked(root):
        approvals, source = read_approvals(root)
        if source.problems:
            raise LibraryError(source.problems)
        register = Register(approvals)
        yield register
        if set(register.held.values()) != set(approvals):
            write_approvals(root, register.held.values())


def record_approvals(
    root: Path, library: Library, author: str, approver: str, at: int, *, only: Collection[str] | None = None
) -> tuple[Approval, ...]:
    """Approve phrases as they stand, in every language; `only` names some of them, `at` is UTC milliseconds.

    Answers what is new. What was approved as it stands keeps its entry; LibraryError where the file there is
    cannot be read, ValueError where author and approver are the same person or a phrase does not exist.
    """
    if author == approver:
        raise ValueError("a phrase is approved by somebody other than its author")
    phrases = {phrase.id: phrase for phrase in library.phrases()}
    if missing := sorted(set(only or ()) - set(phrases)):
        raise ValueError(f"no such phrase: {', '.join(missing)}")
    with revising(root) as register:
        new = [
            Approval(phrase.id, language, hash_, author, approver, moment(at), phrase.hashes.get(language.other))
            for phrase in (phrases.values() if only is None else (phrases[name] for name in only))
            for language, hash_ in phrase.hashes.items()
            if not register.stands((phrase.id, language), hash_, phrase.hashes.get(language.other))
        ]
        for one in new:
            register.put(one)
    return tuple(new)


def moment(at: int) -> str:
    """UTC milliseconds as an entry tells them."""
    return datetime.fromtimestamp(at // 1000, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def lost(root: Path, approvals: Iterable[Approval], phrases: Iterable[Phrase]) -> tuple[Problem, ...]:
    """Warnings of approvals for phrases there are no longer."""
    known = {(phrase.id, language) for phrase in phrases for language in phrase.text}
    if all((one.phrase, one.language) in known for one in approvals):
        return ()
    _, source = _as_yaml(root, Path(FILE))
    for entry in source.root["approvals"].each():
        name = (entry["phrase"].text, entry["language"].text)
        if all(name) and name not in known:
            entry.warn("approved_nothing", phrase=name[0], language=name[1])
    return tuple(source.warnings)
