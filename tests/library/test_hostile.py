"""Files made to hang, crash or mislead the program: each is one clear error, and the rest of the library stands."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import IO, Any

import pytest

from agent_tui.library import LibraryError, load
from tests.library.shelf import LIBRARY, SERVICE, SHARED, Scripts

VICTIM = "services/victim.yaml"

CRASHING: dict[str, tuple[str | bytes, str, int, int]] = {
    "flow lists 100,000 deep": ("[" * 100_000, "too_deep", 1, 65),
    "flow mappings 100,000 deep": ("{a: " * 100_000, "too_deep", 1, 257),
    "block lists 100,000 deep": ("- " * 100_000 + "a", "too_deep", 1, 129),
    "complex keys 100,000 deep": ("? " * 100_000 + "a", "too_deep", 1, 129),
    "block mappings 1,000 deep": ("".join(" " * n + "a:\n" for n in range(1_000)), "too_deep", 65, 65),
    "closed flow lists 60,000 deep": ("[" * 60_000 + "]" * 60_000, "too_deep", 1, 65),
    "a billion laughs": (
        'a: &a ["lol","lol","lol","lol","lol","lol","lol","lol","lol"]\n'
        + "".join(f"{b}: &{b} [{','.join([f'*{a}'] * 9)}]\n" for a, b in zip("abcdefgh", "bcdefghi", strict=True)),
        "too_many_values",
        5,
        23,
    ),
    "a laugh of itself": ("a: &a [*a]\n", "alias_of_itself", 1, 8),
    "an alias of an alias of itself": ("a: &a {b: &b [*a, *b]}\n", "alias_of_itself", 1, 15),
    "2,000 aliases": ("a: &a x\nb: [" + "*a, " * 2_000 + "]\n", "too_many_aliases", 2, 4_005),
    "100,000 values": ("- x\n" * 100_000, "too_many_values", 50_000, 3),
    "10 MB of one text": ("a: " + "x" * 10_000_000, "file_too_big", 1, 1),
    "one text of 70 kB": ("a: " + "x" * 70_000, "text_too_big", 1, 4),
    "one block text of 70 kB": ("a: |\n" + "  x\n" * 40_000, "text_too_big", 1, 4),
    "a Python object": ("a: !!python/object/apply:os.system [exit]\n", "tag", 1, 4),
    "1,000 anchors": ("".join(f"k{n}: &a{n} x\n" for n in range(1_000)), "missing_key", 1, 1),
}

MALFORMED: dict[str, tuple[str | bytes, str, int, int]] = {
    "UTF-16 with a mark": ("id: x\n".encode("utf-16"), "other_encoding", 1, 1),
    "UTF-16 without a mark": ("id: x\n".encode("utf-16-le"), "control_in_file", 1, 2),
    "UTF-32": ("id: x\n".encode("utf-32"), "other_encoding", 1, 1),
    "Windows-1256": (b"id: x\ntitle: " + "مرحبا".encode("cp1256"), "not_utf8", 2, 8),
    "Latin-1": ("id: x\n# Gr\u00fc\u00dfe\n".encode("latin-1"), "not_utf8", 2, 5),
    "a NUL": (b"id: a\x00b\n", "control_in_file", 1, 6),
    "an escape sequence": (b"id: x\n# \x1b[2J\n", "control_in_file", 2, 3),
    "overlong UTF-8": (b"id: \xc0\xaf\n", "not_utf8", 1, 5),
    "a surrogate in UTF-8": (b"id: \xed\xa0\x80\n", "not_utf8", 1, 5),
    "nothing": (b"", "empty_file", 1, 1),
    "only a mark": (b"\xef\xbb\xbf", "empty_file", 1, 1),
    "only comments": (b"# nothing\n\n", "empty_file", 1, 1),
    "only null": (b"---\n~\n", "empty_file", 1, 1),
    "two documents": (b"id: x\n---\nid: y\n", "several_documents", 2, 1),
    "a tab": (b"listen:\n\tsay: []\n", "tab", 2, 1),
    "a tab after spaces": (b"listen:\n  do: []\n \tsay: []\n", "tab", 3, 2),
    "an unknown tag": (b"id: !secret x\n", "tag", 1, 5),
    "a plain tag": (b"id: ! x\n", "tag", 1, 5),
    "a merge key": (b"a: &a {b: c}\nd:\n  <<: *a\n", "merge_key", 3, 3),
    "an unknown alias": (b"id: *x\n", "unknown_alias", 1, 5),
    "an anchor twice": (b"id: &x a\nversion: &x 1\n", "duplicate_anchor", 2, 10),
    "an open quote": (b'id: "x\nversion: 1\n', "unclosed_quote", 1, 5),
    "an open bracket": (b"id: [x\nversion: 1\n", "unclosed_bracket", 1, 5),
    "a colon in text": (b"id: a: b\n", "colon_in_text", 1, 6),
    "a key without a colon": (b"id: x\nversion\ntitle: y\n", "missing_colon", 3, 1),
    "a wrong indentation": (b"a:\n    b: 1\n  c: 2\n", "indentation", 3, 3),
    "an at sign": (b"id: @x\n", "special_character", 1, 5),
    "a backquote": (b"id: `x`\n", "special_character", 1, 5),
    "an unknown escape": (b'id: "\\q"\n', "bad_escape", 1, 6),
    "an escaped surrogate": (b'id: "\\ud800"\n', "bad_escape", 1, 8),
    "a YAML 9 file": (b"%YAML 9.9\n---\nid: x\n", "syntax", 1, 1),
    "a list": (b"- a\n- b\n", "wrong_type", 1, 1),
    "a word": (b"hello\n", "wrong_type", 1, 1),
    "a number": (b"12\n", "wrong_type", 1, 1),
}

READ_IN_ANOTHER_PROCESS = """
import json, sys
from pathlib import Path
from agent_tui.core.language import Language
from agent_tui.library import load
library = load(Path(sys.argv[1]))
for one in library.problems:
    one.message(Language.ARABIC)
    print(json.dumps([one.path.as_posix(), one.code, one.line, one.column, str(one)]))
