"""Whatever happens to the lines of a good file, an answer comes: a library, or problems with their places."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, given, settings, strategies as st

from agent_tui.core.language import Language
from agent_tui.library import LibraryError, load, restore
from tests.library.shelf import BANK, HOUSE, LIBRARY, SCRIPT, SERVICE, SHARED, Scripts

FILES = {LIBRARY: HOUSE, SHARED: BANK, SERVICE: SCRIPT}
SCRAPS = (
    "", "  ", "\t", "-", "- a", "a: b", "a:", "[", "]", "{", "}", "'", '"', "|", ">", "&a", "*a", "!x", "#", "---",
    "...", "no", "1:30", "0123", "~", "1.5", "true", "2026-02-30", "{x}", "{", ": ", "? ", "<<: *a", "عربي",
    "\u202e", "😀", "\x00", "use: shared.thanks", "id: sorry", "when: {paid: true}", "text: {}", "text: x",
    "say: []", "do: [x]", "options: {}", "neutral: 1", "ar: [x]", "fields: 1", "choices: []", "pattern: '('",
    "limit: {}", "promise: {days: 1}", "grades: []",
)  # fmt: skip

CHANGES = st.lists(
    st.tuples(
        st.sampled_from(["delete", "double", "replace", "swap", "indent", "cut", "splice"]),
        st.integers(0, 200),
        st.integers(0, 200),
        st.sampled_from(SCRAPS),
    ),
    min_size=1,
    max_size=6,
)


def changed(text: str, changes: list[tuple[str, int, int, str]]) -> str:
    lines = text.split("\n")
    for kind, first, second, scrap in changes:
        here, there = first % len(lines), second % len(lines)
        line = lines[here]
        margin = line[: len(line) - len(line.lstrip())]
        match kind:
            case "delete" if len(lines) > 1:
                del lines[here]
            case "double":
                lines.insert(there, line)
            case "replace":
                lines[here] = margin + scrap
            case "swap":
                lines[here], lines[there] = lines[there], line
            case "indent":
                lines[here] = f"  {line}" if second % 2 else line.removeprefix("  ")
            case "cut":
                lines[here] = line[: second % (len(line) + 1)]
            case "splice":
                at = second % (len(line) + 1)
                lines[here] = line[:at] + scrap + line[at:]
    return "\n".join(lines)


@settings(max_examples=400, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.sampled_from(list(FILES)), CHANGES)
def test_no_change_of_lines_brings_a_traceback(path: str, changes: list[tuple[str, int, int, str]]) -> None:
    with TemporaryDirectory() as folder:
        scripts = Scripts(Path(folder))
        for name, text in FILES.items():
            scripts.write(name, changed(text, changes) if name == path else text)
        try:
            library = load(scripts.root)
        except LibraryError as error:
            problems = error.problems
            assert problems
        else:
            problems = (*library.problems, *library.warnings)
            assert library.scripts or library.problems
            for script in library.scripts.values():
                assert restore(script.canonical) == script
        for problem in problems:
            lines = (scripts.root / problem.path).read_bytes().decode().split("\n")
            assert 1 <= problem.line <= len(lines) + 1
            assert problem.column >= 1
            assert problem.message(Language.ARABIC)
            assert problem.message(Language.ENGLISH)