print(json.dumps(sorted(library.scripts)))
"""


@pytest.mark.parametrize("name", CRASHING)
def test_a_file_made_to_crash_is_one_error(scripts: Scripts, name: str) -> None:
    content, code, line, column = CRASHING[name]
    scripts.write(VICTIM, content)
    ran = subprocess.run(
        [sys.executable, "-c", READ_IN_ANOTHER_PROCESS, str(scripts.root)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )
    assert ran.returncode == 0, ran.stderr
    *found, kept = map(json.loads, ran.stdout.splitlines())
    assert kept == ["delayed-request"]
    assert found[0][:4] == [VICTIM, code, line, column]
    assert len(found) == 1 or code == "missing_key"


@pytest.mark.parametrize("name", MALFORMED)
def test_a_malformed_file_is_one_error(scripts: Scripts, name: str) -> None:
    content, code, line, column = MALFORMED[name]
    scripts.write(VICTIM, content)
    assert [(one.path.as_posix(), one.code, one.line, one.column) for one in scripts.problems()] == [
        (VICTIM, code, line, column)
    ]
    assert sorted(scripts.load().scripts) == ["delayed-request"]


@pytest.mark.parametrize("name", [*CRASHING, *MALFORMED])
@pytest.mark.parametrize("path", [LIBRARY, SHARED, "approvals.yaml"])
def test_no_file_brings_the_program_down(scripts: Scripts, name: str, path: str) -> None:
    content = (CRASHING | MALFORMED)[name][0]
    scripts.write(path, content)
    problems = scripts.problems()
    assert [one.code for one in problems if one.path == Path(path)]
    if path == LIBRARY:
        with pytest.raises(LibraryError, match=r"library\.yaml:\d+:\d+: "):
            load(scripts.root)


def test_a_mark_and_windows_line_ends_are_fine(scripts: Scripts) -> None:
    text = scripts.read(SERVICE)
    before = scripts.load().scripts["delayed-request"].hash
    scripts.write(SERVICE, b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode())
    assert scripts.problems() == ()
    assert scripts.load().scripts["delayed-request"].hash == before


def test_places_count_letters_not_bytes(scripts: Scripts) -> None:
    scripts.write(VICTIM, "id: x\ntitle: {ar: مرحبا 😀, en: no}\n")
    (problem,) = [one for one in scripts.problems() if one.code == "yaml_word"]
    assert (problem.line, problem.column) == (2, 26)


# The file system


def only(scripts: Scripts, path: str) -> str:
    (problem,) = [one for one in scripts.problems() if one.code != "use_broken"]
    assert problem.path == Path(path)
    return problem.code


def test_a_folder_for_a_file(scripts: Scripts) -> None:
    (scripts.root / VICTIM).mkdir()
    assert only(scripts, VICTIM) == "folder_for_file"


def test_a_file_for_a_folder(scripts: Scripts) -> None:
    (scripts.root / SERVICE).unlink()
    (scripts.root / "services").rmdir()
    scripts.write("services", "x")
    assert "file_for_folder" in [one.code for one in scripts.problems()]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(scripts: Scripts) -> None:
    os.mkfifo(scripts.root / VICTIM)
    assert only(scripts, VICTIM) == "not_a_file"


@pytest.mark.skipif(os.name == "nt", reason="links need rights here")
def test_links_that_lead_nowhere(scripts: Scripts) -> None:
    (scripts.root / VICTIM).symlink_to(scripts.root / VICTIM)
    assert only(scripts, VICTIM) == "unreadable"
    (scripts.root / VICTIM).unlink()
    (scripts.root / VICTIM).symlink_to("gone.yaml")
    assert only(scripts, VICTIM) == "file_missing"


@pytest.mark.skipif(os.name == "nt", reason="links need rights here")
def test_a_folder_that_leads_to_itself(scripts: Scripts) -> None:
    for path in ("services/loop", "scenarios", "phrases/deep"):
        (scripts.root / path).symlink_to(scripts.root, target_is_directory=True)
    assert scripts.problems() == ()
    (scripts.root / SERVICE).unlink()
    (scripts.root / "services/loop").unlink()
    (scripts.root / "services").rmdir()
    (scripts.root / "services").symlink_to(scripts.root / "services")
    assert "file_for_folder" in [one.code for one in scripts.problems()]


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root reads everything")
def test_an_unreadable_file(scripts: Scripts) -> None:
    (scripts.root / SERVICE).chmod(0)
    assert only(scripts, SERVICE) == "unreadable"


def test_a_file_the_system_will_not_read(scripts: Scripts, monkeypatch: pytest.MonkeyPatch) -> None:
    opened = Path.open

    def refuse(self: Path, mode: str = "r") -> IO[Any]:
        if self.name == "delayed.yaml":
            raise PermissionError(13, "Permission denied")
        return opened(self, mode)

    monkeypatch.setattr(Path, "open", refuse)
    assert only(scripts, SERVICE) == "unreadable"


@pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="names are text here")
def test_a_name_that_is_no_text(scripts: Scripts) -> None:
    (scripts.root / os.fsdecode(b"services/\xff.yaml")).write_bytes(b"a: [")
    (problem,) = scripts.problems()
    str(problem).encode("utf-8")
    (scripts.root / os.fsdecode(b"services/\xff.txts")).write_bytes(b"")
    for warning in scripts.load().warnings:
        str(warning).encode("utf-8")


def test_no_folder_at_all(tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        load(tmp_path / "nowhere")
    assert [one.code for one in caught.value.problems] == ["folder_missing"]


def test_an_empty_folder(tmp_path: Path) -> None:
    with pytest.raises(LibraryError) as caught:
        load(tmp_path)
    assert [one.code for one in caught.value.problems] == ["file_missing"]


@pytest.mark.parametrize(
    "mistakes",
    [
        "".join(f"key{n}: 1\n" for n in range(20_000)),
        "listen:\n  say:\n" + "".join(f"    - {{use: shared.thank{n}}}\n" for n in range(9_000)),
        "fields:\n" + "".join(f"  - {{id: F{n}, type: txt}}\n" for n in range(6_000)),
        "solve:\n  options:\n    - when:\n" + "".join(f"        field{n}: 1\n" for n in range(10_000)),
    ],
    ids=["keys", "uses", "fields", "conditions"],
)
def test_thousands_of_mistakes_are_not_all_told(scripts: Scripts, mistakes: str) -> None:
    scripts.write(VICTIM, mistakes)
    problems = scripts.problems()
    assert len(problems) == 201
    assert "many_more" in [one.code for one in problems]
